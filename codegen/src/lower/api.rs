//! The driver of this stage.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::{Lowering, alias, direction, info, security};
use crate::diagnostic::Sink;
use crate::ir::{Api, Types};
use crate::place::{FileId, Place};
use crate::resolve::Bundle;

/// Lowers the document.
pub(crate) fn api(bundle: &Bundle, sink: &mut Sink) -> Api {
    let root = Place::root(FileId::ENTRY);
    let info = info::info(bundle, &root);
    let base_url = info::server(bundle, &root, sink);
    let tags = info::tags(bundle, &root);
    let schemes = security::schemes(bundle, &root, sink);
    let certificates = security::certificates(bundle, &root);
    let mut lowering = Lowering {
        bundle,
        sink,
        types: Types::default(),
        named: HashMap::new(),
        pending: IndexMap::new(),
        current: None,
        inline: HashMap::new(),
        loops: HashMap::new(),
        compositions: HashMap::new(),
        open: Vec::new(),
        nulls: HashMap::new(),
        untyped: Vec::new(),
        expanding: Vec::new(),
        parts: HashSet::new(),
    };
    let security = lowering.requirements(&root, &schemes).unwrap_or_default();
    lowering.components(&root);
    let (mut operations, operations_total) = lowering.operations(&root, &schemes);
    let webhooks = lowering.webhooks(&root);
    lowering.lower_pending();
    let Lowering {
        mut types,
        mut untyped,
        parts,
        sink,
        bundle: _,
        named: _,
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
    let parts = direction::split(&mut types, &mut operations, &webhooks, parts);
    untyped.sort_by(|a, b| a.place.cmp(&b.place));
    // `allOf` brings one place into several objects.
    untyped.dedup_by(|a, b| a.place == b.place);
    Api {
        info,
        base_url,
        schemes,
        certificates,
        security,
        tags,
        types,
        operations,
        operations_total,
        webhooks,
        parts,
        untyped,
    }
}

impl Lowering<'_> {
    /// Every declared schema becomes a type, whether an operation uses it or not: people build on them.
    fn components(&mut self, root: &Place) {
        let schemas = self.bundle.below(root, &["components", "schemas"]);
        let Some(map) = self
            .bundle
            .get(&schemas)
            .and_then(serde_json::Value::as_object)
        else {
            return;
        };
        let mut names: Vec<&String> = map.keys().collect();
        names.sort_unstable();
        for name in names {
            self.lend_name(name, &schemas);
        }
        for name in map.keys() {
            self.named(&schemas.child(name));
        }
        self.lower_pending();
    }
}
