//! `openapi-bindgen generate`.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use openapi_bindgen::{Config, Diagnostics, Generated, Mode, Report, Source, generate};

use crate::arguments::Choices;
use crate::fetch::fetcher;
use crate::report;
use crate::summary;

/// Generates a crate, and says what was done.
pub(crate) fn run(choices: &Choices) -> ExitCode {
    let start = Instant::now();
    let generated = generate(&source(choices), &config(choices));
    let written = match &generated {
        Ok(generated) => write(generated, &choices.output),
        Err(_) => Ok(Report::default()),
    };
    let seconds = start.elapsed().as_secs_f64();
    let reported = choices
        .report
        .as_deref()
        .map_or(Ok(()), |path| write_report(path, &generated, seconds));
    match (generated, written, reported) {
        (Ok(generated), Ok(report), Ok(())) => {
            eprint!("{}", generated.diagnostics);
            print!("{}", summary::text(choices, &generated, &report));
            ExitCode::SUCCESS
        }
        (Err(diagnostics), _, Ok(())) => {
            eprint!("{diagnostics}");
            eprintln!("{}", summary::failure(choices, &diagnostics));
            ExitCode::FAILURE
        }
        (_, Err(error), _) | (_, _, Err(error)) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn source(choices: &Choices) -> Source {
    let source = Source::disk(&choices.document);
    let source = choices
        .root
        .iter()
        .fold(source, |source, root| source.root(root));
    if choices.allow_remote {
        source.fetch_with(fetcher())
    } else {
        source
    }
}

fn config(choices: &Choices) -> Config {
    let Choices {
        document: _,
        output: _,
        crate_name,
        root: _,
        allow_remote: _,
        report: _,
        allow,
        deny,
    } = choices;
    let config = crate_name
        .iter()
        .fold(Config::new(), |config, name| config.crate_name(name));
    let config = allow
        .iter()
        .fold(config, |config, code| config.allow(*code));
    deny.iter().fold(config, |config, code| config.deny(*code))
}

fn write(generated: &Generated, output: &Path) -> std::io::Result<Report> {
    generated.files.sync(output, Mode::Write)
}

fn write_report(
    path: &Path,
    generated: &Result<Generated, Diagnostics>,
    seconds: f64,
) -> std::io::Result<()> {
    let text = format!("{:#}\n", report::json(generated.as_ref(), seconds));
    std::fs::write(path, text)
        .map_err(|error| std::io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}
