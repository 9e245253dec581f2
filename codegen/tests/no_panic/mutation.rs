//! Changes of a document as a tree.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::odd;

/// One change. Nodes are given by their position among all that the tree has when its turn comes.
#[derive(Clone, Debug)]
pub(crate) enum Mutation {
    Replace {
        at: Index,
        with: Value,
    },
    Remove {
        at: Index,
    },
    Copy {
        from: Index,
        to: Index,
    },
    Swap {
        one: Index,
        other: Index,
    },
    Rename {
        at: Index,
        key: String,
    },
    Insert {
        at: Index,
        key: String,
        value: Value,
    },
    Graft {
        from: Index,
        at: Index,
        key: String,
    },
    /// A reference to a node, which may be the referring one or hold it.
    Refer {
        at: Index,
        to: Index,
        file: &'static str,
    },
    ReferTo {
        at: Index,
        text: String,
    },
    /// The node below itself, many times over.
    Nest {
        at: Index,
        keyword: &'static str,
        times: usize,
    },
}

/// Any change.
pub(crate) fn strategy() -> impl Strategy<Value = Mutation> {
    let index = || any::<Index>();
    let files = || {
        select(vec![
            "",
            "",
            "",
            "other.yaml",
            "api.yaml",
            "gone.yaml",
            "../api.yaml",
            "https://example.com/a",
        ])
    };
    let keywords = select(vec![
        "items",
        "allOf",
        "oneOf",
        "anyOf",
        "not",
        "properties",
        "additionalProperties",
        "schema",
        "content",
        "",
    ]);
    prop_oneof![
        3 => (index(), odd::value()).prop_map(|(at, with)| Mutation::Replace { at, with }),
        1 => index().prop_map(|at| Mutation::Remove { at }),
        2 => (index(), index()).prop_map(|(from, to)| Mutation::Copy { from, to }),
        1 => (index(), index()).prop_map(|(one, other)| Mutation::Swap { one, other }),
        2 => (index(), odd::key()).prop_map(|(at, key)| Mutation::Rename { at, key }),
        2 => (index(), odd::key(), odd::value()).prop_map(|(at, key, value)| Mutation::Insert { at, key, value }),
        2 => (index(), index(), odd::key()).prop_map(|(from, at, key)| Mutation::Graft { from, at, key }),
        3 => (index(), index(), files()).prop_map(|(at, to, file)| Mutation::Refer { at, to, file }),
        1 => (index(), odd::text()).prop_map(|(at, text)| Mutation::ReferTo { at, text }),
        1 => (index(), keywords, 1..140_usize).prop_map(|(at, keyword, times)| Mutation::Nest { at, keyword, times }),
    ]
}

impl Mutation {
    /// Changes the tree, where there is a node of the form that the change is about.
    pub(crate) fn apply(&self, tree: &mut Value) {
        let nodes = pointers(tree);
        let pick = |index: &Index| nodes[index.index(nodes.len())].clone();
        let copy = |index: &Index| tree.pointer(&pick(index)).cloned().unwrap_or_default();
        match self {
            Self::Replace { at, with } => set(tree, &pick(at), with.clone()),
            Self::Remove { at } => drop(remove(tree, &pick(at))),
            Self::Copy { from, to } => {
                let value = copy(from);
                set(tree, &pick(to), value);
            }
            Self::Swap { one, other } => {
                let (first, second) = (copy(one), copy(other));
                set(tree, &pick(one), second);
                set(tree, &pick(other), first);
            }
            Self::Rename { at, key } => rename(tree, &pick(at), key),
            Self::Insert { at, key, value } => insert(tree, &pick(at), key, value.clone()),
            Self::Graft { from, at, key } => {
                let value = copy(from);
                insert(tree, &pick(at), key, value);
            }
            Self::Refer { at, to, file } => {
                let reference = json!({ "$ref": format!("{file}#{}", pick(to)) });
                set(tree, &pick(at), reference);
            }
            Self::ReferTo { at, text } => set(tree, &pick(at), json!({ "$ref": text })),
            Self::Nest { at, keyword, times } => {
                let nested = (0..*times).fold(copy(at), |value, _| wrap(keyword, value));
                set(tree, &pick(at), nested);
            }
        }
    }
}

/// The JSON pointer of every node, parents first.
pub(crate) fn pointers(tree: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while let Some(pointer) = found.get(next).cloned() {
        match tree.pointer(&pointer) {
            Some(Value::Object(map)) => {
                found.extend(
                    map.keys().map(|key| {
                        format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
                    }),
                );
            }
            Some(Value::Array(list)) => {
                found.extend((0..list.len()).map(|index| format!("{pointer}/{index}")))
            }
            _ => {}
        }
        next += 1;
    }
    found
}

fn set(tree: &mut Value, pointer: &str, value: Value) {
    // A change before may have taken the node away.
    if let Some(node) = tree.pointer_mut(pointer) {
        *node = value;
    }
}

/// Takes a node out of its parent.
pub(crate) fn remove(tree: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, token) = pointer.rsplit_once('/')?;
    match tree.pointer_mut(parent)? {
        Value::Object(map) => map.shift_remove(&token.replace("~1", "/").replace("~0", "~")),
        Value::Array(list) => token
            .parse()
            .ok()
            .filter(|index| *index < list.len())
            .map(|index| list.remove(index)),
        _ => None,
    }
}

fn rename(tree: &mut Value, pointer: &str, key: &str) {
    let parent = pointer
        .rsplit_once('/')
        .map(|(parent, _)| parent.to_owned());
    if let (Some(parent), Some(value)) = (parent, remove(tree, pointer)) {
        insert(tree, &parent, key, value);
    }
}

fn insert(tree: &mut Value, pointer: &str, key: &str, value: Value) {
    match tree.pointer_mut(pointer) {
        Some(Value::Object(map)) => drop(map.insert(key.to_owned(), value)),
        Some(Value::Array(list)) => list.push(value),
        _ => {}
    }
}

fn wrap(keyword: &str, value: Value) -> Value {
    match keyword {
        "" => json!([value]),
        "allOf" | "oneOf" | "anyOf" => json!({ keyword: [value, { "type": "object" }] }),
        "properties" | "content" => json!({ keyword: { "a": value } }),
        _ => json!({ keyword: value }),
    }
}
