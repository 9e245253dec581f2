//! Which credentials are sent, where, and what happens without them.
#![cfg(feature = "test-support")]

use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{Bytes, ClientBuilder, Error, ErrorKind, Method, Security};
use openapi_bindgen_runtime::samples::http::builder;

/// Sends a request with a requirement of its own, and gives what was sent.
async fn sent(builder: ClientBuilder, security: Security) -> Result<http::Request<Bytes>, Error> {
    let transport = MemoryTransport::answering(|_| Ok(http::Response::default()));
    let client = builder.transport(transport.clone()).build()?;
    let outcome = client
        .request(Method::GET, "/notes")
        .security(security)
        .send()
        .await;
    assert_eq!(
        outcome.is_ok(),
        !transport.requests().is_empty(),
        "errors come before anything is sent"
    );
    outcome.map(|_| transport.requests().remove(0))
}

fn header<'a>(request: &'a http::Request<Bytes>, name: &str) -> Option<&'a str> {
    request
        .headers()
        .get(name)
        .map(|value| value.to_str().expect("ASCII"))
}

#[tokio::test]
async fn all_schemes_of_an_alternative_are_sent() {
    let request = sent(builder().keys("id", "secret"), &[&["KeyId", "KeySecret"]])
        .await
        .expect("keys");
    assert_eq!(header(&request, "x-key-id"), Some("id"));
    assert_eq!(header(&request, "x-key-secret"), Some("secret"));
}

#[tokio::test]
async fn the_document_speaks_for_operations_that_do_not() {
    let transport = MemoryTransport::answering(|_| Ok(http::Response::default()));
    let client = builder()
        .keys("id", "secret")
        .transport(transport.clone())
        .build()
        .expect("a client");
    client.delete_note("1").send().await.expect("an answer");
    assert_eq!(header(&transport.requests()[0], "x-key-id"), Some("id"));
}

#[tokio::test]
async fn the_first_satisfied_alternative_is_taken() {
    let security: Security = &[&["KeyId", "KeySecret"], &["Token"], &["Login"]];
    let request = sent(
        builder()
            .credential("Token", "t")
            .credential_pair("Login", "u", "p"),
        security,
    )
    .await;
    assert_eq!(
        header(&request.expect("a token"), "authorization"),
        Some("Bearer t")
    );

    let half = builder()
        .credential("KeyId", "id")
        .credential_pair("Login", "u", "p");
    let request = sent(half, security).await.expect("a login");
    assert_eq!(header(&request, "authorization"), Some("Basic dTpw"));
    assert_eq!(
        header(&request, "x-key-id"),
        None,
        "half an alternative is not sent"
    );
}

#[tokio::test]
async fn anonymous_calls_go_through_where_allowed() {
    for security in [&[] as Security, &[&["Token"], &[]], &[&[], &["Token"]]] {
        let request = sent(builder(), security).await.expect("an anonymous call");
        assert_eq!(header(&request, "authorization"), None);
    }
    let request = sent(builder().credential("Token", "t"), &[&[], &["Token"]])
        .await
        .expect("a token");
    assert_eq!(
        header(&request, "authorization"),
        Some("Bearer t"),
        "a credential at hand is used"
    );
}

#[tokio::test]
async fn keys_go_into_queries_and_cookies_escaped() {
    let keys = builder()
        .credential("QueryKey", "a&b")
        .credential("CookieKey", "c;d");
    let request = sent(keys, &[&["QueryKey", "CookieKey"]])
        .await
        .expect("keys");
    assert_eq!(request.uri().query(), Some("api%20key=a%26b"));
    assert_eq!(header(&request, "cookie"), Some("session=c%3Bd"));
}

#[tokio::test]
async fn basic_authentication_is_base64() {
    let table = [
        ("", "p", None),
        ("u", "", Some("Basic dTo=")),
        ("us", "p", Some("Basic dXM6cA==")),
        (
            "Aladdin",
            "open sesame",
            Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        ),
        ("grün", "ÿ?>", Some("Basic Z3LDvG46w78/Pg==")),
    ];
    for (username, password, expected) in table {
        let login = builder().credential_pair("Login", username, password);
        let request = sent(login, &[&["Login"], &[]])
            .await
            .expect("a login, or none");
        assert_eq!(header(&request, "authorization"), expected);
    }
}

#[tokio::test]
async fn a_missing_credential_is_named_with_its_variable() {
    let error = sent(
        builder().credential("KeyId", "id"),
        &[&["KeyId", "KeySecret"]],
    )
    .await
    .expect_err("half a pair");
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(error.is_missing_credential());
    let expected =
        "GET /notes: missing credential: `KeySecret` (environment variable NOTES_API_KEY_SECRET)";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn every_alternative_is_named() {
    let security: Security = &[&["KeyId", "KeySecret"], &["Login"], &["mutualTLS"]];
    let error = sent(builder().keys("", ""), security)
        .await
        .expect_err("empty keys");
    let expected = "GET /notes: missing credential: \
        `KeyId` (environment variable NOTES_API_KEY_ID) and `KeySecret` (environment variable NOTES_API_KEY_SECRET), or \
        `Login` (environment variable NOTES_API_LOGIN_USERNAME and NOTES_API_LOGIN_PASSWORD), or \
        `mutualTLS` (not supported by this client)";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn credentials_that_cannot_be_sent_are_refused_early() {
    let table = [
        (
            builder().credential("KeyId", "id-4711\n"),
            "has a character that cannot be sent",
        ),
        (
            builder().credential_pair("Login", "u:v", "p"),
            "takes a user name without a colon",
        ),
        (
            builder().credential("Login", "u"),
            "takes a user name and a password",
        ),
        (
            builder().credential_pair("Token", "u", "p"),
            "takes one secret",
        ),
        (
            builder().credential("Nobody", "id-4711"),
            "no security scheme `Nobody`",
        ),
    ];
    for (builder, expected) in table {
        let error = builder
            .transport(MemoryTransport::new())
            .build()
            .expect_err(expected);
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.to_string().contains(expected), "{error}");
        assert!(!format!("{error} {error:?}").contains("4711"));
    }
}

#[tokio::test]
async fn a_call_can_set_the_header_itself() {
    let transport = MemoryTransport::answering(|_| Ok(http::Response::default()));
    let client = builder()
        .keys("id", "secret")
        .transport(transport.clone())
        .build()
        .expect("a client");
    client
        .request(Method::GET, "/")
        .header("X-Key-Id", "other")
        .send()
        .await
        .expect("an answer");
    assert_eq!(header(&transport.requests()[0], "x-key-id"), Some("other"));
}

#[tokio::test]
async fn a_cookie_goes_as_it_is_but_for_what_no_cookie_may_have() {
    for (key, expected) in [("abc+/=", "session=abc+/="), ("a;b c", "session=a%3Bb%20c")] {
        let builder = builder().credential("CookieKey", key);
        let request = sent(builder, &[&["CookieKey"]]).await.expect("a key");
        assert_eq!(header(&request, "cookie"), Some(expected));
    }
}
