//! Objects: a struct, and the table of its wire form.

use proc_macro2::TokenStream;
use quote::quote;

use super::ty::{TypeWriter, WIRE, tokens};
use super::{Cell, Cx, Item, Row, Table, builder, deprecation, docs, evidence, lint, multipart};
use crate::facts::Facts;
use crate::ir::{Field, Object, Presence, TypeDef, TypeId};
use crate::names::FieldIdent;

/// A field with all that its emitters need.
pub(super) struct Member<'a> {
    pub(super) field: &'a Field,
    pub(super) name: &'a FieldIdent,
    pub(super) clear: Option<&'a FieldIdent>,
    pub(super) deprecated: Option<String>,
    pub(super) docs: Vec<String>,
    /// The type in the struct.
    pub(super) full: String,
    /// The type of a value that is there.
    pub(super) inner: String,
}

/// The struct and its tables.
pub(super) fn items<'a>(
    writer: &mut TypeWriter<'a>,
    id: TypeId,
    def: &'a TypeDef,
    object: &'a Object,
    lines: &[String],
) -> Vec<Item> {
    let cx = writer.cx;
    let members = members(writer, id, object);
    let rest = rest(writer, id, object);
    let mut items = vec![Item::Code(definition(
        cx,
        id,
        def,
        object,
        &members,
        rest.as_ref(),
        lines,
    ))];
    writer.imports.add(WIRE, "wire_object");
    items.push(Item::Table(wire_table(cx, id, &members, rest.as_ref())));
    if cx.facts.is_in_requests(id) {
        writer.imports.add(WIRE, "builder");
        if object.takes_required_struct() {
            items.push(Item::Code(builder::required_struct(cx, id, &members)));
        }
        let table = builder::table(cx, id, &members, rest.as_ref());
        items.push(Item::Table(table));
    }
    if cx.facts.is_weighed(id) {
        items.push(evidence::item(writer, id, object));
    }
    if let Some(table) = multipart::item(cx, id, object) {
        writer.imports.add("crate::runtime::multipart", "multipart");
        items.push(table);
    }
    items
}

fn members<'a>(writer: &mut TypeWriter<'a>, id: TypeId, object: &'a Object) -> Vec<Member<'a>> {
    let cx = writer.cx;
    let names = cx.names.fields(id);
    let Object { fields, rest: _ } = object;
    let name_of = |wire_name: &str| {
        let position = fields
            .iter()
            .position(|field| field.wire_name == wire_name)?;
        Some(names.fields[position].to_string())
    };
    fields
        .iter()
        .enumerate()
        .map(|(index, field)| Member {
            field,
            name: &names.fields[index],
            clear: names.clear[index].as_ref(),
            deprecated: deprecation::attribute(field.deprecated.as_ref(), &field.docs, name_of),
            docs: docs::said(&field.docs),
            full: writer.field(id, &field.ty, field.presence),
            inner: writer.boxed(id, &field.ty),
        })
        .collect()
}

/// The name and the type of the members that are not declared.
fn rest<'a>(
    writer: &mut TypeWriter<'a>,
    id: TypeId,
    object: &Object,
) -> Option<(&'a FieldIdent, String)> {
    let value = writer.ty(object.rest.as_ref()?);
    let text = writer.imports.name("std::string", "String");
    let map = writer.imports.name("std::collections", "BTreeMap");
    Some((
        &writer.cx.names.fields(id).rest,
        format!("{map}<{text}, {value}>"),
    ))
}

fn definition(
    cx: &Cx<'_>,
    id: TypeId,
    def: &TypeDef,
    object: &Object,
    members: &[Member<'_>],
    rest: Option<&(&FieldIdent, String)>,
    lines: &[String],
) -> TokenStream {
    let docs = docs::attributes(lines);
    let name = cx.names.ty(id);
    let default = Facts::has_default(object).then(|| quote!(Default,));
    let lints = attributes(cx, members);
    let deprecated = attribute(deprecation::attribute(
        def.deprecated.as_ref(),
        &def.docs,
        |_| None,
    ));
    let fields = members.iter().map(field);
    let rest = rest.map(|(name, ty)| {
        let ty = tokens(ty);
        quote! {
            /// Every property that the document does not declare.
            pub #name: #ty,
        }
    });
    quote! {
        #docs
        #[derive(Clone, #default PartialEq)]
        #[non_exhaustive]
        #lints
        #deprecated
        pub struct #name {
            #(#fields)*
            #rest
        }
    }
}

/// A field of the struct, or of that of what is required.
pub(super) fn field(member: &Member<'_>) -> TokenStream {
    let Member {
        field: _,
        name,
        clear: _,
        deprecated,
        docs,
        full,
        inner: _,
    } = member;
    let docs = docs::attributes(docs);
    let deprecated = attribute(deprecated.clone());
    let ty = tokens(full);
    quote! { #docs #deprecated pub #name: #ty, }
}

/// What the struct has to allow; on a field the attribute would have no effect.
pub(super) fn attributes(cx: &Cx<'_>, members: &[Member<'_>]) -> TokenStream {
    let wire_names = members
        .iter()
        .any(|member| !lint::is_snake_case(member.name.as_ref()));
    let deprecated = mentions_deprecated(cx, members);
    let has_twins = members.iter().any(|member| member.deprecated.is_some());
    let reason = if has_twins {
        "wire names kept for deprecated twins"
    } else {
        "the document tells names apart by case"
    };
    let wire_names = wire_names.then(|| quote!(#[allow(non_snake_case, reason = #reason)]));
    let deprecated = deprecated.then(|| tokens(deprecation::ALLOW));
    let complex = members.iter().any(|member| lint::is_complex(&member.full));
    let complex = complex.then(|| tokens(lint::ALLOW_COMPLEX));
    quote!(#wire_names #deprecated #complex)
}

/// The lints that a table of the object is spared, given whether it mentions what is deprecated.
pub(super) fn spared(members: &[Member<'_>], is_deprecated: bool, has_operator: bool) -> String {
    let any = |is: fn(&str) -> bool| members.iter().any(|member| is(member.name.as_ref()));
    lint::spared(&[
        ("deprecated", is_deprecated),
        ("non_snake_case", any(|name| !lint::is_snake_case(name))),
        ("clippy::disallowed_names", any(lint::is_placeholder)),
        ("clippy::should_implement_trait", has_operator),
    ])
}

/// Whether the object or one of its fields is deprecated.
pub(super) fn is_deprecated(cx: &Cx<'_>, id: TypeId, members: &[Member<'_>]) -> bool {
    let mut fields = members.iter();
    cx.facts.is_deprecated(id) || fields.any(|member| member.deprecated.is_some())
}

/// Whether a field is of a type that is deprecated.
pub(super) fn mentions_deprecated(cx: &Cx<'_>, members: &[Member<'_>]) -> bool {
    let mut fields = members.iter().map(|member| member.field);
    fields.any(|field| cx.facts.mentions_deprecated(&field.ty))
}

fn attribute(code: Option<String>) -> TokenStream {
    code.map(|code| tokens(&code)).unwrap_or_default()
}

fn wire_table(
    cx: &Cx<'_>,
    id: TypeId,
    members: &[Member<'_>],
    rest: Option<&(&FieldIdent, String)>,
) -> Table {
    const WORDS: [&str; 5] = ["required", "nullable", "optional", "any", "maybe"];
    let spared = spared(members, is_deprecated(cx, id, members), false);
    let lists = WORDS.iter().filter_map(|word| {
        let members = members.iter();
        let cells = members.filter(|member| presence(cx, member) == *word);
        Row::list(word, cells.map(wire_cell).collect())
    });
    let rest = rest.map(|(name, _)| Row::new(format!("rest {name};")));
    Table {
        name: "wire_object",
        docs: Vec::new(),
        attributes: Vec::new(),
        head: format!("{}{spared}", cx.names.ty(id)),
        rows: Some(lists.chain(rest).collect()),
    }
}

/// The word that the table has for the presence of a field.
fn presence(cx: &Cx<'_>, member: &Member<'_>) -> &'static str {
    match member.field.presence {
        Presence::Required => "required",
        Presence::Optional if cx.facts.has_null(&member.field.ty) => "any",
        Presence::Optional => "optional",
        Presence::RequiredNullable => "nullable",
        Presence::OptionalNullable => "maybe",
    }
}

fn wire_cell(member: &Member<'_>) -> Cell {
    let wire_name = &member.field.wire_name;
    Cell::new(if member.name.as_ref() == wire_name {
        wire_name.clone()
    } else {
        format!("{} = {wire_name:?}", member.name)
    })
}
