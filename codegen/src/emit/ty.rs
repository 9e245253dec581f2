//! Uses of types as code.

use proc_macro2::TokenStream;

use super::Cx;
use super::imports::Imports;
use crate::ir::{IntegerWidth, Presence, Ty, TypeId};
use crate::names::ModuleIdent;

/// Where the runtime's own value types stand.
pub(super) const WIRE: &str = "crate::runtime::wire";

/// How a file writes types.
pub(super) struct TypeWriter<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) imports: &'a mut Imports,
    /// The file of types that is written; `None` where types are called by their path.
    pub(super) module: Option<&'a ModuleIdent>,
}

/// A type as files other than those of types call it: by its path.
pub(super) fn by_path(cx: &Cx<'_>, imports: &mut Imports, ty: &Ty) -> String {
    if ty.named().is_some() {
        imports.add("crate", "types");
    }
    TypeWriter {
        cx,
        imports,
        module: None,
    }
    .ty(ty)
}

impl TypeWriter<'_> {
    /// The type of a field.
    pub(super) fn field(&mut self, holder: TypeId, ty: &Ty, presence: Presence) -> String {
        let inner = self.boxed(holder, ty);
        match presence {
            Presence::Required => inner,
            Presence::Optional | Presence::RequiredNullable => {
                self.generic("std::option", "Option", &inner)
            }
            Presence::OptionalNullable => self.generic(WIRE, "Maybe", &inner),
        }
    }

    /// The type in a `Box` where its holder would hold itself otherwise.
    pub(super) fn boxed(&mut self, holder: TypeId, ty: &Ty) -> String {
        match ty {
            Ty::Nullable(inner) if self.cx.facts.is_boxed(holder, ty) => {
                let inner = self.boxed(holder, inner);
                self.generic("std::option", "Option", &inner)
            }
            ty if self.cx.facts.is_boxed(holder, ty) => {
                let inner = self.ty(ty);
                self.generic("std::boxed", "Box", &inner)
            }
            ty => self.ty(ty),
        }
    }

    /// The type as it is.
    pub(super) fn ty(&mut self, ty: &Ty) -> String {
        match ty {
            Ty::Named(id) => self.named(*id),
            Ty::Text => self.imports.name("std::string", "String"),
            Ty::Boolean => "bool".to_owned(),
            Ty::Integer(width) => integer(*width).to_owned(),
            Ty::Number => "f64".to_owned(),
            Ty::DateTime => self.imports.name(WIRE, "DateTime"),
            Ty::Date => self.imports.name(WIRE, "Date"),
            Ty::Base64 => self.imports.name(WIRE, "Base64"),
            Ty::Bytes => self.imports.name("crate::runtime", "Bytes"),
            Ty::File => self.imports.name("crate::runtime::multipart", "File"),
            Ty::List(inner) => self.wrapped("std::vec", "Vec", inner),
            Ty::Nullable(inner) => self.wrapped("std::option", "Option", inner),
            Ty::Map(inner) => {
                let inner = self.ty(inner);
                let text = self.imports.name("std::string", "String");
                let map = self.imports.name("std::collections", "BTreeMap");
                format!("{map}<{text}, {inner}>")
            }
            Ty::Null => "()".to_owned(),
            Ty::Json => "serde_json::Value".to_owned(),
        }
    }

    fn wrapped(&mut self, path: &'static str, name: &str, inner: &Ty) -> String {
        let inner = self.ty(inner);
        self.generic(path, name, &inner)
    }

    pub(super) fn generic(&mut self, path: &'static str, name: &str, inner: &str) -> String {
        format!("{}<{inner}>", self.imports.name(path, name))
    }

    fn named(&mut self, id: TypeId) -> String {
        let name = self.cx.names.ty(id).as_ref();
        match self.module {
            Some(module) if module == self.cx.names.module(id) => name.to_owned(),
            Some(_) => self.imports.sibling(name, self.cx.facts.is_deprecated(id)),
            None => format!("types::{name}"),
        }
    }
}

fn integer(width: IntegerWidth) -> &'static str {
    match width {
        IntegerWidth::I8 => "i8",
        IntegerWidth::I16 => "i16",
        IntegerWidth::I32 => "i32",
        IntegerWidth::I64 => "i64",
        IntegerWidth::U8 => "u8",
        IntegerWidth::U16 => "u16",
        IntegerWidth::U32 => "u32",
        IntegerWidth::U64 => "u64",
    }
}

/// Code that one of the writers above made, as tokens.
pub(super) fn tokens(code: &str) -> TokenStream {
    // A writer only joins identifiers and signs, so that this never takes the other way.
    code.parse().unwrap_or_default()
}
