//! One document to try: one of ours, changed.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::choices::{self, Choices};
use crate::documents::Document;
use crate::mutation::{self, Mutation};

/// How a document is changed.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The document to change.
    pub(crate) document: usize,
    /// A document that stands beside it.
    other: usize,
    pub(crate) mutations: Vec<Mutation>,
    /// Whether the tree is written as YAML.
    yaml: bool,
    pub(crate) edits: Vec<Edit>,
    pub(crate) choices: Choices,
}

/// A change of a text.
#[derive(Clone, Debug)]
pub(crate) struct Edit {
    at: Index,
    remove: usize,
    insert: &'static str,
}

/// What means something to a parser, or to nobody.
const SNIPPETS: [&str; 34] = [
    "",
    " ",
    "\n",
    "\t",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "'",
    "\\",
    "\\u0000",
    "\\ud800",
    "&a ",
    "*a",
    "<<: ",
    "!!binary ",
    "!",
    "|\n",
    ">-\n",
    "- ",
    "? ",
    "# ",
    "---\n",
    "%YAML 1.2\n",
    "1e999",
    "-",
    ".inf",
    "~",
    "\0",
    "é",
    "\u{feff}",
];

/// Any change of one of so many documents.
pub(crate) fn strategy(documents: usize) -> impl Strategy<Value = Case> {
    let mutations = prop_oneof![4 => 1..5_usize, 1 => 5..20_usize, 1 => 0..1_usize]
        .prop_flat_map(|count| prop::collection::vec(mutation::strategy(), 0..=count));
    let edits = prop_oneof![3 => 0..1_usize, 1 => 1..6_usize]
        .prop_flat_map(|count| prop::collection::vec(edit(), 0..=count));
    (
        0..documents,
        0..documents,
        mutations,
        any::<bool>(),
        edits,
        choices::strategy(),
    )
        .prop_map(|(document, other, mutations, yaml, edits, choices)| Case {
            document,
            other,
            mutations,
            yaml,
            edits,
            choices,
        })
}

fn edit() -> impl Strategy<Value = Edit> {
    (any::<Index>(), 0..12_usize, select(&SNIPPETS[..])).prop_map(|(at, remove, insert)| Edit {
        at,
        remove,
        insert,
    })
}

impl Case {
    /// The files to generate from, the changed one first.
    pub(crate) fn files(&self, documents: &[Document]) -> [(&'static str, String); 2] {
        let text = self
            .edits
            .iter()
            .fold(self.tree(&documents[self.document]), |text, edit| {
                edit.apply(&text)
            });
        [
            ("api.yaml", text),
            ("other.yaml", documents[self.other].text.clone()),
        ]
    }

    /// The text of the changed tree; a text that is no tree stays as it is.
    fn tree(&self, document: &Document) -> String {
        let Some(mut tree) = document.tree.clone().filter(|_| !self.mutations.is_empty()) else {
            return document.text.clone();
        };
        self.mutations
            .iter()
            .for_each(|mutation| mutation.apply(&mut tree));
        if self.yaml {
            serde_yaml::to_string(&tree).unwrap_or_default()
        } else {
            format!("{tree:#}")
        }
    }
}

impl Edit {
    fn apply(&self, text: &str) -> String {
        let Self { at, remove, insert } = self;
        let start = at.index(text.chars().count() + 1);
        let before = text.chars().take(start);
        let after = text.chars().skip(start + remove);
        before.chain(insert.chars()).chain(after).collect()
    }
}
