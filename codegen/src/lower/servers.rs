//! Where the API is.

use serde_json::{Map, Value};

use super::info::text;
use crate::diagnostic::{Code, Sink};
use crate::ir::{Server, ServerVariable};
use crate::place::Place;
use crate::resolve::Bundle;

/// All that the document says of where the API is, the server that calls go to first.
pub(super) fn servers(bundle: &Bundle, root: &Place, sink: &mut Sink) -> Vec<Server> {
    let servers = listed(bundle, root);
    if let Some((server, place)) = servers.first()
        && let Some(name) = server.unfilled()
    {
        let message = format!("the variable `{name}` has no value; clients need a base URL");
        sink.report(Code::ServerVariable, &place.child("url"), message)
            .help("add it to `variables` with a `default`");
    }
    servers.into_iter().map(|(server, _)| server).collect()
}

/// The servers of a node in its order, but for one: where the first has its URL once more by `https`, that comes before it.
fn listed(bundle: &Bundle, node: &Place) -> Vec<(Server, Place)> {
    let places = bundle.elements(&node.child("servers")).into_iter();
    let read = places.filter_map(|place| Some((server(bundle, &place)?, place)));
    let mut servers: Vec<(Server, Place)> = read.collect();
    let secure = servers
        .first()
        .and_then(|(first, _)| by_https(&first.filled()));
    let is_secure = |(server, _): &(Server, Place)| {
        secure
            .as_ref()
            .is_some_and(|url| is_same(&server.filled(), url))
    };
    if let Some(index) = servers.iter().position(is_secure) {
        servers[..=index].rotate_right(1);
    }
    servers
}

/// A URL by `https`, where it is one by `http`.
pub(super) fn by_https(url: &str) -> Option<String> {
    let rest = url.strip_prefix("http://")?;
    Some(format!("https://{rest}"))
}

fn server(bundle: &Bundle, place: &Place) -> Option<Server> {
    let variables = place.child("variables");
    let names = bundle.get(&variables).and_then(Value::as_object);
    let names = names.into_iter().flat_map(Map::keys);
    Some(Server {
        url: text(bundle, place, "url")?,
        description: text(bundle, place, "description"),
        variables: names
            .map(|name| variable(bundle, &variables, name))
            .collect(),
    })
}

fn variable(bundle: &Bundle, variables: &Place, name: &str) -> ServerVariable {
    let place = variables.child(name);
    let values = bundle.get(&place.child("enum")).and_then(Value::as_array);
    let values = values.into_iter().flatten().filter_map(Value::as_str);
    ServerVariable {
        name: name.to_owned(),
        default: text(bundle, &place, "default"),
        values: values.map(str::to_owned).collect(),
        description: text(bundle, &place, "description"),
    }
}

/// The server of a node that comes first, and its place.
pub(super) fn first(bundle: &Bundle, node: &Place) -> Option<(Server, Place)> {
    listed(bundle, node).into_iter().next()
}

pub(super) fn is_whole(url: &str) -> bool {
    Server::at(url.to_owned()).is_whole()
}

/// A slash at the end of a base URL means nothing.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.trim_end_matches('/') == other.trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::FileId;
    use crate::resolve::bundle_of_text;

    fn filled(server: &str) -> (Option<String>, usize) {
        let mut sink = Sink::default();
        let text = format!("openapi: 3.0.3\nservers: [{server}]");
        let bundle = bundle_of_text(text, &mut sink);
        let servers = servers(&bundle, &Place::root(FileId::ENTRY), &mut sink);
        (servers[0].base_url(), sink.into_vec().len())
    }

    #[test]
    fn variables_are_replaced_by_their_defaults() {
        let server =
            "{url: 'https://{region}.example.com', variables: {region: {default: eu}, other: {}}}";
        assert_eq!(
            filled(server),
            (Some("https://eu.example.com".to_owned()), 0)
        );
    }

    #[test]
    fn a_variable_without_a_value_is_reported() {
        assert_eq!(filled("{url: 'https://{region}.example.com'}"), (None, 1));
    }

    #[test]
    fn of_one_url_the_safer_form_comes_first() {
        let first = |servers: &str| filled(servers).0.expect("a URL");
        let [plain, other] = [
            "{url: 'http://a.example.com/'}",
            "{url: 'https://b.example.com'}",
        ];
        let safe = "{url: 'https://{at}.example.com', variables: {at: {default: a}}}";
        let all = format!("{plain}, {other}, {safe}");
        assert_eq!(first(&all), "https://a.example.com");
        assert_eq!(first(&format!("{plain}, {other}")), "http://a.example.com/");
    }

    #[test]
    fn a_relative_url_says_the_path_alone() {
        assert_eq!(filled("{url: /v1}"), (Some("/v1".to_owned()), 0));
        assert_eq!(filled("{url: /}"), (None, 0));
    }

    #[test]
    fn every_server_is_kept_with_what_it_says() {
        let text = "openapi: 3.0.3
servers:
  - url: https://a.example.com
  - { url: 'https://{at}.example.com', description: Others, variables: { at: { default: b, enum: [b, c] } } }";
        let mut sink = Sink::default();
        let bundle = bundle_of_text(text, &mut sink);
        let servers = servers(&bundle, &Place::root(FileId::ENTRY), &mut sink);
        let [first, second] = &servers[..] else {
            panic!("{servers:?}");
        };
        assert_eq!(first.filled(), "https://a.example.com");
        assert_eq!(second.filled(), "https://b.example.com");
        assert_eq!(second.description.as_deref(), Some("Others"));
        assert_eq!(second.variables[0].values, ["b", "c"]);
    }
}
