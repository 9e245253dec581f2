//! The bindings follow the document: what `build.rs` does to `generated/src`, tried on folders of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use openapi_bindgen::{Files, Mode, Report, Source};
use sendblue_bindings::{contacts, contacts_config, generated, read};

const DOCUMENT: &str = "spec/contacts.yaml";

/// A folder of bindings.
struct Bindings(PathBuf);

impl Bindings {
    /// The folder of a test, empty.
    fn none(test: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("regenerate")
            .join(test);
        let _ = fs::remove_dir_all(&folder);
        Self(folder)
    }

    /// The folder of a test with the bindings of the document as it is.
    fn current(test: &str) -> Self {
        let bindings = Self::none(test);
        bindings.sync(&contacts().files, Mode::Write);
        bindings
    }

    fn sync(&self, files: &Files, mode: Mode) -> Report {
        files
            .below("src")
            .sync(&self.0, mode)
            .expect("the folder can be written")
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// When each file was written.
    fn times(&self) -> BTreeMap<String, SystemTime> {
        let time = |path: &str| {
            fs::metadata(self.path(path))
                .and_then(|data| data.modified())
                .expect("the file is there")
        };
        contacts()
            .files
            .below("src")
            .iter()
            .map(|(path, _)| (path.to_owned(), time(path)))
            .collect()
    }

    fn assert_current(&self) {
        assert_eq!(self.sync(&contacts().files, Mode::Check), Report::default());
    }
}

/// The bindings after an edit of the document.
fn after(edit: impl Fn(&str) -> String) -> Files {
    let before = read(DOCUMENT);
    let text = edit(&before);
    assert_ne!(before, text, "the edit finds nothing to change");
    let source = Source::memory(DOCUMENT, [(DOCUMENT, text)]);
    generated(&source, &contacts_config()).files
}

fn later_edition() -> Files {
    after(|_| read("tests/editions/contacts-later.yaml"))
}

#[test]
fn what_has_not_changed_is_not_touched() {
    let bindings = Bindings::current("untouched");
    let before = bindings.times();
    assert_eq!(
        bindings.sync(&contacts().files, Mode::Write),
        Report::default()
    );
    assert_eq!(bindings.times(), before);
}

#[test]
fn an_edit_rewrites_the_files_that_it_concerns() {
    let bindings = Bindings::current("edit");
    let before = bindings.times();
    let files = after(|text| {
        text.replace(
            "description: Contact's first name (preferred)",
            "description: The given name",
        )
    });
    let Report {
        written,
        removed,
        kept,
    } = bindings.sync(&files, Mode::Write);
    assert_eq!(
        written,
        [
            "types/contact_create_params.rs",
            "types/contact_update_params.rs"
        ]
    );
    assert_eq!((removed, kept), (vec![], vec![]));
    let touched = bindings
        .times()
        .into_iter()
        .filter(|(path, time)| before[path] != *time);
    assert_eq!(touched.map(|(path, _)| path).collect::<Vec<_>>(), written);
}

#[test]
fn a_file_that_nothing_generates_any_more_goes() {
    let bindings = Bindings::current("orphan");
    bindings.sync(&later_edition(), Mode::Write);
    assert!(bindings.path("types/contact_opt_out_params.rs").exists());
    let report = bindings.sync(&contacts().files, Mode::Write);
    assert_eq!(
        report.removed,
        [
            "types/contact_opt_out_params.rs",
            "types/contact_opt_out_response.rs"
        ]
    );
    bindings.assert_current();
}

#[test]
fn a_file_that_was_never_ours_stays() {
    let bindings = Bindings::current("own");
    fs::write(bindings.path("types/own.rs"), "//! Written by hand.\n")
        .expect("the folder can be written");
    bindings.sync(&later_edition(), Mode::Write);
    assert_eq!(bindings.read("types/own.rs"), "//! Written by hand.\n");
}

#[test]
fn missing_bindings_are_written() {
    let bindings = Bindings::none("missing");
    let report = bindings.sync(&contacts().files, Mode::Write);
    assert_eq!(report.written.len(), contacts().files.below("src").len());
    assert_eq!(
        report.written.last().map(String::as_str),
        Some("lib.rs"),
        "the file that names the others comes last"
    );
    bindings.assert_current();
}

#[test]
fn broken_bindings_are_healed() {
    let bindings = Bindings::current("broken");
    fs::write(bindings.path("lib.rs"), "not Rust").expect("the folder can be written");
    fs::remove_dir_all(bindings.path("types")).expect("the folder can be written");
    fs::write(bindings.path(".openapi-bindgen-1-lib.rs"), "half of a fi")
        .expect("the folder can be written");
    bindings.sync(&contacts().files, Mode::Write);
    bindings.assert_current();
    assert!(!bindings.path(".openapi-bindgen-1-lib.rs").exists());
}

#[test]
fn line_ends_of_another_platform_are_no_change() {
    let bindings = Bindings::current("line-ends");
    let text = bindings.read("client.rs").replace('\n', "\r\n");
    fs::write(bindings.path("client.rs"), text).expect("the folder can be written");
    bindings.assert_current();
}

#[test]
fn a_check_lists_the_drift_and_writes_nothing() {
    let bindings = Bindings::current("check");
    let before = bindings.times();
    let report = bindings.sync(&later_edition(), Mode::Check);
    for path in [
        "operations/contacts.rs",
        "types/contact.rs",
        "types/contact_opt_out_params.rs",
    ] {
        assert!(
            report.written.iter().any(|written| written == path),
            "{path}: {report:?}"
        );
    }
    assert_eq!(bindings.times(), before);
    assert!(!bindings.path("types/contact_opt_out_params.rs").exists());
}

/// The words of a file. Lists in tables run over line ends, and the last of a list ends with another sign.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_end_matches([',', ';']))
}

#[test]
fn a_later_edition_only_adds() {
    let (now, later) = (contacts().files, later_edition());
    for (path, before) in now
        .below("src")
        .iter()
        .filter(|(path, _)| *path != "handshake.rs")
    {
        let path = format!("src/{path}");
        let after = later.get(&path).unwrap_or_else(|| panic!("{path} is gone"));
        let mut rest = words(after);
        let lost: Vec<_> = words(before)
            .filter(|word| !rest.any(|kept| kept == *word))
            .collect();
        assert!(lost.is_empty(), "{path} loses {lost:#?}");
    }
}
