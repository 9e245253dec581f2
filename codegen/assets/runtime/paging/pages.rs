//! Pages, one after the other.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::fetch::{Page, fetch};
use super::plan::Plan;
use crate::runtime::answer::Answer;
use crate::runtime::error::{Error, ErrorKind};
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::transport::BoxFuture;

/// More pages than that are taken for a server that leads in a circle.
const MOST_PAGES: u64 = 10_000;

/// The pages of a list, fetched when they are asked for.
///
/// [`next`](Self::next) gives one after the other; it is a [`Stream`] too, for those who use a crate of
/// streams. A page that does not fit the document is an error, and the next one comes all the same. Any
/// other failure is the last that comes.
pub struct Pages<T> {
    walk: Walk,
    read: fn(Answer) -> Result<Response<T>, Error>,
}

impl<T> Pages<T> {
    pub(crate) fn new(
        request: Request,
        plan: Plan,
        read: fn(Answer) -> Result<Response<T>, Error>,
    ) -> Self {
        let walk = Walk::new(request, plan);
        Self { walk, read }
    }

    /// Sets how many pages are fetched at most: 10 000 unless set. If there are more, that is an error
    /// of the kind [`TooLarge`](crate::runtime::ErrorKind::TooLarge).
    #[must_use]
    pub fn max_pages(mut self, pages: u64) -> Self {
        self.walk.limit = pages;
        self
    }

    /// Waits for the next page; `None` after the last one.
    ///
    /// # Errors
    ///
    /// As the call.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|cx| self.poll_page(cx)).await
    }

    /// As [`next`](Self::next), and keeps the thread waiting meanwhile.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    #[cfg(feature = "blocking")]
    pub fn next_blocking(&mut self) -> Option<Result<T, Error>> {
        let client = self.walk.client.clone();
        client
            .block_on(async { self.next().await.transpose() })
            .transpose()
    }

    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let page = ready!(self.walk.poll(cx));
        let read = |Page {
                        answer,
                        body: _,
                        next: _,
                    }| (self.read)(answer).map(Response::into_body);
        Poll::Ready(page.map(|page| page.and_then(read)))
    }
}

impl<T> Stream for Pages<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(cx)
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").finish_non_exhaustive()
    }
}

/// The way from page to page.
pub(super) struct Walk {
    #[cfg(feature = "blocking")]
    pub(super) client: crate::runtime::client::Client,
    plan: Plan,
    /// What asks for the next page, if there is one.
    next: Option<Result<Request, Error>>,
    coming: Option<BoxFuture<'static, Result<Page, Error>>>,
    fetched: u64,
    pub(super) limit: u64,
}

impl Walk {
    pub(super) fn new(request: Request, plan: Plan) -> Self {
        Self {
            #[cfg(feature = "blocking")]
            client: request.client(),
            plan,
            next: Some(Ok(request)),
            coming: None,
            fetched: 0,
            limit: MOST_PAGES,
        }
    }

    pub(super) fn plan(&self) -> Plan {
        self.plan
    }

    /// The next page; what asks for the one after it stays here.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Page, Error>>> {
        match self.next.take() {
            None => {}
            Some(Ok(request)) if self.fetched < self.limit => {
                self.fetched += 1;
                self.coming = Some(Box::pin(fetch(request, self.plan)));
            }
            Some(Ok(request)) => {
                let message = format!("there are more than {} pages", self.limit);
                return Poll::Ready(Some(Err(endless(&request, message))));
            }
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
        }
        let Some(coming) = &mut self.coming else {
            return Poll::Ready(None);
        };
        let page = ready!(coming.as_mut().poll(cx));
        self.coming = None;
        Poll::Ready(Some(page.map(|mut page| {
            self.next = page.next.take();
            page
        })))
    }
}

/// The error of a list that does not end where a client wants it to.
pub(super) fn endless(request: &Request, message: String) -> Error {
    let error = Error::new(ErrorKind::TooLarge, message.into());
    error.of_call(&request.draft.call)
}
