//! Operations by their first tag.

use std::collections::BTreeMap;

use super::{About, Group};
use crate::names::outline::Outline;

/// A group per tag; what has none stands in `default`.
pub(super) fn groups(outlines: &[Outline<'_>]) -> Vec<Group> {
    let mut by_tag: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for (index, outline) in outlines.iter().enumerate() {
        by_tag.entry(outline.tag).or_default().push(index);
    }
    let group = |(tag, members): (Option<&str>, Vec<usize>)| Group {
        name: tag.unwrap_or("default").to_owned(),
        about: tag.map_or(About::Untagged, |tag| About::Tag(tag.to_owned())),
        members,
    };
    by_tag.into_iter().map(group).collect()
}
