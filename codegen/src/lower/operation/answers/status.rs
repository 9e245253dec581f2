//! What the status of an answer says.

use openapiv3::StatusCode;

use crate::ir::Status;

/// The status that a document gives.
pub(super) fn status(code: &StatusCode) -> Status {
    match code {
        StatusCode::Code(code) => Status::Code(*code),
        StatusCode::Range(class) => Status::Range(*class),
    }
}

/// Whether the call has done what it should.
pub(super) fn is_success(status: Status) -> bool {
    match status {
        Status::Code(code) => (200..300).contains(&code),
        Status::Range(class) => class == 2,
        Status::Default => false,
    }
}

/// Whether an answer says that the call goes on elsewhere; 304 says that nothing has changed (RFC 9110, section 15.4).
pub(super) fn is_redirect(status: Status) -> bool {
    match status {
        Status::Code(code) => (300..400).contains(&code) && code != 304,
        Status::Range(class) => class == 3,
        Status::Default => false,
    }
}

/// What an answer of that status is called.
pub(super) fn role(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(class) => format!("{class}xx"),
        Status::Default => "default".to_owned(),
    }
}

/// Whether an answer has no body, whatever it describes (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).
pub(super) fn has_no_body(status: Status) -> bool {
    match status {
        Status::Code(code) => [204, 205, 304].contains(&code),
        Status::Range(_) | Status::Default => false,
    }
}
