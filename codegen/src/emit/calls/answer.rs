//! The answers of a call.

use serde_json::Value;

use super::argument;
use super::call::{Writer, status};
use super::literal;
use crate::ir::{Answer, BodyMedia, EventData, Framing, Listed, Stream, Success};
use crate::witness::{Content, Described};

/// A row for each answer and value, successes first.
pub(super) fn rows(writer: &Writer<'_>) -> Vec<String> {
    let answers = &writer.call.answers;
    let (successes, failures): (Vec<_>, Vec<_>) =
        answers.iter().partition(|answer| answer.is_success);
    let successes = successes
        .into_iter()
        .flat_map(|answer| writer.success(answer));
    let streams = writer.streamed();
    let failures = failures
        .into_iter()
        .flat_map(|answer| writer.failure(answer));
    successes.chain(streams).chain(failures).collect()
}

impl Writer<'_> {
    fn success(&self, answer: &Described) -> Vec<String> {
        match &self.operation.success {
            Success::Empty { docs: _ } => vec![format!("answers {} empty = \"\";", answer.status)],
            Success::Body {
                media,
                content_type,
                ty: _,
                docs: _,
            } => self.whole(answer, *media, content_type, ""),
            Success::Stream(stream) => {
                self.stream(answer, stream, &format!("answers {}", answer.status))
            }
            Success::Several(listed) => self.listed(answer, listed),
        }
    }

    /// One of several successes.
    fn listed(&self, answer: &Described, listed: &[Listed]) -> Vec<String> {
        let known = listed
            .iter()
            .position(|listed| listed.status == status(&answer.key));
        let Some(position) = known else {
            return Vec::new();
        };
        let variant = self.variant(&self.names.answer, &self.names.successes[position]);
        let variant = format!(" as {variant}");
        let Listed {
            status: _,
            docs: _,
            body,
            content_type,
        } = &listed[position];
        match (body, content_type) {
            (Some((media, _)), Some(content_type)) => {
                self.whole(answer, *media, content_type, &variant)
            }
            (Some(_) | None, _) => {
                vec![format!("answers {} empty{variant} = \"\";", answer.status)]
            }
        }
    }

    fn whole(
        &self,
        answer: &Described,
        media: BodyMedia,
        content_type: &str,
        variant: &str,
    ) -> Vec<String> {
        let Some(Content {
            media_type: _,
            has_schema: _,
            values,
        }) = content(answer, content_type)
        else {
            return Vec::new();
        };
        let status = answer.status;
        match media {
            BodyMedia::Text => vec![format!("answers {status} text{variant} = \"content\";")],
            BodyMedia::Bytes => vec![format!("answers {status} bytes{variant} = \"content\";")],
            // Forms and parts are for requests.
            BodyMedia::Json | BodyMedia::Form | BodyMedia::Multipart => values
                .iter()
                .map(|pair| format!("answers {status} json{variant} = {};", json(pair)))
                .collect(),
        }
    }

    fn stream(&self, answer: &Described, stream: &Stream, row: &str) -> Vec<String> {
        let values = content(answer, &stream.content_type).map(|content| &content.values);
        let items: Vec<Value> = values
            .into_iter()
            .flatten()
            .map(|(value, _)| value.clone())
            .collect();
        let (word, is_text) = match stream.framing {
            Framing::Events(EventData::Text) | Framing::NamedEvents(EventData::Text) => {
                ("text_events", true)
            }
            Framing::Events(EventData::Json) | Framing::NamedEvents(EventData::Json) => {
                ("events", false)
            }
            Framing::Events(EventData::Mixed) | Framing::NamedEvents(EventData::Mixed) => {
                ("mixed_events", false)
            }
            Framing::JsonLines => ("lines", false),
            Framing::TextLines => ("text_lines", true),
            Framing::JsonSequence => ("sequence", false),
        };
        let items = match is_text {
            true => vec![Value::from("content")],
            false => items,
        };
        if items.is_empty() {
            return Vec::new();
        }
        vec![format!(
            "{row} {word} = {};",
            literal::json(&Value::Array(items))
        )]
    }

    /// The answer that arrives item by item beside one that comes as a whole.
    fn streamed(&self) -> Vec<String> {
        let Some(stream) = &self.operation.stream else {
            return Vec::new();
        };
        let offers = |answer: &&Described| content(answer, &stream.content_type).is_some();
        let answer = self
            .call
            .answers
            .iter()
            .filter(|answer| answer.is_success)
            .find(offers);
        answer
            .map(|answer| self.stream(answer, stream, "streams"))
            .unwrap_or_default()
    }

    fn failure(&self, answer: &Described) -> Vec<String> {
        let known = self
            .operation
            .errors
            .iter()
            .find(|error| error.status == status(&answer.key));
        let ty = known.and_then(
            |Answer {
                 status: _,
                 docs: _,
                 ty,
             }| ty.as_ref(),
        );
        let status = answer.status;
        let contents = answer.contents.iter().filter(|content| content.is_json());
        let values: Vec<_> = contents
            .take(1)
            .flat_map(|content| &content.values)
            .collect();
        match ty {
            Some(ty) if !values.is_empty() => {
                let ty = argument::ty(self.cx, ty);
                values
                    .into_iter()
                    .map(|pair| format!("fails {status} as {ty} = {};", json(pair)))
                    .collect()
            }
            Some(_) | None => vec![format!("fails {status};")],
        }
    }
}

/// The content of a media type: where the document has a pattern for it, or says there alone what it is like, the content of that.
fn content<'a>(answer: &'a Described, media_type: &str) -> Option<&'a Content> {
    let mut contents = answer.contents.iter();
    let exact = contents.find(|content| content.media_type == media_type);
    let is_alike = |content: &&Content| content.media_type.contains('*') || content.is_json();
    let mut alike = answer.contents.iter().filter(is_alike);
    let described = alike.clone().find(|content| content.has_schema);
    exact
        .filter(|exact| exact.has_schema)
        .or(described)
        .or(exact)
        .or_else(|| alike.next())
}

/// A value, and what of it is declared where that is less.
fn json((value, declared): &(Value, Value)) -> String {
    if value == declared {
        literal::json(value)
    } else {
        format!("{} => {}", literal::json(value), literal::json(declared))
    }
}
