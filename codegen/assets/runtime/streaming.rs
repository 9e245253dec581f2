//! The table of an operation that gives a stream, too.

/// Adds to the calls of an operation those that ask for a stream in place of what it gives otherwise:
///
/// ```text
/// streaming!(CreateChat -> events EventStream<types::ChatChunk> as "text/event-stream");
/// ```
///
/// The words before the answer's type are those of `operation!`.
macro_rules! streaming {
    ($name:ident -> $reading:ident $answer:ty $(, headers $headers:ty)? as $media_type:literal) => {
        #[allow(deprecated, reason = "the document still uses what it deprecates")]
        impl $crate::runtime::Call<$name> {
            #[doc = ::core::concat!("Sends the call for `", $media_type, "` and gives the items")]
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

            /// Sends the call as [`send_stream`](Self::send_stream) does, and gives status and
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
                let response = answer.and_then(
                    <$crate::runtime::operation!(@$reading) as $crate::runtime::reading::Reading<$answer>>::read,
                );
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
}

pub(crate) use streaming;
