//! What the value of a keyword has to look like.

use serde_json::Value;

use super::Object;

#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    Any,
    Text,
    Flag,
    /// A whole number of at least 0.
    Count,
    Number,
    /// In 3.0 whether a bound is exclusive, later a bound.
    Bound,
    /// A list of anything.
    List,
    Texts,
    TextMap,
    /// A node that is looked at on its own, a list of such, such by name.
    Node,
    Nodes,
    NodeMap,
    /// A node, or nodes by name, that nobody parses as a whole: where it is of another form there are none.
    Section,
    /// A schema, or true or false.
    SchemaOrFlag,
    /// An object that is part of the one that holds it, a list of such, such by name.
    Part(&'static Object),
    Parts(&'static Object),
    PartMap(&'static Object),
}

impl Form {
    /// Whether a value has this form, as far as can be seen without looking into it.
    pub(crate) fn fits(self, value: &Value) -> bool {
        match self {
            Self::Any => true,
            Self::Text => value.is_string(),
            Self::Flag => value.is_boolean(),
            Self::Count => value.is_u64() || value.as_f64().is_some_and(is_count),
            Self::Number => value.is_number(),
            Self::Bound => value.is_boolean() || value.is_number(),
            Self::List | Self::Nodes | Self::Parts(_) => value.is_array(),
            Self::Texts => {
                let list = value.as_array();
                list.is_some_and(|list| list.iter().all(Value::is_string))
            }
            Self::TextMap => {
                let map = value.as_object();
                map.is_some_and(|map| map.values().all(Value::is_string))
            }
            Self::Node | Self::SchemaOrFlag => value.is_object() || value.is_boolean(),
            Self::NodeMap | Self::Section | Self::Part(_) | Self::PartMap(_) => value.is_object(),
        }
    }

    /// Whether a value says nothing: an empty place in YAML is null, and what writes PHP's arrays writes an empty list for an empty map.
    pub(crate) fn is_blank(self, value: &Value) -> bool {
        let is_empty_list = value.as_array().is_some_and(Vec::is_empty);
        let is_map = matches!(
            self,
            Self::Node | Self::NodeMap | Self::Section | Self::SchemaOrFlag
        );
        value.is_null() || is_empty_list && is_map
    }

    /// Whether a node can be read without a keyword of this form. Nodes of the wrong form are mended before (`dialect::slips`).
    pub(crate) fn is_dispensable(self) -> bool {
        match self {
            Self::Any | Self::Node | Self::Nodes | Self::NodeMap | Self::SchemaOrFlag => false,
            Self::Text
            | Self::Flag
            | Self::Count
            | Self::Number
            | Self::Bound
            | Self::List
            | Self::Texts
            | Self::TextMap
            | Self::Section
            | Self::Part(_)
            | Self::Parts(_)
            | Self::PartMap(_) => true,
        }
    }

    /// What is said of a keyword that is of another form, and goes.
    pub(crate) fn ignored(self, keyword: &str) -> String {
        format!("`{keyword}` should be {}, and is ignored", self.name())
    }

    /// What stands there by right.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Any => "a value",
            Self::Text => "a text",
            Self::Flag => "true or false",
            Self::Count => "a whole number of at least 0",
            Self::Number => "a number",
            Self::Bound => "a number, or true or false",
            Self::List | Self::Nodes | Self::Parts(_) => "a list",
            Self::Texts => "a list of texts",
            Self::TextMap => "a map of texts",
            Self::Node | Self::Section | Self::Part(_) => "an object",
            Self::SchemaOrFlag => "a schema, or true or false",
            Self::NodeMap | Self::PartMap(_) => "a map",
        }
    }
}

/// `5.0` counts as well as `5` does.
fn is_count(number: f64) -> bool {
    number >= 0.0 && number.fract() == 0.0
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_have_their_forms() {
        for (form, fitting, other) in [
            (Form::Text, json!("a"), json!(1)),
            (Form::Flag, json!(false), json!("false")),
            (Form::Count, json!(5.0), json!(-1)),
            (Form::Bound, json!(1.5), json!("1")),
            (Form::Texts, json!(["a"]), json!(["a", 1])),
            (Form::TextMap, json!({"a": "b"}), json!({"a": 1})),
            (Form::SchemaOrFlag, json!(true), json!([])),
        ] {
            assert!(form.fits(&fitting) && !form.fits(&other), "{form:?}");
        }
    }

    #[test]
    fn an_empty_list_says_nothing_where_a_node_or_a_map_belongs() {
        assert!(Form::NodeMap.is_blank(&json!([])) && Form::NodeMap.is_blank(&json!(null)));
        assert!(Form::Node.is_blank(&json!([])) && Form::SchemaOrFlag.is_blank(&json!([])));
        assert!(!Form::NodeMap.is_blank(&json!(["a"])) && !Form::Nodes.is_blank(&json!([])));
    }
}
