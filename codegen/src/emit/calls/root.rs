//! The root of the tests, and what they share.

use super::super::imports::Imports;
use super::super::{Cx, Item, Unit, gate};
use crate::ir::{Scheme, SchemeKind};
use crate::names::{CredentialNames, OperationModule};
use crate::witness;

/// What the tests share; `#[allow]` stands on it as a whole, since no part of it knows whether there is a call of its kind.
const SUPPORT_MODULE: [&str; 6] = [
    "#[allow(",
    "    dead_code,",
    "    unused_macros,",
    "    reason = \"which calls there are is for the document to say\"",
    ")]",
    "#[macro_use]\nmod generated_support;",
];

/// `tests/generated_calls.rs`.
pub(in crate::emit) fn unit(cx: &Cx<'_>) -> Unit {
    let modules = cx.names.operation_modules.iter().flat_map(declaration);
    let generated = ["mod generated {".to_owned()]
        .into_iter()
        .chain(modules)
        .chain(["}".to_owned()]);
    let lines = |lines: &[String]| Item::Lines(lines.to_vec());
    Unit {
        path: "tests/generated_calls.rs".to_owned(),
        docs: [
            "Every call of the crate, over a transport in memory: the request is the one that the document describes, and every answer that",
            "it describes is decoded, and written again as it was. What is expected was computed from the document alone.",
            "",
            "Set the environment variable of [`TEST_URL`] to have a server take the same calls.",
        ]
        .map(str::to_owned)
        .to_vec(),
        imports: Imports::default(),
        items: vec![
            lines(&SUPPORT_MODULE.map(str::to_owned)),
            Item::Lines(generated.collect()),
            lines(&[format!("use {} as api;", cx.library())]),
            lines(&[
                "/// The environment variable with the base URL of a server that is to take the calls too.".to_owned(),
                format!("const TEST_URL: &str = \"{}_TEST_URL\";", cx.library().to_ascii_uppercase()),
            ]),
            Item::Lines(builder(cx)),
        ],
    }
}

fn declaration(module: &OperationModule) -> Vec<String> {
    let gate = gate::attribute(module.feature.as_slice());
    let line = format!("mod {};", module.module);
    gate.into_iter()
        .chain([line])
        .map(|line| format!("    {line}"))
        .collect()
}

/// A client with a secret for each security scheme.
fn builder(cx: &Cx<'_>) -> Vec<String> {
    let schemes = cx.api.schemes.iter().zip(&cx.names.credentials);
    let setters = schemes.filter_map(|(scheme, names)| setter(cx, scheme, names));
    let mut lines = vec![
        "/// A client with a secret for each security scheme.".to_owned(),
        "fn builder() -> api::ClientBuilder {".to_owned(),
        "    api::Client::builder()".to_owned(),
    ];
    lines.extend(setters.map(|setter| format!("        {setter}")));
    lines.push("}".to_owned());
    lines
}

fn setter(cx: &Cx<'_>, scheme: &Scheme, names: &CredentialNames) -> Option<String> {
    let credentials = &cx.witness?.credentials;
    let credential = credentials
        .iter()
        .find(|credential| credential.scheme == scheme.name)?;
    let setter = &names.setter;
    let secret = &credential.secret;
    Some(match &scheme.kind {
        SchemeKind::Basic => format!(".{setter}({:?}, {secret:?})", witness::USER),
        SchemeKind::ApiKey {
            location: _,
            name: _,
        }
        | SchemeKind::Bearer => format!(".{setter}({secret:?})"),
    })
}

/// What the tests share, as it stands in `assets/tests`.
pub(in crate::emit) fn support(cx: &Cx<'_>) -> String {
    const SUPPORT: &str = include_str!("../../../assets/tests/support.rs");
    format!("{}\n\n{SUPPORT}", cx.header.of_code())
}
