//! One rule for all flat styles.

use std::borrow::Cow;
use std::slice::from_ref;

use super::Parts;
use super::shape::Shape;
use crate::runtime::input::Input;

/// What sets the flat styles apart from each other.
pub(super) struct Rules {
    /// What stands between the items of a list or object that is not exploded.
    joiner: &'static str,
    /// Whether values are written with the parameter's name.
    named: bool,
    /// Whether a name whose value is empty stands without `=`.
    bare: bool,
    escape: Escape,
}

/// How a text is written where it goes.
pub(super) type Escape = fn(&str) -> Cow<'_, str>;

impl Rules {
    /// Values stand alone.
    pub(super) fn plain(escape: Escape) -> Self {
        Self {
            joiner: ",",
            named: false,
            bare: false,
            escape,
        }
    }

    /// Values stand behind their name.
    pub(super) fn named(joiner: &'static str, escape: Escape) -> Self {
        Self {
            joiner,
            named: true,
            ..Self::plain(escape)
        }
    }

    /// Values stand behind their name, and an empty one leaves the name bare.
    pub(super) fn matrix(escape: Escape) -> Self {
        Self {
            bare: true,
            ..Self::named(",", escape)
        }
    }

    /// Writes the parts of a parameter, which are set apart as its place wants.
    pub(super) fn write(&self, parts: &mut Parts<'_>, input: &Input, shape: &Shape<'_>) {
        let mut value = |items: &[Cow<'_, str>]| match self.named {
            true => self.pair(parts.next(), input.name, items),
            false => self.join(parts.next(), items),
        };
        match shape {
            Shape::Text(text) => value(from_ref(text)),
            Shape::List(items) if input.exploded() => {
                items.iter().for_each(|item| value(from_ref(item)));
            }
            Shape::List(items) => value(items),
            Shape::Map(members) if input.exploded() => members
                .iter()
                .for_each(|(key, member)| self.pair(parts.next(), key, from_ref(member))),
            Shape::Map(members) => {
                let items = members.iter().flat_map(|(key, member)| [*key, member]);
                value(&items.map(Cow::Borrowed).collect::<Vec<_>>());
            }
        }
    }

    fn pair(&self, text: &mut String, name: &str, items: &[Cow<'_, str>]) {
        *text += &(self.escape)(name);
        let end_of_name = text.len();
        text.push('=');
        self.join(text, items);
        if self.bare && text[end_of_name..] == *"=" {
            text.truncate(end_of_name);
        }
    }

    fn join(&self, text: &mut String, items: &[Cow<'_, str>]) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                *text += self.joiner;
            }
            *text += &(self.escape)(item);
        }
    }
}
