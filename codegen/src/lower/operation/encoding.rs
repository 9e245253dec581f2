//! What a media type says of how single properties are written (OpenAPI 3.1.0, "Encoding Object").

use openapiv3::Encoding as Node;
use serde_json::Value;

use super::content::Offer;
use super::writing::query_style;
use crate::diagnostic::Code;
use crate::ir::{BodyMedia, Encoding, Style, Ty};
use crate::lower::Lowering;
use crate::lower::schema::holding;
use crate::place::Place;
use crate::specification::Version;
use crate::specification::media_type::{is_json, is_xml};

impl Lowering<'_> {
    /// How a property is written, where the document says. A style goes before a media type.
    pub(super) fn encoding(&self, offer: &Offer, name: &str) -> Option<Encoding> {
        let node = offer.node.encoding.get(name)?;
        let styled = self.styled(offer, name, node);
        styled.or_else(|| media_type(node))
    }

    /// Whether a part of that type can be written so. What has members is JSON, and a server takes no JSON for XML.
    pub(super) fn is_written(
        &mut self,
        encoding: &Encoding,
        name: &str,
        ty: &Ty,
        offer: &Offer,
    ) -> bool {
        let stated = match encoding {
            Encoding::MediaType { first, listed: _ } if is_xml(first) => first,
            Encoding::MediaType {
                first: _,
                listed: _,
            }
            | Encoding::Style(_, _) => return true,
        };
        if !self.has_members(ty) {
            return true;
        }
        let place = offer.place.below(&["encoding", name, "contentType"]);
        let message =
            format!("the part `{name}` is written as JSON, and called so; it is not `{stated}`");
        self.sink.report(Code::MediaTypeIgnored, &place, message);
        false
    }

    /// Whether a value, or each of a list, is an object.
    fn has_members(&self, ty: &Ty) -> bool {
        match self.types.behind(ty) {
            Ty::List(inner) | Ty::Nullable(inner) => self.has_members(inner),
            ty => self.is_of_parts(ty, &mut Vec::new()),
        }
    }

    /// How a text in an encoding is written, or each of a list, where no Encoding Object says (OpenAPI 3.1.1, "Encoding Object").
    pub(super) fn encoded(&self, schema: &Place) -> Option<Encoding> {
        let items = self.bundle.follow(schema).child("items");
        let mut places = [schema.clone(), items].into_iter();
        let media_type = places.find_map(|place| self.encoded_media_type(place))?;
        Some(Encoding::MediaType {
            first: media_type.clone(),
            listed: media_type,
        })
    }

    /// What is encoded, where that is said, or bytes. In which encoding goes unsaid: a header for it is deprecated (RFC 7578, section 4.7).
    fn encoded_media_type(&self, schema: Place) -> Option<String> {
        let is_known = self.bundle.version(&schema) == Version::V31;
        let nodes = holding(self.bundle, &[schema]);
        let stated = |keyword| nodes.iter().find_map(|node| node.get(keyword)?.as_str());
        stated("contentEncoding").filter(|name| is_known && *name != "binary")?;
        // What is called JSON is read as JSON, which no encoding of it is.
        let is_plain = |name: &&str| !name.contains('*') && !is_json(name);
        let media_type = stated("contentMediaType").filter(is_plain);
        Some(media_type.unwrap_or("application/octet-stream").to_owned())
    }

    /// How properties of a form are written, where the document says and it makes a difference: what is no JSON is text there.
    pub(super) fn form_encodings(&self, offer: &Offer) -> Vec<(String, Encoding)> {
        let names = offer.node.encoding.keys();
        let encodings = names.filter_map(|name| Some((name.clone(), self.encoding(offer, name)?)));
        encodings
            .filter(|(_, encoding)| match encoding {
                Encoding::MediaType { first, listed: _ } => is_json(first),
                Encoding::Style(_, _) => true,
            })
            .collect()
    }

    /// The style, where any of the keywords of one is there; the others then have their defaults.
    fn styled(&self, offer: &Offer, name: &str, node: &Node) -> Option<Encoding> {
        let place = offer.place.below(&["encoding", name]);
        let flag = |keyword: &str| {
            self.bundle
                .get(&place.child(keyword))
                .and_then(Value::as_bool)
        };
        // What is typed cannot tell an absent one from false, and forms explode unless they say otherwise.
        let explode = flag("explode");
        let style = node.style.as_ref().map(query_style);
        let style = style.or_else(|| explode.map(|_| Style::Form))?;
        let explode = explode.unwrap_or(style == Style::Form);
        let is_noise = style == Style::Form && explode && self.parts_have_no_style(offer);
        (!is_noise).then_some(Encoding::Style(style, explode))
    }

    /// Whether the specification gives a style to forms alone (OpenAPI 3.0.3, "Encoding Object"). Tools write `form` all the same, for every
    /// part, and mean nothing by it; who writes another style means it.
    fn parts_have_no_style(&self, offer: &Offer) -> bool {
        offer.media == BodyMedia::Multipart && self.bundle.version(&offer.place) == Version::V30
    }

    /// Says that the headers of a part are not sent; its media type is, and in other ways.
    pub(super) fn warn_of_headers(&mut self, name: &str, offer: &Offer) {
        let node = offer.node.encoding.get(name);
        let mut headers = node.into_iter().flat_map(|node| node.headers.keys());
        if let Some(header) = headers.find(|name| !name.eq_ignore_ascii_case("content-type")) {
            let place = offer.place.below(&["encoding", name, "headers", header]);
            let message = format!("the part `{name}` is sent without this header");
            self.sink.report(Code::PartHeaders, &place, message);
        }
    }

    /// The media types that the document gives to a part, as it lists them.
    pub(super) fn listed_media_types(offer: &Offer, name: &str) -> Vec<String> {
        let node = offer.node.encoding.get(name);
        let list = node.and_then(|node| node.content_type.as_deref());
        let names = list.into_iter().flat_map(|list| list.split(','));
        names.map(|name| name.trim().to_owned()).collect()
    }
}

/// Of several media types the first, unless a file is one of the others; a pattern leaves it to the caller.
fn media_type(node: &Node) -> Option<Encoding> {
    let names = node.content_type.as_deref()?.split(',').map(str::trim);
    let listed: Vec<_> = names.filter(|name| !name.is_empty()).collect();
    let first = listed.first().filter(|first| !first.contains('*'))?;
    Some(Encoding::MediaType {
        first: (*first).to_owned(),
        listed: listed.join(", "),
    })
}
