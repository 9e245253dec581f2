//! The docs of an operation's method.

use super::super::docs::{code, lines, paragraph, sentence};
use super::{Part, Writer};
use crate::ir::{Answer, Status, Success, Ty};

impl Writer<'_> {
    /// Prose, method and path, arguments, errors and an example.
    pub(super) fn docs(&self, required: &[Part<'_>]) -> Vec<String> {
        let operation = self.operation;
        let call = code(&format!("{} {}", operation.method.as_str(), operation.path));
        let mut text = lines(&operation.docs, &format!("Calls {call}."));
        paragraph(&mut text, vec![call]);
        paragraph(&mut text, self.answer().into_iter().collect());
        section(
            &mut text,
            "Arguments",
            required.iter().flat_map(argument).collect(),
        );
        section(&mut text, "Errors", self.errors());
        section(&mut text, "Examples", self.example(required));
        text
    }

    /// What the document says of the answer that is a success.
    fn answer(&self) -> Option<String> {
        match &self.operation.success {
            Success::Empty { docs }
            | Success::Body {
                docs,
                media: _,
                content_type: _,
                ty: _,
            } => sentence(docs).map(|text| format!("On success: {text}")),
            Success::Several(_) => Some(format!("On success: one of [`{0}`].", self.names.answer)),
        }
    }

    fn errors(&self) -> Vec<String> {
        let mut lines: Vec<String> = self
            .operation
            .errors
            .iter()
            .map(|answer| self.error(answer))
            .collect();
        let general = "[`ErrorKind`](crate::ErrorKind) lists what";
        lines.push(match lines.is_empty() {
            true => format!("{general} can go wrong."),
            false => format!("* {general} else can go wrong"),
        });
        lines
    }

    fn error(&self, answer: &Answer) -> String {
        let Answer { status, docs, ty } = answer;
        let status = match status {
            Status::Code(code) => format!("`{code}`"),
            Status::Range(class) => format!("`{class}XX`"),
            Status::Default => "Any other status".to_owned(),
        };
        let said = sentence(docs)
            .map(|text| format!(": {text}"))
            .unwrap_or_default();
        let named = ty
            .as_ref()
            .and_then(Ty::named)
            .map(|id| self.cx.names.ty(id));
        let body = named
            .map(|name| format!(" ([`types::{name}`](crate::types::{name}))"))
            .unwrap_or_default();
        format!("* {status}{said}{body}")
    }
}

fn section(text: &mut Vec<String>, title: &str, lines: Vec<String>) {
    if !lines.is_empty() {
        paragraph(text, vec![format!("# {title}")]);
        paragraph(text, lines);
    }
}

/// An argument in the list of arguments.
fn argument(part: &Part<'_>) -> Vec<String> {
    let mut lines = part.docs.iter();
    let first = lines.next().map(String::as_str).unwrap_or_default();
    let head = format!("* `{}`: {first}", part.name);
    let rest = lines.map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!("  {line}")
        }
    });
    std::iter::once(head).chain(rest).collect()
}
