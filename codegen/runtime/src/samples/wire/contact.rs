use super::Status;
use crate::runtime::wire::{Base64, Date, DateTime};
use crate::runtime::wire::{builder, wire_object};

/// A contact, as answers have it.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Contact {
    /// Number.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Labels.
    pub tags: Option<Vec<String>>,
    /// State.
    pub status: Option<Status>,
    /// How much it matters.
    pub score: Option<f64>,
    /// Whether it is blocked.
    pub blocked: Option<bool>,
    /// Moment of creation.
    pub created_at: Option<DateTime>,
    /// Birthday.
    pub born: Option<Date>,
    /// Picture.
    pub picture: Option<Base64>,
    /// Retries, a narrow integer.
    pub retries: Option<u8>,
}

wire_object!(Contact {
    required id, name;
    optional tags, status, score, blocked, created_at, born, picture, retries;
});

/// A page of contacts.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ContactList {
    /// The contacts.
    pub contacts: Option<Vec<Contact>>,
}

wire_object!(ContactList {
    optional contacts;
});

/// Fields to change on a contact; the server sets `id`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ContactUpdate {
    /// Number.
    pub id: Option<i64>,
    /// Name.
    pub name: String,
    /// Labels.
    pub tags: Option<Vec<String>>,
}

wire_object!(ContactUpdate {
    required name;
    optional id, tags;
});

builder!(ContactUpdate {
    new(name: String);
    optional tags: Vec<String>;
    skip id;
});
