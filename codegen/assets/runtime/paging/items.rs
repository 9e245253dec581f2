//! The items of all pages, one after the other.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use serde_json::Value;

use super::fetch::Page;
use super::pages::Walk;
use super::plan::Plan;
use crate::runtime::answer::Answer;
use crate::runtime::error::Error;
use crate::runtime::request::Request;
use crate::runtime::wire::{self, Decode};

/// The items of a list that comes page by page; a page is fetched when the items before it are taken.
///
/// [`next`](Self::next) gives one after the other; it is a [`Stream`] too, for those who use a crate of
/// streams. An item or a page that does not fit the document is an error, and the next one comes all the
/// same. Any other failure is the last that comes.
pub struct Items<T> {
    walk: Walk,
    /// Why a page is not what the document says, if it is not.
    misfit: fn(Answer) -> Option<Error>,
    /// Those of the page that is there.
    ready: VecDeque<Result<T, Error>>,
}

impl<T: Decode> Items<T> {
    pub(crate) fn new(request: Request, plan: Plan, misfit: fn(Answer) -> Option<Error>) -> Self {
        Self {
            walk: Walk::new(request, plan),
            misfit,
            ready: VecDeque::new(),
        }
    }

    /// Sets how many pages are fetched at most: 10 000 unless set. If there are more, that is an error
    /// of the kind [`TooLarge`](crate::runtime::ErrorKind::TooLarge).
    #[must_use]
    pub fn max_pages(mut self, pages: u64) -> Self {
        self.walk.limit = pages;
        self
    }

    /// Waits for the next item; `None` after the last one.
    ///
    /// # Errors
    ///
    /// As the call; [`ErrorKind::Decode`](crate::runtime::ErrorKind::Decode), if it does not fit `T`.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|cx| self.poll_item(cx)).await
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

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                return Poll::Ready(Some(item));
            }
            match ready!(self.walk.poll(cx)) {
                Some(Ok(page)) => self.ready = self.read(page),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    /// The items of a page. One without a list has none of them, where the document lets it be left out;
    /// elsewhere it is no page.
    fn read(&self, page: Page) -> VecDeque<Result<T, Error>> {
        let Page {
            answer,
            mut body,
            next: _,
        } = page;
        let pointer = self.walk.plan().items;
        let Some(Value::Array(items)) = body.pointer_mut(pointer).map(Value::take) else {
            return (self.misfit)(answer).map(Err).into_iter().collect();
        };
        let decoded = |(index, item)| {
            let item = T::decode(item).map_err(|error| wire::at_item(pointer, index, error));
            item.map_err(|error| answer.clone().misfit(error))
        };
        items.into_iter().enumerate().map(decoded).collect()
    }
}

impl<T: Decode + Unpin> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(cx)
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}
