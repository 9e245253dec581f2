//! `openapi-bindgen generate`.

use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::thread;
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
    let (written, listing) = match &generated {
        Ok(generated) => write(generated, &choices.output),
        Err(diagnostics) => (Ok(Report::default()), diagnostics.to_string()),
    };
    let seconds = start.elapsed().as_secs_f64();
    let reported = choices
        .report
        .as_deref()
        .map_or(Ok(()), |path| write_report(path, &generated, seconds));
    match (generated, written, reported) {
        (Ok(generated), Ok(report), Ok(())) => {
            eprint!(
                "{listing}{}",
                summary::unlisted(choices, &generated.diagnostics)
            );
            print!("{}", summary::text(choices, &generated, &report));
            ExitCode::SUCCESS
        }
        (Err(diagnostics), _, Ok(())) => {
            eprint!("{listing}{}", summary::unlisted(choices, &diagnostics));
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
        include,
        exclude,
        optional_answers,
        types_only,
        with_tests,
        paginate,
        allow,
        deny,
    } = choices;
    let config = Config::new()
        .optional_answers(*optional_answers)
        .types_only(*types_only)
        .with_tests(*with_tests);
    let config = crate_name.iter().cloned().fold(config, Config::crate_name);
    let config = include.iter().cloned().fold(config, Config::include);
    let config = exclude.iter().cloned().fold(config, Config::exclude);
    let config = paginate
        .iter()
        .cloned()
        .fold(config, |config, (operation, says)| {
            config.paginate(operation, says)
        });
    let config = allow.iter().copied().fold(config, Config::allow);
    deny.iter().copied().fold(config, Config::deny)
}

/// Writes the files; where the diagnostics stand is looked up meanwhile, since the one waits for the disk and the other does not.
fn write(generated: &Generated, output: &Path) -> (io::Result<Report>, String) {
    let listing = || generated.diagnostics.to_string();
    thread::scope(|scope| {
        let spawned = thread::Builder::new().spawn_scoped(scope, listing);
        let written = generated.files.sync(output, Mode::Write);
        let listed = spawned.ok().and_then(|thread| thread.join().ok());
        (written, listed.unwrap_or_else(listing))
    })
}

fn write_report(
    path: &Path,
    generated: &Result<Generated, Diagnostics>,
    seconds: f64,
) -> io::Result<()> {
    let text = format!("{:#}\n", report::json(generated.as_ref(), seconds));
    let written = match report::may_replace(path) {
        true => std::fs::write(path, text),
        false => Err(io::Error::new(
            io::ErrorKind::AlreadyExists,
            "no report, and would be replaced; move it, or choose another name",
        )),
    };
    written.map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}
