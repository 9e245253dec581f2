//! `lib.rs`.

use quote::quote;

use super::imports::Imports;
use super::{Cx, Item, Unit, docs, guide, markdown};
use crate::ir::Info;

const EXPORTS: &str = "pub use runtime::{Call, Client, ClientBuilder, Error, ErrorKind, RequestOptions, Response, RetryPolicy};";

pub(super) fn unit(cx: &Cx<'_>) -> Unit {
    let lines = |lines: &[&str]| Item::Lines(lines.iter().map(|line| (*line).to_owned()).collect());
    let mut items = vec![lines(&modules(cx))];
    if !cx.config.types_only {
        items.push(lines(&[EXPORTS]));
    }
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

/// The modules by name, of a crate without operations those of types alone.
fn modules(cx: &Cx<'_>) -> Vec<&'static str> {
    let has_calls = !cx.config.types_only;
    let modules = [
        (has_calls, "mod client;"),
        (has_calls && cx.declares_headers(), "pub mod headers;"),
        (has_calls, "pub mod operations;"),
        (true, "pub mod runtime;"),
        (true, "pub mod types;"),
        (has_calls && cx.has_webhooks(), "pub mod webhooks;"),
    ];
    let there = modules.into_iter().filter(|(is_there, _)| *is_there);
    there.map(|(_, line)| line).collect()
}

fn docs(cx: &Cx<'_>) -> Vec<String> {
    let Info {
        title: _,
        version,
        description,
    } = &cx.api.info;
    let version = if version.is_empty() {
        String::new()
    } else {
        format!(", version {}", docs::code(version))
    };
    let title = cx.title();
    let mut lines = vec![format!("{} the {title}{version}.", cx.subject())];
    docs::paragraph(
        &mut lines,
        description
            .as_deref()
            .map(markdown::lines)
            .unwrap_or_default(),
    );
    if !cx.config.types_only {
        docs::paragraph(&mut lines, guide::lines(cx));
        docs::paragraph(&mut lines, features(cx));
    }
    lines
}

/// How a dependent compiles less of a large crate.
fn features(cx: &Cx<'_>) -> Vec<String> {
    let mut features = cx.names.features();
    let Some(feature) = features.next() else {
        return Vec::new();
    };
    [
        "# Features",
        "",
        "Each module of [`operations`] is a feature, called like it; all are on by default. With the others off, only their operations are",
        "compiled, and the types that these need:",
        "",
        "```toml",
        &format!(
            "{package} = {{ version = \"0.1\", default-features = false, features = [\"rustls\", \"{feature}\"] }}",
            package = cx.package()
        ),
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
