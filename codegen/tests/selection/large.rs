//! A crate of many operations, divided by features.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use openapi_bindgen::{Config, Files};

use crate::crates::{crate_of, pattern};

const FOLDERS: [&str; 6] = ["users", "guilds", "default", "http", "type", "2fa"];

/// Ten operations for each of the names above, without a tag. Each name has a schema of its own, the first three share one, all share
/// another, and one schema belongs to nobody.
fn document(order: impl Fn(&mut Vec<String>)) -> String {
    let mut paths = Vec::new();
    for folder in FOLDERS {
        for number in 0..10 {
            paths.push(format!(
                "  /api/{folder}/{{id}}/part{number}:\n    get:\n      operationId: get {folder} {number}\n\
                 \x20     parameters: [{{ name: id, in: path, required: true, schema: {{ type: string }} }}]\n\
                 \x20     responses: {{ '200': {{ description: d, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Of {folder}' }} }} }} }} }}\n"
            ));
        }
    }
    order(&mut paths);
    let mut text = "openapi: 3.0.3\ninfo: { title: Large, version: '1' }\npaths:\n".to_owned();
    text.extend(paths);
    text += "components:\n  schemas:\n";
    for (index, folder) in FOLDERS.into_iter().enumerate() {
        let shared = if index < 3 { "few" } else { "all" };
        writeln!(
            text,
            "    Of {folder}: {{ properties: {{ all: {{ $ref: '#/components/schemas/all' }}, shared: {{ $ref: '#/components/schemas/{shared}' }} }} }}"
        )
        .expect("a string takes everything");
    }
    text += "    few: { properties: { a: { type: string, enum: [b] } } }\n";
    text += "    all: { properties: { a: { type: string } } }\n";
    text += "    nobody: { properties: { a: { $ref: '#/components/schemas/of nobody' } } }\n";
    text += "    of nobody: { type: string, enum: [a] }\n";
    text
}

fn files(config: &Config) -> Files {
    crate_of(&document(|_| ()), config).files
}

/// The line before each `mod` of a file of modules, if it says something of features.
fn gates<'a>(files: &'a Files, path: &str) -> BTreeMap<&'a str, Option<&'a str>> {
    let text = files.get(path).expect("the file is there");
    let mut before = None;
    let mut gates = BTreeMap::new();
    for line in text.lines() {
        let module = line.trim_start_matches("pub ").strip_prefix("mod ");
        if let Some(module) = module {
            gates.insert(module.trim_end_matches(';'), before);
        }
        before = line
            .strip_prefix("#[cfg(")
            .map(|gate| gate.trim_end_matches(")]"));
    }
    gates
}

#[test]
fn a_module_of_operations_is_a_feature_called_like_it() {
    let files = files(&Config::new());
    let gates = gates(&files, "src/operations/mod.rs");
    let expected = [
        ("_2fa", Some(r#"feature = "2fa""#)),
        ("default", Some(r#"feature = "default-operations""#)),
        ("guilds", Some(r#"feature = "guilds""#)),
        ("http", Some(r#"feature = "http-operations""#)),
        ("type_", Some(r#"feature = "type""#)),
        ("users", Some(r#"feature = "users""#)),
    ];
    assert_eq!(gates, BTreeMap::from(expected));
    let manifest = files.get("Cargo.toml").expect("a manifest");
    assert!(
        manifest.contains("default = [\n    \"rustls\",\n    \"2fa\",\n"),
        "{manifest}"
    );
    assert!(manifest.contains("\nguilds = []\n"), "{manifest}");
}

#[test]
fn a_type_is_compiled_with_what_reaches_it() {
    let files = files(&Config::new());
    let gates = gates(&files, "src/types/mod.rs");
    assert_eq!(gates["of_users"], Some(r#"feature = "users""#));
    let few = r#"any(feature = "default-operations", feature = "guilds", feature = "users")"#;
    assert_eq!(gates["few"], Some(few));
    assert_eq!(gates["all"], None, "too many features for a line");
    assert_eq!(gates["nobody"], None, "no operation reaches it");
    assert_eq!(gates["of_nobody"], None);
}

#[test]
fn a_type_never_needs_one_that_may_be_missing() {
    let files = files(&Config::new());
    let gates = gates(&files, "src/types/mod.rs");
    let features = |module: &str| {
        let gate = gates[module]?;
        Some(gate.split('"').skip(1).step_by(2).collect::<BTreeSet<_>>())
    };
    let mut needs = 0;
    for module in gates.keys() {
        let text = files
            .get(&format!("src/types/{module}.rs"))
            .expect("a file");
        let uses = text
            .lines()
            .filter_map(|line| line.strip_prefix("use super::"));
        let named = uses.flat_map(|names| names.split(['{', '}', ',', ';', ' ']));
        for needed in named.filter(|name| !name.is_empty()) {
            let words = needed.replace("Of", "of_").to_lowercase();
            let available = features(&words);
            let is_there = match (features(module), available) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(of_holder), Some(of_held)) => of_holder.is_subset(&of_held),
            };
            assert!(is_there, "{module} needs {needed}");
            needs += 1;
        }
    }
    assert_eq!(needs, 10);
}

#[test]
fn a_crate_of_fewer_operations_has_no_features_and_the_same_modules() {
    let files = files(&Config::new().include(pattern("* /api/users/**")));
    let expected = BTreeMap::from([("users", None)]);
    assert_eq!(gates(&files, "src/operations/mod.rs"), expected);
    let manifest = files.get("Cargo.toml").expect("a manifest");
    assert!(manifest.contains("default = [\"rustls\"]\n"), "{manifest}");
    assert!(
        files
            .iter()
            .all(|(_, text)| !text.contains("may be behind features"))
    );
}

#[test]
fn types_alone_are_not_divided() {
    let files = files(&Config::new().types_only(true));
    assert!(
        gates(&files, "src/types/mod.rs")
            .values()
            .all(Option::is_none)
    );
    assert!(
        !files
            .get("Cargo.toml")
            .is_some_and(|text| text.contains("[features]"))
    );
}

#[test]
fn the_order_of_paths_does_not_matter() {
    let shuffled = crate_of(&document(|paths| paths.reverse()), &Config::new());
    assert!(files(&Config::new()) == shuffled.files);
}
