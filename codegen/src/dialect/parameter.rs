//! Parameters that are described in other ways than that of OpenAPI 3.0.

use serde_json::{Map, Value, json};

use super::locations::{is_known_style, is_style_of};
use crate::place::Place;

/// The media type of a form.
const FORM: &str = "application/x-www-form-urlencoded";

/// Turns them into that one.
pub(super) fn mend(node: &mut Map<String, Value>, place: &Place) {
    header_name(node);
    whole_query(node);
    style(node);
    let is_described = node.contains_key("schema") || node.contains_key("content");
    if !is_described {
        // As 2.0 does it: what describes the value stands in the parameter itself.
        node.insert("schema".to_owned(), json!({ "$ref": place.to_string() }));
    }
    if node.contains_key("schema") {
        node.shift_remove("content");
    }
}

/// No header has space around its name (RFC 9110, section 5.1).
fn header_name(node: &mut Map<String, Value>) {
    if node.get("in") == Some(&json!("header"))
        && let Some(name) = node.get("name").and_then(Value::as_str)
    {
        let trimmed = json!(name.trim());
        node.insert("name".to_owned(), trimmed);
    }
}

/// The query as a whole (OpenAPI 3.2.0, "Parameter Object"): a form of its members is what a query of them is.
fn whole_query(node: &mut Map<String, Value>) {
    if node.get("in") != Some(&json!("querystring")) {
        return;
    }
    let form = node.get("content").and_then(|content| content.get(FORM));
    let schema = form.and_then(|form| form.get("schema")).cloned();
    if let Some(schema) = schema {
        node.insert("in".to_owned(), json!("query"));
        node.insert("style".to_owned(), json!("form"));
        node.insert("explode".to_owned(), json!(true));
        node.insert("schema".to_owned(), schema);
    }
}

/// A style that its place does not have is no style; `lower` refuses one that nothing has.
fn style(node: &mut Map<String, Value>) {
    let text = |keyword| node.get(keyword).and_then(Value::as_str);
    let (Some(style), Some(location)) = (text("style"), text("in")) else {
        return;
    };
    let is_odd = is_known_style(style) && !is_style_of(style, location);
    if is_odd || style == "cookie" {
        node.shift_remove("style");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::FileId;

    fn mended(node: Value) -> Value {
        let Value::Object(mut node) = node else {
            panic!("a node is an object")
        };
        mend(&mut node, &Place::root(FileId::ENTRY).child("p"));
        Value::Object(node)
    }

    #[test]
    fn what_describes_the_value_may_stand_in_the_parameter() {
        assert_eq!(
            mended(json!({"name": "a", "in": "query", "type": "string"}))["schema"],
            json!({"$ref": "0#/p"})
        );
    }

    #[test]
    fn a_style_of_another_place_goes_and_one_of_none_stays() {
        let style = |location, style| {
            mended(json!({"in": location, "style": style, "schema": {}}))["style"].take()
        };
        assert_eq!(style("header", "form"), Value::Null);
        assert_eq!(style("query", "form"), json!("form"));
        assert_eq!(style("query", "tabDelimited"), json!("tabDelimited"));
    }

    #[test]
    fn a_query_that_is_a_form_is_the_members_of_the_form() {
        let content = json!({FORM: {"schema": {"$ref": "0#/s"}}});
        let node = mended(json!({"name": "q", "in": "querystring", "content": content}));
        assert_eq!(
            node,
            json!({"name": "q", "in": "query", "style": "form", "explode": true, "schema": {"$ref": "0#/s"}})
        );
    }
}
