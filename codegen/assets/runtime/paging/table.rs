//! The table of an operation whose list comes page by page.

/// Adds the calls that give all pages of a list, and all of its items:
///
/// ```text
/// paged!(ListContacts -> json Vec<types::Contact>, types::Contact => Plan::offset("offset"));
/// ```
macro_rules! paged {
    ($name:ident -> $reading:ident $answer:ty, $item:ty => $plan:expr) => {
        #[allow(deprecated, reason = "the document still uses what it deprecates")]
        impl $crate::runtime::Call<$name> {
            /// Gives the items of all pages, from the one that this call asks for on. Each page is
            /// fetched when the items before it are taken.
            #[inline]
            pub fn items(self) -> $crate::runtime::paging::Items<$item> {
                $crate::runtime::paging::Items::new(self.request, $plan, |answer| {
                    let page: ::core::result::Result<$crate::runtime::Response<$answer>, _> =
                        $crate::runtime::Answer::$reading(answer);
                    page.err()
                })
            }

            /// Gives the pages, from the one that this call asks for on. Each is fetched when it is
            /// asked for.
            #[inline]
            pub fn pages(self) -> $crate::runtime::paging::Pages<$answer> {
                $crate::runtime::paging::Pages::new(
                    self.request,
                    $plan,
                    $crate::runtime::Answer::$reading,
                )
            }
        }
    };
}

pub(crate) use paged;
