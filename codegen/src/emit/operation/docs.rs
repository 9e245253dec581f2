//! The docs of an operation's method.

use super::super::docs::{code, paragraph, said, sentence};
use super::super::markdown;
use super::{Part, Writer};
use crate::ir::{Answer, Docs, Fixed, Status, Stream, Success, Ty, TypeId};

impl Writer<'_> {
    /// Prose, method and path, arguments, errors and an example.
    pub(super) fn docs(&self, asked: &[&Part<'_>]) -> Vec<String> {
        let operation = self.operation;
        let call = code(&format!("{} {}", operation.method.as_str(), operation.path));
        let mut text = said(&operation.docs);
        let call = match text.is_empty() {
            true => format!("Calls {call}"),
            false => call,
        };
        paragraph(&mut text, vec![self.call(&call)]);
        paragraph(&mut text, self.fixed_values().into_iter().collect());
        paragraph(&mut text, self.on_demand().into_iter().collect());
        paragraph(&mut text, self.all_pages().into_iter().collect());
        let arguments = asked.iter().flat_map(|part| argument(part)).collect();
        section(&mut text, "Arguments", arguments);
        section(&mut text, "Errors", self.errors());
        if self.is_shown {
            section(&mut text, "Examples", self.example(asked));
        }
        text
    }

    /// Method and path, and what the document says of the answer that is a success.
    fn call(&self, call: &str) -> String {
        let success = match &self.operation.success {
            Success::Empty { docs }
            | Success::Stream(Stream {
                docs,
                framing: _,
                content_type: _,
                ty: _,
            })
            | Success::Body {
                docs,
                media: _,
                content_type: _,
                ty: _,
            } => sentence(docs),
            Success::Several(_) => Some(format!("one of [`{0}`].", self.names.answer)),
        };
        match success {
            Some(success) => format!("{call}. On success: {success}"),
            None => format!("{call}."),
        }
    }

    /// What the call sends without being given it.
    fn fixed_values(&self) -> Option<String> {
        let parameters = self.operation.parameters.iter();
        let sent = parameters.filter_map(|parameter| {
            let value = value(parameter.fixed.as_ref()?);
            Some(format!("{value} as {}", code(&parameter.wire_name)))
        });
        let sent: Vec<_> = sent.collect();
        (!sent.is_empty()).then(|| format!("Sends {}.", sent.join(", ")))
    }

    /// The call that asks for a stream, where there is another that does not.
    fn on_demand(&self) -> Option<String> {
        let stream = self.operation.stream.as_ref();
        stream.map(|_| "`send_stream` gives it item by item.".to_owned())
    }

    /// The calls that give all pages, where the answer is one of several.
    fn all_pages(&self) -> Option<String> {
        let pagination = self.operation.pagination.as_ref();
        pagination.map(|_| "`items` gives the items of all pages, `pages` the pages.".to_owned())
    }

    /// The answers that are errors, those with the same body in one line.
    fn errors(&self) -> Vec<String> {
        let mut bodies: Vec<(Option<TypeId>, Vec<String>)> = Vec::new();
        for Answer { status, docs, ty } in &self.operation.errors {
            let body = ty.as_ref().and_then(Ty::named);
            let error = error(*status, docs);
            match bodies.iter_mut().find(|(known, _)| *known == body) {
                Some((_, errors)) => errors.push(error),
                None => bodies.push((body, vec![error])),
            }
        }
        bodies
            .into_iter()
            .map(|(body, errors)| self.errors_of(body, &errors))
            .collect()
    }

    fn errors_of(&self, body: Option<TypeId>, errors: &[String]) -> String {
        let errors = errors.join(", ");
        match body.map(|id| self.cx.names.ty(id)) {
            Some(name) => format!("* [`{name}`](crate::types::{name}) with {errors}"),
            None => format!("* {errors}"),
        }
    }
}

/// A fixed value as it is sent. What is empty would show as two stray backticks.
fn value(fixed: &Fixed) -> String {
    let text = match fixed {
        Fixed::Null => "null".to_owned(),
        Fixed::Boolean(value) => value.to_string(),
        Fixed::Text(text) => text.clone(),
        Fixed::Variant(value) => value.to_string(),
    };
    match text.as_str() {
        "" => "an empty text".to_owned(),
        text => code(text),
    }
}

/// A status, and what the document says of it.
fn error(status: Status, docs: &Docs) -> String {
    let status = match status {
        Status::Code(code) => format!("`{code}`"),
        Status::Range(class) => format!("`{class}XX`"),
        Status::Default => "any other status".to_owned(),
    };
    match sentence(docs) {
        Some(said) => format!("{status} ({})", said.trim_end_matches('.')),
        None => status,
    }
}

fn section(text: &mut Vec<String>, title: &str, lines: Vec<String>) {
    if !lines.is_empty() {
        paragraph(text, vec![format!("# {title}")]);
        paragraph(text, lines);
    }
}

/// An argument in the list of arguments, where the document says more than its name does.
fn argument(part: &Part<'_>) -> Vec<String> {
    let is_noted = is_deprecated_in_silence(part);
    let note = if is_noted { " Deprecated." } else { "" };
    let name = format!("* `{}`:{note}", part.name);
    let (head, rest) = match part.docs.split_first() {
        None if is_noted => (vec![name], part.docs.as_slice()),
        None => return Vec::new(),
        Some((first, _)) if markdown::begins_block(first) => {
            let gap = String::new();
            (vec![name, gap], part.docs.as_slice())
        }
        Some((first, rest)) => (vec![format!("{name} {first}")], rest),
    };
    let rest = rest.iter().map(|line| indented(line));
    head.into_iter().chain(rest).collect()
}

/// Whether an argument is deprecated, and what the document says of it does not tell: no attribute can stand on an argument.
fn is_deprecated_in_silence(part: &Part<'_>) -> bool {
    let tells = |line: &String| line.to_ascii_lowercase().contains("deprecat");
    part.deprecated.is_some() && !part.docs.iter().any(tells)
}

fn indented(line: &str) -> String {
    match line {
        "" => String::new(),
        line => format!("  {line}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::Value;

    #[test]
    fn a_value_is_shown_as_it_is_sent_and_an_empty_one_is_said() {
        let variant = |text: &str| Fixed::Variant(Value::Text(text.to_owned()));
        assert_eq!(value(&Fixed::Boolean(true)), "`true`");
        assert_eq!(value(&Fixed::Text("v1".to_owned())), "`v1`");
        assert_eq!(value(&Fixed::Text(String::new())), "an empty text");
        assert_eq!(value(&variant("a")), "`a`");
        assert_eq!(value(&variant("")), "an empty text");
    }
}
