//! Headers of answers.

use std::collections::BTreeMap;

use openapiv3::{Header as HeaderNode, ParameterSchemaOrContent, ReferenceOr};

use crate::diagnostic::{Code, Sink};
use crate::ir::{Docs, Header, Owner, Ty};
use crate::lower::node::{place_of, read_referred};
use crate::lower::schema::Site;
use crate::lower::{Lowering, docs, extension};
use crate::place::Place;
use crate::specification::Kind;
use crate::specification::media_type::is_json;

/// Headers by their names, which are case-insensitive (RFC 9110, section 5.1).
pub(super) type HeaderMap = BTreeMap<String, Header>;

impl Lowering<'_> {
    /// Adds the headers that an answer declares. One that several answers declare as different things is text.
    pub(super) fn add_headers<'a>(
        &mut self,
        declared: impl IntoIterator<Item = (&'a String, &'a ReferenceOr<HeaderNode>)>,
        owner: Owner,
        headers: &mut HeaderMap,
    ) {
        for (name, header) in declared {
            let key = name.to_ascii_lowercase();
            // OpenAPI 3.0.3, "Response Object": the media type says that.
            let Some(place) = place_of(header).filter(|_| key != "content-type") else {
                continue;
            };
            let header = self.header(name, &place, owner);
            match headers.get_mut(&key) {
                Some(known) if known.ty != header.ty => known.ty = Ty::Text,
                Some(_) => {}
                None => drop(headers.insert(key, header)),
            }
        }
    }

    fn header(&mut self, name: &str, declared: &Place, owner: Owner) -> Header {
        let place = self.bundle.follow(declared).clone();
        // Nothing depends on a header, so that a mistake in one is no reason to refuse the document.
        let node = read_referred(self.bundle, declared, Kind::Header, &mut Sink::default());
        let Some(HeaderNode {
            description,
            style: _,
            required: _,
            deprecated,
            format,
            extensions,
            example: _,
            examples: _,
        }) = node
        else {
            let message = format!("`{name}` is not described as a header; it is taken as text");
            self.sink.report(Code::KeywordIgnored, &place, message);
            return text(name, &place);
        };
        Header {
            pinned: extension::rust_name(&extensions),
            ty: self.header_type(&format, &Site::new(owner, name)),
            docs: docs::of(None, description.as_deref()),
            deprecated: docs::deprecation(deprecated.unwrap_or(false), description.as_deref()),
            ..text(name, &place)
        }
    }

    fn header_type(&mut self, format: &ParameterSchemaOrContent, site: &Site) -> Ty {
        let schema = match format {
            ParameterSchemaOrContent::Schema(schema) => Some(schema),
            ParameterSchemaOrContent::Content(content) => content
                .first()
                .filter(|(name, _)| is_json(name))
                .and_then(|(_, media)| media.schema.as_ref()),
        };
        let schema = schema.and_then(place_of);
        match schema.filter(|schema| self.is_described(schema)) {
            Some(schema) => self.schema(&schema, site).ty,
            None => Ty::Text,
        }
    }
}

fn text(name: &str, place: &Place) -> Header {
    Header {
        origin: place.clone(),
        wire_name: name.to_owned(),
        pinned: None,
        ty: Ty::Text,
        docs: Docs::default(),
        deprecated: None,
    }
}
