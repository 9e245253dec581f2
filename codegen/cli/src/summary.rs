//! What a person is told at the end.

use std::collections::BTreeSet;

use openapi_bindgen::diagnostic::Severity;
use openapi_bindgen::{Diagnostics, Files, Generated, Report, Summary};

use crate::arguments::Choices;
use crate::workspace;

/// What is told, behind a word that says of what.
type Line = (&'static str, String);

/// What was read, what was made of it, where it went, and what to do next.
pub(crate) fn text(choices: &Choices, generated: &Generated, report: &Report) -> String {
    let Generated {
        files,
        summary,
        diagnostics,
    } = generated;
    let mut lines = vec![read(choices, summary, diagnostics)];
    lines.extend(made(choices, summary));
    lines.extend(warned(diagnostics));
    lines.extend(wrote(choices, files, report));
    lines.push(("next", workspace::next_step(&choices.output)));
    let lines = lines.iter();
    lines
        .map(|(what, said)| format!("{what:>10}  {said}\n"))
        .collect()
}

fn read(choices: &Choices, summary: &Summary, diagnostics: &Diagnostics) -> Line {
    let document = choices.document.display();
    let files = count(diagnostics.files_read(), "file");
    ("read", format!("{document} ({files}): {}", summary.title))
}

/// What there is now, and what there is not.
fn made(choices: &Choices, summary: &Summary) -> Vec<Line> {
    let report_lists = report_lists(choices);
    let mut lines = vec![("generated", generated(summary))];
    if !summary.unselected.is_empty() {
        let unselected = count(summary.unselected.len(), "operation");
        lines.push(("unselected", format!("{unselected}; {report_lists} them")));
    }
    let failed = summary.operations_skipped() - summary.unselected.len();
    if failed > 0 && !summary.types_only {
        let failed = count(failed, "operation");
        lines.push(("skipped", format!("{failed}; the warnings say why")));
    }
    if !summary.untyped.is_empty() {
        let places = count(summary.untyped.len(), "place");
        let said = format!("{places} became `serde_json::Value`; {report_lists} them");
        lines.push(("untyped", said));
    }
    lines
}

fn generated(summary: &Summary) -> String {
    let types = count(summary.types, "type");
    if summary.types_only {
        types
    } else {
        let operations = count(summary.operations_emitted, "operation");
        format!("{operations}, {types}")
    }
}

fn warned(diagnostics: &Diagnostics) -> Option<Line> {
    let warnings = diagnostics.count(Severity::Warning);
    (warnings > 0).then(|| ("warned", count(warnings, "time")))
}

/// What became of the files on disk.
fn wrote(choices: &Choices, files: &Files, report: &Report) -> Vec<Line> {
    let Report {
        written,
        removed,
        kept,
    } = report;
    let output = choices.output.display();
    let all = count(files.len(), "file");
    let mut lines = vec![("wrote", format!("{} of {all} to {output}", written.len()))];
    lines.extend(removed.iter().map(|path| ("removed", path.clone())));
    lines.extend(kept.iter().map(|path| {
        let said = format!("{path}, which is not ours: take over what it lacks by hand");
        ("kept", said)
    }));
    lines
}

/// Where to read what the listing of diagnostics leaves out; somebody who asked for a report knows.
pub(crate) fn unlisted(choices: &Choices, diagnostics: &Diagnostics) -> String {
    if diagnostics.unlisted() == 0 || choices.report.is_some() {
        String::new()
    } else {
        format!("{} them all\n", report_lists(choices))
    }
}

fn report_lists(choices: &Choices) -> &'static str {
    match choices.report {
        Some(_) => "the report lists",
        None => "`--report FILE` lists",
    }
}

/// What a person is told when nothing was made.
pub(crate) fn failure(choices: &Choices, diagnostics: &Diagnostics) -> String {
    let errors = count(diagnostics.count(Severity::Error), "error");
    let nothing = format!(
        "nothing was written: {errors} in {}",
        choices.document.display()
    );
    match allowable(diagnostics).as_slice() {
        [] => nothing,
        codes => format!(
            "{nothing}\nto go without what these are about: {}",
            codes.join(" ")
        ),
    }
}

/// The options that would let generation go on, as far as there are any.
fn allowable(diagnostics: &Diagnostics) -> Vec<String> {
    let errors = diagnostics
        .as_slice()
        .iter()
        .filter(|found| found.severity == Severity::Error);
    let codes: BTreeSet<_> = errors
        .map(|found| found.code)
        .filter(|code| code.is_allowable())
        .collect();
    codes.iter().map(|code| format!("--allow {code}")).collect()
}

fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
