//! The one seed that both parsers feed: it keeps the order of keys, applies merges, and notices keys that stand twice.

use std::cell::RefCell;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

use super::locate::Repeated;
use super::merge::{MERGE_KEY, merge};
use crate::place::Pointer;

/// What was noticed while a text was read.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) duplicate_keys: RefCell<Vec<Pointer>>,
}

impl Notes {
    /// Which of two keys of one name the tree has, where there are any.
    pub(super) fn repeated(&self) -> Repeated {
        match self.duplicate_keys.borrow().is_empty() {
            true => Repeated::First,
            false => Repeated::Last,
        }
    }
}

/// Where the seed stands; a list through the call stack, so that no pointer is written unless something is noticed.
#[derive(Clone, Copy)]
enum Trail<'a> {
    Root,
    Key(&'a Trail<'a>, &'a str),
    Index(&'a Trail<'a>, usize),
}

impl Trail<'_> {
    fn pointer(&self) -> Pointer {
        match self {
            Self::Root => Pointer::root(),
            Self::Key(parent, key) => parent.pointer().child(key),
            Self::Index(parent, index) => parent.pointer().child(&index.to_string()),
        }
    }
}

/// Reads one value of any kind.
#[derive(Clone, Copy)]
pub(super) struct Tree<'a> {
    notes: &'a Notes,
    trail: Trail<'a>,
}

impl<'a> Tree<'a> {
    pub(super) fn root(notes: &'a Notes) -> Self {
        Self {
            notes,
            trail: Trail::Root,
        }
    }

    fn below<'b>(&'b self, trail: Trail<'b>) -> Tree<'b> {
        Tree {
            notes: self.notes,
            trail,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(float(value as f64))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(float(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) =
            access.next_element_seed(self.below(Trail::Index(&self.trail, list.len())))?
        {
            list.push(value);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        let mut merged = Vec::new();
        while let Some(key) = access.next_key_seed(Key)? {
            let trail = Trail::Key(&self.trail, &key);
            let value = access.next_value_seed(self.below(trail))?;
            if key == MERGE_KEY {
                merged.push(value);
                continue;
            }
            match map.entry(key) {
                Entry::Vacant(entry) => drop(entry.insert(value)),
                Entry::Occupied(mut entry) => {
                    let trail = Trail::Key(&self.trail, entry.key());
                    self.notes.duplicate_keys.borrow_mut().push(trail.pointer());
                    entry.insert(value);
                }
            }
        }
        merge(&mut map, merged);
        Ok(Value::Object(map))
    }

    /// A YAML tag says nothing that OpenAPI knows of: the tagged value counts.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Value, A::Error> {
        let (_tag, value) = access.variant_seed(Key)?;
        value.newtype_variant_seed(self)
    }
}

/// Numbers that JSON cannot say are kept as the text that YAML has for them.
fn float(value: f64) -> Value {
    Number::from_f64(value).map_or_else(|| Value::String(value.to_string()), Value::Number)
}

/// A key: YAML has keys that are not strings, above all status codes.
pub(super) struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for Key {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is a string or a number")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<String, E> {
        Ok(value.to_owned())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<String, E> {
        Ok(value)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok("null".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::load::Format;

    fn yaml(text: &str) -> Value {
        Format::Yaml
            .parse(text, &Notes::default())
            .expect("the text is YAML")
    }

    #[test]
    fn keys_keep_their_order_and_may_be_numbers() {
        let value = yaml("b: 1\n200: {}\na: 2\n");
        let keys: Vec<_> = value
            .as_object()
            .expect("a mapping")
            .keys()
            .cloned()
            .collect();
        assert_eq!(keys, ["b", "200", "a"]);
    }

    #[test]
    fn a_merge_gives_way_to_what_stands_beside_it() {
        let value = yaml("base: &base {a: 1, b: 2}\nuse:\n  <<: *base\n  b: 3\n");
        assert_eq!(value["use"], json!({"b": 3, "a": 1}));
    }

    #[test]
    fn a_key_that_stands_twice_is_noted_and_the_last_one_counts() {
        let notes = Notes::default();
        let value = Format::Json
            .parse(r#"{"a": {"b": 1, "b": 2}}"#, &notes)
            .map_err(|stop| stop.message);
        assert_eq!(value, Ok(json!({"a": {"b": 2}})));
        let noted: Vec<_> = notes
            .duplicate_keys
            .borrow()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(noted, ["/a/b"]);
    }

    #[test]
    fn numbers_beyond_64_bits_become_floats() {
        assert_eq!(yaml("a: 99999999999999999999999"), json!({"a": 1e23}));
    }

    #[test]
    fn a_tagged_value_is_its_value() {
        assert_eq!(yaml("a: !Thing {b: 1}"), json!({"a": {"b": 1}}));
    }
}
