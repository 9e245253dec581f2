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
        let (number, is_wanted) = match extent {
            Extent::Full => (0, true),
            Extent::Bare => (0, body.required),
            Extent::InForm(number) => (number, true),
        };
        let form = body.forms().nth(number).filter(|_| is_wanted);
        let found = form.and_then(|form| Some((form, self.form_of(form)?)));
        match found {
            Some((
                form,
                Form {
                    media_type,
                    full,
                    bare,
                },
            )) => {
                let sent = match extent {
                    Extent::Bare => bare.as_ref().unwrap_or(full),
                    Extent::Full | Extent::InForm(_) => full,
                };
                inputs.put(body.required, self.names.body.as_ref(), |known| {
                    self.body_code(body, number, &sent.value, known)
                });
                // Where the document leaves it open, the media type is that of the way in which the body is written.
                let is_open = media_type.contains('*');
                let media_type = if is_open {
                    &form.content_type
                } else {
                    media_type
                };
                inputs.body = Some(Body { media_type, sent });
                Ok(())
            }
            None if body.required || matches!(extent, Extent::InForm(_)) => {
                Err("the body".to_owned())
            }
            None => Ok(()),
        }
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
        let owned = if form.ty == Ty::Text {
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
