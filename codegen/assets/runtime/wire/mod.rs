//! How values look on the wire.
//!
//! [`Encode`] and [`Decode`] say what serde's own traits cannot say for types that are not ours: an
//! integer may be spelled `5.0`, `null` may stand for an absent value, and a decode error names the
//! place it happened at. Generated types implement serde's traits, by calling these for what they
//! hold, and have these by a blanket implementation.

mod base64;
mod binary;
mod builder;
mod date;
mod date_time;
mod decode;
mod encode;
mod enumeration;
mod evidence;
mod fits;
mod flag;
mod generated;
mod list;
mod map;
mod maybe;
mod null;
mod number;
mod object;
mod object_reader;
mod object_writer;
mod option;
mod path;
mod ranking;
mod scalar;
mod show;
mod tag;
mod text;
mod union;
mod unknown;
mod weight;

pub use base64::Base64;
pub(crate) use builder::builder;
pub use date::Date;
pub use date_time::DateTime;
pub use decode::{Decode, from_slice};
pub use encode::{Encode, to_value, to_vec};
pub(crate) use enumeration::wire_enum;
pub use enumeration::{decode_name, listed};
pub(crate) use evidence::evidence;
pub use fits::{Fits, Key, Weigh, weigh_integer, weigh_text};
pub use flag::{False, True};
pub use generated::{Generated, decode_object};
pub use maybe::Maybe;
pub(crate) use object::wire_object;
pub use object_reader::Properties;
pub use object_writer::ObjectWriter;
pub use path::{at_item, error_path};
pub use ranking::best;
pub use show::show;
pub(crate) use show::shown;
pub use tag::encode_tagged;
pub(crate) use union::wire_union;
pub use union::{Choice, Union, decode_union};
pub use unknown::Unknown;
pub use weight::{Score, Weight};
