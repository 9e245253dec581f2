//! From data to code, a file at a time. Nothing is decided here: names, boxes and derives were settled before.

mod builder;
mod calls;
mod client;
mod deprecation;
mod docs;
mod enumeration;
mod event_kinds;
mod evidence;
mod gate;
mod guide;
mod headers;
mod imports;
mod lint;
mod manifest;
mod markdown;
mod multipart;
mod object;
mod operation;
mod operations;
mod readme;
mod root;
mod runtime;
mod servers;
mod ty;
mod types;
mod union;
mod unit;
mod webhooks;

pub(crate) use root::handshake;
pub(crate) use unit::{Cell, Item, Row, Table, Unit};

use crate::config::Config;
use crate::facts::Facts;
use crate::files::{Files, Header};
use crate::gates::Gates;
use crate::ir::{Api, Ty, TypeId};
use crate::names::{self, ModuleIdent, Names, OperationModule};
use crate::witness::Witness;

/// Everything that an emitter may look at.
pub(crate) struct Cx<'a> {
    pub(crate) api: &'a Api,
    pub(crate) names: &'a Names,
    pub(crate) facts: &'a Facts,
    pub(crate) gates: &'a Gates,
    pub(crate) config: &'a Config,
    pub(crate) header: &'a Header,
    /// What tests of the calls are made of, where the user wants any.
    pub(crate) witness: Option<&'a Witness>,
}

impl Cx<'_> {
    /// The name of the package.
    pub(crate) fn package(&self) -> String {
        self.config
            .crate_name
            .as_ref()
            .map_or_else(|| names::package(&self.api.info.title), ToString::to_string)
    }

    /// The mark that tables have behind a type whose values setters take as they are.
    fn taken(&self, ty: &Ty) -> &'static str {
        match self.api.types.is_scalar(ty) {
            true => " as is",
            false => "",
        }
    }

    /// Whether any answer declares headers.
    fn declares_headers(&self) -> bool {
        !self.names.headers.is_empty()
    }

    /// Whether the server makes calls.
    fn has_webhooks(&self) -> bool {
        !self.api.webhooks.is_empty()
    }

    /// What the crate is, up to the title of the document.
    fn subject(&self) -> &'static str {
        if self.config.types_only {
            "Types of"
        } else {
            "Client for"
        }
    }

    /// The title of the document as Markdown, behind an article of ours.
    fn title(&self) -> String {
        markdown::sentence(self.bare_title()).unwrap_or_else(|| "API".to_owned())
    }

    /// The title of the document without an article of its own.
    fn bare_title(&self) -> &str {
        let title = self.api.info.title.trim();
        let bare = title.strip_prefix("The ").or(title.strip_prefix("the "));
        bare.unwrap_or(title)
    }

    /// The name by which code calls the crate.
    fn library(&self) -> String {
        names::library(&self.package())
    }
}

/// A file to emit; each stands on its own, so that several threads can share the work.
pub(crate) enum Job<'a> {
    Root,
    Client,
    TypesRoot,
    Types(&'a ModuleIdent, Vec<TypeId>),
    OperationsRoot,
    Operations(&'a OperationModule),
    Headers,
    Webhooks,
    CallsRoot,
    Calls(&'a OperationModule),
}

/// The files of code that the API needs, the runtime aside.
pub(crate) fn jobs<'a>(cx: &Cx<'a>) -> Vec<Job<'a>> {
    let mut jobs = vec![Job::Root, Job::TypesRoot];
    jobs.extend(
        types::modules(cx)
            .into_iter()
            .map(|(module, ids)| Job::Types(module, ids)),
    );
    if !cx.config.types_only {
        jobs.extend([Job::Client, Job::OperationsRoot]);
        jobs.extend(cx.names.operation_modules.iter().map(Job::Operations));
        jobs.extend(cx.declares_headers().then_some(Job::Headers));
        jobs.extend(cx.has_webhooks().then_some(Job::Webhooks));
        if cx.witness.is_some() {
            jobs.push(Job::CallsRoot);
            jobs.extend(cx.names.operation_modules.iter().map(Job::Calls));
        }
    }
    jobs
}

/// One file of code.
pub(crate) fn unit(cx: &Cx<'_>, job: &Job<'_>) -> Unit {
    match job {
        Job::Root => root::unit(cx),
        Job::Client => client::unit(cx),
        Job::TypesRoot => types::root(cx),
        Job::Types(module, ids) => types::unit(cx, module, ids),
        Job::OperationsRoot => operations::root(cx),
        Job::Operations(module) => operations::unit(cx, module),
        Job::Headers => headers::unit(cx),
        Job::Webhooks => webhooks::unit(cx),
        Job::CallsRoot => calls::root(cx),
        Job::Calls(module) => calls::unit(cx, module),
    }
}

/// The files that are text as they are: the runtime's sources, manifest and readme.
pub(crate) fn plain(cx: &Cx<'_>) -> Files {
    let mut files = runtime::files(cx);
    files.insert("Cargo.toml", manifest::text(cx));
    files.insert("README.md", readme::text(cx));
    if cx.witness.is_some() {
        files.insert("tests/generated_support/mod.rs", calls::support(cx));
    }
    files
}
