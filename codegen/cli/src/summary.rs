//! What a person is told at the end.

use std::collections::BTreeSet;
use std::fmt::Write;

use openapi_bindgen::diagnostic::Severity;
use openapi_bindgen::{Diagnostics, Generated, Report, Summary};

use crate::arguments::Choices;
use crate::workspace;

/// What was read, what was made of it, where it went, and what to do next.
pub(crate) fn text(choices: &Choices, generated: &Generated, report: &Report) -> String {
    let Generated {
        files,
        summary,
        diagnostics,
    } = generated;
    let output = choices.output.display();
    let report_lists = report_lists(choices);
    let mut text = String::new();
    let mut line = |what: &str, said: String| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{what:>10}  {said}");
    };
    line(
        "read",
        format!(
            "{} ({}): {}",
            choices.document.display(),
            count(diagnostics.files_read(), "file"),
            summary.title
        ),
    );
    line("generated", made(summary));
    if !summary.unselected.is_empty() {
        let unselected = count(summary.unselected.len(), "operation");
        line("unselected", format!("{unselected}; {report_lists} them"));
    }
    let failed = summary.operations_skipped() - summary.unselected.len();
    if failed > 0 && !summary.types_only {
        let failed = count(failed, "operation");
        line("skipped", format!("{failed}; the warnings say why"));
    }
    if !summary.untyped.is_empty() {
        line(
            "untyped",
            format!(
                "{} became `serde_json::Value`; {report_lists} them",
                count(summary.untyped.len(), "place")
            ),
        );
    }
    let warnings = diagnostics.count(Severity::Warning);
    if warnings > 0 {
        line("warned", count(warnings, "time"));
    }
    line(
        "wrote",
        format!(
            "{} of {} to {output}",
            report.written.len(),
            count(files.len(), "file")
        ),
    );
    for path in &report.removed {
        line("removed", path.clone());
    }
    for path in &report.kept {
        line(
            "kept",
            format!("{path}, which is not ours: take over what it lacks by hand"),
        );
    }
    line("next", workspace::next_step(&choices.output));
    text
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

fn made(summary: &Summary) -> String {
    let types = count(summary.types, "type");
    if summary.types_only {
        types
    } else {
        format!(
            "{}, {types}",
            count(summary.operations_emitted, "operation")
        )
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
