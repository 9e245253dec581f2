//! Words that the specification lists, written in another way: places and styles of parameters.

use serde_json::{Map, Value, json};

use super::{Met, Slip, of_other_case, text};
use crate::diagnostic::Code;
use crate::dialect::locations::{LOCATIONS, STYLES, is_known_style, is_style_of};
use crate::dialect::v20;
use crate::load::Repair;
use crate::specification::Kind;

/// The slips of a node.
pub(super) fn of(met: &Met<'_>, node: &Map<String, Value>) -> Vec<Slip> {
    let (place, style) = match met.kind {
        Kind::Parameter => {
            let place = location(met, node);
            let written = place
                .as_ref()
                .map_or(text(node, "in"), |(name, _)| Some(name));
            let style = style(node, written.unwrap_or("query"));
            (place.map(|(_, slip)| slip), style)
        }
        Kind::Header => (None, style(node, "header")),
        Kind::Encoding => (None, style(node, "formData")),
        Kind::Document
        | Kind::Components
        | Kind::PathItem
        | Kind::Operation
        | Kind::RequestBody
        | Kind::Responses
        | Kind::Response
        | Kind::MediaType
        | Kind::Callback
        | Kind::Schema
        | Kind::SecurityScheme => (None, None),
    };
    place.into_iter().chain(style).collect()
}

/// The place that a parameter is meant to be in, where it says so in another case, or is a variable of the path around it and says nothing.
fn location(met: &Met<'_>, node: &Map<String, Value>) -> Option<(&'static str, Slip)> {
    let at = ["in"];
    let Some(stated) = node.get("in") else {
        let name = text(node, "name")?;
        is_variable(met, name).then_some(())?;
        let message = format!("a parameter needs `in`; `{name}` is a variable of the path");
        let slip = Slip::new(&at, Code::MissingKeyword, message, Some(json!("path")));
        return Some(("path", slip));
    };
    let stated = stated.as_str()?;
    let meant = of_other_case(stated, &LOCATIONS)?;
    let message = format!("`{stated}` is taken as `{meant}`");
    Some((
        meant,
        Slip::new(&at, Code::OddName, message, Some(json!(meant))),
    ))
}

/// Whether the path that a parameter stands in has a variable of that name.
fn is_variable(met: &Met<'_>, name: &str) -> bool {
    let mut tokens = met.place.pointer.tokens();
    let is_in_path = tokens.next().is_some_and(|token| token == "paths");
    let path = tokens.next().filter(|_| is_in_path);
    path.is_some_and(|path| path.contains(&format!("{{{name}}}")))
}

fn style(node: &Map<String, Value>, location: &str) -> Option<Slip> {
    let stated = text(node, "style")?;
    // 3.2 has one for cookies, and what 2.0 was rewritten to one that nothing else has.
    if is_known_style(stated) || matches!(stated, "cookie" | "tabDelimited") {
        return None;
    }
    let at = ["style"];
    if let Some(meant) = of_other_case(stated, &STYLES) {
        let message = format!("`{stated}` is taken as `{meant}`");
        return Some(Slip::new(&at, Code::OddName, message, Some(json!(meant))));
    }
    let meant = v20::style(location, stated);
    // What 2.0 has for no such place is told of where it is read.
    let meant = meant.filter(|(meant, _)| *meant == "tabDelimited" || is_style_of(meant, location));
    let Some((meant, explode)) = meant else {
        let message = format!("`{stated}` is no style; the usual one is used");
        return Some(Slip::new(&at, Code::KeywordIgnored, message, None));
    };
    let message = format!("`{stated}` is a `collectionFormat` of Swagger 2.0; it is read as one");
    let mut slip = Slip::new(&at, Code::OtherVersion, message, Some(json!(meant)));
    slip.repairs.push(Repair {
        at: vec!["explode".to_owned()],
        value: Some(json!(explode)),
    });
    Some(slip)
}
