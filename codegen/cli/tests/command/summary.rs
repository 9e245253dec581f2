//! What a person is told at the end, reviewed like code.

use insta::{assert_snapshot, with_settings};

use crate::support::{Folder, GREETINGS, with_upload};

/// The summary of a first run; the number of files says more of the runtime than of the document.
fn summary(folder: &Folder, more: &[&str]) -> String {
    let outcome = folder.generate(more);
    let files = folder.count("out");
    outcome
        .stdout
        .replace(&format!("{files} of {files} files"), "[all] of [all] files")
}

fn review(name: &str, text: &str) {
    with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots" }, {
        assert_snapshot!(name, text);
    });
}

#[test]
fn a_whole_crate() {
    let folder = Folder::with_document("summary", GREETINGS);
    review("whole", &summary(&folder, &[]));
}

#[test]
fn a_crate_with_gaps() {
    let document = with_upload().replace(
        "text: { type: string }",
        "text: { type: string }\n        extra: {}",
    );
    let folder = Folder::with_document("gaps", &document);
    review(
        "gaps",
        &summary(&folder, &["--allow", "unsupported-parameter"]),
    );
}

#[test]
fn a_crate_of_some_operations() {
    let folder = Folder::with_document("selection", &with_upload());
    let choices = ["--include", "*Greeting*", "--exclude", "POST /**"];
    review("selection", &summary(&folder, &choices));
}

#[test]
fn a_crate_of_types_alone() {
    let folder = Folder::with_document("types-only", GREETINGS);
    review("types_only", &summary(&folder, &["--types-only"]));
}

#[test]
fn a_pattern_that_names_nothing() {
    let folder = Folder::with_document("pattern", GREETINGS);
    let outcome = folder.generate(&["--include", "listGreeting"]);
    review("pattern", &outcome.stderr);
}

#[test]
fn a_crate_that_somebody_made_their_own() {
    let folder = Folder::with_document("own", GREETINGS);
    folder.write("out/README.md", "# My own words\n");
    let outcome = folder.generate(&[]);
    let files = folder.count("out");
    review(
        "own",
        &outcome.stdout.replace(
            &format!("{} of {files} files", files - 1),
            "[most] of [all] files",
        ),
    );
}

#[test]
fn no_crate_at_all() {
    let folder = Folder::with_document(
        "nothing",
        &with_upload().replace("schemas/Greeting\"", "schemas/Greating\""),
    );
    review(
        "nothing",
        &folder.generate(&["--deny", "ref-dangling"]).stderr,
    );
}

#[test]
fn a_listing_that_is_cut_tells_where_the_rest_is() {
    let slips: String = (0..30).map(|n| format!("slip{n}: 1\n")).collect();
    let folder = Folder::with_document("many", &format!("{GREETINGS}{slips}"));
    let end = |more: &[&str]| {
        let stderr = folder.generate(more).stderr;
        stderr
            .lines()
            .skip_while(|line| !line.starts_with('…'))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        end(&[]),
        [
            "… and 5 more: 5 unknown-keyword",
            "`--report FILE` lists them all"
        ]
    );
    assert_eq!(
        end(&["--report", "report.json"]),
        ["… and 5 more: 5 unknown-keyword"]
    );
}
