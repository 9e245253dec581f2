//! What is made of documents that contradict themselves, so that no type could keep the law that `tests/conformance` holds the others to.

use insta::{assert_snapshot, with_settings};
use openapi_bindgen::Config;
use sendblue_bindings::{document, generated, listing, stems};

/// Compares what is made of a document with its snapshot.
fn check(name: &str) {
    let source = document(&format!("tests/specs/contradictory/{name}.yaml"));
    let config = Config::new()
        .crate_name("disputed".parse().expect("a name"))
        .document("the document");
    with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots/contradictory" }, {
        assert_snapshot!(name, listing(&generated(&source, &config).files));
    });
}

#[test]
fn a_discriminator_is_believed_before_the_schemas() {
    check("tag-of-another");
}

#[test]
fn heirs_are_not_what_their_base_lists() {
    check("heirs-in-their-base");
}

#[test]
fn every_document_has_a_snapshot_and_every_snapshot_a_document() {
    assert_eq!(
        stems("tests/snapshots/contradictory", "snap"),
        stems("tests/specs/contradictory", "yaml")
    );
}
