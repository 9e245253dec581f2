//! What comes before an attempt.

use std::borrow::Cow;
use std::pin::pin;
use std::time::Duration;

use super::timer::{Overdue, Timer, in_time};
use super::{Execution, overdue};
use crate::runtime::error::Error;
use crate::runtime::request::{Draft, assemble};
use crate::runtime::security::Carrier;
use crate::runtime::transport::RequestBody;

impl Execution<'_> {
    /// The request with its credentials. To fetch them is no part of an attempt, and may take as long as one.
    ///
    /// Its errors are final: nothing was sent that another attempt could send better.
    pub(super) async fn prepared(
        &mut self,
        total: &mut Timer,
    ) -> Result<http::Request<RequestBody>, Error> {
        let (shared, limits) = (self.shared, self.limits);
        let schemes = shared
            .credentials
            .schemes(shared.api, self.request.security)?;
        let limit = match shared.credentials.are_fetched(schemes) {
            true => limits.attempt,
            false => Duration::MAX,
        };
        let mut timer = self.timer(limit);
        let assembled = self.assembled_with(schemes, self.request);
        let assembled = in_time(pin!(assembled), &mut timer, total).await;
        assembled.unwrap_or_else(|time| {
            Err(match time {
                Overdue::Attempt => Error::unsupplied(limit),
                Overdue::Total => overdue(limits.total),
            })
        })
    }

    /// What is sent for a draft, with the credentials that this needs.
    pub(super) async fn assembled(
        &mut self,
        draft: &Draft,
    ) -> Result<http::Request<RequestBody>, Error> {
        let schemes = self
            .shared
            .credentials
            .schemes(self.shared.api, draft.security)?;
        self.assembled_with(schemes, draft).await
    }

    async fn assembled_with(
        &mut self,
        schemes: &[&str],
        draft: &Draft,
    ) -> Result<http::Request<RequestBody>, Error> {
        let supplied = self.shared.credentials.supply(schemes).await?;
        let request = assemble(draft, &supplied)?;
        self.fetched = supplied.into_iter().filter_map(fetched).collect();
        Ok(request)
    }
}

/// A credential, if it is one that was fetched for this attempt.
fn fetched(credential: Cow<'_, Carrier>) -> Option<Carrier> {
    match credential {
        Cow::Owned(carrier) => Some(carrier),
        Cow::Borrowed(_) => None,
    }
}
