//! What a user does with the client of Jupyter Server: set options, open terminals, look at them, close them. The crate was generated from
//! the document that the server itself serves.

use std::collections::BTreeMap;

use jupyter_client::{Client, Error};
use serde_json::json;

fn client() -> Client {
    let url = std::env::var("JUPYTER_URL").expect("JUPYTER_URL, where the server listens");
    let token =
        std::env::var("JUPYTER_TOKEN").expect("JUPYTER_TOKEN, which the server was started with");
    // The document says nothing of credentials.
    let builder = Client::builder().base_url(url);
    let builder = builder.header("authorization", &format!("token {token}"));
    builder.build().expect("a client")
}

#[tokio::test]
async fn the_server_says_what_it_is() -> Result<(), Error> {
    let answer = client().get_api().send_full().await?;
    assert!(answer.status().is_success());
    assert!(
        answer
            .body()
            .version
            .as_deref()
            .is_some_and(|version| version.starts_with('2'))
    );
    Ok(())
}

#[tokio::test]
async fn options_are_updated_and_kept() -> Result<(), Error> {
    let client = client();
    let options = BTreeMap::from([
        ("theme".to_owned(), json!("dark")),
        ("size".to_owned(), json!({ "font": 12 })),
    ]);
    client
        .patch_api_config_by_section_name("story")
        .body(options.clone())
        .send()
        .await?;
    assert_eq!(
        client
            .get_api_config_by_section_name("story")
            .send()
            .await?,
        options
    );
    // What a change does not name stays.
    let change = BTreeMap::from([("size".to_owned(), json!({ "line": 1.5 }))]);
    let changed = client
        .patch_api_config_by_section_name("story")
        .body(change)
        .send()
        .await?;
    assert_eq!(changed["theme"], json!("dark"));
    assert_eq!(changed["size"], json!({ "font": 12, "line": 1.5 }));
    Ok(())
}

#[tokio::test]
async fn terminals_are_opened_listed_and_closed() -> Result<(), Error> {
    let client = client();
    let opened = client.post_api_terminals().send().await?;
    let listed = client.get_api_terminals().send().await?;
    assert!(
        listed.iter().any(|terminal| terminal.name == opened.name),
        "{listed:?}"
    );
    let found = client
        .get_api_terminals_by_terminal_id(&opened.name)
        .send()
        .await?;
    assert_eq!(found.name, opened.name);
    client
        .delete_api_terminals_by_terminal_id(&opened.name)
        .send()
        .await?;
    let gone = client
        .get_api_terminals_by_terminal_id(&opened.name)
        .send()
        .await;
    assert!(gone.expect_err("no such terminal").is_not_found());
    Ok(())
}

#[tokio::test]
async fn what_is_not_there_is_an_error_with_what_the_server_says() {
    let error = client()
        .get_api_contents_by_path("no such file.txt")
        .send()
        .await
        .expect_err("no such file");
    assert!(error.is_not_found(), "{error}");
    assert!(
        error
            .body_text()
            .is_some_and(|text| text.contains("no such file.txt")),
        "{error}"
    );
}

#[tokio::test]
async fn who_has_no_token_is_refused() {
    let url = std::env::var("JUPYTER_URL").expect("JUPYTER_URL");
    let stranger = Client::builder().base_url(url).build().expect("a client");
    let error = stranger
        .get_api_terminals()
        .send()
        .await
        .expect_err("a refusal");
    assert!(error.is_forbidden(), "{error}");
}
