//! How values are written as parameters (OpenAPI 3.0.3, "Style Values"; RFC 6570).

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::escape::{Reserved, escaped};
use super::spelling::{json, sorted, text};

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
                self.deep(&self.reserved.escaped(self.name), value, &mut pairs);
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
            Shape::Text(text) => self.reserved.escaped(text),
            Shape::List(items) => self.joined(items, between),
            Shape::Members(members) => {
                let member = |(key, text): &(String, String)| {
                    format!(
                        "{}{sign}{}",
                        self.reserved.escaped(key),
                        self.reserved.escaped(text)
                    )
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
        let pair = |name: &str, text: String| format!("{}={text}", self.reserved.escaped(name));
        match shape {
            Shape::Text(text) => vec![pair(self.name, self.reserved.escaped(text))],
            Shape::List(items) if self.explode => items
                .iter()
                .map(|item| pair(self.name, self.reserved.escaped(item)))
                .collect(),
            Shape::List(items) => vec![pair(self.name, self.joined(items, separator))],
            Shape::Members(members) if self.explode => members
                .iter()
                .map(|(key, text)| pair(key, self.reserved.escaped(text)))
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
            value => pairs
                .extend(text(value).map(|text| format!("{name}={}", self.reserved.escaped(&text)))),
        }
    }

    fn joined(&self, texts: &[String], between: &str) -> String {
        let texts: Vec<_> = texts
            .iter()
            .map(|text| self.reserved.escaped(text))
            .collect();
        texts.join(between)
    }
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
}
