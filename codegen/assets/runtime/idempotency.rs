//! Keys by which servers know a repeated call again.

use std::hash::{BuildHasher, RandomState};

use super::request::Draft;
use super::retry::Repeatable;

/// The header of a key that a call has of its own, where the client has none for it.
const USUAL_HEADER: &str = "idempotency-key";

/// Gives the request its key, which then is the same for all attempts.
pub(super) fn mark(request: &mut Draft) {
    let header = request.client.shared.idempotency_header.as_deref();
    let key = match (request.options.idempotency_key.take(), header) {
        (Some(key), _) => key,
        (None, Some(_)) if is_in_need(request) => by_chance(),
        (None, _) => return,
    };
    let header = header.unwrap_or(USUAL_HEADER).to_owned();
    request.set_header(&header, &key);
    request.is_keyed = true;
}

/// What may be repeated anyway needs no key.
fn is_in_need(request: &Draft) -> bool {
    Repeatable::by_method(&request.call.method) == Repeatable::WithCare
}

/// Text in the form of a UUID of version 4 (RFC 9562, section 5.4), from the system's source of chance.
fn by_chance() -> String {
    let part = || RandomState::new().hash_one(0_u8);
    let (high, low) = (part(), part());
    let (first, second, third) = (high >> 32, high >> 16 & 0xffff, high & 0xfff);
    let (fourth, fifth) = (low >> 48 & 0x3fff | 0x8000, low & 0xffff_ffff_ffff);
    format!("{first:08x}-{second:04x}-4{third:03x}-{fourth:04x}-{fifth:012x}")
}
