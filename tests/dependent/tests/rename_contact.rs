//! The program, from its environment to the socket of a server of this machine.

#[path = "../../../generated/tests/support/answer_once.rs"]
mod answer_once;

use std::process::{Command, Output};

use answer_once::answer_once;

/// Runs the program in an environment that has these variables of Sendblue's and no others.
fn rename_contact(variables: &[(&str, &str)]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_rename-contact"));
    program.args(["+14155551234", "Ada"]);
    for name in ["API_KEY", "API_SECRET", "BASE_URL"] {
        program.env_remove(format!("SENDBLUE_API_{name}"));
    }
    program.envs(variables.iter().copied());
    program.output().expect("the program to start")
}

#[test]
fn update_contact_is_called() {
    let (url, request) = answer_once(r#"{"contact":{"first_name":"Ada"},"status":"OK"}"#);
    let output = rename_contact(&[
        ("SENDBLUE_API_API_KEY", "key-id-4711"),
        ("SENDBLUE_API_API_SECRET", "secret-cafe-babe"),
        ("SENDBLUE_API_BASE_URL", &url),
    ]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "Ada\n");

    let request = request.join().expect("a request");
    assert!(
        request.starts_with("PUT /api/v2/contacts/%2B14155551234 HTTP/1.1\r\n"),
        "{request}"
    );
    assert!(
        request.contains("\r\nsb-api-key-id: key-id-4711\r\n"),
        "{request}"
    );
    assert!(
        request.contains("\r\nsb-api-secret-key: secret-cafe-babe\r\n"),
        "{request}"
    );
    assert!(
        request.ends_with("\r\n\r\n{\"first_name\":\"Ada\"}"),
        "{request}"
    );
}

#[test]
fn a_missing_variable_is_named() {
    let output = rename_contact(&[("SENDBLUE_API_API_KEY", "key-id-4711")]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(errors.contains("SENDBLUE_API_API_SECRET"), "{errors}");
    assert!(!errors.contains("key-id-4711"), "{errors}");
}
