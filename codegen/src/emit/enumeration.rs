//! Enums: the variants, one for values from the future, and the table of their wire form.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::ty::{TypeWriter, WIRE, tokens};
use super::{Item, Row, Table, deprecation, docs};
use crate::ir::{Enum, TypeDef, TypeId, Value, Variant};
use crate::names::VariantIdent;

/// The enum and its table.
pub(super) fn items(
    writer: &mut TypeWriter<'_>,
    id: TypeId,
    def: &TypeDef,
    list: &Enum,
    lines: &[String],
) -> Vec<Item> {
    let Enum { variants } = list;
    let names = writer.cx.names.variants(id);
    let name = writer.cx.names.ty(id);
    let unknown = tokens(&writer.imports.name(WIRE, "Unknown"));
    writer.imports.add(WIRE, "wire_enum");
    let docs = docs::attributes(lines);
    let deprecated = deprecation::attribute(def.deprecated.as_ref(), &def.docs, |_| None);
    let deprecated = deprecated.map(|code| tokens(&code));
    let named = variants
        .iter()
        .zip(names)
        .map(|(variant, name)| self::variant(variant, name));
    let catch_all = format_ident!("Unknown");
    let definition = quote! {
        #docs
        #[derive(Clone, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        #deprecated
        pub enum #name {
            #(#named)*
            /// A value that the document does not list.
            #catch_all(#unknown),
        }
    };
    let head = format!("{name}: {}", kind(variants));
    let rows = variants
        .iter()
        .zip(names)
        .map(|(variant, name)| Row::new(format!("{name} = {},", literal(&variant.value))));
    let table = Table {
        name: "wire_enum",
        docs: Vec::new(),
        head,
        rows: Some(rows.collect()),
    };
    vec![Item::Code(definition), Item::Table(table)]
}

fn variant(variant: &Variant, name: &VariantIdent) -> TokenStream {
    let Variant {
        value,
        pinned: _,
        docs,
    } = variant;
    let docs = docs::attributes(&docs::lines(docs, &format!("`{}`", shown(value))));
    quote!(#docs #name,)
}

/// A value in the docs, where it may hold no backtick and no line end.
fn shown(value: &Value) -> String {
    let text = literal(value);
    if text.contains('`') {
        text.replace('`', "'")
    } else {
        text
    }
}

fn literal(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("{text:?}"),
        Value::Integer(number) => number.to_string(),
    }
}

fn kind(variants: &[Variant]) -> &'static str {
    match variants.first().map(|variant| &variant.value) {
        Some(Value::Integer(_)) => "i64",
        Some(Value::Text(_)) | None => "str",
    }
}
