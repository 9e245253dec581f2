//! Where things stand in the rewritten document.

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

/// The tokens of a pointer, which may be slices of it or not.
pub(super) struct Tokens<'a>(Vec<std::borrow::Cow<'a, str>>);

impl<'a> Tokens<'a> {
    pub(super) fn of(pointer: &'a Pointer) -> Self {
        Self(pointer.tokens().collect())
    }

    pub(super) fn as_strs(&self) -> Vec<&str> {
        self.0.iter().map(AsRef::as_ref).collect()
    }
}

/// The pointer of these tokens.
pub(super) fn join(pieces: &[&[&str]]) -> Pointer {
    below(&Pointer::root(), &pieces.concat())
}

/// The node that tokens lead to from the one at `pointer`.
pub(super) fn below(pointer: &Pointer, tokens: &[&str]) -> Pointer {
    let way = |pointer: Pointer, token: &&str| pointer.child(token);
    tokens.iter().fold(pointer.clone(), way)
}
