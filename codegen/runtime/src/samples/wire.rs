//! Types of every shape, as a generated crate has them.

#![deny(warnings)]

mod contact;
mod container;
mod names;
pub mod pet;
mod preferences;
mod reminder;
pub mod shadows;
mod status;
mod tree;
pub mod verdict;

pub use contact::{Contact, ContactList, ContactUpdate};
pub use container::{Container, Described};
pub use names::{Big, BigRequired, Twins};
pub use preferences::Preferences;
pub use reminder::{Reminder, ReminderKind};
pub use status::{Priority, Status};
pub use tree::Tree;
