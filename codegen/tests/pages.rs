//! Pages that the user describes, for documents that do not.

use openapi_bindgen::diagnostic::Code;
use openapi_bindgen::{Config, Source, generate};
use serde_json::json;

const DOCUMENT: &str = r#"
openapi: 3.0.3
info: { title: Cats, version: "1" }
servers: [{ url: "https://cats.example" }]
paths:
  /cats:
    get:
      operationId: listCats
      parameters: [{ name: offset, in: query, schema: { type: integer } }]
      responses:
        "200": { description: Cats, content: { application/json: { schema: { type: array, items: { type: string } } } } }
"#;

fn source() -> Source {
    Source::memory("api.yaml", [("api.yaml", DOCUMENT)])
}

fn operations(config: &Config) -> String {
    let generated = generate(&source(), config).expect("a crate");
    generated
        .files
        .get("src/operations/default.rs")
        .expect("operations")
        .to_owned()
}

#[test]
fn a_list_has_pages_where_the_user_says_so() {
    assert!(!operations(&Config::new()).contains("paged!"));
    let pages = json!({ "by": "offset", "parameter": "offset" });
    let operations = operations(&Config::new().paginate("listCats", pages));
    assert!(
        operations
            .contains(r#"paged!(ListCats -> json Vec<String>, String => Plan::offset("offset"));"#),
        "{operations}"
    );
}

#[test]
fn what_does_not_fit_is_left_aside() {
    let pages = json!({ "by": "offset", "parameter": "skip" });
    let generated =
        generate(&source(), &Config::new().paginate("listCats", pages)).expect("a crate");
    assert!(
        generated
            .diagnostics
            .as_slice()
            .iter()
            .any(|diagnostic| diagnostic.code == Code::Pagination)
    );
}

#[test]
fn an_unknown_operation_is_an_error() {
    let config = Config::new().paginate("listDogs", json!({ "by": "link" }));
    let diagnostics = generate(&source(), &config).expect_err("there are no dogs");
    assert!(
        diagnostics
            .to_string()
            .contains("no operation has the id `listDogs`"),
        "{diagnostics}"
    );
}
