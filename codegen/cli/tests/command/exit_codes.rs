//! 0 done, 1 diagnostics or a file that could not be written, 2 a command that cannot be understood.

use crate::support::{Folder, GREETINGS, with_upload};

#[test]
fn zero_when_the_crate_is_written() {
    let folder = Folder::with_document("zero", GREETINGS);
    let outcome = folder.generate(&[]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    assert_eq!(outcome.stderr, "");
}

#[test]
fn zero_when_what_cannot_be_said_may_be_left_out() {
    let folder = Folder::with_document("allow", &with_upload());
    let outcome = folder.generate(&["--allow", "unsupported-parameter"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    assert!(
        outcome
            .stderr
            .starts_with("warning[unsupported-parameter]: "),
        "{}",
        outcome.stderr
    );
}

#[test]
fn one_when_the_document_has_errors_and_nothing_is_written() {
    let folder = Folder::with_document("one", &with_upload());
    let outcome = folder.generate(&[]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stderr.starts_with("error[unsupported-parameter]: "),
        "{}",
        outcome.stderr
    );
    assert!(
        outcome.stderr.contains("--> api.yaml:"),
        "{}",
        outcome.stderr
    );
    assert!(!folder.path("out").exists());
}

#[test]
fn one_when_a_slip_is_not_to_be_lived_with() {
    let slip = GREETINGS.replace(
        "items: { $ref: \"#/components/schemas/Greeting\"",
        "items: { $ref: \"#/nowhere\"",
    );
    let folder = Folder::with_document("deny", &slip);
    let outcome = folder.generate(&[]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    assert!(
        outcome.stderr.starts_with("warning[ref-dangling]: "),
        "{}",
        outcome.stderr
    );
    let outcome = folder.generate(&["--deny", "ref-dangling"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stderr.starts_with("error[ref-dangling]: "),
        "{}",
        outcome.stderr
    );
}

#[test]
fn one_when_there_is_no_document() {
    let folder = Folder::new("no-document");
    let outcome = folder.generate(&[]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome
            .stderr
            .starts_with("error[unreadable]: cannot read `api.yaml`"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn one_when_the_crate_or_the_report_cannot_be_written() {
    let folder = Folder::with_document("unwritable", GREETINGS);
    folder.write("out", "a file where the crate should go");
    let outcome = folder.generate(&[]);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.stderr.starts_with("error: "), "{}", outcome.stderr);

    let outcome = folder.run(&[
        "generate",
        "api.yaml",
        "--output",
        "other",
        "--report",
        "no-folder/report.json",
    ]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stderr.contains("no-folder/report.json"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn two_when_the_command_cannot_be_understood() {
    let folder = Folder::with_document("two", GREETINGS);
    let wrong: [&[&str]; 10] = [
        &[],
        &["generated"],
        &["generate"],
        &["generate", "api.yaml"],
        &[
            "generate",
            "api.yaml",
            "--output",
            "out",
            "--crate-name",
            "1st crate",
        ],
        &[
            "generate",
            "api.yaml",
            "--output",
            "out",
            "--crate-name",
            "self",
        ],
        &[
            "generate",
            "api.yaml",
            "--output",
            "out",
            "--allow",
            "no-such-code",
        ],
        &[
            "generate", "api.yaml", "--output", "out", "--allow", "syntax",
        ],
        &[
            "generate", "api.yaml", "--output", "out", "--deny", "syntax",
        ],
        &[
            "generate",
            "api.yaml",
            "--output",
            "out",
            "--include",
            "GET /a**",
        ],
    ];
    for arguments in wrong {
        let outcome = folder.run(arguments);
        assert_eq!(outcome.code, Some(2), "{arguments:?}: {}", outcome.stderr);
        assert!(!outcome.stderr.is_empty(), "{arguments:?}");
    }
    assert!(!folder.path("out").exists());
}

#[test]
fn what_can_be_allowed_or_denied_is_told_to_who_asks_for_more() {
    let folder = Folder::with_document("allowable", GREETINGS);
    for (option, told, code) in [
        (
            "--allow",
            "only these can be allowed: ",
            "unsupported-parameter",
        ),
        ("--deny", "only these can be denied: ", "ref-dangling"),
    ] {
        let outcome = folder.generate(&[option, "syntax"]);
        assert!(outcome.stderr.contains(told), "{}", outcome.stderr);
        assert!(outcome.stderr.contains(code), "{}", outcome.stderr);
    }
}
