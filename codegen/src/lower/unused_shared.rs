//! The names of inline schemas among the components that only operations have which are not selected. Nobody else is called by them, so that a
//! selection renames nothing. They are found by what stands in the document: nothing of it is lowered.

use serde_json::{Map, Value};

use super::{Memo, pruning};
use crate::ir::OwnName;
use crate::lower::operation::{is_typed_in_answers, is_typed_in_requests};
use crate::place::{Place, Pointer};
use crate::resolve::{Bundle, Listed};
use crate::specification::media_type::is_json;

/// Such names, each once.
pub(super) fn names(bundle: &Bundle, memo: &Memo) -> Vec<OwnName> {
    let unselected = bundle.operations().iter().filter(|listed| !listed.selected);
    let mut schemas: Vec<Place> = unselected
        .flat_map(|listed| holders(bundle, listed))
        .filter_map(|holder| defined(bundle, holder.child("schema")))
        .filter(|schema| !memo.inline.contains_key(schema) && !memo.named.contains_key(schema))
        .collect();
    schemas.sort_unstable();
    schemas.dedup();
    let names = schemas
        .iter()
        .map(|schema| pruning::own_name(bundle, schema));
    names.collect()
}

/// What an operation has from the components that holds schemas.
fn holders(bundle: &Bundle, operation: &Listed) -> Vec<Place> {
    let headers = headers(bundle, operation);
    let plain = parameters(bundle, operation).into_iter().chain(headers);
    let plain = plain.flat_map(|holder| {
        let offer = offers(bundle, &holder, is_json).into_iter().next();
        std::iter::once(holder).chain(offer)
    });
    plain.chain(forms(bundle, operation)).collect()
}

fn parameters(bundle: &Bundle, operation: &Listed) -> Vec<Place> {
    let lists = [&operation.item, &operation.place].map(|holder| holder.child("parameters"));
    let lists = lists.iter().filter_map(|list| bundle.get(list)?.as_array());
    let components = lists
        .flatten()
        .filter_map(|held| component(operation, held));
    components.collect()
}

/// The headers of successes and redirects, which alone are read.
fn headers(bundle: &Bundle, operation: &Listed) -> Vec<Place> {
    let answers = bundle.get(&operation.place.child("responses"));
    let answers = answers.and_then(Value::as_object).into_iter().flatten();
    let answers = answers.filter(|(status, _)| status.starts_with(['2', '3']));
    let answers = answers.filter_map(|(_, held)| match component(operation, held) {
        Some(answer) => bundle.get(&answer),
        None => Some(held),
    });
    let headers = answers.filter_map(|answer| answer.get("headers")?.as_object());
    let headers = headers.flat_map(Map::values);
    headers
        .filter_map(|held| component(operation, held))
        .collect()
}

/// The forms that types may be made of, in the answers and the body that an operation has from the components.
fn forms(bundle: &Bundle, operation: &Listed) -> Vec<Place> {
    let node = bundle.get(&operation.place);
    let member = |name: &str| node.and_then(|node| node.get(name));
    let answers = member("responses").and_then(Value::as_object);
    let answers = answers.into_iter().flat_map(Map::values);
    let component = |held: &Value| component(operation, held);
    // An answer is read in one form.
    let answers = answers.filter_map(component);
    let answers = answers.filter_map(|answer| {
        offers(bundle, &answer, is_typed_in_answers)
            .into_iter()
            .next()
    });
    let body = member("requestBody").and_then(component).into_iter();
    let body = body.flat_map(|body| offers(bundle, &body, is_typed_in_requests));
    answers.chain(body).collect()
}

/// The component that a `$ref` leads to.
fn component(operation: &Listed, held: &Value) -> Option<Place> {
    let reference = held.get("$ref")?.as_str()?;
    let is_component = reference.starts_with("#/components/");
    let pointer = is_component.then(|| Pointer::of_reference(reference))??;
    Some(Place {
        file: operation.place.file,
        pointer,
    })
}

/// Those of the forms of a body that are of some media types.
fn offers(bundle: &Bundle, body: &Place, is_meant: impl Fn(&str) -> bool) -> Vec<Place> {
    let content = body.child("content");
    let names = bundle.get(&content).and_then(Value::as_object);
    let names = names.into_iter().flat_map(Map::keys);
    let names = names.filter(|name| is_meant(name));
    names.map(|name| content.child(name)).collect()
}

/// The schema that a type is made of there: itself, or the items of a list.
fn defined(bundle: &Bundle, schema: Place) -> Option<Place> {
    let node = bundle.get(&schema)?;
    let has = |keyword: &str| match node.get(keyword) {
        Some(Value::Object(members)) => !members.is_empty(),
        Some(Value::Array(list)) => !list.is_empty(),
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) | None => false,
    };
    if node.get("$ref").is_some() {
        return None;
    }
    if node.get("type").and_then(Value::as_str) == Some("array") {
        return defined(bundle, schema.child("items"));
    }
    let makes_types = ["properties", "enum", "oneOf", "anyOf", "allOf"];
    makes_types.into_iter().any(has).then_some(schema)
}
