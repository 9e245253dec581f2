//! Moments in time.

super::text::text! {
    /// A moment in time, such as `2024-01-15T10:30:00Z` (format `date-time`).
    ///
    /// It is the exact text of the wire: two spellings of one moment are not equal.
    DateTime
}
