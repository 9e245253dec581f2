//! Compares this runtime's reading and writing of JSON with serde's derives, on some 10 MB.
//!
//! Run it with `cargo bench -p openapi-bindgen-runtime --bench throughput`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use openapi_bindgen_runtime::runtime::wire::{from_slice, to_vec};
use openapi_bindgen_runtime::samples::wire::ContactList;
use serde::{Deserialize, Serialize};

const CONTACTS: usize = 40_000;
const ROUNDS: usize = 15;

/// The same as [`ContactList`], by derives.
#[derive(Deserialize, Serialize)]
struct DerivedList {
    #[serde(skip_serializing_if = "Option::is_none")]
    contacts: Option<Vec<DerivedContact>>,
}

#[derive(Deserialize, Serialize)]
struct DerivedContact {
    id: i64,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<DerivedStatus>,
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

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum DerivedStatus {
    Active,
    Sleeping,
    Paused,
}

fn json() -> Vec<u8> {
    let contacts: Vec<String> = (0..CONTACTS)
        .map(|id| {
            let status = ["active", "sleeping", "paused"][id % 3];
            format!(
                r#"{{"id":{id},"name":"Contact \"{id}\" of many","tags":["one","two","tag {id}"],"status":"{status}",
                "score":{id}.25,"blocked":false,"created_at":"2024-01-15T10:30:00Z","born":"1815-12-10",
                "picture":"aGVsbG8gd29ybGQ=","unheard_of":{{"a":[1,2,3]}},"retries":{}}}"#,
                id % 256
            )
        })
        .collect();
    format!(r#"{{"contacts":[{}]}}"#, contacts.join(",")).into_bytes()
}

/// The quickest of some rounds of each, taken in turns so that a busy machine slows both.
fn race<A, B>(mut ours: impl FnMut() -> A, mut derived: impl FnMut() -> B) -> (Duration, Duration) {
    let times = (0..ROUNDS).map(|_| (time(&mut ours), time(&mut derived)));
    times
        .reduce(|best, next| (best.0.min(next.0), best.1.min(next.1)))
        .expect("there are rounds")
}

fn time<T>(work: &mut impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    let result = black_box(work());
    let elapsed = start.elapsed();
    drop(result);
    elapsed
}

fn report(what: &str, bytes: usize, (ours, derived): (Duration, Duration)) {
    let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    let ratio = ours.as_secs_f64() / derived.as_secs_f64();
    println!(
        "{what}: ours {:.0} MB/s, derived {:.0} MB/s, time ratio {ratio:.2}",
        speed(ours),
        speed(derived)
    );
}

fn main() {
    let json = json();
    let ours: ContactList = from_slice(&json).expect("JSON of contacts");
    let derived: DerivedList = serde_json::from_slice(&json).expect("JSON of contacts");
    let written = to_vec(&ours).expect("contacts").len();

    println!("{:.1} MB of JSON", json.len() as f64 / 1e6);
    let read = race(
        || from_slice::<ContactList>(&json),
        || serde_json::from_slice::<DerivedList>(&json),
    );
    report("read", json.len(), read);
    report(
        "write",
        written,
        race(|| to_vec(&ours), || serde_json::to_vec(&derived)),
    );
}
