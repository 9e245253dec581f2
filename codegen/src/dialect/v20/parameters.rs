//! Lists of parameters, of which 3.0 keeps those that are not the body.

use serde_json::Value;

use super::{Cx, Node, references, text, value};

/// The parameters of a list by what becomes of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Sorted<'a> {
    /// Those that stay parameters, with their numbers in the list.
    plain: Vec<(usize, &'a Value)>,
    body: Option<Moved<'a>>,
    form: Vec<Moved<'a>>,
}

/// A parameter that is the body, or a field of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moved<'a> {
    pub(super) node: &'a Node,
    /// The name among the document's parameters, where it is one of those.
    pub(super) shared: Option<&'a str>,
    /// Whose list it stands in.
    pub(super) owner: Owner,
    /// Its number in the list.
    pub(super) index: usize,
}

/// Who has a list of parameters.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Owner {
    PathItem,
    Operation,
}

/// What a request carries.
#[derive(Clone, Debug)]
pub(super) enum Payload<'a> {
    Body(Moved<'a>),
    Form(Vec<Moved<'a>>),
}

/// Sorts the parameters of a path item or an operation, given as that.
pub(super) fn sorted<'a>(cx: &Cx<'a>, owner: Owner, node: &'a Value) -> Sorted<'a> {
    let mut sorted = Sorted::default();
    let list = node.get("parameters").and_then(Value::as_array);
    let list = list.map_or(&[][..], Vec::as_slice);
    // "Parameter Object": body and form exclude each other, and there is one body. What is too much stays, for `check` to tell of.
    let has_body = list.iter().any(|node| role(cx, node) == Role::Body);
    for (index, node) in list.iter().enumerate() {
        let (end, shared) = followed(cx, node);
        let moved = end.as_object().map(|node| Moved {
            node,
            shared,
            owner,
            index,
        });
        match (role(cx, node), moved) {
            (Role::Body, Some(body)) if sorted.body.is_none() => sorted.body = Some(body),
            (Role::Form, Some(field)) if !has_body => sorted.form.push(field),
            (Role::Body | Role::Form | Role::Plain, _) => sorted.plain.push((index, node)),
        }
    }
    sorted
}

impl<'a> Sorted<'a> {
    /// Those that stay parameters, rewritten.
    pub(super) fn plain(&self, cx: &Cx<'_>) -> Value {
        let plain = self.plain.iter();
        plain.map(|(_, node)| value::parameter(cx, node)).collect()
    }

    /// The number in the list of the one that comes at `position` among those.
    pub(super) fn plain_index(&self, position: usize) -> Option<usize> {
        self.plain.get(position).map(|(index, _)| *index)
    }

    /// What a request carries, given the parameters of the path item; the operation's own come before those ("Path Item Object").
    pub(super) fn payload(&self, inherited: &Self) -> Option<Payload<'a>> {
        if let Some(body) = self.body {
            return Some(Payload::Body(body));
        }
        if let (Some(body), []) = (inherited.body, self.form.as_slice()) {
            return Some(Payload::Body(body));
        }
        // A field that is said again is said again under the same name, and replaces the first.
        let fields: Vec<_> = inherited.form.iter().chain(&self.form).copied().collect();
        (!fields.is_empty()).then_some(Payload::Form(fields))
    }
}

/// What becomes of a parameter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    Plain,
    Body,
    Form,
}

/// What becomes of a parameter, which may be a `$ref`.
pub(super) fn role<'a>(cx: &Cx<'a>, node: &'a Value) -> Role {
    let Value::Object(node) = followed(cx, node).0 else {
        return Role::Plain;
    };
    match text(node, "in") {
        Some("body") => Role::Body,
        Some("formData") if text(node, "name").is_some() => Role::Form,
        Some(_) | None => Role::Plain,
    }
}

/// The parameter that a chain of `$ref`s leads to, and the name that the document shares it by; chains that leave the file end there.
pub(super) fn followed<'a>(cx: &Cx<'a>, node: &'a Value) -> (&'a Value, Option<&'a str>) {
    // Shared parameters are no references ("Parameters Definitions Object"); a chain this long is a cycle.
    const LONGEST_CHAIN: usize = 16;
    let (mut end, mut shared) = (node, None);
    for _ in 0..LONGEST_CHAIN {
        let reference = end.get("$ref").and_then(Value::as_str);
        let Some((reference, next)) =
            reference.and_then(|text| Some((text, references::lookup(cx, text)?)))
        else {
            break;
        };
        end = next;
        shared = reference
            .strip_prefix("#/parameters/")
            .filter(|name| !name.contains('/'));
    }
    (end, shared)
}
