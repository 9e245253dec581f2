//! The same document, however it is written down, gives the same bytes.

use openapi_bindgen::{Config, Files, Source};
use sendblue_bindings::{contacts, generated, read};
use serde_json::{Map, Value};

fn files_of(document: &Value) -> Files {
    let source = Source::memory("api.json", [("api.json", document.to_string())]);
    generated(&source, &Config::new()).files
}

fn document(path: &str) -> Value {
    serde_yaml::from_str(&read(path)).expect("the document is YAML")
}

const DOCUMENTS: [&str; 11] = [
    "spec/contacts.yaml",
    "tests/specs/twins.yaml",
    "tests/specs/keywords.yaml",
    "tests/specs/inline.yaml",
    "tests/specs/tags.yaml",
    "tests/specs/streams.yaml",
    "tests/specs/media-types.yaml",
    "tests/specs/headers.yaml",
    "tests/specs/webhooks.yaml",
    "tests/specs/deep-refs.yaml",
    "tests/specs/templates.yaml",
];

/// The members of an object the other way round.
fn reverse(value: &mut Value) {
    if let Value::Object(map) = value {
        *map = std::mem::take(map).into_iter().rev().collect::<Map<_, _>>();
    } else if let Value::Array(list) = value {
        list.reverse();
    }
}

#[test]
fn twice_the_same_is_the_same() {
    assert_eq!(contacts().files, contacts().files);
}

#[test]
fn the_order_of_paths_components_and_tags_does_not_matter() {
    for path in DOCUMENTS {
        let original = document(path);
        let mut shuffled = original.clone();
        for pointer in [
            "",
            "/paths",
            "/components",
            "/components/schemas",
            "/components/responses",
            "/tags",
        ] {
            shuffled.pointer_mut(pointer).into_iter().for_each(reverse);
        }
        shuffled["paths"]
            .as_object_mut()
            .into_iter()
            .flat_map(Map::values_mut)
            .for_each(reverse);
        assert_ne!(
            original.to_string(),
            shuffled.to_string(),
            "{path} was not shuffled"
        );
        assert!(files_of(&original) == files_of(&shuffled), "{path}");
    }
}

#[test]
fn the_order_of_properties_changes_their_order_and_nothing_else() {
    let original = document("tests/specs/twins.yaml");
    let mut shuffled = original.clone();
    for schema in shuffled["components"]["schemas"]
        .as_object_mut()
        .into_iter()
        .flat_map(Map::values_mut)
    {
        schema.get_mut("properties").into_iter().for_each(reverse);
    }
    let (original, shuffled) = (files_of(&original), files_of(&shuffled));
    for ((path, before), (_, after)) in original.iter().zip(shuffled.iter()) {
        // Lists in tables run over line ends, and the last of a list ends with another sign.
        let sorted = |text: &str| {
            let words = text.split_whitespace();
            let mut words: Vec<_> = words
                .map(|word| word.trim_end_matches([',', ';']).to_owned())
                .collect();
            words.sort();
            words
        };
        assert_eq!(sorted(before), sorted(after), "{path}");
    }
}

#[test]
fn yaml_and_json_are_the_same_document() {
    let yaml = read("spec/contacts.yaml");
    let json = document("spec/contacts.yaml").to_string();
    let files = |text: String| {
        let source = Source::memory("api", [("api", text)]);
        generated(&source, &Config::new()).files
    };
    assert!(files(yaml) == files(json));
}
