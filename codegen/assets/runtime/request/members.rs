//! Members that a call adds to its body.

use bytes::Bytes;
use serde_json::{Map, Value};

use super::Draft;
use crate::runtime::error::Error;
use crate::runtime::transport::RequestBody;
use crate::runtime::upload::Content;

impl Draft {
    /// The body to be sent.
    pub(super) fn open_body(&self) -> Result<RequestBody, Error> {
        let content = self.body.as_ref().map(|(_, content)| content);
        if !self.options.members.is_empty() {
            return self.enlarged(content).map(RequestBody::from);
        }
        content.map_or_else(|| Ok(RequestBody::default()), Content::open)
    }

    /// The body with the members of the options.
    fn enlarged(&self, content: Option<&Content>) -> Result<Bytes, Error> {
        let mut members = match content {
            None => Map::new(),
            Some(Content::Bytes(bytes)) => {
                serde_json::from_slice(bytes).map_err(|error| unfit().because(error))?
            }
            Some(Content::Segments(_)) => return Err(unfit()),
        };
        members.extend(self.options.members.iter().cloned());
        Ok(Value::Object(members).to_string().into())
    }
}

fn unfit() -> Error {
    Error::request("a member was added to a body that is no JSON object")
}
