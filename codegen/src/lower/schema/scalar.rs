//! Strings, numbers and booleans.

use openapiv3::AnySchema;

use crate::diagnostic::Code;
use crate::ir::{IntegerWidth, Ty};
use crate::lower::Lowering;
use crate::place::Place;

/// Formats of strings that stay strings: a format never fails a decode.
pub(super) const TEXTS: [&str; 26] = [
    "color",
    "decimal",
    "duration",
    "email",
    "hostname",
    "html",
    "idn-email",
    "idn-hostname",
    "ip",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json",
    "json-pointer",
    "markdown",
    "password",
    "regex",
    "relative-json-pointer",
    "string",
    "time",
    "ulid",
    "uri",
    "uri-reference",
    "url",
    "uuid",
];

impl Lowering<'_> {
    pub(super) fn scalar(&mut self, name: &str, keywords: &AnySchema, place: &Place) -> Ty {
        let format = keywords.format.as_deref();
        match name {
            "string" => self.string(format, place),
            "integer" => Ty::Integer(self.integer(format, place)),
            "number" => {
                self.check_format(format, &["float", "double", "decimal"], place);
                Ty::Number
            }
            "boolean" => Ty::Boolean,
            // Other names were mended before.
            _ => Ty::Json,
        }
    }

    fn string(&mut self, format: Option<&str>, place: &Place) -> Ty {
        match format {
            Some("date-time") => Ty::DateTime,
            Some("date") => Ty::Date,
            Some("byte") => Ty::Base64,
            Some("binary") => Ty::Bytes,
            other => {
                self.check_format(other, &TEXTS, place);
                Ty::Text
            }
        }
    }

    fn integer(&mut self, format: Option<&str>, place: &Place) -> IntegerWidth {
        match format {
            Some("int8") => IntegerWidth::I8,
            Some("int16") => IntegerWidth::I16,
            Some("int32") => IntegerWidth::I32,
            Some("uint8") => IntegerWidth::U8,
            Some("uint16") => IntegerWidth::U16,
            Some("uint32") => IntegerWidth::U32,
            Some("uint64" | "uint") => IntegerWidth::U64,
            other => {
                self.check_format(other, &["int64", "int", "unix-time", "timestamp"], place);
                IntegerWidth::I64
            }
        }
    }

    fn check_format(&mut self, format: Option<&str>, known: &[&str], place: &Place) {
        if let Some(format) = format.filter(|format| !known.contains(format)) {
            let message =
                format!("the format `{format}` is not known; the value stays what its type says");
            self.sink
                .report(Code::UnknownFormat, &place.child("format"), message);
        }
    }
}
