//! Servers that misbehave, over real sockets. Each call ends as documented, in time, and sends nothing
//! twice that must not be.
#![cfg(feature = "reqwest")]

#[path = "support/faulty.rs"]
mod faulty;

use std::io::Read;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use faulty::{Connection, Faulty};
use openapi_bindgen_runtime::runtime::multipart::File;
use openapi_bindgen_runtime::runtime::{
    Bytes, Client, Error, ErrorKind, Input, Method, RequestOptions, RetryPolicy, Timeout,
};
use openapi_bindgen_runtime::samples::http::builder;

/// Waits that do not keep tests waiting.
fn policy() -> RetryPolicy {
    RetryPolicy::default().backoff(Duration::from_millis(1), Duration::from_millis(2))
}

fn client(url: &str) -> Client {
    let builder = builder()
        .keys("id-4711-0815", "secret-cafe-babe")
        .base_url(url);
    let builder = builder.retry(policy()).timeout(SHORT);
    builder.build().expect("a client")
}

/// The time for an attempt.
const SHORT: Duration = Duration::from_millis(300);

/// More than any call of these tests may take, on a machine that is busy too.
const LONG: Duration = Duration::from_secs(10);

/// The error of a call of that method, and how long it took.
async fn call(server: &Faulty, method: Method) -> (Error, Duration) {
    let start = Instant::now();
    let request = client(&server.url()).request(method, "/notes");
    let error = request.send().await.expect_err("a server that misbehaves");
    (error, start.elapsed())
}

/// A GET is tried three times and a POST once, each ending like this.
async fn ends(
    act: impl Fn(Connection) + Send + Sync + Clone + 'static,
    kind: ErrorKind,
    timeout: Option<Timeout>,
) {
    for (method, attempts) in [(Method::GET, 3), (Method::POST, 1)] {
        let act = act.clone();
        let server = Faulty::start(move |_, connection| act(connection));
        let (error, time) = call(&server, method).await;
        assert_eq!(
            (error.kind(), error.timeout()),
            (kind, timeout),
            "{error:?}"
        );
        assert_eq!(
            (error.attempts(), server.requests()),
            (attempts, attempts as usize)
        );
        assert!(time < LONG, "{time:?}");
    }
}

#[tokio::test]
async fn one_that_refuses() {
    let port = TcpListener::bind("127.0.0.1:0")
        .expect("a free port")
        .local_addr()
        .expect("an address");
    for method in [Method::GET, Method::POST] {
        let request = client(&format!("http://{port}")).request(method, "/notes");
        let error = request.send().await.expect_err("nobody listens");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
    }
}

#[tokio::test]
async fn one_that_goes_before_it_answers() {
    ends(Connection::reset, ErrorKind::Transport, None).await;
}

#[tokio::test]
async fn one_that_goes_amid_the_headers() {
    let act = |mut connection: Connection| {
        connection.write("HTTP/1.1 200 OK\r\ncontent-ty");
        connection.reset();
    };
    ends(act, ErrorKind::Transport, None).await;
}

#[tokio::test]
async fn one_that_goes_amid_the_body() {
    let act = |mut connection: Connection| {
        connection.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[\"a\",");
        connection.reset();
    };
    ends(act, ErrorKind::Transport, None).await;
    let act = |mut connection: Connection| {
        connection.write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n[\"a\",\r\n");
        connection.reset();
    };
    ends(act, ErrorKind::Transport, None).await;
}

#[tokio::test]
async fn one_that_speaks_another_language() {
    let act = |mut connection: Connection| {
        connection.write("220 mail.example ESMTP\r\n");
        connection.reset();
    };
    ends(act, ErrorKind::Transport, None).await;
}

#[tokio::test]
async fn one_that_never_answers() {
    let act = |mut connection: Connection| assert!(connection.waits_for_the_end());
    ends(act, ErrorKind::Timeout, Some(Timeout::Attempt)).await;
}

#[tokio::test]
async fn one_that_stops_amid_the_body() {
    let act = |mut connection: Connection| {
        connection.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[");
        assert!(connection.waits_for_the_end());
    };
    ends(act, ErrorKind::Timeout, Some(Timeout::Attempt)).await;
}

#[tokio::test]
async fn one_that_trickles() {
    let act = |mut connection: Connection| {
        connection.write("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n");
        while connection.write(" ") {
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    ends(act, ErrorKind::Timeout, Some(Timeout::Attempt)).await;
}

#[tokio::test]
async fn one_that_pauses_for_too_long() {
    let server = Faulty::start(|_, mut connection| {
        connection.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[");
        assert!(connection.waits_for_the_end());
    });
    let options = RequestOptions::new()
        .timeout(LONG)
        .idle_timeout(SHORT)
        .retry(RetryPolicy::never());
    let call = client(&server.url()).list_notes().options(options.clone());
    let error = call.send().await.expect_err("it stops");
    assert_eq!(error.timeout(), Some(Timeout::Idle));

    let call = client(&server.url()).list_notes().options(options);
    let mut body = call.send_raw().await.expect("it begins").into_body();
    assert_eq!(body.next().await.expect("a chunk").expect("a byte"), "[");
    let error = body.next().await.expect("it stops").expect_err("it stops");
    assert_eq!(error.timeout(), Some(Timeout::Idle));
    assert!(body.next().await.is_none());
}

#[tokio::test]
async fn one_that_fails_for_ever_within_the_total_time() {
    let server = Faulty::start(|_, mut connection| {
        connection.answer("503 Busy", "retry-after: 0.05\r\n", "")
    });
    let options = RequestOptions::new()
        .total_timeout(SHORT)
        .retry(policy().max_retries(u32::MAX));
    let start = Instant::now();
    let call = client(&server.url()).list_notes().options(options);
    let error = call.send().await.expect_err("busy for ever");
    assert!(start.elapsed() >= Duration::from_millis(250) && start.elapsed() < LONG);
    assert!(
        error.is_status() || error.timeout() == Some(Timeout::Total),
        "{error:?}"
    );
    // The time may be up before the last attempt has reached the server.
    let unseen = error.attempts() as usize - server.requests();
    assert!(unseen <= usize::from(error.timeout() == Some(Timeout::Total)));
    assert!(error.attempts() > 1);
}

#[tokio::test]
async fn one_that_stalls_while_it_refuses_until_the_total_time_is_up() {
    let server = Faulty::start(|_, mut connection| {
        connection.write("HTTP/1.1 503 Busy\r\nretry-after: 0.05\r\ncontent-length: 9\r\n\r\nhalf");
        connection.waits_for_the_end();
    });
    let options = RequestOptions::new()
        .timeout(LONG)
        .total_timeout(SHORT)
        .retry(policy().max_retries(2));
    let start = Instant::now();
    let call = client(&server.url()).list_notes().options(options);
    let error = call.send().await.expect_err("busy, and stalling");
    assert!(start.elapsed() < LONG);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    assert_eq!(
        (error.body_text().as_deref(), error.attempts()),
        (Some("half"), 1)
    );
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn one_that_promises_less_than_it_sends() {
    let server = Faulty::start(|_, mut connection| {
        connection.write(
            "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 5\r\n\r\n[\"a\"], and more",
        );
    });
    let notes = client(&server.url()).list_notes().send().await;
    assert_eq!(notes.expect("what it promised"), ["a"]);
}

#[tokio::test]
async fn one_that_asks_to_wait_in_each_way() {
    for (headers, least) in [
        ("retry-after-ms: 120\r\n", 120),
        ("retry-after: 0.15\r\n", 150),
        ("retry-after: 1\r\n", 1000),
        (
            "date: Tue, 24 Nov 2026 10:00:00 GMT\r\nretry-after: Tue, 24 Nov 2026 10:00:01 GMT\r\n",
            1000,
        ),
    ] {
        let server = Faulty::start(move |number, mut connection| match number {
            0 => connection.answer("429 Slow Down", headers, ""),
            _ => connection.answer("200 OK", "", r#"["a"]"#),
        });
        let start = Instant::now();
        let request = client(&server.url()).request(Method::POST, "/notes");
        let answer = request.send().await.expect("it was patient");
        assert_eq!(
            answer.json::<Vec<String>>().expect("notes").into_body(),
            ["a"]
        );
        assert!(start.elapsed() >= Duration::from_millis(least), "{headers}");
        assert!(
            start.elapsed() < LONG && server.requests() == 2,
            "{headers}"
        );
    }
    let server = Faulty::start(|_, mut connection| {
        connection.answer("429 Slow Down", "retry-after: 86400\r\n", "")
    });
    let (error, time) = call(&server, Method::GET).await;
    assert!(error.is_rate_limited() && time < LONG);
    assert_eq!(
        (error.retry_after(), server.requests()),
        (Some(Duration::from_secs(86_400)), 1)
    );
}

#[tokio::test]
async fn one_that_sends_elsewhere_gets_no_credentials_there() {
    for status in ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"] {
        let other = Faulty::start(|_, mut connection| connection.answer("200 OK", "", "[]"));
        let location = format!("location: {}/notes\r\n", other.url());
        let server =
            Faulty::start(move |_, mut connection| connection.answer(status, &location, ""));
        for method in [Method::DELETE, Method::POST] {
            let (error, _) = call(&server, method).await;
            assert!(
                error.is_status()
                    && error
                        .headers()
                        .is_some_and(|headers| headers.contains_key("location"))
            );
        }
        assert_eq!((server.requests(), other.requests()), (2, 0));
    }
}

#[tokio::test]
async fn one_that_sends_elsewhere_where_that_is_what_a_call_is_for() {
    let other = Faulty::start(|_, mut connection| connection.answer("200 OK", "", "[]"));
    let location = format!("location: {}/notes\r\n", other.url());
    let statuses = ["302 Found", "304 Not Modified"];
    let server = Faulty::start(move |number, mut connection| {
        connection.answer(statuses[number], &location, "");
    });
    let client = client(&server.url());
    let call = || client.request(Method::GET, "/notes").redirects().send();
    let answer = call().await.expect("a redirect");
    assert_eq!(answer.status(), 302);
    assert!(answer.headers().contains_key("location"));
    assert!(call().await.expect_err("no redirect").is_status());
    assert_eq!((server.requests(), other.requests()), (2, 0));
}

#[tokio::test]
async fn one_that_sends_in_a_circle() {
    let server = Faulty::start(|_, mut connection| {
        connection.answer("302 Found", "location: /notes\r\n", "")
    });
    let (error, time) = call(&server, Method::GET).await;
    assert!(error.is_status() && time < LONG, "{error:?}");
    assert!(server.requests() < 20);
}

#[tokio::test]
async fn a_call_that_is_dropped_is_over() {
    let over = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&over);
    let server = Faulty::start(move |_, mut connection| {
        seen.store(connection.waits_for_the_end(), Ordering::SeqCst);
    });
    let client = client(&server.url());
    let mut call = Box::pin(client.request(Method::POST, "/notes").send());
    while server.requests() == 0 {
        let wait = tokio::time::timeout(Duration::from_millis(5), &mut call).await;
        assert!(wait.is_err(), "there is no answer");
    }
    drop(call);
    let start = Instant::now();
    while !over.load(Ordering::SeqCst) {
        assert!(start.elapsed() < LONG, "the connection goes with the call");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(server.requests(), 1);
}

/// A server that counts what arrives on its one connection, some ten megabytes a second.
fn reading_slowly(arrived: Arc<AtomicUsize>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        let (mut connection, _) = listener.accept().expect("a connection");
        let mut chunk = vec![0; 50_000];
        while let Ok(read @ 1..) = connection.read(&mut chunk) {
            arrived.fetch_add(read, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(5));
        }
    });
    url
}

/// The limit is one of what comes of the bytes, however few these are.
#[cfg(feature = "gzip")]
#[tokio::test]
async fn an_answer_may_come_compressed() {
    /// `["a"]` by gzip.
    const BODY: [u8; 25] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 139, 86, 74, 84, 138, 5, 0, 12, 164, 167, 120, 5, 0, 0,
        0,
    ];
    let server = Faulty::start(|_, mut connection| {
        assert!(
            connection
                .head
                .iter()
                .any(|line| line.starts_with("accept-encoding: gzip"))
        );
        connection.write("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-encoding: gzip\r\n\r\n");
        connection.write(BODY);
    });
    let call = |limit| {
        let request = client(&server.url()).request(Method::GET, "/notes");
        request
            .options(RequestOptions::new().body_limit(limit))
            .send()
    };
    let answer = call(5).await.expect("an answer");
    let names: Vec<String> = answer.json().expect("a list").into_body();
    assert_eq!(names, ["a"]);
    assert_eq!(
        call(4).await.expect_err("five bytes").kind(),
        ErrorKind::TooLarge
    );
}

/// What the connection was given is sent to its end, so that it must not be given all at once.
#[tokio::test]
async fn an_upload_that_is_dropped_goes_no_further() {
    const WHOLE: usize = 50_000_000;
    let arrived = Arc::new(AtomicUsize::new(0));
    let url = reading_slowly(Arc::clone(&arrived));
    let request = client(&url).request(Method::PUT, "/notes");
    let request = request.options(RequestOptions::new().retry(RetryPolicy::never()));
    let request = request.with(Input::bytes(), &Bytes::from(vec![7; WHOLE]));
    request.send().await.expect_err("there is no time for it");
    let mut before = usize::MAX;
    while before != arrived.load(Ordering::SeqCst) {
        before = arrived.load(Ordering::SeqCst);
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    assert!(before < WHOLE / 2, "{before} bytes arrived");
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_no_fault_of_the_connection() {
    let server = Faulty::start(|_, mut connection| {
        connection.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
    });
    let client = client(&server.url());
    let broken = || {
        let chunks = [
            Ok(Bytes::from_static(b"some")),
            Err(std::io::Error::other("the disk broke")),
        ];
        File::stream(futures_util::stream::iter(chunks))
    };
    for file in [
        broken(),
        broken().length(9),
        File::reader(&b"longer"[..]).length(4),
    ] {
        let error = client.replace_picture(file).send().await;
        let error = error.expect_err("a file that cannot be read");
        assert_eq!(error.kind(), ErrorKind::Request, "{error:?}");
        assert!(!error.is_retryable());
        assert_eq!(
            error.to_string(),
            "PUT /picture: the body of the request could not be read"
        );
    }
}

#[tokio::test]
async fn ten_thousand_events_a_byte_at_a_time() {
    const EVENTS: usize = 10_000;
    let server = Faulty::start(|_, mut connection| {
        connection.write(
            "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: text/event-stream\r\n\r\n",
        );
        for number in 0..EVENTS {
            let event = format!("id:{number}\r\ndata:w{number}\r\n\r\n");
            assert!(
                event
                    .as_bytes()
                    .iter()
                    .all(|byte| connection.write([*byte]))
            );
        }
    });
    let mut words = client(&server.url())
        .note_words()
        .send()
        .await
        .expect("a stream");
    for number in 0..EVENTS {
        let event = words.next().await.expect("an event").expect("a word");
        assert_eq!(event.data, format!("w{number}"));
    }
    assert!(words.next().await.is_none());
    assert_eq!(words.last_event_id(), Some("9999"));
}

#[tokio::test]
async fn a_server_is_read_no_faster_than_it_is_asked_to() {
    const PIECE: usize = 64 * 1024;
    let written = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&written);
    let server = Faulty::start(move |_, mut connection| {
        connection.write("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n");
        while connection.write([0; PIECE]) {
            count.fetch_add(PIECE, Ordering::SeqCst);
        }
    });
    let answer = client(&server.url())
        .list_notes()
        .send_raw()
        .await
        .expect("it begins");
    let mut body = answer.into_body();
    body.next().await.expect("a chunk").expect("bytes");
    tokio::time::sleep(SHORT).await;
    let before = written.load(Ordering::SeqCst);
    assert!(
        before < 64 * 1024 * 1024,
        "{before} bytes without being asked"
    );
    tokio::time::sleep(SHORT).await;
    assert_eq!(written.load(Ordering::SeqCst), before, "it waits");
}

#[tokio::test]
async fn an_upload_is_sent_once_and_with_its_length() {
    let lengths = Arc::new(std::sync::Mutex::new(Vec::new()));
    let seen = Arc::clone(&lengths);
    let server = Faulty::start(move |_, mut connection| {
        let length = connection
            .head
            .iter()
            .find(|line| line.starts_with("content-length"))
            .cloned();
        seen.lock().expect("a list").push(length);
        connection.answer("503 Busy", "", "");
    });
    let file = File::reader(std::io::Cursor::new(vec![7; 100_000])).length(100_000);
    let error = client(&server.url())
        .replace_picture(file)
        .send()
        .await
        .expect_err("busy");
    assert_eq!((error.attempts(), server.requests()), (1, 1));
    let lengths = lengths.lock().expect("a list").clone();
    assert_eq!(lengths, [Some("content-length: 100000".to_owned())]);
}

/// An answer that is not a success ends like this, whatever becomes of its body; a GET is tried as often.
async fn refuses(
    act: impl Fn(Connection) + Send + Sync + Clone + 'static,
    status: u16,
    body: &str,
    attempts: u32,
) {
    let server = Faulty::start(move |_, connection| act(connection));
    let options = RequestOptions::new().body_limit(10);
    let request = client(&server.url())
        .request(Method::GET, "/notes")
        .options(options);
    let error = request.send().await.expect_err("a server that refuses");
    assert_eq!(
        (error.kind(), error.status().map(|status| status.as_u16())),
        (ErrorKind::Status, Some(status)),
        "{error:?}"
    );
    assert_eq!(
        (error.body_text().as_deref(), error.attempts()),
        (Some(body), attempts)
    );
}

#[tokio::test]
async fn one_that_refuses_at_length() {
    let act = |mut connection: Connection| {
        connection.answer("503 Service Unavailable", "", &"0123456789".repeat(10));
    };
    refuses(act, 503, "0123456789", 3).await;
}

#[tokio::test]
async fn one_that_goes_while_it_refuses() {
    let act = |mut connection: Connection| {
        connection.write("HTTP/1.1 404 Not Found\r\ncontent-length: 9\r\n\r\nhalf");
        connection.reset();
    };
    refuses(act, 404, "half", 1).await;
}

#[tokio::test]
async fn one_that_stalls_while_it_refuses() {
    let act = |mut connection: Connection| {
        connection.write("HTTP/1.1 400 Bad Request\r\ncontent-length: 9\r\n\r\nhalf");
        connection.waits_for_the_end();
    };
    refuses(act, 400, "half", 1).await;
}
