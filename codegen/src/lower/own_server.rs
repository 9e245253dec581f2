//! Where an operation goes that has a server of its own.

use fluent_uri::{Uri, UriRef};
use indexmap::IndexMap;

use super::servers::{by_https, first, is_same, is_whole};
use crate::diagnostic::{Code, Sink};
use crate::ir::{Operation, OwnServer, Server};
use crate::place::{FileId, Place};
use crate::resolve::Bundle;

/// Stands for the host of a document that names none.
const UNKNOWN_HOST: &str = "https://unknown.invalid";

/// The first server that an operation or a path item lists, where that is not the document's. Where a part of it is known to the caller
/// alone no call may go to the document's server, and take credentials there: it stays as it is, which is no URL, until the client is given
/// one.
pub(super) fn own_server(bundle: &Bundle, node: &Place, sink: &mut Sink) -> Option<OwnServer> {
    let (own, place) = first(bundle, node)?;
    if let Some(name) = own.unfilled() {
        let message = format!("the variable `{name}` has no value; calls need a base URL here");
        sink.report(Code::ServerVariable, &place.child("url"), message)
            .help("add it to `variables` with a `default`, or give the client a base URL");
        return Some(OwnServer::At(own.filled()));
    }
    let document = first(bundle, &Place::root(FileId::ENTRY)).map(|(document, _)| document);
    settled(document.as_ref(), &own.filled())
}

/// Where a URL leads next to that of the document, unless there.
pub(super) fn settled(document: Option<&Server>, own: &str) -> Option<OwnServer> {
    let Some(base) = base(document) else {
        return is_whole(own).then(|| OwnServer::At(own.to_owned()));
    };
    // What is no URL fails where calls would go there.
    let url = resolved(&base, own).unwrap_or_else(|| own.to_owned());
    if is_same(&url, &base) || by_https(&url).is_some_and(|url| is_same(&url, &base)) {
        return None;
    }
    let ((host, path), (own_host, own_path)) = (parted(&base), parted(&url));
    Some(match host == own_host {
        true => OwnServer::Beside {
            path: path.to_owned(),
            own: own_path.to_owned(),
        },
        false => OwnServer::At(url),
    })
}

/// The URL of the document's server, which may be a path alone; `None` where a part of it is known to the caller alone.
fn base(document: Option<&Server>) -> Option<String> {
    let Some(document) = document else {
        return Some(UNKNOWN_HOST.to_owned());
    };
    let url = document.filled();
    match (document.unfilled(), document.is_absolute()) {
        (Some(_), _) => None,
        (None, true) => Some(url),
        (None, false) => resolved(UNKNOWN_HOST, &url),
    }
}

/// A URL relative to that of the document (RFC 3986, section 5). Who writes nothing means the host.
fn resolved(base: &str, url: &str) -> Option<String> {
    let url = if url.is_empty() { "/" } else { url };
    let base = Uri::parse(base).ok()?;
    let url = UriRef::parse(url).ok()?.resolve_against(&base).ok()?;
    Some(url.into_string())
}

/// Scheme and host, and the path without a slash at its end.
fn parted(url: &str) -> (&str, &str) {
    let host = url.find("://").map_or(0, |at| at + "://".len());
    let path = url[host..].find('/').map_or(url.len(), |at| host + at);
    let (host, path) = url.split_at(path);
    (host, path.trim_end_matches('/'))
}

/// Takes the server of the operations for that of the document, where this says no host and all of them do: who knows where each call goes
/// needs no base URL. Operations whose server is that of the document, by `http` or not, say nothing of it.
pub(super) fn settle(servers: &mut Vec<Server>, operations: &mut [Operation]) {
    if !servers.first().is_some_and(Server::is_absolute) {
        servers.splice(..0, common(operations).map(Server::at));
    }
    let document = servers.first().filter(|server| server.is_whole());
    for operation in operations {
        match (document, &operation.server) {
            (Some(document), Some(OwnServer::At(url))) if is_whole(url) => {
                operation.server = settled(Some(document), url);
            }
            (_, Some(OwnServer::At(_) | OwnServer::Beside { path: _, own: _ }) | None) => {}
        }
    }
}

/// The server that most operations have, the first one of several, where each operation says where it is.
fn common(operations: &[Operation]) -> Option<String> {
    let mut counts = IndexMap::<&str, usize>::new();
    for operation in operations {
        let OwnServer::At(url) = operation.server.as_ref()? else {
            return None;
        };
        *counts
            .entry(Some(url.as_str()).filter(|url| is_whole(url))?)
            .or_default() += 1;
    }
    // Of equal ones `max_by_key` takes the last.
    let (url, _) = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    Some(url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::tests::lower;
    use crate::resolve::bundle_of_text;

    /// The server of an operation, of a document that lists the first one or none.
    fn own(root: &str, own: &str) -> Option<OwnServer> {
        let text = format!(
            "openapi: 3.0.3\nservers: [{root}]\npaths: {{/a: {{servers: [{{url: '{own}'}}]}}}}"
        );
        let mut sink = Sink::default();
        let bundle = bundle_of_text(text, &mut sink);
        let item = Place::root(FileId::ENTRY).below(&["paths", "/a"]);
        own_server(&bundle, &item, &mut sink)
    }

    fn beside(path: &str, own: &str) -> Option<OwnServer> {
        let [path, own] = [path, own].map(str::to_owned);
        Some(OwnServer::Beside { path, own })
    }

    fn at(url: &str) -> Option<OwnServer> {
        Some(OwnServer::At(url.to_owned()))
    }

    const HOST: &str = "{url: 'https://a.example.com'}";
    const BELOW: &str = "{url: 'https://a.example.com/api/v1'}";
    const PATH: &str = "{url: /api/v1}";

    #[test]
    fn at_the_host_of_the_document_it_is_another_path() {
        assert_eq!(own(HOST, "/v2"), beside("", "/v2"));
        assert_eq!(own(BELOW, "/"), beside("/api/v1", ""));
        assert_eq!(own(BELOW, "v2/"), beside("/api/v1", "/api/v2"));
        assert_eq!(
            own(BELOW, "https://a.example.com/v2"),
            beside("/api/v1", "/v2")
        );
        assert_eq!(own(PATH, ""), beside("/api/v1", ""));
        assert_eq!(own(PATH, "/v2"), beside("/api/v1", "/v2"));
        assert_eq!(own("", "/v2"), beside("", "/v2"));
    }

    #[test]
    fn at_another_host_it_is_a_url() {
        let other = "https://b.example.com/api/v1";
        for root in [HOST, BELOW, PATH, ""] {
            assert_eq!(own(root, other), at(other));
        }
        assert_eq!(
            own(HOST, "//b.example.com/v1"),
            at("https://b.example.com/v1")
        );
    }

    #[test]
    fn one_that_is_the_document_s_is_none() {
        assert_eq!(own(HOST, ""), None);
        assert_eq!(own(BELOW, "http://a.example.com/api/v1/"), None);
        assert_eq!(own(PATH, "/api/v1/"), None);
        assert_eq!(own("", "/"), None);
    }

    #[test]
    fn what_callers_alone_know_stays_open() {
        let open = "https://{agent}.example.com";
        assert_eq!(own(HOST, open), at(open));
        let root = "{url: 'https://{agent}.example.com'}";
        assert_eq!(own(root, "/v2"), None);
        assert_eq!(
            own(root, "https://b.example.com"),
            at("https://b.example.com")
        );
    }

    /// The URLs of the document's servers and of its operations' own, of a document whose operations are listed by the server that they name.
    fn all_settled(root: &str, own: &[&str]) -> (Vec<String>, Vec<Option<OwnServer>>) {
        let operation = |(index, own): (usize, &&str)| {
            let get = "get: {responses: {'204': {description: Done}}}";
            format!("  /{index}: {{servers: [{own}], {get}}}\n")
        };
        let paths: String = own.iter().enumerate().map(operation).collect();
        let (api, _) = lower(&format!("servers: [{root}]\npaths:\n{paths}"));
        let operations = api.operations.into_iter();
        (
            api.servers.iter().map(Server::filled).collect(),
            operations.map(|operation| operation.server).collect(),
        )
    }

    #[test]
    fn operations_that_all_say_where_they_are_say_it_of_the_document() {
        let [a, b] = [
            "{url: 'https://a.example.com'}",
            "{url: 'https://b.example.com/'}",
        ];
        let urls = |urls: &[&str]| urls.iter().map(|url| (*url).to_owned()).collect::<Vec<_>>();
        let [at_a, at_b] = ["https://a.example.com", "https://b.example.com/"];
        let own = |url: &str| Some(OwnServer::At(url.to_owned()));

        assert_eq!(
            all_settled("", &[a, b, b]),
            (urls(&[at_b]), vec![own(at_a), None, None])
        );
        assert_eq!(
            all_settled("{url: /v1}", &[a, b]),
            (urls(&[at_a, "/v1"]), vec![None, own(at_b)])
        );
        assert_eq!(
            all_settled("", &[a, ""]),
            (urls(&[]), vec![own(at_a), None])
        );
        assert_eq!(
            all_settled("", &["{url: 'https://{x}.example.com'}"]).0,
            urls(&[])
        );
        assert_eq!(
            all_settled("{url: 'https://b.example.com'}", &[a, b]),
            (urls(&["https://b.example.com"]), vec![own(at_a), None])
        );
        let open = "{url: 'https://{x}.example.com'}";
        assert_eq!(
            all_settled(open, &[a]),
            (urls(&["https://{x}.example.com"]), vec![own(at_a)])
        );
    }
}
