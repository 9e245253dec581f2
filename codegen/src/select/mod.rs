//! Which operations of the document the crate gets.

mod pattern;

pub use pattern::Pattern;

use crate::diagnostic::{Code, Sink};
use crate::place::Place;

/// The patterns that a user gave. Without any, every operation is selected.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    pub(crate) include: Vec<Pattern>,
    pub(crate) exclude: Vec<Pattern>,
}

/// What patterns look at.
#[derive(Clone, Debug)]
pub(crate) struct Subject<'a> {
    pub(crate) method: &'a str,
    /// The path as the document writes it, and as it is told of.
    pub(crate) paths: [&'a str; 2],
    pub(crate) id: Option<&'a str>,
    pub(crate) tags: Vec<&'a str>,
}

impl Selection {
    /// Whether there is nothing to select by.
    pub(crate) fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// Whether an operation is selected: no `exclude` names it, and an `include` does, if there are any.
    pub(crate) fn takes(&self, subject: &Subject<'_>) -> bool {
        let named = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.names(subject));
        (self.include.is_empty() || named(&self.include)) && !named(&self.exclude)
    }

    /// Notes every pattern that names none of the operations, which stand below `paths`: it would go on doing nothing without a word.
    pub(crate) fn check(&self, subjects: &[Subject<'_>], paths: &Place, sink: &mut Sink) {
        let include = self.include.iter().map(|pattern| (pattern, "included"));
        let exclude = self.exclude.iter().map(|pattern| (pattern, "excluded"));
        for (pattern, fate) in include.chain(exclude) {
            if !subjects.iter().any(|subject| pattern.names(subject)) {
                report(pattern, fate, subjects, paths, sink);
            }
        }
    }
}

fn report(pattern: &Pattern, fate: &str, subjects: &[Subject<'_>], paths: &Place, sink: &mut Sink) {
    let text = pattern.as_str();
    let message = format!("no operation is named by `{text}`, which was to be {fate}");
    let known: Vec<String> = subjects
        .iter()
        .flat_map(|subject| pattern.exact(subject))
        .collect();
    let is_tag = |subject: &Subject<'_>| subject.tags.contains(&text);
    let diagnostic = sink.report(Code::PatternUnmatched, paths, message);
    if subjects.iter().any(is_tag) {
        diagnostic.help(format!("a tag is written `tag:{text}`"));
    } else {
        diagnostic.help_closest(text, known.iter().map(String::as_str));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::FileId;

    fn selection(include: &[&str], exclude: &[&str]) -> Selection {
        let parsed = |texts: &[&str]| {
            let patterns = texts.iter().map(|text| text.parse().expect("a pattern"));
            patterns.collect()
        };
        Selection {
            include: parsed(include),
            exclude: parsed(exclude),
        }
    }

    fn subject(id: &'static str) -> Subject<'static> {
        Subject {
            method: "get",
            paths: ["/a", "/a"],
            id: Some(id),
            tags: vec!["Pets"],
        }
    }

    #[test]
    fn exclude_wins_over_include() {
        let takes = |include: &[&str], exclude: &[&str]| {
            selection(include, exclude).takes(&subject("listPets"))
        };
        assert!(takes(&[], &[]));
        assert!(takes(&["list*"], &[]));
        assert!(takes(&[], &["getPets"]));
        assert!(!takes(&["getPets"], &[]));
        assert!(!takes(&["listPets"], &["tag:Pets"]));
    }

    #[test]
    fn a_pattern_that_names_nothing_is_reported_with_the_closest_name() {
        let help = |pattern: &str| {
            let mut sink = Sink::default();
            let paths = Place::root(FileId::ENTRY).child("paths");
            selection(&[], &[pattern]).check(&[subject("listPets")], &paths, &mut sink);
            let found = sink.into_vec().pop();
            found.and_then(|found| found.help).unwrap_or_default()
        };
        assert_eq!(help("listPet"), "a similar name exists: `listPets`");
        assert_eq!(help("tag:Pet"), "a similar name exists: `tag:Pets`");
        assert_eq!(help("GET /b"), "a similar name exists: `GET /a`");
        assert_eq!(help("Pets"), "a tag is written `tag:Pets`");
        assert_eq!(help("list*"), "");
    }
}
