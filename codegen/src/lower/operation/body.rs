//! Bodies of requests and answers.

use openapiv3::RequestBody;
use serde_json::Value;

use super::content::Offer;
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
        let offers = self.offers(content, &place);
        let Form {
            media,
            content_type,
            ty,
        } = self.form(&offers, &Site::new(owner, "request"), media::of_request)?;
        let docs = docs::of(None, description.as_deref());
        let used = offers.iter().filter(|offer| offer.name == content_type);
        let styles = match media {
            BodyMedia::Form => used.flat_map(|offer| self.styles(offer)).collect(),
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

    /// The form to use of those that are offered: JSON where there is any, otherwise the first one. `None` where there is no body at all.
    pub(super) fn form(
        &mut self,
        offers: &[Offer],
        site: &Site,
        media: fn(&str) -> BodyMedia,
    ) -> Option<Form> {
        let json = offers
            .iter()
            .find(|offer| media(&offer.name) == BodyMedia::Json);
        let used = json.or_else(|| offers.first())?;
        for other in offers.iter().filter(|other| other.name != used.name) {
            self.ignore(other, used);
        }
        let ty = self.form_type(media(&used.name), used, site);
        Some(Form {
            media: media(&used.name),
            content_type: used.name.clone(),
            ty,
        })
    }

    /// Says that one media type is used in place of another.
    pub(super) fn ignore(&mut self, other: &Offer, used: &Offer) {
        let message = format!("`{}` is used instead", used.name);
        self.sink
            .report(Code::MediaTypeIgnored, &other.listed, message);
    }

    /// The styles that a media type gives to properties (OpenAPI 3.0.3, "Encoding Object").
    fn styles(&self, offer: &Offer) -> Styles {
        let styled = offer.node.encoding.iter().filter_map(|(name, encoding)| {
            let style = query_style(encoding.style.as_ref()?);
            let place = offer.place.below(&["encoding", name, "explode"]);
            // What is typed cannot tell an absent one from false, and forms explode unless they say otherwise.
            let explode = self.bundle.get(&place).and_then(Value::as_bool);
            Some((name.clone(), style, explode.unwrap_or(style == Style::Form)))
        });
        styled.collect()
    }

    fn form_type(&mut self, media: BodyMedia, offer: &Offer, site: &Site) -> Ty {
        match (media, &offer.node.schema) {
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
                        &offer.place,
                        "a body that is neither JSON nor text is given as its bytes",
                    );
                }
                Ty::Bytes
            }
        }
    }
}
