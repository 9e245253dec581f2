//! What can be asked for.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use openapi_bindgen::diagnostic::Code;
use openapi_bindgen::{CrateName, Pattern};
use serde_json::Value;

/// Turns OpenAPI documents into Rust client crates.
#[derive(Debug, Parser)]
#[command(name = "openapi-bindgen", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Writes a complete crate for a document
    Generate(Choices),
}

#[derive(Args, Debug)]
pub(crate) struct Choices {
    /// The document: YAML or JSON; files that it refers to are read below its folder, and YAML and JSON beside that
    pub(crate) document: PathBuf,
    /// The folder of the crate; what stands there and is not ours stays
    #[arg(long, value_name = "DIR")]
    pub(crate) output: PathBuf,
    /// The name of the crate; the document's title unless given
    #[arg(long, value_name = "NAME")]
    pub(crate) crate_name: Option<CrateName>,
    /// Reads files that the document refers to below this folder, and nowhere else
    #[arg(long, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,
    /// Fetches documents on other hosts that the document refers to, by https only
    #[arg(long)]
    pub(crate) allow_remote: bool,
    /// Writes what was found and made as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// Generates only the operations that a pattern names, and the types that they need; may be given more than once
    #[arg(long, value_name = "PATTERN", long_help = INCLUDE)]
    pub(crate) include: Vec<Pattern>,
    /// Goes without the operations that a pattern names, included or not; may be given more than once
    #[arg(long, value_name = "PATTERN")]
    pub(crate) exclude: Vec<Pattern>,
    /// Lets every property of an answer be missing or null, whatever the document requires, where requests do not carry its type, too
    #[arg(long)]
    pub(crate) optional_answers: bool,
    /// Generates the types alone: no operations and no client
    #[arg(long)]
    pub(crate) types_only: bool,
    /// Adds tests of every call below `tests/`, over a transport in memory or against a server
    #[arg(long, conflicts_with = "types_only")]
    pub(crate) with_tests: bool,
    /// Says how the list of an operation comes page by page, as `OPERATION_ID={"by":"offset","parameter":"offset"}`: what `x-pagination` would
    /// say in the document; may be given more than once
    #[arg(long, value_name = "PAGES", value_parser = pages)]
    pub(crate) paginate: Vec<(String, Value)>,
    /// Goes without what errors of this code are about; may be given more than once
    #[arg(long, value_name = "CODE", value_parser = allowable)]
    pub(crate) allow: Vec<Code>,
    /// Takes warnings of this code for errors; may be given more than once
    #[arg(long, value_name = "CODE", value_parser = deniable)]
    pub(crate) deny: Vec<Code>,
}

/// What `--help` says of patterns.
const INCLUDE: &str = "\
Generates only the operations that a pattern names, and the types that they need; may be given more than once

A pattern is one of:
  'GET /v1/customers/*'  a method, or `*` for all of them, and a path template
  tag:NAME               a tag, the operation's first or not
  OPERATION_ID           an operationId; `id:OPERATION_ID` if it looks like one of the others

In each, `*` stands for any characters, `?` for any one, and `[abc]` for one of these. In a path, `*` and `?` stop at a slash, and `/**`
stands for any number of segments, none included.";

/// An operation, and how its pages follow each other.
fn pages(text: &str) -> Result<(String, Value), String> {
    let (operation, says) = text.split_once('=').ok_or("it is OPERATION_ID=JSON")?;
    let says = serde_json::from_str(says).map_err(|error| error.to_string())?;
    Ok((operation.to_owned(), says))
}

/// A code of which errors can be warnings.
fn allowable(text: &str) -> Result<Code, String> {
    code(text, Code::is_allowable, "allowed")
}

/// A code of which warnings can be errors.
fn deniable(text: &str) -> Result<Code, String> {
    code(text, Code::is_deniable, "denied")
}

fn code(text: &str, fits: fn(Code) -> bool, treated: &str) -> Result<Code, String> {
    let code: Code = text.parse()?;
    if fits(code) {
        return Ok(code);
    }
    let fitting = Code::ALL.iter().copied().filter(|code| fits(*code));
    let fitting: Vec<_> = fitting.map(Code::as_str).collect();
    Err(format!(
        "only these can be {treated}: {}",
        fitting.join(", ")
    ))
}
