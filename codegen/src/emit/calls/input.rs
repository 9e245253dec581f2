//! What a call is given.

use super::super::docs;
use super::argument::{self, Known};
use super::call::Writer;
use super::literal;
use crate::ir::{self, BodyMedia, Parameter, Ty};
use crate::witness::{Form, Given, Payload, Sent};

/// Which of all that a call may be given it is given.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Extent {
    /// All that a value is found for.
    Full,
    /// What is required, and nothing else.
    Bare,
    /// What is required, and a body in one of the other forms, by its number.
    InForm(usize),
}

impl Extent {
    /// The number of the form that a body has, if there is one.
    fn form(self, is_required: bool) -> Option<usize> {
        match self {
            Self::Full => Some(0),
            Self::Bare => is_required.then_some(0),
            Self::InForm(number) => Some(number),
        }
    }

    /// As much of a body.
    fn of(self, form: &Form) -> &Sent {
        let Form {
            media_type: _,
            full,
            bare,
        } = form;
        match self {
            Self::Bare => bare.as_ref().unwrap_or(full),
            Self::Full | Self::InForm(_) => full,
        }
    }
}

/// What a call is given.
pub(super) struct Inputs<'a> {
    pub(super) arguments: Vec<String>,
    pub(super) setters: Vec<String>,
    pub(super) parameters: Vec<&'a Given>,
    pub(super) body: Option<Body<'a>>,
}

/// A body, and the media type that it is sent as.
pub(super) struct Body<'a> {
    pub(super) media_type: &'a str,
    pub(super) sent: &'a Sent,
}

impl<'a> Writer<'a> {
    /// A value for each input of that extent that one is found for; the input that has none and has to.
    pub(super) fn inputs(&self, extent: Extent) -> Result<Inputs<'a>, String> {
        let mut inputs = Inputs {
            arguments: Vec::new(),
            setters: Vec::new(),
            parameters: Vec::new(),
            body: None,
        };
        let parameters = self.operation.parameters.iter().zip(&self.names.parameters);
        for (parameter, name) in parameters {
            if parameter.required || extent == Extent::Full {
                self.put_parameter(&mut inputs, parameter, name.as_ref())?;
            }
        }
        if let Some(body) = &self.operation.body {
            self.put_body(&mut inputs, body, extent)?;
        }
        Ok(inputs)
    }

    fn put_parameter(
        &self,
        inputs: &mut Inputs<'a>,
        parameter: &Parameter,
        name: &str,
    ) -> Result<(), String> {
        let mut given = self.call.parameters.iter();
        let given = given.find(|given| {
            (given.location, &given.name) == (parameter.location, &parameter.wire_name)
        });
        match given {
            Some(given) => {
                if parameter.fixed.is_none() {
                    inputs.put(parameter.required, name, |known| {
                        argument::code(self.cx, &parameter.ty, &given.value, known)
                    });
                }
                inputs.parameters.push(given);
            }
            None if parameter.required => {
                return Err(docs::code(&literal::comment(&parameter.wire_name)));
            }
            None => {}
        }
        Ok(())
    }

    fn put_body(
        &self,
        inputs: &mut Inputs<'a>,
        body: &'a ir::Body,
        extent: Extent,
    ) -> Result<(), String> {
        let found = extent.form(body.required).and_then(|number| {
            let form = body.forms().nth(number)?;
            Some((number, form, self.form_of(form)?))
        });
        let Some((number, form, described)) = found else {
            let is_needed = body.required || matches!(extent, Extent::InForm(_));
            return if is_needed {
                Err("the body".to_owned())
            } else {
                Ok(())
            };
        };
        let sent = extent.of(described);
        inputs.put(body.required, self.names.body.as_ref(), |known| {
            self.body_code(body, number, &sent.value, known)
        });
        let media_type = media_type(form, described);
        inputs.body = Some(Body { media_type, sent });
        Ok(())
    }

    /// What the document says of a form of the body.
    fn form_of(&self, wanted: &ir::Form) -> Option<&'a Form> {
        let forms = &self.call.forms;
        let exact = forms
            .iter()
            .find(|form| form.media_type == wanted.content_type);
        exact.or_else(|| {
            forms.iter().find(|form| {
                form.media_type.contains('*') && is_written_so(&form.full.payload, wanted.media)
            })
        })
    }

    /// The code that makes a body in the form of that number.
    fn body_code(
        &self,
        body: &ir::Body,
        number: usize,
        value: &serde_json::Value,
        known: Known,
    ) -> String {
        let form = body.forms().nth(number).unwrap_or(&body.form);
        if !body.is_choice() {
            return argument::code(self.cx, &form.ty, value, known);
        }
        let variant = self.variant(&self.names.choice, &self.names.forms[number]);
        let code = argument::code(self.cx, &form.ty, value, Known::Yes);
        // An enum owns its text.
        let owned = if *self.cx.api.types.behind(&form.ty) == Ty::Text {
            ".to_owned()"
        } else {
            ""
        };
        format!("{variant}({code}{owned})")
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

/// The media type that a body is sent as: where the document leaves it open, that of the way in which it is written.
fn media_type<'a>(form: &'a ir::Form, described: &'a Form) -> &'a str {
    let is_open = described.media_type.contains('*');
    if is_open {
        &form.content_type
    } else {
        &described.media_type
    }
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
