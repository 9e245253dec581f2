use std::fs;
use std::path::PathBuf;

use super::{Files, Header, Mode};
use crate::config::Config;

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder =
        std::env::temp_dir().join(format!("openapi-bindgen-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn ours(text: &str) -> String {
    format!(
        "{}\n{text}\n",
        Header::new(&Config::new(), "a.yaml").of_code()
    )
}

fn files(files: &[(&str, &str)]) -> Files {
    let mut all = Files::default();
    files
        .iter()
        .for_each(|(path, text)| all.insert(*path, ours(text)));
    all
}

#[test]
fn what_differs_is_written_and_what_does_not_is_left_alone() {
    let dir = folder("write");
    let first = files(&[("lib.rs", "1"), ("types/a.rs", "1")]);
    assert_eq!(
        first.sync(&dir, Mode::Write).expect("a write").written,
        ["types/a.rs", "lib.rs"]
    );
    assert!(
        first
            .sync(&dir, Mode::Write)
            .expect("a write")
            .is_unchanged()
    );
    let second = files(&[("lib.rs", "1"), ("types/a.rs", "2")]);
    assert_eq!(
        second.sync(&dir, Mode::Write).expect("a write").written,
        ["types/a.rs"]
    );
    fs::remove_dir_all(dir).expect("the folder is ours");
}

#[test]
fn line_ends_of_another_platform_are_no_difference() {
    let dir = folder("crlf");
    let files = files(&[("lib.rs", "1")]);
    fs::create_dir_all(&dir).expect("a folder");
    fs::write(dir.join("lib.rs"), ours("1").replace('\n', "\r\n")).expect("a file");
    assert!(
        files
            .sync(&dir, Mode::Write)
            .expect("a write")
            .is_unchanged()
    );
    fs::remove_dir_all(dir).expect("the folder is ours");
}

#[test]
fn orphans_of_ours_go_and_files_of_others_stay() {
    let dir = folder("orphans");
    files(&[("lib.rs", "1"), ("types/a.rs", "1")])
        .sync(&dir, Mode::Write)
        .expect("a write");
    fs::write(dir.join("mine.rs"), "// my own\n").expect("a file");
    fs::write(dir.join(".openapi-bindgen-1-lib.rs"), "half of a fi").expect("a file");
    let report = files(&[("lib.rs", "1")])
        .sync(&dir, Mode::Write)
        .expect("a write");
    assert_eq!(report.removed, [".openapi-bindgen-1-lib.rs", "types/a.rs"]);
    assert!(dir.join("mine.rs").exists() && !dir.join("types").exists());
    fs::remove_dir_all(dir).expect("the folder is ours");
}

#[test]
fn a_check_writes_nothing_and_says_what_would_be() {
    let dir = folder("check");
    let report = files(&[("lib.rs", "1")])
        .sync(&dir, Mode::Check)
        .expect("a check");
    assert_eq!(report.written, ["lib.rs"]);
    assert!(!dir.exists());
}

#[test]
fn a_manifest_without_our_header_is_somebodys_own() {
    let dir = folder("manifest");
    fs::create_dir_all(&dir).expect("a folder");
    fs::write(dir.join("Cargo.toml"), "[package]\n").expect("a file");
    let report = files(&[("Cargo.toml", "ours"), ("lib.rs", "1")])
        .sync(&dir, Mode::Write)
        .expect("a write");
    assert_eq!(
        (report.kept, report.written),
        (vec!["Cargo.toml".to_owned()], vec!["lib.rs".to_owned()])
    );
    fs::remove_dir_all(dir).expect("the folder is ours");
}

#[test]
fn a_crate_written_by_hand_is_left_alone() {
    let dir = folder("by-hand");
    fs::create_dir_all(&dir).expect("a folder");
    fs::write(dir.join("lib.rs"), "pub fn mine() {}\n").expect("a file");
    for mode in [Mode::Check, Mode::Write] {
        let error = files(&[("client.rs", "1"), ("lib.rs", "1")])
            .sync(&dir, mode)
            .expect_err("a file in the way");
        assert_eq!(error.kind(), std::io::ErrorKind::AlreadyExists);
        assert!(
            error.to_string().contains("lib.rs: not generated"),
            "{error}"
        );
    }
    assert!(!dir.join("client.rs").exists());
    fs::write(dir.join("lib.rs"), "\n").expect("a file");
    files(&[("client.rs", "1"), ("lib.rs", "1")])
        .sync(&dir, Mode::Write)
        .expect("an empty file is nobody's work");
    fs::remove_dir_all(dir).expect("the folder is ours");
}

#[test]
fn the_root_alone_comes_last() {
    let dir = folder("root");
    let all = [
        ("src/lib.rs", "1"),
        ("src/types/zlib.rs", "1"),
        ("tests/a.rs", "1"),
    ];
    let report = files(&all).sync(&dir, Mode::Write).expect("a write");
    assert_eq!(
        report.written,
        ["src/types/zlib.rs", "tests/a.rs", "src/lib.rs"]
    );
    fs::remove_dir_all(dir).expect("the folder is ours");
}
