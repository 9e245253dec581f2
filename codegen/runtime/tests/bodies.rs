//! Bodies other than JSON, and successes of several types.
#![cfg(feature = "test-support")]

use openapi_bindgen_runtime::runtime::multipart::File;
use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{Bytes, ErrorKind};
use openapi_bindgen_runtime::samples::bodies::{
    CreateFileBody, Upload, UploadAnswer, UploadOrLink,
};
use openapi_bindgen_runtime::samples::http::client;
use serde_json::json;

fn answering(status: u16, body: &'static str) -> MemoryTransport {
    MemoryTransport::answering(move |_| {
        let mut response = http::Response::new(Bytes::from_static(body.as_bytes()));
        *response.status_mut() = status.try_into().expect("a status");
        Ok(response)
    })
}

/// The content type and the body of the one request that was sent, its boundary written as `B`.
fn sent(transport: &MemoryTransport) -> (String, String) {
    let requests = transport.requests();
    let content_type = requests[0].headers()["content-type"]
        .to_str()
        .expect("ASCII")
        .to_owned();
    let body = String::from_utf8(requests[0].body().to_vec()).expect("UTF-8");
    match content_type.split_once("boundary=") {
        Some((kind, boundary)) => (format!("{kind}boundary=B"), body.replace(boundary, "B")),
        None => (content_type, body),
    }
}

#[tokio::test]
async fn an_upload_is_a_part_for_each_property_that_is_there() {
    let transport = answering(201, "{}");
    let file = File::new("a,b\n")
        .name("data \"1\".csv")
        .media_type("text/csv");
    let upload = Upload::new(file)
        .more(vec![File::new("x"), File::new("y")])
        .tags(["one".to_owned(), "two".to_owned()])
        .meta(json!({ "deep": [1] }))
        .clear_note();
    client(&transport)
        .upload(upload)
        .send()
        .await
        .expect("an answer");
    let (content_type, body) = sent(&transport);
    assert_eq!(content_type, "multipart/form-data; boundary=B");
    let parts: Vec<_> = body
        .split("--B")
        .map(|part| part.trim().replace("\r\n", "|"))
        .collect();
    let expected = [
        "",
        "Content-Disposition: form-data; name=\"file\"; filename=\"data %221%22.csv\"|Content-Type: text/csv||a,b",
        "Content-Disposition: form-data; name=\"more\"; filename=\"more\"|Content-Type: application/octet-stream||x",
        "Content-Disposition: form-data; name=\"more\"; filename=\"more\"|Content-Type: application/octet-stream||y",
        "Content-Disposition: form-data; name=\"tags\"||one",
        "Content-Disposition: form-data; name=\"tags\"||two",
        "Content-Disposition: form-data; name=\"meta\"|Content-Type: application/json||{\"deep\":[1]}",
        "--",
    ];
    assert_eq!(parts, expected);
}

/// The media types of the parts that a body of files is sent in.
async fn media_types(file: File, picture: File) -> Vec<String> {
    let transport = answering(201, "{}");
    let upload = Upload::new(file).picture(picture);
    let call = client(&transport).upload(upload);
    call.send().await.expect("an answer");
    let (_, body) = sent(&transport);
    let lines = body.lines();
    let types = lines.filter_map(|line| line.strip_prefix("Content-Type: "));
    types.map(str::to_owned).collect()
}

#[tokio::test]
async fn the_name_of_a_file_says_what_it_is_where_nothing_else_does() {
    for (name, expected) in [
        ("a.png", "image/png"),
        ("A.B.JPG", "image/jpeg"),
        ("song.m4a", "audio/mp4"),
        (".pdf", "application/pdf"),
        ("png", "application/octet-stream"),
        ("a.unheard-of", "application/octet-stream"),
        ("a.png/b", "application/octet-stream"),
    ] {
        let types = media_types(File::new("x").name(name), File::new("x")).await;
        assert_eq!(types[0], expected, "{name}");
    }
    let told = File::new("x").name("a.png").media_type("text/plain");
    assert_eq!(media_types(told, File::new("x")).await[0], "text/plain");
}

#[tokio::test]
async fn of_several_media_types_a_file_has_the_one_that_its_name_stands_for() {
    let other = || File::new("x");
    assert_eq!(media_types(other(), other()).await[1], "image/png");
    for (name, expected) in [
        ("a.png", "image/png"),
        ("a.jpeg", "image/jpeg"),
        ("a.wav", "audio/wav"),
        ("a.gif", "image/png"),
        ("a", "image/png"),
    ] {
        let types = media_types(other(), other().name(name)).await;
        assert_eq!(types[1], expected, "{name}");
    }
}

#[tokio::test]
async fn one_of_several_is_sent_as_the_parts_that_it_has() {
    let parts = |body: &str| body.matches("Content-Disposition").count();
    let known = UploadOrLink::Upload(Box::new(Upload::new(File::new("x"))));
    let unknown = serde_json::from_value(json!({ "link": "l", "tags": [1, 2] })).expect("a value");
    for (body, expected) in [(known, 1), (unknown, 3)] {
        let transport = answering(204, "");
        let call = client(&transport).upload_any(body);
        call.send().await.expect("an answer");
        let (kind, body) = sent(&transport);
        assert_eq!(kind, "multipart/form-data; boundary=B");
        assert_eq!(parts(&body), expected, "{body}");
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_are_sent_as_they_are() {
    let transport = answering(202, "");
    let upload = Upload::new(vec![0_u8, 159, 146, 150]);
    client(&transport)
        .upload(upload)
        .send()
        .await
        .expect("an answer");
    let body = transport.requests()[0].body().clone();
    assert!(body.windows(4).any(|window| window == [0, 159, 146, 150]));
}

#[tokio::test]
async fn a_form_is_a_pair_for_each_item_and_a_style_where_the_document_has_one() {
    let transport = answering(200, "");
    let form = json!({ "q": "a b+c", "tags": ["x", "y"], "none": null, "deep": { "a": 1 }, "filter": { "by": ["n"] } });
    client(&transport)
        .search(form)
        .send()
        .await
        .expect("an answer");
    let (content_type, body) = sent(&transport);
    assert_eq!(content_type, "application/x-www-form-urlencoded");
    let mut pairs: Vec<_> = body.split('&').collect();
    pairs.sort_unstable();
    let expected = [
        "deep=%7B%22a%22%3A1%7D",
        "filter%5Bby%5D%5B0%5D=n",
        "q=a%20b%2Bc",
        "tags=x",
        "tags=y",
    ];
    assert_eq!(pairs, expected);
}

#[tokio::test]
async fn a_text_is_sent_as_text() {
    let transport = answering(200, "");
    client(&transport)
        .replace_text("grün")
        .send()
        .await
        .expect("an answer");
    assert_eq!(
        sent(&transport),
        ("text/plain; charset=utf-8".into(), "grün".into())
    );
}

/// What is sent for a choice of a body.
async fn chosen(body: impl Into<CreateFileBody>) -> (String, String) {
    let transport = answering(204, "");
    let call = client(&transport).create_file(body);
    call.send().await.expect("an answer");
    sent(&transport)
}

#[tokio::test]
async fn a_body_is_sent_in_the_media_type_that_was_chosen() {
    let value = json!({ "a": "b c" });
    let is = |kind: &str, text: &str| (kind.to_owned(), text.to_owned());
    let json = is("application/json", "{\"a\":\"b c\"}");
    assert_eq!(chosen(value.clone()).await, json);
    assert_eq!(chosen(value.clone()).await, json);
    assert_eq!(
        chosen(CreateFileBody::MergePatch(value.clone())).await,
        is("application/merge-patch+json", "{\"a\":\"b c\"}")
    );
    assert_eq!(
        chosen(CreateFileBody::Form(value)).await,
        is("application/x-www-form-urlencoded", "a=b%20c")
    );
    assert_eq!(chosen("a,b".to_owned()).await, is("text/csv", "a,b"));
    assert_eq!(
        chosen(CreateFileBody::Bytes(Bytes::from_static(b"ab"))).await,
        is("application/octet-stream", "ab")
    );
    let upload = Upload::new(File::new("x"));
    let (kind, body) = chosen(upload).await;
    assert_eq!(kind, "multipart/form-data; boundary=B");
    assert!(body.contains("name=\"file\""), "{body}");
}

#[tokio::test]
async fn a_choice_may_be_optional() {
    let transport = answering(204, "");
    let call = client(&transport).create_file(json!({})).old(json!([1]));
    call.send().await.expect("an answer");
    assert_eq!(sent(&transport).1, "[1]");
}

#[tokio::test]
async fn a_file_says_its_media_type() {
    for (file, expected) in [
        (File::new("x"), "application/octet-stream"),
        (File::new("x").media_type("image/png"), "image/png"),
    ] {
        let transport = answering(204, "");
        let call = client(&transport).replace_picture(file);
        call.send().await.expect("an answer");
        assert_eq!(sent(&transport), (expected.to_owned(), "x".to_owned()));
    }
}

#[tokio::test]
async fn several_successes_are_told_by_their_status() {
    let upload = || Upload::new(File::new("x"));
    let created = client(&answering(201, "{\"id\":1}"))
        .upload(upload())
        .send()
        .await;
    assert_eq!(
        created.expect("an answer"),
        UploadAnswer::Created(json!({ "id": 1 }))
    );
    let accepted = client(&answering(202, "")).upload(upload()).send().await;
    assert_eq!(accepted.expect("an answer"), UploadAnswer::Accepted(()));
}

#[tokio::test]
async fn a_success_that_the_document_does_not_list_is_an_error_that_keeps_the_body() {
    let answer = client(&answering(200, "{\"id\":1}"))
        .upload(Upload::new(File::new("x")))
        .send()
        .await;
    let error = answer.expect_err("200 is not listed");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.body().map(|body| body.to_vec()),
        Some(b"{\"id\":1}".to_vec())
    );
}
