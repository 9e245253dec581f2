//! Days.

super::text::text! {
    /// A day, such as `2024-01-15` (format `date`).
    ///
    /// It is the exact text of the wire.
    Date
}
