//! `README.md` of the generated crate.

use super::{Cx, docs, markdown, servers};
use crate::ir::Info;

pub(super) fn text(cx: &Cx<'_>) -> String {
    let Info {
        title: _,
        version,
        description,
    } = &cx.api.info;
    let package = cx.package();
    let library = cx.library();
    let title = cx.title();
    let about = description
        .as_deref()
        .map(markdown::lines)
        .unwrap_or_default()
        .join("\n");
    let version = if version.is_empty() {
        String::new()
    } else {
        format!(", version {}", docs::code(version))
    };
    let header = cx.header.of_markdown();
    let credentials = cx.names.credentials.iter();
    let credentials = credentials.flat_map(|names| &names.variables);
    let base_url = (!servers::is_said(cx)).then(|| servers::variable(cx));
    let variables: Vec<_> = credentials
        .map(|variable| format!("* `{variable}`"))
        .chain(base_url)
        .collect();
    let credentials = if variables.is_empty() {
        String::new()
    } else {
        format!(
            "It reads these environment variables:\n\n{}\n\n",
            variables.join("\n")
        )
    };
    let subject = cx.subject();
    let head = format!("{header}\n# {package}\n\n{subject} the {title}{version}.\n\n{about}\n");
    if cx.config.types_only {
        return format!("{}\n", head.trim_end());
    }
    let features = features(cx);
    format!(
        "{head}\n## Use\n\n```rust,ignore\nlet client = {library}::Client::from_env()?;\n```\n\n\
         {credentials}{features}The crate's documentation lists the calls: `cargo doc --open`.\n"
    )
}

/// How a dependent compiles less of a large crate.
fn features(cx: &Cx<'_>) -> String {
    let features = cx.names.features().map(|name| format!("`{name}`"));
    let features: Vec<_> = features.collect();
    if features.is_empty() {
        return String::new();
    }
    format!(
        "Each module of operations is a feature, and all are on by default. With `default-features = false`, name those that you call, and\n\
         `rustls`: {}.\n\n",
        features.join(", ")
    )
}
