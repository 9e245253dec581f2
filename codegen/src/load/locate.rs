//! From a place in a tree back to a position in its text.
//!
//! Trees keep no positions, since hardly one in a thousand is ever printed. Instead a seed follows the pointer and fails there:
//! the parser's own error location then says where that is.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Format;
use crate::diagnostic::Position;
use crate::place::Pointer;

/// The position of the node at `pointer`, or of its closest ancestor that the text spells out.
pub(super) fn locate(text: &str, format: Format, pointer: &Pointer) -> Option<Position> {
    let mut pointer = pointer.clone();
    loop {
        if let Some(position) = locate_exactly(text, format, &pointer) {
            return Some(position);
        }
        pointer = pointer.parent()?;
    }
}

fn locate_exactly(text: &str, format: Format, pointer: &Pointer) -> Option<Position> {
    let tokens: Vec<_> = pointer.tokens().map(|token| token.into_owned()).collect();
    let stop = format
        .drive(
            text,
            Follow {
                tokens: &tokens,
                format,
            },
        )
        .err()?;
    let position = stop.message.contains(ARRIVED).then_some(stop.position)??;
    match format {
        Format::Yaml => Some(position),
        Format::Json => Some(skip_to_value(text, position)),
    }
}

/// What the seed fails with at its goal.
const ARRIVED: &str = "\u{1}arrived";

/// Follows the tokens, ignoring everything beside them.
struct Follow<'a> {
    tokens: &'a [String],
    format: Format,
}

impl<'de> DeserializeSeed<'de> for Follow<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match (self.tokens, self.format) {
            // serde_json says where it stands, which is before the value; serde_yaml where the value that it has begun starts.
            ([], Format::Json) => Err(D::Error::custom(ARRIVED)),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl Follow<'_> {
    fn arrived<E: Error>(&self) -> Result<(), E> {
        if self.tokens.is_empty() {
            Err(E::custom(ARRIVED))
        } else {
            Ok(())
        }
    }
}

impl<'de> Visitor<'de> for Follow<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ARRIVED)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.arrived()
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.arrived()
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.arrived()
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.arrived()
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.arrived()
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.arrived()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Some((first, rest)) = self.tokens.split_first() else {
            return self.arrived();
        };
        for index in 0_usize.. {
            let more = if first.parse() == Ok(index) {
                access
                    .next_element_seed(Follow {
                        tokens: rest,
                        format: self.format,
                    })?
                    .is_some()
            } else {
                access.next_element::<IgnoredAny>()?.is_some()
            };
            if !more {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Some((first, rest)) = self.tokens.split_first() else {
            return self.arrived();
        };
        while let Some(key) = access.next_key_seed(super::tree::Key)? {
            if key == *first {
                access.next_value_seed(Follow {
                    tokens: rest,
                    format: self.format,
                })?;
            } else {
                access.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// From where serde_json stands, behind the colon or comma, to where the value starts.
fn skip_to_value(text: &str, from: Position) -> Position {
    let lines = text
        .split('\n')
        .enumerate()
        .skip(from.line.saturating_sub(1));
    for (index, line) in lines {
        let start = if index + 1 == from.line {
            from.column
        } else {
            0
        };
        let value = line
            .bytes()
            .enumerate()
            .skip(start)
            .find(|(_, byte)| !matches!(byte, b' ' | b'\t' | b'\r' | b':' | b','));
        if let Some((column, _)) = value {
            return Position {
                line: index + 1,
                column: column + 1,
            };
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, pointer: &str) -> Option<(usize, usize)> {
        let pointer = pointer.parse().expect("a pointer");
        locate(text, Format::of(text), &pointer).map(|Position { line, column }| (line, column))
    }

    #[test]
    fn a_node_of_yaml_is_where_its_value_starts() {
        let text = "a:\n  - b: 1\n  - c:\n      d: text\n";
        assert_eq!(at(text, "/a/1/c/d"), Some((4, 10)));
        assert_eq!(at(text, "/a/0"), Some((2, 5)));
    }

    #[test]
    fn a_node_of_json_is_where_its_value_starts() {
        let text = "{\n  \"a\": [1,\n    {\"b\":\n  true}]\n}";
        assert_eq!(at(text, "/a"), Some((2, 8)));
        assert_eq!(at(text, "/a/1"), Some((3, 5)));
        assert_eq!(at(text, "/a/1/b"), Some((4, 3)));
    }

    #[test]
    fn a_node_that_the_text_does_not_spell_out_is_at_its_ancestor() {
        assert_eq!(at("a:\n  b: 1\n", "/a/x/y"), Some((2, 3)));
        assert_eq!(at("- 1", ""), Some((1, 1)));
    }
}
