//! What has to hold of every document.

use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use openapi_bindgen::diagnostic::Severity;
use openapi_bindgen::{Config, Files, Source};

use crate::choices::Choices;

/// That of a thread that nobody gave more.
const STACK: usize = 2 * 1024 * 1024;

/// Far more than any of these documents takes.
const LIMIT: Duration = Duration::from_secs(60);

/// What must not happen, and how it did.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) kind: Kind,
    pub(crate) detail: String,
}

/// What must not happen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Panicked,
    TookTooLong,
    FailedWithoutError,
    WroteNoRust,
}

impl Kind {
    fn because(self, detail: impl Into<String>) -> Failure {
        Failure {
            kind: self,
            detail: detail.into(),
        }
    }
}

/// Generates, and says what is wrong with the outcome.
pub(crate) fn generate(
    files: [(&'static str, String); 2],
    choices: &Choices,
) -> Result<(), Failure> {
    let [(_, text), _] = &files;
    leave_behind(text);
    let (sender, receiver) = mpsc::channel();
    let config = choices.config();
    let work = move || drop(sender.send(outcome(files, &config)));
    let thread = thread::Builder::new()
        .stack_size(STACK)
        .spawn(work)
        .expect("a thread can be started");
    match receiver.recv_timeout(LIMIT) {
        Ok(outcome) => outcome,
        Err(RecvTimeoutError::Timeout) => {
            Err(Kind::TookTooLong.because(format!("more than {LIMIT:?}")))
        }
        Err(RecvTimeoutError::Disconnected) => {
            let panic = thread
                .join()
                .expect_err("a thread that sends nothing has panicked");
            let message = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or(panic.downcast_ref::<&str>().copied());
            Err(Kind::Panicked.because(message.unwrap_or_default()))
        }
    }
}

/// So that the document is there even when the process is not.
fn leave_behind(text: &str) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no_panic.yaml");
    std::fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

fn outcome(files: [(&'static str, String); 2], config: &Config) -> Result<(), Failure> {
    match openapi_bindgen::generate(&Source::memory("api.yaml", files), config) {
        Ok(generated) => {
            let _ = generated.diagnostics.to_string();
            parse(&generated.files)
        }
        Err(diagnostics)
            if diagnostics.count(Severity::Error) == 0 || diagnostics.to_string().is_empty() =>
        {
            Err(Kind::FailedWithoutError.because(""))
        }
        Err(_) => Ok(()),
    }
}

/// What depends on the document is Rust; the runtime is the same everywhere, and tested elsewhere.
fn parse(files: &Files) -> Result<(), Failure> {
    for (path, text) in files.iter() {
        if !path.ends_with(".rs") || path.starts_with("src/runtime/") {
            continue;
        }
        reads_as_rust(text)
            .map_err(|error| Kind::WroteNoRust.because(format!("{path}: {error}\n{text}")))?;
        if text.lines().any(|line| line.starts_with("compile_error!")) {
            return Err(Kind::WroteNoRust.because(format!("{path}:\n{text}")));
        }
    }
    Ok(())
}

/// Whether syn takes the text. It recurses with the nesting of types, which the small stack is not there to try.
fn reads_as_rust(text: &str) -> Result<(), String> {
    const DEEP: usize = 64 * 1024 * 1024;
    let read = || {
        syn::parse_file(text)
            .map(drop)
            .map_err(|error| error.to_string())
    };
    thread::scope(|scope| {
        let thread = thread::Builder::new()
            .stack_size(DEEP)
            .spawn_scoped(scope, read);
        let thread = thread.expect("a thread can be started");
        thread.join().expect("syn does not panic")
    })
}
