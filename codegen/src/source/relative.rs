//! File names relative to the document's folder.

use super::remote::is_remote;

/// The reference is not relative to the file that it stands in.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Outside;

/// The name that `reference`, written in the file `base`, stands for: with `/`, without `.`, and with `..` only where it begins.
pub(crate) fn join(base: &str, reference: &str) -> Result<String, Outside> {
    if reference.starts_with(['/', '\\']) || reference.contains(':') {
        return Err(Outside);
    }
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut segments: Vec<&str> = Vec::new();
    for segment in folder.split('/').chain(reference.split('/')) {
        match segment {
            "" | "." => {}
            ".." if segments.last().is_some_and(|last| *last != "..") => drop(segments.pop()),
            name => segments.push(name),
        }
    }
    Ok(segments.join("/"))
}

/// The reference by which the file `base` leads to the file `target`; `None` where no reference can say it.
pub(crate) fn between(base: &str, target: &str) -> Option<String> {
    if is_remote(target) {
        return Some(target.to_owned());
    }
    if is_remote(base) || base.starts_with("../") {
        return None;
    }
    let up = "../".repeat(base.matches('/').count());
    // What a reference takes for an escape, for its fragment or for a scheme.
    let escaped = target
        .replace('%', "%25")
        .replace('#', "%23")
        .replace(':', "%3A");
    Some(format!("{up}{escaped}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_relative_to_the_file_that_refers() {
        assert_eq!(join("api.yaml", "types.yaml").as_deref(), Ok("types.yaml"));
        assert_eq!(
            join("paths/a.yaml", "../types/./b.yaml").as_deref(),
            Ok("types/b.yaml")
        );
    }

    #[test]
    fn a_reference_leads_from_one_file_to_the_other() {
        for (base, target, reference) in [
            ("api.yaml", "types/a.yaml", "types/a.yaml"),
            ("paths/x/p.yaml", "../types/a.yaml", "../../../types/a.yaml"),
            ("paths/p.yaml", "50%.yaml", "../50%25.yaml"),
        ] {
            assert_eq!(between(base, target).as_deref(), Some(reference));
        }
        assert_eq!(between("../p.yaml", "a.yaml"), None);
        assert_eq!(between("https://example.com/p", "a.yaml"), None);
    }

    #[test]
    fn a_name_climbs_only_where_it_begins() {
        assert_eq!(
            join("paths/a.yaml", "../../common/x/../b.yaml").as_deref(),
            Ok("../common/b.yaml")
        );
        assert_eq!(
            join("../common/a.yaml", "../../b.yaml").as_deref(),
            Ok("../../b.yaml")
        );
    }

    #[test]
    fn what_is_not_relative_has_no_name() {
        for reference in ["/etc/passwd", "\\\\host\\a", "C:/a", "file:///a"] {
            assert_eq!(join("api.yaml", reference), Err(Outside), "{reference}");
        }
    }
}
