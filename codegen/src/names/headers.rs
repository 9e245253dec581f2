//! Names of the headers that answers declare.

use super::ident::{FieldIdent, TypeIdent, pascal, snake};
use super::scope::{Claim, Loser, Scope};
use super::{checked_pin, warn_if_renamed};
use crate::diagnostic::Sink;
use crate::ir::{Api, Header, OperationId};

/// The headers that one or more operations declare together.
#[derive(Debug)]
pub(crate) struct HeaderNames {
    pub(crate) ty: TypeIdent,
    /// In the order of the headers.
    pub(crate) fields: Vec<FieldIdent>,
    /// The first operation that declares them.
    pub(crate) operation: OperationId,
}

/// The sets of headers, and which of them each operation declares.
#[derive(Debug)]
pub(super) struct Assigned {
    pub(super) sets: Vec<HeaderNames>,
    pub(super) by_operation: Vec<Option<usize>>,
}

pub(super) fn assign(api: &Api, sink: &mut Sink) -> Assigned {
    let mut sets: Vec<(OperationId, &[Header])> = Vec::new();
    let mut by_operation = Vec::new();
    for (index, operation) in api.operations.iter().enumerate() {
        let headers = operation.headers.as_slice();
        let known = sets.iter().position(|(_, known)| are_same(known, headers));
        by_operation.push(match (headers.is_empty(), known) {
            (true, _) => None,
            (false, Some(known)) => Some(known),
            (false, None) => {
                sets.push((OperationId(index), headers));
                Some(sets.len() - 1)
            }
        });
    }
    let claims: Vec<_> = sets.iter().map(|(_, headers)| claim(headers)).collect();
    let names = Scope::with_reserved(&[], Loser::GetsPlainNumber).assign(&claims);
    let sets = sets.into_iter().zip(names);
    let sets = sets.map(|((operation, headers), name)| HeaderNames {
        ty: TypeIdent::new(name),
        fields: fields(headers, sink),
        operation,
    });
    Assigned {
        sets: sets.collect(),
        by_operation,
    }
}

fn are_same(a: &[Header], b: &[Header]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.is_same(b))
}

/// A set is called after its headers, so that its name depends on nothing else: by the words that they begin with, or else by all of them.
fn claim(headers: &[Header]) -> Claim {
    const MOST: usize = 3;
    let names: Vec<String> = headers
        .iter()
        .map(|header| words(&header.wire_name))
        .collect();
    let shared = shared_words(&names);
    let name = match (shared.is_empty(), names.as_slice()) {
        (false, _) => shared,
        (true, [first, _, ..]) if names.len() > MOST => format!("{first} and more"),
        (true, names) => names.join(" "),
    };
    let wanted = pascal(&[&name, "headers"]);
    Claim::plain(name, wanted)
}

/// The words of a header's name, without the `X-` that says nothing.
fn words(name: &str) -> String {
    let name = snake(name).replace('_', " ");
    name.strip_prefix("x ").unwrap_or(&name).to_owned()
}

/// The words that all of these begin with.
fn shared_words(names: &[String]) -> String {
    let mut names = names.iter().map(|name| name.split(' ').collect::<Vec<_>>());
    let first = names.next().unwrap_or_default();
    let shared = names.fold(first, |shared, name| {
        let pairs = shared.iter().zip(&name);
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| *a).collect()
    });
    shared.join(" ")
}

fn fields(headers: &[Header], sink: &mut Sink) -> Vec<FieldIdent> {
    let claims: Vec<_> = headers
        .iter()
        .map(|header| Claim {
            wire_name: header.wire_name.clone(),
            wanted: snake(&header.wire_name),
            pinned: checked_pin(header.pinned.as_ref(), &header.origin, sink),
            deprecated: header.deprecated.is_some(),
        })
        .collect();
    let names = Scope::with_reserved(&[], Loser::GetsNumber).assign(&claims);
    for ((header, claim), name) in headers.iter().zip(&claims).zip(&names) {
        let wanted = claim.asked();
        warn_if_renamed(&header.origin, &header.wire_name, wanted, name, sink);
    }
    names.into_iter().map(FieldIdent::new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(names: &[&str]) -> String {
        shared_words(&names.iter().map(|name| words(name)).collect::<Vec<_>>())
    }

    #[test]
    fn a_set_is_called_by_the_words_that_its_headers_begin_with() {
        for (names, expected) in [
            (
                &["X-RateLimit-Limit", "X-RateLimit-Reset"][..],
                "rate limit",
            ),
            (
                &[
                    "Access-Control-Allow-Origin",
                    "Access-Control-Expose-Headers",
                ][..],
                "access control",
            ),
            (&["X-Total", "X-Page"][..], ""),
            (&["Link"][..], "link"),
        ] {
            assert_eq!(shared(names), expected);
        }
    }
}
