//! Work that has an end.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use crate::runtime::transport::{BoxFuture, Transport};

/// A span of time that has begun.
pub(in crate::runtime) struct Timer {
    pub(in crate::runtime) limit: Duration,
    /// None where there is no limit.
    sleep: Option<BoxFuture<'static, ()>>,
}

/// Whose time was up.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Overdue {
    Attempt,
    Total,
}

impl Timer {
    /// Begins now.
    pub(in crate::runtime) fn start(transport: &dyn Transport, limit: Duration) -> Self {
        let sleep = (limit != Duration::MAX).then(|| transport.sleep(limit));
        Self { limit, sleep }
    }

    /// Waits for the end of what is shorter, or of the time; whether it was the former.
    pub(super) async fn outlasts(&mut self, mut wait: BoxFuture<'static, ()>) -> bool {
        poll_fn(|cx| self.race(wait.as_mut(), cx)).await.is_some()
    }

    /// Whether the time is up; wakes the task when it will be. Once it is up, nobody may ask again.
    pub(in crate::runtime) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        match &mut self.sleep {
            Some(sleep) => sleep.as_mut().poll(cx),
            None => Poll::Pending,
        }
    }

    /// What comes of the work, or `None` when the time is up first; in the last moment counts.
    fn race<T>(
        &mut self,
        work: Pin<&mut (impl Future<Output = T> + ?Sized)>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<T>> {
        match work.poll(cx) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending => self.poll(cx).map(|()| None),
        }
    }
}

/// What comes of the work, unless a time is up first.
///
/// The work stays where it is pinned: futures are large, and each move copies them whole.
pub(super) fn in_time<T>(
    mut work: Pin<&mut impl Future<Output = T>>,
    attempt: &mut Timer,
    total: &mut Timer,
) -> impl Future<Output = Result<T, Overdue>> {
    poll_fn(move |cx| match attempt.race(work.as_mut(), cx) {
        Poll::Ready(done) => Poll::Ready(done.ok_or(Overdue::Attempt)),
        Poll::Pending => total.poll(cx).map(|()| Err(Overdue::Total)),
    })
}
