//! How requests' values are made: the table of an object's `new` and its setters, and the struct of what many of them require.

use proc_macro2::TokenStream;
use quote::quote;

use super::object::{Member, attributes, field, is_deprecated, mentions_deprecated, spared};
use super::{Cell, Cx, Row, Table, docs, enumeration, lint};
use crate::ir::{Access, Presence, Shape, TypeId};
use crate::names::FieldIdent;

/// Whether the type has a struct of its required properties beside it.
pub(super) fn has_required_struct(cx: &Cx<'_>, id: TypeId) -> bool {
    let takes = match &cx.api.types.get(id).shape {
        Shape::Object(object) => object.takes_required_struct(),
        Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => false,
    };
    takes && cx.facts.is_in_requests(id)
}

/// The struct of what is required, where that is too much for arguments.
pub(super) fn required_struct(cx: &Cx<'_>, id: TypeId, members: &[Member<'_>]) -> TokenStream {
    let docs = docs::attributes(&[format!(
        "What a [`{}`] cannot be made without.",
        cx.names.ty(id)
    )]);
    let name = cx.names.required(id);
    let fields = members
        .iter()
        .filter(|member| member.field.is_asked_for())
        .map(field);
    let lints = attributes(cx, members);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #lints
        pub struct #name { #(#fields)* }
    }
}

/// The table of `new` and of the setters.
pub(super) fn table(
    cx: &Cx<'_>,
    id: TypeId,
    members: &[Member<'_>],
    rest: Option<&(&FieldIdent, String)>,
) -> Table {
    let (required, optional): (Vec<_>, Vec<_>) = members
        .iter()
        .partition(|member| member.field.presence.is_required());
    let (asked, fixed): (Vec<_>, Vec<_>) = required
        .into_iter()
        .partition(|member| member.field.is_asked_for());
    let fixed = Row::list("fixed", fixed_cells(cx, &fixed));
    let lists = SETTERS.iter().filter_map(|word| {
        let members = optional.iter();
        let cells = members.filter(|member| setter(member) == *word);
        Row::list(word, cells.map(|member| setter_cell(cx, member)).collect())
    });
    let rest = rest.map(|(name, ty)| Row::new(format!("rest {name}: {ty};")));
    let mut setters = optional.iter();
    let has_operator = setters.any(|member| lint::is_operator(member.name.as_ref()));
    let is_deprecated = mentions_deprecated(cx, members) || is_deprecated(cx, id, members);
    let spared = spared(members, is_deprecated, has_operator);
    Table {
        name: "builder",
        docs: Vec::new(),
        attributes: Vec::new(),
        head: format!("{}{spared}", cx.names.ty(id)),
        rows: Some(
            std::iter::once(new_row(cx, id, &asked))
                .chain(fixed)
                .chain(lists)
                .chain(rest)
                .collect(),
        ),
    }
}

/// The properties that have one value, each with that.
fn fixed_cells(cx: &Cx<'_>, members: &[&Member<'_>]) -> Vec<Cell> {
    let cell = |member: &&Member<'_>| {
        let field = member.field;
        let value = enumeration::fixed(cx, &field.ty, &member.full, field.fixed.as_ref()?)?;
        Some(Cell::new(format!("{} = {value}", member.name)))
    };
    members.iter().filter_map(cell).collect()
}

fn new_row(cx: &Cx<'_>, id: TypeId, required: &[&Member<'_>]) -> Row {
    if has_required_struct(cx, id) {
        let names: Vec<_> = required.iter().map(|member| member.name.as_ref()).collect();
        return Row::new(format!(
            "new({} {{ {} }});",
            cx.names.required(id),
            names.join(", ")
        ));
    }
    // An argument takes what the field holds, null included.
    let arguments: Vec<_> = required.iter().map(|member| argument(cx, member)).collect();
    Row::new(format!("new({});", arguments.join(", ")))
}

const SETTERS: [&str; 3] = ["optional", "maybe", "skip"];

/// The word that the table has for the setters of a field.
fn setter(member: &Member<'_>) -> &'static str {
    match (member.field.access, member.clear) {
        // Only answers carry it: a request has nothing to say.
        (Access::Answer, _) => "skip",
        (Access::Both | Access::Request, Some(_)) => "maybe",
        (Access::Both | Access::Request, None) => "optional",
    }
}

fn setter_cell(cx: &Cx<'_>, member: &Member<'_>) -> Cell {
    let taken = cx.taken(&member.field.ty);
    let Member {
        field,
        name,
        clear,
        deprecated,
        docs: _,
        full: _,
        inner,
    } = member;
    let attributes = deprecated.iter().cloned().collect();
    let text = match (field.access, clear) {
        (Access::Answer, _) => return Cell::new(name.to_string()),
        (Access::Both | Access::Request, Some(clear)) => format!("{name} {clear}: {inner}{taken}"),
        (Access::Both | Access::Request, None) => format!("{name}: {inner}{taken}"),
    };
    Cell { attributes, text }
}

/// How an argument of `new` is taken: one that may be null holds an `Option`, which is made from a value.
fn argument(cx: &Cx<'_>, member: &Member<'_>) -> String {
    let mark = match member.field.presence {
        Presence::Required => cx.taken(&member.field.ty),
        Presence::RequiredNullable | Presence::Optional | Presence::OptionalNullable => "",
    };
    format!("{}: {}{mark}", member.name, member.full)
}
