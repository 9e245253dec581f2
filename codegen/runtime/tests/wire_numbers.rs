//! Numbers by their value, not by their spelling.

mod wire_support;

use openapi_bindgen_runtime::runtime::wire::{Decode, error_path, from_slice, to_vec};
use openapi_bindgen_runtime::samples::wire::Contact;
use serde_json::{Value, json};
use wire_support::refusal;

fn number<T: Decode>(text: &str) -> Result<T, String> {
    let from_text = from_slice(text.as_bytes()).map_err(|error| error.to_string());
    let value: Value = serde_json::from_str(text).expect("a JSON number");
    let from_value = T::decode(value).map_err(|error| error.to_string());
    assert_eq!(
        from_text.is_ok(),
        from_value.is_ok(),
        "text and value disagree on {text}"
    );
    from_text
}

#[test]
fn an_integer_may_be_spelled_as_a_float() {
    assert_eq!(number("5.0"), Ok(5_i64));
    assert_eq!(number("-5.0"), Ok(-5_i32));
    assert_eq!(number("1e2"), Ok(100_u8));
    assert_eq!(number("-0.0"), Ok(0_u64));
    assert_eq!(number("1e18"), Ok(1_000_000_000_000_000_000_i64));
}

#[test]
fn a_number_comes_back_to_its_last_digit() {
    for text in [
        "1.160733771144669e-68",
        "1.7976931348623155e+308",
        "0.1",
        "5e-324",
    ] {
        let read = number::<f64>(text).expect("a number");
        assert_eq!(Ok(read), text.parse::<f64>(), "{text}");
        let value: Value = from_slice(&to_vec(&read).expect("JSON")).expect("JSON");
        assert_eq!(value, json!(read), "{text}");
    }
}

#[test]
fn an_integer_has_no_fraction() {
    let error = number::<i64>("5.5").expect_err("not an integer");
    assert!(
        error.starts_with("invalid value: floating point `5.5`, expected i64"),
        "{error}"
    );
}

#[test]
fn an_integer_keeps_to_its_width() {
    assert_eq!(number("127"), Ok(i8::MAX));
    assert_eq!(number("-32768"), Ok(i16::MIN));
    assert_eq!(number("65535"), Ok(u16::MAX));
    assert_eq!(number("4294967295"), Ok(u32::MAX));
    assert_eq!(number("9223372036854775807"), Ok(i64::MAX));
    assert_eq!(number("-9223372036854775808"), Ok(i64::MIN));
    assert_eq!(number("18446744073709551615"), Ok(u64::MAX));

    assert!(number::<i8>("128").is_err());
    assert!(number::<u8>("-1").is_err());
    assert!(number::<i32>("2147483648").is_err());
    assert!(number::<i64>("9223372036854775808").is_err());
    assert!(number::<i64>("9223372036854775808.0").is_err());
    assert!(number::<u64>("18446744073709551616").is_err());
    assert!(number::<u64>("1e300").is_err());
}

#[test]
fn a_number_beyond_its_width_is_named_by_its_path() {
    let error = refusal::<Contact>(json!({ "id": 1, "name": "a", "retries": 256 }));
    assert_eq!(error_path(&error), Some("retries"));
    assert!(
        error.starts_with("at `retries`: invalid value: integer `256`, expected u8"),
        "{error}"
    );
}

#[test]
fn a_string_is_not_a_number() {
    assert!(from_slice::<i64>(br#""5""#).is_err());
    assert!(from_slice::<f64>(br#""5""#).is_err());
}

#[test]
fn a_float_may_be_spelled_as_an_integer() {
    assert_eq!(number("5"), Ok(5.0_f64));
    assert_eq!(number("0.1"), Ok(0.1_f32));
}

#[test]
fn a_float_keeps_to_its_width() {
    assert!(number::<f32>("1e300").is_err());
    assert!(from_slice::<f64>(b"1e400").is_err());
}

#[test]
fn what_is_not_finite_is_not_written_as_null() {
    let error = to_vec(&[1.0, f64::NAN][..]).expect_err("JSON has no such number");
    assert_eq!(
        error.to_string(),
        "at `[1]`: NaN is not a number that JSON can express"
    );
    assert!(to_vec(&f32::INFINITY).is_err());
}

/// A server that reads integers may take no other spelling, least of all in a query.
#[test]
fn a_float_without_a_fraction_is_written_as_an_integer() {
    for (number, expected) in [
        (15.0, "15"),
        (-2.0, "-2"),
        (0.0, "0"),
        (-0.0, "-0.0"),
        (0.5, "0.5"),
        (9_007_199_254_740_991.0, "9007199254740991"),
        (1e300, "1e+300"),
    ] {
        assert_eq!(to_vec::<f64>(&number).expect("JSON"), expected.as_bytes());
    }
}
