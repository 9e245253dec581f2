//! The name of the generated package.

use std::fmt;
use std::str::FromStr;

use super::features::RESERVED_FEATURES;
use super::ident::is_identifier;
use super::words::Words;

/// The crates of Rust itself, which no other is called like.
const CRATES_OF_RUST: [&str; 5] = ["alloc", "core", "proc-macro", "std", "test"];

/// The name of a package, from the title of a document.
pub(crate) fn package(title: &str) -> String {
    let name = Words::of(title).kebab();
    if is_free(&name) {
        name
    } else {
        format!("api-{name}")
    }
}

/// The name of the library in a package, as code names it. Packages may be called what rustc has a warning for.
pub(crate) fn library(package: &str) -> String {
    let name = package.to_ascii_lowercase();
    let words = name.split(['-', '_']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}

/// The name that somebody chose for a generated crate: one that Cargo takes, and neither a keyword of Rust nor the name of a crate or
/// feature that generated crates are built of.
///
/// # Examples
///
/// ```
/// use openapi_bindgen::{Config, CrateName};
///
/// let config = Config::new().crate_name("pet-store".parse()?);
/// assert!("pet store".parse::<CrateName>().is_err());
/// assert!("self".parse::<CrateName>().is_err());
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CrateName(String);

impl FromStr for CrateName {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let starts = name.starts_with(|first: char| first.is_ascii_alphabetic());
        let is_allowed =
            |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
        if !starts || !name.chars().all(is_allowed) {
            return Err("a crate's name is made of letters, digits, `-` and `_`".to_owned());
        }
        if !is_free(name) {
            return Err(format!(
                "`{name}` means something else in Rust, or in the generated crate"
            ));
        }
        Ok(Self(name.to_owned()))
    }
}

impl fmt::Display for CrateName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a name is neither a keyword nor that of something that the package itself is built of.
fn is_free(name: &str) -> bool {
    let kebab = name.replace('_', "-");
    is_identifier(&name.replace('-', "_"))
        && !CRATES_OF_RUST.contains(&kebab.as_str())
        && !RESERVED_FEATURES.contains(&kebab.as_str())
}

#[cfg(test)]
mod tests {
    use super::{CrateName, library, package};

    #[test]
    fn a_library_is_called_as_rustc_likes_it() {
        for (package, expected) in [
            ("sendblue-api", "sendblue_api"),
            ("petStore-V2", "petstore_v2"),
            ("a__b-", "a_b"),
        ] {
            assert_eq!(library(package), expected);
        }
    }

    #[test]
    fn a_chosen_name_is_one_that_cargo_and_rust_take() {
        for name in ["pet-store", "Pet_Store2"] {
            let parsed: CrateName = name.parse().expect(name);
            assert_eq!(parsed.to_string(), name);
        }
        for name in [
            "",
            "a\"b",
            "2d",
            "-a",
            "pet store",
            "self",
            "core",
            "serde_json",
        ] {
            assert!(name.parse::<CrateName>().is_err(), "{name}");
        }
    }

    #[test]
    fn a_package_is_called_after_the_title_unless_cargo_or_rust_would_mind() {
        for (title, expected) in [
            ("Sendblue API", "sendblue-api"),
            ("true", "api-true"),
            ("Type", "api-type"),
            ("3D", "api-3d"),
            ("HTTP", "api-http"),
            ("Core", "api-core"),
        ] {
            assert_eq!(package(title), expected);
        }
    }
}
