//! Enums: one table, from which the variants, one for values from the future, and the wire form are made.

use super::ty::{TypeWriter, WIRE};
use super::{Cx, Item, Row, Table, deprecation, docs, lint};
use crate::ir::{Enum, Fixed, Shape, Ty, TypeDef, TypeId, Value, Variant};
use crate::names::VariantIdent;

/// The table of an enum.
pub(super) fn item(
    writer: &mut TypeWriter<'_>,
    id: TypeId,
    def: &TypeDef,
    list: &Enum,
    lines: Vec<String>,
) -> Item {
    let Enum { variants } = list;
    writer.imports.add(WIRE, "wire_enum");
    let cx = writer.cx;
    let weighed = if cx.facts.is_weighed(id) {
        " weighed"
    } else {
        ""
    };
    let deprecated = deprecation::attribute(def.deprecated.as_ref(), &def.docs, |_| None);
    let mut listed = variants.iter();
    let is_deprecated =
        cx.facts.is_deprecated(id) || listed.any(|variant| variant.deprecated.is_some());
    let spared = lint::spared(&[("deprecated", is_deprecated)]);
    let names = cx.names.variants(id);
    Item::Table(Table {
        name: "wire_enum",
        docs: lines,
        attributes: deprecated.into_iter().collect(),
        head: format!(
            "pub enum {}: {}{weighed}{spared}",
            cx.names.ty(id),
            kind(variants)
        ),
        rows: Some(variants.iter().zip(names).map(row).collect()),
    })
}

/// The variant with a value, of the enum that a use of a type is.
pub(super) fn variant<'a>(cx: &Cx<'a>, ty: &Ty, value: &Value) -> Option<&'a VariantIdent> {
    let id = cx.api.types.behind(ty).named()?;
    match &cx.api.types.get(id).shape {
        Shape::Enum(Enum { variants }) => {
            let position = variants
                .iter()
                .position(|variant| variant.value == *value)?;
            cx.names.variants(id).get(position)
        }
        Shape::Object(_) | Shape::Union(_) | Shape::Alias(_) => None,
    }
}

/// The one value of a property or parameter as code, where its type is called `full`.
pub(super) fn fixed(cx: &Cx<'_>, ty: &Ty, full: &str, value: &Fixed) -> Option<String> {
    Some(match value {
        Fixed::Null => "()".to_owned(),
        Fixed::Boolean(value) => value.to_string(),
        Fixed::Text(text) => format!("{text:?}.to_owned()"),
        Fixed::Variant(value) => format!("{full}::{}", variant(cx, ty, value)?),
    })
}

fn row((variant, name): (&Variant, &VariantIdent)) -> Row {
    let Variant {
        value,
        title: _,
        docs,
        deprecated,
    } = variant;
    let deprecated = deprecation::attribute(deprecated.as_ref(), docs, |_| None);
    Row::Line {
        docs: docs::said(docs),
        attributes: deprecated.into_iter().collect(),
        text: format!("{name} = {},", literal(value)),
    }
}

/// A value as code. The table puts the code into the docs as well, where a backtick would end it.
fn literal(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("{text:?}").replace('`', "\\u{60}"),
        Value::Integer(number) => number.to_string(),
    }
}

fn kind(variants: &[Variant]) -> &'static str {
    match variants.first().map(|variant| &variant.value) {
        Some(Value::Integer(_)) => "i64",
        Some(Value::Text(_)) | None => "str",
    }
}
