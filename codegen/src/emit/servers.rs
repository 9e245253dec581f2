//! Where calls go, in words.

use super::docs::{code, paragraph};
use super::{Cx, markdown};
use crate::ir::{Server, ServerVariable};

/// What is said where a client is made.
pub(super) fn lines(cx: &Cx<'_>) -> Vec<String> {
    let mut lines = vec![goal(cx)];
    let servers = &cx.api.servers;
    if !is_all_said(servers) {
        let title = "The document's servers:".to_owned();
        paragraph(&mut lines, vec![title]);
        paragraph(&mut lines, servers.iter().flat_map(server).collect());
    }
    lines
}

/// Whether there is no more to say than where calls go.
fn is_all_said(servers: &[Server]) -> bool {
    match servers {
        [] => true,
        [
            Server {
                url: _,
                description,
                variables,
            },
        ] => description.is_none() && variables.is_empty(),
        [_, ..] => false,
    }
}

/// What that variable says, as an entry of a list.
pub(super) fn variable(cx: &Cx<'_>) -> String {
    let said = match is_said(cx) {
        true => "where the API is, instead of the document's own URL; optional",
        false => "where the API is, which the document does not say",
    };
    format!("* `{}`: {said}", cx.names.base_url_variable)
}

/// Whether the document says where the API is, so that nobody else has to.
pub(super) fn is_said(cx: &Cx<'_>) -> bool {
    cx.api.servers.first().is_some_and(Server::is_whole)
}

fn goal(cx: &Cx<'_>) -> String {
    let chosen = "[`base_url`](ClientBuilder::base_url)";
    let url = cx.api.servers.first().and_then(Server::base_url);
    match url {
        Some(url) if is_said(cx) => {
            format!(
                "Calls go to {}, unless {chosen} says otherwise.",
                code(&url)
            )
        }
        Some(path) => format!(
            "The document says no host of the API, {} alone: {chosen} has to say both.",
            code(&path)
        ),
        None => format!("The document does not say where the API is: {chosen} has to."),
    }
}

/// An entry of a list, and below it one for each variable.
fn server(server: &Server) -> Vec<String> {
    let Server {
        url,
        description,
        variables,
    } = server;
    let entry = format!("* {}{}", code(url), said(description.as_deref()));
    let variables = variables.iter().map(variable_of);
    std::iter::once(entry).chain(variables).collect()
}

fn variable_of(variable: &ServerVariable) -> String {
    let ServerVariable {
        name,
        default,
        values,
        description,
    } = variable;
    let default = default.iter();
    let others = values
        .iter()
        .filter(|value| variable.default.as_ref() != Some(value));
    let values: Vec<_> = default.chain(others).map(|value| code(value)).collect();
    let values = match values.is_empty() {
        true => String::new(),
        false => format!(" = {}", values.join(" or ")),
    };
    format!("  * {}{values}{}", code(name), said(description.as_deref()))
}

fn said(description: Option<&str>) -> String {
    let said = description.and_then(markdown::sentence);
    said.map(|said| format!(": {said}")).unwrap_or_default()
}
