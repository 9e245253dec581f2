//! Credentials that are fetched.
#![cfg(feature = "test-support")]

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use openapi_bindgen_runtime::runtime::transport::{
    BoxFuture, MemoryTransport, RequestBody, ResponseBody, Transport, TransportError,
};
use openapi_bindgen_runtime::runtime::{
    Bytes, Client, Error, ErrorKind, Method, RetryPolicy, Security, Token, TokenProvider,
};
use openapi_bindgen_runtime::samples::http::builder;

const TOKEN: Security = &[&["Token"]];

/// A provider that numbers its tokens.
fn numbering(lifetime: Option<Duration>) -> (impl TokenProvider, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let provider = move || {
        let number = counted.fetch_add(1, Ordering::SeqCst) + 1;
        let token = Token::new(format!("token-number-{number}"));
        let token = match lifetime {
            Some(lifetime) => token.lifetime(lifetime),
            None => token,
        };
        async move { Ok::<_, std::io::Error>(token) }
    };
    (provider, count)
}

/// A client with that provider; a server that takes only the token of that number.
fn client(provider: impl TokenProvider, taken: usize) -> (Client, MemoryTransport) {
    let transport = MemoryTransport::answering(move |request| {
        let good = format!("Bearer token-number-{taken}");
        let is_good = request.headers()["authorization"] == *good;
        let echo = request.headers()["authorization"].as_bytes().to_vec();
        let status = if is_good { 200 } else { 401 };
        Ok(http::Response::builder()
            .status(status)
            .body(Bytes::from(echo))
            .expect("an answer"))
    });
    let builder = builder()
        .credential_provider("Token", provider)
        .retry(RetryPolicy::never());
    let client = builder
        .transport(transport.clone())
        .build()
        .expect("a client");
    (client, transport)
}

async fn call(client: &Client) -> Result<(), Error> {
    client
        .request(Method::POST, "/notes")
        .security(TOKEN)
        .send()
        .await
        .map(drop)
}

#[tokio::test]
async fn a_token_is_fetched_once_and_kept() {
    let (provider, count) = numbering(None);
    let (client, transport) = client(provider, 1);
    for _ in 0..3 {
        call(&client).await.expect("the token is good");
    }
    assert_eq!(
        (count.load(Ordering::SeqCst), transport.requests().len()),
        (1, 3)
    );
}

#[tokio::test]
async fn a_refused_token_is_fetched_anew_once() {
    let (provider, count) = numbering(None);
    let (client, transport) = client(provider, 2);
    call(&client).await.expect("the second token is good");
    assert_eq!(
        (count.load(Ordering::SeqCst), transport.requests().len()),
        (2, 2)
    );
}

#[tokio::test]
async fn a_token_that_is_refused_again_is_a_failure_without_the_token() {
    let (provider, count) = numbering(None);
    let (client, transport) = client(provider, 99);
    let error = call(&client).await.expect_err("no token is good");
    assert!(error.is_unauthorized());
    assert_eq!(
        (count.load(Ordering::SeqCst), transport.requests().len()),
        (2, 2)
    );
    assert_eq!(
        error.to_string(),
        "POST /notes: 401 Unauthorized: Bearer [redacted] (after 2 attempts)"
    );
}

#[test]
fn calls_that_are_refused_together_fetch_one_new_token() {
    let (_, transport) = client(numbering(None).0, 2);
    let gate = Arc::new(AtomicBool::new(false));
    let slow = Slow(transport.clone(), Arc::clone(&gate));
    let (provider, count) = numbering(None);
    let builder = builder()
        .credential_provider("Token", provider)
        .retry(RetryPolicy::never());
    let client = builder.transport(slow).build().expect("a client");
    let mut cx = Context::from_waker(Waker::noop());
    // Both are on their way with the first token before either is refused.
    let (mut first, mut second) = (pin!(call(&client)), pin!(call(&client)));
    assert!(first.as_mut().poll(&mut cx).is_pending());
    assert!(second.as_mut().poll(&mut cx).is_pending());
    gate.store(true, Ordering::SeqCst);
    assert!(matches!(first.as_mut().poll(&mut cx), Poll::Ready(Ok(()))));
    assert!(matches!(second.as_mut().poll(&mut cx), Poll::Ready(Ok(()))));
    assert_eq!(
        (count.load(Ordering::SeqCst), transport.requests().len()),
        (2, 4)
    );
}

/// Waits until the gate is open; whoever opens it polls anew.
async fn opened(gate: &AtomicBool) {
    let passed = |_: &mut Context<'_>| match gate.load(Ordering::SeqCst) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    };
    poll_fn(passed).await;
}

/// Carries requests on once the gate is open.
struct Slow(MemoryTransport, Arc<AtomicBool>);

impl Transport for Slow {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>> {
        Box::pin(async move {
            opened(&self.1).await;
            self.0.send(request).await
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }
}

#[tokio::test]
async fn a_token_at_its_end_is_fetched_anew() {
    let (provider, count) = numbering(Some(Duration::ZERO));
    let (client, _) = client(provider, 2);
    call(&client).await.expect("fetched anew after the refusal");
    let (provider, fresh) = numbering(Some(Duration::from_secs(3600)));
    let (lasting, _) = self::client(provider, 1);
    call(&lasting).await.expect("good");
    call(&lasting).await.expect("kept");
    assert_eq!(
        (count.load(Ordering::SeqCst), fresh.load(Ordering::SeqCst)),
        (2, 1)
    );
}

#[tokio::test]
async fn a_provider_that_fails_is_the_failure_of_the_call() {
    let failing = || async { Err::<Token, _>(std::io::Error::other("the vault is shut")) };
    let (client, transport) = client(failing, 1);
    let error = call(&client).await.expect_err("no token");
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(
        error.to_string(),
        "POST /notes: the provider of `Token` failed"
    );
    let source = std::error::Error::source(&error).expect("a source");
    assert_eq!(source.to_string(), "the vault is shut");
    assert!(transport.requests().is_empty());
}

#[test]
fn those_who_wait_share_one_fetch_and_a_dropped_one_lets_the_next() {
    let open = Arc::new(AtomicBool::new(false));
    let count = Arc::new(AtomicUsize::new(0));
    let (gate, counted) = (Arc::clone(&open), Arc::clone(&count));
    let provider = move || {
        counted.fetch_add(1, Ordering::SeqCst);
        let gate = Arc::clone(&gate);
        async move {
            opened(&gate).await;
            Ok::<_, std::io::Error>(Token::new("token-number-1"))
        }
    };
    let (client, _) = client(provider, 1);
    let mut cx = Context::from_waker(Waker::noop());
    let mut first = Box::pin(call(&client));
    let mut second = pin!(call(&client));
    assert!(first.as_mut().poll(&mut cx).is_pending());
    assert!(second.as_mut().poll(&mut cx).is_pending());
    assert_eq!(
        count.load(Ordering::SeqCst),
        1,
        "the second waits for the first"
    );
    drop(first);
    assert!(second.as_mut().poll(&mut cx).is_pending());
    assert_eq!(count.load(Ordering::SeqCst), 2, "it took over");
    open.store(true, Ordering::SeqCst);
    assert!(matches!(second.as_mut().poll(&mut cx), Poll::Ready(Ok(()))));
    let mut third = pin!(call(&client));
    assert!(third.as_mut().poll(&mut cx).is_ready());
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[test]
fn what_takes_two_secrets_has_no_provider() {
    let (provider, _) = numbering(None);
    let transport = MemoryTransport::new();
    let builder = builder()
        .credential_provider("Login", provider)
        .transport(transport);
    assert_eq!(
        builder.build().expect_err("two secrets").kind(),
        ErrorKind::Configuration
    );
}

#[test]
fn a_provider_that_gives_nothing_ends_the_call_at_its_time() {
    let provider = || async {
        std::future::pending::<()>().await;
        Ok::<_, std::io::Error>(Token::new("never"))
    };
    let transport = MemoryTransport::new();
    let builder = builder()
        .credential_provider("Token", provider)
        .timeout(Duration::from_secs(5));
    let client = builder
        .transport(transport.clone())
        .build()
        .expect("a client");
    let mut call = pin!(client.request(Method::GET, "/notes").security(TOKEN).send());
    let mut cx = Context::from_waker(Waker::noop());
    assert!(call.as_mut().poll(&mut cx).is_pending());
    transport.advance(Duration::from_secs(5));
    let Poll::Ready(Err(error)) = call.as_mut().poll(&mut cx) else {
        panic!("the time is up")
    };
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Credential, 0));
    assert_eq!(
        error.to_string(),
        "GET /notes: the provider gave no credential within 5s"
    );
}

#[test]
fn a_slow_provider_takes_no_time_of_the_attempt() {
    let open = Arc::new(AtomicBool::new(false));
    let gate = Arc::clone(&open);
    let provider = move || {
        let gate = Arc::clone(&gate);
        async move {
            opened(&gate).await;
            Ok::<_, std::io::Error>(Token::new("token-number-1"))
        }
    };
    let transport = MemoryTransport::new();
    transport.stall();
    let builder = builder()
        .credential_provider("Token", provider)
        .timeout(Duration::from_secs(5));
    let client = builder
        .transport(transport.clone())
        .build()
        .expect("a client");
    let mut call = pin!(call(&client));
    let mut cx = Context::from_waker(Waker::noop());
    let four = Duration::from_secs(4);
    assert!(call.as_mut().poll(&mut cx).is_pending());
    transport.advance(four);
    open.store(true, Ordering::SeqCst);
    assert!(call.as_mut().poll(&mut cx).is_pending());
    transport.advance(four);
    assert!(
        call.as_mut().poll(&mut cx).is_pending(),
        "it has a second left"
    );
    transport.advance(four);
    let Poll::Ready(Err(error)) = call.as_mut().poll(&mut cx) else {
        panic!("the time is up")
    };
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 1));
}

/// The call is over, since the provider failed.
fn fails(call: Pin<&mut impl Future<Output = Result<(), Error>>>) {
    let Poll::Ready(Err(error)) = call.poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("the fetch failed")
    };
    assert_eq!(
        error.to_string(),
        "POST /notes: the provider of `Token` failed"
    );
}

#[test]
fn a_failure_is_that_of_all_who_waited_for_it() {
    let open = Arc::new(AtomicBool::new(false));
    let count = Arc::new(AtomicUsize::new(0));
    let (gate, counted) = (Arc::clone(&open), Arc::clone(&count));
    let provider = move || {
        counted.fetch_add(1, Ordering::SeqCst);
        let gate = Arc::clone(&gate);
        async move {
            opened(&gate).await;
            Err::<Token, _>(std::io::Error::other("the vault is shut"))
        }
    };
    let (client, _) = client(provider, 1);
    let mut cx = Context::from_waker(Waker::noop());
    let mut calls: Vec<_> = (0..3).map(|_| Box::pin(call(&client))).collect();
    for call in &mut calls {
        assert!(call.as_mut().poll(&mut cx).is_pending());
    }
    open.store(true, Ordering::SeqCst);
    fails(calls[0].as_mut());
    let mut newcomer = pin!(call(&client));
    open.store(false, Ordering::SeqCst);
    assert!(newcomer.as_mut().poll(&mut cx).is_pending());
    fails(calls[1].as_mut());
    fails(calls[2].as_mut());
    assert_eq!(
        count.load(Ordering::SeqCst),
        2,
        "who comes later tries anew"
    );
}

#[tokio::test]
async fn an_empty_token_and_one_that_cannot_be_sent_are_failures_of_the_provider() {
    for (token, said) in [
        (
            "",
            "POST /notes: the provider of `Token` gave an empty credential",
        ),
        (
            "a\nb",
            "POST /notes: the provider of `Token` gave a credential that cannot be sent",
        ),
    ] {
        let provider = move || async move { Ok::<_, std::io::Error>(Token::new(token)) };
        let (client, transport) = client(provider, 1);
        let error = call(&client).await.expect_err("no such token");
        assert_eq!(
            (error.kind(), error.to_string().as_str()),
            (ErrorKind::Credential, said)
        );
        assert!(transport.requests().is_empty());
    }
}

/// The token of a call that is under way is not held any more when its answer comes.
#[test]
fn a_token_that_was_replaced_meanwhile_is_hidden_too() {
    let gate = Arc::new(AtomicBool::new(false));
    let echo = MemoryTransport::answering(|request| {
        let body = request.headers()["authorization"].as_bytes().to_vec();
        let answer = http::Response::builder().status(400).body(body.into());
        Ok(answer.expect("an answer"))
    });
    let (provider, count) = numbering(Some(Duration::ZERO));
    let client = builder()
        .credential_provider("Token", provider)
        .transport(Slow(echo, Arc::clone(&gate)))
        .build()
        .expect("a client");
    let mut cx = Context::from_waker(Waker::noop());
    let (mut first, mut second) = (pin!(call(&client)), pin!(call(&client)));
    assert!(first.as_mut().poll(&mut cx).is_pending());
    assert!(second.as_mut().poll(&mut cx).is_pending());
    assert_eq!(
        count.load(Ordering::SeqCst),
        2,
        "each has a token of its own"
    );
    gate.store(true, Ordering::SeqCst);
    let Poll::Ready(Err(error)) = first.as_mut().poll(&mut cx) else {
        panic!("the server refuses it")
    };
    assert_eq!(
        error.to_string(),
        "POST /notes: 400 Bad Request: Bearer [redacted]"
    );
}

/// Nor need it be when the answer is decoded.
#[tokio::test]
async fn a_token_that_was_replaced_before_the_answer_is_decoded_is_hidden_too() {
    let echo = MemoryTransport::answering(|request| {
        let sent = String::from_utf8_lossy(request.headers()["authorization"].as_bytes());
        let body = serde_json::json!({ "error": sent }).to_string();
        Ok(http::Response::new(body.into()))
    });
    let (provider, _) = numbering(Some(Duration::ZERO));
    let client = builder()
        .credential_provider("Token", provider)
        .transport(echo)
        .build()
        .expect("a client");
    let request = client.request(Method::POST, "/notes").security(TOKEN);
    let answer = request.send().await.expect("a success");
    call(&client).await.expect("a second one");
    let error = answer.json::<Vec<i64>>().expect_err("no list");
    assert_eq!(
        error.to_string(),
        "POST /notes: the answer does not fit the document; the server says: Bearer [redacted]"
    );
}

/// An attempt that was redirected to another host says nothing of the next one.
#[tokio::test]
async fn a_token_is_renewed_behind_a_redirect_that_led_to_another_host() {
    let count = AtomicUsize::new(0);
    let transport = MemoryTransport::answering(move |request| {
        let answer = http::Response::builder();
        let answer = match (request.uri().host(), count.fetch_add(1, Ordering::SeqCst)) {
            (Some("files.example"), _) => answer.status(503),
            (_, 0) => answer
                .status(302)
                .header("location", "https://files.example/1"),
            (_, _) if request.headers()["authorization"] == "Bearer token-number-1" => {
                answer.status(401)
            }
            (_, _) => answer,
        };
        Ok(answer.body(Bytes::new()).expect("an answer"))
    });
    let (provider, tokens) = numbering(None);
    let client = builder()
        .credential_provider("Token", provider)
        .retry(RetryPolicy::default())
        .transport(transport.clone())
        .build()
        .expect("a client");
    let request = client.request(Method::GET, "/notes").security(TOKEN);
    request.send().await.expect("an answer");
    assert_eq!(tokens.load(Ordering::SeqCst), 2);
    assert_eq!(transport.requests().len(), 4);
}
