//! What people read who make a mistake: the whole listing, reviewed like code.

use std::collections::BTreeSet;

use insta::{assert_snapshot, with_settings};
use openapi_bindgen::{Config, generate};
use sendblue_bindings::{document, stems};

/// The files of the documents, in their order.
fn mistakes() -> BTreeSet<String> {
    let files = |end: &str| {
        let stems = stems("tests/specs/invalid", end).into_iter();
        stems.map(move |stem| format!("{stem}.{end}")).collect()
    };
    let (yaml, json): (BTreeSet<_>, BTreeSet<_>) = (files("yaml"), files("json"));
    yaml.into_iter().chain(json).collect()
}

fn snapshot(name: &str) -> String {
    name.replace('.', "_")
}

#[test]
fn every_mistake_is_explained_at_its_place() {
    for name in mistakes() {
        let listing = match generate(
            &document(&format!("tests/specs/invalid/{name}")),
            &Config::new(),
        ) {
            Ok(generated) => format!("{}generated all the same", generated.diagnostics),
            Err(diagnostics) => diagnostics.to_string(),
        };
        with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots/diagnostics" }, {
            assert_snapshot!(snapshot(&name), listing);
        });
    }
}

#[test]
fn every_snapshot_has_its_document() {
    let snapshots = mistakes().iter().map(|name| snapshot(name)).collect();
    assert_eq!(stems("tests/snapshots/diagnostics", "snap"), snapshots);
}
