//! How parameters are written.

use indexmap::IndexMap;
use openapiv3::{
    CookieStyle, HeaderStyle, Parameter as ParameterNode, ParameterData, PathStyle, QueryStyle,
};
use serde_json::Value;

use crate::ir::{Location, Style};
use crate::lower::{Lowering, extension};
use crate::place::Place;

/// How a parameter is written, apart from its value.
pub(super) struct Writing {
    pub(super) location: Location,
    pub(super) style: Style,
    pub(super) allow_reserved: bool,
}

impl Lowering<'_> {
    /// How the parameter at `place` is written, and what else is said of it.
    pub(super) fn writing(&self, node: ParameterNode, place: &Place) -> (Writing, ParameterData) {
        let (location, style, allow_reserved, data) = match node {
            // An empty value is the empty string; OpenAPI 3.0.3 advises against `allowEmptyValue`.
            ParameterNode::Query {
                parameter_data,
                allow_reserved,
                style,
                allow_empty_value: _,
            } => {
                let style = query_style(&style);
                (Location::Query, style, allow_reserved, parameter_data)
            }
            ParameterNode::Header {
                parameter_data,
                style: HeaderStyle::Simple,
            } => (Location::Header, Style::Simple, false, parameter_data),
            ParameterNode::Path {
                parameter_data,
                style,
            } => {
                let goes_on = self.goes_on(place, &parameter_data.extensions);
                (Location::Path, path_style(&style), goes_on, parameter_data)
            }
            ParameterNode::Cookie {
                parameter_data,
                style: CookieStyle::Form,
            } => {
                let allow_reserved = self.allows_reserved(place);
                let style = self.cookie_style(place);
                (Location::Cookie, style, allow_reserved, parameter_data)
            }
        };
        let writing = Writing {
            location,
            style,
            allow_reserved,
        };
        (writing, data)
    }

    /// Whether the value of a path parameter may hold slashes: OpenAPI 3.2.0 lets it ("Parameter Object"), and so do Azure's documents.
    fn goes_on(&self, place: &Place, extensions: &IndexMap<String, Value>) -> bool {
        let is_raw = extensions.get(extension::SKIP_URL_ENCODING) == Some(&Value::Bool(true));
        is_raw || self.allows_reserved(place)
    }

    /// Whether the value of a parameter that is in no query may hold reserved characters.
    fn allows_reserved(&self, place: &Place) -> bool {
        self.parameter_says(place, "allowReserved", &Value::Bool(true))
    }

    /// The style of a cookie; the parser knows that of a form only.
    fn cookie_style(&self, place: &Place) -> Style {
        match self.parameter_says(place, "style", &Value::from("cookie")) {
            true => Style::Cookie,
            false => Style::Form,
        }
    }

    /// Whether a parameter says what it may say since OpenAPI 3.2.0 ("Parameter Object").
    fn parameter_says(&self, place: &Place, keyword: &str, value: &Value) -> bool {
        let node = self.bundle.get(place);
        let stated = node.and_then(|node| node.get(keyword));
        stated == Some(value) && self.bundle.minor(place) >= 2
    }
}

pub(super) fn query_style(style: &QueryStyle) -> Style {
    match style {
        QueryStyle::Form => Style::Form,
        QueryStyle::SpaceDelimited => Style::SpaceDelimited,
        QueryStyle::PipeDelimited => Style::PipeDelimited,
        QueryStyle::DeepObject => Style::DeepObject,
    }
}

fn path_style(style: &PathStyle) -> Style {
    match style {
        PathStyle::Matrix => Style::Matrix,
        PathStyle::Label => Style::Label,
        PathStyle::Simple => Style::Simple,
    }
}
