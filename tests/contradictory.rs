//! What is made of documents that contradict themselves, so that no type could keep the law that `tests/conformance` holds the others to.

use insta::{assert_snapshot, with_settings};
use openapi_bindgen::Config;
use sendblue_bindings::{document, generated, listing};

#[test]
fn a_discriminator_is_believed_before_the_schemas() {
    let source = document("tests/specs/contradictory/tag-of-another.yaml");
    let config = Config::new()
        .crate_name("disputed")
        .document("the document");
    with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots/topics" }, {
        assert_snapshot!("tag_of_another", listing(&generated(&source, &config).files));
    });
}
