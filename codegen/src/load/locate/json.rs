//! Positions in JSON: a raw value borrows its text, and where that begins is where the value stands.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::wanted::{Found, Wanted};
use crate::load::Lines;
use crate::load::tree::Key;

pub(super) fn find(text: &str, wanted: Wanted<'_>, found: &mut Found) {
    let lines = Lines::of(text);
    let start = text.len() - text.trim_start().len();
    let mut walk = Walk {
        text,
        lines: &lines,
        found,
    };
    walk.value(&text[start..], wanted);
}

struct Walk<'a> {
    text: &'a str,
    lines: &'a Lines,
    found: &'a mut Found,
}

impl<'a> Walk<'a> {
    /// A value, given with the text behind its start.
    fn value(&mut self, value: &'a str, wanted: Wanted<'_>) {
        let offset = value.as_ptr().addr() - self.text.as_ptr().addr();
        self.found
            .note(&wanted, self.lines.position(self.text, offset));
        if wanted.is_leaf() {
            return;
        }
        let members = Members { walk: self, wanted };
        // The visitor leaves as soon as it has all it wants, and a broken text was reported when it was read.
        let _ = serde_json::Deserializer::from_str(value).deserialize_any(members);
    }
}

/// Looks at the wanted members of an object or elements of a list.
struct Members<'w, 'a, 'p> {
    walk: &'w mut Walk<'a>,
    wanted: Wanted<'p>,
}

impl<'a> Visitor<'a> for Members<'_, 'a, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'a>>(mut self, mut access: A) -> Result<(), A::Error> {
        while !self.wanted.is_leaf()
            && let Some(key) = access.next_key_seed(Key)?
        {
            match self.wanted.take(&key) {
                Some(wanted) => self
                    .walk
                    .value(access.next_value::<&RawValue>()?.get(), wanted),
                None => drop(access.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'a>>(mut self, mut access: A) -> Result<(), A::Error> {
        for index in 0_usize.. {
            if self.wanted.is_leaf() {
                break;
            }
            let Some(element) = access.next_element::<&RawValue>()? else {
                break;
            };
            if let Some(wanted) = self.wanted.take(&index.to_string()) {
                self.walk.value(element.get(), wanted);
            }
        }
        Ok(())
    }
}
