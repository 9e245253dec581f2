use std::sync::{Arc, Mutex};

use super::*;
use crate::diagnostic::{Code, Sink};
use crate::load::Documents;
use crate::place::{FileId, Place};
use crate::select::Selection;
use crate::source::Source;
use crate::specification::Version;

/// A source as the stages behind this one know it, everything selected: for their tests.
pub(crate) fn bundle_of(source: &Source, sink: &mut Sink) -> Bundle {
    let documents = Documents::open(source, sink);
    bundle(documents, &Selection::default(), sink)
}

/// The same of a document in one file.
pub(crate) fn bundle_of_text(text: impl Into<String>, sink: &mut Sink) -> Bundle {
    bundle_of(&Source::memory("a.yaml", [("a.yaml", text)]), sink)
}

fn resolve(files: &[(&str, &str)]) -> (Bundle, Vec<(Code, String)>) {
    resolve_from(
        &Selection::default(),
        &Source::memory(files[0].0, files.iter().copied()),
    )
}

fn select(selection: &Selection, files: &[(&str, &str)]) -> (Bundle, Vec<(Code, String)>) {
    resolve_from(
        selection,
        &Source::memory(files[0].0, files.iter().copied()),
    )
}

fn resolve_from(selection: &Selection, source: &Source) -> (Bundle, Vec<(Code, String)>) {
    let mut sink = Sink::default();
    let documents = Documents::open(source, &mut sink);
    let bundle = bundle(documents, selection, &mut sink);
    (
        bundle,
        sink.into_vec()
            .into_iter()
            .map(|found| (found.code, found.message))
            .collect(),
    )
}

fn schemas(text: &str) -> String {
    format!(
        "openapi: 3.0.3\ncomponents:\n  schemas:\n    {}\n",
        text.replace('\n', "\n    ")
    )
}

fn place(file: u32, tokens: &[&str]) -> Place {
    Place::root(FileId(file)).below(tokens)
}

#[test]
fn a_reference_is_followed_to_the_end_of_its_chain() {
    let (bundle, found) = resolve(&[
        (
            "a.yaml",
            &schemas("A: {$ref: '#/components/schemas/B'}\nB: {$ref: 'b.yaml#/C'}"),
        ),
        ("b.yaml", "C: {}"),
    ]);
    assert_eq!(found, []);
    assert_eq!(
        bundle.follow(&place(0, &["components", "schemas", "A"])),
        &place(1, &["C"])
    );
}

#[test]
fn a_dangling_reference_is_reported_with_the_closest_name() {
    let (_, found) = resolve(&[(
        "a.yaml",
        &schemas("A: {$ref: '#/components/schemas/Contect'}\nContact: {}"),
    )]);
    assert_eq!(
        found,
        [(
            Code::RefDangling,
            "`#/components/schemas/Contect` is not defined".to_owned()
        )]
    );
}

#[test]
fn a_cycle_of_references_alone_is_a_slip_and_recursion_is_none() {
    let (_, found) = resolve(&[(
        "a.yaml",
        &schemas("A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}"),
    )]);
    assert_eq!(
        found.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        [Code::RefCycle]
    );
    let (_, found) = resolve(&[(
        "a.yaml",
        &schemas("A: {properties: {a: {$ref: '#/components/schemas/A'}}}"),
    )]);
    assert_eq!(found, []);
}

#[test]
fn a_reference_to_another_kind_of_thing_is_a_slip() {
    let text = "openapi: 3.0.3\npaths: {/a: {get: {parameters: [{$ref: '#/components/schemas/A'}]}}}\ncomponents: {schemas: {A: {}}}";
    let (bundle, found) = resolve(&[("a.yaml", text)]);
    assert_eq!(
        found,
        [(
            Code::RefKind,
            "`#/components/schemas/A` is a schema, where a parameter belongs".to_owned()
        )]
    );
    let at = place(0, &["paths", "/a", "get", "parameters", "0"]);
    assert!(bundle.is_dangling(&at));
}

#[test]
fn a_node_used_as_two_kinds_that_the_document_makes_neither_of_is_an_error() {
    let text = "openapi: 3.0.3\npaths: {/a: {get: {parameters: [{$ref: '#/x-parts/A'}]}}}\ncomponents: {schemas: {B: {$ref: '#/x-parts/A'}}}\nx-parts: {A: {}}";
    let (_, found) = resolve(&[("a.yaml", text)]);
    assert_eq!(
        found,
        [(
            Code::Invalid,
            "this is a schema, and is also used as a parameter".to_owned()
        )]
    );
}

#[test]
fn a_mapping_to_a_file_that_is_not_there_names_nothing() {
    let schema =
        schemas("A: {discriminator: {propertyName: kind, mapping: {b: 'parts/b.yaml#/B'}}}");
    let (_, found) = resolve(&[("a.yaml", &schema)]);
    assert_eq!(found, []);
}

#[test]
fn nothing_is_fetched_and_nothing_far_outside_the_folder_is_read() {
    let (_, found) = resolve(&[(
        "a.yaml",
        &schemas("A: {$ref: 'https://example.com/b.yaml'}\nB: {$ref: '../../b.yaml'}"),
    )]);
    assert_eq!(
        found.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        [Code::RefRemote, Code::RefOutside]
    );
}

#[test]
fn what_is_fetched_refers_to_what_is_beside_it_on_its_host() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&asked);
    let document = schemas("A: {$ref: 'https://example.com/v1/a.yaml#/A'}\nB: {$ref: 'b.yaml#/B'}");
    let source = Source::memory(
        "a.yaml",
        [("a.yaml", document.as_str()), ("b.yaml", "B: {}")],
    )
    .fetch_with(move |url| {
        log.lock().expect("no other thread").push(url.to_owned());
        match url {
            "https://example.com/v1/a.yaml" => Ok("A: {$ref: 'b.yaml#/B'}".to_owned()),
            "https://example.com/v1/b.yaml" => Ok("B: {$ref: 'http://example.com/'}".to_owned()),
            _ => Err(std::io::ErrorKind::NotFound.into()),
        }
    });
    let (_, found) = resolve_from(&Selection::default(), &source);
    assert_eq!(
        found.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        [Code::RefRemote]
    );
    assert_eq!(
        *asked.lock().expect("no other thread"),
        [
            "https://example.com/v1/a.yaml",
            "https://example.com/v1/b.yaml"
        ]
    );
}

#[test]
fn a_file_beside_the_folder_is_read_and_named_once() {
    let (bundle, found) = resolve(&[
        (
            "a.yaml",
            &schemas("A: {$ref: '../shared/b.yaml#/A'}\nB: {$ref: '../shared/b.yaml#/B'}"),
        ),
        ("../shared/b.yaml", "A: {$ref: c.yaml}\nB: {}"),
        ("../shared/c.yaml", "{}"),
    ]);
    let expected = ["../shared/b.yaml", "../shared/c.yaml"]
        .map(|name| format!("`{name}` is read, which is outside the document's folder"));
    assert_eq!(found, expected.map(|message| (Code::RefBeside, message)));
    assert_eq!(
        bundle.follow(&place(0, &["components", "schemas", "A"])),
        &place(2, &[])
    );
}

#[test]
fn a_file_without_a_version_has_the_version_of_who_refers_to_it() {
    let (bundle, _) = resolve(&[
        ("a.yaml", &schemas("A: {$ref: 'b.yaml'}")),
        ("b.yaml", "type: string"),
    ]);
    assert_eq!(bundle.version(&place(1, &[])), Version::V30);
}

/// Where the `$ref`s of the schemas `A`, `B` and so on of a document of 3.1 lead.
fn targets(schemas_text: &str, names: &[&str]) -> (Vec<String>, Vec<Code>) {
    let text = schemas(schemas_text).replace("3.0.3", "3.1.0");
    let (bundle, found) = resolve(&[("a.yaml", &text)]);
    let target = |name: &&str| {
        let tokens: Vec<_> = name.split('/').collect();
        let target = bundle.reference(&place(0, &["components", "schemas"]).below(&tokens));
        target.map_or_else(String::new, |target| target.pointer.to_string())
    };
    (
        names.iter().map(target).collect(),
        found.into_iter().map(|(code, _)| code).collect(),
    )
}

#[test]
fn an_anchor_names_a_schema_in_its_own_file() {
    let (found, codes) = targets(
        "A: {$ref: '#pet'}\nB: {properties: {b: {$anchor: pet}}}\nC: {$ref: '#pat'}",
        &["A", "C"],
    );
    assert_eq!(found, ["/components/schemas/B/properties/b", ""]);
    assert_eq!(codes, [Code::RefDangling]);
}

#[test]
fn a_schema_with_an_id_is_found_by_it_and_is_the_root_of_what_is_inside() {
    let (found, codes) = targets(
        "A: {$ref: 'https://example.com/s/b'}\n\
         B: {$id: 'https://example.com/s/b', $defs: {x: {$anchor: x}, y: {$ref: '#/$defs/x'}, z: {$ref: '#x'}}}\n\
         C: {$ref: 'https://example.com/s/b#/$defs/y'}\n\
         D: {$id: 'https://example.com/s/d', $ref: 'b#x'}",
        &["A", "C", "D"],
    );
    let b = "/components/schemas/B";
    assert_eq!(
        found,
        [b.to_owned(), format!("{b}/$defs/y"), format!("{b}/$defs/x")]
    );
    assert_eq!(codes, []);
}

#[test]
fn a_pointer_from_the_root_of_the_file_is_understood_below_an_id() {
    let (found, codes) = targets(
        "A: {$id: 'https://example.com/s/a', $ref: '#/components/schemas/B'}\nB: {}",
        &["A"],
    );
    assert_eq!(found, ["/components/schemas/B"]);
    assert_eq!(codes, [Code::IdIgnored]);
}

#[test]
fn a_dynamic_reference_leads_to_its_first_target_and_is_named_where_there_are_more() {
    let tree = "A: {$dynamicAnchor: node, properties: {next: {$dynamicRef: '#node'}}}";
    let (_, codes) = targets(tree, &[]);
    assert_eq!(codes, []);
    let strict = "\nB: {$id: 'https://example.com/b', $dynamicAnchor: node, $ref: '#/A'}\nC: {$dynamicRef: '#node'}";
    let (found, codes) = targets(
        &format!(
            "{tree}{}",
            strict.replace("'#/A'", "'#/components/schemas/A'")
        ),
        &["C"],
    );
    assert_eq!(found, ["/components/schemas/A"]);
    assert_eq!(codes, [Code::IdIgnored, Code::DynamicRef, Code::DynamicRef]);
}

#[test]
fn an_anchor_in_another_file_is_found_there() {
    let text = schemas("A: {$ref: 'b.yaml#x'}").replace("3.0.3", "3.1.0");
    let (bundle, found) = resolve(&[("a.yaml", &text), ("b.yaml", "$defs: {b: {$anchor: x}}")]);
    assert_eq!(found, []);
    assert_eq!(
        bundle.follow(&place(0, &["components", "schemas", "A"])),
        &place(1, &["$defs", "b"])
    );
}

#[test]
fn bodies_and_forms_of_2_0_are_found_in_other_files() {
    let document = "swagger: '2.0'\npaths:\n  /a: {post: {parameters: [{$ref: 'parts/p.yaml#/Body'}]}}\n  /b: {$ref: 'parts/item.yaml'}\nparameters: {C: {$ref: 'parts/p.yaml#/Again'}}\n";
    let item = "post: {consumes: [application/x-www-form-urlencoded], parameters: [{$ref: 'p.yaml#/Field'}, {$ref: 'p.yaml#/Plain'}]}";
    let parts = "Body: {name: b, in: body, schema: {$ref: types.yaml}}\nAgain: {$ref: '#/Body'}\n\
                 Field: {name: f, in: formData, type: string}\nPlain: {name: q, in: query, type: string}";
    let (bundle, found) = resolve(&[
        ("api.yaml", document),
        ("parts/p.yaml", parts),
        ("parts/item.yaml", item),
        ("parts/types.yaml", "type: object"),
    ]);
    assert_eq!(found, []);
    let body = place(0, &["paths", "/a", "post", "requestBody"]);
    let schema = body.below(&["content", "application/json", "schema"]);
    let target = bundle.reference(&schema).expect("the type");
    assert_eq!(bundle.file_name(target.file), "parts/types.yaml");
    let shared = place(0, &["components", "requestBodies", "C", "content"]);
    assert!(bundle.get(&shared).is_some());
    let item = bundle.follow(&place(0, &["paths", "/b"])).child("post");
    let form = "application/x-www-form-urlencoded";
    let field = ["requestBody", "content", form, "schema", "properties", "f"];
    assert!(bundle.get(&item.below(&field)).is_some());
    assert!(bundle.get(&item.below(&["parameters", "0"])).is_some());
    assert!(bundle.get(&item.below(&["parameters", "1"])).is_none());
}

#[test]
fn a_recursive_reference_leads_to_the_schema_around_it() {
    let (found, codes) = targets(
        "A: {$recursiveAnchor: true, properties: {a: {items: {$recursiveRef: '#'}}}}",
        &["A/properties/a/items"],
    );
    assert_eq!(found, ["/components/schemas/A"]);
    assert_eq!(codes, []);
}

/// Two operations, each with a schema of its own that refers to nothing, and a schema that none of them needs.
const TWO: &str = "\
openapi: 3.0.3
paths:
  /a: {get: {operationId: a, responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
  /b:
    parameters: [{$ref: '#/components/parameters/Gone'}]
    get: {operationId: b, responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}
components:
  schemas:
    A: {type: string}
    B: {properties: {shared: {$ref: '#/components/schemas/Shared'}, gone: {$ref: '#/components/schemas/AlsoGone'}}}
    Shared: {type: string}
    Alone: {properties: {shared: {$ref: '#/components/schemas/Shared'}}}
";

fn selection(include: &[&str], exclude: &[&str]) -> Selection {
    let parsed = |texts: &[&str]| {
        let patterns = texts.iter().map(|text| text.parse().expect("a pattern"));
        patterns.collect()
    };
    Selection {
        include: parsed(include),
        exclude: parsed(exclude),
    }
}

fn declared(bundle: &Bundle) -> Vec<String> {
    let names = bundle.declared().iter();
    names
        .filter_map(|place| Some(place.pointer.last()?.into_owned()))
        .collect()
}

#[test]
fn without_a_selection_everything_is_reached() {
    let (bundle, found) = resolve(&[("a.yaml", TWO)]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(declared(&bundle), ["A", "B", "Shared", "Alone"]);
    assert!(bundle.operations().iter().all(|listed| listed.selected));
}

#[test]
fn what_is_included_brings_only_what_it_needs() {
    let (bundle, found) = select(&selection(&["a"], &[]), &[("a.yaml", TWO)]);
    assert_eq!(found, []);
    assert_eq!(declared(&bundle), [""; 0]);
    let selected = bundle.operations().iter().map(|listed| listed.selected);
    assert_eq!(selected.collect::<Vec<_>>(), [true, false]);
}

#[test]
fn what_is_excluded_takes_away_only_what_nothing_else_needs() {
    let (bundle, found) = select(&selection(&[], &["b"]), &[("a.yaml", TWO)]);
    assert_eq!(found, []);
    assert_eq!(declared(&bundle), ["A", "Alone"]);
}

#[test]
fn what_somebody_builds_on_is_read_with_all_that_it_needs() {
    let broken = TWO.replace("Shared: {type: string}", "Shared: {$ref: '#/nowhere'}");
    let (_, found) = select(&selection(&[], &["b"]), &[("a.yaml", &broken)]);
    let codes: Vec<_> = found.into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, [Code::RefDangling]);
}

#[test]
fn path_items_in_other_files_and_circles_of_them_are_selected_from_too() {
    let (bundle, found) = select(
        &selection(&["* /b/**"], &[]),
        &[
            (
                "a.yaml",
                "openapi: 3.0.3\npaths: {/a: {$ref: b.yaml#/x}, /b/c: {$ref: b.yaml#/x}, /b: {$ref: b.yaml#/y}}",
            ),
            (
                "b.yaml",
                "x: {get: {tags: [t]}, post: {tags: [t]}}\ny: {$ref: '#/z'}\nz: {$ref: '#/y'}",
            ),
        ],
    );
    assert_eq!(found.len(), 1, "{found:?}");
    let operations = bundle.operations().iter();
    let operations: Vec<_> = operations
        .map(|listed| {
            (
                listed.path.as_str(),
                listed.method.as_str(),
                listed.selected,
            )
        })
        .collect();
    let expected = [
        ("/a", "get", false),
        ("/a", "post", false),
        ("/b/c", "get", true),
        ("/b/c", "post", true),
    ];
    assert_eq!(operations, expected);
}

#[test]
fn the_heirs_that_only_a_mapping_names_are_reached() {
    let text = "openapi: 3.0.3
paths:
  /a: {get: {operationId: a, responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Base'}}}}}}}
components:
  schemas:
    Base: {discriminator: {propertyName: kind, mapping: {heir: Heir}}}
    Heir: {allOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/nowhere'}]}";
    let (_, found) = select(&selection(&["a"], &[]), &[("a.yaml", text)]);
    let codes: Vec<_> = found.into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, [Code::RefDangling]);
}

#[test]
fn a_mapping_names_components_and_schemas_in_other_files() {
    let text = schemas(
        "Base: {discriminator: {propertyName: kind, mapping: {own: Own, file: 'parts/heir.yaml', part: 'parts/all.json#/Part', none: Nobody}}}\nOwn: {}",
    );
    let (bundle, found) = resolve(&[
        ("a.yaml", &text),
        ("parts/heir.yaml", "type: object"),
        ("parts/all.json", r#"{"Part": {"type": "object"}}"#),
    ]);
    assert_eq!(found, []);
    let base = place(0, &["components", "schemas", "Base"]);
    let heir = |value: &str| {
        let heir = bundle.mapped(&base, value)?;
        Some((bundle.file_name(heir.file), heir.pointer.to_string()))
    };
    assert_eq!(
        heir("own"),
        Some(("a.yaml", "/components/schemas/Own".to_owned()))
    );
    assert_eq!(heir("file"), Some(("parts/heir.yaml", String::new())));
    assert_eq!(heir("part"), Some(("parts/all.json", "/Part".to_owned())));
    assert_eq!(heir("none"), None);
}
