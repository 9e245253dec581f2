//! Keywords and nodes of another form than the specification gives them.

use serde_json::{Map, Value, json};

use super::Slip;
use crate::diagnostic::Code;
use crate::dialect::types::{Meant, TYPES, meant};
use crate::specification::{Child, Field, Form, Kind, children, object};

/// The keywords of a node that are of another form. Those that say nothing, and those that a node is read without anyway, are mended
/// where it is read.
pub(super) fn keywords(kind: Kind, node: &Map<String, Value>) -> Vec<Slip> {
    let Some(object) = object(kind) else {
        return Vec::new();
    };
    let fields = node.iter().filter_map(|(keyword, value)| {
        let field = object.field(keyword)?;
        keyword_of(kind, field, value)
    });
    fields.collect()
}

/// A node that is no object.
pub(super) fn whole(kind: Kind, node: &Value) -> Option<Slip> {
    let (value, taken) = match (kind, node) {
        // An empty place is an affair of its own, and a schema may be true or false.
        (Kind::Schema | Kind::Response, nothing) if is_empty(nothing) => return None,
        (Kind::Schema, Value::Bool(_)) | (_, Value::Object(_)) => return None,
        (Kind::Schema, other) => match schema_called(other) {
            Some(schema) => (schema, "the type of that name is read"),
            None => (json!({}), "any value is taken"),
        },
        (Kind::Response, Value::String(text)) => {
            (json!({ "description": text }), "this is its description")
        }
        (Kind::Response, _) => (json!({}), "nothing is read of it"),
        // Those are left out by whoever reads what they stand in.
        (_, _) => return None,
    };
    let message = format!("{} should stand here; {taken}", kind.name());
    Some(Slip::new(&[], Code::OtherForm, message, Some(value)))
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}

fn keyword_of(kind: Kind, field: &Field, value: &Value) -> Option<Slip> {
    let Field {
        keyword,
        form,
        is_required: _,
        since: _,
        until: _,
    } = field;
    match form {
        _ if form.is_blank(value) => None,
        Form::Flag => taken(keyword, *form, flag(value)?),
        Form::SchemaOrFlag | Form::Node => node(*form, keyword, value, is_schema(kind, keyword)),
        Form::Nodes => nodes(keyword, value, *form),
        Form::NodeMap if !value.is_object() => ignored(keyword, *form),
        // People write it on a property, where it is no list of names.
        Form::Texts if *keyword == "required" && flag(value).is_some() => ignored(keyword, *form),
        Form::Any
        | Form::Text
        | Form::Count
        | Form::Number
        | Form::Bound
        | Form::List
        | Form::Texts
        | Form::TextMap
        | Form::NodeMap
        | Form::Section
        | Form::Part(_)
        | Form::Parts(_)
        | Form::PartMap(_) => None,
    }
}

/// One node, which may be true or false where it is a schema.
fn node(form: Form, keyword: &str, value: &Value, is_schema: bool) -> Option<Slip> {
    match value {
        Value::Object(_) => None,
        Value::Bool(_) if is_schema => None,
        // A list of schemas, as older JSON Schemas have it.
        Value::Array(_) if keyword == "items" => None,
        other => {
            let flag = flag(other).filter(|_| matches!(form, Form::SchemaOrFlag));
            let schema = flag.or_else(|| schema_called(other));
            match schema.filter(|_| is_schema) {
                Some(meant) => taken(keyword, form, meant),
                None => ignored(keyword, form),
            }
        }
    }
}

/// A list of nodes: one of them is often written without the list.
fn nodes(keyword: &str, value: &Value, form: Form) -> Option<Slip> {
    match value {
        Value::Array(_) => None,
        Value::Object(one) if is_one_schema(keyword, one) => taken(keyword, form, json!([one])),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
            ignored(keyword, form)
        }
    }
}

/// Whether an object in the place of a list of schemas is one of these, and not a map of them.
fn is_one_schema(keyword: &str, node: &Map<String, Value>) -> bool {
    let is_known = |key: &String| object(Kind::Schema).is_some_and(|it| it.field(key).is_some());
    matches!(keyword, "allOf" | "oneOf" | "anyOf" | "prefixItems")
        && !node.is_empty()
        && node.keys().all(is_known)
}

fn is_schema(kind: Kind, keyword: &str) -> bool {
    children(kind).contains(&(keyword, Child::One(Kind::Schema)))
}

/// True or false as a text.
fn flag(value: &Value) -> Option<Value> {
    let text = value.as_str()?.to_ascii_lowercase();
    text.parse::<bool>().ok().map(Value::from)
}

/// The schema that is meant by the name of a type in its place.
fn schema_called(value: &Value) -> Option<Value> {
    let name = value.as_str()?;
    if TYPES.contains(&name) {
        return Some(json!({ "type": name }));
    }
    let Meant { name, format } = meant(name)?;
    let stated = [("type", name), ("format", format)].into_iter();
    let stated = stated.filter_map(|(keyword, text)| Some((keyword.to_owned(), json!(text?))));
    Some(Value::Object(stated.collect()))
}

fn taken(keyword: &str, form: Form, value: Value) -> Option<Slip> {
    let taken = match value {
        Value::Array(_) => "one of this alone".to_owned(),
        _ => format!("`{value}`"),
    };
    let message = format!(
        "`{keyword}` should be {}, and is taken as {taken}",
        form.name()
    );
    Some(Slip::new(&[keyword], Code::OtherForm, message, Some(value)))
}

fn ignored(keyword: &str, form: Form) -> Option<Slip> {
    Some(Slip::new(
        &[keyword],
        Code::KeywordIgnored,
        form.ignored(keyword),
        None,
    ))
}
