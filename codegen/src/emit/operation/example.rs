//! An example of a call.

use super::super::Cx;
use super::super::imports::Imports;
use super::super::ty::TypeWriter;
use super::{Part, Writer};
use crate::ir::{Field, Object, OperationId, Shape, Success, Ty};

impl Writer<'_> {
    /// A call that compiles: what it needs and the document gives no value for is an argument of the function around it.
    pub(super) fn example(&self, asked: &[&Part<'_>]) -> Vec<String> {
        let library = self.cx.library();
        let (given, called) = self.given(asked, &library);
        let deprecated = self.operation.deprecated.as_ref();
        let allow = deprecated.map(|_| "# #[allow(deprecated)]".to_owned());
        let lead = std::iter::once("```no_run".to_owned()).chain(allow);
        let (bound, send) = self.bound();
        let call = [
            format!(
                "# async fn example({}) -> Result<(), {library}::Error> {{",
                given.join(", ")
            ),
            format!("{bound}{called}.{send}().await?;"),
        ];
        let last = ["# Ok(()) }", "```"].map(str::to_owned);
        let lines = lead.chain(call);
        lines.chain(self.read_on()).chain(last).collect()
    }

    /// What the answer is bound to, and the method that gives it.
    fn bound(&self) -> (&'static str, &'static str) {
        match &self.operation.success {
            // Its headers say where it goes on.
            Success::Empty { docs: _ } if self.operation.is_redirect => {
                ("let answer = ", "send_full")
            }
            Success::Empty { docs: _ } => ("", "send"),
            // There is nothing to see in what is always null.
            Success::Body {
                media: _,
                content_type: _,
                ty,
                docs: _,
            } if *self.cx.api.types.behind(ty) == Ty::Null => ("", "send"),
            Success::Stream(_) => ("let mut items = ", "send"),
            Success::Body {
                media: _,
                content_type: _,
                ty: _,
                docs: _,
            }
            | Success::Several(_) => ("let answer = ", "send"),
        }
    }

    /// What is done with an answer that has only begun.
    fn read_on(&self) -> impl Iterator<Item = String> {
        let lines: &[&str] = match &self.operation.success {
            Success::Stream(_) => &[
                "while let Some(item) = items.next().await {",
                "    println!(\"{:?}\", item?);",
                "}",
            ],
            Success::Empty { docs: _ } if self.operation.is_redirect => {
                &["println!(\"{:?}\", answer.headers().get(\"location\"));"]
            }
            Success::Empty { docs: _ }
            | Success::Body {
                media: _,
                content_type: _,
                ty: _,
                docs: _,
            }
            | Success::Several(_) => &[],
        };
        lines.iter().map(|line| (*line).to_owned())
    }

    /// What the function around the call takes, the client first, and the call, not sent.
    fn given(&self, asked: &[&Part<'_>], library: &str) -> (Vec<String>, String) {
        let mut given = vec![format!("client: {library}::Client")];
        let mut arguments = Vec::new();
        for part in asked {
            if self.is_text(part) {
                arguments.push(format!("{:?}", part.name.as_ref()));
            } else {
                let ty = outside(self.cx, part.ty, library);
                given.push(format!("{}: {ty}", part.name));
                arguments.push(part.name.to_string());
            }
        }
        let mut call = format!("client.{}({})", self.names.method, arguments.join(", "));
        if let Some(ty) = self.expected_body() {
            let name = &self.names.body;
            given.push(format!("{name}: {}", outside(self.cx, ty, library)));
            call.push_str(&format!(".{name}({name})"));
        }
        (given, call)
    }

    /// The type of a body that the document forgets to require: it may be left out, and what it is made of may not.
    fn expected_body(&self) -> Option<&Ty> {
        let body = self.operation.body.as_ref()?;
        let id = self.cx.api.types.behind(&body.form.ty).named()?;
        let asks = match &self.cx.api.types.get(id).shape {
            Shape::Object(Object { fields, rest: _ }) => fields.iter().any(Field::is_asked_for),
            Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => false,
        };
        let is_left_out = !body.required && !body.is_choice();
        (is_left_out && asks).then_some(&body.form.ty)
    }
}

/// A call as an example has it.
pub(in crate::emit) struct Shown {
    pub(in crate::emit) id: OperationId,
    /// What the function around it takes, the client first.
    pub(in crate::emit) given: Vec<String>,
    /// The call, not sent.
    pub(in crate::emit) call: String,
}

/// The call of an operation with all that it requires.
pub(in crate::emit) fn shown(cx: &Cx<'_>, id: OperationId) -> Shown {
    let mut imports = Imports::default();
    let mut writer = Writer::new(cx, &mut imports, id, true);
    let parts = writer.parts();
    let asked: Vec<_> = parts.iter().filter(|part| part.is_asked_for()).collect();
    let (given, call) = writer.given(&asked, &cx.library());
    Shown { id, given, call }
}

/// A type as somebody else's code writes it.
pub(in crate::emit) fn outside(cx: &Cx<'_>, ty: &Ty, library: &str) -> String {
    let mut imports = Imports::default();
    let code = TypeWriter {
        cx,
        imports: &mut imports,
        module: None,
    }
    .ty(ty);
    match ty {
        Ty::DateTime | Ty::Date | Ty::Base64 => format!("{library}::runtime::wire::{code}"),
        Ty::Bytes => format!("{library}::runtime::Bytes"),
        Ty::File => format!("{library}::runtime::multipart::File"),
        Ty::List(inner) => format!("Vec<{}>", outside(cx, inner, library)),
        Ty::Nullable(inner) => format!("Option<{}>", outside(cx, inner, library)),
        Ty::Map(inner) => format!(
            "std::collections::BTreeMap<String, {}>",
            outside(cx, inner, library)
        ),
        Ty::Named(_) => format!("{library}::{code}"),
        Ty::Text | Ty::Boolean | Ty::Integer(_) | Ty::Number | Ty::Null | Ty::Json => code,
    }
}
