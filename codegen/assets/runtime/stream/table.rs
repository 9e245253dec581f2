//! The tables that make operations with streams for answers.

/// Makes the type of an operation's calls where the answer is a stream, or adds the call that asks for
/// a stream to one that has a `send` of its own:
///
/// ```text
/// streaming!(watch: Watch -> events EventStream<types::Change> {
///     /// Only later ones
///     since: String => Input::query("since"),
/// });
///
/// streaming!(CreateChat -> events EventStream<types::ChatChunk> as "text/event-stream");
/// ```
///
/// The word before the answer's type says how it is read: `events`, `text_events`, `mixed_events`,
/// `json_lines`, `text_lines` or `json_sequence`.
macro_rules! streaming {
    ($name:ident -> $reading:ident $answer:ty $(, headers $headers:ty)? as $media_type:literal) => {
        #[allow(deprecated, reason = "the document still uses what it deprecates")]
        impl $name {
            #[doc = ::core::concat!("Sends the request for `", $media_type, "` and gives the items")]
            /// of the answer as they arrive.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            pub async fn send_stream(
                self,
            ) -> ::core::result::Result<$answer, $crate::runtime::Error> {
                let response = self.send_stream_full().await;
                response.map($crate::runtime::Response::into_body)
            }

            /// Sends the request as [`send_stream`](Self::send_stream) does, and gives status and
            /// headers too.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            pub async fn send_stream_full(
                self,
            ) -> ::core::result::Result<
                $crate::runtime::Response<$answer $(, $headers)?>,
                $crate::runtime::Error,
            > {
                let answer = self.request.accept($media_type).stream().await;
                let response = answer.and_then($crate::runtime::StreamAnswer::$reading);
                $( let response = response.map($crate::runtime::Response::declaring::<$headers>); )?
                response
            }

            /// As [`send_stream`](Self::send_stream), and keeps the thread waiting until the answer begins.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            #[cfg(feature = "blocking")]
            pub fn send_stream_blocking(
                self,
            ) -> ::core::result::Result<$answer, $crate::runtime::Error> {
                self.request.client().block_on(self.send_stream())
            }
        }
    };
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
            /// Sends the request and gives the items of the answer as they arrive.
            ///
            /// # Errors
            ///
            /// Whatever stands in the way of a success: see
            /// [`ErrorKind`]($crate::runtime::ErrorKind).
            pub async fn send(self) -> ::core::result::Result<$answer, $crate::runtime::Error> {
                let response = self.send_full().await;
                response.map($crate::runtime::Response::into_body)
            }

            /// Sends the request as [`send`](Self::send) does, and gives status and headers too.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            pub async fn send_full(
                self,
            ) -> ::core::result::Result<
                $crate::runtime::Response<$answer $(, $headers)?>,
                $crate::runtime::Error,
            > {
                let answer = self.request.stream().await;
                let response = answer.and_then($crate::runtime::StreamAnswer::$reading);
                $( let response = response.map($crate::runtime::Response::declaring::<$headers>); )?
                response
            }

            /// As [`send`](Self::send), and keeps the thread waiting until the answer begins.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            #[cfg(feature = "blocking")]
            pub fn send_blocking(
                self,
            ) -> ::core::result::Result<$answer, $crate::runtime::Error> {
                self.request.client().block_on(self.send())
            }
        }
    };
}

pub(crate) use streaming;
