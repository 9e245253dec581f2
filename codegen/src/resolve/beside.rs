//! What a `$ref` says beside itself to people.

use serde_json::Value;

use super::Bundle;
use crate::place::Place;
use crate::specification::Version;

impl Bundle {
    /// The description beside the `$ref` at a place, or beside the next ones of its chain: it has the word before that of the node at the
    /// end (OpenAPI 3.1.1, section 4.8.23, "Reference Object"). 3.0 ignores what stands there.
    pub(crate) fn said_beside(&self, place: &Place) -> Option<&str> {
        let chain = std::iter::successors(Some(place), |place| self.reference(place));
        let referring = chain.filter(|place| self.reference(place).is_some());
        let mut open = referring.filter(|place| self.version(place) == Version::V31);
        open.find_map(|place| {
            let said = self.get(place)?.get("description").and_then(Value::as_str);
            said.filter(|text| !text.trim().is_empty())
        })
    }
}
