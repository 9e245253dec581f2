//! One call.

use super::super::{Cx, docs};
use super::input::{Extent, Inputs};
use super::{answer, literal};
use crate::ir::{self, Body, Operation, OperationId};
use crate::names::{ModuleIdent, OperationNames, TypeIdent, VariantIdent};
use crate::witness::Call;

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
    match writer.inputs(Extent::Full) {
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

impl<'a> Writer<'a> {
    /// A variant of an enum that belongs to the operation, as the tests call it.
    pub(super) fn variant(&self, ty: &TypeIdent, variant: &VariantIdent) -> String {
        format!("api::operations::{}::{ty}::{variant}", self.module)
    }

    fn table(&self, title: &str, inputs: &Inputs<'a>) -> Vec<String> {
        let name = self.names.method.as_ref();
        let mut lines = vec![format!("/// {title}")];
        lines.extend(self.head(&format!("{name}:"), inputs));
        lines.extend(self.rows(inputs));
        lines.extend(self.variations(inputs));
        lines.extend(answer::rows(self).iter().map(|row| indented(row)));
        lines.push("}".to_owned());
        lines
    }

    /// How the call is made.
    fn head(&self, word: &str, inputs: &Inputs<'_>) -> Vec<String> {
        let method = &self.names.method;
        let call = format!("client.{method}({})", inputs.arguments.join(", "));
        if inputs.setters.is_empty() {
            return vec![format!("{word} |client| {call} => {{")];
        }
        let mut lines = vec![format!("{word} |client| {call}")];
        lines.extend(inputs.setters.iter().map(|setter| indented(setter)));
        lines.push("=> {".to_owned());
        lines
    }

    /// What it sends.
    fn rows(&self, inputs: &Inputs<'_>) -> Vec<String> {
        let rows = self.sends(&inputs.parameters, inputs.body.as_ref());
        rows.iter().map(|row| indented(row)).collect()
    }

    /// The same call with what is required alone, where that is less, and with its body in the other forms.
    fn variations(&self, full: &Inputs<'a>) -> Vec<String> {
        let bare = self.inputs(Extent::Bare).ok();
        let bare = bare.filter(|bare| self.head("", bare) != self.head("", full));
        let others = self.operation.body.iter().flat_map(Body::forms).enumerate();
        let others = others.skip(1).filter_map(|(number, form)| {
            let title = format!("// As `{}`.", literal::comment(&form.content_type));
            Some((title, self.inputs(Extent::InForm(number)).ok()?))
        });
        let bare = bare.map(|bare| ("// With what is required alone.".to_owned(), bare));
        let variations = bare.into_iter().chain(others);
        variations
            .flat_map(|(title, inputs)| self.variation(title, &inputs))
            .map(|line| indented(&line))
            .collect()
    }

    fn variation(&self, title: String, inputs: &Inputs<'_>) -> Vec<String> {
        let mut lines = vec![title];
        lines.extend(self.head("also", inputs));
        lines.extend(self.rows(inputs));
        lines.push("}".to_owned());
        lines
    }
}

fn indented(line: &str) -> String {
    format!("    {line}")
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
