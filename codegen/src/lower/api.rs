//! The driver of this stage.

use std::collections::{BTreeMap, HashSet};

use serde_json::Value;

use super::{
    Lowering, Memo, alias, circles, direction, fixed, info, literal, operation, own_server,
    pruning, security, servers, unused_shared,
};
use crate::diagnostic::Sink;
use crate::ir::{Api, TypeId, Types, Untyped};
use crate::place::{FileId, Place};
use crate::resolve::Bundle;

/// Lowers the document; some lists come page by page in a way that the user says.
pub(crate) fn api(bundle: &Bundle, pages: &BTreeMap<String, Value>, sink: &mut Sink) -> Api {
    let root = Place::root(FileId::ENTRY);
    let servers = servers::servers(bundle, &root, sink);
    let schemes = security::schemes(bundle, &root, sink);
    let mut lowering = Lowering {
        bundle,
        sink,
        types: Types::default(),
        untyped: Vec::new(),
        untyped_members: Vec::new(),
        parts: HashSet::new(),
        memo: Memo::default(),
    };
    let security = lowering.requirements(&root, &schemes).unwrap_or_default();
    let declared = lowering.declared();
    let operations = lowering.operations(&schemes);
    let webhooks = lowering.webhooks();
    lowering.lower_pending();
    lowering.settle_names();
    let Lowering {
        bundle: _,
        sink,
        types,
        untyped,
        untyped_members,
        parts,
        memo,
    } = lowering;
    let mut api = Api {
        info: info::info(bundle, &root),
        servers,
        schemes,
        certificates: security::certificates(bundle, &root),
        security,
        tags: info::tags(bundle, &root),
        types,
        operations,
        unselected: operation::unselected(bundle),
        operations_total: bundle.operations().len(),
        unused: pruning::unused(bundle, &memo.named),
        unused_shared: unused_shared::names(bundle, &memo),
        webhooks,
        parts,
        untyped: in_order(untyped),
        untyped_members: in_order(untyped_members),
    };
    let literals = settle(&mut api, pages, sink);
    if bundle.is_selective() {
        pruning::prune(&mut api.types, &api.operations, &api.webhooks, &declared);
    }
    api.retain_types(|id| !literals.contains(&id));
    api
}

/// Decides what depends on all of the document, and gives the types that nothing is of any more.
fn settle(api: &mut Api, pages: &BTreeMap<String, Value>, sink: &mut Sink) -> HashSet<TypeId> {
    let types = &mut api.types;
    let operations = &mut api.operations;
    alias::check(types, sink);
    circles::check(types, sink);
    operation::leave_credentials_out(operations, &api.schemes, &api.security, sink);
    operation::settle_pages(operations, types, pages, sink);
    let parts = std::mem::take(&mut api.parts);
    api.parts = direction::split(types, operations, &api.webhooks, parts);
    fixed::settle(types, operations);
    own_server::settle(&mut api.servers, operations);
    literal::settle(types, operations, &api.webhooks)
}

/// The places in the order of the document, each once: `allOf` brings one into several objects.
fn in_order(mut untyped: Vec<Untyped>) -> Vec<Untyped> {
    untyped.sort_by(|a, b| a.place.cmp(&b.place));
    untyped.dedup_by(|a, b| a.place == b.place);
    untyped
}

impl Lowering<'_> {
    /// The types of declared schemas, which become types whether an operation uses them or not: people build on them.
    fn declared(&mut self) -> Vec<TypeId> {
        let declared = self.bundle.declared();
        let mut sorted: Vec<&Place> = declared.iter().collect();
        sorted.sort_unstable();
        for schema in sorted {
            self.lend_name(schema);
        }
        let types = declared.iter().map(|schema| self.named(schema)).collect();
        self.lower_pending();
        types
    }
}
