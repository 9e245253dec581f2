//! One rule for all flat styles.

use super::shape::Shape;

/// What sets the flat styles apart from each other.
pub(super) struct Rules {
    /// What stands between the items of a list or object that is not exploded.
    joiner: &'static str,
    /// Whether values are written with the parameter's name.
    named: bool,
    /// What follows a name whose value is empty.
    after_lone_name: &'static str,
    escape: fn(&str) -> String,
}

impl Rules {
    /// Values stand alone.
    pub(super) fn plain(escape: fn(&str) -> String) -> Self {
        Self {
            joiner: ",",
            named: false,
            after_lone_name: "=",
            escape,
        }
    }

    /// Values stand behind their name.
    pub(super) fn named(joiner: &'static str, escape: fn(&str) -> String) -> Self {
        Self {
            joiner,
            named: true,
            ..Self::plain(escape)
        }
    }

    /// Values stand behind their name, and an empty one leaves the name bare.
    pub(super) fn matrix(escape: fn(&str) -> String) -> Self {
        Self {
            after_lone_name: "",
            ..Self::named(",", escape)
        }
    }

    /// The parts of a parameter, which the caller sets apart as its place wants.
    pub(super) fn expand(&self, name: &str, explode: bool, shape: &Shape) -> Vec<String> {
        let labelled = |value: String| self.labelled(name, &value);
        match shape {
            Shape::Text(text) => vec![labelled(self.escaped(text))],
            Shape::List(items) if explode => items
                .iter()
                .map(|item| labelled(self.escaped(item)))
                .collect(),
            Shape::List(items) => vec![labelled(self.joined(items))],
            Shape::Map(members) if explode => members
                .iter()
                .map(|(key, member)| self.pair(key, &self.escaped(member)))
                .collect(),
            Shape::Map(members) => {
                let both = members.iter().flat_map(|(key, member)| [key, member]);
                vec![labelled(self.joined(both))]
            }
        }
    }

    fn labelled(&self, name: &str, value: &str) -> String {
        match self.named {
            true => self.pair(name, value),
            false => value.to_owned(),
        }
    }

    fn pair(&self, name: &str, value: &str) -> String {
        let name = self.escaped(name);
        match value {
            "" => format!("{name}{}", self.after_lone_name),
            _ => format!("{name}={value}"),
        }
    }

    fn joined<'a>(&self, texts: impl IntoIterator<Item = &'a String>) -> String {
        let escaped: Vec<_> = texts.into_iter().map(|text| self.escaped(text)).collect();
        escaped.join(self.joiner)
    }

    fn escaped(&self, text: &str) -> String {
        (self.escape)(text)
    }
}
