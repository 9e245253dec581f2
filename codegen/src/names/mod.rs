//! The only place that makes identifiers, file names and names of environment variables.
//!
//! Names do not depend on the order in which a document lists things: see [`scope`].

mod credentials;
mod features;
mod fields;
mod files;
mod headers;
mod ident;
mod modules;
mod namesakes;
mod operations;
mod outline;
mod package;
mod reserved;
mod scope;
mod types;
mod wanted;
mod webhooks;
mod words;

use std::collections::HashMap;

pub(crate) use credentials::CredentialNames;
pub(crate) use features::FeatureName;
#[cfg(test)]
pub(crate) use features::RESERVED_FEATURES;
pub(crate) use headers::HeaderNames;
pub(crate) use ident::{
    ArgumentIdent, FieldIdent, MethodIdent, ModuleIdent, TypeIdent, VariantIdent,
};
pub(crate) use modules::{About, OperationModule};
pub(crate) use namesakes::leave_namesakes_out;
pub(crate) use operations::OperationNames;
pub use package::CrateName;
pub(crate) use package::{library, package};

use crate::diagnostic::{Code, Sink};
use crate::ir::{Api, OperationId, TypeId};
use crate::place::Place;

/// Every name in the generated crate.
#[derive(Debug)]
pub(crate) struct Names {
    /// The environment variable of the base URL, such as `SENDBLUE_API_BASE_URL`.
    pub(crate) base_url_variable: String,
    types: HashMap<TypeId, TypeIdent>,
    /// The structs that `new` takes where many properties are required.
    required: HashMap<TypeId, TypeIdent>,
    /// The file that each type stands in: that of the component or operation that it belongs to.
    modules: HashMap<TypeId, ModuleIdent>,
    fields: HashMap<TypeId, fields::FieldNames>,
    variants: HashMap<TypeId, Vec<VariantIdent>>,
    /// By the order of operations in the document.
    pub(crate) operations: Vec<OperationNames>,
    /// The headers that answers declare.
    pub(crate) headers: Vec<HeaderNames>,
    headers_by_operation: Vec<Option<usize>>,
    /// By the order of webhooks in the document.
    pub(crate) webhooks: Vec<MethodIdent>,
    /// The files of operations.
    pub(crate) operation_modules: Vec<OperationModule>,
    /// By the order of schemes in the document.
    pub(crate) credentials: Vec<CredentialNames>,
}

impl Names {
    /// Names everything in the API.
    pub(crate) fn assign(api: &Api, sink: &mut Sink) -> Self {
        let environment = words::Words::of(&api.info.title).shouty();
        let outlines = outline::outlines(api);
        let operations = operations::assign(api, &outlines, sink);
        let types::Assigned {
            types,
            required,
            modules,
        } = types::assign(api, &operations, sink);
        let fields = fields::assign_fields(api, sink);
        let variants = fields::assign_variants(api, &types, sink);
        let headers = headers::assign(api, sink);
        let credentials = credentials::assign(api, &environment, sink);
        Self {
            base_url_variable: format!("{environment}_BASE_URL"),
            types,
            required,
            modules,
            fields,
            variants,
            operations,
            headers: headers.sets,
            headers_by_operation: headers.by_operation,
            webhooks: webhooks::assign(api, sink),
            operation_modules: modules::assign(api, &outlines),
            credentials,
        }
    }

    /// The features that modules of operations are, where the crate is large.
    pub(crate) fn features(&self) -> impl Iterator<Item = &FeatureName> {
        let modules = self.operation_modules.iter();
        modules.filter_map(|module| module.feature.as_ref())
    }

    pub(crate) fn ty(&self, id: TypeId) -> &TypeIdent {
        &self.types[&id]
    }

    /// The headers that an operation declares.
    pub(crate) fn headers(&self, id: OperationId) -> Option<&HeaderNames> {
        self.headers_by_operation[id.0].map(|set| &self.headers[set])
    }

    /// The struct of an object's required properties, where it has many.
    pub(crate) fn required(&self, id: TypeId) -> &TypeIdent {
        &self.required[&id]
    }

    pub(crate) fn module(&self, id: TypeId) -> &ModuleIdent {
        &self.modules[&id]
    }

    /// The fields of an object, in its order.
    pub(crate) fn fields(&self, id: TypeId) -> &fields::FieldNames {
        &self.fields[&id]
    }

    /// The variants of an enum or a union, in its order.
    pub(crate) fn variants(&self, id: TypeId) -> &[VariantIdent] {
        &self.variants[&id]
    }
}

/// Says that a name is not the one that its wire name leads to: a reader of the code would look for that.
fn warn_if_renamed(origin: &Place, wire_name: &str, wanted: &str, name: &str, sink: &mut Sink) {
    if name == wanted {
        return;
    }
    let message = if name == wire_name {
        format!("`{wire_name}` keeps its wire name, since `{wanted}` is taken")
    } else {
        format!("`{wire_name}` is called `{name}`, since `{wanted}` is taken")
    };
    sink.report(Code::Renamed, origin, message)
        .help("`x-rust-name` beside it pins a name of your choice");
}

/// A pinned name, if it can be one.
fn checked_pin(pinned: Option<&String>, origin: &Place, sink: &mut Sink) -> Option<String> {
    let pinned = pinned?;
    if ident::is_identifier(pinned) {
        return Some(pinned.clone());
    }
    sink.report(
        Code::Renamed,
        &origin.child("x-rust-name"),
        format!("`{pinned}` is not a Rust identifier, and is ignored"),
    );
    None
}
