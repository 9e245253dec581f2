//! The body of a request, and how it is written.

/// One way to write a body: its name, what it is, and the media type that it has unless the
/// document gives another.
macro_rules! bodies {
    ($($(#[$docs:meta])* $name:ident)+) => {$(
        $(#[$docs])*
        #[derive(Clone, Copy, Debug)]
        #[must_use = "an input says where a value goes; give it to `Request::with`"]
        pub struct $name {
            pub(super) media_type: &'static str,
        }

        impl $name {
            pub(super) const fn new(media_type: &'static str) -> Self {
                Self { media_type }
            }

            /// Sets the media type, where the document has another than the usual one.
            pub const fn media_type(mut self, media_type: &'static str) -> Self {
                self.media_type = media_type;
                self
            }
        }
    )+};
}

bodies! {
    /// A body that is written as JSON.
    Body
    /// A body that is text.
    TextBody
    /// A body that is bytes as they are.
    BytesBody
}
