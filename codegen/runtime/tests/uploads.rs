//! Files that are read while they are sent.
#![cfg(feature = "test-support")]

use std::io::{Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use openapi_bindgen_runtime::runtime::multipart::File;
use openapi_bindgen_runtime::runtime::transport::{
    BoxFuture, MemoryTransport, RequestBody, ResponseBody, Transport, TransportError,
};
use openapi_bindgen_runtime::runtime::{Bytes, Client, ErrorKind, RetryPolicy};
use openapi_bindgen_runtime::samples::bodies::Upload;
use openapi_bindgen_runtime::samples::http::{builder, client};

fn answering(status: u16) -> MemoryTransport {
    MemoryTransport::answering(move |_| {
        let response = http::Response::builder().status(status);
        Ok(response.body(Bytes::from_static(b"{}")).expect("an answer"))
    })
}

fn chunks(chunks: &'static [&'static str]) -> File {
    let chunks = chunks
        .iter()
        .map(|chunk| Ok::<_, std::io::Error>(Bytes::from_static(chunk.as_bytes())));
    File::stream(futures_util::stream::iter(chunks))
}

#[tokio::test]
async fn a_part_may_be_read_while_it_is_sent() {
    let transport = answering(201);
    let file = chunks(&["one,", "two"]).name("a.csv");
    let more = vec![
        File::new("in memory"),
        File::reader(Cursor::new("of a reader")),
    ];
    let upload = Upload::new(file).more(more).title("T");
    client(&transport)
        .upload(upload)
        .send()
        .await
        .expect("an answer");
    let request = &transport.requests()[0];
    let content_type = request.headers()["content-type"].to_str().expect("text");
    let (_, boundary) = content_type.split_once("boundary=").expect("a boundary");
    let body = String::from_utf8(request.body().to_vec()).expect("text");
    let parts: Vec<_> = body.split(&format!("--{boundary}")).collect();
    assert_eq!(parts.len(), 6);
    assert!(parts[1].ends_with("\r\n\r\none,two\r\n"), "{}", parts[1]);
    assert!(parts[1].contains("filename=\"a.csv\""));
    assert!(parts[2].ends_with("\r\n\r\nin memory\r\n"));
    assert!(parts[3].ends_with("\r\n\r\nof a reader\r\n"));
    assert!(parts[4].ends_with("\r\n\r\nT\r\n"));
    assert_eq!(parts[5], "--\r\n");
}

#[tokio::test]
async fn a_body_may_be_read_while_it_is_sent() {
    let transport = answering(200);
    let file = chunks(&["pic", "ture"]).media_type("image/png");
    client(&transport)
        .replace_picture(file)
        .send()
        .await
        .expect("an answer");
    let request = &transport.requests()[0];
    assert_eq!(
        (
            request.headers()["content-type"].to_str().ok(),
            request.body().as_ref()
        ),
        (Some("image/png"), b"picture".as_slice())
    );
}

#[tokio::test]
async fn what_is_read_once_is_sent_once() {
    let transport = answering(503);
    let builder = builder()
        .keys("id-4711-0815", "secret-cafe-babe")
        .retry(RetryPolicy::default());
    let client = builder
        .transport(transport.clone())
        .build()
        .expect("a client");
    let file = chunks(&["once"]);
    let error = client
        .replace_picture(file.clone())
        .send()
        .await
        .expect_err("a failure");
    assert_eq!((error.attempts(), transport.requests().len()), (1, 1));
    let error = client
        .replace_picture(file)
        .send()
        .await
        .expect_err("it is gone");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert_eq!(transport.requests().len(), 1);

    // In memory, it is sent again: PUT has the same effect twice.
    let error = client
        .replace_picture(File::new("twice"))
        .send()
        .await
        .expect_err("a failure");
    assert_eq!(error.attempts(), 3);
}

#[tokio::test]
async fn a_source_that_fails_fails_the_call() {
    let broken = [
        Ok(Bytes::from_static(b"a")),
        Err(std::io::Error::other("the disk is gone")),
    ];
    let file = File::stream(futures_util::stream::iter(broken));
    let error = client(&answering(200))
        .replace_picture(file)
        .send()
        .await
        .expect_err("no disk");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert_eq!(
        std::error::Error::source(&error)
            .expect("a source")
            .to_string(),
        "the disk is gone"
    );
}

/// Reads a body chunk by chunk, and never has more of it than one chunk.
struct Sink(Arc<AtomicUsize>);

impl Transport for Sink {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>> {
        Box::pin(async move {
            let mut body = request.into_body();
            assert_eq!(body.length(), Some(1 << 30));
            while let Some(chunk) = futures_util::StreamExt::next(&mut body).await {
                self.0
                    .fetch_add(chunk.expect("a chunk").len(), Ordering::SeqCst);
            }
            Ok(http::Response::new(Bytes::from_static(b"{}").into()))
        })
    }

    fn sleep(&self, _: std::time::Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn a_gigabyte_is_never_in_memory() {
    let count = Arc::new(AtomicUsize::new(0));
    let builder = builder().keys("id-4711-0815", "secret-cafe-babe");
    let client: Client = builder
        .transport(Sink(Arc::clone(&count)))
        .build()
        .expect("a client");
    let file = File::reader(std::io::repeat(7).take(1 << 30)).length(1 << 30);
    client
        .replace_picture(file)
        .send()
        .await
        .expect("an answer");
    assert_eq!(count.load(Ordering::SeqCst), 1 << 30);
}

#[test]
fn a_stream_is_no_json() {
    let file = chunks(&["x"]);
    assert_ne!(file, chunks(&["x"]));
    assert_eq!(file, file.clone());
    let error = openapi_bindgen_runtime::runtime::wire::to_value(&file).expect_err("no text");
    assert_eq!(error.to_string(), "a stream cannot be written as JSON");
}

/// A stream of two chunks of four bytes, which is said to be of that length.
fn eight(length: u64) -> File {
    chunks(&["four", "", "more"]).length(length)
}

#[tokio::test]
async fn a_file_is_as_long_as_it_was_said_to_be() {
    let transport = answering(200);
    let call = |file| client(&transport).replace_picture(file).send();
    call(eight(8)).await.expect("that is its length");
    assert_eq!(transport.requests()[0].body().as_ref(), b"fourmore");
    for (length, what) in [
        (0, "more"),
        (3, "more"),
        (4, "more"),
        (7, "more"),
        (9, "less"),
    ] {
        let error = call(eight(length)).await.expect_err("another length");
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(!error.is_retryable());
        let transport_error = std::error::Error::source(&error).expect("a source");
        assert_eq!(
            transport_error.to_string(),
            format!("there is {what} of the file than the length that was stated for it")
        );
    }
    assert_eq!(
        transport.requests().len(),
        1,
        "no server sees any of the others"
    );
}

/// Some servers take no body whose length they are not told.
#[tokio::test]
async fn an_empty_file_among_others_keeps_the_length_of_all() {
    let sent = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let seen = Arc::clone(&sent);
    let builder = builder().keys("id", "secret").transport(Measuring(seen));
    let upload = Upload::new(File::reader(std::io::empty()).length(0)).title("T");
    let client = builder.build().expect("a client");
    client.upload(upload).send().await.expect("an answer");
    assert!(sent.lock().expect("a list")[0].is_some());
}

/// Notes the lengths of bodies.
struct Measuring(Arc<std::sync::Mutex<Vec<Option<u64>>>>);

impl Transport for Measuring {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>> {
        let lengths = &mut self.0.lock().expect("a list");
        lengths.push(request.body().length());
        let mut answer = http::Response::new(ResponseBody::from(Bytes::from_static(b"{}")));
        *answer.status_mut() = http::StatusCode::CREATED;
        Box::pin(std::future::ready(Ok(answer)))
    }

    fn sleep(&self, _: std::time::Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }
}
