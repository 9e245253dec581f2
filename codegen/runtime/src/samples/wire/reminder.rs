use crate::runtime::wire::{builder, wire_enum, wire_object};

/// Made of nothing, although it requires a lot.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Reminder {
    /// What it is.
    pub kind: ReminderKind,
    /// Whether it is one.
    pub ok: bool,
    /// What it says.
    pub text: Option<String>,
}

wire_object!(Reminder {
    required kind, ok;
    optional text;
});

builder!(Reminder {
    new();
    fixed kind = ReminderKind::Reminder,
        ok = true;
    optional text: String;
});

wire_enum!(
    /// What a [`Reminder`] is.
    pub enum ReminderKind: str {
        /// `reminder`.
        Reminder = "reminder",
    }
);
