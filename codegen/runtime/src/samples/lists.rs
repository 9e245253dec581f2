//! Operations whose lists come page by page.

use crate::runtime::paging::Plan;
use crate::runtime::{Call, Client, Input, Method, operation, paged};

impl Client {
    /// By offset
    pub fn notes_by_offset(&self) -> Call<NotesByOffset> {
        self.request(Method::GET, "/notes/by-offset").call()
    }

    /// By number
    pub fn notes_by_page(&self) -> Call<NotesByPage> {
        self.request(Method::GET, "/notes/by-page").call()
    }

    /// By cursor
    pub fn notes_by_cursor(&self) -> Call<NotesByCursor> {
        self.request(Method::GET, "/notes/by-cursor").call()
    }

    /// By link
    pub fn notes_by_link(&self) -> Call<NotesByLink> {
        self.request(Method::GET, "/notes/by-link").call()
    }

    /// By the last item
    pub fn notes_by_last(&self) -> Call<NotesByLast> {
        self.request(Method::GET, "/notes/by-last").call()
    }

    /// By a URL in the page
    pub fn notes_by_url(&self) -> Call<NotesByUrl> {
        self.request(Method::GET, "/notes/by-url").call()
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

operation!(notes_by_last: NotesByLast -> json serde_json::Value);

paged!(NotesByLast -> json serde_json::Value, i64 => Plan::cursor("after", "/data/-1").items("/data").more("/more"));

operation!(notes_by_url: NotesByUrl -> json serde_json::Value);

paged!(NotesByUrl -> json serde_json::Value, i64 => Plan::link_at("/next/url").items("/data").more("/more"));
