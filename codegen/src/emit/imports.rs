//! What a file uses of elsewhere, and how it calls it.

use std::collections::{BTreeMap, BTreeSet};

use super::deprecation::ALLOW;

/// The `use` lines of a file.
#[derive(Debug, Default)]
pub(crate) struct Imports {
    by_path: BTreeMap<&'static str, BTreeSet<String>>,
    /// Types of other files that are deprecated, which a `use` mentions too.
    deprecated: BTreeSet<String>,
    /// The names that the file defines itself.
    defined: BTreeSet<String>,
}

/// Names that every file has without a `use`.
const PRELUDE: [(&str, &str); 4] = [
    ("Option", "std::option"),
    ("Vec", "std::vec"),
    ("String", "std::string"),
    ("Box", "std::boxed"),
];

/// Names that files import where they need them.
const IMPORTED: [&str; 7] = [
    "Base64", "BTreeMap", "Bytes", "Date", "DateTime", "File", "Maybe",
];

impl Imports {
    /// The imports of a file that defines these names: what it needs of elsewhere by one of them is called by its path.
    pub(super) fn beside(defined: impl IntoIterator<Item = String>) -> Self {
        Self {
            defined: defined.into_iter().collect(),
            ..Self::default()
        }
    }

    /// Imports a name that nothing else can have, such as a macro.
    pub(super) fn add(&mut self, path: &'static str, name: &str) {
        self.by_path
            .entry(path)
            .or_default()
            .insert(name.to_owned());
    }

    /// How the file calls something of ours or of the standard library.
    pub(super) fn name(&mut self, path: &'static str, name: &str) -> String {
        if self.defined.contains(name) {
            return format!("{path}::{name}");
        }
        if !PRELUDE.contains(&(name, path)) {
            self.add(path, name);
        }
        name.to_owned()
    }

    /// How the file calls a type of the document that stands in another file below the same folder.
    pub(super) fn sibling(&mut self, name: &str, deprecated: bool) -> String {
        let is_ambiguous =
            PRELUDE.iter().any(|(known, _)| *known == name) || IMPORTED.contains(&name);
        if is_ambiguous {
            return format!("super::{name}");
        }
        if deprecated {
            self.deprecated.insert(name.to_owned());
        } else {
            self.add("super", name);
        }
        name.to_owned()
    }

    /// The lines, the standard library first.
    pub(crate) fn lines(&self) -> Vec<String> {
        let (std, own): (Vec<_>, Vec<_>) = self
            .by_path
            .iter()
            .partition(|(path, _)| path.starts_with("std"));
        let has_own = !own.is_empty() || !self.deprecated.is_empty();
        let gap = (!std.is_empty() && has_own).then(String::new);
        let line = |(path, names): (&&'static str, &BTreeSet<String>)| line(path, names);
        let mut own: Vec<_> = own.into_iter().map(line).collect();
        own.sort();
        let deprecated = (!self.deprecated.is_empty())
            .then(|| [ALLOW.to_owned(), self::line("super", &self.deprecated)]);
        let std = std.into_iter().map(line);
        std.chain(gap)
            .chain(own)
            .chain(deprecated.into_iter().flatten())
            .collect()
    }
}

fn line(path: &str, names: &BTreeSet<String>) -> String {
    let list = names.iter().cloned().collect::<Vec<_>>().join(", ");
    match names.len() {
        1 => format!("use {path}::{list};"),
        _ => format!("use {path}::{{{list}}};"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_the_standard_library_is_plain_where_the_file_has_no_other_of_it() {
        assert_eq!(Imports::default().name("std::option", "Option"), "Option");
        let mut imports = Imports::beside(["Option".to_owned()]);
        assert_eq!(imports.name("std::option", "Option"), "std::option::Option");
        assert!(imports.lines().is_empty());
    }

    #[test]
    fn imports_of_one_path_share_a_line() {
        let mut imports = Imports::default();
        imports.name("std::collections", "BTreeMap");
        imports.add("crate::runtime", "wire_object");
        imports.add("crate::runtime", "builder");
        let lines = [
            "use std::collections::BTreeMap;",
            "",
            "use crate::runtime::{builder, wire_object};",
        ];
        assert_eq!(imports.lines(), lines);
    }

    #[test]
    fn a_sibling_called_like_something_that_we_import_is_called_by_its_path() {
        let mut imports = Imports::default();
        assert_eq!(imports.sibling("Option", false), "super::Option");
        assert_eq!(imports.sibling("Contact", false), "Contact");
    }
}
