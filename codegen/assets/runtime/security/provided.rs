//! A credential that is fetched once for all who need it.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use super::credential::{Carrier, carrier};
use super::expiry::Expiry;
use super::provider::{Token, TokenProvider};
use crate::runtime::api::Scheme;
use crate::runtime::error::Error;
use crate::runtime::secret::Secret;
use crate::runtime::transport::BoxError;

/// What a provider gave, and who waits for it.
pub(super) struct Provided {
    scheme: &'static Scheme,
    provider: Arc<dyn TokenProvider>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    is_fetching: bool,
    /// How many fetches there were, the one under way included.
    fetches: u64,
    /// The last fetch that failed, and why.
    failure: Option<(u64, Error)>,
    waiting: Vec<Waker>,
}

struct Held {
    carrier: Carrier,
    secret: Secret,
    expiry: Expiry,
}

/// What there is for who needs the credential.
enum Found<'a> {
    Done(Result<Carrier, Error>),
    Turn(Turn<'a>),
}

/// The right to fetch; when it goes, in whatever way, the next one may.
struct Turn<'a>(&'a Provided);

impl Provided {
    pub(super) fn new(scheme: &'static Scheme, provider: Arc<dyn TokenProvider>) -> Self {
        Self {
            scheme,
            provider,
            state: Mutex::default(),
        }
    }

    /// The credential, fetched if it has to be. A fetch that fails does so for all who waited for it.
    pub(super) async fn get(&self) -> Result<Carrier, Error> {
        let mut awaited = None;
        let turn = match poll_fn(|cx| self.poll(&mut awaited, cx)).await {
            Found::Done(done) => return done,
            Found::Turn(turn) => turn,
        };
        let fetched = self.provider.fetch().await;
        let carrier = fetched
            .map_err(|error| self.failed(error))
            .and_then(|token| self.keep(token));
        if let Err(error) = &carrier {
            let mut state = self.lock();
            state.failure = Some((state.fetches, error.clone()));
        }
        drop(turn);
        carrier
    }

    /// Lets go of the credential if it is one of those that a server refused: another call may have
    /// fetched a new one meanwhile.
    pub(super) fn forget(&self, refused: &[Carrier]) {
        let held = &mut self.lock().held;
        held.take_if(|held| refused.contains(&held.carrier));
    }

    /// The credential as it was given and as it is sent, if there is one.
    pub(super) fn secrets(&self) -> Vec<Secret> {
        let state = self.lock();
        let held = state.held.iter();
        held.flat_map(|held| [Some(held.secret.clone()), held.carrier.secret()])
            .flatten()
            .collect()
    }

    /// The credential that is held, what came of the fetch that was awaited, or the right to fetch one.
    fn poll(&self, awaited: &mut Option<u64>, cx: &mut Context<'_>) -> Poll<Found<'_>> {
        let mut state = self.lock();
        let held = state.held.as_ref().filter(|held| !held.expiry.is_over());
        if let Some(held) = held {
            return Poll::Ready(Found::Done(Ok(held.carrier.clone())));
        }
        // Another fetch may be under way by now, which does not concern who waited for this one.
        match (&state.failure, *awaited) {
            (Some((failed, error)), Some(awaited)) if awaited <= *failed => {
                return Poll::Ready(Found::Done(Err(error.clone())));
            }
            (Some(_) | None, _) => {}
        }
        if state.is_fetching {
            awaited.get_or_insert(state.fetches);
            if !state
                .waiting
                .iter()
                .any(|waker| waker.will_wake(cx.waker()))
            {
                state.waiting.push(cx.waker().clone());
            }
            return Poll::Pending;
        }
        state.fetches += 1;
        state.is_fetching = true;
        Poll::Ready(Found::Turn(Turn(self)))
    }

    fn keep(&self, token: Token) -> Result<Carrier, Error> {
        let Token { secret, lifetime } = token;
        let name = self.scheme.name;
        if secret.expose().is_empty() {
            let message = format!("the provider of `{name}` gave an empty credential");
            return Err(Error::credential(message));
        }
        let carrier = carrier(self.scheme, std::slice::from_ref(&secret)).map_err(|error| {
            Error::credential(format!(
                "the provider of `{name}` gave a credential that cannot be sent"
            ))
            .because(error)
        })?;
        self.lock().held = Some(Held {
            carrier: carrier.clone(),
            secret,
            expiry: Expiry::after(lifetime),
        });
        Ok(carrier)
    }

    fn failed(&self, error: BoxError) -> Error {
        let name = self.scheme.name;
        Error::credential(format!("the provider of `{name}` failed")).because_of(error)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing that may panic happens under the lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let waiting = {
            let mut state = self.0.lock();
            state.is_fetching = false;
            std::mem::take(&mut state.waiting)
        };
        waiting.into_iter().for_each(Waker::wake);
    }
}
