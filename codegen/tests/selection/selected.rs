//! `include` and `exclude`.

use openapi_bindgen::Config;
use openapi_bindgen::diagnostic::Code;

use crate::crates::{attempt, codes, crate_of, names, pattern};

/// Everything that could change its name when something else is gone: twins of operations and of schemas, an inline schema that an
/// `allOf` brings from elsewhere, a schema called like the inline one of an operation, answers, parameters and headers among the components.
const DOCUMENT: &str = r##"
openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: "https://shop.example.com" }]
paths:
  /carts:
    get:
      operationId: listCarts
      tags: [Carts]
      parameters: [{ $ref: "#/components/parameters/sort-by" }]
      responses: { "200": { description: d, headers: { Tier: { $ref: "#/components/headers/tier" } }, content: { application/json: { schema: { $ref: "#/components/schemas/Cart" } } } } }
  /carts/{id}:
    get:
      operationId: get-cart
      tags: [carts, internal]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200": { description: d, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
        "404": { $ref: "#/components/responses/not-found" }
  /v2/carts/{id}:
    get:
      operationId: getCart
      tags: [Carts]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { $ref: "#/components/parameters/SortBy" }
        - { $ref: "#/components/parameters/alone" }
      responses:
        "200": { description: d, headers: { Tier: { $ref: "#/components/headers/Tier" } }, content: { application/json: { schema: { $ref: "#/components/schemas/Special" } } } }
        "404": { $ref: "#/components/responses/NotFound" }
  /broken:
    get:
      operationId: broken
      parameters: [{ name: a, in: query, content: { text/csv: { schema: { type: string } } } }]
      responses: { "200": { $ref: "https://example.com/gone.yaml#/never" } }
components:
  parameters:
    sort-by: { name: sort, in: query, schema: { type: string, enum: [price] } }
    SortBy: { name: sort, in: query, schema: { type: string, enum: [age] } }
    alone: { name: alone, in: query, schema: { type: string, enum: [one, two] } }
  headers:
    tier: { schema: { type: string, enum: [free] } }
    Tier: { schema: { type: string, enum: [paid] } }
  responses:
    not-found: { description: d, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } }
    NotFound: { description: d, content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } } }
  schemas:
    cart: { type: object, properties: { total: { type: integer } } }
    Cart: { type: object, properties: { state: { type: string, enum: [open] } } }
    Base: { type: object, properties: { address: { type: object, properties: { city: { type: string } } } } }
    Special: { allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { own: { $ref: "#/components/schemas/cart" } } }] }
    Alone: { type: object, properties: { a: { type: string } } }
"##;

#[test]
fn what_is_not_selected_causes_no_error() {
    let errors = attempt(DOCUMENT, &Config::new()).expect_err("the document is broken");
    assert_eq!(codes(&errors)[..1], [Code::RefRemote]);
    let config = Config::new().exclude(pattern("GET /broken"));
    let generated = crate_of(DOCUMENT, &config);
    assert_eq!(generated.summary.operations_emitted, 3);
}

#[test]
fn what_is_not_selected_is_counted_and_listed() {
    let config = Config::new().include(pattern("tag:*arts"));
    let summary = crate_of(DOCUMENT, &config.exclude(pattern("tag:internal"))).summary;
    assert_eq!(summary.operations_total, 4);
    assert_eq!(summary.operations_emitted, 2);
    assert_eq!(summary.operations_skipped(), 2);
    let unselected: Vec<_> = summary
        .unselected
        .iter()
        .map(|operation| (operation.method.as_str(), operation.pointer.as_str()))
        .collect();
    let expected = [
        ("GET", "/paths/~1broken/get"),
        ("GET", "/paths/~1carts~1{id}/get"),
    ];
    assert_eq!(unselected, expected);
}

#[test]
fn types_that_nothing_selected_needs_are_left_out() {
    let included = names(&crate_of(DOCUMENT, &Config::new().include(pattern("listCarts"))).files);
    let expected = [
        // Others have the better claims, selected or not.
        "src/operations/carts_2.rs list_carts",
        "src/types/cart.rs Cart",
        "src/types/cart.rs CartState",
        "src/types/sort_by2.rs SortBy2",
        "src/types/tier_header2.rs TierHeader2",
    ];
    assert_eq!(included.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn what_people_build_on_stays_where_operations_are_only_taken_away() {
    let config = Config::new()
        .exclude(pattern("broken"))
        .exclude(pattern("getCart"));
    let names = names(&crate_of(DOCUMENT, &config).files);
    assert!(names.contains("src/types/alone.rs Alone"), "{names:?}");
    assert!(!names.contains("src/types/special.rs Special"), "{names:?}");
}

#[test]
fn a_selection_renames_nothing() {
    let whole = Config::new().exclude(pattern("broken"));
    let whole = names(&crate_of(DOCUMENT, &whole).files);
    for id in ["listCarts", "get-cart", "getCart"] {
        let selected = crate_of(DOCUMENT, &Config::new().include(pattern(id)));
        let selected = names(&selected.files);
        assert!(selected.is_subset(&whole), "{id}: {selected:?} {whole:?}");
    }
}

#[test]
fn a_pattern_that_names_nothing_is_an_error_unless_that_is_meant() {
    let config = Config::new()
        .exclude(pattern("brokn"))
        .include(pattern("*Carts"));
    let errors = attempt(DOCUMENT, &config).expect_err("a pattern names nothing");
    assert_eq!(codes(&errors), [Code::PatternUnmatched]);
    let help = errors.as_slice()[0].help.as_deref();
    assert_eq!(help, Some("a similar name exists: `broken`"));
    let generated = crate_of(DOCUMENT, &config.allow(Code::PatternUnmatched));
    assert_eq!(generated.summary.operations_emitted, 1);
}
