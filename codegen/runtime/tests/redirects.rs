//! Redirects to other hosts: what is followed, and what goes there.
#![cfg(all(feature = "reqwest", feature = "test-support"))]

#[path = "support/loopback.rs"]
mod loopback;

use loopback::{Reply, Seen, Server};
use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{
    Bytes, Client, ClientBuilder, Error, Input, Method, Request, RequestOptions,
};
use openapi_bindgen_runtime::samples::http::builder;
use serde_json::json;

const MARK: &str = "hunter2-hunter2";

/// A builder that was given a secret wherever one can go.
fn loaded() -> ClientBuilder {
    builder()
        .keys(MARK, MARK)
        .credential("QueryKey", MARK)
        .credential("CookieKey", MARK)
        .credential("Token", MARK)
        .header("x-client", MARK)
        .header("authorization", MARK)
}

fn client(server: &Server) -> Client {
    let builder = loaded().base_url(server.url());
    builder.build().expect("a client")
}

/// A call that carries a secret in every way that there is.
fn call(client: &Client, method: Method) -> Request {
    let options = RequestOptions::new()
        .header("x-own", MARK)
        .query("own", MARK);
    client
        .request(method, "/notes/{id}")
        .security(&[&["KeyId", "KeySecret", "QueryKey", "CookieKey", "Token"]])
        .with(Input::path("id"), MARK)
        .with(Input::query("filter"), MARK)
        .with(Input::header("x-parameter"), MARK)
        .with(Input::cookie("parameter"), MARK)
        .header("x-request", MARK)
        .header("range", "bytes=0-9")
        .options(options)
}

/// How errors name a server on another port.
fn port(server: &Server) -> String {
    let url = server.url();
    let (_, port) = url.rsplit_once(':').expect("a port");
    format!("port {port} of the same host")
}

fn moved(to: &str) -> Reply {
    Reply::new("302 Found", &format!("location: {to}\r\n"), "")
}

fn answering() -> Server {
    Server::start(|_| Reply::new("200 OK", "", "[]"))
}

fn moving(to: String) -> Server {
    Server::start(move |_| moved(&to))
}

/// Asserts that nothing came but what any client would send.
fn assert_bare(seen: &Seen, line: &str, server: &Server) {
    let mut head = seen.head.clone();
    let first = head.remove(0);
    head.sort();
    let host = server.url().replace("http://", "host: ");
    let mut expected = vec![
        "accept-encoding: gzip".to_owned(),
        "accept: application/json".to_owned(),
        host,
        "range: bytes=0-9".to_owned(),
        "user-agent: notes/1.2.3".to_owned(),
    ];
    expected.retain(|line| cfg!(feature = "gzip") || !line.starts_with("accept-encoding"));
    assert_eq!((first.as_str(), head), (line, expected));
    assert!(seen.body.is_empty());
}

fn assert_silent(error: &Error) {
    assert!(!format!("{error} {error:?}").contains(MARK), "{error:?}");
}

#[tokio::test]
async fn another_host_gets_nothing_of_the_call() {
    for status in ["301 M", "302 F", "303 S", "307 T", "308 P"] {
        let other = answering();
        let location = format!("location: {}/files/1?sign=a%2Fb#top\r\n", other.url());
        let server = Server::start(move |_| Reply::new(status, &location, ""));
        for method in ["GET", "HEAD"] {
            let method = method.parse().expect("a method");
            let answer = call(&client(&server), method).send().await;
            answer.expect("the answer of the other host");
        }
        let [get, head] = other.seen().try_into().expect("two requests");
        assert_bare(&get, "GET /files/1?sign=a%2Fb HTTP/1.1", &other);
        assert_bare(&head, "HEAD /files/1?sign=a%2Fb HTTP/1.1", &other);
        let first = server.seen().remove(0).head.join("\n");
        // Both keys, the token, the cookies, the headers, the path and the query.
        assert!(first.matches(MARK).count() >= 10, "{first}");
    }
}

#[tokio::test]
async fn what_was_left_behind_does_not_come_back() {
    let home = Server::start(|number| match number {
        0 => moved("/second"),
        _ => Reply::new("200 OK", "", "[]"),
    });
    let back = home.url();
    let other = Server::start(move |number| match number {
        0 => moved("/again?b=1"),
        1 => moved("c"),
        _ => moved(&format!("{back}/home")),
    });
    let to = format!("{}/a", other.url());
    let first = Server::start(move |_| moved(&to));
    let answer = call(&client(&first), Method::GET).send().await;
    answer.expect("an answer");
    let lines = [
        "GET /a HTTP/1.1",
        "GET /again?b=1 HTTP/1.1",
        "GET /c HTTP/1.1",
    ];
    assert_eq!(other.seen().len(), 3);
    for (seen, line) in other.seen().iter().zip(lines) {
        assert_bare(seen, line, &other);
    }
    let [one, two] = home.seen().try_into().expect("two requests");
    assert_bare(&one, "GET /home HTTP/1.1", &home);
    assert_bare(&two, "GET /second HTTP/1.1", &home);
}

#[tokio::test]
async fn the_first_host_gets_nothing_either_when_another_one_leads_there() {
    let transport = MemoryTransport::answering(|request| {
        let to = match request.uri().host() {
            Some("notes.example") if request.uri().path() == "/back" => None,
            Some("notes.example") => Some("https://files.example/1"),
            Some(_) | None => Some("https://notes.example/back"),
        };
        Ok(answered(to))
    });
    let client = loaded().transport(transport.clone()).build();
    let answer = call(&client.expect("a client"), Method::GET).send().await;
    answer.expect("an answer");
    let requests = transport.requests();
    let hosts = requests.iter().filter_map(|request| request.uri().host());
    assert_eq!(
        hosts.collect::<Vec<_>>(),
        ["notes.example", "files.example", "notes.example"]
    );
    for request in &requests[1..] {
        assert!(!format!("{:?}", request.uri()).contains(MARK));
        let values = request.headers().values();
        assert_eq!(request.headers().len(), 3);
        assert!(
            values
                .map(|value| value.as_bytes())
                .all(|it| it != MARK.as_bytes())
        );
    }
}

/// An answer, or one that leads elsewhere.
fn answered(to: Option<&str>) -> http::Response<Bytes> {
    let mut answer = http::Response::new(Bytes::from_static(b"[]"));
    if let Some(to) = to {
        *answer.status_mut() = http::StatusCode::FOUND;
        let to = to.parse().expect("a location");
        answer.headers_mut().insert("location", to);
    }
    answer
}

/// The error of a call that is led from `https` to there.
async fn refused(to: &'static str) -> Error {
    let transport = MemoryTransport::answering(move |_| Ok(answered(Some(to))));
    let client = loaded().transport(transport.clone()).build();
    let error = call(&client.expect("a client"), Method::GET).send().await;
    assert_eq!(transport.requests().len(), 1, "{to}");
    error.expect_err("a redirect")
}

#[tokio::test]
async fn a_link_that_is_less_safe_or_none_at_all_is_not_followed() {
    let unsafe_link = "the link leads from https to http";
    let no_url = "the link is no URL";
    let leaks = "the link would take a credential to another host";
    for (to, why) in [
        ("http://files.example/1", unsafe_link),
        ("HTTP://notes.example/1", unsafe_link),
        ("ftp://files.example/1", no_url),
        ("mailto:someone@files.example", no_url),
        ("https://someone@files.example/1", no_url),
        (
            "https://files.example/?a=1&api%20key=hunter2-hunter2",
            leaks,
        ),
        ("https://files.example/hunter2-hunter2", leaks),
        ("https://files.example/hunter2%2dhunter2", leaks),
        (
            "https://files.example/?a=1&api+key=%68unter2-hunter2",
            leaks,
        ),
        ("//files.example/?token=hunter2-hunter2", leaks),
    ] {
        let error = refused(to).await;
        assert_eq!(
            error.to_string(),
            format!("GET /notes/{{id}}: 302 Found; it is not followed: {why}")
        );
        assert_silent(&error);
    }
}

/// A call with these pairs in its query, which is led elsewhere, and where to.
async fn added(pairs: &[(&str, &str)], to: &'static str) -> Result<(), Error> {
    let transport = MemoryTransport::answering(move |request| {
        let is_home = request.uri().host() == Some("notes.example");
        Ok(answered(is_home.then_some(to)))
    });
    let client = builder().transport(transport).build().expect("a client");
    let options = pairs
        .iter()
        .fold(RequestOptions::new(), |options, (name, value)| {
            options.query(*name, *value)
        });
    let request = client.request(Method::GET, "/notes").security(&[]);
    request.options(options).send().await.map(drop)
}

#[tokio::test]
async fn what_a_call_adds_to_its_query_goes_to_no_other_host() {
    let pairs = [("verbose", "true"), ("my token", "a+b/hunter2")];
    for to in [
        "https://files.example/?my%20token=a%2Bb%2Fhunter2",
        "//files.example/notes?verbose=true&my+token=a%2bb/hunter2",
    ] {
        let error = added(&pairs, to).await.expect_err("a redirect");
        assert_eq!(
            error.to_string(),
            "GET /notes: 302 Found; it is not followed: \
             the link would take what the call adds to its query to another host"
        );
    }
    // Neither a short word nor another pair.
    for to in [
        "https://files.example/?verbose=true",
        "https://files.example/?token=a%2Bb%2Fhunter",
    ] {
        added(&pairs, to).await.expect("the file");
    }
}

#[tokio::test]
async fn calls_that_do_something_stay_on_their_host() {
    let other = answering();
    for status in ["302 Found", "303 See Other", "307 Temporary Redirect"] {
        let location = format!("location: {}/notes\r\n", other.url());
        let server = Server::start(move |_| Reply::new(status, &location, ""));
        for method in ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"] {
            let method: Method = method.parse().expect("a method");
            let error = call(&client(&server), method).send().await;
            let error = error.expect_err("a redirect");
            assert!(error.is_status() && error.headers().is_some());
            assert_silent(&error);
        }
        let search = call(&client(&server), Method::GET).with(Input::json(), &json!({}));
        let error = search.send().await.expect_err("a body stays too");
        let why = format!("the link leads to {}", port(&other));
        assert!(error.to_string().ends_with(&why), "{error}");
    }
    assert!(other.seen().is_empty());
}

#[tokio::test]
async fn what_another_host_refuses_says_where_that_was() {
    let other = Server::start(|_| Reply::new("401 Unauthorized", "", r#"{"message":"who?"}"#));
    let server = moving(other.url());
    let error = call(&client(&server), Method::GET).send().await;
    let there = port(&other);
    assert_eq!(
        error.expect_err("401").to_string(),
        format!(
            "GET /notes/{{id}}: 401 Unauthorized: who?; \
             a redirect led to {there}, which gets no credentials"
        )
    );
}

#[tokio::test]
async fn what_makes_another_origin_is_said() {
    for (to, there) in [
        ("https://notes.example/1", "https of the same host"),
        ("HTTPS://Notes.example:80/1", "https of the same host"),
        ("http://notes.example:8080/1", "port 8080 of the same host"),
        ("https://files.example/1", "another host"),
        ("//files.example:8080/1", "another host"),
    ] {
        let transport = MemoryTransport::answering(move |request| {
            let is_first = request.uri().path() == "/notes";
            let mut answer = answered(is_first.then_some(to));
            if !is_first {
                *answer.status_mut() = http::StatusCode::UNAUTHORIZED;
            }
            Ok(answer)
        });
        let builder = builder().base_url("http://notes.example");
        let client = builder.transport(transport).build().expect("a client");
        let request = |method| client.request(method, "/notes").security(&[]);
        let error = request(Method::GET).send().await.expect_err("401");
        let hint = format!("a redirect led to {there}, which gets no credentials");
        assert!(error.to_string().ends_with(&hint), "{error}");
        let error = request(Method::PUT).send().await.expect_err("a redirect");
        let hint = format!("it is not followed: the link leads to {there}");
        assert!(error.to_string().ends_with(&hint), "{error}");
    }
}

#[tokio::test]
async fn redirects_between_hosts_end() {
    let other = Server::start(|_| moved("/notes"));
    let server = moving(other.url());
    let error = call(&client(&server), Method::GET).send().await;
    assert_eq!(
        error.expect_err("a circle").to_string(),
        "GET /notes/{id}: 302 Found; the redirects do not end"
    );
    assert_eq!((server.seen().len(), other.seen().len()), (1, 10));
}
