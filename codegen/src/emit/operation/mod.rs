//! One operation: the client's method, and the table of the calls that it returns.

mod answers;
mod choice;
mod docs;
mod example;
mod input;
mod method;
mod paging;
mod stream;
mod table;

pub(super) use example::{Shown, outside, shown};

use table::reading;

use super::Cx;
use super::imports::Imports;
use super::ty::by_path;
use crate::ir::{Fixed, Operation, OperationId, Ty};
use crate::names::{ArgumentIdent, OperationNames, TypeIdent};

/// Writes one operation.
pub(super) struct Writer<'a> {
    cx: &'a Cx<'a>,
    imports: &'a mut Imports,
    id: OperationId,
    operation: &'a Operation,
    names: &'a OperationNames,
    /// Whether its docs show a call.
    is_shown: bool,
}

/// An input of the operation.
struct Part<'a> {
    name: &'a ArgumentIdent,
    /// Its type; of a body that is a choice, that of its usual form.
    ty: &'a Ty,
    /// The type of a body that is a choice.
    choice: Option<&'a TypeIdent>,
    required: bool,
    /// The one value that it has.
    fixed: Option<&'a Fixed>,
    docs: Vec<String>,
    deprecated: Option<String>,
    /// Where it goes, as code.
    input: String,
}

impl Part<'_> {
    /// Whether it is an argument of the method.
    fn is_asked_for(&self) -> bool {
        self.required && self.fixed.is_none()
    }
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        cx: &'a Cx<'a>,
        imports: &'a mut Imports,
        id: OperationId,
        is_shown: bool,
    ) -> Self {
        Self {
            is_shown,
            cx,
            imports,
            id,
            operation: &cx.api.operations[id.0],
            names: &cx.names.operations[id.0],
        }
    }

    fn ty(&mut self, ty: &Ty) -> String {
        by_path(self.cx, self.imports, ty)
    }

    /// Whether an argument is a text, which a caller may have in any form: by whatever name the document
    /// calls it, it is borrowed.
    fn is_text(&self, part: &Part<'_>) -> bool {
        part.choice.is_none() && *self.cx.api.types.behind(part.ty) == Ty::Text
    }
}
