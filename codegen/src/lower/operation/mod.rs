//! Operations.

mod answers;
mod body;
mod choice;
mod content;
mod event_data;
mod events;
mod headers;
mod media;
mod multipart;
mod parameters;
mod path;
mod stream;
mod webhooks;

use openapiv3::Operation as OperationNode;
use serde_json::Value;

use self::answers::Successes;
use super::node::{place_of, read};
use super::{Lowering, docs, extension, info};
use crate::ir::{Method, Operation, OperationId, Owner, Scheme, TypeName};
use crate::place::Place;
use crate::resolve::Kind;

/// An operation before it is lowered.
struct Met {
    path: String,
    method: Method,
    item: Place,
    place: Place,
}

impl Lowering<'_> {
    /// The operations that can be called, by path and method so that the document's order does not matter; and how many there are in all.
    pub(super) fn operations(
        &mut self,
        root: &Place,
        schemes: &[Scheme],
    ) -> (Vec<Operation>, usize) {
        let mut met = self.meet(&self.bundle.below(root, &["paths"]));
        met.sort_by(|a, b| (&a.path, &a.method).cmp(&(&b.path, &b.method)));
        let total = met.len();
        let mut operations = Vec::with_capacity(total);
        for met in met {
            let id = OperationId(operations.len());
            let types_before = self.types.len();
            match self.operation(&met, id, schemes) {
                Some(operation) => operations.push(operation),
                None => self.disown(&met, id, types_before),
            }
        }
        (operations, total)
    }

    /// An operation that cannot be expressed leaves types behind that were to be called after it; they are then called after its place.
    fn disown(&mut self, met: &Met, skipped: OperationId, types_before: usize) {
        for id in self.types.ids().skip(types_before) {
            let name = &mut self.types.get_mut(id).name;
            match name {
                TypeName::Place {
                    owner: Owner::Operation(owner),
                    role,
                } if *owner == skipped => {
                    *name = TypeName::Own(format!("{} {} {role}", met.method.as_str(), met.path));
                }
                TypeName::Place {
                    owner: Owner::Operation(_) | Owner::Type(_),
                    role: _,
                }
                | TypeName::Own(_)
                | TypeName::Request(_) => {}
            }
        }
    }

    fn meet(&mut self, paths: &Place) -> Vec<Met> {
        let Some(map) = self.bundle.get(paths).and_then(Value::as_object) else {
            return Vec::new();
        };
        let mut met = Vec::new();
        for path in map.keys().filter(|path| !path.starts_with("x-")) {
            let place = paths.child(path);
            let item = self.bundle.follow(&place).clone();
            let path = self.checked_path(path, &place);
            for (method, place) in self.methods(&item) {
                met.push(Met {
                    path: path.clone(),
                    method,
                    item: item.clone(),
                    place,
                });
            }
        }
        met
    }

    /// The operations of a path item.
    fn methods(&self, item: &Place) -> Vec<(Method, Place)> {
        let fixed = Method::KEYS
            .into_iter()
            .map(|key| (Method::new(key), item.child(key)));
        let additional = self.bundle.below(item, &["additionalOperations"]);
        let names = self.bundle.get(&additional).and_then(Value::as_object);
        let named = names.into_iter().flat_map(serde_json::Map::keys);
        let all = fixed.chain(named.map(|name| (Method::new(name), additional.child(name))));
        // Operations in files of their own are not foreseen, and usual all the same.
        all.map(|(method, place)| (method, self.bundle.follow(&place).clone()))
            .filter(|(_, place)| self.bundle.get(place).is_some_and(Value::is_object))
            .collect()
    }

    fn operation(&mut self, met: &Met, id: OperationId, schemes: &[Scheme]) -> Option<Operation> {
        let Met {
            path,
            method,
            item,
            place,
        } = met;
        let node: OperationNode = read(self.bundle, place, Kind::Operation, self.sink)?;
        let OperationNode {
            tags,
            summary,
            description,
            operation_id,
            parameters: _,
            request_body,
            responses,
            deprecated,
            extensions,
            external_docs: _,
            // Calls that the server makes are no calls of a client.
            callbacks: _,
            // Read as they stand.
            security: _,
            servers: _,
        } = node;
        let owner = Owner::Operation(id);
        let parameters = self.parameters(item, place, path, owner);
        let body = request_body
            .as_ref()
            .and_then(place_of)
            .and_then(|place| self.body(&place, owner));
        let (successes, errors) = self.answers(&responses, owner);
        let security = self.requirements(place, schemes);
        let server = self.server(place, item);
        let Successes {
            success,
            stream,
            headers,
        } = successes?;
        Some(Operation {
            origin: place.clone(),
            id: operation_id.filter(|id| !id.trim().is_empty()),
            pinned: extension::rust_name(&extensions),
            method: method.clone(),
            path: path.clone(),
            tag: tags.into_iter().next(),
            docs: docs::of(summary.as_deref(), description.as_deref()),
            deprecated: docs::deprecation(deprecated, description.as_deref()),
            parameters: parameters?,
            body,
            success,
            stream,
            headers,
            errors,
            security,
            server,
        })
    }

    /// The server of an operation or of its path item, where they have their own.
    fn server(&mut self, place: &Place, item: &Place) -> Option<String> {
        let own = [place, item]
            .into_iter()
            .find(|node| self.bundle.get(&node.below(&["servers", "0"])).is_some());
        info::server(self.bundle, own?, self.sink)
    }
}
