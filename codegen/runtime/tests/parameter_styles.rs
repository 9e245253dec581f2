//! Every style of OpenAPI at every place it may stand: the table of the specification, corrected
//! where later editions correct it (a label's items are set apart by commas unless exploded, and
//! reserved characters of a query are escaped).
#![cfg(feature = "test-support")]

use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{Bytes, Input, Method, Style};
use openapi_bindgen_runtime::samples::http::client;
use serde_json::{Value, json};

/// What is sent for one parameter.
async fn sent(path: &'static str, input: Input, value: &Value) -> http::Request<Bytes> {
    let transport = MemoryTransport::answering(|_| Ok(http::Response::default()));
    let request = client(&transport).request(Method::GET, path);
    request
        .with(input, value)
        .send()
        .await
        .expect("a request that can be sent");
    transport.requests().remove(0)
}

async fn path(input: Input, value: &Value) -> String {
    sent("/at/{color}", input, value)
        .await
        .uri()
        .path()
        .replace("/api/at/", "")
}

async fn query(input: Input, value: &Value) -> String {
    sent("/", input, value)
        .await
        .uri()
        .query()
        .unwrap_or_default()
        .to_owned()
}

async fn header(name: &str, input: Input, value: &Value) -> Option<String> {
    let request = sent("/", input, value).await;
    let text = request.headers().get(name)?.as_bytes().to_vec();
    Some(String::from_utf8(text).expect("UTF-8"))
}

fn array() -> Value {
    json!(["blue", "black", "brown"])
}

/// Members come in the order of their keys.
fn object() -> Value {
    json!({ "B": 150, "G": 200, "R": 100 })
}

#[tokio::test]
async fn paths() {
    let simple = Input::path("color");
    let label = simple.style(Style::Label);
    let matrix = simple.style(Style::Matrix);
    let table = [
        (simple, json!("blue"), "blue"),
        (simple, array(), "blue,black,brown"),
        (simple, object(), "B,150,G,200,R,100"),
        (simple.explode(true), json!("blue"), "blue"),
        (simple.explode(true), array(), "blue,black,brown"),
        (simple.explode(true), object(), "B=150,G=200,R=100"),
        (label, json!("blue"), ".blue"),
        (label, array(), ".blue,black,brown"),
        (label, object(), ".B,150,G,200,R,100"),
        (label.explode(true), json!("blue"), ".blue"),
        (label.explode(true), array(), ".blue.black.brown"),
        (label.explode(true), object(), ".B=150.G=200.R=100"),
        (matrix, json!("blue"), ";color=blue"),
        (matrix, array(), ";color=blue,black,brown"),
        (matrix, object(), ";color=B,150,G,200,R,100"),
        (matrix.explode(true), json!("blue"), ";color=blue"),
        (
            matrix.explode(true),
            array(),
            ";color=blue;color=black;color=brown",
        ),
        (
            matrix.explode(true),
            json!(["blue", ""]),
            ";color=blue;color",
        ),
        (matrix.explode(true), object(), ";B=150;G=200;R=100"),
    ];
    for (input, value, expected) in table {
        assert_eq!(path(input, &value).await, expected, "{input:?} of {value}");
    }
}

#[tokio::test]
async fn queries() {
    let form = Input::query("color");
    let space = form.style(Style::SpaceDelimited);
    let pipe = form.style(Style::PipeDelimited);
    let table = [
        (form, json!("blue"), "color=blue"),
        (form, json!(""), "color="),
        (form, array(), "color=blue&color=black&color=brown"),
        (form, object(), "B=150&G=200&R=100"),
        (form.explode(false), json!("blue"), "color=blue"),
        (form.explode(false), json!(""), "color="),
        (form.explode(false), array(), "color=blue,black,brown"),
        (form.explode(false), object(), "color=B,150,G,200,R,100"),
        (space, array(), "color=blue%20black%20brown"),
        (space, object(), "color=B%20150%20G%20200%20R%20100"),
        (
            space.explode(true),
            array(),
            "color=blue&color=black&color=brown",
        ),
        (pipe, array(), "color=blue%7Cblack%7Cbrown"),
        (pipe, object(), "color=B%7C150%7CG%7C200%7CR%7C100"),
        (
            pipe.explode(true),
            array(),
            "color=blue&color=black&color=brown",
        ),
        (
            form.style(Style::DeepObject),
            object(),
            "color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100",
        ),
    ];
    for (input, value, expected) in table {
        assert_eq!(query(input, &value).await, expected, "{input:?} of {value}");
    }
}

#[tokio::test]
async fn headers() {
    let input = Input::header("color");
    let table = [
        (input, json!("blue"), "blue"),
        (input, json!("light blue & grün"), "light blue & grün"),
        (input, json!(""), ""),
        (input, array(), "blue,black,brown"),
        (input, object(), "B,150,G,200,R,100"),
        (input.explode(true), array(), "blue,black,brown"),
        (input.explode(true), object(), "B=150,G=200,R=100"),
    ];
    for (input, value, expected) in table {
        assert_eq!(
            header("color", input, &value).await.as_deref(),
            Some(expected),
            "{input:?} of {value}"
        );
    }
}

#[tokio::test]
async fn cookies() {
    let input = Input::cookie("color");
    let plain = input.style(Style::Cookie);
    let reserved = input.allow_reserved();
    let table = [
        (input, json!("blue"), "color=blue"),
        (input, json!("a;b c"), "color=a%3Bb%20c"),
        (input, array(), "color=blue; color=black; color=brown"),
        (input.explode(false), array(), "color=blue,black,brown"),
        (input.explode(false), object(), "color=B,150,G,200,R,100"),
        (input, object(), "B=150; G=200; R=100"),
        (plain, json!("a/b=%20+{ü"), "color=a/b=%20+{%C3%BC"),
        (plain, json!("a;b c"), "color=a%3Bb%20c"),
        (plain, array(), "color=blue; color=black; color=brown"),
        (plain.explode(false), array(), "color=blue,black,brown"),
        (reserved, json!("a/b=%20+%{,"), "color=a/b=%20+%25%7B%2C"),
    ];
    for (input, value, expected) in table {
        assert_eq!(
            header("cookie", input, &value).await.as_deref(),
            Some(expected),
            "{input:?} of {value}"
        );
    }
}

#[tokio::test]
async fn scalars_are_written_as_json_writes_them() {
    let table = [
        (json!(true), "q=true"),
        (json!(-5), "q=-5"),
        (json!(0.1), "q=0.1"),
        (json!(u64::MAX), "q=18446744073709551615"),
    ];
    for (value, expected) in table {
        assert_eq!(query(Input::query("q"), &value).await, expected);
    }
}

#[tokio::test]
async fn what_is_not_there_leaves_no_trace() {
    for value in [
        json!(null),
        json!([]),
        json!({}),
        json!([null]),
        json!({ "a": null }),
    ] {
        assert_eq!(query(Input::query("q"), &value).await, "", "{value}");
        assert_eq!(
            query(Input::query("q").explode(false), &value).await,
            "",
            "{value}"
        );
        assert_eq!(
            query(Input::query("q").style(Style::DeepObject), &value).await,
            "",
            "{value}"
        );
        assert_eq!(
            header("color", Input::header("color"), &value).await,
            None,
            "{value}"
        );
        assert_eq!(
            header("cookie", Input::cookie("color"), &value).await,
            None,
            "{value}"
        );
    }
}

#[tokio::test]
async fn deep_objects_go_as_deep_as_their_value() {
    let value = json!({ "a": { "b": [1, { "c": "x y" }] }, "d e": "", "n": null });
    let input = Input::query("q").style(Style::DeepObject);
    let expected = "q%5Ba%5D%5Bb%5D%5B0%5D=1&q%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=x%20y&q%5Bd%20e%5D=";
    assert_eq!(query(input, &value).await, expected.replace("d e", "d%20e"));
}

#[tokio::test]
async fn parameters_with_content_are_json() {
    let value = json!({ "a": [1, null] });
    assert_eq!(
        query(Input::query("q").as_json(), &value).await,
        "q=%7B%22a%22%3A%5B1%2Cnull%5D%7D"
    );
    assert_eq!(
        path(Input::path("color").as_json(), &value).await,
        "%7B%22a%22%3A%5B1%2Cnull%5D%7D"
    );
    assert_eq!(
        header("color", Input::header("color").as_json(), &value)
            .await
            .as_deref(),
        Some(r#"{"a":[1,null]}"#)
    );
}

#[tokio::test]
async fn depth_that_no_style_can_write_is_json() {
    for (value, expected) in [
        (json!([[1], [2]]), "q=%5B%5B1%5D%2C%5B2%5D%5D"),
        (
            json!([{ "a": 1 }, "b"]),
            "q=%5B%7B%22a%22%3A1%7D%2C%22b%22%5D",
        ),
        (json!({ "a": [1, 2], "b": {} }), "a=1&a=2&b=%7B%7D"),
        (json!({ "a": [[1]] }), "a=%5B%5B1%5D%5D"),
    ] {
        assert_eq!(query(Input::query("q"), &value).await, expected);
    }
    let value = json!([{ "a": 1 }]);
    assert_eq!(
        header("color", Input::header("color"), &value)
            .await
            .as_deref(),
        Some(r#"[{"a":1}]"#)
    );
}
