//! Whatever a document holds, generation ends in code or in diagnostics: never in a panic, an overflow or a hang.
//!
//! Documents of ours are changed as trees and as text, and generated on a small stack. By default this takes a few hundred cases, the same
//! ones every time. Two variables of the environment make more of it:
//!
//! * `OPENAPI_BINDGEN_FUZZ_SECONDS`: tries new cases for so long.
//! * `OPENAPI_BINDGEN_FUZZ_DOCUMENTS`: further folders of documents, separated as in `PATH`.
//!
//! The document of the running case lies in `no_panic.yaml` in Cargo's folder for the files of tests, so that an overflow, which ends the
//! whole process, leaves it behind.

mod case;
mod check;
mod choices;
mod documents;
mod mutation;
mod odd;
mod reduce;

use std::time::{Duration, Instant};

use proptest::test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner};

use case::Case;
use check::{Failure, Kind};
use documents::Document;

/// Cases of a run without a time.
const CASES: u32 = 300;

/// Cases between two looks at the clock.
const CASES_AT_A_TIME: u32 = 50;

#[test]
fn generation_never_panics() {
    let Some(documents) = documents::all() else {
        println!("skipped: outside the workspace there are no documents to change");
        return;
    };
    match seconds() {
        None => try_cases(&documents, CASES, RngSeed::Fixed(0)),
        Some(seconds) => try_for(&documents, Duration::from_secs(seconds)),
    }
}

fn seconds() -> Option<u64> {
    let text = std::env::var("OPENAPI_BINDGEN_FUZZ_SECONDS").ok()?;
    Some(
        text.parse()
            .expect("OPENAPI_BINDGEN_FUZZ_SECONDS is a number"),
    )
}

fn try_for(documents: &[Document], time: Duration) {
    let start = Instant::now();
    let mut cases = 0;
    while start.elapsed() < time {
        try_cases(documents, CASES_AT_A_TIME, RngSeed::Random);
        cases += CASES_AT_A_TIME;
    }
    println!("{cases} cases of {} documents", documents.len());
}

fn try_cases(documents: &[Document], cases: u32, rng_seed: RngSeed) {
    let config = Config {
        cases,
        rng_seed,
        failure_persistence: None,
        max_shrink_time: 60_000,
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(&case::strategy(documents.len()), |case| {
        check::generate(case.files(documents), &case.choices)
            .map_err(|Failure { kind, detail: _ }| TestCaseError::fail(format!("{kind:?}")))
    });
    if let Err(error) = outcome {
        panic!("{}", explain(&error, documents));
    }
}

/// What went wrong, and the smallest document that was found to do it.
fn explain(error: &TestError<Case>, documents: &[Document]) -> String {
    let case = match error {
        TestError::Fail(_, case) => case,
        TestError::Abort(reason) => return reason.to_string(),
    };
    let [(name, text), other] = case.files(documents);
    let outcome =
        |text: &str| check::generate([(name, text.to_owned()), other.clone()], &case.choices).err();
    let Some(first) = outcome(&text) else {
        return format!("fails at times only: {case:?}");
    };
    // A document that takes too long takes too long a thousand times.
    let is_same = |text: &str| {
        first.kind != Kind::TookTooLong
            && outcome(text).is_some_and(|failure| failure.kind == first.kind)
    };
    let smallest = reduce::reduce(text, is_same);
    let Failure { kind, detail } = outcome(&smallest).unwrap_or(first);
    format!(
        "{kind:?}: {detail}\n\nfrom {} with {case:?}:\n\n{smallest}",
        documents[case.document].name
    )
}
