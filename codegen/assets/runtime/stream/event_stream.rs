//! Answers that are streams of events.

use std::borrow::Cow;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::header::{CONTENT_TYPE, HeaderValue};

use super::event::Event;
use super::event_data;
use super::event_parser::EventParser;
use super::frames::{Cut, Frames};
use super::reconnect::{Reconnect, Reconnection, is_broken, may_pass};
use crate::runtime::error::Error;
use crate::runtime::response::Response;
use crate::runtime::stream_answer::StreamAnswer;
use crate::runtime::transport::ResponseBody;
use crate::runtime::wire::Decode;

/// The events of an answer, as they arrive.
///
/// [`next`](Self::next) gives one after the other; it is a [`Stream`] too, for those who use a crate
/// of streams. An event whose data does not fit the document is an error, and the next one comes all
/// the same. When the connection fails, that is the last that comes, unless the stream
/// [reconnects](Self::reconnect).
pub struct EventStream<T> {
    frames: Frames<EventParser>,
    sentinel: Option<Cow<'static, str>>,
    reconnection: Option<Reconnection>,
    /// What the name of an event says of its data.
    pub(super) named: fn(&str, &str) -> Option<Result<T, serde_json::Error>>,
    read: fn(&str) -> Result<T, serde_json::Error>,
}

impl<T> EventStream<T> {
    /// Waits for the next event; `None` when the answer has ended.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](crate::runtime::ErrorKind::Decode), if its data does not fit `T`; the
    /// error keeps the data in place of a body. Or that the connection failed.
    pub async fn next(&mut self) -> Option<Result<Event<T>, Error>> {
        poll_fn(|cx| self.poll_event(cx)).await
    }

    /// The last id that an event had: what a server wants to hear to go on from there.
    pub fn last_event_id(&self) -> Option<&str> {
        self.frames.cut.last_id().filter(|id| !id.is_empty())
    }

    /// As [`next`](Self::next), and keeps the thread waiting meanwhile.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    #[cfg(feature = "blocking")]
    pub fn next_blocking(&mut self) -> Option<Result<Event<T>, Error>> {
        let client = self.frames.request.client();
        client
            .block_on(async { self.next().await.transpose() })
            .transpose()
    }

    /// Takes an event whose data is this text for the end. Unless set, it is `[DONE]` where data is JSON,
    /// which that is not, and many servers say so.
    #[must_use]
    pub fn until(mut self, sentinel: impl Into<Cow<'static, str>>) -> Self {
        self.sentinel = Some(sentinel.into());
        self
    }

    /// Goes on when the connection ends or fails, where it left off: for servers that never have said
    /// all. [`Reconnect`] says when the call is then sent again.
    #[must_use]
    pub fn reconnect(mut self, policy: Reconnect) -> Self {
        self.reconnection = Some(Reconnection::new(policy, &self.frames.request));
        self
    }

    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Event<T>, Error>>> {
        loop {
            if let Some(error) = ready!(self.poll_connection(cx)) {
                return Poll::Ready(Some(Err(error)));
            }
            let event = ready!(self.frames.poll(cx));
            if !self.goes_on(&event) {
                return Poll::Ready(event.map(|event| self.typed(event?)));
            }
        }
    }

    /// Waits for the connection that is being made, if one is; gives why there will be none.
    fn poll_connection(&mut self, cx: &mut Context<'_>) -> Poll<Option<Error>> {
        while let Some(reconnection) = &mut self.reconnection {
            if let Some(overdue) = reconnection.poll_overdue(&self.frames.request, cx) {
                self.end();
                return Poll::Ready(Some(self.frames.request.draft.blamed(overdue)));
            }
            let Some(coming) = &mut reconnection.coming else {
                break;
            };
            let connected = ready!(coming.as_mut().poll(cx));
            reconnection.coming = None;
            match connected {
                Ok(Some(frames)) => self.frames = frames,
                Ok(None) => self.end(),
                Err(error)
                    if may_pass(&error)
                        && reconnection.begin(&self.frames, error.retry_after()) => {}
                Err(error) => {
                    self.end();
                    return Poll::Ready(Some(error));
                }
            }
        }
        Poll::Ready(None)
    }

    /// Whether there is more to wait for in place of this.
    fn goes_on(&mut self, event: &Option<Result<Event<String>, Error>>) -> bool {
        match event {
            Some(Ok(event)) if self.sentinel.as_deref() == Some(event.data.as_str()) => {
                self.end();
                true // to where there is nothing
            }
            Some(Ok(_)) => {
                self.reconnection.iter_mut().for_each(Reconnection::succeed);
                false
            }
            Some(Err(error)) if !is_broken(error) => {
                self.end();
                false
            }
            Some(Err(_)) | None => {
                let reconnection = self.reconnection.as_mut();
                reconnection.is_some_and(|reconnection| reconnection.begin(&self.frames, None))
            }
        }
    }

    /// Nothing comes after this.
    fn end(&mut self) {
        self.reconnection = None;
        self.frames.body = ResponseBody::default();
        drop(self.frames.cut.rest());
    }

    fn typed(&self, event: Event<String>) -> Result<Event<T>, Error> {
        let Event {
            event,
            data,
            id,
            retry,
        } = event;
        let named = (self.named)(event.as_deref().unwrap_or("message"), &data);
        match named.unwrap_or_else(|| (self.read)(&data)) {
            Ok(data) => Ok(Event {
                event,
                data,
                id,
                retry,
            }),
            Err(error) => Err(self.frames.misfit(error, Bytes::from(data))),
        }
    }
}

impl<T> Stream for EventStream<T> {
    type Item = Result<Event<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_event(cx)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").finish_non_exhaustive()
    }
}

impl StreamAnswer {
    /// Reads events whose data is JSON.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](crate::runtime::ErrorKind::Decode), if the server says that the body is
    /// one JSON value, since it was not asked in the way that makes it stream, or a web page.
    pub fn events<T: Decode>(self) -> Result<Response<EventStream<T>>, Error> {
        let events = self.events_by(event_data::json)?;
        Ok(events.map(|events| events.until("[DONE]")))
    }

    /// Reads events whose data is text.
    ///
    /// # Errors
    ///
    /// As [`events`](Self::events).
    pub fn text_events<T: Decode>(self) -> Result<Response<EventStream<T>>, Error> {
        self.events_by(event_data::text)
    }

    /// Reads events whose data is JSON for some and text for others.
    ///
    /// # Errors
    ///
    /// As [`events`](Self::events).
    pub fn mixed_events<T: Decode>(self) -> Result<Response<EventStream<T>>, Error> {
        self.events_by(event_data::mixed)
    }

    fn events_by<T>(
        self,
        read: fn(&str) -> Result<T, serde_json::Error>,
    ) -> Result<Response<EventStream<T>>, Error> {
        self.checked()?;
        let frames = Frames::of(self, EventParser::default());
        Ok(frames.map(|frames| EventStream {
            frames,
            sentinel: None,
            reconnection: None,
            named: |_, _| None,
            read,
        }))
    }

    /// Refuses an answer of which the server says that it is something else as a whole.
    pub(super) fn checked(&self) -> Result<(), Error> {
        let stated = self.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
        let is = |media_type: &str| {
            let essence = stated.and_then(|stated| stated.get(..media_type.len()));
            essence.is_some_and(|essence| essence.eq_ignore_ascii_case(media_type.as_bytes()))
        };
        let other = match () {
            () if is("application/json") => "one JSON value",
            () if is("text/html") => "a web page",
            () => return Ok(()),
        };
        let error = Error::decode(format!("the answer is {other} where events were expected"));
        Err(self.request.draft.blamed(error))
    }
}
