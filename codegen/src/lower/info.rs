//! What the document says of itself: info, servers, tags.

use openapiv3::{Info as InfoNode, Server};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::diagnostic::{Code, Sink};
use crate::ir::Info;
use crate::place::Place;
use crate::resolve::Bundle;

pub(super) fn info(bundle: &Bundle, root: &Place, sink: &mut Sink) -> Info {
    let place = root.child("info");
    let absent = || Info {
        title: "API".to_owned(),
        version: String::new(),
        description: None,
    };
    let Some(node) = bundle.get(&place) else {
        sink.report(
            Code::KeywordIgnored,
            root,
            "the document has no `info`; its title becomes `API`",
        );
        return absent();
    };
    match read::<InfoNode>(node, &place, "info", sink) {
        Some(InfoNode {
            title,
            version,
            description,
            terms_of_service: _,
            contact: _,
            license: _,
            extensions: _,
        }) => Info {
            title,
            version,
            description,
        },
        None => absent(),
    }
}

/// The names and descriptions of tags. What stands beside them is for other tools, and no reason to refuse a document.
pub(super) fn tags(bundle: &Bundle, root: &Place) -> Vec<(String, Option<String>)> {
    let list = bundle.get(&root.child("tags")).and_then(Value::as_array);
    let tag = |node: &Value| {
        let text = |keyword: &str| node.get(keyword).and_then(Value::as_str).map(str::to_owned);
        Some((text("name")?, text("description")))
    };
    list.into_iter().flatten().filter_map(tag).collect()
}

/// The URL of the first server, if it is absolute.
pub(super) fn base_url(bundle: &Bundle, root: &Place, sink: &mut Sink) -> Option<String> {
    let place = root.child("servers");
    let servers: Vec<Server> = read(bundle.get(&place)?, &place, "a list of servers", sink)?;
    url(servers.first()?, &place.element(0), sink)
}

/// The URL of a server with the defaults of its variables (OpenAPI 3.0.3, "Server Variable Object"); `None` for one that is
/// relative to wherever the document was found.
pub(super) fn url(server: &Server, place: &Place, sink: &mut Sink) -> Option<String> {
    let Server {
        url,
        description: _,
        variables,
        extensions: _,
    } = server;
    let mut filled = url.clone();
    for (name, variable) in variables.iter().flatten() {
        filled = filled.replace(&format!("{{{name}}}"), &variable.default);
    }
    if let Some(name) = filled
        .split_once('{')
        .and_then(|(_, rest)| rest.split('}').next())
    {
        let message = format!("the variable `{name}` has no value");
        sink.report(Code::ServerVariable, &place.child("url"), message)
            .help("add it to `variables` with a `default`");
        return None;
    }
    filled.contains("://").then_some(filled)
}

fn read<T: DeserializeOwned>(
    node: &Value,
    place: &Place,
    what: &str,
    sink: &mut Sink,
) -> Option<T> {
    match T::deserialize(node) {
        Ok(typed) => Some(typed),
        Err(error) => {
            sink.report(Code::Invalid, place, format!("this is not {what}: {error}"));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::FileId;

    fn filled(server: Value) -> (Option<String>, usize) {
        let mut sink = Sink::default();
        let server = serde_json::from_value(server).expect("a server");
        let url = url(&server, &Place::root(FileId::ENTRY), &mut sink);
        (url, sink.into_vec().len())
    }

    #[test]
    fn variables_are_replaced_by_their_defaults() {
        let server = serde_json::json!({"url": "https://{region}.example.com", "variables": {"region": {"default": "eu"}}});
        assert_eq!(
            filled(server),
            (Some("https://eu.example.com".to_owned()), 0)
        );
    }

    #[test]
    fn a_variable_without_a_value_is_reported() {
        assert_eq!(
            filled(serde_json::json!({"url": "https://{region}.example.com"})),
            (None, 1)
        );
    }

    #[test]
    fn a_relative_url_says_nothing_of_where_calls_go() {
        assert_eq!(filled(serde_json::json!({"url": "/v1"})), (None, 0));
    }
}
