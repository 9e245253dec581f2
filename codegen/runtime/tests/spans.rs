//! The spans of calls and attempts.
#![cfg(all(feature = "tracing", feature = "test-support"))]

use std::io::Write;
use std::sync::{Arc, Mutex};

use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{RequestOptions, RetryPolicy, StatusCode};
use openapi_bindgen_runtime::samples::http::client;
use serde_json::json;
use tracing_subscriber::fmt::format::FmtSpan;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("a log").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_call_has_a_span_and_each_attempt_one_in_it() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_span_events(FmtSpan::CLOSE)
        .with_ansi(false)
        .without_time()
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let transport = MemoryTransport::new();
    transport.reply_json(StatusCode::BAD_GATEWAY, &json!({}));
    transport.reply_json(StatusCode::OK, &json!({}));
    let options = RequestOptions::new().retry(RetryPolicy::default());
    let call = client(&transport).update_note("secret-id", json!({ "text": "private" }));
    call.options(options).send().await.expect("a note");

    let log = String::from_utf8(log.0.lock().expect("a log").clone()).expect("text");
    let spans: Vec<_> = log
        .lines()
        .filter_map(|line| line.split(": openapi").next())
        .map(str::trim)
        .collect();
    let call = "INFO call{method=PUT path=/notes/{id}}";
    assert_eq!(
        spans,
        [
            format!("{call}:attempt{{number=1 status=502}}"),
            format!("{call}:attempt{{number=2 status=200}}"),
            call.to_owned(),
        ]
    );
    assert!(!log.contains("secret") && !log.contains("private"));
}
