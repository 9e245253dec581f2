//! The files of types: one for every schema with a name of its own and for every operation that has types.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::ty::{TypeWriter, tokens};
use super::{
    Cx, Item, Unit, builder, deprecation, docs, enumeration, event_kinds, gate, multipart, object,
    union,
};
use crate::ir::{OperationId, Owner, Shape, SharedName, Ty, TypeDef, TypeId, TypeName, Union};
use crate::names::ModuleIdent;

/// The types by the file that they stand in, the file's own type first.
pub(super) fn modules<'a>(cx: &Cx<'a>) -> BTreeMap<&'a ModuleIdent, Vec<TypeId>> {
    let mut modules: BTreeMap<&ModuleIdent, Vec<TypeId>> = BTreeMap::new();
    for id in cx.api.types.ids() {
        modules.entry(cx.names.module(id)).or_default().push(id);
    }
    for ids in modules.values_mut() {
        ids.sort_by_key(|id| {
            (
                cx.api.types.get(*id).name.owner().is_some(),
                cx.names.ty(*id),
            )
        });
    }
    modules
}

/// `types/mod.rs`.
pub(super) fn root(cx: &Cx<'_>) -> Unit {
    let modules = modules(cx);
    let declared = modules
        .keys()
        .flat_map(|module| declaration(cx, module))
        .collect();
    let exported = modules
        .iter()
        .flat_map(|(module, ids)| export(cx, module, ids))
        .collect();
    Unit {
        path: "src/types/mod.rs".to_owned(),
        docs: vec![
            "The types that go over the wire, a file for each schema of the document.".to_owned(),
        ],
        imports: Imports::default(),
        items: vec![Item::Lines(declared), Item::Lines(exported)],
    }
}

fn declaration(cx: &Cx<'_>, module: &ModuleIdent) -> Vec<String> {
    let gate = gate::attribute(cx.gates.of_types(module));
    gate.into_iter().chain([format!("mod {module};")]).collect()
}

fn export(cx: &Cx<'_>, module: &ModuleIdent, ids: &[TypeId]) -> Vec<String> {
    let mut names: Vec<String> = ids.iter().map(|id| cx.names.ty(*id).to_string()).collect();
    names.extend(
        ids.iter()
            .filter(|id| builder::has_required_struct(cx, **id))
            .map(|id| cx.names.required(*id).to_string()),
    );
    names.sort();
    let line = match names.as_slice() {
        [name] => format!("pub use {module}::{name};"),
        names => format!("pub use {module}::{{{}}};", names.join(", ")),
    };
    let deprecated = ids
        .iter()
        .any(|id| cx.api.types.get(*id).deprecated.is_some());
    let gate = gate::attribute(cx.gates.of_types(module));
    let allow = deprecated.then(|| deprecation::ALLOW.to_owned());
    gate.into_iter().chain(allow).chain([line]).collect()
}

/// One file of types.
pub(super) fn unit(cx: &Cx<'_>, module: &ModuleIdent, ids: &[TypeId]) -> Unit {
    let mut imports = Imports::beside(ids.iter().map(|id| cx.names.ty(*id).to_string()));
    let mut writer = TypeWriter {
        cx,
        imports: &mut imports,
        module: Some(module),
    };
    let (names, types): (Vec<TypeId>, Vec<TypeId>) =
        ids.iter().partition(|id| is_other_name(cx, **id));
    let mut items: Vec<Item> = types
        .into_iter()
        .flat_map(|id| items(&mut writer, id))
        .collect();
    let names: Vec<String> = names
        .into_iter()
        .flat_map(|id| other_name(&mut writer, id))
        .collect();
    if !names.is_empty() {
        items.push(Item::Lines(names));
    }
    Unit {
        path: format!("src/types/{module}.rs"),
        docs: Vec::new(),
        imports,
        items,
    }
}

/// Whether a place only has another name for a type that is declared elsewhere.
fn is_other_name(cx: &Cx<'_>, id: TypeId) -> bool {
    let def = cx.api.types.get(id);
    match (&def.name, &def.shape) {
        (
            TypeName::Shared(_) | TypeName::Place { owner: _, role: _ } | TypeName::Request(_),
            Shape::Alias(ty),
        ) => matches!(ty, Ty::Named(_)),
        (TypeName::Own(_), _) => false,
        (_, Shape::Object(_) | Shape::Enum(_) | Shape::Union(_)) => false,
    }
}

/// The name that a place has for a type, in as few lines as it takes: there are many.
fn other_name(writer: &mut TypeWriter<'_>, id: TypeId) -> Vec<String> {
    let cx = writer.cx;
    let def = cx.api.types.get(id);
    let mut lines = vec![format!("/// {}", fallback(cx, id, def))];
    for ty in def.shape.uses() {
        lines.extend(
            cx.facts
                .mentions_deprecated(ty)
                .then(|| deprecation::ALLOW.to_owned()),
        );
        lines.push(format!("pub type {} = {};", cx.names.ty(id), writer.ty(ty)));
    }
    lines
}

fn items(writer: &mut TypeWriter<'_>, id: TypeId) -> Vec<Item> {
    let cx = writer.cx;
    let def = cx.api.types.get(id);
    let lines = docs::lines(&def.docs, &fallback(cx, id, def));
    match &def.shape {
        Shape::Object(object) => object::items(writer, id, def, object, &lines),
        Shape::Enum(list) => vec![enumeration::item(writer, id, def, list, lines)],
        Shape::Union(union) => union_items(writer, id, def, union, lines),
        Shape::Alias(ty) => vec![Item::Code(alias(writer, id, ty, &lines))],
    }
}

fn union_items(
    writer: &mut TypeWriter<'_>,
    id: TypeId,
    def: &TypeDef,
    union: &Union,
    lines: Vec<String>,
) -> Vec<Item> {
    let mut items = vec![union::item(writer, id, def, union, lines)];
    if let Some(table) = multipart::union(writer.cx, id, union) {
        writer.imports.add("crate::runtime::multipart", "multipart");
        items.push(table);
    }
    if let Some(table) = event_kinds::item(writer.cx, id, union) {
        writer.imports.add("crate::runtime::stream", "event_kinds");
        items.push(table);
    }
    items
}

fn alias(writer: &mut TypeWriter<'_>, id: TypeId, ty: &Ty, lines: &[String]) -> TokenStream {
    let cx = writer.cx;
    let docs = docs::attributes(lines);
    let name = cx.names.ty(id);
    let lints = cx
        .facts
        .mentions_deprecated(ty)
        .then(|| tokens(deprecation::ALLOW));
    let ty = tokens(&writer.ty(ty));
    quote!(#docs #lints pub type #name = #ty;)
}

/// What a type is, where the document does not say.
fn fallback(cx: &Cx<'_>, id: TypeId, def: &TypeDef) -> String {
    match &def.name {
        TypeName::Own(_) => format!("The `{}` schema.", cx.names.ty(id)),
        TypeName::Shared(SharedName { name, apart: _ }) => {
            format!("The shared {}.", docs::code(name))
        }
        TypeName::Request(id) => format!("[`{}`] as requests carry it.", cx.names.ty(*id)),
        TypeName::Place {
            owner: Owner::Type(owner),
            role,
        } => {
            let role = docs::code(role.trim());
            let name = cx.names.ty(*owner);
            match cx.api.types.is_pruned(*owner) {
                true => format!("The {role} of `{name}`."),
                false => format!("The {role} of [`{name}`]."),
            }
        }
        TypeName::Place {
            owner: Owner::Operation(operation),
            role,
        } => {
            let role = docs::code(role);
            format!(
                "The {role} of {}.",
                call(cx, *operation, cx.names.module(id))
            )
        }
    }
}

/// An operation as the docs of a file of types mention it: a link where it is always there too.
fn call(cx: &Cx<'_>, operation: OperationId, file: &ModuleIdent) -> String {
    let method = &cx.names.operations[operation.0].method;
    if cx.config.types_only {
        let operation = &cx.api.operations[operation.0];
        docs::code(&format!("{} {}", operation.method.as_str(), operation.path))
    } else if cx.gates.is_beside(operation, file) {
        format!("[`Client::{method}`](crate::Client::{method})")
    } else {
        format!("`Client::{method}`")
    }
}
