//! Operations whose bodies and answers come in more than one form.

use crate::runtime::multipart::{File, multipart};
use crate::runtime::wire::{Maybe, builder, evidence, wire_object, wire_union};
use crate::runtime::{Bytes, Call, Client, Input, Method, Style, answers, bodies, operation};

/// What is uploaded.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Upload {
    /// The file.
    pub file: File,
    /// Further files.
    pub more: Option<Vec<File>>,
    /// A picture, or a sound.
    pub picture: Option<File>,
    /// Its title.
    pub title: Option<String>,
    /// Its tags.
    pub tags: Option<Vec<String>>,
    /// Anything else.
    pub meta: Option<serde_json::Value>,
    /// A note.
    pub note: Maybe<String>,
}

wire_object!(Upload {
    required file;
    optional more, picture, title, tags;
    any meta;
    maybe note;
});

builder!(Upload {
    new(file: File);
    optional more: Vec<File>, picture: File, title: String, tags: Vec<String>, meta: serde_json::Value;
    maybe note clear_note: String;
});

multipart!(Upload {
    file file = "file",
    file more = "more",
    file picture = "picture" as "image/png, image/jpeg, audio/*",
    value title = "title",
    value tags = "tags",
    value meta = "meta",
    maybe note = "note",
});

wire_union!(
    /// A file or a link to one.
    pub enum UploadOrLink {
        Upload(Box<Upload>),
    }
);

multipart!(union UploadOrLink {
    Upload,
});

evidence!(Upload {
    required "file": File;
});

impl Client {
    /// Upload any of them
    pub fn upload_any(&self, body: UploadOrLink) -> Call<Search> {
        self.request(Method::POST, "/files/any")
            .with(Input::multipart(), &body)
            .call()
    }

    /// Upload a file
    pub fn upload(&self, body: Upload) -> Call<SendUpload> {
        self.request(Method::POST, "/files")
            .with(Input::multipart(), &body)
            .call()
    }

    /// Create a file, in any way that there is
    pub fn create_file(&self, body: impl Into<CreateFileBody>) -> Call<CreateFile> {
        self.request(Method::POST, "/files/new")
            .with(Input::choice(), &body.into())
            .call()
    }

    /// Replace a picture
    pub fn replace_picture(&self, body: File) -> Call<Search> {
        self.request(Method::PUT, "/picture")
            .with(Input::bytes(), &body)
            .call()
    }

    /// Search by a form
    pub fn search(&self, body: serde_json::Value) -> Call<Search> {
        self.request(Method::POST, "/search")
            .with(
                Input::form().styles(&[("filter", Style::DeepObject, true)]),
                &body,
            )
            .call()
    }

    /// Replace a text
    pub fn replace_text(&self, body: &str) -> Call<Search> {
        self.request(Method::PUT, "/text")
            .with(Input::text(), body)
            .call()
    }
}

operation!(upload: SendUpload -> several UploadAnswer);

answers!(
    /// What a call of [`Client::upload`] gives when it succeeds.
    UploadAnswer {
        /// It is there.
        Created(serde_json::Value) = 201 => json,
        /// It will be there.
        Accepted(()) = 202 => empty,
    }
);

operation!(create_file: CreateFile -> empty () {
    /// What is replaced
    old: CreateFileBody => Input::choice(),
});

bodies!(
    /// What [`Client::create_file`] sends.
    CreateFileBody {
        from Json(serde_json::Value), Multipart(Upload), Csv(String), Bytes(Bytes);
        /// `application/json`
        Json(serde_json::Value) => Input::json(),
        /// `application/merge-patch+json`
        MergePatch(serde_json::Value) => Input::json().media_type("application/merge-patch+json"),
        /// `application/x-www-form-urlencoded`
        Form(serde_json::Value) => Input::form(),
        /// `multipart/form-data`
        Multipart(Upload) boxed => Input::multipart(),
        /// `text/csv`
        Csv(String) => Input::text().media_type("text/csv"),
        /// `application/octet-stream`
        Bytes(Bytes) => Input::bytes(),
    }
);

operation!(search: Search -> empty ());
