//! What small documents, one per topic, look like in Rust, and what is said about them.

use insta::{assert_snapshot, with_settings};
use sendblue_bindings::{listing, stems, topic};

macro_rules! topics {
    ($($name:ident)+) => {
        const TOPICS: &[&str] = &[$(stringify!($name)),+];

        $(#[test]
        fn $name() {
            let generated = topic(&document(stringify!($name)));
            let text = format!("{}{}", generated.diagnostics, listing(&generated.files));
            with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots/topics" }, {
                assert_snapshot!(stringify!($name), text);
            });
        })+
    };
}

/// The name of the document of a topic.
fn document(topic: &str) -> String {
    topic.replace('_', "-")
}

#[test]
fn every_document_is_a_topic_and_every_snapshot_is_of_one() {
    let documents = TOPICS.iter().map(|topic| document(topic)).collect();
    assert_eq!(stems("tests/specs", "yaml"), documents);
    let snapshots = TOPICS.iter().map(|topic| (*topic).to_owned()).collect();
    assert_eq!(stems("tests/snapshots/topics", "snap"), snapshots);
}

topics! {
    anchors
    composed_lists
    conditions
    cookies
    deep_refs
    default_kinds
    deprecated
    deprecated_value
    docs
    enums
    evidence
    formats
    headers
    inline
    keywords
    kinds
    maps
    media_types
    members
    nested_unions
    noopid
    nulls
    pages
    parameters
    parts
    presence
    readonly
    recursion
    recursion_inline
    security
    servers
    siblings
    slips
    streams
    swagger2
    tags
    templates
    twins
    undeclared
    webhooks
}
