//! Names of files.

/// Names that are no names of files: `mod` is the folder itself, the next two would be called like their folders, the others are
/// devices on Windows.
pub(super) const RESERVED_FILES: [&str; 25] = [
    "mod",
    "types",
    "operations",
    "con",
    "prn",
    "aux",
    "nul",
    "com1",
    "com2",
    "com3",
    "com4",
    "com5",
    "com6",
    "com7",
    "com8",
    "com9",
    "lpt1",
    "lpt2",
    "lpt3",
    "lpt4",
    "lpt5",
    "lpt6",
    "lpt7",
    "lpt8",
    "lpt9",
];
