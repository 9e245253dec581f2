//! What the document says of itself: info, servers, tags.

use serde_json::Value;

use crate::diagnostic::{Code, Sink};
use crate::ir::Info;
use crate::place::{FileId, Place};
use crate::resolve::Bundle;

/// What the document says of itself; `check` tells of what it should say.
pub(super) fn info(bundle: &Bundle, root: &Place) -> Info {
    let place = root.child("info");
    let said = |keyword| text(bundle, &place, keyword);
    Info {
        title: said("title").unwrap_or_else(|| "API".to_owned()),
        version: said("version").unwrap_or_default(),
        description: said("description"),
    }
}

/// The text of a member; YAML reads an unquoted `1.0` as a number.
fn text(bundle: &Bundle, place: &Place, keyword: &str) -> Option<String> {
    match bundle.get(&place.child(keyword))? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
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

/// The URL of the first server of a node, if it has any and that is absolute.
pub(super) fn server(bundle: &Bundle, node: &Place, sink: &mut Sink) -> Option<String> {
    let (place, url) = first_server(bundle, node)?;
    if let Some(name) = unfilled(&url) {
        let message = format!("the variable `{name}` has no value, so that the URL is ignored");
        sink.report(Code::ServerVariable, &place.child("url"), message)
            .help("add it to `variables` with a `default`");
        return None;
    }
    Some(url).filter(|url| is_absolute(url))
}

/// The URL of the first server of an operation or a path item, if it has any: one that is relative is so to the document's, where that
/// has an absolute one, and says nothing elsewhere. Where a part of it is known to the caller alone no call may go to the document's server,
/// and take credentials there: it stays as it is, which is no URL, until the client is given one.
pub(super) fn own_server(bundle: &Bundle, node: &Place, sink: &mut Sink) -> Option<String> {
    let document = server(bundle, &Place::root(FileId::ENTRY), &mut Sink::default());
    let (place, own) = first_server(bundle, node)?;
    if let Some(name) = unfilled(&own) {
        let message = format!("the variable `{name}` has no value; calls need a base URL here");
        sink.report(Code::ServerVariable, &place.child("url"), message)
            .help("add it to `variables` with a `default`, or give the client a base URL");
    }
    let says_where = is_absolute(&own) || (document.is_some() && !own.is_empty());
    says_where.then_some(own)
}

/// The URL of the first server with the defaults of its variables (OpenAPI 3.0.3, "Server Variable Object"), and where it stands.
fn first_server(bundle: &Bundle, node: &Place) -> Option<(Place, String)> {
    let place = node.below(&["servers", "0"]);
    let mut url = text(bundle, &place, "url")?;
    let variables = place.child("variables");
    let names = bundle.get(&variables).and_then(Value::as_object);
    for name in names.into_iter().flat_map(serde_json::Map::keys) {
        if let Some(value) = text(bundle, &variables.child(name), "default") {
            url = url.replace(&format!("{{{name}}}"), &value);
        }
    }
    Some((place, url))
}

/// The first variable of a URL that has no value.
fn unfilled(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once('{')?;
    rest.split('}').next()
}

fn is_absolute(url: &str) -> bool {
    url.contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Documents;
    use crate::resolve::bundle;
    use crate::source::Source;

    fn filled(server: &str) -> (Option<String>, usize) {
        let mut sink = Sink::default();
        let text = format!("openapi: 3.0.3\nservers: [{server}]");
        let source = Source::memory("a.yaml", [("a.yaml", text)]);
        let documents = Documents::open(&source, &mut sink);
        let bundle = bundle(documents, &crate::select::Selection::default(), &mut sink);
        let url = super::server(&bundle, &Place::root(FileId::ENTRY), &mut sink);
        (url, sink.into_vec().len())
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
    fn an_operation_may_be_relative_to_the_document() {
        let own = |root: &str, own: &str| {
            let text = format!(
                "openapi: 3.0.3\nservers: [{{url: '{root}'}}]\npaths: {{/a: {{servers: [{{url: '{own}'}}]}}}}"
            );
            let mut sink = Sink::default();
            let source = Source::memory("a.yaml", [("a.yaml", text)]);
            let documents = Documents::open(&source, &mut sink);
            let bundle = bundle(documents, &crate::select::Selection::default(), &mut sink);
            let item = Place::root(FileId::ENTRY).below(&["paths", "/a"]);
            own_server(&bundle, &item, &mut sink)
        };
        let (absolute, relative) = ("https://a.example.com", "/v2");
        assert_eq!(own(absolute, relative).as_deref(), Some(relative));
        assert_eq!(own(relative, absolute).as_deref(), Some(absolute));
        assert_eq!(own(relative, "/v3"), None);
        assert_eq!(own(absolute, ""), None);
        let open = "https://{agent}.example.com";
        assert_eq!(own(absolute, open).as_deref(), Some(open));
    }

    #[test]
    fn a_relative_url_says_nothing_of_where_calls_go() {
        assert_eq!(filled("{url: /v1}"), (None, 0));
    }
}
