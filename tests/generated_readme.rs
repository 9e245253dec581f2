//! The readme of a generated crate: what its user reads first.

use insta::{assert_snapshot, with_settings};
use sendblue_bindings::topic;

/// The document has a scheme of each kind, so that the readme names every variable that a client reads.
#[test]
fn it_is_as_reviewed() {
    let files = topic("security").files;
    let text = files.get("README.md").expect("the crate has a readme");
    with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots" }, {
        assert_snapshot!("generated_readme", text);
    });
}
