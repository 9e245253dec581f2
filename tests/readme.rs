//! The commands of the README say what it shows.

use openapi_bindgen::{Config, Pattern};
use sendblue_bindings::{document, generated, read};

/// How many files the README shows that `command` writes.
fn shown(readme: &str, command: &str) -> usize {
    let after = readme.split(command).nth(1).expect("the command");
    let line = after.lines().find(|line| line.trim().starts_with("wrote"));
    let mut words = line.expect("what is written").split_whitespace();
    let count = words.nth(1).and_then(|count| count.parse().ok());
    count.expect("a count")
}

fn written(config: &Config) -> usize {
    generated(&document("spec/contacts.yaml"), config)
        .files
        .len()
}

#[test]
fn the_counts_of_files_are_those_of_its_commands() {
    let readme = read("README.md");
    let all = Config::new();
    assert_eq!(
        shown(&readme, "--output /tmp/sendblue-contacts"),
        written(&all)
    );
    let reading: Pattern = "GET /**".parse().expect("a pattern");
    assert_eq!(
        shown(&readme, "--output /tmp/sendblue-reader"),
        written(&Config::new().include(reading))
    );
}
