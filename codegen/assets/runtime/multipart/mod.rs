//! Bodies of the type `multipart/form-data` (RFC 7578).

mod body;
mod file;
mod once;
mod part;
mod stream;
mod table;
mod weight;

pub use body::MultipartBody;
pub use file::File;
pub(in crate::runtime) use once::{Once, Poller};
pub use part::{FileParts, Multipart, Part, Parts};
pub(crate) use table::multipart;
