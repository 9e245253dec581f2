//! The two forms of text, and their parsers.

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::tree::{Notes, Tree};
use crate::diagnostic::Position;

/// How a text is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Format {
    Json,
    Yaml,
}

/// Why and where a parser stopped.
#[derive(Debug)]
pub(crate) struct Stop {
    pub(crate) message: String,
    pub(crate) position: Option<Position>,
}

impl Format {
    /// By the text itself, since names lie: JSON is also YAML, but ten times faster to read as JSON.
    pub(crate) fn of(text: &str) -> Self {
        if text.trim_start().starts_with(['{', '[']) && !looks_like_flow_yaml(text) {
            Self::Json
        } else {
            Self::Yaml
        }
    }

    /// The text as a tree.
    pub(crate) fn parse(self, text: &str, notes: &Notes) -> Result<Value, Stop> {
        self.drive(text, Tree::root(notes))
    }

    /// Runs a seed over the text.
    pub(super) fn drive<'de, S: DeserializeSeed<'de>>(
        self,
        text: &'de str,
        seed: S,
    ) -> Result<S::Value, Stop> {
        match self {
            Self::Json => {
                let mut parser = serde_json::Deserializer::from_str(text);
                seed.deserialize(&mut parser)
                    .and_then(|value| parser.end().map(|()| value))
                    .map_err(|error| json_stop(&error))
            }
            Self::Yaml => seed
                .deserialize(serde_yaml::Deserializer::from_str(text))
                .map_err(|error| yaml_stop(&error)),
        }
    }
}

/// `{a: b}` begins like JSON; its first key is not a quoted string.
fn looks_like_flow_yaml(text: &str) -> bool {
    let body = text.trim_start().trim_start_matches('{').trim_start();
    text.trim_start().starts_with('{') && !body.starts_with(['"', '}']) && !body.is_empty()
}

fn json_stop(error: &serde_json::Error) -> Stop {
    let position = (error.line() > 0).then(|| Position {
        line: error.line(),
        column: error.column().max(1),
    });
    let text = error.to_string();
    let message = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(message, _)| message)
        .to_owned();
    Stop { message, position }
}

fn yaml_stop(error: &serde_yaml::Error) -> Stop {
    let position = error.location().map(|at| Position {
        line: at.line(),
        column: at.column(),
    });
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text).to_owned();
    Stop { message, position }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_tells_its_form() {
        assert_eq!(Format::of(" {\"openapi\": \"3.0.3\"}"), Format::Json);
        assert_eq!(Format::of("{}"), Format::Json);
        assert_eq!(Format::of("{openapi: 3.0.3}"), Format::Yaml);
        assert_eq!(Format::of("openapi: 3.0.3"), Format::Yaml);
    }
}
