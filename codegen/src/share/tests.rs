use super::types;
use crate::diagnostic::Sink;
use crate::ir::{Api, Owner, Shape, SharedName, Ty, TypeDef, TypeName};
use crate::lower;
use crate::resolve::bundle_of_text;

/// The types of a document, shared, by what they are called after.
fn shared(schemas: &str) -> Vec<(String, Shape)> {
    let schemas = schemas.replace('\n', "\n    ");
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    {schemas}\n"
    );
    let mut sink = Sink::default();
    let bundle = bundle_of_text(text, &mut sink);
    let mut api = lower::api(&bundle, &std::collections::BTreeMap::new(), &mut sink);
    types(&mut api);
    let mut named: Vec<_> = api
        .types
        .iter()
        .map(|(_, def)| (called(&api, def), def.shape.clone()))
        .collect();
    named.sort_by(|(a, _), (b, _)| a.cmp(b));
    named
}

fn called(api: &Api, def: &TypeDef) -> String {
    match &def.name {
        TypeName::Own(name) | TypeName::Shared(SharedName { name, apart: _ }) => name.clone(),
        TypeName::Place {
            owner: Owner::Type(owner),
            role,
        } => format!("{}.{role}", called(api, api.types.get(*owner))),
        TypeName::Place {
            owner: Owner::Operation(_),
            role,
        } => role.clone(),
        TypeName::Request(_) => "request".to_owned(),
    }
}

fn names(shared: &[(String, Shape)]) -> Vec<&str> {
    shared.iter().map(|(name, _)| name.as_str()).collect()
}

/// The names that are only other names of a type.
fn aliases(shared: &[(String, Shape)]) -> Vec<&str> {
    let is_alias = |(_, shape): &&(String, Shape)| matches!(shape, Shape::Alias(Ty::Named(_)));
    shared
        .iter()
        .filter(is_alias)
        .map(|(name, _)| name.as_str())
        .collect()
}

#[test]
fn what_says_the_same_is_one_type() {
    let shared = shared(
        "A: {properties: {state: {type: string, enum: [on, off]}}}\nB: {properties: {mode: {type: string, enum: ['off', 'on']}}}",
    );
    assert_eq!(names(&shared), ["A", "A.state", "B", "B.mode"]);
    assert_eq!(aliases(&shared), ["B.mode"]);
}

#[test]
fn what_differs_stays_apart() {
    let shared = shared(
        "A: {properties: {s: {enum: [a, b]}}}\nB: {properties: {s: {enum: [a, c]}}}\nC: {properties: {s: {properties: {x: {type: string, description: One}}}}}\nD: {properties: {s: {properties: {x: {type: string, description: Two}}}}}",
    );
    assert_eq!(aliases(&shared), [""; 0]);
}

#[test]
fn names_inside_a_shared_type_go_with_it() {
    let schema = "{properties: {in: {properties: {deep: {enum: [a, b]}}}}}";
    let shared = shared(&format!("A: {schema}\nB: {schema}"));
    assert_eq!(names(&shared), ["A", "A.in", "A.in.deep", "B", "B.in"]);
    assert_eq!(aliases(&shared), ["B.in"]);
}

#[test]
fn a_schema_with_a_name_is_the_home() {
    let shared = shared("Z: {type: string, enum: [a, b]}\nA: {properties: {s: {enum: [a, b]}}}");
    assert_eq!(aliases(&shared), ["A.s"]);
}

#[test]
fn schemas_with_names_are_never_merged() {
    let shared = shared(
        "Y: {type: string, enum: [a, b]}\nZ: {type: string, enum: [a, b]}\nA: {properties: {s: {enum: [a, b]}, t: {$ref: '#/components/schemas/Y'}}}\nB: {properties: {s: {properties: {t: {$ref: '#/components/schemas/Y'}}}, t: {properties: {t: {$ref: '#/components/schemas/Z'}}}}}",
    );
    assert_eq!(aliases(&shared), [""; 0]);
}

#[test]
fn a_pinned_name_stands_by_itself() {
    let shared = shared(
        "A: {properties: {s: {enum: [a, b], x-rust-name: Mode}}}\nB: {properties: {s: {enum: [a, b]}}}",
    );
    assert_eq!(aliases(&shared), [""; 0]);
}
