"""A program that reads values as the generated types do, and writes them again."""

import json
import os
import shutil
import subprocess

MAIN = """//! Reads lines of a number and a JSON text, and answers with what the type of that number makes of the text.

use std::io::{BufRead, Write};

%s

type Reading = fn(&[u8]) -> Result<Vec<u8>, serde_json::Error>;

fn reading<T: %s>(text: &[u8]) -> Result<Vec<u8>, serde_json::Error> {
    to_vec(&from_slice::<T>(text)?)
}

#[allow(deprecated)]
const READINGS: &[(usize, Reading)] = &[
%s];

fn main() {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("a line");
        let (number, text) = line.split_once(' ').expect("a number and a text");
        let number: usize = number.parse().expect("a number");
        let found = READINGS.binary_search_by_key(&number, |row| row.0).expect("a type that is asked");
        match READINGS[found].1(text.as_bytes()) {
            Ok(back) => writeln!(out, "{}", String::from_utf8(back).expect("JSON")),
            Err(error) => writeln!(out, "!{}", error.to_string().replace('\\n', " ")),
        }
        .expect("a reader");
    }
}
"""

MANIFEST = """[package]
name = "%s"
version = "0.0.0"
edition = "2024"

[dependencies]
bindings = { path = "../bindings" }
serde = "1"
serde_json = "1"

[profile.dev]
debug = 0

[workspace]
"""


OURS = ("use bindings::runtime::wire::{Decode, Encode, from_slice, to_vec};", "Decode + Encode")
SERDE = ("use serde::{Serialize, de::DeserializeOwned};\nuse serde_json::{from_slice, to_vec};", "DeserializeOwned + Serialize")


def build(folder, types, target, form=OURS):
    """Builds the program for types of the crate in `folder/bindings`, each a number and a path; gives the program's path."""
    name, harness = f"harness-{folder.name}", folder / "harness"
    (harness / "src").mkdir(parents=True, exist_ok=True)
    (harness / "Cargo.toml").write_text(MANIFEST % name)
    rows = "".join(f"    ({number}, reading::<bindings::{path}>),\n" for number, path in types)
    (harness / "src/main.rs").write_text(MAIN % (*form, rows))
    environment = {**os.environ, "CARGO_INCREMENTAL": "0"}
    subprocess.run(["cargo", "build", "--quiet", "--target-dir", target], cwd=harness, env=environment, check=True)
    return shutil.move(target / f"debug/{name}", folder / name)


def clean(folder, target):
    """Takes away what was built; only what all documents need is kept."""
    command = ["cargo", "clean", "--quiet", "--package", "bindings", "--package", f"harness-{folder.name}", "--target-dir", target]
    subprocess.run(command, cwd=folder / "harness", check=True)
    (folder / f"harness-{folder.name}").unlink()
    shutil.rmtree(folder / "harness")
    shutil.rmtree(folder / "bindings")


def ask(program, questions):
    """What the program answers to pairs of a type's number and a JSON text: a JSON value, or a `str` that says why not."""
    lines = "".join(f"{number} {text}\n" for number, text in questions)
    # As bytes: errors may quote signs that end lines for Python.
    said = subprocess.run([program], input=lines.encode(), capture_output=True, check=True).stdout.decode().split("\n")[:-1]
    return [Refused(line[1:]) if line.startswith("!") else json.loads(line) for line in said]


class Refused(Exception):
    """A value that a type does not take."""
