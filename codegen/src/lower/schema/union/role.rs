//! What the parts of a union are called.

use openapiv3::AnySchema;

use super::super::own_name;
use crate::lower::Lowering;
use crate::lower::node::SchemaNode;
use crate::place::Place;

impl Lowering<'_> {
    /// What an inline part is called: by its title, by the value that tells it from the others, by the one property that it has, or by
    /// its number.
    pub(super) fn role(
        &mut self,
        node: &SchemaNode,
        place: &Place,
        tags: &[String],
        index: usize,
    ) -> String {
        if let Some(target) = self.bundle.reference(place) {
            return own_name(self.bundle, target);
        }
        let title = node
            .data
            .title
            .as_ref()
            .filter(|title| title.split_whitespace().count() <= 4);
        let tag = tags
            .first()
            .cloned()
            .or_else(|| self.constant(&node.keywords))
            .or_else(|| self.only_property(&node.keywords));
        title
            .cloned()
            .or(tag)
            .unwrap_or_else(|| format!("variant {}", index + 1))
    }

    /// The one value that a property of the schema may have.
    fn constant(&self, keywords: &AnySchema) -> Option<String> {
        let mut lists = keywords
            .properties
            .values()
            .map(|child| self.strings(child));
        lists.find_map(|list| match list.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        })
    }

    /// The property that a schema consists of, as enums of serde are written. One with a list of values says little by its name.
    fn only_property(&self, keywords: &AnySchema) -> Option<String> {
        let mut properties = keywords.properties.iter();
        let (name, child) = properties.next()?;
        let is_alone = properties.next().is_none() && self.strings(child).is_empty();
        is_alone.then(|| name.clone())
    }
}
