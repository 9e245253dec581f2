//! The bindings that this test was built with are the ones that the document gives.

use sendblue_bindings::{contacts, read};

#[test]
fn the_bindings_that_were_built_are_those_of_the_document() {
    let fresh = contacts().files.below("src");
    let built = sendblue_contacts::handshake::SOURCES;
    let stale = || {
        fresh
            .iter()
            .find(|(path, text)| !built.contains(&(*path, *text)))
            .map(|(path, _)| path)
    };
    assert!(
        built.len() == fresh.len() && stale().is_none(),
        "generated/ changed during this build ({}); run the command again",
        stale().unwrap_or("a file is gone"),
    );
}

#[test]
fn the_tests_of_the_bindings_are_those_of_the_document() {
    let fresh = contacts().files.below("tests");
    assert!(!fresh.is_empty(), "the calls have tests");
    for (path, text) in fresh.iter() {
        assert!(
            read(&format!("generated/tests/{path}")) == text,
            "generated/tests/{path} changed during this build; run the command again"
        );
    }
}
