//! Parameters.

use std::collections::HashSet;

use indexmap::IndexMap;
use openapiv3::{
    Content, Parameter as ParameterNode, ParameterData, ParameterSchemaOrContent, ReferenceOr,
    Schema,
};
use serde_json::Value;

use super::writing::Writing;
use super::{media, path};
use crate::diagnostic::Code;
use crate::dialect::{headers, locations};
use crate::ir::{Fixed, Location, Owner, Parameter, Shape, Ty};
use crate::lower::node::read_referred;
use crate::lower::schema::{Site, Use, flag, holding, is_open};
use crate::lower::{Lowering, docs, extension};
use crate::place::Place;
use crate::resolve::Template;
use crate::specification::Kind;
use crate::specification::media_type::is_json;

impl Lowering<'_> {
    /// The parameters of an operation: its own and those of its path item that it does not replace, path parameters in template
    /// order, the others by name; and the template without what they say. `None` where one cannot be expressed.
    pub(super) fn parameters(
        &mut self,
        item: &Place,
        operation: &Place,
        template: &Template,
        owner: Owner,
    ) -> Option<(String, Vec<Parameter>)> {
        let lists = [item.child("parameters"), operation.child("parameters")];
        let described = self.described(lists, &template.text, owner);
        let whole = described.iter().all(Option::is_some);
        let mut parameters: Vec<_> = described.into_iter().flatten().collect();
        let path = path::without_parameters(&template.text, &parameters);
        self.fit_to_template(&mut parameters, &path, operation);
        let_span(&mut parameters, template);
        let position = |parameter: &Parameter| match parameter.location {
            Location::Path => path::variables(&path)
                .iter()
                .position(|name| *name == parameter.wire_name),
            Location::Query | Location::Header | Location::Cookie => Some(usize::MAX),
        };
        parameters.sort_by(|a, b| {
            (position(a), &a.wire_name, a.location).cmp(&(position(b), &b.wire_name, b.location))
        });
        whole.then_some((path, parameters))
    }

    /// The parameters of these lists, of which a later one replaces those of an earlier one; `None` for one that cannot be expressed.
    fn described(
        &mut self,
        lists: [Place; 2],
        template: &str,
        owner: Owner,
    ) -> Vec<Option<Parameter>> {
        let mut found = IndexMap::new();
        let mut all = Vec::new();
        for list in lists {
            let mut here = HashSet::new();
            for place in self.listed(&list, template) {
                let Some(parameter) = self.parameter(&place, owner) else {
                    all.push(None);
                    continue;
                };
                let key = (known_by(&parameter), parameter.location);
                if !here.insert(key.clone()) {
                    let message = format!(
                        "`{}` is described twice here; this one counts",
                        parameter.wire_name
                    );
                    self.sink.report(Code::DuplicateParameter, &place, message);
                }
                found.insert(key, parameter);
            }
        }
        all.extend(found.into_values().map(Some));
        all
    }

    /// The parameters of a list, those aside that something else says: HTTP, another body, or the query that the path has.
    fn listed(&self, list: &Place, template: &str) -> Vec<Place> {
        let mut places = self.bundle.elements(list);
        places.retain(|place| {
            self.is_there(place)
                && !self.is_unsent_header(place)
                && !self.is_second_body(place)
                && !self.is_stated(place, template)
        });
        places
    }

    /// Whether there is anything at a place that can be sent: no reference that leads nowhere, and nothing without a place or a name. All of it
    /// was reported.
    fn is_there(&self, place: &Place) -> bool {
        let node = self.bundle.get(self.bundle.follow(place));
        !self.bundle.is_dangling(place) && node.is_some_and(locations::is_sent)
    }

    /// Whether it is a header that something else sends, or that nothing can.
    fn is_unsent_header(&self, place: &Place) -> bool {
        let version = self.bundle.version(self.bundle.follow(place));
        let name = self.text_of(place, "name");
        // A name that is no text is made one where the parameter is read.
        self.text_of(place, "in") == "header"
            && !name.is_empty()
            && headers::sent_header(version, name).is_none()
    }

    fn is_second_body(&self, place: &Place) -> bool {
        let version = self.bundle.version(self.bundle.follow(place));
        locations::is_second_body(version, self.text_of(place, "in"))
    }

    fn is_stated(&self, place: &Place, template: &str) -> bool {
        self.text_of(place, "in") == "query" && path::states(template, self.text_of(place, "name"))
    }

    /// The text of a member of a parameter.
    fn text_of(&self, place: &Place, keyword: &str) -> &str {
        let node = self.bundle.get(self.bundle.follow(place));
        let text = node.and_then(|node| node.get(keyword)?.as_str());
        text.unwrap_or_default()
    }

    fn parameter(&mut self, listed: &Place, owner: Owner) -> Option<Parameter> {
        let place = self.bundle.follow(listed).clone();
        if let Some((place, why)) = self.refusal(&place) {
            self.sink.report(Code::UnsupportedParameter, &place, why);
            return None;
        }
        let node: ParameterNode = read_referred(self.bundle, listed, Kind::Parameter, self.sink)?;
        let (writing, data) = self.writing(node, &place);
        let ParameterData {
            name,
            description,
            required,
            deprecated,
            format,
            explode,
            extensions,
            example: _,
            examples: _,
        } = data;
        let Writing {
            location,
            style,
            allow_reserved,
        } = writing;
        let site = Site::new(owner, name.clone());
        let (used, json) = match &format {
            ParameterSchemaOrContent::Schema(schema) => {
                (self.of_style(schema, location, &site), false)
            }
            ParameterSchemaOrContent::Content(content) => self.content(content, &place, &site)?,
        };
        let holding = holding(self.bundle, &[place.child("schema")]);
        let required = required || location == Location::Path;
        let flag = flag(&holding);
        let flag = flag.filter(|_| required && used.ty == Ty::Boolean);
        let mut docs = docs::of(None, description.as_deref());
        docs.facts.clone_from(&used.docs.facts);
        let is_deprecated = deprecated.unwrap_or(false) || used.deprecated.is_some();
        Some(Parameter {
            is_open: is_open(&holding),
            origin: place,
            pinned: extension::rust_name(&extensions),
            location,
            style,
            explode: explode.unwrap_or(style.is_exploded()),
            allow_reserved,
            json,
            // A parameter that is null is one that is not sent.
            ty: used.ty,
            required,
            fixed: flag.map(Fixed::Boolean),
            deprecated: docs::deprecation(is_deprecated, description.as_deref()),
            docs,
            wire_name: name,
        })
    }

    /// Where a parameter says how it is written and that is not supported yet, and what it says.
    fn refusal(&self, place: &Place) -> Option<(Place, &'static str)> {
        let node = self.bundle.get(place)?;
        let says = |keyword: &str, text: &str| node.get(keyword) == Some(&Value::from(text));
        let form = ["content", "application/x-www-form-urlencoded", "schema"];
        // OpenAPI 3.2.0, "Parameter Object".
        if says("in", "querystring") && self.bundle.get(&place.below(&form)).is_none() {
            let why = "a query as a whole is supported as a form only";
            return Some((place.clone(), why));
        }
        // What the dialect of 2.0 makes of `collectionFormat: tsv`.
        says("style", "tabDelimited").then(|| {
            let why = "a list whose items are parted by tabs is not supported yet";
            (place.child("style"), why)
        })
    }

    /// JSON of which the document says no more.
    fn undescribed(&mut self, place: &Place) -> Use {
        let place = place.child("content");
        let ty = self.untyped(&place, "the document does not say what the parameter is");
        Use::plain(ty, false)
    }

    /// The type of a value that is written by a style. What is said to be anything is a text where nothing but a text is sent; a query may
    /// have several.
    fn of_style(&mut self, schema: &ReferenceOr<Schema>, location: Location, site: &Site) -> Use {
        let untyped_before = self.untyped.len();
        let mut used = self.child(schema, site);
        let is_text = match location {
            Location::Path | Location::Header | Location::Cookie => true,
            Location::Query => false,
        };
        if is_text && used.ty == Ty::Json {
            self.untyped.truncate(untyped_before);
            used.ty = Ty::Text;
        }
        used
    }

    /// The type of a value that has a media type of its own, and whether it is written as JSON.
    fn content(&mut self, content: &Content, place: &Place, site: &Site) -> Option<(Use, bool)> {
        let Some((name, media)) = content.first() else {
            return Some((Use::plain(Ty::Text, false), false));
        };
        let used = media.schema.as_ref().map(|schema| self.child(schema, site));
        if is_json(name) {
            return Some((used.unwrap_or_else(|| self.undescribed(place)), true));
        }
        let used = used.unwrap_or_else(|| Use::plain(Ty::Text, false));
        self.lower_pending();
        let is_any = media::is_any(name);
        if (is_any || media::is_text(name)) && self.is_written_plainly(&used.ty) {
            return Some((used, false));
        }
        if is_any {
            return Some((used, true));
        }
        let place = place.below(&["content", name]);
        let message = format!("a parameter written as `{name}` is not supported yet");
        self.sink
            .report(Code::UnsupportedParameter, &place, message);
        None
    }

    /// Whether values of a type are written as text in one way only, whatever the style.
    fn is_written_plainly(&self, ty: &Ty) -> bool {
        match self.types.behind(ty) {
            Ty::Text
            | Ty::Boolean
            | Ty::Integer(_)
            | Ty::Number
            | Ty::DateTime
            | Ty::Date
            | Ty::Base64 => true,
            Ty::Nullable(inner) => self.is_written_plainly(inner),
            Ty::Named(id) => matches!(self.types.get(*id).shape, Shape::Enum(_)),
            Ty::Bytes | Ty::File | Ty::List(_) | Ty::Map(_) | Ty::Null | Ty::Json => false,
        }
    }
}

/// Lets the values of path parameters go on over several segments where the template does.
fn let_span(parameters: &mut [Parameter], template: &Template) {
    for parameter in parameters {
        let is_in_path = parameter.location == Location::Path;
        parameter.allow_reserved |= is_in_path && template.spans(&parameter.wire_name);
    }
}

/// A parameter is known by its name and location (OpenAPI 3.0.3, "Parameter Object"); names of headers have no case (RFC 9110, section 5.1).
fn known_by(parameter: &Parameter) -> String {
    match parameter.location {
        Location::Header => parameter.wire_name.to_ascii_lowercase(),
        Location::Path | Location::Query | Location::Cookie => parameter.wire_name.clone(),
    }
}
