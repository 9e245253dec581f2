//! What the compiler tells who uses a deprecated twin.

#[path = "support/cargo.rs"]
mod cargo;

use cargo::{cargo, printed};
use serde_json::Value;

/// What the compiler says while it builds an example of the crate outside the workspace.
fn said_of(example: &str) -> Vec<Value> {
    let built = printed(cargo(
        "build",
        &["--message-format=json", "--example", example],
    ));
    let messages = built
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    messages
        .filter(|message: &Value| message["reason"] == "compiler-message")
        .map(|message| message["message"].clone())
        .collect()
}

#[test]
fn a_deprecated_twin_is_one_warning_that_names_the_other() {
    let said = said_of("deprecated_twin");
    let [warning] = said.as_slice() else {
        panic!("one warning, not {said:#?}");
    };
    assert_eq!(warning["level"], "warning");
    assert_eq!(warning["code"]["code"], "deprecated");
    let text = warning["message"].as_str().expect("a text");
    assert!(text.ends_with("::firstName`: use `first_name`"), "{text}");
}

#[test]
fn the_preferred_name_is_no_warning() {
    let said = said_of("preferred_name");
    assert!(said.is_empty(), "{said:#?}");
}
