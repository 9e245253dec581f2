//! Effects: the only place that writes.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::header::is_ours;

/// Whether to write or only to compare.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Mode {
    /// Make the folder hold the files.
    Write,
    /// Say what would be done, and do nothing.
    Check,
}

/// What was done, or would have been.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Report {
    /// Files that were written since they differed or were missing.
    pub written: Vec<String>,
    /// Files that were removed since nothing generates them any more.
    pub removed: Vec<String>,
    /// Files that stand where one of ours would, and do not carry our header.
    pub kept: Vec<String>,
}

impl Report {
    /// Whether the folder already held what it should.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.written.is_empty() && self.removed.is_empty()
    }
}

/// What a file on its way is called, so that one that a killed build left behind is known and swept.
const TEMPORARY: &str = ".openapi-bindgen-";

pub(super) fn sync(texts: &BTreeMap<String, String>, dir: &Path, mode: Mode) -> io::Result<Report> {
    if let Some(path) = in_the_way(texts, dir)? {
        let message = "not generated, and would be replaced; move it, or choose another folder";
        let error = io::Error::new(io::ErrorKind::AlreadyExists, message);
        return Err(named(error, &dir.join(path)));
    }
    let mut report = Report::default();
    // What names the others comes last: until then the old tree stands.
    let (last, first): (Vec<_>, Vec<_>) = texts.iter().partition(|(path, _)| is_root(path));
    for (path, text) in first.into_iter().chain(last) {
        let target = dir.join(path);
        match read(&target)? {
            // An untouched file keeps dependents fresh, and lets a read-only checkout build.
            Some(found) if found == *text => {}
            Some(found) if is_protected(path, &found) => report.kept.push(path.clone()),
            Some(_) | None => {
                if mode == Mode::Write {
                    write(&target, text)?;
                }
                report.written.push(path.clone());
            }
        }
    }
    remove_orphans(texts, dir, mode, &mut report)?;
    Ok(report)
}

/// The root of the crate, which may be seen from the crate's folder or from that of its sources.
fn is_root(path: &str) -> bool {
    matches!(path, "lib.rs" | "src/lib.rs")
}

/// A source of somebody's own where one of ours would be, in a folder that has none of ours: a crate written by hand.
fn in_the_way<'a>(texts: &'a BTreeMap<String, String>, dir: &Path) -> io::Result<Option<&'a str>> {
    let mut foreign = None;
    for path in texts.keys().filter(|path| path.ends_with(".rs")) {
        match read(&dir.join(path))? {
            Some(found) if is_ours(&found) => return Ok(None),
            Some(found) if !found.trim().is_empty() => {
                foreign.get_or_insert(path.as_str());
            }
            Some(_) | None => {}
        }
    }
    Ok(foreign)
}

/// A manifest or readme that somebody made their own; sources beside others of ours are ours without question, or a broken one could not
/// be healed.
fn is_protected(path: &str, found: &str) -> bool {
    !path.ends_with(".rs") && !is_ours(found)
}

/// The text of a file, with the line ends that we write; `None` where there is no file.
fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(named(error, path)),
    }
}

/// Through a file beside the target, so that nobody ever sees half of one.
fn write(target: &Path, text: &str) -> io::Result<()> {
    let folder = target.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(|error| named(error, folder))?;
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!("{TEMPORARY}{}-{name}", std::process::id()));
    fs::write(&temporary, text)
        .and_then(|()| fs::rename(&temporary, target))
        .map_err(|error| named(error, target))
}

/// Removes what carries our header and is no longer generated, and what killed builds left behind.
fn remove_orphans(
    texts: &BTreeMap<String, String>,
    dir: &Path,
    mode: Mode,
    report: &mut Report,
) -> io::Result<()> {
    for (path, target) in files_below(dir)? {
        if texts.contains_key(&path) || !is_orphan(&target)? {
            continue;
        }
        if mode == Mode::Write {
            fs::remove_file(&target).map_err(|error| named(error, &target))?;
            remove_if_empty(target.parent(), dir);
        }
        report.removed.push(path);
    }
    Ok(())
}

fn is_orphan(target: &Path) -> io::Result<bool> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    if name.starts_with(TEMPORARY) {
        return Ok(true);
    }
    Ok(name.ends_with(".rs") && read(target)?.is_some_and(|text| is_ours(&text)))
}

fn remove_if_empty(folder: Option<&Path>, dir: &Path) {
    // A folder that is not empty refuses, which is what is wanted.
    if let Some(folder) = folder.filter(|folder| *folder != dir) {
        let _ = fs::remove_dir(folder);
    }
}

/// Every file below a folder with its relative path, in order; a crate's build output and hidden folders are none of ours.
fn files_below(dir: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    let mut pending = vec![(String::new(), dir.to_path_buf())];
    while let Some((prefix, folder)) = pending.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(named(error, &folder)),
        };
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if !entry.file_type()?.is_dir() {
                found.push((path, entry.path()));
            } else if path != "target" && !name.starts_with('.') {
                pending.push((format!("{path}/"), entry.path()));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn named(error: io::Error, path: &Path) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
