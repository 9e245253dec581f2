//! What is known of a call so far.

use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, Uri};
use serde_json::Value;

use super::server::Server;
use super::{header, target, uri};
use crate::runtime::api::Security;
use crate::runtime::client::Client;
use crate::runtime::destination::sealed::Piece;
use crate::runtime::error::{Endpoint, Error, failure_within};
use crate::runtime::input::{Input, Place};
use crate::runtime::limits::Limits;
use crate::runtime::options::RequestOptions;
use crate::runtime::retry::{Repeatable, RetryPolicy};
use crate::runtime::security::Carrier;
use crate::runtime::upload::Content;

/// What is known of a call so far: what a [`Request`](super::Request) collects.
#[derive(Clone)]
pub(in crate::runtime) struct Draft {
    pub(in crate::runtime) client: Client,
    pub(in crate::runtime) call: Endpoint,
    pub(in crate::runtime) options: RequestOptions,
    pub(in crate::runtime) security: Security,
    /// Whether a key goes with it by which the server knows it again.
    pub(in crate::runtime) is_keyed: bool,
    pub(in crate::runtime) parameters: Vec<(Input, Value)>,
    pub(super) body: Option<(Cow<'static, str>, Content)>,
    pub(super) accept: &'static str,
    pub(in crate::runtime) headers: HeaderMap,
    pub(super) server: Option<Server>,
    /// Whether a redirect is what it is for.
    pub(super) takes_redirects: bool,
    /// What a link named in place of path and query.
    pub(in crate::runtime) target: Option<String>,
    /// How often it was sent.
    pub(in crate::runtime) attempts: u32,
    /// The credentials that were fetched for the last time.
    pub(in crate::runtime) fetched: Vec<Carrier>,
    /// Where its answer came from.
    pub(in crate::runtime) arrival: Arrival,
    /// The first thing that went wrong on the way.
    pub(super) error: Option<Error>,
}

/// Where an answer came from.
#[derive(Clone, Debug)]
pub(in crate::runtime) enum Arrival {
    /// From where the call was sent.
    Direct,
    /// From another URL of the same origin, to which redirects led.
    Home(String),
    /// From where another host has led, be that home.
    Abroad,
}

impl Draft {
    pub(super) fn new(client: Client, method: Method, path: Cow<'static, str>) -> Self {
        Self {
            security: client.shared.api.security,
            client,
            call: Endpoint { method, path },
            options: RequestOptions::new(),
            is_keyed: false,
            parameters: Vec::new(),
            body: None,
            accept: "application/json",
            headers: HeaderMap::new(),
            server: None,
            takes_redirects: false,
            target: None,
            attempts: 0,
            fetched: Vec::new(),
            arrival: Arrival::Direct,
            error: None,
        }
    }

    /// The error as one of this call.
    pub(in crate::runtime) fn blamed(&self, error: Error) -> Error {
        error.after(self.attempts).of_call(&self.call)
    }

    /// The error of a success, or of an item of one, that cannot be read. Many servers tell of a failure
    /// in what they call a success, and then it is the server's word that helps.
    #[cold]
    pub(in crate::runtime) fn unreadable(
        &self,
        error: Error,
        answer: http::Response<Bytes>,
    ) -> Error {
        let credentials = &self.client.shared.credentials;
        let redact = |text: String| credentials.redact(text, &self.fetched);
        let said = failure_within(answer.body(), redact);
        let hint = said.map(|said| format!("the server says: {said}"));
        let error = hint.into_iter().fold(error, Error::with_hint);
        self.blamed(error).answered(answer)
    }

    /// Whether an answer with this status is a success.
    pub(in crate::runtime) fn is_success(&self, status: StatusCode) -> bool {
        let is_redirect = status.is_redirection() && status != StatusCode::NOT_MODIFIED;
        status.is_success() || (self.takes_redirects && is_redirect)
    }

    /// How much time and room it has.
    pub(in crate::runtime) fn limits(&self) -> Limits {
        self.client.shared.limits.of_call(&self.options)
    }

    /// When it is sent again.
    pub(in crate::runtime) fn retry_policy(&self) -> &RetryPolicy {
        let own = self.options.retry.as_ref();
        own.unwrap_or(&self.client.shared.retry)
    }

    /// Whether and how it may be sent again.
    pub(in crate::runtime) fn repeatable(&self) -> Repeatable {
        match (self.is_repeatable(), self.is_keyed) {
            (false, _) => Repeatable::Never,
            (true, true) => Repeatable::Freely,
            (true, false) => Repeatable::by_method(&self.call.method),
        }
    }

    /// Whether its body can be sent again.
    pub(in crate::runtime) fn is_repeatable(&self) -> bool {
        let body = self.body.as_ref();
        body.is_none_or(|(_, content)| content.is_repeatable())
    }

    /// Whether anything is sent as its body.
    pub(in crate::runtime) fn has_body(&self) -> bool {
        self.body.is_some() || !self.options.members.is_empty()
    }

    /// Goes on without a body and what describes it, as a GET after a POST does (RFC 9110, section 15.4).
    pub(in crate::runtime) fn leave_body(&mut self) {
        self.body = None;
        self.options.members.clear();
        for name in ["content-type", "content-encoding", "content-language"] {
            self.leave_header(name);
        }
    }

    /// Lets go of what was sent, which an answer needs no more.
    pub(in crate::runtime) fn forget(&mut self) {
        self.body = None;
        self.parameters.clear();
        self.headers.clear();
        self.options = RequestOptions::default();
    }

    /// Takes a header away, wherever it was set.
    pub(in crate::runtime) fn leave_header(&mut self, name: &str) {
        self.headers.remove(name);
        let is_other = |other: &str| !other.eq_ignore_ascii_case(name);
        self.options.headers.retain(|(other, _)| is_other(other));
        let stays = |input: &Input| input.place != Place::Header || is_other(input.name);
        self.parameters.retain(|(input, _)| stays(input));
    }

    /// Goes to where a redirect or a link leads; it says all of the query.
    pub(in crate::runtime) fn follow(&mut self, location: &str) -> Result<(), Error> {
        let current = uri::uri(self, &[])?.to_string();
        self.target = Some(target::resolved(&current, location)?);
        Ok(())
    }

    /// Where a redirect to another host leads.
    pub(in crate::runtime) fn leave(&self, location: &str) -> Result<Uri, Error> {
        Self::led(&uri::uri(self, &[])?, location)
    }

    /// Where a redirect leads from there, on whichever host that is.
    pub(in crate::runtime) fn led(from: &Uri, location: &str) -> Result<Uri, Error> {
        target::elsewhere(from, location)
    }

    /// What a URL of another origin leads to. Where redirects have led back from there, it was another host.
    pub(in crate::runtime) fn abroad(&self, other: &Uri) -> String {
        let own = uri::uri(self, &[]).ok();
        let difference = own.and_then(|own| target::difference(&own, other));
        difference.unwrap_or_else(|| "another host".to_owned())
    }

    pub(in crate::runtime) fn set_header(&mut self, name: &str, value: &str) {
        match header::pair(self.client.shared.api, name, value) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
            }
            Err(problem) => self.latch(Error::request(problem)),
        }
    }

    /// Puts a value where it goes, in place of one that is there already.
    pub(super) fn put(&mut self, piece: Result<Piece, Error>) {
        match piece {
            Ok(Piece::Parameter(input, value)) => {
                self.parameters.retain(|(known, _)| !known.is_same(&input));
                self.parameters.push((input, value));
            }
            Ok(Piece::Body {
                media_type,
                content,
            }) => self.body = Some((media_type, content)),
            Err(error) => self.latch(error),
        }
    }

    pub(super) fn latch(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }
}
