//! Documents on other hosts: fetched for those who ask, and by https only.

use crate::support::{Folder, Outcome};

fn generate(name: &str, reference: &str, more: &[&str]) -> Outcome {
    let document = format!(
        "openapi: 3.0.3\ninfo: {{ title: Parts, version: '1' }}\npaths: {{}}\n\
         components: {{ schemas: {{ Whole: {{ $ref: '{reference}' }} }} }}\n"
    );
    Folder::with_document(name, &document).generate(more)
}

#[test]
fn without_the_option_nothing_is_fetched_and_the_help_names_it() {
    let outcome = generate("no-remote", "https://127.0.0.1:1/part.yaml", &[]);
    assert_eq!(outcome.code, Some(1));
    let expected = "error[ref-remote]: `https://127.0.0.1:1/part.yaml` is on another host, and nothing is fetched\n  --> api.yaml:4:";
    assert!(outcome.stderr.starts_with(expected), "{}", outcome.stderr);
    assert!(
        outcome.stderr.contains("`--allow-remote`"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn with_the_option_what_cannot_be_fetched_is_named_at_its_place() {
    let reference = "https://127.0.0.1:1/part.yaml";
    let outcome = generate("remote", reference, &["--allow-remote"]);
    assert_eq!(outcome.code, Some(1));
    let expected = format!("error[unreadable]: cannot read `{reference}`: ");
    assert!(outcome.stderr.starts_with(&expected), "{}", outcome.stderr);
    assert!(
        outcome.stderr.contains("--> api.yaml:4:"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn plain_http_is_refused_with_the_option_too() {
    let reference = "http://127.0.0.1:1/part.yaml";
    let outcome = generate("plain", reference, &["--allow-remote"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stderr.starts_with("error[ref-remote]: "),
        "{}",
        outcome.stderr
    );
    assert!(outcome.stderr.contains("`https`"), "{}", outcome.stderr);
}
