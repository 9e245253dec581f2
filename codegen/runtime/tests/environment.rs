//! Clients configured by the environment.
#![cfg(feature = "test-support")]

use std::collections::BTreeMap;
use std::process::Command;

use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{Client, ClientBuilder, Error, ErrorKind};
use openapi_bindgen_runtime::samples::http::builder;

fn read(builder: ClientBuilder, variables: &[(&str, &str)]) -> Result<ClientBuilder, Error> {
    let variables: BTreeMap<&str, &str> = variables.iter().copied().collect();
    builder.from_lookup(|name| variables.get(name).map(|value| (*value).to_owned()))
}

/// The URL and the key that a call goes out with.
async fn sent(builder: ClientBuilder) -> (String, String) {
    let transport = MemoryTransport::answering(|_| Ok(http::Response::default()));
    let client: Client = builder
        .transport(transport.clone())
        .build()
        .expect("a client");
    client.delete_note("1").send().await.expect("an answer");
    let request = transport.requests().remove(0);
    let key = request.headers()["x-key-id"]
        .to_str()
        .expect("ASCII")
        .to_owned();
    (request.uri().to_string(), key)
}

#[tokio::test]
async fn keys_and_base_url_are_read_and_trimmed() {
    let variables = [
        ("NOTES_API_KEY_ID", " id\n"),
        ("NOTES_API_KEY_SECRET", "secret"),
        ("NOTES_API_BASE_URL", " http://localhost:4010 "),
    ];
    let builder = read(builder(), &variables).expect("all variables");
    assert_eq!(
        sent(builder).await,
        ("http://localhost:4010/notes/1".into(), "id".into())
    );
}

#[tokio::test]
async fn the_base_url_is_optional() {
    let variables = [
        ("NOTES_API_KEY_ID", "id"),
        ("NOTES_API_KEY_SECRET", "secret"),
        ("NOTES_API_BASE_URL", " "),
    ];
    let builder = read(builder(), &variables).expect("both keys");
    assert_eq!(sent(builder).await.0, "https://notes.example/api/notes/1");
}

#[tokio::test]
async fn what_is_set_already_stays_and_what_is_set_later_wins() {
    let variables = [
        ("NOTES_API_KEY_ID", "env"),
        ("NOTES_API_KEY_SECRET", "env"),
        ("NOTES_API_BASE_URL", "http://env"),
    ];
    let set = builder().credential("KeyId", "set").base_url("http://set");
    let builder = read(set, &variables).expect("both keys");
    assert_eq!(
        sent(builder.clone()).await,
        ("http://set/notes/1".into(), "set".into())
    );
    assert_eq!(sent(builder.credential("KeyId", "later")).await.1, "later");
}

#[test]
fn missing_variables_are_named() {
    let error = read(
        builder(),
        &[
            ("NOTES_API_KEY_ID", "id-4711"),
            ("NOTES_API_KEY_SECRET", "  "),
        ],
    )
    .expect_err("no secret");
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(
        error.to_string(),
        "missing credential: `KeySecret` (environment variable NOTES_API_KEY_SECRET)"
    );

    let error = read(builder(), &[]).expect_err("neither");
    assert!(
        error.to_string().contains("NOTES_API_KEY_ID")
            && error.to_string().contains("NOTES_API_KEY_SECRET")
    );
}

#[test]
fn a_login_needs_both_of_its_variables() {
    let complete = read(
        builder().keys("a", "b"),
        &[
            ("NOTES_API_LOGIN_USERNAME", "u"),
            ("NOTES_API_LOGIN_PASSWORD", "p"),
        ],
    );
    assert!(format!("{complete:?}").contains("Login"));
    let half = read(
        builder().keys("a", "b"),
        &[("NOTES_API_LOGIN_USERNAME", "u")],
    );
    assert!(!format!("{half:?}").contains("Login"));
}

/// The variable under which the test below runs itself again, in an environment of its choice.
const CHILD: &str = "NOTES_API_TEST_CHILD";

#[test]
fn the_real_environment_is_read() {
    if std::env::var_os(CHILD).is_some() {
        let _ = builder().from_env().expect("the parent set both keys");
        return;
    }
    let child = |secret: &str| {
        let mut command = Command::new(std::env::current_exe().expect("this test"));
        command
            .args(["the_real_environment_is_read", "--exact"])
            .env(CHILD, "1");
        command
            .env("NOTES_API_KEY_ID", "id")
            .env("NOTES_API_KEY_SECRET", secret);
        command
            .output()
            .expect("this test, once more")
            .status
            .success()
    };
    assert!(child("secret"));
    assert!(!child(""), "an empty variable counts as not set");
}
