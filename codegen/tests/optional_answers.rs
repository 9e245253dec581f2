//! Answers of which nothing is certain.

use openapi_bindgen::{Config, Source, generate};

const DOCUMENT: &str = r##"
openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: "https://shop.example" }]
paths:
  /orders:
    post:
      operationId: placeOrder
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Basket" } } } }
      responses:
        "200": { description: Placed, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
        "409": { description: Sold, content: { application/json: { schema: { $ref: "#/components/schemas/Conflict" } } } }
webhooks:
  shipped:
    post:
      operationId: orderShipped
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Shipment" } } } }
      responses: { "204": { description: Seen } }
components:
  schemas:
    Order:
      type: object
      required: [id, kind, basket, note]
      properties:
        id: { type: string }
        kind: { const: order }
        basket: { $ref: "#/components/schemas/Basket" }
        note: { type: [string, "null"] }
    Basket: { type: object, required: [items], properties: { items: { type: integer } } }
    Conflict: { type: object, required: [reason], properties: { reason: { type: string } } }
    Shipment: { type: object, required: [weight], properties: { weight: { type: integer } } }
    Alone: { type: object, required: [name], properties: { name: { type: string } } }
"##;

/// What the tables of the types say of presence, after the name of the file of each.
fn presences(config: &Config) -> Vec<String> {
    let source = Source::memory("api.yaml", [("api.yaml", DOCUMENT)]);
    let generated = generate(&source, config).expect("a crate");
    let types = generated.files.below("src/types");
    types
        .iter()
        .flat_map(|(path, text)| rows(path, text))
        .collect()
}

fn rows(path: &str, text: &str) -> Vec<String> {
    const WORDS: [&str; 4] = ["required ", "optional ", "nullable ", "maybe "];
    let lines = text.lines().map(str::trim);
    let rows = lines.filter(|line| WORDS.iter().any(|word| line.starts_with(word)));
    let file = path.trim_start_matches("src/types/");
    rows.map(|row| format!("{file}: {row}")).collect()
}

#[test]
fn what_only_answers_and_webhooks_bring_may_be_missing_or_null() {
    let expected = [
        "alone.rs: required name;",
        "basket.rs: required items;",
        "conflict.rs: optional reason;",
        "order.rs: required kind;",
        "order.rs: optional id, basket, note;",
        "shipment.rs: optional weight;",
    ];
    assert_eq!(presences(&Config::new().optional_answers(true)), expected);
}

#[test]
fn unless_asked_for_types_hold_what_the_document_requires() {
    let expected = [
        "alone.rs: required name;",
        "basket.rs: required items;",
        "conflict.rs: required reason;",
        "order.rs: required id, kind, basket;",
        "order.rs: nullable note;",
        "shipment.rs: required weight;",
    ];
    assert_eq!(presences(&Config::new()), expected);
}
