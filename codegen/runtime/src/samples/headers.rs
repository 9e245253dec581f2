//! Answers with headers that the document declares.

use crate::runtime::stream::EventStream;
use crate::runtime::wire::DateTime;
use crate::runtime::{Call, Client, Method, headers, operation, streaming};
use crate::samples::wire::Preferences;

headers!(
    /// The headers `X-Total`, `X-Ok`, `X-Until`, `X-Tags`, `X-Sizes`, `X-Meta`,
    /// `X-Labels`, `X-Preferences` and `X-Old`.
    CountHeaders {
        /// How many there are
        x_total: i64 = "X-Total",
        x_ok: bool = "X-Ok",
        x_until: DateTime = "X-Until",
        x_tags: Vec<String> = "X-Tags",
        x_sizes: Vec<i64> = "X-Sizes",
        x_meta: std::collections::BTreeMap<String, serde_json::Value> = "X-Meta",
        x_labels: std::collections::BTreeMap<String, String> = "X-Labels",
        x_preferences: Preferences = "X-Preferences",
        #[deprecated]
        x_old: String = "X-Old",
    }
);

impl Client {
    /// Count the notes
    pub fn count_notes(&self) -> Call<CountNotes> {
        self.request(Method::GET, "/notes/count").call()
    }
}

operation!(count_notes: CountNotes -> json serde_json::Value, headers CountHeaders);

streaming!(CountNotes -> events EventStream<i64>, headers CountHeaders as "text/event-stream");
