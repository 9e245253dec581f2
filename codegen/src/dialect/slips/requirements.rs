//! Lists of security requirements that name schemes without what they need of them.

use serde_json::{Map, Value, json};

use super::Slip;
use crate::diagnostic::Code;
use crate::specification::Kind;

/// The slips in the list of the document or an operation. What is no requirement at all is left out by whoever reads the list.
pub(super) fn of(kind: Kind, node: &Map<String, Value>) -> Vec<Slip> {
    let security = node.get("security");
    match (kind, security) {
        (Kind::Document | Kind::Operation, Some(Value::Array(list))) => {
            let named = list.iter().enumerate().filter_map(|(index, element)| {
                let name = element.as_str()?;
                let at = ["security", &index.to_string()];
                Some(slip(&at, name, requirement(name)))
            });
            named.collect()
        }
        (Kind::Document | Kind::Operation, Some(Value::String(name))) => {
            vec![slip(&["security"], name, json!([requirement(name)]))]
        }
        (Kind::Document | Kind::Operation, Some(Value::Object(one))) => {
            let message = "`security` should be a list, and is taken as one of this alone";
            let value = json!([one]);
            vec![Slip::new(
                &["security"],
                Code::OtherForm,
                message.to_owned(),
                Some(value),
            )]
        }
        (_, _) => Vec::new(),
    }
}

fn requirement(name: &str) -> Value {
    json!({ name: [] })
}

fn slip(at: &[&str], name: &str, value: Value) -> Slip {
    let message =
        format!("a security requirement should stand here; it is taken as that of `{name}`");
    Slip::new(at, Code::OtherForm, message, Some(value))
}
