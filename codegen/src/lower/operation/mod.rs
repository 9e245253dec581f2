//! Operations.

mod answers;
mod bare_body;
mod body;
mod choice;
mod content;
mod credentials;
mod encoding;
mod event_data;
mod events;
mod files;
mod headers;
mod media;
mod multipart;
mod pagination;
mod parameters;
mod path;
mod stream;
mod undeclared_part;
mod unselected;
mod variables;
mod webhooks;
mod writing;

pub(super) use credentials::leave_out as leave_credentials_out;
pub(super) use media::{is_typed_in_answers, is_typed_in_requests, words_for_other};
pub(super) use pagination::settle as settle_pages;
pub(super) use unselected::operations as unselected;

use std::collections::HashSet;

use openapiv3::Operation as OperationNode;

use self::answers::Successes;
use super::node::{place_of, read};
use super::{Lowering, docs, extension, own_server};
use crate::ir::{
    Answer, Body, Method, Operation, OperationId, OwnServer, Owner, Parameter, Scheme, TypeName,
};
use crate::place::Place;
use crate::resolve::Template;
use crate::specification::Kind;

/// An operation before it is lowered.
struct Met {
    /// As the document writes it.
    path: String,
    template: Template,
    method: Method,
    item: Place,
    place: Place,
}

/// What a call sends, and what comes back.
struct Exchange {
    path: String,
    parameters: Vec<Parameter>,
    body: Option<Body>,
    successes: Successes,
    errors: Vec<Answer>,
}

impl Lowering<'_> {
    /// The operations that can be called, by path and method so that the document's order does not matter.
    pub(super) fn operations(&mut self, schemes: &[Scheme]) -> Vec<Operation> {
        let mut operations = Vec::new();
        for met in self.meet() {
            let id = OperationId(operations.len());
            let types_before = self.types.len();
            match self.operation(&met, id, schemes) {
                Some(operation) => operations.push(operation),
                None => self.disown(&met, id, types_before),
            }
        }
        operations
    }

    /// An operation that cannot be expressed leaves types behind that were to be called after it; they are then called after its place.
    fn disown(&mut self, met: &Met, skipped: OperationId, types_before: usize) {
        for id in self.types.all().skip(types_before) {
            let name = &mut self.types.get_mut(id).name;
            match name {
                TypeName::Place {
                    owner: Owner::Operation(owner),
                    role,
                } if *owner == skipped => {
                    *name = TypeName::Own(format!(
                        "{} {} {role}",
                        met.method.as_str(),
                        met.template.text
                    ));
                }
                TypeName::Place {
                    owner: Owner::Operation(_) | Owner::Type(_),
                    role: _,
                }
                | TypeName::Own(_)
                | TypeName::Shared(_)
                | TypeName::Request(_) => {}
            }
        }
    }

    /// The operations that are selected.
    fn meet(&mut self) -> Vec<Met> {
        let listed = self.bundle.operations().iter();
        let mut templates = HashSet::new();
        let mut met = Vec::new();
        for listed in listed.filter(|listed| listed.selected) {
            if templates.insert((&listed.path, &listed.template.text)) {
                self.check_path(listed);
            }
            self.check_fragment(listed);
            met.push(Met {
                path: listed.path.clone(),
                template: listed.template.clone(),
                method: Method::new(&listed.method),
                item: listed.item.clone(),
                place: listed.place.clone(),
            });
        }
        // Paths of the document may be one to those who call them.
        met.sort_by(|a, b| {
            let (called, other) = (&a.template.text, &b.template.text);
            (called, &a.method, &a.path).cmp(&(other, &b.method, &b.path))
        });
        met
    }

    fn operation(&mut self, met: &Met, id: OperationId, schemes: &[Scheme]) -> Option<Operation> {
        let place = &met.place;
        let node: OperationNode = read(self.bundle, place, Kind::Operation, self.sink)?;
        let exchange = self.exchange(met, &node, Owner::Operation(id));
        let security = self.requirements(place, schemes);
        let server = self.server(place, &met.item);
        let Exchange {
            path,
            parameters,
            body,
            successes,
            errors,
        } = exchange?;
        let OperationNode {
            tags,
            summary,
            description,
            operation_id,
            deprecated,
            extensions,
            external_docs: _,
            // Calls that the server makes are no calls of a client.
            callbacks: _,
            // Read as they stand.
            security: _,
            servers: _,
            // What is exchanged.
            parameters: _,
            request_body: _,
            responses: _,
        } = node;
        Some(Operation {
            origin: place.clone(),
            id: operation_id.filter(|id| !id.trim().is_empty()),
            pinned: extension::rust_name(&extensions),
            method: met.method.clone(),
            path,
            tag: tags.into_iter().next(),
            docs: docs::of(summary.as_deref(), description.as_deref()),
            deprecated: docs::deprecation(deprecated, description.as_deref()),
            parameters,
            body,
            success: successes.success,
            is_redirect: successes.is_redirect,
            stream: successes.stream,
            pagination: pagination::read(&extensions, place, self.sink),
            headers: successes.headers,
            errors,
            security,
            server,
        })
    }

    /// `None` where the operation cannot be called so, once all that is wrong with it is said.
    fn exchange(&mut self, met: &Met, node: &OperationNode, owner: Owner) -> Option<Exchange> {
        let parameters = self.parameters(&met.item, &met.place, &met.template, owner);
        let body = node.request_body.as_ref().and_then(place_of);
        let body = body.and_then(|place| self.body(&place, &met.method, owner));
        let (successes, errors) = self.answers(&node.responses, &met.method, owner);
        let (path, parameters) = parameters?;
        Some(Exchange {
            path,
            parameters,
            body,
            successes: successes?,
            errors,
        })
    }

    /// The server of an operation or of its path item, where they have their own.
    fn server(&mut self, place: &Place, item: &Place) -> Option<OwnServer> {
        let own = [place, item]
            .into_iter()
            .find(|node| self.bundle.get(&node.below(&["servers", "0"])).is_some());
        own_server::own_server(self.bundle, own?, self.sink)
    }
}
