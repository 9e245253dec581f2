//! What happens where there is no HTTP client.
#![cfg(not(feature = "reqwest"))]

use openapi_bindgen_runtime::runtime::ErrorKind;
use openapi_bindgen_runtime::samples::http::builder;

#[test]
fn a_client_without_a_transport_is_not_built() {
    let error = builder().build().expect_err("no transport");
    assert_eq!(error.kind(), ErrorKind::Configuration);
    let expected =
        "there is no transport; call `transport`, or enable feature `rustls` (not on wasm32)";
    assert_eq!(error.to_string(), expected);
}
