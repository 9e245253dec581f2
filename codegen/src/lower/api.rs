//! The driver of this stage.

use std::collections::{BTreeMap, HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::Value;

use super::{
    Lowering, alias, circles, direction, fixed, info, operation, pruning, security, servers,
};
use crate::diagnostic::Sink;
use crate::ir::{Api, TypeId, Types, Untyped};
use crate::place::{FileId, Place};
use crate::resolve::Bundle;

/// Lowers the document; some lists come page by page in a way that the user says.
pub(crate) fn api(bundle: &Bundle, pages: &BTreeMap<String, Value>, sink: &mut Sink) -> Api {
    let root = Place::root(FileId::ENTRY);
    let info = info::info(bundle, &root);
    let mut servers = servers::servers(bundle, &root, sink);
    let tags = info::tags(bundle, &root);
    let schemes = security::schemes(bundle, &root, sink);
    let certificates = security::certificates(bundle, &root);
    let mut lowering = Lowering {
        bundle,
        sink,
        types: Types::default(),
        named: HashMap::new(),
        given: HashSet::new(),
        pending: IndexMap::new(),
        current: None,
        inline: HashMap::new(),
        loops: HashMap::new(),
        compositions: HashMap::new(),
        open: Vec::new(),
        nulls: HashMap::new(),
        untyped: Vec::new(),
        untyped_members: Vec::new(),
        expanding: Vec::new(),
        parts: HashSet::new(),
    };
    let security = lowering.requirements(&root, &schemes).unwrap_or_default();
    let declared = lowering.declared();
    let mut operations = lowering.operations(&schemes);
    let webhooks = lowering.webhooks();
    lowering.lower_pending();
    lowering.settle_names();
    let Lowering {
        mut types,
        untyped,
        untyped_members,
        parts,
        sink,
        bundle: _,
        named,
        given: _,
        pending: _,
        current: _,
        inline: _,
        loops: _,
        compositions: _,
        open: _,
        nulls: _,
        expanding: _,
    } = lowering;
    alias::check(&mut types, sink);
    circles::check(&mut types, sink);
    operation::leave_credentials_out(&mut operations, &schemes, &security, sink);
    operation::settle_pages(&mut operations, &types, pages, sink);
    let parts = direction::split(&mut types, &mut operations, &webhooks, parts);
    fixed::settle(&mut types, &mut operations);
    servers::settle(&mut servers, &mut operations);
    if bundle.is_selective() {
        pruning::prune(&mut types, &operations, &webhooks, &declared);
    }
    Api {
        info,
        servers,
        schemes,
        certificates,
        security,
        tags,
        types,
        operations,
        unselected: operation::unselected(bundle),
        operations_total: bundle.operations().len(),
        unused: pruning::unused(bundle, &named),
        webhooks,
        parts,
        untyped: in_order(untyped),
        untyped_members: in_order(untyped_members),
    }
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
