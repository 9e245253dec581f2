//! Bodies of requests and answers.

use openapiv3::RequestBody;

use super::content::Offer;
use super::media;
use crate::diagnostic::Code;
use crate::dialect::bytes::is_of_bytes;
use crate::ir::{Body, BodyMedia, Form, Method, Owner, Ty};
use crate::lower::node::read_referred;
use crate::lower::schema::Site;
use crate::lower::{Lowering, docs};
use crate::place::Place;
use crate::specification::{Kind, media_type::essence};

impl Lowering<'_> {
    /// The body of a request; `None` where there is none.
    pub(super) fn body(&mut self, stated: &Place, method: &Method, owner: Owner) -> Option<Body> {
        let place = self.bundle.follow(stated).clone();
        let RequestBody {
            description,
            content,
            required,
            extensions: _,
        } = read_referred(self.bundle, stated, Kind::RequestBody, self.sink)?;
        let offers = self.offers(content, &place, media::of_request);
        let offers: Vec<_> = offers.into_iter().map(|offer| self.raw(offer)).collect();
        if self.leaves_body_out(&offers, required, method, &place) {
            return None;
        }
        let offers = self.choices(offers);
        self.note_bytes(offers.first()?);
        let mut forms = Vec::new();
        for offer in &offers {
            let role = match forms.is_empty() {
                true => "request".to_owned(),
                false => format!("{} request", media::words(&offer.name)),
            };
            forms.push(self.form(offer, &Site::new(owner, role)));
        }
        let mut forms = forms.into_iter();
        Some(Body {
            form: forms.next()?,
            others: forms.collect(),
            required,
            docs: docs::of(None, description.as_deref()),
        })
    }

    /// A body that is what the caller has is given as its bytes.
    fn raw(&self, offer: Offer) -> Offer {
        match offer.media == BodyMedia::Text && self.is_raw(&offer) {
            true => Offer {
                media: BodyMedia::Bytes,
                ..offer
            },
            false => offer,
        }
    }

    /// Of any media type, a string of which no more is said is what the caller has, text or not: GitHub's release assets.
    fn is_raw(&self, offer: &Offer) -> bool {
        media::is_any(&offer.name) && self.is_text_alone(offer)
    }

    /// A body in one of the forms that are offered.
    fn form(&mut self, offer: &Offer, site: &Site) -> Form {
        let (media, content_type) = (offer.media, media::concrete(&offer.name, offer.media));
        // A file may be read while it is sent. It says its media type too, where the document leaves that to the caller, or parts have a
        // boundary in theirs.
        let is_file = media == BodyMedia::Bytes
            || content_type != offer.name
            || media::is_in_parts(&offer.name);
        let ty = match self.form_type(offer, site) {
            Ty::Bytes if is_file => Ty::File,
            ty => ty,
        };
        let encodings = match media {
            BodyMedia::Form => self.form_encodings(offer),
            BodyMedia::Json | BodyMedia::Multipart | BodyMedia::Text | BodyMedia::Bytes => {
                Vec::new()
            }
        };
        Form {
            words: media::words(&content_type),
            media,
            content_type,
            ty,
            encodings,
        }
    }

    /// Says that one media type is used in place of another, unless one `$ref` says what both are: nothing is lost then.
    pub(super) fn ignore(&mut self, other: &Offer, used: &Offer) {
        let refers = |offer: &Offer| self.bundle.reference(&offer.place.child("schema"));
        if refers(other).is_some() && self.have_one_schema(other, used) {
            return;
        }
        let message = format!("`{}` is used in place of `{}`", used.name, other.name);
        self.sink
            .report(Code::MediaTypeIgnored, &other.listed, message);
    }

    /// What a body is in one of its forms.
    pub(super) fn form_type(&mut self, offer: &Offer, site: &Site) -> Ty {
        match (offer.media, &offer.node.schema) {
            (BodyMedia::Json | BodyMedia::Form, Some(schema)) => self.child(schema, site).into_ty(),
            (BodyMedia::Json | BodyMedia::Form, None) => {
                self.untyped(&offer.place, "the document does not say what the body is")
            }
            (BodyMedia::Multipart, _) => self.multipart(offer, site),
            (BodyMedia::Text, _) => Ty::Text,
            (BodyMedia::Bytes, _) => Ty::Bytes,
        }
    }

    /// Notes a body that is described and has to be given as its bytes all the same; one of bytes by its media type is what it says.
    pub(super) fn note_bytes(&mut self, offer: &Offer) {
        const REASON: &str = "a body that is neither JSON nor text is given as its bytes";
        let schema = offer.place.child("schema");
        let is_meant = is_of_bytes(&essence(&offer.name), true) || self.is_raw(offer);
        if offer.media == BodyMedia::Bytes && !is_meant && self.is_described(&schema) {
            self.untyped(&offer.place, REASON);
        }
    }
}
