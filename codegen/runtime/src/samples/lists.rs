//! Operations whose lists come page by page.

use crate::runtime::paging::Plan;
use crate::runtime::{Client, Input, Method, operation, paged};

impl Client {
    /// By offset
    pub fn notes_by_offset(&self) -> NotesByOffset {
        let request = self.request(Method::GET, "/notes/by-offset");
        NotesByOffset { request }
    }

    /// By number
    pub fn notes_by_page(&self) -> NotesByPage {
        let request = self.request(Method::GET, "/notes/by-page");
        NotesByPage { request }
    }

    /// By cursor
    pub fn notes_by_cursor(&self) -> NotesByCursor {
        let request = self.request(Method::GET, "/notes/by-cursor");
        NotesByCursor { request }
    }

    /// By link
    pub fn notes_by_link(&self) -> NotesByLink {
        let request = self.request(Method::GET, "/notes/by-link");
        NotesByLink { request }
    }
}

operation!(notes_by_offset: NotesByOffset -> json Vec<i64> {
    /// How many at most
    limit: i64 => Input::query("limit"),
    /// How many before
    offset: i64 => Input::query("offset"),
});

paged!(NotesByOffset -> json Vec<i64>, i64 => Plan::offset("offset"));

operation!(notes_by_page: NotesByPage -> json serde_json::Value);

paged!(NotesByPage -> json serde_json::Value, i64 => Plan::page("page", 1).items("/data").more("/more"));

operation!(notes_by_cursor: NotesByCursor -> json serde_json::Value);

paged!(NotesByCursor -> json serde_json::Value, i64 => Plan::cursor("after", "/next/id").items("/data"));

operation!(notes_by_link: NotesByLink -> json Vec<i64> {
    /// How many at most
    limit: i64 => Input::query("limit"),
});

paged!(NotesByLink -> json Vec<i64>, i64 => Plan::link());
