//! Names of files.

use super::ident::{identifier, snake};

/// The longest name of a file in bytes, without its ending. File systems take some 250; people and `MAX_PATH` of Windows, which counts the
/// folders too, are content with less.
const LONGEST: usize = 100;

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

/// The name of the file for what is called `text`: as many of its words as there is room for.
pub(super) fn file(text: &str) -> String {
    let name = snake(text);
    if name.len() <= LONGEST {
        return name;
    }
    let start = &name[..LONGEST];
    let words = start.rsplit_once('_').map_or(start, |(words, _)| words);
    identifier(words.trim_end_matches('_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_between_words() {
        assert_eq!(file("getThing"), "get_thing");
        let words = "ab ".repeat(60);
        assert_eq!(file(&words), ["ab"; 33].join("_"));
        assert_eq!(file(&"a".repeat(300)), "a".repeat(LONGEST));
    }
}
