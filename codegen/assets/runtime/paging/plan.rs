//! How one page leads to the next, as the document says.

use serde_json::Value;

use super::pointer;

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
    /// The URL that the page has at `next`, or in the header `link` (RFC 8288).
    Link { next: Option<&'static str> },
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

    /// The query parameter is what the page before has at `next`, a JSON pointer in which `-1` is the last
    /// item of a list.
    pub const fn cursor(parameter: &'static str, next: &'static str) -> Self {
        Self::by(Step::Cursor { parameter, next })
    }

    /// The header `link` of a page has the URL of the next.
    pub const fn link() -> Self {
        Self::by(Step::Link { next: None })
    }

    /// A page has the URL of the next at `next`, a JSON pointer.
    pub const fn link_at(next: &'static str) -> Self {
        Self::by(Step::Link { next: Some(next) })
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

    /// Whether there are more pages, where the page says so.
    pub(super) fn has_more(&self, page: &Value) -> Option<bool> {
        pointer::at(page, self.more?)?.as_bool()
    }

    const fn by(step: Step) -> Self {
        Self {
            step,
            items: "",
            more: None,
        }
    }
}
