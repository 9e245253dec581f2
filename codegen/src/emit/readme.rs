//! `README.md` of the generated crate.

use super::{Cx, docs, markdown, servers};
use crate::ir::Info;

pub(super) fn text(cx: &Cx<'_>) -> String {
    let head = head(cx);
    if cx.config.types_only {
        return format!("{}\n", head.trim_end());
    }
    let library = cx.library();
    let variables = variables(cx);
    let features = features(cx);
    format!(
        "{head}\n## Use\n\n```rust,ignore\nlet client = {library}::Client::from_env()?;\n```\n\n\
         {variables}{features}The crate's documentation lists the calls: `cargo doc --open`.\n"
    )
}

/// What the crate is for.
fn head(cx: &Cx<'_>) -> String {
    let Info {
        title: _,
        version,
        description,
    } = &cx.api.info;
    let about = description.as_deref().map(markdown::lines);
    let about = about.unwrap_or_default().join("\n");
    let version = if version.is_empty() {
        String::new()
    } else {
        format!(", version {}", docs::code(version))
    };
    let header = cx.header.of_markdown();
    let (package, subject, title) = (cx.package(), cx.subject(), cx.title());
    format!("{header}\n# {package}\n\n{subject} the {title}{version}.\n\n{about}\n")
}

/// The environment that a client reads.
fn variables(cx: &Cx<'_>) -> String {
    let credentials = cx.names.credentials.iter();
    let credentials = credentials.flat_map(|names| &names.variables);
    let base_url = (!servers::is_said(cx)).then(|| servers::variable(cx));
    let variables: Vec<_> = credentials
        .map(|variable| format!("* `{variable}`"))
        .chain(base_url)
        .collect();
    if variables.is_empty() {
        return String::new();
    }
    format!(
        "It reads these environment variables:\n\n{}\n\n",
        variables.join("\n")
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
