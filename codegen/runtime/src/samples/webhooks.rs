//! Calls that the server makes.

use crate::runtime::webhook;

webhook!(
    /// Notes were counted
    notes_counted -> Vec<i64>
);
