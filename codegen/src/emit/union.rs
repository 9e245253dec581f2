//! Unions: an enum of the members, one for what is of none, and the table of their wire form.

use proc_macro2::TokenStream;
use quote::quote;

use super::ty::{TypeWriter, WIRE, tokens};
use super::{Item, Row, Table, deprecation, docs};
use crate::ir::{Member, TypeDef, TypeId, Union};
use crate::names::VariantIdent;

/// The enum and its table.
pub(super) fn items(
    writer: &mut TypeWriter<'_>,
    id: TypeId,
    def: &TypeDef,
    union: &Union,
    lines: &[String],
) -> Vec<Item> {
    let Union {
        members,
        discriminator,
    } = union;
    let names = writer.cx.names.variants(id);
    writer.imports.add(WIRE, "wire_union");
    let held: Vec<String> = members
        .iter()
        .map(|member| held(writer, id, member))
        .collect();
    let definition = definition(writer, id, def, names, &held, lines);
    let rows =
        members
            .iter()
            .zip(names)
            .zip(&held)
            .map(|((member, name), held)| match discriminator {
                Some(_) => Row::new(format!("{name}({held}) = {:?},", member.tags)),
                None => Row::new(format!("{name}({held}),")),
            });
    let name = writer.cx.names.ty(id);
    let head = match discriminator {
        Some(property) => format!("{name} by {property:?}"),
        None => name.to_string(),
    };
    let table = Table {
        name: "wire_union",
        docs: Vec::new(),
        head,
        rows: Some(rows.collect()),
    };
    vec![Item::Code(definition), Item::Table(table)]
}

/// What a variant holds.
fn held(writer: &mut TypeWriter<'_>, id: TypeId, member: &Member) -> String {
    let Member {
        ty,
        name: _,
        tags: _,
    } = member;
    let inner = writer.ty(ty);
    if writer.cx.facts.is_boxed_member(id, ty) {
        format!("{}<{inner}>", writer.imports.name("std::boxed", "Box"))
    } else {
        inner
    }
}

fn definition(
    writer: &mut TypeWriter<'_>,
    id: TypeId,
    def: &TypeDef,
    names: &[VariantIdent],
    held: &[String],
    lines: &[String],
) -> TokenStream {
    let name = writer.cx.names.ty(id);
    let unknown = tokens(&writer.imports.name(WIRE, "Unknown"));
    let docs = docs::attributes(lines);
    let deprecated = deprecation::attribute(def.deprecated.as_ref(), &def.docs, |_| None);
    let deprecated = deprecated.map(|code| tokens(&code));
    let mentions = def
        .shape
        .uses()
        .into_iter()
        .any(|ty| writer.cx.facts.mentions_deprecated(ty));
    let lints = mentions.then(|| tokens(deprecation::ALLOW));
    let variants = names.iter().zip(held).map(|(name, held)| {
        let docs = docs::attributes(&[format!("{}.", docs::code(held))]);
        let held = tokens(held);
        quote!(#docs #name(#held),)
    });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #lints
        #deprecated
        pub enum #name {
            #(#variants)*
            /// A value that is of none of these, as it came.
            Unknown(#unknown),
        }
    }
}
