//! An API of notes with every kind of security, and some operations of it.

#[cfg(feature = "test-support")]
use crate::runtime::transport::MemoryTransport;
use crate::runtime::{
    Api, Body, Bytes, Call, Client, ClientBuilder, Input, Method, RetryPolicy, Scheme, Secret,
    Style, operation,
};

/// What the document says of the API as a whole.
pub static API: Api = Api {
    title: "Notes API",
    base_url: Some("https://notes.example/api"),
    base_url_variable: "NOTES_API_BASE_URL",
    user_agent: "notes/1.2.3",
    schemes: &[
        Scheme::api_key_header("KeyId", "x-key-id", "NOTES_API_KEY_ID"),
        Scheme::api_key_header("KeySecret", "x-key-secret", "NOTES_API_KEY_SECRET"),
        Scheme::api_key_query("QueryKey", "api key", "NOTES_API_QUERY_KEY"),
        Scheme::api_key_cookie("CookieKey", "session", "NOTES_API_COOKIE_KEY"),
        Scheme::basic("Login", "NOTES_API_LOGIN"),
        Scheme::bearer("Token", "NOTES_API_TOKEN"),
    ],
    security: &[&["KeyId", "KeySecret"]],
};

/// A builder of clients of the API that send a call once, so that a test of a failure says which.
pub fn builder() -> ClientBuilder {
    ClientBuilder::new(&API).retry(RetryPolicy::never())
}

/// A client with both keys over an in-memory transport.
#[cfg(feature = "test-support")]
pub fn client(transport: &MemoryTransport) -> Client {
    let builder = builder().keys("id-4711-0815", "secret-cafe-babe");
    builder
        .transport(transport.clone())
        .build()
        .expect("the sample API is in order")
}

impl ClientBuilder {
    /// Both keys that the document asks for.
    pub fn keys(self, id: impl Into<Secret>, secret: impl Into<Secret>) -> Self {
        self.credential("KeyId", id).credential("KeySecret", secret)
    }
}

impl Client {
    /// Update a note
    pub fn update_note(&self, id: &str, note: serde_json::Value) -> Call<UpdateNote> {
        self.request(Method::PUT, "/notes/{id}")
            .with(Input::path("id"), id)
            .with(Input::json(), &note)
            .call()
    }

    /// Patch a note, with a media type of its own
    pub fn patch_note(&self, id: &str, patch: serde_json::Value) -> Call<UpdateNote> {
        const PATCH: Body = Input::json().media_type("application/merge-patch+json");
        self.request(Method::PATCH, "/notes/{id}")
            .with(Input::path("id"), id)
            .with(PATCH, &patch)
            .call()
    }

    /// List notes
    pub fn list_notes(&self) -> Call<ListNotes> {
        self.request(Method::GET, "/notes").call()
    }

    /// Delete a note
    pub fn delete_note(&self, id: &str) -> Call<DeleteNote> {
        self.request(Method::DELETE, "/notes/{id}")
            .with(Input::path("id"), id)
            .call()
    }

    /// A note as text, from a server of its own
    pub fn note_text(&self, id: &str) -> Call<NoteText> {
        self.request(Method::GET, "/notes/{id}/text")
            .accept("text/plain")
            .server("https://texts.example/v2/")
            .with(Input::path("id"), id)
            .call()
    }

    /// The title of a note, a text in JSON
    pub fn note_title(&self, id: &str) -> Call<NoteTitle> {
        self.request(Method::GET, "/notes/{id}/title")
            .with(Input::path("id"), id)
            .call()
    }

    /// The picture of a note
    pub fn note_picture(&self, id: &str) -> Call<NotePicture> {
        self.request(Method::GET, "/notes/{id}/picture")
            .accept("image/png")
            .security(&[&["Token"], &[]])
            .with(Input::path("id"), id)
            .call()
    }
}

operation!(update_note: UpdateNote -> json serde_json::Value);

operation!(list_notes: ListNotes -> json Vec<String> {
    /// How many at most
    limit: i64 => Input::query("limit"),
    /// Filter by tags
    tags: Vec<String> => Input::query("tags").explode(false),
    /// Filter by owner
    filter: serde_json::Value => Input::query("filter").style(Style::DeepObject),
    /// Use `tags`
    #[deprecated(note = "use `tags`")]
    #[allow(non_snake_case, reason = "the document has these names and types")]
    tagList: String => Input::query("tagList"),
    /// A trace
    trace: String => Input::header("x-trace"),
});

operation!(delete_note: DeleteNote -> empty ());

operation!(note_text: NoteText -> text String);

operation!(note_title: NoteTitle -> json String);

operation!(note_picture: NotePicture -> bytes Bytes);
