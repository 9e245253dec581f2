//! One call.

use super::super::{Cx, docs};
use super::argument::{self, Known};
use super::{answer, literal};
use crate::ir::{self, Body, BodyMedia, Operation, OperationId, Ty};
use crate::names::{ModuleIdent, OperationNames, TypeIdent, VariantIdent};
use crate::witness::{Call, Form, Given, Part, Payload};

/// The lines of a call in the table, or a comment that says why there is none.
pub(super) fn lines(cx: &Cx<'_>, id: OperationId, module: &ModuleIdent) -> Vec<String> {
    let operation = &cx.api.operations[id.0];
    let called = format!("{} {}", operation.method.as_str(), operation.path);
    let title = docs::code(&literal::comment(&called));
    let Some(call) = cx
        .witness
        .and_then(|witness| witness.calls.get(&operation.origin))
    else {
        return vec![format!("// {title} is no operation of the document.")];
    };
    let writer = Writer {
        cx,
        operation,
        names: &cx.names.operations[id.0],
        call,
        module,
    };
    match writer.inputs() {
        Ok(inputs) => writer.table(&title, &inputs),
        Err(missing) => vec![format!(
            "// {title} is not called: no value is found for {missing}."
        )],
    }
}

pub(super) struct Writer<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) operation: &'a Operation,
    pub(super) names: &'a OperationNames,
    pub(super) call: &'a Call,
    pub(super) module: &'a ModuleIdent,
}

/// What a call is given.
struct Inputs<'a> {
    arguments: Vec<String>,
    setters: Vec<String>,
    parameters: Vec<&'a Given>,
    form: Option<&'a Form>,
}

impl<'a> Writer<'a> {
    /// A value for each input that one is found for; the input that has none and has to.
    fn inputs(&self) -> Result<Inputs<'a>, String> {
        let mut inputs = Inputs {
            arguments: Vec::new(),
            setters: Vec::new(),
            parameters: Vec::new(),
            form: None,
        };
        let parameters = self.operation.parameters.iter().zip(&self.names.parameters);
        for (parameter, name) in parameters {
            let given = self.call.parameters.iter();
            let given = given.filter(|given| given.location == parameter.location);
            match given
                .clone()
                .find(|given| given.name == parameter.wire_name)
            {
                Some(given) => {
                    inputs.put(parameter.required, name.as_ref(), |known| {
                        argument::code(self.cx, &parameter.ty, &given.value, known)
                    });
                    inputs.parameters.push(given);
                }
                None if parameter.required => {
                    return Err(docs::code(&literal::comment(&parameter.wire_name)));
                }
                None => {}
            }
        }
        if let Some(body) = &self.operation.body {
            match self.form_of(body) {
                Some((form, code)) => {
                    inputs.put(body.required, self.names.body.as_ref(), code);
                    inputs.form = Some(form);
                }
                None if body.required => return Err("the body".to_owned()),
                None => {}
            }
        }
        Ok(inputs)
    }

    /// The body in the form that it has unless a caller chooses another, and the code that makes it.
    fn form_of(&self, body: &'a Body) -> Option<(&'a Form, impl FnOnce(Known) -> String)> {
        let wanted = &body.form;
        let forms = &self.call.forms;
        let exact = forms
            .iter()
            .find(|form| form.media_type == wanted.content_type);
        let form = exact.or_else(|| {
            forms.iter().find(|form| {
                form.media_type.contains('*') && is_written_so(&form.payload, wanted.media)
            })
        })?;
        let variant = body
            .is_choice()
            .then(|| self.variant(&self.names.choice, &self.names.forms[0]));
        let code = move |known| {
            let value = |known| match (&wanted.ty, variant.is_some()) {
                // An enum owns its text.
                (Ty::Text, true) => format!(
                    "{}.to_owned()",
                    argument::code(self.cx, &wanted.ty, &form.value, known)
                ),
                _ => argument::code(self.cx, &wanted.ty, &form.value, known),
            };
            match &variant {
                Some(variant) => format!("{variant}({})", value(Known::Yes)),
                None => value(known),
            }
        };
        Some((form, code))
    }

    /// A variant of an enum that belongs to the operation, as the tests call it.
    pub(super) fn variant(&self, ty: &TypeIdent, variant: &VariantIdent) -> String {
        format!("api::operations::{}::{ty}::{variant}", self.module)
    }

    fn table(&self, title: &str, inputs: &Inputs<'_>) -> Vec<String> {
        let Inputs {
            arguments,
            setters,
            parameters,
            form,
        } = inputs;
        let method = &self.names.method;
        let mut lines = vec![format!("/// {title}")];
        let call = format!("client.{method}({})", arguments.join(", "));
        if setters.is_empty() {
            lines.push(format!("{method}: |client| {call} => {{"));
        } else {
            lines.push(format!("{method}: |client| {call}"));
            lines.extend(setters.iter().map(|setter| format!("    {setter}")));
            lines.push("=> {".to_owned());
        }
        let rows = self
            .sends(parameters, *form)
            .into_iter()
            .chain(answer::rows(self));
        lines.extend(rows.map(|row| format!("    {row}")));
        lines.push("}".to_owned());
        lines
    }

    fn sends(&self, parameters: &[&Given], form: Option<&Form>) -> Vec<String> {
        let target = literal::raw(&self.call.target(parameters));
        let mut rows = vec![format!("sends {:?} {target};", self.call.method)];
        let headers = self.call.headers(parameters);
        rows.extend(
            headers
                .iter()
                .map(|(name, value)| format!("header {name:?} = {};", literal::raw(value))),
        );
        rows.extend(form.map(|form| self.body(form)));
        rows
    }

    fn body(&self, form: &Form) -> String {
        let Form {
            media_type,
            value: _,
            payload,
        } = form;
        let (word, text) = match payload {
            Payload::Json(value) => ("json", literal::json(value)),
            Payload::Pairs(pairs) => ("form", literal::raw(&pairs.join("&"))),
            Payload::Parts(parts) => ("parts", literal::json(&parts.iter().map(part).collect())),
            Payload::Text(text) => ("text", literal::raw(text)),
            Payload::Bytes(text) => ("bytes", literal::raw(text)),
        };
        // Where the document leaves it open, the media type is that of the way in which the body is written.
        let stated = match self.operation.body.as_ref() {
            Some(body) if media_type.contains('*') => &body.form.content_type,
            Some(_) | None => media_type,
        };
        format!("body {stated:?} {word} = {text};")
    }
}

impl Inputs<'_> {
    /// Gives a value as an argument or by a setter.
    fn put(&mut self, required: bool, name: &str, code: impl FnOnce(Known) -> String) {
        if required {
            self.arguments.push(code(Known::Yes));
        } else {
            self.setters.push(format!(".{name}({})", code(Known::No)));
        }
    }
}

/// A part as its name, media type and content.
fn part(part: &Part) -> serde_json::Value {
    let Part {
        name,
        media_type,
        content,
    } = part;
    [name, media_type, content]
        .map(String::as_str)
        .into_iter()
        .collect()
}

/// Whether both read the same of an open media type.
fn is_written_so(payload: &Payload, media: BodyMedia) -> bool {
    match payload {
        Payload::Json(_) => media == BodyMedia::Json,
        Payload::Pairs(_) => media == BodyMedia::Form,
        Payload::Parts(_) => media == BodyMedia::Multipart,
        Payload::Text(_) => media == BodyMedia::Text,
        Payload::Bytes(_) => media == BodyMedia::Bytes,
    }
}

/// The status of an answer by its key in the document.
pub(super) fn status(key: &str) -> ir::Status {
    let range = key.to_ascii_uppercase();
    match (key.parse(), range.strip_suffix("XX").map(str::parse)) {
        (Ok(code), _) => ir::Status::Code(code),
        (Err(_), Some(Ok(class))) => ir::Status::Range(class),
        (Err(_), Some(Err(_)) | None) => ir::Status::Default,
    }
}
