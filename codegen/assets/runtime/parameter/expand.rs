//! One rule for all flat styles.

use std::borrow::Cow;

use super::shape::Shape;

/// What sets the flat styles apart from each other.
pub(super) struct Rules {
    /// What stands between the items of a list or object that is not exploded.
    joiner: &'static str,
    /// Whether values are written with the parameter's name.
    named: bool,
    /// What follows a name whose value is empty.
    after_lone_name: &'static str,
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
            after_lone_name: "=",
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
            after_lone_name: "",
            ..Self::named(",", escape)
        }
    }

    /// The parts of a parameter, which the caller sets apart as its place wants.
    pub(super) fn expand(&self, name: &str, explode: bool, shape: &Shape<'_>) -> Vec<String> {
        let labelled = |value: Cow<'_, str>| self.labelled(name, value);
        match shape {
            Shape::Text(text) => vec![labelled(self.escaped(text))],
            Shape::List(items) if explode => items
                .iter()
                .map(|item| labelled(self.escaped(item)))
                .collect(),
            Shape::List(items) => vec![labelled(self.joined(items.iter().map(Cow::as_ref)))],
            Shape::Map(members) if explode => members
                .iter()
                .map(|(key, member)| self.pair(key, &self.escaped(member)))
                .collect(),
            Shape::Map(members) => {
                let both = members.iter().flat_map(|(key, member)| [*key, member]);
                vec![labelled(self.joined(both))]
            }
        }
    }

    fn labelled(&self, name: &str, value: Cow<'_, str>) -> String {
        match self.named {
            true => self.pair(name, &value),
            false => value.into_owned(),
        }
    }

    fn pair(&self, name: &str, value: &str) -> String {
        let name = self.escaped(name);
        match value {
            "" => [name.as_ref(), self.after_lone_name].concat(),
            _ => [name.as_ref(), "=", value].concat(),
        }
    }

    fn joined<'a>(&self, texts: impl Iterator<Item = &'a str>) -> Cow<'a, str> {
        let escaped: Vec<_> = texts.map(|text| self.escaped(text)).collect();
        escaped.join(self.joiner).into()
    }

    fn escaped<'a>(&self, text: &'a str) -> Cow<'a, str> {
        (self.escape)(text)
    }
}
