//! Where things stand in the document as it was written.

use serde_json::Value;

use super::operation::METHODS;
use super::parameters::{Moved, Owner, Payload, Sorted, sorted};
use super::pointers::{Tokens, below, join};
use super::{AZURE_PATHS, Cx, text};
use crate::load::Original;
use crate::place::Pointer;
use crate::specification::Kind;

/// What tells where a node of a rewritten part stands in that of 2.0; where 2.0 has no such node, the one that it was made of.
pub(crate) fn original(kind: Kind) -> Original {
    // A part in a file of its own is rewritten without the document ([`super::part`]).
    const ALONE: &Value = &Value::Null;
    match kind {
        Kind::Document => |root, _, node| document(root, node),
        Kind::PathItem => |root, at, node| {
            let item = |tokens: &[&str]| path_item(&Cx::of(ALONE), root, at, tokens);
            rest(at, node, item)
        },
        Kind::Operation => |root, at, node| {
            let operation =
                |tokens: &[&str]| Lists::new(&Cx::of(ALONE), root, at, at).operation(tokens);
            rest(at, node, operation)
        },
        Kind::Parameter | Kind::Header => {
            |root, at, node| rest(at, node, |tokens| value(root, at, tokens))
        }
        Kind::Responses => |root, at, node| rest(at, node, |tokens| answers(root, at, tokens)),
        Kind::Response => |root, at, node| rest(at, node, |tokens| answer(root, at, tokens)),
        Kind::SecurityScheme => |_, at, node| rest(at, node, |tokens| scheme(at, tokens)),
        Kind::Schema
        | Kind::Components
        | Kind::RequestBody
        | Kind::MediaType
        | Kind::Encoding
        | Kind::Callback => |_, _, node| node.clone(),
    }
}

/// The way back for the way that leads from the part at `at` to a node in it.
fn rest(at: &Pointer, node: &Pointer, original: impl Fn(&[&str]) -> Pointer) -> Pointer {
    let tokens = Tokens::of(node);
    original(&tokens.as_strs()[at.tokens().count()..])
}

fn document(root: &Value, pointer: &Pointer) -> Pointer {
    let tokens = Tokens::of(pointer);
    match tokens.as_strs().as_slice() {
        ["openapi"] => join(&[&["swagger"]]),
        ["servers", ..] => server(root),
        ["components", section, name, rest @ ..] => {
            component(root, section, name, rest).unwrap_or_else(|| pointer.clone())
        }
        ["paths", path, rest @ ..] => {
            let [usual, apart] = ["paths", AZURE_PATHS].map(|holder| join(&[&[holder, path]]));
            let is_apart = usual.find(root).is_none() && apart.find(root).is_some();
            let at = if is_apart { apart } else { usual };
            path_item(&Cx::of(root), root, &at, rest)
        }
        _ => pointer.clone(),
    }
}

/// The first of the members that servers are put together of.
fn server(root: &Value) -> Pointer {
    let stated = ["host", "basePath", "schemes"];
    let first = stated.into_iter().find(|key| root.get(key).is_some());
    join(&[first.as_slice()])
}

/// `None` for what stands where it stood: documents on their way from 2.0 to 3.0 have components already.
fn component(root: &Value, section: &str, name: &str, tokens: &[&str]) -> Option<Pointer> {
    let section = match section {
        "schemas" => "definitions",
        "responses" => "responses",
        "parameters" | "requestBodies" => "parameters",
        "securitySchemes" => "securityDefinitions",
        _ => return None,
    };
    let at = join(&[&[section, name]]);
    at.find(root)?;
    Some(match section {
        "responses" => answer(root, &at, tokens),
        "parameters" => value(root, &at, tokens),
        "securityDefinitions" => scheme(&at, tokens),
        _ => below(&at, tokens),
    })
}

fn path_item(cx: &Cx<'_>, root: &Value, at: &Pointer, tokens: &[&str]) -> Pointer {
    match tokens {
        ["parameters", rest @ ..] => {
            let item = at.find(root).unwrap_or(&Value::Null);
            listed(root, at, &sorted(cx, Owner::PathItem, item), rest)
        }
        [method, rest @ ..] if METHODS.contains(method) => {
            Lists::new(cx, root, at, &at.child(method)).operation(rest)
        }
        other => below(at, other),
    }
}

/// The parameters of an operation, and where they stand.
struct Lists<'a> {
    root: &'a Value,
    item: &'a Pointer,
    inherited: Sorted<'a>,
    operation: &'a Pointer,
    node: &'a Value,
    own: Sorted<'a>,
}

impl<'a> Lists<'a> {
    /// Those of the operation at `operation` in the path item at `item`, which is the same place where there is none.
    fn new(cx: &Cx<'a>, root: &'a Value, item: &'a Pointer, operation: &'a Pointer) -> Self {
        let node = |at: &Pointer| at.find(root).unwrap_or(&Value::Null);
        let is_inside = item != operation;
        let inherited = is_inside.then(|| sorted(cx, Owner::PathItem, node(item)));
        Self {
            root,
            item,
            inherited: inherited.unwrap_or_default(),
            operation,
            node: node(operation),
            own: sorted(cx, Owner::Operation, node(operation)),
        }
    }

    /// A node below the operation.
    fn operation(&self, tokens: &[&str]) -> Pointer {
        let is_made = |key| self.node.get(key).is_none();
        match tokens {
            ["requestBody", rest @ ..] if is_made("requestBody") => self.body(rest),
            ["servers", ..] if is_made("servers") => self.operation.child("schemes"),
            ["parameters", rest @ ..] => listed(self.root, self.operation, &self.own, rest),
            ["responses", rest @ ..] => {
                answers(self.root, &self.operation.child("responses"), rest)
            }
            other => below(self.operation, other),
        }
    }

    /// A node below the body, which parameters describe.
    fn body(&self, tokens: &[&str]) -> Pointer {
        match self.own.payload(&self.inherited) {
            Some(Payload::Body(body)) => self.moved(&body, &without_media_type(tokens)),
            Some(Payload::Form(fields)) => self.form(&fields, tokens),
            None => self.operation.clone(),
        }
    }

    /// A node below a body of these fields.
    fn form(&self, fields: &[Moved<'_>], tokens: &[&str]) -> Pointer {
        let (name, tokens) = match tokens {
            ["content", _, "schema", "properties", name, rest @ ..] => (*name, rest),
            ["content", _, "encoding", name, ..] => (*name, &["collectionFormat"][..]),
            _ => return self.operation.child("parameters"),
        };
        // Of several of one name the last one counts.
        let mut named = fields.iter().rev();
        match named.find(|field| text(field.node, "name") == Some(name)) {
            Some(field) => self.moved(field, tokens),
            None => self.operation.child("parameters"),
        }
    }

    /// A node below a parameter that is the body or a field of it; where the list has but a `$ref`, below that which it leads to.
    fn moved(&self, parameter: &Moved<'_>, tokens: &[&str]) -> Pointer {
        let Moved {
            node: _,
            shared,
            owner,
            index,
        } = parameter;
        let owner = match owner {
            Owner::PathItem => self.item,
            Owner::Operation => self.operation,
        };
        let at = below(owner, &["parameters", &index.to_string()]);
        match (tokens, shared) {
            ([] | ["$ref"], _) | (_, None) => value(self.root, &at, tokens),
            (_, Some(name)) => value(self.root, &join(&[&["parameters", name]]), tokens),
        }
    }
}

/// A node below the list of parameters of the node at `at`.
fn listed(root: &Value, at: &Pointer, sorted: &Sorted<'_>, tokens: &[&str]) -> Pointer {
    let list = at.child("parameters");
    let Some((position, rest)) = tokens.split_first() else {
        return list;
    };
    match position.parse().ok().and_then(|it| sorted.plain_index(it)) {
        Some(index) => value(root, &list.child(&index.to_string()), rest),
        None => list,
    }
}

/// A node below the parameter or header at `at`, whose value 2.0 describes in place.
fn value(root: &Value, at: &Pointer, tokens: &[&str]) -> Pointer {
    let is_made = |key| at.child(key).find(root).is_none();
    match tokens {
        ["schema", rest @ ..] if is_made("schema") => below(at, rest),
        ["style" | "explode", ..] if is_made("style") => at.child("collectionFormat"),
        ["content", ..] => below(at, &without_media_type(tokens)),
        other => below(at, other),
    }
}

/// A node below the answers at `at`.
fn answers(root: &Value, at: &Pointer, tokens: &[&str]) -> Pointer {
    match tokens {
        [status, rest @ ..] => answer(root, &at.child(status), rest),
        [] => at.clone(),
    }
}

/// A node below the answer at `at`; where there is but a `$ref`, below that which it leads to.
fn answer(root: &Value, at: &Pointer, tokens: &[&str]) -> Pointer {
    let reference = at.child("$ref");
    let reference = reference.find(root).and_then(Value::as_str);
    let shared = reference.and_then(Pointer::of_reference);
    let at = match tokens {
        [] | ["$ref"] => at,
        _ => shared.as_ref().unwrap_or(at),
    };
    match tokens {
        ["headers", name, rest @ ..] => value(root, &below(at, &["headers", name]), rest),
        ["content", name, "example", rest @ ..] => below(&below(at, &["examples", name]), rest),
        other => below(at, &without_media_type(other)),
    }
}

/// The way on from an answer or a body without the media type that 2.0 says elsewhere.
fn without_media_type<'a>(tokens: &[&'a str]) -> Vec<&'a str> {
    match tokens {
        ["content"] | ["content", _] => Vec::new(),
        ["content", _, rest @ ..] => rest.to_vec(),
        other => other.to_vec(),
    }
}

/// A node below the security scheme at `at`.
fn scheme(at: &Pointer, tokens: &[&str]) -> Pointer {
    match tokens {
        ["flows"] | ["flows", _] => at.child("flow"),
        ["flows", _, rest @ ..] => below(at, rest),
        other => below(at, other),
    }
}
