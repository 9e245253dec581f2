//! Who gets which name where several want the same.

use std::collections::{HashMap, HashSet};

use super::ident::is_identifier;

/// Somebody who wants a name.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    /// What the document calls it.
    pub(super) wire_name: String,
    /// The identifier that it would have if it were alone.
    pub(super) wanted: String,
    /// The identifier that the document pins.
    pub(super) pinned: Option<String>,
    pub(super) deprecated: bool,
}

impl Claim {
    /// One of something that nothing pins and that nobody advises against.
    pub(super) fn plain(wire_name: impl Into<String>, wanted: impl Into<String>) -> Self {
        Self {
            wire_name: wire_name.into(),
            wanted: wanted.into(),
            pinned: None,
            deprecated: false,
        }
    }

    /// The identifier that it has unless another one takes it.
    pub(super) fn asked(&self) -> &str {
        self.pinned.as_ref().unwrap_or(&self.wanted)
    }
}

/// What a loser is called.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Loser {
    /// By its exact wire name where that is an identifier and a twin has the other, else by a number: fields and parameters.
    KeepsWireName,
    /// By a number behind an underscore: methods and modules.
    GetsNumber,
    /// By a number behind a hyphen: features.
    GetsHyphenNumber,
    /// By a number: types and variants.
    GetsPlainNumber,
}

/// A scope in which names are taken once.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    taken: HashSet<String>,
    /// The names that are ours.
    reserved: HashSet<&'a str>,
    /// The number that comes next behind a name: those below are taken.
    next: HashMap<String, usize>,
    loser: Loser,
    ignore_case: bool,
}

impl<'a> Scope<'a> {
    /// A scope in which some names are ours.
    pub(super) fn with_reserved(reserved: &[&'a str], loser: Loser) -> Self {
        Self {
            taken: HashSet::new(),
            reserved: reserved.iter().copied().collect(),
            next: HashMap::new(),
            loser,
            ignore_case: false,
        }
    }

    /// A scope of file names: some file systems do not tell `A` from `a`.
    pub(super) fn of_files(reserved: &[&'a str]) -> Self {
        Self {
            ignore_case: true,
            ..Self::with_reserved(reserved, Loser::GetsNumber)
        }
    }

    /// Whether somebody has a name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.taken.contains(name)
    }

    /// Gives each claim its name, in the order of the claims.
    ///
    /// A pinned name comes first. Then a name goes to the one whose wire name already is that identifier, then to the one that is not
    /// deprecated, then by the byte order of wire names: never by the order in which the document lists them.
    pub(super) fn assign(&mut self, claims: &[Claim]) -> Vec<String> {
        let mut order: Vec<usize> = (0..claims.len()).collect();
        order.sort_by(|&a, &b| {
            preference(&claims[a])
                .cmp(&preference(&claims[b]))
                .then(a.cmp(&b))
        });
        let mut names = vec![String::new(); claims.len()];
        let mut losers = Vec::new();
        for index in order {
            let claim = &claims[index];
            let wanted = claim.asked();
            if self.take(wanted) {
                wanted.clone_into(&mut names[index]);
            } else {
                losers.push(index);
            }
        }
        for index in losers {
            names[index] = self.take_other(&claims[index]);
        }
        names
    }

    /// Takes a name if it is free.
    fn take(&mut self, name: &str) -> bool {
        let key = if self.ignore_case {
            name.to_ascii_lowercase()
        } else {
            name.to_owned()
        };
        !self.reserved.contains(key.as_str()) && self.taken.insert(key)
    }

    fn take_other(&mut self, claim: &Claim) -> String {
        let base = &claim.wanted;
        // A name of ours is like a keyword: it gets the same underscore.
        let escaped = format!("{base}_");
        if self.reserved.contains(base.as_str()) && self.take(&escaped) {
            return escaped;
        }
        let wire_name = &claim.wire_name;
        if self.loser == Loser::KeepsWireName && is_identifier(wire_name) && self.take(wire_name) {
            return wire_name.clone();
        }
        let gap = match self.loser {
            Loser::GetsHyphenNumber => "-",
            Loser::GetsPlainNumber if !base.ends_with(|last: char| last.is_ascii_digit()) => "",
            Loser::KeepsWireName | Loser::GetsNumber | Loser::GetsPlainNumber => "_",
        };
        let start = format!("{}{gap}", base.trim_end_matches('_'));
        loop {
            let next = self.next.entry(start.clone()).or_insert(2);
            let name = format!("{start}{next}");
            *next += 1;
            // Every number is free at some point: the scope is finite.
            if self.take(&name) {
                return name;
            }
        }
    }
}

/// Smaller comes first.
fn preference(claim: &Claim) -> (bool, bool, bool, &str) {
    let Claim {
        wire_name,
        wanted,
        pinned,
        deprecated,
    } = claim;
    (
        pinned.is_none(),
        wire_name != wanted,
        *deprecated,
        wire_name,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::ident::snake;

    fn fields(wire_names: &[(&str, bool)]) -> Vec<String> {
        let claims: Vec<_> = wire_names
            .iter()
            .map(|(wire_name, deprecated)| Claim {
                wire_name: (*wire_name).to_owned(),
                wanted: snake(wire_name),
                pinned: None,
                deprecated: *deprecated,
            })
            .collect();
        Scope::with_reserved(&["new"], Loser::KeepsWireName).assign(&claims)
    }

    #[test]
    fn the_twin_whose_wire_name_is_the_identifier_keeps_it() {
        assert_eq!(
            fields(&[("firstName", true), ("first_name", false)]),
            ["firstName", "first_name"]
        );
        assert_eq!(
            fields(&[("first_name", true), ("firstName", false)]),
            ["first_name", "firstName"]
        );
    }

    #[test]
    fn without_such_a_twin_the_one_that_is_not_deprecated_wins() {
        assert_eq!(
            fields(&[("First-Name", true), ("firstName", false)]),
            ["first_name_2", "first_name"]
        );
    }

    #[test]
    fn the_order_of_the_document_does_not_matter() {
        assert_eq!(
            fields(&[("a-b", false), ("aB", false), ("a b", false)]),
            ["a_b_2", "aB", "a_b"]
        );
        assert_eq!(
            fields(&[("a b", false), ("aB", false), ("a-b", false)]),
            ["a_b", "aB", "a_b_2"]
        );
    }

    #[test]
    fn reserved_names_and_keywords_give_way() {
        assert_eq!(
            fields(&[("new", false), ("type", false), ("self", false)]),
            ["new_", "type_", "self_"]
        );
        assert_eq!(fields(&[("New", false)]), ["new_"]);
        assert_eq!(fields(&[("New", false), ("new", false)]), ["New", "new_"]);
    }

    #[test]
    fn files_are_told_apart_without_case() {
        let claim = |text: &str| Claim::plain(text, text);
        assert_eq!(
            Scope::of_files(&["mod"]).assign(&[claim("a"), claim("A"), claim("mod")]),
            ["a_2", "A", "mod_"]
        );
    }
}
