//! What is escaped, what is refused, and that nothing is sent then.
#![cfg(feature = "test-support")]

use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{ErrorKind, Input, Method, Style};
use openapi_bindgen_runtime::samples::http::client;

fn accepting() -> MemoryTransport {
    MemoryTransport::answering(|_| Ok(http::Response::default()))
}

async fn path(template: &'static str, value: &str) -> String {
    let transport = accepting();
    let request = client(&transport)
        .request(Method::GET, template)
        .with(Input::path("id"), value);
    request.send().await.expect("a path that can be sent");
    transport.requests()[0]
        .uri()
        .path()
        .trim_start_matches("/api")
        .to_owned()
}

async fn query(input: Input, value: &str) -> String {
    let transport = accepting();
    let request = client(&transport)
        .request(Method::GET, "/notes")
        .with(input, value);
    request.send().await.expect("a query that can be sent");
    transport.requests()[0]
        .uri()
        .query()
        .unwrap_or_default()
        .to_owned()
}

/// The text of the error that a path value ends in; nothing may have been sent.
async fn refusal(template: &'static str, input: Input, value: &str) -> String {
    let transport = accepting();
    let request = client(&transport)
        .request(Method::DELETE, template)
        .with(input, value);
    let error = request
        .send()
        .await
        .expect_err("a value that must be refused");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(
        transport.requests().is_empty(),
        "nothing may be sent for {value:?}"
    );
    error.to_string()
}

#[tokio::test]
async fn a_path_may_have_a_query_of_its_own() {
    let transport = accepting();
    let request = client(&transport)
        .request(Method::GET, "/notes/{id}?part={part}&to=/a b")
        .with(Input::path("id"), "a?b")
        .with(Input::path("part"), "c&d")
        .with(Input::query("page"), &2);
    request.send().await.expect("a path that can be sent");
    let sent = transport.requests()[0].uri().to_string();
    assert!(
        sent.ends_with("/notes/a%3Fb?part=c%26d&to=/a%20b&page=2"),
        "{sent}"
    );
}

#[tokio::test]
async fn path_values_keep_unreserved_characters_only() {
    let table = [
        ("+14155551234", "%2B14155551234"),
        ("azAZ09-._~", "azAZ09-._~"),
        ("a/b", "a%2Fb"),
        ("../secret", "..%2Fsecret"),
        ("a?b#c", "a%3Fb%23c"),
        ("50%", "50%25"),
        ("%2e%2e", "%252e%252e"),
        ("grün 🎉", "gr%C3%BCn%20%F0%9F%8E%89"),
        ("a:b@c!$&'()*,;=", "a%3Ab%40c%21%24%26%27%28%29%2A%2C%3B%3D"),
        ("{id}", "%7Bid%7D"),
        ("line\r\nbreak", "line%0D%0Abreak"),
        ("...", "..."),
    ];
    for (value, expected) in table {
        assert_eq!(
            path("/notes/{id}", value).await,
            format!("/notes/{expected}")
        );
    }
}

#[tokio::test]
async fn the_template_itself_is_sent_as_the_document_has_it() {
    assert_eq!(
        path("/notes('{id}')/a:b@c,d;e=f&g", "x").await,
        "/notes('x')/a:b@c,d;e=f&g"
    );
    assert_eq!(path("/my notes/{id}/ü", "x").await, "/my%20notes/x/%C3%BC");
    assert_eq!(path("/%20/{id}#fragment", "x").await, "/%20/x%23fragment");
    assert_eq!(path("/files/{id}.json", "x").await, "/files/x.json");
    assert_eq!(
        path("/pair/{id}-{id}/lone{brace", "x").await,
        "/pair/x-x/lone%7Bbrace"
    );
}

#[tokio::test]
async fn query_values_keep_unreserved_characters_only() {
    let input = Input::query("q");
    assert_eq!(query(input, "+1 415").await, "q=%2B1%20415");
    assert_eq!(query(input, "a&b=c#d/e?f").await, "q=a%26b%3Dc%23d%2Fe%3Ff");
    assert_eq!(
        query(input, "2026-01-01T00:00:00+01:00").await,
        "q=2026-01-01T00%3A00%3A00%2B01%3A00"
    );
    assert_eq!(
        query(Input::query("filter[a b]"), "x").await,
        "filter%5Ba%20b%5D=x"
    );
}

#[tokio::test]
async fn reserved_characters_stay_where_the_document_allows_them() {
    let input = Input::query("q").allow_reserved();
    assert_eq!(query(input, ":/?[]@!$'()*,;=").await, "q=:/?[]@!$'()*,;=");
    assert_eq!(query(input, "a&b+c#d e%").await, "q=a%26b%2Bc%23d%20e%25");
    assert_eq!(
        query(input, "%2F%zz%é%C3%A9").await,
        "q=%2F%25zz%25%C3%A9%C3%A9"
    );
}

#[tokio::test]
async fn path_values_that_change_the_path_are_refused() {
    let input = Input::path("id");
    assert_eq!(
        refusal("/notes/{id}", input, "").await,
        "DELETE /notes/{id}: path parameter `id` is empty"
    );
    for value in [".", ".."] {
        let text = refusal("/notes/{id}/pages", input, value).await;
        assert!(
            text.contains("path parameter `id`") && text.contains(&format!("`{value}`")),
            "{text}"
        );
    }
}

#[tokio::test]
async fn it_is_the_whole_segment_that_counts() {
    let input = Input::path("id");
    assert!(refusal("/notes/.{id}", input, ".").await.contains("`..`"));
    assert!(
        refusal("/notes/{id}", input.style(Style::Label), ".")
            .await
            .contains("`..`")
    );
    assert!(
        refusal("/notes/{id}", input.style(Style::Matrix), "")
            .await
            .contains("is empty")
    );
    assert!(refusal("/{id}/notes", input, "..").await.contains("`..`"));
    // Braces around a slash hold no parameter, so that no segment is taken for another.
    assert_eq!(path("/{a/b}/{id}", "..%").await, "/%7Ba/b%7D/..%25");
    assert!(refusal("/{a/b}/{id}", input, "..").await.contains("`..`"));
    assert_eq!(path("/notes/{id}.json", "..").await, "/notes/...json");
}

#[tokio::test]
async fn a_value_goes_on_over_several_segments_where_the_document_lets_it() {
    let input = Input::path("scope").allow_reserved();
    for (value, expected) in [
        ("groups/a b", "groups/a%20b"),
        ("a:b@c!$&'()*+,;=", "a:b@c!$&'()*+,;="),
        ("a?b#c[d]", "a%3Fb%23c%5Bd%5D"),
        ("50%", "50%25"),
        ("a%2Fb", "a%2Fb"),
    ] {
        let transport = accepting();
        let request = client(&transport).request(Method::GET, "/{scope}/notes");
        let request = request.with(input, value);
        request.send().await.expect("a path that can be sent");
        let sent = transport.requests()[0].uri().path().to_owned();
        assert!(sent.ends_with(&format!("/{expected}/notes")), "{sent}");
    }
    for value in ["..", "a/../b", "a/.", "%2e%2E/b"] {
        let refusal = refusal("/{scope}/notes", input, value).await;
        assert!(refusal.contains("another path"), "{refusal}");
    }
}

#[tokio::test]
async fn a_path_parameter_without_a_value_is_refused() {
    let transport = accepting();
    let error = client(&transport)
        .request(Method::GET, "/notes/{id}")
        .send()
        .await
        .expect_err("no value");
    assert_eq!(
        error.to_string(),
        "GET /notes/{id}: path parameter `id` has no value"
    );
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn headers_with_line_breaks_are_refused() {
    let text = refusal("/notes", Input::header("x-trace"), "a\r\nx-key-id: b").await;
    assert_eq!(
        text,
        "DELETE /notes: the value of header `x-trace` has a line break or another control character"
    );
}
