//! Types alone.

use openapi_bindgen::{Config, Files};

use crate::crates::{crate_of, names, pattern};

const DOCUMENT: &str = r##"
openapi: 3.0.3
info: { title: Shop, version: "1" }
paths:
  /carts:
    post:
      operationId: createCart
      requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { photo: { type: string, format: binary } } } } } }
      responses: { "200": { description: d, content: { application/json: { schema: { type: object, properties: { at: { type: string, format: date } } } } } } }
  /photos:
    get: { operationId: getPhoto, responses: { "200": { description: d, content: { image/png: {} } } } }
components:
  schemas:
    Alone: { type: object, properties: { a: { type: string } } }
"##;

fn types_of(config: Config) -> (Files, Vec<String>) {
    let generated = crate_of(DOCUMENT, &config.types_only(true));
    assert_eq!(generated.summary.operations_emitted, 0);
    assert_eq!(generated.summary.operations_skipped(), 2);
    let manifest = generated.files.get("Cargo.toml").expect("a manifest");
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap_or_default();
    let names = dependencies
        .lines()
        .filter_map(|line| line.split(' ').next());
    let names = names.filter(|name| !name.is_empty()).map(str::to_owned);
    let names = names.collect();
    (generated.files, names)
}

#[test]
fn a_crate_of_types_has_those_of_components_and_of_operations_and_nothing_else() {
    let (files, dependencies) = types_of(Config::new());
    let expected = [
        "src/types/alone.rs Alone",
        "src/types/create_cart.rs CreateCartRequest",
        "src/types/create_cart.rs CreateCartResponse",
    ];
    assert_eq!(names(&files).into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(dependencies, ["bytes", "serde", "serde_json"]);
    let paths: Vec<&str> = files.iter().map(|(path, _)| path).collect();
    let known = [
        "Cargo.toml",
        "README.md",
        "src/lib.rs",
        "src/runtime/mod.rs",
    ];
    let folders = ["src/types/", "src/runtime/wire/", "src/runtime/multipart/"];
    for path in paths {
        let is_known =
            known.contains(&path) || folders.iter().any(|folder| path.starts_with(folder));
        assert!(is_known, "{path}");
    }
    assert!(files.iter().all(|(_, text)| !text.contains("Client")));
}

#[test]
fn its_manifest_lists_only_what_the_types_need() {
    let (files, dependencies) = types_of(Config::new().exclude(pattern("createCart")));
    assert_eq!(dependencies, ["serde", "serde_json"]);
    assert_eq!(files.get("src/runtime/wire/binary.rs"), None);
    assert_eq!(files.get("src/runtime/wire/date.rs"), None);
}
