//! What comes before an attempt.

use std::borrow::Cow;
use std::pin::pin;
use std::time::Duration;

use super::timer::{Overdue, Timer, in_time};
use super::{Execution, overdue};
use crate::runtime::error::Error;
use crate::runtime::request::assemble;
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
        let credentials = &self.shared.credentials;
        let schemes = credentials.schemes(self.shared.api, self.request.security)?;
        let limit = match credentials.are_fetched(schemes) {
            true => self.limits.attempt,
            false => Duration::MAX,
        };
        let supply = credentials.supply(schemes);
        let supplied = in_time(pin!(supply), &mut self.timer(limit), total).await;
        let credentials = supplied.unwrap_or_else(|time| {
            Err(match time {
                Overdue::Attempt => Error::unsupplied(limit),
                Overdue::Total => overdue(self.limits.total),
            })
        })?;
        let request = assemble(self.request, &credentials)?;
        self.fetched = credentials.into_iter().filter_map(fetched).collect();
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
