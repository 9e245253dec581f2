//! Servers and their variables.

use std::collections::HashSet;

use serde_json::Value;

use super::{Check, Node};
use crate::diagnostic::Code;
use crate::place::Place;

impl Check<'_> {
    /// The servers of a document, a path item or an operation.
    pub(super) fn servers(&mut self, node: &Node, place: &Place) {
        let servers = node.get("servers").and_then(Value::as_array);
        for (index, server) in servers.into_iter().flatten().enumerate() {
            let place = place.child("servers").element(index);
            if server.get("url").is_some_and(|url| url == "") {
                let message = "the URL of a server should not be empty".to_owned();
                self.warn(Code::OddName, &place.child("url"), message);
            }
            let variables = server.get("variables").and_then(Value::as_object);
            for (name, variable) in variables.into_iter().flatten() {
                self.server_variable(name, variable, &place.below(&["variables", name]));
            }
        }
    }

    fn server_variable(&mut self, name: &str, variable: &Value, place: &Place) {
        let Some(values) = variable.get("enum").and_then(Value::as_array) else {
            return;
        };
        let place = place.child("enum");
        let mut seen = HashSet::new();
        for value in values
            .iter()
            .filter(|value| !seen.insert(value.to_string()))
        {
            let message = format!("the variable `{name}` has the value `{value}` twice");
            self.warn(Code::Duplicate, &place, message);
        }
        if values.is_empty() {
            let message = format!("the variable `{name}` has no value to choose from");
            self.warn(Code::ServerVariable, &place, message);
        } else if let Some(default) = variable
            .get("default")
            .filter(|value| !values.contains(value))
        {
            let message = format!("`{default}` is none of the values that `{name}` may have");
            self.warn(Code::ServerVariable, &place, message);
        }
    }
}
