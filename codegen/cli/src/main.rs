//! The command line of openapi-bindgen.
//!
//! Exit codes: 0 done, 1 diagnostics or a file that could not be written, 2 a command that cannot be understood.

mod arguments;
mod fetch;
mod generate;
mod report;
mod summary;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    match command {
        Command::Generate(choices) => generate::run(&choices),
    }
}
