//! What it is to depend on the bindings: `tests/dependent` is built and tested as its owner would do it.

#[path = "support/cargo.rs"]
mod cargo;

use std::collections::BTreeSet;

use cargo::{cargo, printed};
use serde_json::Value;

/// The packages that a tree of Cargo's names.
fn packages(tree: &str) -> BTreeSet<&str> {
    tree.lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect()
}

#[test]
fn a_dependent_builds_and_calls_update_contact() {
    let tested = printed(cargo("test", &["--tests"]));
    assert!(
        tested.contains("test update_contact_is_called ... ok"),
        "{tested}"
    );
    assert!(
        tested.contains("test a_missing_variable_is_named ... ok"),
        "{tested}"
    );
}

#[test]
fn a_dependent_pays_nothing_for_the_generator() {
    let tree = printed(cargo("tree", &["--edges=normal,build", "--prefix=none"]));
    let packages = packages(&tree);
    assert!(packages.contains("sendblue-contacts"), "{tree}");
    for package in &packages {
        let ours = package.starts_with("openapi") || package.ends_with("-bindings");
        let read_or_written_by = ["serde_yaml", "prettyplease", "insta"].contains(package);
        assert!(!ours && !read_or_written_by, "{package} in\n{tree}");
    }
}

#[test]
fn the_bindings_ask_for_no_procedural_macro() {
    // With it, some come by the HTTP client: `url` reads host names by tables that are made by macros.
    let tree = printed(cargo(
        "tree",
        &[
            "--manifest-path=../../generated/Cargo.toml",
            "--no-default-features",
            "--edges=normal,build",
            "--prefix=none",
        ],
    ));
    let packages = packages(&tree);
    assert!(packages.contains("serde_json"), "{tree}");
    for macros in ["syn", "quote", "proc-macro2", "serde_derive"] {
        assert!(!packages.contains(macros), "{macros} in\n{tree}");
    }
}

#[test]
fn the_bindings_have_no_build_script() {
    let metadata = printed(cargo(
        "metadata",
        &[
            "--manifest-path=../../generated/Cargo.toml",
            "--format-version=1",
            "--no-deps",
        ],
    ));
    let metadata: Value = serde_json::from_str(&metadata).expect("JSON");
    let mut packages = metadata["packages"].as_array().expect("a list").iter();
    let bindings = packages
        .find(|package| package["name"] == "sendblue-contacts")
        .expect("the bindings");
    for target in bindings["targets"].as_array().expect("a list") {
        assert_ne!(target["kind"], serde_json::json!(["custom-build"]));
    }
    for dependency in bindings["dependencies"].as_array().expect("a list") {
        assert_ne!(dependency["kind"], "build", "{dependency}");
    }
}
