//! Names of types that JSON Schema does not have and people write.

/// What a name stands for: a type and a format; no type for any value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Meant {
    pub(crate) name: Option<&'static str>,
    pub(crate) format: Option<&'static str>,
}

/// No type at all.
pub(crate) const ANYTHING: Meant = Meant {
    name: None,
    format: None,
};

/// The types of JSON Schema.
pub(crate) const TYPES: [&str; 7] = [
    "string", "integer", "number", "boolean", "object", "array", "null",
];

/// What a name that is none of JSON Schema's stands for; `None` where that is anyone's guess.
pub(crate) fn meant(name: &str) -> Option<Meant> {
    let lower = name.to_ascii_lowercase();
    if let Some(known) = TYPES.iter().find(|known| **known == lower) {
        return Some(Meant {
            name: Some(*known),
            format: None,
        });
    }
    let (name, format) = match lower.as_str() {
        "int" | "short" => ("integer", None),
        "int32" => ("integer", Some("int32")),
        "int64" | "long" => ("integer", Some("int64")),
        "float" => ("number", Some("float")),
        "double" => ("number", Some("double")),
        "decimal" | "real" => ("number", None),
        "bool" => ("boolean", None),
        "str" | "text" | "char" => ("string", None),
        "date" => ("string", Some("date")),
        "datetime" | "date-time" | "timestamp" => ("string", Some("date-time")),
        "uuid" => ("string", Some("uuid")),
        "uri" | "url" => ("string", Some("uri")),
        "email" => ("string", Some("email")),
        "password" => ("string", Some("password")),
        "byte" => ("string", Some("byte")),
        "file" | "binary" => ("string", Some("binary")),
        "map" | "dict" | "dictionary" | "hash" => ("object", None),
        "list" | "set" => ("array", None),
        "any" | "mixed" => return Some(ANYTHING),
        _ => return None,
    };
    Some(Meant {
        name: Some(name),
        format,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_other_languages_stand_for_types() {
        for (name, expected, format) in [
            ("int", Some("integer"), None),
            ("Long", Some("integer"), Some("int64")),
            ("STRING", Some("string"), None),
            ("datetime", Some("string"), Some("date-time")),
            ("any", None, None),
        ] {
            let expected = Meant {
                name: expected,
                format,
            };
            assert_eq!(meant(name), Some(expected), "{name}");
        }
        assert_eq!(meant("strng"), None);
    }
}
