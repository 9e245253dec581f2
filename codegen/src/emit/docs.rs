//! Doc comments.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) use super::markdown::code;

use super::markdown;
use crate::ir::Docs;

/// The lines of a doc comment: prose, then facts, with `fallback` where the document says nothing.
pub(super) fn lines(docs: &Docs, fallback: &str) -> Vec<String> {
    let prose = prose(docs);
    let prose = if prose.is_empty() {
        vec![fallback.to_owned()]
    } else {
        prose
    };
    with_facts(prose, docs)
}

/// The lines of a doc comment where a name says enough on its own.
pub(super) fn said(docs: &Docs) -> Vec<String> {
    with_facts(prose(docs), docs)
}

fn prose(docs: &Docs) -> Vec<String> {
    let Docs {
        summary,
        description,
        facts: _,
    } = docs;
    let read = |text: &Option<String>| text.as_deref().map(markdown::lines).unwrap_or_default();
    let (mut lines, more) = (read(summary), read(description));
    if is_same(&lines, &more) {
        return more;
    }
    paragraph(&mut lines, more);
    lines
}

/// Whether two texts say the same: a stop at the end adds nothing.
fn is_same(one: &[String], other: &[String]) -> bool {
    let text = |lines: &[String]| lines.join(" ").trim_end_matches('.').to_owned();
    text(one) == text(other)
}

fn with_facts(mut lines: Vec<String>, docs: &Docs) -> Vec<String> {
    for fact in &docs.facts {
        paragraph(&mut lines, markdown::lines(fact));
    }
    lines
}

/// Adds lines behind an empty one.
pub(super) fn paragraph(lines: &mut Vec<String>, more: Vec<String>) {
    if !lines.is_empty() && !more.is_empty() {
        lines.push(String::new());
    }
    lines.extend(more);
}

/// The doc comment as attributes, one a line: these print as `///`, a string with line ends would not.
pub(super) fn attributes(lines: &[String]) -> TokenStream {
    let texts = lines.iter().map(|line| {
        let gap = if line.is_empty() { "" } else { " " };
        literal(&format!("{gap}{line}"))
    });
    quote!(#(#[doc = #texts])*)
}

/// A raw literal where there can be one: docs are most of the text, and no tool has to look for escapes in it.
fn literal(text: &str) -> Literal {
    let raw = (!text.contains(['"', '\r'])).then(|| format!("r\"{text}\"").parse().ok());
    raw.flatten().unwrap_or_else(|| Literal::string(text))
}

/// The first line of what the document says, for places that have room for one.
pub(super) fn sentence(docs: &Docs) -> Option<String> {
    let Docs {
        summary,
        description,
        facts: _,
    } = docs;
    summary
        .iter()
        .chain(description)
        .find_map(|text| markdown::sentence(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_twice_is_written_once() {
        let said = |summary: &str, description: &str| {
            let docs = Docs {
                summary: Some(summary.to_owned()),
                description: Some(description.to_owned()),
                ..Docs::default()
            };
            said(&docs).join("\n")
        };
        assert_eq!(said("Lists all.", "Lists  all"), "Lists all");
        assert_eq!(said("Lists", "Lists all"), "Lists\n\nLists all");
    }
}
