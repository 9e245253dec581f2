//! Identifiers as newtypes: no wire name is ever printed where an identifier belongs.

use std::fmt;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use super::words::Words;

/// Keywords of all editions up to 2024, strict and reserved (The Rust Reference, "Keywords"), and the lone underscore.
const KEYWORDS: [&str; 54] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "Self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "union", "_",
];

/// Whether `text` can stand as an identifier as it is.
pub(super) fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    let starts = characters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == '_');
    starts
        && characters.all(|character| character.is_ascii_alphanumeric() || character == '_')
        && !KEYWORDS.contains(&text)
}

/// The closest identifier: keywords get an underscore behind, leading digits one before.
pub(super) fn identifier(text: &str) -> String {
    if KEYWORDS.contains(&text) {
        format!("{text}_")
    } else if text.starts_with(|first: char| first.is_ascii_digit()) {
        format!("_{text}")
    } else {
        text.to_owned()
    }
}

/// The snake case identifier of a text.
pub(super) fn snake(text: &str) -> String {
    identifier(&Words::of(text).snake())
}

/// The Pascal case identifier of several texts.
pub(super) fn pascal(texts: &[&str]) -> String {
    let texts: Vec<_> = texts
        .iter()
        .copied()
        .filter(|text| !text.is_empty() || texts.len() == 1)
        .collect();
    identifier(&Words::join(&texts).pascal())
}

/// The Pascal case identifier of what something with an identifier has: that keeps its capitals, of which `3_1Metadata` has one that no reader of
/// words would find.
pub(super) fn pascal_below(owner: &str, role: &str) -> String {
    let owner = owner.trim_end_matches('_');
    if role.trim().is_empty() {
        return identifier(owner);
    }
    let role = Words::of(role).pascal();
    let meets = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    let gap = match owner.ends_with(|last: char| last.is_ascii_digit()) && meets(&role) {
        true => "_",
        false => "",
    };
    identifier(&format!("{owner}{gap}{role}"))
}

macro_rules! identifiers {
    ($($(#[$docs:meta])* $name:ident)+) => {$(
        $(#[$docs])*
        #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub(crate) struct $name(String);

        impl $name {
            pub(super) fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl ToTokens for $name {
            fn to_tokens(&self, tokens: &mut TokenStream) {
                tokens.append(Ident::new(&self.0, Span::call_site()));
            }
        }
    )+};
}

identifiers! {
    /// The name of a type.
    TypeIdent
    /// The name of a field and of its setter.
    FieldIdent
    /// The name of a variant.
    VariantIdent
    /// The name of a method and of what belongs to it.
    MethodIdent
    /// The name of an argument.
    ArgumentIdent
    /// The name of a module and of its file.
    ModuleIdent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_document_says_becomes_an_identifier() {
        for (text, expected) in [
            ("type", "type_"),
            ("self", "self_"),
            ("2fa", "_2fa"),
            ("+1", "plus_1"),
            ("createdAt", "created_at"),
            ("OAuth2", "oauth2"),
            ("Self", "self_"),
        ] {
            let name = snake(text);
            assert_eq!(name, expected, "{text}");
            assert!(is_identifier(&name), "{text}");
        }
        assert_eq!(pascal(&["self"]), "Self_");
        assert_eq!(pascal(&["3d"]), "_3d");
        assert_eq!(pascal_below("A3_1Metadata", "of it"), "A3_1MetadataOfIt");
        assert_eq!(pascal_below("Self_", " 3d"), "Self3d");
        assert_eq!(pascal_below("V1", "2"), "V1_2");
        assert_eq!(pascal_below("V1", ""), "V1");
    }

    #[test]
    fn every_keyword_of_the_compiler_is_known() {
        for keyword in KEYWORDS
            .iter()
            .filter(|keyword| !["union"].contains(keyword))
        {
            assert!(
                syn::parse_str::<syn::Ident>(keyword).is_err() || ["gen"].contains(keyword),
                "{keyword}"
            );
        }
    }
}
