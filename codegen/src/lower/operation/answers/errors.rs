//! Answers that are no success.

use openapiv3::{ReferenceOr, Response};

use super::status::role;
use crate::ir::{Answer, BodyMedia, Method, Owner, Status, Ty};
use crate::lower::node::place_of;
use crate::lower::operation::content::Offer;
use crate::lower::operation::media;
use crate::lower::schema::Site;
use crate::lower::{Lowering, docs};

impl Lowering<'_> {
    /// An answer that is not a success: its body is kept as it is and decoded on demand, so that no form of it is in the way.
    pub(super) fn error(
        &mut self,
        status: Status,
        response: &ReferenceOr<Response>,
        method: &Method,
        owner: Owner,
    ) -> Option<Answer> {
        let (place, response) = self.response(&place_of(response)?)?;
        let docs = docs::of(None, Some(&response.description));
        let content = self.body_of(response.content, status, method, &place);
        let offers = self.offers(content, &place, media::of_answer);
        let json = self.only_json(&offers);
        let schema = json.and_then(|offer| offer.node.schema.as_ref());
        let site = Site::new(owner, format!("{} response", role(status)));
        let untyped_before = self.untyped.len();
        let ty = schema.map(|schema| self.child(schema, &site).into_ty());
        if ty == Some(Ty::Json) {
            // Nothing is made of it: the body is there as it came.
            self.untyped.truncate(untyped_before);
        }
        Some(Answer { status, docs, ty })
    }

    /// The JSON that an error is decoded as: the first of those that are offered, which says of another one that it is not.
    fn only_json<'a>(&mut self, offers: &'a [Offer]) -> Option<&'a Offer> {
        let is_described =
            |offer: &&Offer| offer.media == BodyMedia::Json && offer.node.schema.is_some();
        let mut described = offers.iter().filter(is_described);
        let used = described.next()?;
        for other in described {
            if !self.have_one_schema(other, used) {
                self.ignore(other, used);
            }
        }
        Some(used)
    }
}
