//! Binary data in text.

super::text::text! {
    /// Binary data as Base64 (format `byte`).
    ///
    /// It is the exact text of the wire: two spellings of the same data are not equal.
    Base64
}
