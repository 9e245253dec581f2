//! Which forms of a body a caller chooses among.

use super::content::Offer;
use super::media;
use crate::ir::BodyMedia;
use crate::lower::Lowering;

impl Lowering<'_> {
    /// The forms to choose among, JSON first, each once: of names of JSON that mean the same the first one counts, and XML beside JSON is
    /// left out, since nothing here writes it.
    pub(super) fn choices(&mut self, mut offers: Vec<Offer>) -> Vec<Offer> {
        offers.sort_by_key(|offer| media::rank(offer.media, &offer.name));
        let mut chosen: Vec<Offer> = Vec::new();
        for mut offer in offers {
            let json = chosen
                .first()
                .filter(|first| first.media == BodyMedia::Json);
            if let Some(json) = json.filter(|_| media::is_xml(&offer.name)) {
                self.ignore(&offer, json);
            } else if !chosen.iter().any(|known| self.mean_the_same(known, &offer)) {
                self.share_schema(&chosen, &mut offer);
                chosen.push(offer);
            }
        }
        chosen
    }

    /// Whether two media types are other names of one and describe the same.
    pub(super) fn mean_the_same(&self, a: &Offer, b: &Offer) -> bool {
        let are_plain = media::is_plain_json(&a.name) && media::is_plain_json(&b.name);
        are_plain && self.have_one_schema(a, b)
    }

    /// A schema that is written out for each media type is one type.
    fn share_schema(&self, known: &[Offer], offer: &mut Offer) {
        if let Some(same) = known
            .iter()
            .find(|known| self.have_one_schema(known, offer))
        {
            offer.node.schema.clone_from(&same.node.schema);
        }
    }

    pub(super) fn have_one_schema(&self, a: &Offer, b: &Offer) -> bool {
        let schema = |offer: &Offer| self.bundle.get(&offer.place.child("schema"));
        schema(a) == schema(b)
    }
}
