mod all_of;
mod circles;
mod heirs;
mod operations;
mod presence;
mod references;
mod types;
mod unions;

use std::collections::BTreeMap;

use super::api;
use crate::diagnostic::{Code, Sink};
use crate::ir::{
    Access, Api, IntegerWidth, Location, Object, Presence, Shape, Success, Ty, TypeDef, TypeName,
};
use crate::resolve::{bundle_of, bundle_of_text};
use crate::source::Source;

/// Lowers a document without its first lines.
pub(super) fn lower(text: &str) -> (Api, Vec<Code>) {
    lower_text(format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\n{text}"
    ))
}

fn lower_text(text: String) -> (Api, Vec<Code>) {
    let mut sink = Sink::default();
    let bundle = bundle_of_text(text, &mut sink);
    let api = api(&bundle, &BTreeMap::new(), &mut sink);
    (
        api,
        sink.into_vec()
            .into_iter()
            .map(|found| found.code)
            .collect(),
    )
}

pub(super) fn schemas(text: &str) -> (Api, Vec<Code>) {
    lower(&format!(
        "components:\n  schemas:\n    {}\n",
        text.replace('\n', "\n    ")
    ))
}

fn def<'a>(api: &'a Api, name: &str) -> &'a TypeDef {
    let named = |def: &&TypeDef| def.name == TypeName::Own(name.to_owned());
    api.types
        .iter()
        .map(|(_, def)| def)
        .find(named)
        .expect("the type is there")
}

pub(super) fn object<'a>(api: &'a Api, name: &str) -> &'a Object {
    match &def(api, name).shape {
        Shape::Object(object) => object,
        other => panic!("{name} is {other:?}"),
    }
}

fn presences(object: &Object) -> Vec<(&str, Presence)> {
    object
        .fields
        .iter()
        .map(|field| (field.wire_name.as_str(), field.presence))
        .collect()
}

/// The same of a document of 3.1.
fn schemas31(text: &str) -> (Api, Vec<Code>) {
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\ncomponents:\n  schemas:\n    {}\n",
        text.replace('\n', "\n    ")
    );
    lower_text(text)
}
