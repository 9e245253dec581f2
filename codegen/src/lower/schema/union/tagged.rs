//! By which values of a discriminator the parts of a union are told.

use openapiv3::Discriminator;

use super::Part;
use crate::lower::Lowering;
use crate::lower::schema::own_name;
use crate::place::Place;

/// The values that stand for a part.
#[derive(Clone, Debug, Default)]
pub(super) struct Tagged {
    pub(super) tags: Vec<String>,
    /// Its name, where that stands for it too.
    pub(super) implied: Vec<String>,
    /// Whether it is of all values that stand for nothing, too.
    pub(super) is_default: bool,
}

impl Lowering<'_> {
    /// By what each part is told, if a value stands for any of them. Inline parts have no name: what stands for nothing is one of these, unless
    /// the document states another default.
    pub(super) fn tagged(
        &mut self,
        parts: &[Part],
        tags: &[Vec<String>],
        discriminator: Option<&(Discriminator, Place)>,
    ) -> Option<Vec<Tagged>> {
        let (by, at) = discriminator?;
        tags.iter().find(|tags| !tags.is_empty())?;
        let bundle = self.bundle;
        let is_stated = |part: &Part| bundle.is_mapped_by_default(at, &part.place);
        let is_any_stated = parts.iter().any(is_stated);
        // They share a word for what they are, which is never sent.
        let nameless = parts.iter().zip(tags).find(|(_, tags)| tags.is_empty());
        let word = nameless.map(|(part, _)| own_name(bundle, &part.place));
        let tagged = parts.iter().zip(tags).map(|(part, own)| {
            let is_default = is_stated(part) || (!is_any_stated && own.is_empty());
            let word = word.iter().filter(|_| is_default && own.is_empty());
            // What no other is named for is of the default anyway.
            let implied = (!is_default)
                .then(|| self.implied(by, &part.place, own, tags))
                .flatten();
            Tagged {
                tags: own.iter().chain(word).cloned().collect(),
                implied: implied.into_iter().collect(),
                is_default,
            }
        });
        Some(tagged.collect())
    }
}
