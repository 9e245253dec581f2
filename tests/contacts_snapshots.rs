//! The contacts bindings as they come out, file by file, so that a change of the document shows as a change of those files that it
//! concerns.

use insta::{assert_snapshot, with_settings};
use sendblue_bindings::{contacts, listing};

/// Whether a file says anything of the document: the runtime and the list of files do not.
fn says_something(path: &str) -> bool {
    !path.starts_with("runtime/") && path != "handshake.rs"
}

#[test]
fn every_file_is_as_reviewed() {
    let sources = contacts().files.below("src");
    for (path, code) in sources.iter().filter(|(path, _)| says_something(path)) {
        let name = path.trim_end_matches(".rs").replace('/', "__");
        with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots/contacts" }, {
            assert_snapshot!(name, code);
        });
    }
}

#[test]
fn no_reviewed_file_has_disappeared() {
    let folder = sendblue_bindings::root().join("tests/snapshots/contacts");
    let is_snapshot =
        |entry: &std::fs::DirEntry| entry.path().extension().is_some_and(|end| end == "snap");
    let entries = std::fs::read_dir(folder).expect("the snapshots are there");
    let reviewed = entries.filter_map(Result::ok).filter(is_snapshot).count();
    let generated = contacts()
        .files
        .below("src")
        .iter()
        .filter(|(path, _)| says_something(path))
        .count();
    assert_eq!(
        reviewed, generated,
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
