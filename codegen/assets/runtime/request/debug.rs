//! What a request shows of itself.

use std::fmt;

use serde_json::Value;

use super::{Draft, Request};
use crate::runtime::client::names;
use crate::runtime::input::{Input, Place};

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.draft.call.method)
            .field("path", &self.draft.call.path)
            .field("parameters", &Parameters(&self.draft))
            .field("headers", &names(&self.draft.headers))
            .field(
                "body",
                &format_args!(
                    "{} bytes",
                    self.draft
                        .body
                        .as_ref()
                        .map_or(0, |(_, content)| content.held())
                ),
            )
            .finish_non_exhaustive()
    }
}

/// The parameters by name, those that carry credentials without their value.
struct Parameters<'a>(&'a Draft);

impl fmt::Debug for Parameters<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entry = |(input, value): &(Input, Value)| -> (&'static str, String) {
            let hidden = self.0.is_credential(input);
            (
                input.name,
                if hidden {
                    "[redacted]".to_owned()
                } else {
                    value.to_string()
                },
            )
        };
        f.debug_map()
            .entries(self.0.parameters.iter().map(entry))
            .finish()
    }
}

impl Draft {
    /// Whether a parameter stands where a security scheme has its credential.
    fn is_credential(&self, input: &Input) -> bool {
        let mut schemes = self.client.shared.api.schemes.iter();
        match input.place {
            Place::Path => false,
            Place::Query | Place::Cookie => schemes.any(|scheme| scheme.is_carried_by(input.name)),
            Place::Header => {
                input.name.eq_ignore_ascii_case("authorization")
                    || schemes.any(|scheme| scheme.is_carried_by_header(input.name))
            }
        }
    }
}
