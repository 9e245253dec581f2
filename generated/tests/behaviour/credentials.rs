//! The two keys: where they come from, where they go, and where they never show.

use sendblue_contacts::runtime::Secret;
use sendblue_contacts::types::ContactUpdateParams;
use sendblue_contacts::{Client, ClientBuilder, Error, ErrorKind};
use serde_json::json;

use crate::server::{KEY, SECRET, Server};

/// What a builder makes of an environment with these variables.
fn from_variables(
    builder: ClientBuilder,
    variables: &[(&str, &str)],
) -> Result<ClientBuilder, Error> {
    builder.from_lookup(|name| {
        let found = variables.iter().find(|(known, _)| *known == name)?;
        Some(found.1.to_owned())
    })
}

#[tokio::test]
async fn both_keys_go_with_a_call_or_nothing_is_sent() {
    let server = Server::answering(&json!({ "count": 0 }));
    let key = "`ApiKeyAuth` (environment variable SENDBLUE_API_API_KEY)";
    let secret = "`ApiSecretAuth` (environment variable SENDBLUE_API_API_SECRET)";
    let table = [
        (server.builder().api_key(KEY), secret.to_owned()),
        (server.builder().api_secret(SECRET), key.to_owned()),
        (server.builder(), format!("{key} and {secret}")),
        (
            server.builder().api_key(KEY).api_secret(""),
            secret.to_owned(),
        ),
    ];
    for (builder, missing) in table {
        let client = builder.build().expect("a client");
        let outcome = client.count_contacts().send().await;
        let error = outcome.expect_err("a missing key");
        assert!(error.is_missing_credential());
        assert_eq!(
            error.to_string(),
            format!("GET /api/v2/contacts/count: missing credential: {missing}")
        );
    }
    assert!(server.saw_nothing());
}

#[tokio::test]
async fn the_environment_gives_keys_and_base_url() {
    let server = Server::answering(&json!({ "count": 0 }));
    let variables = [
        ("SENDBLUE_API_API_KEY", " key-from-env\n"),
        ("SENDBLUE_API_API_SECRET", "secret-from-env"),
        ("SENDBLUE_API_BASE_URL", "https://api.sendblue.com"),
    ];
    let builder = from_variables(server.builder(), &variables).expect("all variables");
    let client = builder.build().expect("a client");
    client.count_contacts().send().await.expect("a count");

    let request = server.saw();
    assert!(
        request.starts_with("GET https://api.sendblue.com/api/v2/contacts/count\n"),
        "{request}"
    );
    assert!(
        request.contains("\nsb-api-key-id: key-from-env\n"),
        "{request}"
    );
    assert!(
        request.contains("\nsb-api-secret-key: secret-from-env\n"),
        "{request}"
    );
}

#[test]
fn an_incomplete_environment_names_what_it_lacks() {
    let table = [
        (("SENDBLUE_API_API_KEY", "k"), "SENDBLUE_API_API_SECRET"),
        (("SENDBLUE_API_API_SECRET", "s"), "SENDBLUE_API_API_KEY"),
    ];
    for (given, missing) in table {
        let error = from_variables(Client::builder(), &[given]).expect_err("one is missing");
        assert_eq!(error.kind(), ErrorKind::Credential);
        assert!(error.to_string().contains(missing), "{error}");
        assert!(!error.to_string().contains(given.0), "{error}");
    }
}

#[tokio::test]
async fn what_is_set_in_code_goes_before_the_environment() {
    let server = Server::answering(&json!({ "count": 0 }));
    let builder = server.builder().api_key(KEY);
    let variables = [
        ("SENDBLUE_API_API_KEY", "key-from-env"),
        ("SENDBLUE_API_API_SECRET", "secret-from-env"),
    ];
    let client = from_variables(builder, &variables).and_then(ClientBuilder::build);
    let call = client.expect("a client").count_contacts();
    call.send().await.expect("a count");
    assert!(server.saw().contains("sb-api-key-id: key-id-4711\n"));
}

#[tokio::test]
async fn no_key_shows_in_any_debug_or_error_text() {
    // Even a server that gives the keys back does not bring them into a log.
    let server = Server::refusing(
        401,
        &json!({ "message": format!("{KEY}:{SECRET} is wrong") }),
    );
    let builder = server.builder().api_key(KEY).api_secret(SECRET);
    let client = server.client();
    let call = client.update_contact("+1", ContactUpdateParams::new());
    let secret = Secret::from(SECRET);
    let mut shown = format!("{secret:?} {builder:?} {client:?} {call:?} {call:#?}");

    let error = call.send().await.expect_err("wrong keys");
    assert!(error.is_unauthorized());
    shown += &format!("{error} {error:?} {error:#?} {server:?}");
    for credential in [KEY, SECRET] {
        assert!(!shown.contains(credential), "{shown}");
    }
    assert!(shown.contains("[redacted]"), "{shown}");
}

#[test]
fn a_key_that_no_header_can_hold_is_an_error_that_does_not_show_it() {
    let builder = Client::builder().api_key("key\nid").api_secret(SECRET);
    let error = builder.build().expect_err("a line break");
    assert_eq!(error.kind(), ErrorKind::Configuration);
    let shown = format!("{error} {error:?}");
    assert!(shown.contains("ApiKeyAuth"), "{shown}");
    assert!(
        !shown.contains("key\nid") && !shown.contains(r"key\nid"),
        "{shown}"
    );
}
