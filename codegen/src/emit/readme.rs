//! `README.md` of the generated crate.

use super::{Cx, docs, markdown, servers, webhooks};
use crate::ir::Info;

pub(super) fn text(cx: &Cx<'_>) -> String {
    let head = head(cx);
    match uses(cx).as_slice() {
        [] => format!("{}\n", head.trim_end()),
        uses => format!("{head}\n## Use\n\n{}", uses.concat()),
    }
}

/// How calls are made, and those that the server makes are read.
fn uses(cx: &Cx<'_>) -> Vec<String> {
    if cx.config.types_only {
        return Vec::new();
    }
    let (calls, webhooks) = (calls(cx), webhooks(cx));
    calls.into_iter().chain(webhooks).collect()
}

fn calls(cx: &Cx<'_>) -> Option<String> {
    if cx.api.operations.is_empty() {
        return None;
    }
    let library = cx.library();
    let variables = variables(cx);
    let features = features(cx);
    Some(format!(
        "```rust,ignore\nlet client = {library}::Client::from_env()?;\n```\n\n\
         {variables}{features}The crate's documentation lists the calls: `cargo doc --open`.\n"
    ))
}

/// The calls of the server.
fn webhooks(cx: &Cx<'_>) -> Option<String> {
    let read = webhooks::example(cx)?;
    let said =
        "The functions of the module `webhooks` read the bodies of the calls that the server makes";
    Some(match cx.api.operations.as_slice() {
        [] => format!(
            "{said}:\n\n```rust,ignore\n{read}\n```\n\nThe crate's documentation lists them: `cargo doc --open`.\n"
        ),
        [_, ..] => format!("\n{said}.\n"),
    })
}

/// What the crate is for.
fn head(cx: &Cx<'_>) -> String {
    let Info {
        title: _,
        version,
        description,
    } = &cx.api.info;
    let about = description.as_deref().map(markdown::lines);
    let about = about.filter(|lines| !lines.is_empty());
    let about = about.map(|lines| format!("\n{}\n", lines.join("\n")));
    let about = about.unwrap_or_default();
    let version = if version.is_empty() {
        String::new()
    } else {
        format!(", version {}", docs::code(version))
    };
    let header = cx.header.of_markdown();
    let (package, subject, title) = (cx.package(), cx.subject(), cx.title());
    format!("{header}\n# {package}\n\n{subject} the {title}{version}.\n{about}")
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
