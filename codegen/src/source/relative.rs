//! File names relative to the document's folder.

/// The name leads out of the document's folder.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Outside;

/// The name that `reference`, written in the file `base`, stands for; always with `/` and without `.` and `..`.
pub(crate) fn join(base: &str, reference: &str) -> Result<String, Outside> {
    if reference.starts_with(['/', '\\']) || reference.contains(':') {
        return Err(Outside);
    }
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut segments: Vec<&str> = Vec::new();
    for segment in folder.split('/').chain(reference.split('/')) {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop().ok_or(Outside)?),
            name => segments.push(name),
        }
    }
    Ok(segments.join("/"))
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
    fn nothing_outside_the_folder_has_a_name() {
        for reference in ["../a.yaml", "/etc/passwd", "x/../../a", "C:/a", "file:///a"] {
            assert_eq!(join("api.yaml", reference), Err(Outside), "{reference}");
        }
    }
}
