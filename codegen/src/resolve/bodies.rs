//! Bodies that are parameters, as in Swagger 2.0, in documents of later versions.

use serde_json::Value;

use super::walk::Walk;
use crate::dialect::v20;
use crate::load::Repair;
use crate::place::{Place, Pointer};
use crate::specification::{Kind, Version};

impl Walk<'_> {
    /// Gives an operation the body that its parameters and those of its path item describe, which `check` tells of. The parameters stay where
    /// they are, and are not sent.
    pub(super) fn make_body(&mut self, place: &Place, kind: Kind) {
        if kind != Kind::Operation || self.bundle.version(place) == Version::V20 {
            return;
        }
        if let Some(body) = self.body(place) {
            let repair = Repair {
                at: vec!["requestBody".to_owned()],
                value: Some(body),
            };
            self.bundle.documents.mend(place, vec![repair]);
            self.bundle.documents.note_moved(place, original);
        }
    }

    fn body(&self, place: &Place) -> Option<Value> {
        let operation = self.bundle.get(place)?;
        if operation.get("requestBody").is_some() {
            return None;
        }
        let item = place.parent();
        let item = item.filter(|item| self.bundle.kinds.get(item) == Some(&Kind::PathItem));
        let item = item.and_then(|item| self.bundle.get(&item));
        let root = self.bundle.get(&Place::root(place.file))?;
        v20::request_body(root, item, operation)
    }
}

/// Where a node of such an operation stands in the text.
fn original(root: &Value, at: &Pointer, node: &Pointer) -> Pointer {
    match node.is_within(&at.child("requestBody")) {
        true => v20::original(Kind::Operation)(root, at, node),
        false => crate::dialect::slips::original(root, at, node),
    }
}
