//! Where the inputs of an operation go.

use super::super::{Cx, deprecation, docs, multipart};
use super::{Part, Writer};
use crate::ir::{Body, BodyMedia, Encoding, Form, Location, Parameter, Style};
use crate::names::{ArgumentIdent, OperationNames};

impl<'a> Writer<'a> {
    /// The inputs, parameters first.
    pub(super) fn parts(&mut self) -> Vec<Part<'a>> {
        let operation = self.operation;
        let names = self.names;
        let parameters = operation.parameters.iter().zip(&names.parameters);
        let mut parts: Vec<_> = parameters
            .map(|(parameter, name)| self.parameter(parameter, name))
            .collect();
        parts.extend(
            operation
                .body
                .as_ref()
                .map(|body| body_part(self.cx, body, names)),
        );
        if !parts.is_empty() {
            self.imports.add("crate::runtime", "Input");
        }
        if parts.iter().any(|part| part.input.contains("Style::")) {
            self.imports.add("crate::runtime", "Style");
        }
        parts
    }

    fn parameter(&self, parameter: &'a Parameter, name: &'a ArgumentIdent) -> Part<'a> {
        let siblings = &self.operation.parameters;
        let name_of = |wire_name: &str| {
            let position = siblings
                .iter()
                .position(|parameter| parameter.wire_name == wire_name)?;
            Some(self.names.parameters[position].to_string())
        };
        Part {
            name,
            ty: &parameter.ty,
            choice: None,
            required: parameter.required,
            fixed: parameter.fixed.as_ref(),
            docs: docs::said(&parameter.docs),
            deprecated: deprecation::attribute(
                parameter.deprecated.as_ref(),
                &parameter.docs,
                name_of,
            ),
            input: input(parameter),
        }
    }
}

fn body_part<'a>(cx: &Cx<'_>, body: &'a Body, names: &'a OperationNames) -> Part<'a> {
    let Body {
        form,
        others: _,
        required,
        docs,
    } = body;
    let choice = body.is_choice().then_some(&names.choice);
    Part {
        name: &names.body,
        ty: &form.ty,
        choice,
        required: *required,
        fixed: None,
        docs: docs::said(docs),
        deprecated: None,
        input: choice.map_or_else(|| form_input(cx, form), |_| "Input::choice()".to_owned()),
    }
}

/// Where a body in this form goes.
pub(super) fn form_input(cx: &Cx<'_>, form: &Form) -> String {
    let Form {
        media,
        content_type,
        words: _,
        ty,
        encodings,
    } = form;
    let (input, usual) = match media {
        BodyMedia::Multipart if multipart::is_map_of_files(cx, ty) => {
            ("Input::multipart_files()", content_type.as_str())
        }
        BodyMedia::Multipart => ("Input::multipart()", content_type.as_str()),
        BodyMedia::Form => ("Input::form()", content_type.as_str()),
        BodyMedia::Json => ("Input::json()", "application/json"),
        BodyMedia::Text => ("Input::text()", "text/plain"),
        BodyMedia::Bytes => ("Input::bytes()", "application/octet-stream"),
    };
    let other = if content_type == usual {
        String::new()
    } else {
        format!(".media_type({content_type:?})")
    };
    format!("{input}{other}{}", form_encodings(encodings))
}

/// How the properties of a form are written, where the document says.
fn form_encodings(encodings: &[(String, Encoding)]) -> String {
    let mut styles = Vec::new();
    let mut json = Vec::new();
    for (name, encoding) in encodings {
        match encoding {
            Encoding::Style(style, explode) => {
                styles.push(format!("({name:?}, Style::{style:?}, {explode})"));
            }
            Encoding::MediaType {
                first: _,
                listed: _,
            } => json.push(format!("{name:?}")),
        }
    }
    let called = |method: &str, list: Vec<String>| match list.is_empty() {
        true => String::new(),
        false => format!(".{method}(&[{}])", list.join(", ")),
    };
    called("styles", styles) + &called("json", json)
}

/// Where a parameter goes, saying only what differs from the defaults of its place.
fn input(parameter: &Parameter) -> String {
    let wire_name = &parameter.wire_name;
    let (constructor, usual) = match parameter.location {
        Location::Path => ("path", Style::Simple),
        Location::Query => ("query", Style::Form),
        Location::Header => ("header", Style::Simple),
        Location::Cookie => ("cookie", Style::Form),
    };
    let style = parameter.style;
    let mut code = format!("Input::{constructor}({wire_name:?})");
    if style != usual {
        code.push_str(&format!(".style(Style::{style:?})"));
    }
    // Deep objects are written in one way only.
    if style != Style::DeepObject && parameter.explode != style.is_exploded() {
        code.push_str(&format!(".explode({})", parameter.explode));
    }
    if parameter.allow_reserved {
        code.push_str(".allow_reserved()");
    }
    if parameter.json {
        code.push_str(".as_json()");
    }
    code
}
