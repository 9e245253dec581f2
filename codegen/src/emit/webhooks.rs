//! `webhooks.rs`: readers of the calls that the server makes.

use super::imports::Imports;
use super::ty::by_path;
use super::{Cx, Item, Table, Unit, deprecation, docs};
use crate::ir::Webhook;
use crate::names::MethodIdent;

pub(super) fn unit(cx: &Cx<'_>) -> Unit {
    let mut imports = Imports::default();
    imports.add("crate::runtime", "webhook");
    let mut items = Vec::new();
    for (webhook, name) in cx.api.webhooks.iter().zip(&cx.names.webhooks) {
        items.push(Item::Table(table(cx, &mut imports, webhook, name)));
    }
    Unit {
        path: "src/webhooks.rs".to_owned(),
        docs: vec!["Readers of the calls that the server makes.".to_owned()],
        imports,
        items,
    }
}

/// A line that reads a webhook, of one that is not deprecated where there is any.
pub(super) fn example(cx: &Cx<'_>) -> Option<String> {
    let webhooks = cx.api.webhooks.iter().zip(&cx.names.webhooks);
    let (_, name) = webhooks.min_by_key(|(webhook, _)| webhook.deprecated.is_some())?;
    let library = cx.library();
    Some(format!("let call = {library}::webhooks::{name}(body)?;"))
}

fn table(cx: &Cx<'_>, imports: &mut Imports, webhook: &Webhook, name: &MethodIdent) -> Table {
    let Webhook {
        origin: _,
        name: wire_name,
        pinned: _,
        docs,
        deprecated,
        ty,
    } = webhook;
    let ty = by_path(cx, imports, ty);
    let deprecated = deprecation::attribute(deprecated.as_ref(), docs, |_| None);
    let attribute = deprecated.map(|attribute| format!("{attribute} "));
    Table {
        attributes: Vec::new(),
        name: "webhook",
        docs: docs::lines(docs, &format!("The webhook {}.", docs::code(wire_name))),
        head: format!("{}{name} -> {ty}", attribute.unwrap_or_default()),
        rows: None,
    }
}
