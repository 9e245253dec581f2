//! The names of parts that a mapping has other values for.

use openapiv3::Discriminator;

use super::super::own_name;
use crate::lower::{Lowering, extension};
use crate::place::Place;

impl Lowering<'_> {
    /// The name of a part that a mapping gives another value: it stands for the part too, "unless a mapping is present for that value"
    /// (OpenAPI 3.2.0, "Discriminator Object"). `tags` are the values of all parts, and `own` those of this one.
    pub(super) fn implied(
        &mut self,
        by: &Discriminator,
        part: &Place,
        own: &[String],
        tags: &[Vec<String>],
    ) -> Option<String> {
        let target = self.bundle.reference(part).unwrap_or(part).clone();
        let name = own_name(self.bundle, &target);
        let is_taken =
            by.mapping.contains_key(&name) || tags.iter().flatten().any(|tag| *tag == name);
        let is_implied = !is_taken && self.is_renamed(by, &target, own);
        // A list of the values that a part may have is all of them.
        let told = is_implied.then(|| self.told(&by.property_name, &target))?;
        (told.is_empty() || told.contains(&name)).then_some(name)
    }

    /// Whether a mapping has a value for a component. An extension replaces its name, and so do the names of its own parts.
    fn is_renamed(&self, by: &Discriminator, target: &Place, own: &[String]) -> bool {
        let end = self.bundle.follow(target);
        let extension = end.child(extension::DISCRIMINATOR_VALUE);
        let is_mapped = own.iter().any(|tag| by.mapping.contains_key(tag))
            || !self.bundle.names_in_mappings(end).is_empty();
        is_mapped && !self.bundle.is_inline(target) && self.bundle.get(&extension).is_none()
    }
}
