//! Bodies of the type `multipart/form-data` (RFC 7578).

mod body;
mod file;
mod media_type;
pub(super) mod once;
mod part;
mod stream;
mod table;
mod weight;

pub use body::{MultipartBody, MultipartFilesBody};
pub use file::File;
pub use part::{FileMembers, FileParts, Multipart, Part, Parts};
pub(crate) use table::multipart;
