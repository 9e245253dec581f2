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

impl Timer {
    /// Begins now.
    pub(in crate::runtime) fn start(transport: &dyn Transport, limit: Duration) -> Self {
        let sleep = (limit != Duration::MAX).then(|| transport.sleep(limit));
        Self { limit, sleep }
    }

    /// What comes of the work, or `None` when the time is up first; in the last moment counts.
    /// The work stays where it is pinned: futures are large, and each move copies them whole.
    pub(in crate::runtime) async fn hold<T>(
        &mut self,
        mut work: Pin<&mut impl Future<Output = T>>,
    ) -> Option<T> {
        poll_fn(|cx| self.race(work.as_mut(), cx)).await
    }

    /// Whether the time is up; wakes the task when it will be.
    pub(in crate::runtime) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        match &mut self.sleep {
            Some(sleep) => sleep.as_mut().poll(cx),
            None => Poll::Pending,
        }
    }

    fn race<T>(
        &mut self,
        work: Pin<&mut impl Future<Output = T>>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<T>> {
        match work.poll(cx) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending => self.poll(cx).map(|()| None),
        }
    }
}
