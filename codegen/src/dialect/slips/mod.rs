//! Slips of real documents that are mended where they stand, before anything reads the node.
//!
//! Whoever asks for a keyword then finds it in the form that the specification gives it, or does not find it. What only the parser minds is
//! mended by the modules beside this one, later; `check` tells of that.

mod forms;
mod moves;
mod requirements;
mod schemes;
mod words;

pub(crate) use moves::original;

use serde_json::{Map, Value};

use crate::diagnostic::Code;
use crate::dialect::references;
use crate::load::{Original, Repair};
use crate::place::Place;
use crate::specification::{Kind, Version};

/// A node, and what there is to know of it.
pub(crate) struct Met<'a> {
    pub(crate) kind: Kind,
    pub(crate) version: Version,
    pub(crate) place: &'a Place,
    pub(crate) node: &'a Value,
}

/// What is wrong with a node, and what mends it.
#[derive(Debug)]
pub(crate) struct Slip {
    /// The keywords that lead from the node to what is wrong.
    pub(crate) at: Vec<String>,
    pub(crate) code: Code,
    pub(crate) message: String,
    pub(crate) repairs: Vec<Repair>,
    /// The way back, where the repairs move what is below the node.
    pub(crate) original: Option<Original>,
}

impl Slip {
    fn new(at: &[&str], code: Code, message: String, value: Option<Value>) -> Self {
        let at: Vec<String> = at.iter().map(|token| (*token).to_owned()).collect();
        let repairs = vec![Repair {
            at: at.clone(),
            value,
        }];
        Self {
            at,
            code,
            message,
            repairs,
            original: None,
        }
    }
}

/// All slips of a node.
pub(crate) fn slips(met: &Met<'_>) -> Vec<Slip> {
    let Value::Object(node) = met.node else {
        return forms::whole(met.kind, met.node).into_iter().collect();
    };
    let moved = moves::of(met, node);
    if node.contains_key("$ref") && !references::may_say_more(met.version, met.kind) {
        return moved;
    }
    // What is moved takes the node with it as it stood, so that the rest is mended behind it.
    let mut slips = moved;
    slips.extend(forms::keywords(met.kind, node));
    slips.extend(words::of(met, node));
    slips.extend(requirements::of(met.kind, node));
    if met.kind == Kind::SecurityScheme {
        slips.extend(schemes::of(met, node));
    }
    slips
}

/// The name that is meant by one of another case.
fn of_other_case(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let mut known = known.iter().copied();
    known.find(|known| *known != name && known.eq_ignore_ascii_case(name))
}

fn text<'a>(node: &'a Map<String, Value>, keyword: &str) -> Option<&'a str> {
    node.get(keyword).and_then(Value::as_str)
}

#[cfg(test)]
mod tests;
