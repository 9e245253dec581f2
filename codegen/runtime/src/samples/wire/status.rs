use crate::runtime::wire::wire_enum;

wire_enum!(
    /// The state of a contact.
    pub enum Status: str #[allow(deprecated)] {
        /// In use.
        Active = "active",
        /// Not in use, as it was once called.
        #[deprecated(note = "use `Paused`")]
        Sleeping = "sleeping",
        /// Not in use.
        Paused = "paused",
    }
);

wire_enum!(
    /// A number with a meaning.
    pub enum Priority: i64 {
        /// 1.
        _1 = 1,
        /// -1.
        Minus1 = -1,
    }
);
