//! Slips in documents of OpenAPI 3.0 that have one obvious meaning.

use serde_json::{Map, Value, json};

use crate::diagnostic::{Code, Sink};
use crate::place::Place;
use crate::resolve::Kind;

/// Mends what can be mended in a node.
pub(super) fn mend(kind: Kind, node: &mut Map<String, Value>, place: &Place, sink: &mut Sink) {
    match kind {
        Kind::Schema => schema(node, place, sink),
        Kind::Response => response(node, place, sink),
        Kind::Operation => operation(node, place, sink),
        Kind::Document
        | Kind::Components
        | Kind::PathItem
        | Kind::Parameter
        | Kind::RequestBody
        | Kind::Responses
        | Kind::Header
        | Kind::MediaType
        | Kind::Encoding
        | Kind::Callback
        | Kind::SecurityScheme => {}
    }
}

/// The form that a keyword has to have. These change no type, so that nothing is lost without one.
struct Form {
    keywords: &'static [&'static str],
    fits: fn(&Value) -> bool,
    wanted: &'static str,
}

static FORMS: [Form; 4] = [
    Form {
        keywords: &[
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
        ],
        fits: Value::is_u64,
        wanted: "a whole number of at least 0",
    },
    Form {
        keywords: &["minimum", "maximum", "multipleOf"],
        fits: Value::is_number,
        wanted: "a number",
    },
    Form {
        keywords: &["exclusiveMinimum", "exclusiveMaximum", "uniqueItems"],
        fits: Value::is_boolean,
        wanted: "true or false",
    },
    // JSON Schema's third draft had `required: true` in the property itself.
    Form {
        keywords: &["required"],
        fits: Value::is_array,
        wanted: "a list of names",
    },
];

fn schema(node: &mut Map<String, Value>, place: &Place, sink: &mut Sink) {
    node.retain(|keyword, value| {
        let form = FORMS
            .iter()
            .find(|form| form.keywords.contains(&keyword.as_str()));
        let Some(form) = form.filter(|form| !(form.fits)(value)) else {
            return true;
        };
        let message = format!("`{keyword}` should be {}, and is ignored", form.wanted);
        sink.report(Code::KeywordIgnored, &place.child(keyword), message);
        false
    });
    texts(node, place, sink);
}

/// YAML reads an unquoted `1` in a list of strings as a number.
fn texts(node: &mut Map<String, Value>, place: &Place, sink: &mut Sink) {
    if node.get("type") != Some(&json!("string")) {
        return;
    }
    let Some(Value::Array(values)) = node.get_mut("enum") else {
        return;
    };
    for value in values
        .iter_mut()
        .filter(|value| value.is_number() || value.is_boolean())
    {
        let message = format!("`{value}` is not a string; it is taken as one");
        sink.report(Code::EnumValueType, &place.child("enum"), message);
        *value = Value::String(value.to_string());
    }
}

fn response(node: &mut Map<String, Value>, place: &Place, sink: &mut Sink) {
    if !node.contains_key("description") {
        node.insert("description".to_owned(), json!(""));
        sink.report(
            Code::MissingDescription,
            place,
            "an answer needs a description",
        );
    }
}

fn operation(node: &mut Map<String, Value>, place: &Place, sink: &mut Sink) {
    if !node.contains_key("responses") {
        node.insert("responses".to_owned(), json!({}));
        sink.report(
            Code::MissingResponses,
            place,
            "an operation needs answers; any success is taken as an empty one",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::FileId;

    fn mended(kind: Kind, node: Value) -> (Value, Vec<Code>) {
        let mut sink = Sink::default();
        let Value::Object(mut node) = node else {
            panic!("a node is an object")
        };
        mend(kind, &mut node, &Place::root(FileId::ENTRY), &mut sink);
        (
            Value::Object(node),
            sink.into_vec()
                .into_iter()
                .map(|found| found.code)
                .collect(),
        )
    }

    #[test]
    fn bounds_of_the_wrong_form_are_dropped_with_a_warning() {
        let (node, codes) = mended(
            Kind::Schema,
            json!({"type": "string", "minLength": -1, "maxLength": 5}),
        );
        assert_eq!(node, json!({"type": "string", "maxLength": 5}));
        assert_eq!(codes, [Code::KeywordIgnored]);
    }

    #[test]
    fn an_answer_without_description_gets_an_empty_one() {
        let (node, codes) = mended(Kind::Response, json!({}));
        assert_eq!(
            (node, codes),
            (json!({"description": ""}), vec![Code::MissingDescription])
        );
    }
}
