//! Sample values as code.

use serde_json::Value;

use super::super::operation::outside;
use super::super::{Cx, enumeration};
use super::literal;
use crate::ir::{self, Ty, TypeId};

/// How the tests call the crate.
const CRATE: &str = "api";

/// Whether a type is known where a value stands: a setter takes whatever its own type can be made from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Known {
    Yes,
    No,
}

/// A value of a type: a literal where there is one, also of a type that another name is for.
pub(super) fn code(cx: &Cx<'_>, ty: &Ty, value: &Value, known: Known) -> String {
    let plain = match (cx.api.types.behind(ty), value) {
        (Ty::Text, Value::String(text)) => Some(literal::raw(text)),
        (Ty::Boolean, Value::Bool(value)) => Some(value.to_string()),
        (Ty::Integer(_), Value::Number(number)) => number.as_i64().map(|number| number.to_string()),
        (Ty::Number, Value::Number(number)) => number.as_f64().map(|number| format!("{number:?}")),
        (Ty::Bytes, Value::String(text)) => Some(format!(
            "{CRATE}::runtime::Bytes::from_static({text:?}.as_bytes())"
        )),
        (Ty::File, Value::String(text)) => Some(format!(
            "{CRATE}::runtime::multipart::File::new({text:?}.as_bytes())"
        )),
        (Ty::Named(id), Value::String(text)) => variant(cx, *id, text),
        _ => None,
    };
    plain.unwrap_or_else(|| decoded(cx, ty, value, known))
}

/// The variant of an enum that a text stands for.
fn variant(cx: &Cx<'_>, id: TypeId, text: &str) -> Option<String> {
    let value = ir::Value::Text(text.to_owned());
    let variant = enumeration::variant(cx, &Ty::Named(id), &value)?;
    let ty = cx.names.ty(id);
    Some(format!("{CRATE}::types::{ty}::{variant}"))
}

fn decoded(cx: &Cx<'_>, ty: &Ty, value: &Value, known: Known) -> String {
    let text = literal::json(value);
    match known {
        Known::Yes => format!("given::json({text})"),
        Known::No => format!("given::json::<{}>({text})", self::ty(cx, ty)),
    }
}

/// A type as the tests call it.
pub(super) fn ty(cx: &Cx<'_>, ty: &Ty) -> String {
    outside(cx, ty, CRATE)
}
