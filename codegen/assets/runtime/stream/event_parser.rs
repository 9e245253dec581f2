//! The format of server-sent events (HTML, "Parsing an event stream").

use std::time::Duration;

use super::event::Event;
use super::frames::Cut;
use super::lines::Lines;

/// Makes events of lines.
#[derive(Debug, Default)]
pub(super) struct EventParser {
    lines: Lines,
    started: bool,
    /// The event whose lines are coming in; each line of its data with a line end.
    event: Event<String>,
    /// The last id that a line had: that of the event to come, and of those after it.
    coming_id: Option<String>,
    /// The id as of the last event that was whole; empty where the server took it back.
    last_id: Option<String>,
    retry: Option<Duration>,
}

impl EventParser {
    /// The id as of the last event that was whole, empty where the server took it back; `None` where no
    /// event had any.
    pub(super) fn last_id(&self) -> Option<&str> {
        self.last_id.as_deref()
    }

    /// How long the server last asked clients to wait before they connect again.
    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// The parser of the connection after this one.
    pub(super) fn continued(&self) -> Self {
        Self {
            coming_id: self.last_id.clone(),
            last_id: self.last_id.clone(),
            retry: self.retry,
            ..Self::default()
        }
    }

    /// Takes a line; gives the event that it ends.
    fn take(&mut self, line: &str) -> Option<Event<String>> {
        if line.is_empty() {
            return self.dispatch();
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        self.field(field, value.strip_prefix(' ').unwrap_or(value));
        None
    }

    fn field(&mut self, field: &str, value: &str) {
        match field {
            "event" => self.event.event = Some(value.to_owned()).filter(|name| !name.is_empty()),
            "data" => self.event.data.extend([value, "\n"]),
            "id" if !value.contains('\0') => {
                self.event.id = Some(value.to_owned());
                self.coming_id = Some(value.to_owned());
            }
            "retry" => {
                self.event.retry = milliseconds(value).or(self.event.retry);
                self.retry = self.event.retry.or(self.retry);
            }
            // Comments, whose field has no name, and fields that the format does not know.
            _ => {}
        }
    }

    /// The event that an empty line ends; without data it is none.
    fn dispatch(&mut self) -> Option<Event<String>> {
        self.last_id.clone_from(&self.coming_id);
        let mut event = std::mem::take(&mut self.event);
        event.data.pop().map(|_line_end| event)
    }
}

impl Cut for EventParser {
    type Frame = Event<String>;

    fn feed(&mut self, chunk: &[u8]) {
        self.lines.feed(chunk);
    }

    fn frame(&mut self) -> Option<Event<String>> {
        loop {
            let line = self.lines.line()?;
            let line = String::from_utf8_lossy(&line);
            let line = match std::mem::replace(&mut self.started, true) {
                true => &line,
                false => line.strip_prefix('\u{feff}').unwrap_or(&line),
            };
            if let Some(event) = self.take(line) {
                return Some(event);
            }
        }
    }

    fn length(event: &Event<String>) -> usize {
        event.data.len()
    }

    fn held(&self) -> usize {
        self.lines.held() + self.event.data.len()
    }

    /// An event that its empty line did not end broke off.
    fn rest(&mut self) -> Option<Event<String>> {
        self.lines.clear();
        self.event = Event::default();
        None
    }
}

fn milliseconds(value: &str) -> Option<Duration> {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    let milliseconds = digits.then(|| value.parse().ok())?;
    milliseconds.map(Duration::from_millis)
}
