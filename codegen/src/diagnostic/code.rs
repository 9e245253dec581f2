//! The codes of diagnostics.

use std::fmt;
use std::str::FromStr;

/// Whether generation goes on.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The rest of the document is generated.
    Warning,
}

/// One table for the three things that belong to a code, so that a new one cannot miss any.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $class:ident;)+) => {
        /// What kind of thing a diagnostic is about.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// All codes, in the order of the stages that give them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code as users write it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// What the code stands for, in a sentence or two.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii(),)+ }
            }

            fn class(self) -> Class {
                match self { $(Self::$name => Class::$class,)+ }
            }
        }
    };
}

/// What follows from a code.
enum Class {
    /// The document cannot be read as meant.
    Broken,
    /// The document is fine, and we cannot say it in Rust yet, or may not read it; a user may choose to go without.
    Unsupported,
    /// What the user asked for does not fit the document; they may say that it is meant.
    Choice,
    /// The document slips, and we know how to go on.
    Slip,
}

codes! {
    /// The text is not YAML or JSON.
    Syntax = "syntax", Broken;
    /// A file could not be read.
    Unreadable = "unreadable", Broken;
    /// A file or the nesting in it is larger than we read.
    TooLarge = "too-large", Broken;
    /// A mapping has the same key twice; the last one counts.
    DuplicateKey = "duplicate-key", Slip;
    /// The document is not an OpenAPI document.
    NotOpenApi = "not-openapi", Broken;
    /// The document's version of OpenAPI is not one we read.
    UnsupportedVersion = "unsupported-version", Broken;
    /// A `$ref` leads nowhere; what it would say is missing.
    RefDangling = "ref-dangling", Slip;
    /// A `$ref` leads to another kind of thing than belongs there; what it would say is missing.
    RefKind = "ref-kind", Slip;
    /// A schema or a chain of `$ref`s leads back to its start, and says nothing.
    RefCycle = "ref-cycle", Slip;
    /// A `$ref` leads to another host; nothing is fetched unless asked for.
    RefRemote = "ref-remote", Unsupported;
    /// A `$ref` leads out of the folders where files are read; another root has to be asked for.
    RefOutside = "ref-outside", Unsupported;
    /// A `$ref` leads to YAML or JSON in a folder beside the document's; it is read.
    RefBeside = "ref-beside", Slip;
    /// A `$ref` leads somewhere only where the `$id` around it is ignored; it is.
    IdIgnored = "id-ignored", Slip;
    /// A `$dynamicRef` that other schemas could lead elsewhere; it is read as a `$ref`.
    DynamicRef = "dynamic-ref", Slip;
    /// A pattern of `include` or `exclude` names no operation of the document.
    PatternUnmatched = "pattern-unmatched", Choice;
    /// A node does not have the form that the specification gives it.
    Invalid = "invalid", Broken;
    /// A keyword that the specification does not have there; it changes nothing.
    UnknownKeyword = "unknown-keyword", Slip;
    /// A keyword of another version of OpenAPI; it is read all the same.
    OtherVersion = "other-version", Slip;
    /// A keyword is missing that the specification asks for, and that we can do without.
    MissingKeyword = "missing-keyword", Slip;
    /// Keywords stand together that exclude each other.
    Exclusive = "exclusive", Slip;
    /// A keyword beside a `$ref`, where OpenAPI 3.0 ignores it.
    BesideReference = "beside-reference", Slip;
    /// An empty place in YAML where a part of the document should stand.
    NothingThere = "nothing-there", Slip;
    /// A part of the document is of another form; what is plainly meant is read, or nothing is made of it.
    OtherForm = "other-form", Slip;
    /// A number or a flag where a text belongs; it is taken as one.
    TakenAsText = "taken-as-text", Slip;
    /// A name that the specification does not allow there.
    OddName = "odd-name", Slip;
    /// The same stands twice where it should stand once.
    Duplicate = "duplicate", Slip;
    /// A type that JSON Schema does not have; it is taken as the one that it is called after, or as any.
    UnknownType = "unknown-type", Slip;
    /// A scheme of HTTP authentication that is not registered; its credential is sent as it is.
    UnknownHttpScheme = "unknown-http-scheme", Slip;
    /// A style that says nothing of some values that a parameter may have.
    StyleMismatch = "style-mismatch", Slip;
    /// Bounds that no value is within.
    Bounds = "bounds", Slip;
    /// A default that is not of its schema; the docs show it.
    DefaultMismatch = "default-mismatch", Slip;
    /// An example that is not one of its schema.
    ExampleMismatch = "example-mismatch", Slip;
    /// A format that we do not know; the value stays what its type says.
    UnknownFormat = "unknown-format", Slip;
    /// A keyword that changes no type does not have the form that the specification gives it; it is ignored.
    KeywordIgnored = "keyword-ignored", Slip;
    /// A value of an enum is not of the type that the schema states; it is taken as one.
    EnumValueType = "enum-value-type", Slip;
    /// An operation without answers.
    MissingResponses = "missing-responses", Slip;
    /// An answer without the description that the specification asks for.
    MissingDescription = "missing-description", Slip;
    /// `required` names a property that the schema does not declare.
    RequiredUndeclared = "required-undeclared", Slip;
    /// A path that does not begin with a slash.
    PathWithoutSlash = "path-without-slash", Slip;
    /// A path with a query, which every call of it sends, or with a fragment, which none does.
    PathQuery = "path-query", Slip;
    /// A variable of a path template that is more than a name in braces, or less; the name in it counts.
    PathVariable = "path-variable", Slip;
    /// A variable of a path template that no parameter describes; it becomes a string.
    PathParameterMissing = "path-parameter-missing", Slip;
    /// A path parameter that is not in the template; it has no place to go.
    PathParameterUnused = "path-parameter-unused", Slip;
    /// Two operations have the same `operationId`.
    DuplicateOperationId = "duplicate-operation-id", Slip;
    /// A parameter is described twice; the last one counts.
    DuplicateParameter = "duplicate-parameter", Slip;
    /// A header parameter whose name the specification leaves to security schemes and media types; it is ignored.
    HeaderIgnored = "header-ignored", Slip;
    /// A parameter that is the credential of a security scheme, which calls have from their client; it is not asked for.
    CredentialParameter = "credential-parameter", Slip;
    /// What `x-pagination` says does not fit its operation; the list has no calls for all of its pages.
    Pagination = "pagination", Slip;
    /// A further media type that says the same as the one that is used.
    MediaTypeIgnored = "media-type-ignored", Slip;
    /// A body that can say nothing, of a method that gives bodies no meaning, or of an answer that has none; it is neither asked for nor read.
    BodyIgnored = "body-ignored", Slip;
    /// The document describes headers of a part of a body, for which a call has no input; the part goes without them.
    PartHeaders = "part-headers", Slip;
    /// A security requirement names a scheme that is not declared; that requirement is ignored.
    UnknownSecurityScheme = "unknown-security-scheme", Slip;
    /// A server's URL has a variable without a value; the document's own is ignored, and an operation's needs a base URL of the client.
    ServerVariable = "server-variable", Slip;
    /// A name could not be kept as it is; `x-rust-name` pins another.
    Renamed = "renamed", Slip;
    /// Parts of an `allOf` contradict each other; the last one counts.
    AllOfConflict = "all-of-conflict", Slip;
    /// A schema composes others in a way that cannot be said in Rust yet.
    UnsupportedSchema = "unsupported-schema", Unsupported;
    /// A parameter that cannot be written yet.
    UnsupportedParameter = "unsupported-parameter", Unsupported;
}

impl Code {
    /// Whether generation goes on past it.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self.class() {
            Class::Broken | Class::Unsupported | Class::Choice => Severity::Error,
            Class::Slip => Severity::Warning,
        }
    }

    /// Whether a user may choose to go without what it is about.
    #[must_use]
    pub fn is_allowable(self) -> bool {
        match self.class() {
            Class::Unsupported | Class::Choice => true,
            Class::Broken | Class::Slip => false,
        }
    }

    /// Whether a user may choose not to go on past it.
    #[must_use]
    pub fn is_deniable(self) -> bool {
        match self.class() {
            Class::Slip => true,
            Class::Broken | Class::Unsupported | Class::Choice => false,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Code {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str() == text)
            .ok_or_else(|| format!("`{text}` is not a diagnostic code"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_back_from_its_text_and_explains_itself() {
        for &code in Code::ALL {
            assert_eq!(code.as_str().parse(), Ok(code));
            assert!(code.explanation().ends_with('.'), "{code}");
        }
    }
}
