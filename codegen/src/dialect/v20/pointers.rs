//! Where things stand in the document as it was written, and in the rewritten one.

use crate::place::Pointer;

/// Where a pointer into a document of 2.0 leads in the rewritten one.
pub(crate) fn moved(pointer: &Pointer) -> Pointer {
    let tokens = Tokens::of(pointer);
    match tokens.as_strs().as_slice() {
        ["definitions", rest @ ..] => join(&[&["components", "schemas"], rest]),
        ["responses", rest @ ..] => join(&[&["components", "responses"], rest]),
        ["parameters", name, "items", rest @ ..] => {
            let items = ["components", "parameters", name, "schema", "items"];
            join(&[&items, rest])
        }
        ["parameters", rest @ ..] => join(&[&["components", "parameters"], rest]),
        ["securityDefinitions", rest @ ..] => join(&[&["components", "securitySchemes"], rest]),
        _ => pointer.clone(),
    }
}

/// Where a node of the rewritten document is written in that of 2.0, as near as can be told: a body is one of a list of parameters,
/// and which one only the document knows.
pub(crate) fn original(pointer: &Pointer) -> Pointer {
    let tokens = Tokens::of(pointer);
    match tokens.as_strs().as_slice() {
        ["openapi"] => join(&[&["swagger"]]),
        ["servers", ..] => join(&[&["host"]]),
        ["components", section, rest @ ..] => component(section, rest, pointer),
        ["paths", path, "parameters", rest @ ..] => {
            join(&[&["paths", path, "parameters"], &parameter(rest)])
        }
        ["paths", path, method, rest @ ..] => join(&[&["paths", path, method], &operation(rest)]),
        _ => pointer.clone(),
    }
}

fn component(section: &str, rest: &[&str], pointer: &Pointer) -> Pointer {
    match section {
        "schemas" => join(&[&["definitions"], rest]),
        "responses" => join(&[&["responses"], &answer(rest)]),
        "parameters" => join(&[&["parameters"], &parameter(rest)]),
        "requestBodies" => join(&[&["parameters"], &without_media_type(rest)]),
        "securitySchemes" => join(&[&["securityDefinitions"], &scheme(rest)]),
        // A section that 2.0 does not know stands where it stood.
        _ => pointer.clone(),
    }
}

/// A node below an operation.
fn operation<'a>(tokens: &[&'a str]) -> Vec<&'a str> {
    match tokens {
        ["requestBody", ..] => vec!["parameters"],
        ["servers", ..] => vec!["schemes"],
        ["parameters", rest @ ..] => [&["parameters"], parameter(rest).as_slice()].concat(),
        ["responses", rest @ ..] => [&["responses"], answer(rest).as_slice()].concat(),
        other => other.to_vec(),
    }
}

/// A node below a map of answers.
fn answer<'a>(tokens: &[&'a str]) -> Vec<&'a str> {
    match tokens {
        [status, "headers", rest @ ..] => {
            [&[*status, "headers"], parameter(rest).as_slice()].concat()
        }
        other => without_media_type(other),
    }
}

/// A node below a map or a list of parameters or headers, whose schemas are described in place in 2.0.
fn parameter<'a>(tokens: &[&'a str]) -> Vec<&'a str> {
    match tokens {
        [name, "schema", rest @ ..] => [&[*name], rest].concat(),
        [name, "style" | "explode", ..] => vec![*name, "collectionFormat"],
        other => other.to_vec(),
    }
}

/// A node below a map of answers or bodies.
fn without_media_type<'a>(tokens: &[&'a str]) -> Vec<&'a str> {
    match tokens {
        [name, "content"] | [name, "content", _] => vec![*name],
        [name, "content", _, "example", ..] => vec![*name, "examples"],
        [name, "content", _, rest @ ..] => [&[*name], rest].concat(),
        other => other.to_vec(),
    }
}

fn scheme<'a>(tokens: &[&'a str]) -> Vec<&'a str> {
    match tokens {
        [name, "flows"] | [name, "flows", _] => vec![*name, "flow"],
        [name, "flows", _, rest @ ..] => [&[*name], rest].concat(),
        other => other.to_vec(),
    }
}

/// The tokens of a pointer, which may be slices of it or not.
struct Tokens<'a>(Vec<std::borrow::Cow<'a, str>>);

impl<'a> Tokens<'a> {
    fn of(pointer: &'a Pointer) -> Self {
        Self(pointer.tokens().collect())
    }

    fn as_strs(&self) -> Vec<&str> {
        self.0.iter().map(AsRef::as_ref).collect()
    }
}

fn join(pieces: &[&[&str]]) -> Pointer {
    let tokens = pieces.iter().flat_map(|piece| piece.iter());
    tokens.fold(Pointer::root(), |pointer, token| pointer.child(token))
}
