//! The command line as its users meet it: what it prints, what it writes, and how it ends.

mod compiles;
mod exit_codes;
mod folders;
mod output;
mod remote;
mod report;
mod summary;
mod support;
