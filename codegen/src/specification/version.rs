//! The version of OpenAPI that a file is written in.

use serde_json::Value;

/// The versions that are read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Version {
    /// 2.0, which is rewritten as 3.0 when it is read.
    V20,
    /// 3.0.x
    V30,
    /// 3.1.x and 3.2.x
    V31,
}

/// Why a file has no version that is read.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum NoVersion {
    /// It does not say that it is an OpenAPI document.
    Missing,
    /// It is one, of a version that is not read.
    Unsupported(String),
}

impl NoVersion {
    /// What somebody should know who took a file of another kind for an OpenAPI document.
    pub(crate) fn help(root: &Value) -> &'static str {
        let is_page = || root.as_str().is_some_and(|text| text.starts_with('<'));
        let is_collection =
            || root.pointer("/info/_postman_id").is_some() && root.get("item").is_some();
        if is_page() {
            "this is HTML or XML: a page that shows a document, or an error; take the document itself"
        } else if root.get("asyncapi").is_some() {
            "this is an AsyncAPI document, which describes messages and no calls"
        } else if is_collection() {
            "this is a Postman collection; its API may have an OpenAPI document, too"
        } else {
            "add `openapi: 3.0.3` at the top, if it is one"
        }
    }
}

impl Version {
    /// The version that the root of a file declares.
    pub(crate) fn of(root: &Value) -> Result<Self, NoVersion> {
        let declared = root
            .get("openapi")
            .or_else(|| root.get("swagger"))
            .ok_or(NoVersion::Missing)?;
        // YAML reads an unquoted 3.0 as a number.
        let text = declared
            .as_str()
            .map_or_else(|| declared.to_string(), str::to_owned);
        match text.split('.').take(2).collect::<Vec<_>>().as_slice() {
            ["2", "0"] | ["2"] => Ok(Self::V20),
            ["3", "0"] => Ok(Self::V30),
            // What 3.2 adds to 3.1 stands under keys of its own.
            ["3", "1" | "2"] => Ok(Self::V31),
            _ => Err(NoVersion::Unsupported(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn patch_versions_and_unquoted_numbers_are_read() {
        assert_eq!(Version::of(&json!({"openapi": "3.0.4"})), Ok(Version::V30));
        assert_eq!(Version::of(&json!({"openapi": 3.0})), Ok(Version::V30));
        assert_eq!(Version::of(&json!({"openapi": "3.1.0"})), Ok(Version::V31));
        assert_eq!(Version::of(&json!({"swagger": 2})), Ok(Version::V20));
    }

    #[test]
    fn files_of_other_kinds_are_known() {
        for (root, expected) in [
            (json!("<!DOCTYPE html><html></html>"), "HTML"),
            (json!({"asyncapi": "2.6.0"}), "AsyncAPI"),
            (json!({"info": {"_postman_id": "1"}, "item": []}), "Postman"),
            (json!({"name": "package"}), "openapi: 3.0.3"),
        ] {
            assert!(NoVersion::help(&root).contains(expected), "{root}");
        }
    }

    #[test]
    fn other_versions_and_other_files_are_told_apart() {
        assert_eq!(
            Version::of(&json!({"openapi": "4.0.0"})),
            Err(NoVersion::Unsupported("4.0.0".to_owned()))
        );
        assert_eq!(
            Version::of(&json!({"name": "package"})),
            Err(NoVersion::Missing)
        );
    }
}
