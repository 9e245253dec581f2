//! What small documents, one per topic, look like in Rust, and what is said about them.

use insta::{assert_snapshot, with_settings};
use sendblue_bindings::{listing, topic};

macro_rules! topics {
    ($($(#[$attribute:meta])* $name:ident)+) => {$(
        #[test]
        $(#[$attribute])*
        fn $name() {
            let generated = topic(&stringify!($name).replace('_', "-").trim_end_matches('-'));
            let text = format!("{}{}", generated.diagnostics, listing(&generated.files));
            with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots/topics" }, {
                assert_snapshot!(stringify!($name), text);
            });
        }
    )+};
}

topics! {
    anchors
    composed_lists
    conditions
    cookies
    deep_refs
    default_kinds
    deprecated
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
