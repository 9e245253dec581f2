//! What of many diagnostics a listing spells out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::{Code, Diagnostic, Severity};

/// A listing spells out this many and counts the rest: nobody reads a thousand.
const SPELLED_OUT: usize = 25;

/// One of those that are spelled out.
pub(super) struct Entry {
    /// The first of those that say the same.
    pub(super) index: usize,
    /// How many others there are, at other places.
    pub(super) others: usize,
}

/// Those that are spelled out, in their order, and how many are not, by their codes.
pub(super) struct Digest {
    pub(super) entries: Vec<Entry>,
    pub(super) left: Vec<(Code, usize)>,
}

impl Digest {
    /// Errors come first; what room there is they share with all other codes alike, so that no kind hides the others.
    pub(super) fn of(list: &[Diagnostic]) -> Self {
        let mut ranked = ranked(entries(list), list);
        ranked.sort_by_key(|(key, _)| *key);
        let left = ranked.split_off(ranked.len().min(SPELLED_OUT));
        let mut entries: Vec<Entry> = ranked.into_iter().map(|(_, entry)| entry).collect();
        entries.sort_by_key(|entry| entry.index);
        Self {
            entries,
            left: by_code(left.into_iter().map(|(_, entry)| entry), list),
        }
    }
}

/// Warnings that say the same are one. Of errors each is to be mended, so that each is told.
fn entries(list: &[Diagnostic]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut known = HashMap::new();
    for (index, diagnostic) in list.iter().enumerate() {
        let Diagnostic {
            code,
            severity,
            place: _,
            message,
            help,
            position: _,
        } = diagnostic;
        let own = match severity {
            Severity::Error => Some(index),
            Severity::Warning => None,
        };
        let number = *known
            .entry((code, message, help, own))
            .or_insert(entries.len());
        match entries.get_mut(number) {
            Some(entry) => entry.others += 1,
            None => entries.push(Entry { index, others: 0 }),
        }
    }
    entries
}

/// Each with its place among those who want to be spelled out: by how many of its code come before it.
fn ranked(entries: Vec<Entry>, list: &[Diagnostic]) -> Vec<((Severity, usize, usize), Entry)> {
    let mut before: HashMap<Code, usize> = HashMap::new();
    let rank = |entry: Entry| {
        let found = &list[entry.index];
        let before = before.entry(found.code).or_default();
        *before += 1;
        ((found.severity, *before, entry.index), entry)
    };
    entries.into_iter().map(rank).collect()
}

/// The codes that most have first.
fn by_code(entries: impl Iterator<Item = Entry>, list: &[Diagnostic]) -> Vec<(Code, usize)> {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    for entry in entries {
        *counts.entry(list[entry.index].code).or_default() += 1 + entry.others;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Sink;
    use crate::place::{FileId, Place};

    #[test]
    fn no_kind_hides_the_others_and_what_is_the_same_is_one() {
        let mut sink = Sink::default();
        let place = |index: usize| Place::root(FileId::ENTRY).element(index);
        for index in 0..100 {
            sink.report(
                Code::UnknownFormat,
                &place(index),
                format!("format {index}"),
            );
            sink.report(Code::Renamed, &place(index), "the same");
        }
        sink.report(Code::Bounds, &place(0), "last");
        let list = sink.into_vec();
        let Digest { entries, left } = Digest::of(&list);
        let code = |it: &Entry| list[it.index].code;
        let of = |wanted| entries.iter().filter(move |it| code(it) == wanted);
        assert_eq!(of(Code::UnknownFormat).count(), 23);
        assert_eq!(of(Code::Bounds).count(), 1);
        assert_eq!(of(Code::Renamed).map(|it| it.others).sum::<usize>(), 99);
        assert_eq!(left, [(Code::UnknownFormat, 77)]);
    }
}
