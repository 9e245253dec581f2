//! Bodies of requests and answers.

use openapiv3::{Content, MediaType, RequestBody};
use serde_json::Value;

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
    /// The body of a request; `None` where there is none.
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
            media::of_request,
        )?;
        let docs = docs::of(None, description.as_deref());
        let styles = match media {
            BodyMedia::Form => self.styles(&content, &content_type, &place),
            BodyMedia::Json | BodyMedia::Multipart | BodyMedia::Text | BodyMedia::Bytes => {
                Vec::new()
            }
        };
        Some(Body {
            media,
            content_type,
            ty,
            required,
            docs,
            styles,
        })
    }

    /// The form to use of those in `content`: JSON where there is any, otherwise the first one. `None` where there is no body at all.
    pub(super) fn form(
        &mut self,
        content: &Content,
        place: &Place,
        site: &Site,
        media: fn(&str) -> BodyMedia,
    ) -> Option<Form> {
        let json = content
            .iter()
            .find(|(name, _)| media(name) == BodyMedia::Json);
        let (name, node) = json.or_else(|| content.first())?;
        for other in content.keys().filter(|other| *other != name) {
            let message = format!("`{name}` is used instead");
            self.sink
                .report(Code::MediaTypeIgnored, &place.child(other), message);
        }
        let place = place.child(name);
        let ty = self.form_type(media(name), node, &place, site);
        Some(Form {
            media: media(name),
            content_type: name.clone(),
            ty,
        })
    }

    /// The styles that a media type gives to properties (OpenAPI 3.0.3, "Encoding Object").
    fn styles(&self, content: &Content, content_type: &str, body: &Place) -> Styles {
        let encodings = content
            .get(content_type)
            .into_iter()
            .flat_map(|media| &media.encoding);
        let styled = encodings.filter_map(|(name, encoding)| {
            let style = query_style(encoding.style.as_ref()?);
            let place = body.below(&["content", content_type, "encoding", name, "explode"]);
            // What is typed cannot tell an absent one from false, and forms explode unless they say otherwise.
            let explode = self.bundle.get(&place).and_then(Value::as_bool);
            Some((name.clone(), style, explode.unwrap_or(style == Style::Form)))
        });
        styled.collect()
    }

    fn form_type(&mut self, media: BodyMedia, node: &MediaType, place: &Place, site: &Site) -> Ty {
        match (media, &node.schema) {
            (BodyMedia::Json | BodyMedia::Form, Some(schema)) => self.child(schema, site).into_ty(),
            (BodyMedia::Json | BodyMedia::Form, None) => Ty::Json,
            (BodyMedia::Multipart, schema) => self.multipart(schema.as_ref(), site),
            (BodyMedia::Text, _) => Ty::Text,
            (BodyMedia::Bytes, schema) => {
                if schema
                    .as_ref()
                    .is_some_and(|schema| self.child(schema, site).ty != Ty::Bytes)
                {
                    self.untyped(
                        place,
                        "a body that is neither JSON nor text is given as its bytes",
                    );
                }
                Ty::Bytes
            }
        }
    }
}
