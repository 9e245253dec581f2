//! What is made of documents that contradict themselves, so that no type could keep the law that `tests/conformance` holds the others to.

use insta::{assert_snapshot, with_settings};
use openapi_bindgen::Config;
use sendblue_bindings::{document, generated, listing};

/// Compares what is made of a document with its snapshot.
fn check(document: &str, snapshot: &str) {
    let source = self::document(&format!("tests/specs/contradictory/{document}.yaml"));
    let config = Config::new()
        .crate_name("disputed")
        .document("the document");
    with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots/topics" }, {
        assert_snapshot!(snapshot, listing(&generated(&source, &config).files));
    });
}

#[test]
fn a_discriminator_is_believed_before_the_schemas() {
    check("tag-of-another", "tag_of_another");
}

#[test]
fn heirs_are_not_what_their_base_lists() {
    check("heirs-in-their-base", "heirs_in_their_base");
}
