//! Which schemes a call needs.

use serde_json::Value;

use super::schemes::is_mutual_tls;
use crate::diagnostic::Code;
use crate::ir::{Requirement, Scheme};
use crate::lower::Lowering;
use crate::place::{FileId, Place};
use crate::resolve::Bundle;

impl Lowering<'_> {
    /// The requirements that the node at `place` (the document or an operation) states; `None` where it states none.
    pub(in crate::lower) fn requirements(
        &mut self,
        place: &Place,
        schemes: &[Scheme],
    ) -> Option<Vec<Requirement>> {
        let place = place.child("security");
        let list = self.bundle.get(&place)?.as_array()?;
        let mut requirements = Vec::new();
        for (index, node) in list.iter().enumerate() {
            let place = place.element(index);
            if let Some(requirement) = self.requirement(node, &place, schemes) {
                requirements.extend(self.alternatives(requirement, &place, schemes));
            }
        }
        Some(requirements)
    }

    /// A requirement with one scheme for the header `authorization`, which holds one credential (RFC 9110, section 11.6.2): where it names
    /// several, either will do. Documents list the flows of one scheme so.
    fn alternatives(
        &mut self,
        requirement: Requirement,
        place: &Place,
        schemes: &[Scheme],
    ) -> Vec<Requirement> {
        let is_there = |name: &str| {
            let scheme = schemes.iter().find(|scheme| scheme.name == name);
            scheme.is_some_and(|scheme| scheme.kind.is_authorization())
        };
        let there: Vec<_> = requirement.iter().filter(|name| is_there(name)).collect();
        if there.len() < 2 {
            return vec![requirement];
        }
        let names: Vec<_> = there.iter().map(|name| format!("`{name}`")).collect();
        let message = format!(
            "{} are sent in the header `authorization`, which holds one of them; either will do",
            names.join(" and ")
        );
        self.sink.report(Code::Exclusive, place, message);
        let with = |one: &String| {
            let kept = requirement
                .iter()
                .filter(|name| *name == one || !is_there(name));
            kept.cloned().collect()
        };
        there.into_iter().map(with).collect()
    }

    fn requirement(
        &mut self,
        node: &Value,
        place: &Place,
        schemes: &[Scheme],
    ) -> Option<Requirement> {
        let Some(map) = node.as_object() else {
            self.sink.report(
                Code::OtherForm,
                place,
                "a security requirement should stand here; it is ignored",
            );
            return None;
        };
        let carried: Vec<&String> = map
            .keys()
            .filter(|name| !is_mutual_tls(self.bundle, &scheme_place(self.bundle, name)))
            .collect();
        let is_unknown = |name: &&&String| !schemes.iter().any(|scheme| scheme.name == ***name);
        let unknown: Vec<_> = carried.iter().filter(is_unknown).collect();
        for name in &unknown {
            self.report_undeclared(name, place, schemes);
        }
        let is_known = unknown.is_empty();
        is_known.then(|| carried.into_iter().cloned().collect())
    }

    /// A scheme that cannot be sent was reported where it is declared.
    fn report_undeclared(&mut self, name: &str, place: &Place, schemes: &[Scheme]) {
        if self.bundle.get(&scheme_place(self.bundle, name)).is_none() {
            let declared = schemes.iter().map(|scheme| scheme.name.as_str());
            let message = format!("`{name}` is not declared");
            self.sink
                .report(Code::UnknownSecurityScheme, &place.child(name), message)
                .help_closest(name, declared);
        }
    }
}

/// Where a scheme is declared that a requirement names.
fn scheme_place(bundle: &Bundle, name: &str) -> Place {
    let root = Place::root(FileId::ENTRY);
    bundle.below(&root, &["components", "securitySchemes", name])
}
