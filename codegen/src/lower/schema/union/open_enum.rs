//! Strings of which some are listed.

use super::super::{Class, all_of, enumeration};
use super::parts::Part;
use crate::diagnostic::Sink;
use crate::lower::Lowering;
use crate::lower::node::read_schema;

impl Lowering<'_> {
    /// Strings of which some are listed are one open enum.
    pub(super) fn open_enum(&mut self, parts: &[Part]) -> Option<Class> {
        let mut listed = None;
        let mut plain = false;
        for part in parts {
            let node = read_schema(
                self.bundle,
                self.bundle.follow(&part.place),
                &mut Sink::default(),
            )?;
            let keywords =
                all_of::merge(node, &part.place, self.bundle, &mut Sink::default())?.keywords;
            let is_list = matches!(
                enumeration::kind(&keywords.enumeration),
                enumeration::Kind::Texts
            );
            match (keywords.typ.as_deref(), is_list) {
                (Some("string") | None, true) if listed.is_none() => {
                    listed = Some(part.place.clone())
                }
                (Some("string"), false)
                    if keywords.enumeration.is_empty() && keywords.format.is_none() =>
                {
                    plain = true
                }
                (Some(_) | None, true | false) => return None,
            }
        }
        listed.filter(|_| plain).map(Class::Wrapped)
    }
}
