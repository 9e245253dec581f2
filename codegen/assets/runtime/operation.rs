//! The tables that make an operation.

/// Makes the type of an operation's calls, with one setter per optional input and no way to send it.
#[allow(unused_macros, reason = "a document may have no operation")]
macro_rules! call {
    (
        $method:ident: $name:ident $({
            $( $(#[$setter_attribute:meta])* $setter:ident: $value:ty => $input:expr, )*
        })?
    ) => {
        #[doc = ::core::concat!("A call of [`Client::", ::core::stringify!($method), "`].")]
        #[must_use = "a request does nothing until it is sent"]
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        pub struct $name {
            request: $crate::runtime::Request,
        }

        impl $name {
            /// Sets what this call does other than its client, and what it sends beyond its document.
            pub fn options(mut self, options: $crate::runtime::RequestOptions) -> Self {
                self.request = self.request.options(options);
                self
            }

            /// Sends the request and gives the body of the answer as the bytes that arrive.
            ///
            /// # Errors
            ///
            /// Whatever stands in the way of a success: see
            /// [`ErrorKind`]($crate::runtime::ErrorKind).
            pub fn send_raw(
                self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    $crate::runtime::Response<$crate::runtime::RawBody>,
                    $crate::runtime::Error,
                >,
            > {
                self.request.send_raw()
            }

            /// As [`send_raw`](Self::send_raw), and keeps the thread waiting until the answer begins.
            ///
            /// # Errors
            ///
            /// As [`send_raw`](Self::send_raw).
            #[cfg(feature = "blocking")]
            pub fn send_raw_blocking(
                self,
            ) -> ::core::result::Result<
                $crate::runtime::Response<$crate::runtime::RawBody>,
                $crate::runtime::Error,
            > {
                self.request.client().block_on(self.send_raw())
            }
        }

        $(
            #[allow(deprecated, non_snake_case, reason = "deprecated inputs and wire names are kept")]
            #[allow(clippy::disallowed_names, reason = "inputs are named by the document")]
            impl $name {
                $(
                    $(#[$setter_attribute])*
                    #[doc = ""]
                    #[doc = ::core::concat!("Sets `", ::core::stringify!($setter), "`.")]
                    pub fn $setter(mut self, $setter: impl ::core::convert::Into<$value>) -> Self {
                        let value: $value = $setter.into();
                        self.request = self.request.with($input, &value);
                        self
                    }
                )*
            }
        )?
    };
}

/// Makes the type of an operation's calls: `send`, `send_full`, and one setter per optional input.
///
/// ```text
/// operation!(list_contacts: ListContacts -> json Vec<types::Contact> {
///     /// Filter by contact ID
///     cid: String => Input::query("cid"),
/// });
/// ```
///
/// The first name is that of the client's method. The word before the answer's type says how it is
/// read: `json`, `text`, `bytes`, `empty` or `several`; `, headers ListHeaders` behind it says what
/// headers it declares. A setter that is called again replaces what it set before.
#[allow(unused_macros, reason = "a document may have no operation")]
macro_rules! operation {
    (
        $method:ident: $name:ident -> $reading:ident $answer:ty $(, headers $headers:ty)?
        $({ $($setters:tt)* })?
    ) => {
        $crate::runtime::call!($method: $name $({ $($setters)* })?);

        #[cfg(feature = "test-support")]
        #[allow(deprecated, reason = "the document still uses what it deprecates")]
        impl $crate::runtime::transport::Call for $name {
            type Answer = $answer;

            fn into_request(self) -> $crate::runtime::Request {
                self.request
            }
        }

        #[allow(deprecated, reason = "the document still uses what it deprecates")]
        impl $name {
            /// Sends the request and gives the body of the answer.
            ///
            /// # Errors
            ///
            /// Whatever stands in the way of a decoded success: see
            /// [`ErrorKind`]($crate::runtime::ErrorKind).
            pub fn send(
                self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<$answer, $crate::runtime::Error>,
            > {
                self.request.send_body($crate::runtime::Answer::$reading)
            }

            /// Sends the request and gives the whole answer: status, headers and body.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            pub fn send_full(
                self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    $crate::runtime::Response<$answer $(, $headers)?>,
                    $crate::runtime::Error,
                >,
            > {
                self.request.send_full($crate::runtime::Answer::$reading)
            }

            /// As [`send`](Self::send), and keeps the thread waiting meanwhile.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            #[cfg(feature = "blocking")]
            pub fn send_blocking(self) -> ::core::result::Result<$answer, $crate::runtime::Error> {
                self.request.client().block_on(self.send())
            }

            /// As [`send_full`](Self::send_full), and keeps the thread waiting meanwhile.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            #[cfg(feature = "blocking")]
            pub fn send_full_blocking(
                self,
            ) -> ::core::result::Result<
                $crate::runtime::Response<$answer $(, $headers)?>,
                $crate::runtime::Error,
            > {
                self.request.client().block_on(self.send_full())
            }
        }
    };
}

#[allow(unused_imports, reason = "a document may have no operation")]
pub(crate) use {call, operation};
