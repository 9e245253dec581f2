//! OpenAPI as the specifications have it: its versions, which keywords hold other nodes, and what all keywords of an object have to look like.

mod form;
mod grammar;
pub(crate) mod json_type;
pub(crate) mod media_type;
mod objects;
mod schema;
mod version;

pub(crate) use form::Form;
pub(crate) use grammar::{Child, Kind, children, holds_names, kind_at};
pub(crate) use version::{NoVersion, Version};

/// A minor version of OpenAPI 3.
pub(crate) type Minor = u8;

/// An object of the specification.
#[derive(Debug)]
pub(crate) struct Object {
    /// The name that the specification gives it, with its article.
    pub(crate) name: &'static str,
    /// Whether people may add keywords of their own, from 3.1 on.
    pub(crate) is_open: bool,
    pub(crate) fields: &'static [Field],
}

/// A keyword of an object.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) keyword: &'static str,
    pub(crate) form: Form,
    pub(crate) is_required: bool,
    /// The first version that has it, and the last one.
    pub(crate) since: Minor,
    pub(crate) until: Minor,
}

/// The version that is the last one so far.
const LATEST: Minor = 2;

impl Field {
    const fn new(keyword: &'static str, form: Form) -> Self {
        Self {
            keyword,
            form,
            is_required: false,
            since: 0,
            until: LATEST,
        }
    }

    const fn required(self) -> Self {
        Self {
            is_required: true,
            ..self
        }
    }

    const fn since(self, minor: Minor) -> Self {
        Self {
            since: minor,
            ..self
        }
    }

    const fn until(self, minor: Minor) -> Self {
        Self {
            until: minor,
            ..self
        }
    }
}

impl Object {
    /// The keyword of that name.
    pub(crate) fn field(&self, keyword: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.keyword == keyword)
    }
}

/// The object that a node of that kind is; `None` where its members have names of their own.
pub(crate) fn object(kind: Kind) -> Option<&'static Object> {
    match kind {
        Kind::Document => Some(&objects::DOCUMENT),
        Kind::Components => Some(&objects::COMPONENTS),
        Kind::PathItem => Some(&objects::PATH_ITEM),
        Kind::Operation => Some(&objects::OPERATION),
        Kind::Parameter => Some(&objects::PARAMETER),
        Kind::RequestBody => Some(&objects::REQUEST_BODY),
        Kind::Response => Some(&objects::RESPONSE),
        Kind::Header => Some(&objects::HEADER),
        Kind::MediaType => Some(&objects::MEDIA_TYPE),
        Kind::Encoding => Some(&objects::ENCODING),
        Kind::Schema => Some(&schema::SCHEMA),
        Kind::SecurityScheme => Some(&objects::SECURITY_SCHEME),
        Kind::Responses | Kind::Callback => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [Kind; 12] = [
        Kind::Document,
        Kind::Components,
        Kind::PathItem,
        Kind::Operation,
        Kind::Parameter,
        Kind::RequestBody,
        Kind::Response,
        Kind::Header,
        Kind::MediaType,
        Kind::Encoding,
        Kind::Schema,
        Kind::SecurityScheme,
    ];

    #[test]
    fn every_keyword_that_holds_nodes_is_a_keyword_of_its_object() {
        for kind in KINDS {
            let object = object(kind).expect("an object");
            for (keyword, _) in children(kind) {
                assert!(object.field(keyword).is_some(), "{kind:?} {keyword}");
            }
        }
    }

    #[test]
    fn no_keyword_stands_twice() {
        for object in KINDS.iter().filter_map(|kind| object(*kind)) {
            let mut keywords: Vec<_> = object.fields.iter().map(|field| field.keyword).collect();
            let all = keywords.len();
            keywords.sort_unstable();
            keywords.dedup();
            assert_eq!(keywords.len(), all, "{}", object.name);
        }
    }
}
