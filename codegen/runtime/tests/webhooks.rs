//! Calls that the server makes.

use openapi_bindgen_runtime::runtime::ErrorKind;
use openapi_bindgen_runtime::samples::webhooks::notes_counted;

#[test]
fn the_body_of_a_webhook_is_of_its_type() {
    assert_eq!(notes_counted(b"[1, 2]").expect("a list"), [1, 2]);
}

#[test]
fn a_body_that_does_not_fit_says_where() {
    let error = notes_counted(b"[1, \"x\"]").expect_err("a misfit");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.path(), Some("[1]"));
    assert_eq!(
        error.to_string(),
        "the webhook does not fit the document at `[1]`"
    );
    let error = notes_counted(b"").expect_err("nothing");
    assert_eq!(error.to_string(), "the webhook does not fit the document");
}
