//! The table of an operation.

/// Makes the type of an operation, and gives its calls one setter per optional input:
///
/// ```text
/// operation!(list_contacts: ListContacts -> json Vec<types::Contact> {
///     /// Filter by contact ID
///     cid: String => Input::query("cid"),
///     /// How many at most
///     limit: u64 as is => Input::query("limit"),
/// });
/// ```
///
/// The first name is that of the client's method. The word before the answer's type says how it is
/// read: `json`, `text`, `bytes`, `empty`, `several`, or one of those for streams (`events`,
/// `text_events`, `mixed_events`, these three behind `named_`, `json_lines`, `text_lines`,
/// `json_sequence`). `, headers ListHeaders` behind it says what headers it declares, `, #[allow(..)]` which lints it is spared. `as is` marks
/// a number or a boolean, which a setter takes as it is: so `.limit(3)` needs no suffix.
#[allow(unused_macros, reason = "a document may have no operation")]
macro_rules! operation {
    (
        $method:ident: $name:ident -> $reading:ident $answer:ty $(, headers $headers:ty)? $(, #[allow($($lint:tt)+)])?
        $({
            $( $(#[$attribute:meta])* $setter:ident: $value:ty $(as $is:ident)? => $input:expr, )*
        })?
    ) => {
        #[doc = ::core::concat!("The operation that [`Client::", ::core::stringify!($method), "`] calls.")]
        pub enum $name {}

        $(#[allow($($lint)+, reason = "the document still uses what it deprecates")])?
        impl $crate::runtime::Operation for $name {
            type Answer = $answer;
            type Headers = $crate::runtime::operation!(@headers $($headers)?);
            type Reading = $crate::runtime::operation!(@$reading);
        }

        $(
            impl $crate::runtime::Call<$name> {
                $(
                    $(#[$attribute])*
                    #[doc = ""]
                    #[doc = ::core::concat!("Sets `", ::core::stringify!($setter), "`.")]
                    #[inline]
                    pub fn $setter(mut self, $setter: $crate::runtime::operation!(@given $value $(as $is)?)) -> Self {
                        self.request.set::<$value>($input, $setter);
                        self
                    }
                )*
            }
        )?
    };
    (@given $ty:ty) => { impl ::core::convert::Into<$ty> };
    (@given $ty:ty as is) => { $ty };
    (@headers) => { () };
    (@headers $headers:ty) => { $headers };
    (@json) => { $crate::runtime::reading::Json };
    (@text) => { $crate::runtime::reading::Text };
    (@bytes) => { $crate::runtime::reading::Binary };
    (@empty) => { $crate::runtime::reading::Empty };
    (@several) => { $crate::runtime::reading::Either };
    (@events) => { $crate::runtime::stream::Events };
    (@text_events) => { $crate::runtime::stream::TextEvents };
    (@mixed_events) => { $crate::runtime::stream::MixedEvents };
    (@named_events) => { $crate::runtime::stream::Named<$crate::runtime::stream::Events> };
    (@named_text_events) => { $crate::runtime::stream::Named<$crate::runtime::stream::TextEvents> };
    (@named_mixed_events) => { $crate::runtime::stream::Named<$crate::runtime::stream::MixedEvents> };
    (@json_lines) => { $crate::runtime::stream::JsonLines };
    (@text_lines) => { $crate::runtime::stream::TextLines };
    (@json_sequence) => { $crate::runtime::stream::JsonSequence };
}

#[allow(unused_imports, reason = "a document may have no operation")]
pub(crate) use operation;
