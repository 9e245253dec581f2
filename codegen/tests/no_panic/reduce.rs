//! From a document that goes wrong to what of it is needed for that.

use serde_json::Value;

use crate::mutation::{pointers, remove};

/// The text without every node that can be taken away while the document stays `bad`.
pub(crate) fn reduce(text: String, bad: impl Fn(&str) -> bool) -> String {
    let is_bad = |tree: &Value| bad(&format!("{tree:#}"));
    let tree: Option<Value> = serde_yaml::from_str(&text).ok();
    let Some(mut tree) = tree.filter(is_bad) else {
        return text;
    };
    while let Some(smaller) = without_some(&tree, is_bad) {
        tree = smaller;
    }
    format!("{tree:#}")
}

/// The tree after one pass over its nodes; `None` when each of them is needed.
fn without_some(tree: &Value, bad: impl Fn(&Value) -> bool) -> Option<Value> {
    let mut smaller = tree.clone();
    // Backwards, so that the pointers of list elements still to come stay right.
    for pointer in pointers(tree).iter().rev() {
        let mut candidate = smaller.clone();
        if remove(&mut candidate, pointer).is_some() && bad(&candidate) {
            smaller = candidate;
        }
    }
    (smaller != *tree).then_some(smaller)
}
