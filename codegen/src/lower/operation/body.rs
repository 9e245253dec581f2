//! Bodies of requests and answers.

use openapiv3::{Content, MediaType, RequestBody};

use super::media;
use super::parameters::query_style;
use crate::diagnostic::Code;
use crate::ir::{Body, BodyMedia, Owner, Style, Ty};
use crate::lower::node::read;
use crate::lower::schema::Site;
use crate::lower::{Lowering, docs};
use crate::place::Place;
use crate::resolve::Kind;

/// The form of a body that is used: one of those that the document offers.
pub(super) struct Form {
    pub(super) media: BodyMedia,
    pub(super) content_type: String,
    pub(super) ty: Ty,
}

/// How properties of a form are written.
type Styles = Vec<(String, Style, bool)>;

impl Lowering<'_> {
    /// The body of a request; `None` where it cannot be expressed.
    pub(super) fn body(&mut self, place: &Place, owner: Owner) -> Option<Body> {
        let place = self.bundle.follow(place).clone();
        let RequestBody {
            description,
            content,
            required,
            extensions: _,
        } = read(self.bundle, &place, Kind::RequestBody, self.sink)?;
        let Form {
            media,
            content_type,
            ty,
        } = self.form(
            &content,
            &place.child("content"),
            &Site::new(owner, "request"),
        )?;
        let docs = docs::of(None, description.as_deref());
        let styles = content.get(&content_type).map(styles).unwrap_or_default();
        Some(Body {
            media,
            content_type,
            ty,
            required,
            docs,
            styles,
        })
    }

    /// The form to use of those in `content`: JSON where there is any, otherwise the first that can be expressed.
    pub(super) fn form(&mut self, content: &Content, place: &Place, site: &Site) -> Option<Form> {
        let known: Vec<_> = content
            .iter()
            .filter_map(|(name, node)| Some((name, node, media::media(name)?)))
            .collect();
        let json = known.iter().find(|(_, _, media)| *media == BodyMedia::Json);
        let Some((name, node, media)) = json.or_else(|| known.first()) else {
            let names: Vec<_> = content.keys().map(String::as_str).collect();
            let message = format!(
                "a body of the type `{}` is not supported yet",
                names.join("` or `")
            );
            self.sink.report(Code::UnsupportedMediaType, place, message);
            return None;
        };
        for other in content.keys().filter(|other| other != name) {
            let message = format!("`{name}` is used instead");
            self.sink
                .report(Code::MediaTypeIgnored, &place.child(other), message);
        }
        let ty = self.form_type(*media, node, site);
        Some(Form {
            media: *media,
            content_type: (*name).clone(),
            ty,
        })
    }

    fn form_type(&mut self, media: BodyMedia, node: &MediaType, site: &Site) -> Ty {
        match (media, &node.schema) {
            (BodyMedia::Json | BodyMedia::Form, Some(schema)) => self.child(schema, site).into_ty(),
            (BodyMedia::Json | BodyMedia::Form, None) => Ty::Json,
            (BodyMedia::Multipart, schema) => self.multipart(schema.as_ref(), site),
            (BodyMedia::Text, _) => Ty::Text,
            (BodyMedia::Bytes, _) => Ty::Bytes,
        }
    }
}

/// The styles that a media type gives to properties (OpenAPI 3.0.3, "Encoding Object").
fn styles(media: &MediaType) -> Styles {
    let styled = media.encoding.iter().filter_map(|(name, encoding)| {
        let style = query_style(encoding.style.as_ref()?);
        Some((
            name.clone(),
            style,
            encoding.explode || style == Style::Form,
        ))
    });
    styled.collect()
}
