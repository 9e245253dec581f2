//! `lib.rs`.

use quote::quote;

use super::imports::Imports;
use super::{Cx, Item, Unit, docs, markdown};
use crate::ir::Info;

pub(super) fn unit(cx: &Cx<'_>) -> Unit {
    let headers = cx.declares_headers().then_some("pub mod headers;");
    let modules: Vec<_> = ["mod client;"]
        .into_iter()
        .chain(headers)
        .chain(["pub mod operations;", "pub mod runtime;", "pub mod types;"])
        .chain(cx.has_webhooks().then_some("pub mod webhooks;"))
        .collect();
    let exports = ["pub use runtime::{Client, ClientBuilder, Error, ErrorKind, Response};"];
    let lines = |lines: &[&str]| Item::Lines(lines.iter().map(|line| (*line).to_owned()).collect());
    let mut items = vec![lines(&modules), lines(&exports)];
    if cx.config.handshake {
        items.push(lines(&[
            "#[cfg(feature = \"__handshake\")]",
            "#[doc(hidden)]",
            "pub mod handshake;",
        ]));
    }
    Unit {
        path: "src/lib.rs".to_owned(),
        docs: docs(cx),
        imports: Imports::default(),
        items,
    }
}

fn docs(cx: &Cx<'_>) -> Vec<String> {
    let Info {
        title,
        version,
        description,
    } = &cx.api.info;
    let version = if version.is_empty() {
        String::new()
    } else {
        format!(", version {}", docs::code(version))
    };
    let title = markdown::sentence(title).unwrap_or_else(|| "API".to_owned());
    let mut lines = vec![format!("Client for the {title}{version}.")];
    docs::paragraph(
        &mut lines,
        description
            .as_deref()
            .map(markdown::lines)
            .unwrap_or_default(),
    );
    docs::paragraph(&mut lines, guide(cx));
    lines
}

/// How a first call is made.
fn guide(cx: &Cx<'_>) -> Vec<String> {
    let library = cx.library();
    [
        "# Calls",
        "",
        "A method of [`Client`] takes what the document requires and returns a request value; its setters take the rest, and",
        "`send` sends it.",
        "",
        "```no_run",
        &format!("# fn example() -> Result<(), {library}::Error> {{"),
        &format!("let client = {library}::Client::from_env()?;"),
        "# Ok(())",
        "# }",
        "```",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// The hidden table of the crate's own sources.
pub(crate) fn handshake(paths: &[String]) -> Unit {
    let rows = paths
        .iter()
        .map(|path| quote!((#path, include_str!(#path))));
    let table = quote! {
        /// The files of this crate as it was built.
        #[doc(hidden)]
        pub const SOURCES: &[(&str, &str)] = &[#(#rows),*];
    };
    Unit {
        path: "src/handshake.rs".to_owned(),
        docs: Vec::new(),
        imports: Imports::default(),
        items: vec![Item::Code(table)],
    }
}
