//! What the tests of calls share: a transport that records, answers made up, and the comparison of both with what the document says.
//!
//! With the environment variable `TEST_URL` of the crate root set, each call goes to the server there too, which has to take it.

use serde_json::Value;

use crate::api::runtime::transport::MemoryTransport;
use crate::api::runtime::wire::{self, Decode, Encode};
use crate::api::runtime::{Bytes, HeaderMap, RetryPolicy};
use crate::api::{Client, Error};

/// A test for each call: how it is made, what it sends, and what it makes of every answer.
///
/// ```text
/// calls! {
///     /// `PUT /pets/{id}`
///     update_pet: |client| client.update_pet(7, given::json(r#"{"name": "Ada"}"#)) => {
///         sends "PUT" "/pets/7";
///         header "x-api-key" = "secret-1";
///         body "application/json" json = r#"{"name": "Ada"}"#;
///         also |client| client.update_pet(7, given::json("{}")) => {
///             sends "PUT" "/pets/7";
///             header "x-api-key" = "secret-1";
///             body "application/json" json = "{}";
///         }
///         answers 200 json = r#"{"id": 7, "name": "Ada"}"#;
///         fails 404 as types::Problem = r#"{"title": "no such pet"}"#;
///     }
/// }
/// ```
///
/// Further requests of the same call, with what is required alone or with a body in another media type, are what it sends `also`.
/// Where an answer holds more than its type declares, `=>` says what is left of it.
macro_rules! calls {
    ($(
        $(#[$attribute:meta])*
        $name:ident: |$client:ident| $call:expr => {
            sends $method:literal $target:literal;
            $( header $header:literal = $value:literal; )*
            $( body $media_type:literal $form:ident = $body:literal; )?
            $( also |$varied:ident| $variation:expr => {
                sends $other_method:literal $other_target:literal;
                $( header $other_header:literal = $other_value:literal; )*
                $( body $other_type:literal $other_form:ident = $other_body:literal; )?
            } )*
            $( answers $status:literal $reading:ident $(as $variant:path)? = $answer:literal $(=> $declared:literal)?; )*
            $( streams $framing:ident = $items:literal; )?
            $( fails $code:literal $(as $error:ty)? $(= $problem:literal $(=> $known:literal)?)?; )*
        }
    )*) => {$(
        $(#[$attribute])*
        #[tokio::test]
        #[allow(deprecated, reason = "what the document deprecates is called all the same")]
        async fn $name() {
            let call = |$client: &$crate::api::Client| $call;
            let (client, transport) = $crate::generated_support::recording();
            let refused = call(&client).send().await.err();
            $crate::generated_support::Expected {
                method: $method,
                target: $target,
                headers: &[$(($header, $value)),*],
                body: None$(.or(Some(($media_type, stringify!($form), $body))))?,
            }
            .check(&transport, refused);
            $(
                let variation = |$varied: &$crate::api::Client| $variation;
                let (client, transport) = $crate::generated_support::recording();
                let refused = variation(&client).send().await.err();
                $crate::generated_support::Expected {
                    method: $other_method,
                    target: $other_target,
                    headers: &[$(($other_header, $other_value)),*],
                    body: None$(.or(Some(($other_type, stringify!($other_form), $other_body))))?,
                }
                .check(&transport, refused);
            )*
            $(
                let client = $crate::generated_support::answering($status, stringify!($reading), $answer);
                let answer = call(&client).send().await;
                calls!(@read $reading answer $answer, [$($declared)?], $($variant)?);
            )*
            $(
                let client = $crate::generated_support::answering(200, stringify!($framing), $items);
                let answer = call(&client).send_stream().await;
                calls!(@read $framing answer $items, [],);
            )?
            $(
                let client = $crate::generated_support::failing($code, None$(.or(Some($problem)))?);
                let error = call(&client).send().await.err();
                let error = $crate::generated_support::failed($code, error);
                calls!(@failed error $($error)?, [$($problem $(=> $known)?)?]);
            )*
            if let Some(client) = $crate::generated_support::server() {
                let documented: &[u16] = &[$($code),*];
                let error = call(&client).send().await.err();
                $crate::generated_support::accepted(error, documented);
                $(
                    let variation = |$varied: &$crate::api::Client| $variation;
                    let error = variation(&client).send().await.err();
                    $crate::generated_support::accepted(error, documented);
                )*
            }
        }
    )*};
    (@read json $answer:ident $text:literal, [$($declared:literal)?],) => {
        let body = $crate::generated_support::read($answer);
        $crate::generated_support::same(&body, $text, None$(.or(Some($declared)))?);
    };
    (@read json $answer:ident $text:literal, [$($declared:literal)?], $variant:path) => {
        match $answer {
            Ok($variant(body)) => {
                $crate::generated_support::same(&body, $text, None$(.or(Some($declared)))?);
            }
            other => panic!("{} was expected of {}: {other:?}", stringify!($variant), $text),
        }
    };
    (@read text $answer:ident $text:literal, [],) => {
        assert_eq!($crate::generated_support::read($answer), $text);
    };
    (@read bytes $answer:ident $text:literal, [],) => {
        assert_eq!($crate::generated_support::read($answer), $text.as_bytes());
    };
    (@read empty $answer:ident $text:literal, [],) => {
        let () = $crate::generated_support::read($answer);
    };
    (@read text $answer:ident $text:literal, [], $variant:path) => {
        assert!(matches!($answer, Ok($variant(body)) if body == $text));
    };
    (@read bytes $answer:ident $text:literal, [], $variant:path) => {
        assert!(matches!($answer, Ok($variant(body)) if body == $text.as_bytes()));
    };
    (@read empty $answer:ident $text:literal, [], $variant:path) => {
        assert!(matches!($answer, Ok($variant(()))));
    };
    (@read $framing:ident $answer:ident $text:literal, [],) => {
        let mut stream = $crate::generated_support::read($answer);
        let mut items = Vec::new();
        while let Some(item) = stream.next().await {
            let item = $crate::generated_support::read(item);
            items.push(calls!(@item $framing item));
        }
        $crate::generated_support::same_items(&items, $text);
    };
    (@item events $item:ident) => { $crate::generated_support::written(&$item.data) };
    (@item text_events $item:ident) => { $crate::generated_support::written(&$item.data) };
    (@item mixed_events $item:ident) => { $crate::generated_support::written(&$item.data) };
    (@item $framing:ident $item:ident) => { $crate::generated_support::written(&$item) };
    (@failed $error:ident, [$($problem:literal $(=> $known:literal)?)?]) => {
        let _ = $error;
    };
    (@failed $error:ident $ty:ty, [$problem:literal $(=> $known:literal)?]) => {
        let body = $crate::generated_support::read($error.decode_body::<$ty>());
        $crate::generated_support::same(&body, $problem, None$(.or(Some($known)))?);
    };
}

/// What a call has to send.
pub struct Expected {
    pub method: &'static str,
    /// The path and the query.
    pub target: &'static str,
    pub headers: &'static [(&'static str, &'static str)],
    /// The media type, how it is written, and what it is.
    pub body: Option<(&'static str, &'static str, &'static str)>,
}

impl Expected {
    /// Compares with the one request that was sent.
    #[track_caller]
    pub fn check(&self, transport: &MemoryTransport, refused: Option<Error>) {
        let requests = transport.requests();
        let [request] = requests.as_slice() else {
            panic!(
                "one request was expected, {} were sent: {refused:?}",
                requests.len()
            );
        };
        assert_eq!(request.method().as_str(), self.method);
        let target = request
            .uri()
            .path_and_query()
            .map_or("", |target| target.as_str());
        assert_eq!(parts(target), parts(self.target), "{target}");
        self.check_headers(request.headers());
        self.check_body(request.headers(), request.body());
    }

    /// Every header but those of the client itself.
    #[track_caller]
    fn check_headers(&self, sent: &HeaderMap) {
        const OWN: [&str; 3] = ["accept", "content-type", "user-agent"];
        // An operation may have a parameter that is called like one of them.
        let is_expected = |own: &str| self.headers.iter().any(|(name, _)| *name == own);
        let sent = sent.iter().filter(|(name, _)| {
            let name = name.as_str();
            !OWN.contains(&name) || is_expected(name)
        });
        let mut sent: Vec<_> = sent
            .map(|(name, value)| {
                // Values may be of any UTF-8.
                let value = text(value.as_bytes());
                (name.as_str(), sorted_cookies(name.as_str(), &value))
            })
            .collect();
        sent.sort();
        let mut expected: Vec<_> = self
            .headers
            .iter()
            .map(|(name, value)| (*name, sorted_cookies(name, value)))
            .collect();
        expected.sort();
        assert_eq!(sent, expected);
    }

    #[track_caller]
    fn check_body(&self, headers: &HeaderMap, sent: &Bytes) {
        let media_type = headers
            .get("content-type")
            .map_or("", |value| value.to_str().expect("text"));
        let Some((expected_type, form, expected)) = self.body else {
            assert_eq!((media_type, sent.as_ref()), ("", [].as_slice()));
            return;
        };
        assert_eq!(essence(media_type), essence(expected_type));
        match form {
            "json" => assert_alike(&parsed(sent), &parsed(expected.as_bytes())),
            "form" => assert_eq!(sorted(text(sent).split('&')), sorted(expected.split('&'))),
            "parts" => assert_eq!(parts_of(media_type, &text(sent)), expected_parts(expected)),
            _ => assert_eq!(text(sent), expected),
        }
    }
}

/// A client, and what records its request and answers nothing.
pub fn recording() -> (Client, MemoryTransport) {
    let transport = MemoryTransport::new();
    (client(&transport), transport)
}

/// A client that gets this answer: JSON, text, bytes, nothing, or the items of a stream.
pub fn answering(status: u16, reading: &str, text: &str) -> Client {
    let (media_type, body) = match reading {
        "json" => ("application/json", text.to_owned()),
        "text" => ("text/plain", text.to_owned()),
        "bytes" => ("application/octet-stream", text.to_owned()),
        "empty" => ("", String::new()),
        "events" => (
            "text/event-stream",
            framed(text, |item| format!("data: {item}\n\n")),
        ),
        "text_events" => (
            "text/event-stream",
            framed(text, |item| format!("data: {}\n\n", plain(item))),
        ),
        "mixed_events" => (
            "text/event-stream",
            framed(text, |item| match item {
                Value::String(text) => format!("data: {text}\n\n"),
                item => format!("data: {item}\n\n"),
            }),
        ),
        "sequence" => (
            "application/json-seq",
            framed(text, |item| format!("\u{1e}{item}\n")),
        ),
        "lines" => (
            "application/jsonl",
            framed(text, |item| format!("{item}\n")),
        ),
        "text_lines" => (
            "application/jsonl",
            framed(text, |item| format!("{}\n", plain(item))),
        ),
        other => panic!("`{other}` is no way to read an answer"),
    };
    reply(status, media_type, body)
}

/// A client that gets this error.
pub fn failing(status: u16, problem: Option<&str>) -> Client {
    reply(
        status,
        "application/json",
        problem.unwrap_or_default().to_owned(),
    )
}

fn reply(status: u16, media_type: &str, body: String) -> Client {
    let mut response = http::Response::builder().status(status);
    if !media_type.is_empty() {
        response = response.header("content-type", media_type);
    }
    let transport = MemoryTransport::new();
    transport.reply(response.body(Bytes::from(body)).expect("an answer"));
    client(&transport)
}

fn client(transport: &MemoryTransport) -> Client {
    let builder = crate::builder()
        .base_url("https://api.example.com")
        .retry(RetryPolicy::never());
    builder
        .transport(transport.clone())
        .build()
        .expect("a client")
}

/// A client of the server that tests are to be run against, if there is one.
pub fn server() -> Option<Client> {
    let url = std::env::var(crate::TEST_URL).ok()?;
    Some(crate::builder().base_url(url).build().expect("a client"))
}

/// Whether the server took the call: it answers with a success, or with a failure that the document describes.
#[track_caller]
pub fn accepted(error: Option<Error>, documented: &[u16]) {
    let Some(error) = error else { return };
    // Prism says by this header what it has against a request, or against the answer that it made up itself.
    let violations = error
        .headers()
        .and_then(|headers| headers.get("sl-violations"));
    if let Some(violations) = violations {
        let violations = String::from_utf8_lossy(violations.as_bytes());
        let is_ours = violations.contains(r#""location":["request""#);
        assert!(!is_ours, "{error}: {violations}");
        return;
    }
    let status = error.status().map(|status| status.as_u16());
    assert!(
        status.is_some_and(|status| documented.contains(&status)),
        "{error}: {:?}",
        error.body_text()
    );
}

/// The failure that was expected.
#[track_caller]
pub fn failed(status: u16, error: Option<Error>) -> Error {
    let error = error.expect("a failure");
    assert_eq!(
        error.status().map(|status| status.as_u16()),
        Some(status),
        "{error}"
    );
    error
}

/// What was read.
#[track_caller]
pub fn read<T>(answer: Result<T, Error>) -> T {
    answer.unwrap_or_else(|error| panic!("{error} at {:?}: {:?}", error.path(), error.body_text()))
}

/// A value from JSON.
#[track_caller]
pub fn json<T: Decode>(text: &str) -> T {
    wire::from_slice(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A value as JSON.
#[track_caller]
pub fn written<T: Encode>(value: &T) -> Value {
    wire::to_value(value).expect("JSON")
}

/// Whether a value is written as the JSON that it was read from, or as what is declared of that.
#[track_caller]
pub fn same<T: Encode>(value: &T, text: &str, declared: Option<&str>) {
    let expected = parsed(declared.unwrap_or(text).as_bytes());
    assert_alike(&written(value), &expected);
}

#[track_caller]
pub fn same_items(items: &[Value], text: &str) {
    let items = Value::Array(items.to_vec());
    assert_alike(&items, &parsed(text.as_bytes()));
}

#[track_caller]
fn parsed(text: &[u8]) -> Value {
    serde_json::from_slice(text).expect("JSON")
}

#[track_caller]
fn assert_alike(found: &Value, expected: &Value) {
    if let Some(difference) = difference(found, expected) {
        panic!("{difference}");
    }
}

/// Where two values differ; numbers are alike however they are spelled.
fn difference(found: &Value, expected: &Value) -> Option<String> {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            let names = found
                .keys()
                .chain(expected.keys().filter(|name| !found.contains_key(*name)));
            let mut differences =
                names.filter_map(|name| match (found.get(name), expected.get(name)) {
                    (Some(found), Some(expected)) => {
                        Some(format!(".{name}{}", difference(found, expected)?))
                    }
                    (Some(found), None) => Some(format!(".{name}: {found} was not expected")),
                    (None, expected) => Some(format!(".{name} is missing: {}", expected?)),
                });
            differences.next()
        }
        (Value::Array(found), Value::Array(expected)) if found.len() == expected.len() => {
            let mut pairs = found.iter().zip(expected).enumerate();
            pairs.find_map(|(index, (found, expected))| {
                Some(format!("[{index}]{}", difference(found, expected)?))
            })
        }
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() => None,
        _ if found == expected => None,
        _ => Some(format!(": {found} instead of {expected}")),
    }
}

/// The path, and the pairs of the query by their names: what is given first and what later is the caller's choice.
fn parts(target: &str) -> (String, Vec<String>) {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    (path.to_owned(), sorted(query.split('&')))
}

/// Pairs by their names; those of one name stay as they are.
fn sorted<'a>(pairs: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut pairs: Vec<String> = pairs.map(str::to_owned).collect();
    pairs.sort_by(|a, b| a.split('=').next().cmp(&b.split('=').next()));
    pairs
}

fn sorted_cookies(name: &str, value: &str) -> String {
    match name {
        "cookie" => sorted(value.split("; ")).join("; "),
        _ => value.to_owned(),
    }
}

/// A media type without its parameters.
fn essence(media_type: &str) -> String {
    media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The parts of a body: name, media type, content. The bytes of a file have a name of their own too.
fn parts_of(media_type: &str, body: &str) -> Vec<[String; 3]> {
    let (_, boundary) = media_type.split_once("boundary=").expect("a boundary");
    let body = body
        .strip_suffix(&format!("--{boundary}--\r\n"))
        .expect("an end");
    let line = format!("--{boundary}\r\n");
    let parts = body.split(&line).skip(1).map(|part| {
        let (head, content) = part.split_once("\r\n\r\n").expect("a head");
        let (_, name) = head.split_once("name=\"").expect("a name");
        let name = name.split('"').next().unwrap_or_default();
        // A part of no media type is text (RFC 7578, section 4.4).
        let media_type = head
            .split_once("Content-Type: ")
            .map_or("text/plain", |(_, media_type)| media_type);
        let content = content.strip_suffix("\r\n").expect("the end of a line");
        [name, media_type, content].map(str::to_owned)
    });
    let mut parts: Vec<_> = parts.collect();
    parts.sort_by(|a, b| a[0].cmp(&b[0]));
    parts
}

fn expected_parts(text: &str) -> Vec<[String; 3]> {
    let mut parts: Vec<[String; 3]> = serde_json::from_str(text).expect("parts");
    parts.sort_by(|a, b| a[0].cmp(&b[0]));
    parts
}

/// The items of a list, each in its frame.
fn framed(items: &str, frame: impl Fn(&Value) -> String) -> String {
    let items = parsed(items.as_bytes());
    items
        .as_array()
        .expect("a list")
        .iter()
        .map(frame)
        .collect()
}

/// An item that is text.
fn plain(item: &Value) -> &str {
    item.as_str().expect("text")
}
