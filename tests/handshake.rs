//! The bindings that this test was built with are the ones that the document gives.

use sendblue_bindings::contacts;

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
