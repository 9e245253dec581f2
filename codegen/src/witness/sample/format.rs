//! Strings of a format: one of each, and what they look like.

/// A format that validators check.
pub(super) struct Format {
    name: &'static str,
    pub(super) sample: &'static str,
    /// What every text of the format looks like, as far as a pattern can say.
    pub(super) pattern: &'static str,
}

const FORMATS: [Format; 19] = [
    Format {
        name: "date-time",
        sample: "2024-01-15T10:30:00Z",
        pattern: r"(?i)^\d{4}-\d\d-\d\d[t ]\d\d:\d\d:\d\d(\.\d+)?(z|[+-]\d\d:\d\d)$",
    },
    Format {
        name: "date",
        sample: "2024-01-15",
        pattern: r"^\d{4}-\d\d-\d\d$",
    },
    Format {
        name: "time",
        sample: "10:30:00Z",
        pattern: r"(?i)^\d\d:\d\d:\d\d(\.\d+)?(z|[+-]\d\d:\d\d)$",
    },
    Format {
        name: "duration",
        sample: "P1D",
        pattern: r"^P[0-9TYMWDHS.]+$",
    },
    Format {
        name: "email",
        sample: "ada@example.com",
        pattern: r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
    },
    Format {
        name: "idn-email",
        sample: "ada@example.com",
        pattern: r"^[^@\s]+@[^@\s]+$",
    },
    Format {
        name: "hostname",
        sample: "example.com",
        pattern: r"^[A-Za-z0-9.-]+$",
    },
    Format {
        name: "idn-hostname",
        sample: "example.com",
        pattern: r"^\S+$",
    },
    Format {
        name: "ipv4",
        sample: "192.0.2.1",
        pattern: r"^\d{1,3}(\.\d{1,3}){3}$",
    },
    Format {
        name: "ipv6",
        sample: "2001:db8::1",
        pattern: r"^[0-9A-Fa-f:.]+$",
    },
    Format {
        name: "uri",
        sample: "https://example.com/",
        pattern: r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$",
    },
    Format {
        name: "url",
        sample: "https://example.com/",
        pattern: r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$",
    },
    Format {
        name: "uri-reference",
        sample: "/path",
        pattern: r"^\S*$",
    },
    Format {
        name: "iri",
        sample: "https://example.com/",
        pattern: r"^\S+$",
    },
    Format {
        name: "uuid",
        sample: "3fa85f64-5717-4562-b3fc-2c963f66afa6",
        pattern: r"(?i)^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
    },
    Format {
        name: "byte",
        sample: "dGV4dA==",
        pattern: r"^[A-Za-z0-9+/=\s]*$",
    },
    Format {
        name: "json-pointer",
        sample: "/name",
        pattern: r"^(/.*)?$",
    },
    Format {
        name: "regex",
        sample: "^a+$",
        pattern: r"^.*$",
    },
    Format {
        name: "base64",
        sample: "dGV4dA==",
        pattern: r"^[A-Za-z0-9+/=\s]*$",
    },
];

/// The format of that name.
pub(super) fn of(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;

    #[test]
    fn a_sample_is_of_its_format() {
        for Format {
            name,
            sample,
            pattern,
        } in &FORMATS
        {
            let pattern = Regex::new(pattern).expect("a pattern");
            assert!(pattern.is_match(sample), "{name}");
        }
    }
}
