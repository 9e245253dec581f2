//! The driver: the stages, one after the other.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::config::Config;
use crate::deep_stack;
use crate::diagnostic::{Diagnostics, Gate, Sink};
use crate::emit::{self, Cx, Job};
use crate::facts::Facts;
use crate::files::{Files, Header};
use crate::gates::Gates;
use crate::load::Documents;
use crate::names::{self, Names};
use crate::resolve::{self, Bundle};
use crate::source::Source;
use crate::summary::Summary;
use crate::witness::Witness;
use crate::{check, lower, optional_answers, render, share};

/// A crate, and what there is to say about it.
#[derive(Debug)]
pub struct Generated {
    /// The crate's files.
    pub files: Files,
    /// What is in it.
    pub summary: Summary,
    /// Warnings.
    pub diagnostics: Diagnostics,
}

/// Generates a crate from a document.
///
/// # Errors
///
/// If anything in the document stands in the way: all that was found, each with its place.
///
/// # Examples
///
/// ```
/// use openapi_bindgen::{Config, Source, generate};
///
/// let document = r#"
/// openapi: 3.0.3
/// info: { title: Greetings, version: "1" }
/// servers: [{ url: "https://example.com" }]
/// paths:
///   /hello:
///     get:
///       operationId: sayHello
///       responses: { "204": { description: Said } }
/// "#;
/// let generated = generate(&Source::memory("api.yaml", [("api.yaml", document)]), &Config::new())?;
/// let code = generated.files.get("src/operations/default.rs").expect("an operation without a tag");
/// assert!(code.contains("pub fn say_hello(&self) -> Call<SayHello>"));
/// # Ok::<(), openapi_bindgen::Diagnostics>(())
/// ```
pub fn generate(source: &Source, config: &Config) -> Result<Generated, Diagnostics> {
    let result = Mutex::new(None);
    let all = || *lock(&result) = Some(stages(source, config));
    deep_stack::run(1, all);
    result
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner)
        .unwrap_or_else(|| stages(source, config))
}

fn stages(source: &Source, config: &Config) -> Result<Generated, Diagnostics> {
    let mut sink = Sink::new(config.allowed.clone(), config.denied.clone());
    let documents = Documents::open(source, &mut sink);
    let bundle = resolve::bundle(documents, &config.selection, &mut sink);
    let generated = build(&bundle, source, config, &mut sink);
    let diagnostics = Diagnostics::new(sink.into_vec(), bundle.into_documents());
    match generated {
        Ok((files, summary)) => Ok(Generated {
            files,
            summary,
            diagnostics,
        }),
        Err(Gate) => Err(diagnostics),
    }
}

fn build(
    bundle: &Bundle,
    source: &Source,
    config: &Config,
    sink: &mut Sink,
) -> Result<(Files, Summary), Gate> {
    sink.gate()?;
    check::document(bundle, sink);
    let mut api = lower::api(bundle, &config.pages, sink);
    sink.gate()?;
    if config.optional_answers {
        optional_answers::relax(&mut api);
    }
    share::types(&mut api);
    names::leave_namesakes_out(&mut api);
    let names = Names::assign(&api, sink);
    let facts = Facts::of(&api, config);
    let gates = Gates::of(&api, &names, config);
    sink.gate()?;
    let header = Header::new(config, source.entry());
    let has_calls = !config.types_only && !api.operations.is_empty();
    let witness = (config.with_tests && has_calls).then(|| Witness::of(bundle));
    let cx = Cx {
        api: &api,
        names: &names,
        facts: &facts,
        gates: &gates,
        config,
        header: &header,
        witness: witness.as_ref(),
    };
    Ok((
        files(&cx),
        Summary::of(&api, &names, &facts, config, bundle),
    ))
}

fn files(cx: &Cx<'_>) -> Files {
    let mut files = emit::plain(cx);
    for (path, text) in code(cx) {
        files.insert(path, text);
    }
    if cx.config.handshake {
        let mut sources: Vec<String> = files
            .below("src")
            .iter()
            .map(|(path, _)| path.to_owned())
            .collect();
        sources.push("handshake.rs".to_owned());
        sources.sort();
        let unit = emit::handshake(&sources);
        files.insert(unit.path.clone(), render::unit(&unit, cx.header));
    }
    files
}

/// Every file of code. Tokens cannot go from one thread to another, so that each worker emits and renders its own files.
fn code(cx: &Cx<'_>) -> Vec<(String, String)> {
    let jobs = emit::jobs(cx);
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(jobs.len()));
    let work = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let file = file(cx, job);
            lock(&done).push(file);
        }
    };
    let workers = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(jobs.len());
    deep_stack::run(workers, work);
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn file(cx: &Cx<'_>, job: &Job<'_>) -> (String, String) {
    let unit = emit::unit(cx, job);
    let text = render::unit(&unit, cx.header);
    (unit.path, text)
}
