//! Spans, with the feature `tracing`: one for a call, and in it one for each attempt.

use std::future::Future;

use http::StatusCode;

use super::error::Endpoint;

/// The work of a call within its span.
#[cfg(feature = "tracing")]
pub(super) fn call<F: Future>(
    call: &Endpoint,
    work: F,
) -> impl Future<Output = F::Output> + use<F> {
    use tracing::Instrument;

    let Endpoint { method, path } = call;
    work.instrument(tracing::info_span!("call", %method, %path))
}

/// The work of an attempt within its span.
#[cfg(feature = "tracing")]
pub(super) fn attempt<F: Future>(number: u32, work: F) -> impl Future<Output = F::Output> + use<F> {
    use tracing::Instrument;

    let status = tracing::field::Empty;
    work.instrument(tracing::info_span!("attempt", number, status))
}

/// Notes the status that an attempt came to.
#[cfg(feature = "tracing")]
pub(super) fn status(status: StatusCode) {
    tracing::Span::current().record("status", status.as_u16());
}

#[cfg(not(feature = "tracing"))]
pub(super) fn call<F: Future>(_: &Endpoint, work: F) -> F {
    work
}

#[cfg(not(feature = "tracing"))]
pub(super) fn attempt<F: Future>(_: u32, work: F) -> F {
    work
}

#[cfg(not(feature = "tracing"))]
pub(super) fn status(_: StatusCode) {}
