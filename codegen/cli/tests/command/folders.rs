//! Which files a document may refer to: those below its folder, YAML and JSON beside that, or those below the root that is given.

use crate::support::{Folder, Outcome};

const ANYTHING: &str = "type: object\n";

/// A document that refers to one file, in the folder `apis/contacts`.
fn folder(name: &str, reference: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write(
        "apis/contacts/api.yaml",
        &format!(
            "openapi: 3.0.3\ninfo: {{ title: Parts, version: '1' }}\npaths: {{}}\n\
             components: {{ schemas: {{ Whole: {{ $ref: '{reference}' }} }} }}\n"
        ),
    );
    folder
}

fn generate(folder: &Folder, more: &[&str]) -> Outcome {
    let command = ["generate", "apis/contacts/api.yaml", "--output", "out"];
    folder.run(&[&command[..], more].concat())
}

#[test]
fn a_part_in_a_folder_beside_is_read_with_a_warning() {
    let folder = folder("beside", "../shared/part.yaml");
    folder.write("apis/shared/part.yaml", ANYTHING);
    let outcome = generate(&folder, &[]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    assert!(
        outcome.stderr.starts_with("warning[ref-beside]: "),
        "{}",
        outcome.stderr
    );
    assert!(outcome.stderr.contains("--root"), "{}", outcome.stderr);
}

#[test]
fn further_up_and_what_is_no_document_are_refused() {
    for (name, reference) in [
        ("up", "../../part.yaml"),
        ("secret", "../id.pem"),
        ("hidden", "../.config/part.yaml"),
    ] {
        let folder = folder(name, reference);
        folder.write(&format!("apis/contacts/{reference}"), ANYTHING);
        let outcome = generate(&folder, &[]);
        assert_eq!(outcome.code, Some(1), "{reference}");
        assert!(
            outcome.stderr.starts_with("error[ref-outside]: "),
            "{}",
            outcome.stderr
        );
    }
}

#[test]
fn a_root_is_where_files_are_read_and_nowhere_else() {
    let folder = folder("root", "../../part.yaml");
    folder.write("part.yaml", ANYTHING);
    let outcome = generate(&folder, &["--root", "."]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    assert_eq!(outcome.stderr, "");

    let outcome = generate(&folder, &["--root", "apis"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stderr.starts_with("error[ref-outside]: "),
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_root_narrows_too_and_holds_the_document() {
    let folder = folder("narrow", "../shared/part.yaml");
    folder.write("apis/shared/part.yaml", ANYTHING);
    let outcome = generate(&folder, &["--root", "apis/contacts"]);
    assert!(
        outcome.stderr.starts_with("error[ref-outside]: "),
        "{}",
        outcome.stderr
    );
    let outcome = generate(&folder, &["--root", "apis/shared"]);
    assert!(
        outcome.stderr.starts_with("error[unreadable]: "),
        "{}",
        outcome.stderr
    );
}

#[cfg(unix)]
#[test]
fn a_link_leads_nowhere_that_a_name_does_not() {
    for (name, reference) in [
        ("link-here", "part.yaml"),
        ("link-below", "parts/part.yaml"),
        ("link-beside", "../shared/part.yaml"),
    ] {
        let folder = folder(name, reference);
        folder.write("private.yaml", ANYTHING);
        let link = folder.path(&format!("apis/contacts/{reference}"));
        folder.write("apis/contacts/parts/kept", "");
        folder.write("apis/shared/kept", "");
        std::os::unix::fs::symlink(folder.path("private.yaml"), link).expect("a link can be made");
        let outcome = generate(&folder, &[]);
        assert_eq!(outcome.code, Some(1), "{reference}");
        assert!(
            outcome.stderr.contains("error[unreadable]: cannot read"),
            "{}",
            outcome.stderr
        );
        let outcome = generate(&folder, &["--root", "."]);
        assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    }
}
