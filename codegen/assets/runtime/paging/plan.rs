//! How one page leads to the next, as the document says.

use serde_json::Value;

/// How one page leads to the next, and where in a page its items are.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub(super) step: Step,
    pub(super) items: &'static str,
    pub(super) more: Option<&'static str>,
}

/// What the next request says.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// How many items were before.
    Offset { parameter: &'static str },
    /// The number of the page, counted from `first`.
    Page { parameter: &'static str, first: u64 },
    /// What the page has at `next`.
    Cursor {
        parameter: &'static str,
        next: &'static str,
    },
    /// The URL in the header `link` (RFC 8288).
    Link,
}

impl Plan {
    /// The query parameter says how many items come before the page.
    pub const fn offset(parameter: &'static str) -> Self {
        Self::by(Step::Offset { parameter })
    }

    /// The query parameter is the number of the page, from `first` on.
    pub const fn page(parameter: &'static str, first: u64) -> Self {
        Self::by(Step::Page { parameter, first })
    }

    /// The query parameter is what the page before has at `next`, a JSON pointer.
    pub const fn cursor(parameter: &'static str, next: &'static str) -> Self {
        Self::by(Step::Cursor { parameter, next })
    }

    /// The header `link` of a page has the URL of the next.
    pub const fn link() -> Self {
        Self::by(Step::Link)
    }

    /// Sets where a page has its items, as a JSON pointer; the page is a list of them unless set.
    #[must_use]
    pub const fn items(mut self, pointer: &'static str) -> Self {
        self.items = pointer;
        self
    }

    /// Sets where a page says whether there are more, as a JSON pointer.
    #[must_use]
    pub const fn more(mut self, pointer: &'static str) -> Self {
        self.more = Some(pointer);
        self
    }

    /// Whether the page says that it is the last one.
    pub(super) fn is_last(&self, page: &Value) -> bool {
        let more = self.more.and_then(|pointer| page.pointer(pointer));
        more.and_then(Value::as_bool) == Some(false)
    }

    const fn by(step: Step) -> Self {
        Self {
            step,
            items: "",
            more: None,
        }
    }
}
