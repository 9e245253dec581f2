//! One attempt.

use bytes::Bytes;
use http::Method;
use http::header::{CONTENT_LENGTH, HeaderMap, SET_COOKIE};

use super::{Execution, Extent};
use crate::runtime::error::{Error, server_message};
use crate::runtime::middleware::Next;
use crate::runtime::request::Arrival;
use crate::runtime::trace;
use crate::runtime::transport::{Cause, RequestBody, ResponseBody, TransportError};

pub(super) type Answer = http::Response<ResponseBody>;

impl Execution<'_> {
    /// Sends the request once, and gives a success.
    pub(super) async fn attempt(
        &mut self,
        request: http::Request<RequestBody>,
        extent: Extent,
    ) -> Result<Answer, Error> {
        self.arrival = Arrival::Direct;
        let answer = self.sent(request).await?;
        let (answer, unfollowed) = match answer.status().is_redirection() {
            // On the heap: few calls come here, and each would have the room for it.
            true => Box::pin(self.followed(answer)).await?,
            false => (answer, None),
        };
        if !self.request.is_success(answer.status()) {
            let error = self.failure(answer).await;
            return Err(unfollowed.into_iter().fold(error, Error::with_hint));
        }
        match extent {
            Extent::Head => Ok(answer),
            Extent::Whole => self.whole(answer).await,
        }
    }

    /// The answer to the request, whatever it is.
    pub(super) async fn sent(
        &mut self,
        request: http::Request<RequestBody>,
    ) -> Result<Answer, Error> {
        let next = Next::first(self.shared, &self.request.call, self.attempts);
        let mut answer = next.run(request).await.map_err(Error::transport)?;
        hide_cookies(answer.headers_mut());
        trace::status(answer.status());
        Ok(answer)
    }

    /// The error of an answer that is not a success. Its status counts, whatever becomes of its body:
    /// that is as much as comes of it in time, and has room.
    async fn failure(&mut self, answer: Answer) -> Error {
        let limit = self.limits.body;
        let (head, body) = answer.into_parts();
        let body = self.watched(body);
        let answer = http::Response::from_parts(head, Vec::new());
        body.gather(self.refused.insert(answer).body_mut(), limit)
            .await;
        self.refusal()
            .unwrap_or_else(|| Error::transport(TransportError::of(Cause::Broken)))
    }

    /// What is there of an answer that is not a success, as an error.
    pub(super) fn refusal(&mut self) -> Option<Error> {
        let answer = self.refused.take()?.map(Bytes::from);
        let redact = |text: String| self.shared.credentials.redact(text, &self.fetched);
        let explanation = server_message(answer.body(), redact);
        Some(Error::unsuccessful(answer, explanation))
    }

    /// Waits for the body, which then is there as a whole.
    async fn whole(&self, answer: Answer) -> Result<Answer, Error> {
        let limit = self.limits.body;
        let (head, body) = answer.into_parts();
        // What answers a HEAD has the length that a GET would have (RFC 9110, section 9.3.2).
        let has_body = self.request.call.method != Method::HEAD;
        if has_body && stated_length(&head.headers).is_some_and(|length| length > limit) {
            return Err(Error::transport(TransportError::of(Cause::TooLarge(limit))));
        }
        let body = self.watched(body).whole(limit).await;
        let body = body.map_err(Error::transport)?;
        Ok(http::Response::from_parts(head, body.into()))
    }
}

fn stated_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// A session cookie is a credential too, so no `Debug` shows it.
fn hide_cookies(headers: &mut HeaderMap) {
    let cookies = headers.iter_mut().filter(|(name, _)| *name == SET_COOKIE);
    cookies.for_each(|(_, value)| value.set_sensitive(true));
}
