//! The contacts bindings as they come out, file by file, so that a change of the document shows as a change of those files that it
//! concerns.

use insta::{assert_snapshot, with_settings};
use sendblue_bindings::{contacts, listing, sources, stems};

/// The name of the snapshot of a file.
fn name(path: &str) -> String {
    path.trim_end_matches(".rs").replace('/', "__")
}

#[test]
fn every_file_is_as_reviewed() {
    for (path, code) in sources(&contacts().files) {
        with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots/contacts" }, {
            assert_snapshot!(name(&path), code);
        });
    }
}

#[test]
fn no_reviewed_file_has_disappeared() {
    let sources = sources(&contacts().files);
    let generated = sources.iter().map(|(path, _)| name(path));
    assert_eq!(
        stems("tests/snapshots/contacts", "snap"),
        generated.collect(),
        "a snapshot belongs to no file any more: delete it"
    );
}

#[test]
fn an_operation_takes_at_most_ninety_lines_of_code() {
    let generated = contacts();
    let lines = listing(&generated.files);
    let code = lines
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("==>"));
    let per_operation = code.count() / generated.summary.operations_emitted;
    assert!(per_operation <= 90, "{per_operation} lines an operation");
}
