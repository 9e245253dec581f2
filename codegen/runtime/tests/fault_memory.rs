//! How much memory bodies take that are larger than they should be, or of any size.
#![cfg(feature = "reqwest")]

#[path = "support/faulty.rs"]
#[allow(dead_code, reason = "other tests use all of it")]
mod faulty;

use std::io::Read;

use faulty::Faulty;
use openapi_bindgen_runtime::runtime::multipart::File;
use openapi_bindgen_runtime::runtime::{Error, RequestOptions};
use openapi_bindgen_runtime::samples::http::builder;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MIB: f32 = 1.0;

/// One test after the other in one function, since all tests of a process share its memory.
#[tokio::test]
async fn memory_is_bounded() {
    an_endless_answer().await;
    an_endless_event().await;
    a_long_answer_read_as_it_comes().await;
    a_long_upload().await;
}

/// What the work took at its peak, in MiB.
async fn peak<T>(work: impl Future<Output = T>) -> (T, f32) {
    let before = MEMORY.current_usage_as_mb();
    MEMORY.reset_peak_usage();
    let done = work.await;
    (done, MEMORY.peak_usage_as_mb() - before)
}

fn endless(head: &'static str) -> Faulty {
    Faulty::start(move |_, mut connection| {
        connection.write(format!(
            "HTTP/1.1 200 OK\r\nconnection: close\r\n{head}\r\n\r\n"
        ));
        while connection.write([b'1'; 16 * 1024]) {}
    })
}

fn client(server: &Faulty) -> openapi_bindgen_runtime::runtime::Client {
    let builder = builder().keys("id-4711-0815", "secret-cafe-babe");
    builder.base_url(server.url()).build().expect("a client")
}

async fn an_endless_answer() {
    let server = endless("x: y");
    let options = RequestOptions::new().body_limit(4 * 1024 * 1024);
    let call = client(&server).list_notes().options(options);
    let (answer, peak) = peak(call.send()).await;
    assert!(answer.is_err_and(|error| error.is_too_large()));
    assert!(peak < 16.0 * MIB, "{peak} MiB for a limit of 4");
}

async fn an_endless_event() {
    let server = endless("content-type: text/event-stream");
    let options = RequestOptions::new().body_limit(4 * 1024 * 1024);
    let call = client(&server).note_words().options(options);
    let (event, peak) = peak(async { call.send().await.expect("a stream").next().await }).await;
    assert!(event.is_some_and(|event| event.is_err_and(|error: Error| error.is_too_large())));
    assert!(peak < 16.0 * MIB, "{peak} MiB for a limit of 4");
}

async fn a_long_answer_read_as_it_comes() {
    const LENGTH: usize = 256 * 1024 * 1024;
    let server = endless("x: y");
    let call = client(&server).list_notes();
    let (read, peak) = peak(async {
        let mut body = call.send_raw().await.expect("it begins").into_body();
        let mut read = 0;
        while read < LENGTH {
            read += body.next().await.expect("a chunk").expect("bytes").len();
        }
        read
    })
    .await;
    assert!(
        read >= LENGTH && peak < 8.0 * MIB,
        "{peak} MiB for {read} bytes"
    );
}

async fn a_long_upload() {
    const LENGTH: u64 = 256 * 1024 * 1024;
    let server = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = server.local_addr().expect("an address");
    let reader = std::thread::spawn(move || {
        let (mut stream, _) = server.accept().expect("a connection");
        let mut buffer = vec![0; 64 * 1024];
        let mut read = 0;
        while read < LENGTH {
            read += stream.read(&mut buffer).expect("bytes") as u64;
        }
        let answer = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}";
        std::io::Write::write_all(&mut stream, answer).expect("an answer");
    });
    let builder = builder().keys("id-4711-0815", "secret-cafe-babe");
    let client = builder
        .base_url(format!("http://{address}"))
        .build()
        .expect("a client");
    let file = File::reader(std::io::repeat(7).take(LENGTH)).length(LENGTH);
    let (answer, peak) = peak(client.replace_picture(file).send()).await;
    answer.expect("an answer");
    reader.join().expect("a server");
    assert!(peak < 8.0 * MIB, "{peak} MiB for {LENGTH} bytes");
}
