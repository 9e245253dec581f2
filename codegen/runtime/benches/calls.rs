//! Compares calls over loopback with the same calls written by hand with reqwest and serde's derives:
//! calls per second, allocations per call, and an answer of 10 MB.
//!
//! Run it with `cargo bench -p openapi-bindgen-runtime --bench calls`. Rounds alternate, and what is
//! printed are medians; compare the ratio, not machines.

use std::alloc::System;
use std::hint::black_box;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use openapi_bindgen_runtime::runtime::{Client, Input, Method};
use openapi_bindgen_runtime::samples::http::builder;
use openapi_bindgen_runtime::samples::wire::{Contact, ContactList};
use serde::{Deserialize, Serialize};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

#[global_allocator]
static MEMORY: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How many rounds there are of how many calls. Rounds of small calls are short, so that what else
/// the machine does meets both sides alike.
const SMALL_CALLS: (usize, usize) = (401, 50);
const LARGE_CALLS: (usize, usize) = (15, 2);
const CROWDS: (usize, usize) = (401, 2);

/// How many calls are under way at a time in a crowd.
const CROWD: usize = 32;
const LARGE: usize = 40_000;

/// The same as [`ContactList`], by derives.
#[derive(Deserialize)]
struct DerivedList {
    contacts: Option<Vec<DerivedContact>>,
}

/// The same as [`Contact`], by derives.
#[derive(Deserialize, Serialize)]
struct DerivedContact {
    id: i64,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    blocked: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    born: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    picture: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retries: Option<u8>,
}

fn contact(id: usize) -> String {
    format!(
        r#"{{"id":{id},"name":"Contact {id}","tags":["one","two"],"status":"active","score":{id}.25,"blocked":false,"created_at":"2024-01-15T10:30:00Z","born":"1815-12-10","picture":"aGVsbG8gd29ybGQ=","unheard_of":{{"a":[1,2,3]}},"retries":7}}"#
    )
}

/// Answers a GET of `/large` with many contacts, anything else with one, and keeps connections.
///
/// It is a task of the thread that calls: how soon another thread wakes up would be a matter of where
/// it sleeps, and make more of a difference than what is compared.
async fn serve() -> io::Result<SocketAddr> {
    let many: Vec<_> = (0..LARGE).map(contact).collect();
    let large: Arc<[u8]> = answer(&format!(r#"{{"contacts":[{}]}}"#, many.join(","))).into();
    let small: Arc<[u8]> = answer(&contact(7)).into();
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream, Arc::clone(&large), Arc::clone(&small)));
        }
    });
    Ok(address)
}

fn answer(body: &str) -> Vec<u8> {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length:";
    format!("{head} {}\r\n\r\n{body}", body.len()).into_bytes()
}

async fn converse(stream: TcpStream, large: Arc<[u8]>, small: Arc<[u8]>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let answer = match line.contains("/large ") {
            true => &large,
            false => &small,
        };
        let mut length = 0;
        while !line.trim_end().is_empty() {
            line.clear();
            stream.read_line(&mut line).await?;
            let stated = line.strip_prefix("content-length:");
            length = stated.map_or(length, |stated| stated.trim().parse().unwrap_or(0));
        }
        line.clear();
        stream.read_exact(&mut vec![0; length]).await?;
        stream.write_all(answer).await?;
    }
    Ok(())
}

/// What is compared.
struct Sides {
    ours: Client,
    theirs: reqwest::Client,
    url: String,
}

impl Sides {
    async fn new() -> Self {
        let url = format!("http://{}", serve().await.expect("a server"));
        let builder = builder().keys("id-4711-0815", "secret-cafe-babe");
        Self {
            ours: builder.base_url(url.clone()).build().expect("a client"),
            theirs: reqwest::Client::builder()
                .timeout(Duration::from_secs(60))
                .build()
                .expect("a client"),
            url,
        }
    }

    async fn our_get(&self) -> Contact {
        let request = self.ours.request(Method::GET, "/contacts/{id}");
        let answer = request
            .with(Input::path("id"), "7")
            .with(Input::query("full"), &true)
            .send()
            .await;
        answer
            .and_then(|answer| answer.json())
            .expect("a contact")
            .into_body()
    }

    async fn their_get(&self) -> DerivedContact {
        let request = self
            .theirs
            .get(format!("{}/contacts/{}?full=true", self.url, "7"));
        self.finish(request).await
    }

    async fn our_put(&self, contact: &Contact) -> Contact {
        let request = self.ours.request(Method::PUT, "/contacts/{id}");
        let answer = request
            .with(Input::path("id"), "7")
            .with(Input::json(), contact)
            .send()
            .await;
        answer
            .and_then(|answer| answer.json())
            .expect("a contact")
            .into_body()
    }

    async fn their_put(&self, contact: &DerivedContact) -> DerivedContact {
        let request = self.theirs.put(format!("{}/contacts/{}", self.url, "7"));
        let body = serde_json::to_vec(contact).expect("JSON");
        self.finish(
            request
                .header("content-type", "application/json")
                .body(body),
        )
        .await
    }

    async fn our_list(&self) -> usize {
        let answer = self.ours.request(Method::GET, "/large").send().await;
        let list = answer
            .and_then(|answer| answer.json::<ContactList>())
            .expect("contacts");
        list.into_body()
            .contacts
            .map_or(0, |contacts| contacts.len())
    }

    async fn their_list(&self) -> usize {
        let list: DerivedList = self
            .finish(self.theirs.get(format!("{}/large", self.url)))
            .await;
        list.contacts.map_or(0, |contacts| contacts.len())
    }

    async fn finish<T: serde::de::DeserializeOwned>(&self, request: reqwest::RequestBuilder) -> T {
        let request = request
            .header("accept", "application/json")
            .header("user-agent", "notes/1.2.3")
            .header("x-key-id", "id-4711-0815")
            .header("x-key-secret", "secret-cafe-babe");
        let answer = request.send().await.expect("an answer");
        let answer = answer.error_for_status().expect("a success");
        serde_json::from_slice(&answer.bytes().await.expect("a body")).expect("JSON")
    }
}

/// How long so many of them take, and how often each allocates.
async fn measure<T>(count: usize, call: impl AsyncFn() -> T) -> (f64, f64) {
    let region = Region::new(MEMORY);
    let start = Instant::now();
    for _ in 0..count {
        black_box(call().await);
    }
    let time = start.elapsed().as_secs_f64();
    let change = region.change();
    let allocations = change.allocations + change.reallocations;
    (time / count as f64, allocations as f64 / count as f64)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

async fn compare<T, U>(
    name: &str,
    (rounds, count): (usize, usize),
    ours: impl AsyncFn() -> T,
    theirs: impl AsyncFn() -> U,
) {
    let (mut times, mut allocations) = ([vec![], vec![]], [vec![], vec![]]);
    for _ in 0..rounds {
        let rounds = [measure(count, &ours).await, measure(count, &theirs).await];
        for (side, (time, count)) in rounds.into_iter().enumerate() {
            times[side].push(time);
            allocations[side].push(count);
        }
    }
    let [our_time, their_time] = times.map(median);
    let [our_count, their_count] = allocations.map(median);
    println!(
        "{name:<15} ours {:>9.1} us {our_count:>8.1} allocations   by hand {:>9.1} us {their_count:>8.1} allocations   ratio {:.2} in time, {:.2} in allocations",
        our_time * 1e6,
        their_time * 1e6,
        our_time / their_time,
        our_count / their_count,
    );
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let sides = Sides::new().await;
        let ours = sides.our_get().await;
        let theirs = sides.their_get().await;
        compare(
            "GET",
            SMALL_CALLS,
            async || sides.our_get().await,
            async || sides.their_get().await,
        )
        .await;
        compare(
            "32 GETs at once",
            CROWDS,
            async || join_all((0..CROWD).map(|_| sides.our_get())).await,
            async || join_all((0..CROWD).map(|_| sides.their_get())).await,
        )
        .await;
        compare(
            "PUT",
            SMALL_CALLS,
            async || sides.our_put(&ours).await,
            async || sides.their_put(&theirs).await,
        )
        .await;
        compare(
            "GET of 10 MB",
            LARGE_CALLS,
            async || sides.our_list().await,
            async || sides.their_list().await,
        )
        .await;
    });
}
