//! Where calls go, and what a base URL may be.
#![cfg(feature = "test-support")]

use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{Api, ClientBuilder, ErrorKind, Method, Request};
use openapi_bindgen_runtime::samples::http::builder;

/// An API whose document names no server.
static HOMELESS: Api = Api {
    title: "Homeless API",
    base_url: None,
    base_url_variable: "HOMELESS_API_BASE_URL",
    user_agent: "homeless/1",
    schemes: &[],
    security: &[],
};

/// An API whose document has a server without a host.
static RELATIVE: Api = Api {
    base_url: Some("/v3"),
    ..HOMELESS
};

async fn url(base_url: &str) -> String {
    let transport = MemoryTransport::answering(|_| Ok(http::Response::default()));
    let builder = ClientBuilder::new(&HOMELESS)
        .base_url(base_url)
        .transport(transport.clone());
    let client = builder.build().expect("a good base URL");
    client
        .request(Method::GET, "/notes")
        .send()
        .await
        .expect("an answer");
    transport.requests()[0].uri().to_string()
}

#[tokio::test]
async fn paths_come_behind_the_path_of_the_base_url() {
    let table = [
        ("https://host", "https://host/notes"),
        ("https://host/", "https://host/notes"),
        ("http://host:8080/api/v2/", "http://host:8080/api/v2/notes"),
        ("http://[::1]:4010/a%20b//", "http://[::1]:4010/a%20b/notes"),
    ];
    for (base_url, expected) in table {
        assert_eq!(url(base_url).await, expected);
    }
}

/// An API whose document has a server with a path.
static HOMELY: Api = Api {
    base_url: Some("https://host.example/v1"),
    ..HOMELESS
};

/// Where a call goes whose operation has a server of its own, at a client that was given a base URL or not.
async fn goes_to(chosen: Option<&str>, own: fn(Request) -> Request) -> String {
    let transport = MemoryTransport::answering(|_| Ok(http::Response::default()));
    let builder = ClientBuilder::new(&HOMELY).transport(transport.clone());
    let builder = chosen.into_iter().fold(builder, ClientBuilder::base_url);
    let client = builder.build().expect("a good base URL");
    let request = own(client.request(Method::GET, "/notes"));
    request.send().await.expect("an answer");
    transport.requests()[0].uri().to_string()
}

#[tokio::test]
async fn an_operation_may_have_a_server_of_its_own() {
    let own = |request: Request| request.server("https://other.example/");
    assert_eq!(goes_to(None, own).await, "https://other.example/notes");
    let chosen = Some("http://local/api");
    assert_eq!(goes_to(chosen, own).await, "http://local/api/notes");
}

#[tokio::test]
async fn an_operation_may_have_another_path_at_the_host_of_the_client() {
    let own = |request: Request| request.beside("/v1", "/legacy");
    for (chosen, expected) in [
        (None, "https://host.example/legacy/notes"),
        (
            Some("http://local/proxy/v1/"),
            "http://local/proxy/legacy/notes",
        ),
        // What ends in it is the host.
        (Some("http://v1"), "http://v1/notes"),
        // Nobody knows what stands for the path of the document here.
        (Some("http://local/api"), "http://local/api/notes"),
    ] {
        assert_eq!(goes_to(chosen, own).await, expected);
    }
    let root = |request: Request| request.beside("/v1", "");
    assert_eq!(goes_to(None, root).await, "https://host.example/notes");
}

#[test]
fn base_urls_that_cannot_work_are_refused_when_the_client_is_built() {
    let table = [
        ("", "is not a URL"),
        ("not a url", "is not a URL"),
        ("host.example", "does not begin with http:// or https://"),
        ("/api", "does not begin with http:// or https://"),
        ("ftp://host", "does not begin with http:// or https://"),
        ("https://host?key=value", "has a query or a fragment"),
        ("https://host/#top", "has a query or a fragment"),
        (
            "https://user:password@host",
            "holds a user name or password",
        ),
    ];
    for (base_url, expected) in table {
        let error = builder()
            .base_url(base_url)
            .transport(MemoryTransport::new())
            .build()
            .expect_err(base_url);
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(
            error.to_string().contains(expected),
            "{base_url:?}: {error}"
        );
        assert!(
            error
                .to_string()
                .ends_with("call `base_url` or set NOTES_API_BASE_URL"),
            "{error}"
        );
    }
}

#[test]
fn a_document_without_a_server_needs_a_base_url() {
    let error = ClientBuilder::new(&HOMELESS)
        .transport(MemoryTransport::new())
        .build()
        .expect_err("no base URL");
    let expected = "the document names no base URL; call `base_url` or set HOMELESS_API_BASE_URL";
    assert_eq!(error.to_string(), expected);
    let error = ClientBuilder::new(&RELATIVE)
        .transport(MemoryTransport::new())
        .build()
        .expect_err("no host");
    let expected = "the document says no host of the API, `/v3` alone; call `base_url` or set HOMELESS_API_BASE_URL";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn an_api_without_security_needs_no_credentials() {
    let builder = ClientBuilder::new(&HOMELESS)
        .from_lookup(|_| None)
        .expect("nothing is needed");
    assert!(
        builder
            .base_url("http://host")
            .transport(MemoryTransport::new())
            .build()
            .is_ok()
    );
}
