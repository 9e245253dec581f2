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
            ["2", "0"] => Ok(Self::V20),
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
