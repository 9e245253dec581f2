//! How values are written as parameters (OpenAPI 3.0.3, "Style Values"; RFC 6570).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::Value;

/// All but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// All that would end a query value, or would be read as something else in it.
const ENDING: &AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// All that would end a path or a segment's value, slashes aside.
const ENDING_PATH: &AsciiSet = &ENDING
    .remove(b'&')
    .remove(b'+')
    .add(b'?')
    .add(b'[')
    .add(b']');

/// All that would end a cookie, or would be read as something else in it.
const ENDING_COOKIE: &AsciiSet = &ENDING
    .remove(b'#')
    .remove(b'&')
    .remove(b'+')
    .add(b',')
    .add(b';');

/// What no cookie may have (RFC 6265, section 4.1.1).
const NO_COOKIE: &AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b',')
    .add(b';')
    .add(b'\\');

/// What a value may hold as it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reserved {
    Nothing,
    InQuery,
    InPath,
    InCookie,
    /// All that a cookie may have.
    AllOfCookie,
}

/// How a parameter is written.
pub(super) struct Style<'a> {
    pub(super) name: &'a str,
    pub(super) style: &'a str,
    pub(super) explode: bool,
    pub(super) reserved: Reserved,
}

/// What a style can write: texts, and texts by name.
enum Shape {
    Text(String),
    List(Vec<String>),
    Members(Vec<(String, String)>),
}

impl Style<'_> {
    /// Whether it is what forms are written by unless they say otherwise.
    pub(super) fn is_exploded_form(&self) -> bool {
        self.style == "form" && self.explode
    }

    /// The text that takes the place of a path parameter.
    pub(super) fn path(&self, value: &Value) -> Option<String> {
        let shape = shape(value)?;
        Some(match self.style {
            "label" => format!(".{}", self.plain(&shape, ".")),
            "matrix" => format!(";{}", self.pairs(&shape).join(";")),
            _ => self.plain(&shape, ","),
        })
    }

    /// The pairs of a query.
    pub(super) fn query(&self, value: &Value) -> Option<Vec<String>> {
        match self.style {
            "deepObject" => {
                let mut pairs = Vec::new();
                self.deep(&self.escaped(self.name), value, &mut pairs);
                Some(pairs)
            }
            _ => Some(self.pairs(&shape(value)?)),
        }
    }

    /// The names and values of the pairs of a query, before they are escaped.
    pub(super) fn unescaped(&self, value: &Value) -> Option<Vec<(String, String)>> {
        let plain = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let pairs = self.query(value)?.into_iter();
        let named = pairs.map(|pair| {
            let (name, text) = pair.split_once('=')?;
            Some((plain(name), plain(text)))
        });
        named.collect()
    }

    /// The text of a header, in which nothing is escaped.
    pub(super) fn header(&self, value: &Value) -> Option<String> {
        Some(match shape(value)? {
            Shape::Text(text) => text,
            Shape::List(items) => items.join(","),
            Shape::Members(members) => {
                let sign = if self.explode { "=" } else { "," };
                let members: Vec<_> = members
                    .iter()
                    .map(|(key, text)| format!("{key}{sign}{text}"))
                    .collect();
                members.join(",")
            }
        })
    }

    /// Values alone, set apart by `between` where each is written on its own.
    fn plain(&self, shape: &Shape, between: &str) -> String {
        let between = if self.explode { between } else { "," };
        let sign = if self.explode { "=" } else { "," };
        match shape {
            Shape::Text(text) => self.escaped(text),
            Shape::List(items) => self.joined(items, between),
            Shape::Members(members) => {
                let member = |(key, text): &(String, String)| {
                    format!("{}{sign}{}", self.escaped(key), self.escaped(text))
                };
                members.iter().map(member).collect::<Vec<_>>().join(between)
            }
        }
    }

    /// Values behind their names.
    fn pairs(&self, shape: &Shape) -> Vec<String> {
        let separator = match self.style {
            "spaceDelimited" => "%20",
            "pipeDelimited" => "%7C",
            _ => ",",
        };
        let pair = |name: &str, text: String| format!("{}={text}", self.escaped(name));
        match shape {
            Shape::Text(text) => vec![pair(self.name, self.escaped(text))],
            Shape::List(items) if self.explode => items
                .iter()
                .map(|item| pair(self.name, self.escaped(item)))
                .collect(),
            Shape::List(items) => vec![pair(self.name, self.joined(items, separator))],
            Shape::Members(members) if self.explode => members
                .iter()
                .map(|(key, text)| pair(key, self.escaped(text)))
                .collect(),
            Shape::Members(members) => {
                let texts: Vec<String> = members
                    .iter()
                    .flat_map(|(key, text)| [key.clone(), text.clone()])
                    .collect();
                vec![pair(self.name, self.joined(&texts, separator))]
            }
        }
    }

    /// The pairs of an object whose members may be objects too.
    fn deep(&self, name: &str, value: &Value, pairs: &mut Vec<String>) {
        match value {
            Value::Object(members) => sorted(members).into_iter().for_each(|(key, value)| {
                self.deep(&format!("{name}%5B{}%5D", escaped(key)), value, pairs);
            }),
            // What OpenAPI leaves open; servers that read nested names read numbered ones.
            Value::Array(items) => items.iter().enumerate().for_each(|(index, item)| {
                self.deep(&format!("{name}%5B{index}%5D"), item, pairs);
            }),
            value => {
                pairs.extend(text(value).map(|text| format!("{name}={}", self.escaped(&text))))
            }
        }
    }

    fn joined(&self, texts: &[String], between: &str) -> String {
        let texts: Vec<_> = texts.iter().map(|text| self.escaped(text)).collect();
        texts.join(between)
    }

    fn escaped(&self, text: &str) -> String {
        match self.reserved {
            Reserved::InQuery => unless_escaped(text, ENDING),
            Reserved::InPath => unless_escaped(text, ENDING_PATH),
            Reserved::InCookie => unless_escaped(text, ENDING_COOKIE),
            Reserved::AllOfCookie => utf8_percent_encode(text, NO_COOKIE).to_string(),
            Reserved::Nothing => escaped(text),
        }
    }
}

/// A text in which reserved characters may stand; what is escaped in it stays so (RFC 6570, section 3.2.3).
fn unless_escaped(text: &str, ending: &'static AsciiSet) -> String {
    let hex = |character: Option<char>| character.is_some_and(|sign| sign.is_ascii_hexdigit());
    let pieces = text.split('%').enumerate().map(|(index, piece)| {
        let (mut start, encoded) = (piece.chars(), utf8_percent_encode(piece, ending));
        match index {
            0 => encoded.to_string(),
            _ if hex(start.next()) && hex(start.next()) => format!("%{encoded}"),
            _ => format!("%25{encoded}"),
        }
    });
    pieces.collect()
}

/// The text of a path between parameters; what the document has escaped stays so.
pub(super) fn literal(text: &str) -> String {
    const PATH: &AsciiSet = &percent_encoding::CONTROLS
        .add(b' ')
        .add(b'"')
        .add(b'#')
        .add(b'<')
        .add(b'>')
        .add(b'?')
        .add(b'[')
        .add(b'\\')
        .add(b']')
        .add(b'^')
        .add(b'`')
        .add(b'{')
        .add(b'|')
        .add(b'}');
    utf8_percent_encode(text, PATH).to_string()
}

pub(super) fn escaped(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The shape of a value; `None` where no style can write it. What lies deeper than a style goes is JSON.
fn shape(value: &Value) -> Option<Shape> {
    let text = |value: &Value| match value {
        Value::Array(_) | Value::Object(_) => Some(json(value)),
        value => text(value),
    };
    Some(match value {
        Value::Array(items) if items.iter().any(is_deep) => Shape::Text(json(value)),
        Value::Array(items) if !items.is_empty() => {
            Shape::List(items.iter().map(&text).collect::<Option<_>>()?)
        }
        Value::Object(members) if !members.is_empty() => {
            let members = sorted(members).into_iter();
            Shape::Members(
                members
                    .flat_map(|(key, value)| match value {
                        // A list has its name with each of its items.
                        Value::Array(items) if !items.iter().any(is_deep) => {
                            items.iter().map(|item| (key, item)).collect()
                        }
                        value => vec![(key, value)],
                    })
                    .map(|(key, value)| Some((key.clone(), text(value)?)))
                    .collect::<Option<_>>()?,
            )
        }
        // An empty list or object has nothing to write.
        Value::Array(_) | Value::Object(_) => return None,
        value => Shape::Text(text(value)?),
    })
}

fn is_deep(value: &Value) -> bool {
    value.is_array() || value.is_object()
}

/// Members by their names: their order means nothing.
fn sorted(members: &serde_json::Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by_key(|(key, _)| *key);
    members
}

/// A value without parts as text.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::Bool(_) | Value::Number(_) => Some(plain(value).to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A number without a fraction of nothing: `1.0` is `1`.
fn plain(value: &Value) -> Value {
    let whole = value
        .as_f64()
        .filter(|number| number.fract() == 0.0 && number.abs() < 9e15);
    match whole {
        Some(number) if value.is_f64() => Value::from(number as i64),
        Some(_) | None => value.clone(),
    }
}

/// JSON with the members of every object in the order of their names.
pub(super) fn json(value: &Value) -> String {
    fn ordered(value: &Value) -> Value {
        match value {
            Value::Object(members) => sorted(members)
                .into_iter()
                .map(|(key, value)| (key.clone(), ordered(value)))
                .collect(),
            Value::Array(items) => items.iter().map(ordered).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => plain(value),
        }
    }
    ordered(value).to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn style<'a>(style: &'a str, explode: bool) -> Style<'a> {
        Style {
            name: "color",
            style,
            explode,
            reserved: Reserved::Nothing,
        }
    }

    /// The table of OpenAPI 3.0.4, "Style Examples", members by their names.
    #[test]
    fn paths_are_written_by_the_table_of_openapi() {
        let list = json!(["blue", "black", "brown"]);
        let object = json!({ "R": 100, "G": 200, "B": 150 });
        for (name, explode, of_list, of_object) in [
            ("simple", false, "blue,black,brown", "B,150,G,200,R,100"),
            ("simple", true, "blue,black,brown", "B=150,G=200,R=100"),
            ("label", false, ".blue,black,brown", ".B,150,G,200,R,100"),
            ("label", true, ".blue.black.brown", ".B=150.G=200.R=100"),
            (
                "matrix",
                false,
                ";color=blue,black,brown",
                ";color=B,150,G,200,R,100",
            ),
            (
                "matrix",
                true,
                ";color=blue;color=black;color=brown",
                ";B=150;G=200;R=100",
            ),
        ] {
            let style = style(name, explode);
            assert_eq!(style.path(&list).as_deref(), Some(of_list));
            assert_eq!(style.path(&object).as_deref(), Some(of_object));
        }
    }

    #[test]
    fn queries_are_written_by_the_table_of_openapi() {
        let list = json!(["blue", "black"]);
        let object = json!({ "R": 100, "G": 200 });
        for (name, explode, of_list, of_object) in [
            ("form", false, "color=blue,black", "color=G,200,R,100"),
            ("form", true, "color=blue&color=black", "G=200&R=100"),
            (
                "spaceDelimited",
                false,
                "color=blue%20black",
                "color=G%20200%20R%20100",
            ),
            (
                "pipeDelimited",
                false,
                "color=blue%7Cblack",
                "color=G%7C200%7CR%7C100",
            ),
            (
                "deepObject",
                true,
                "color%5B0%5D=blue&color%5B1%5D=black",
                "color%5BG%5D=200&color%5BR%5D=100",
            ),
        ] {
            let style = style(name, explode);
            assert_eq!(
                style.query(&list).map(|pairs| pairs.join("&")).as_deref(),
                Some(of_list)
            );
            assert_eq!(
                style.query(&object).map(|pairs| pairs.join("&")).as_deref(),
                Some(of_object)
            );
        }
    }

    #[test]
    fn a_number_without_a_fraction_has_none_in_a_text() {
        assert_eq!(text(&json!(1.0)).as_deref(), Some("1"));
        assert_eq!(json(&json!({ "b": 2.0, "a": 0.5 })), r#"{"a":0.5,"b":2}"#);
    }
}
