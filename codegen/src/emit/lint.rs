//! What clippy says by default of code that a document has decided, and the attributes that answer it.

/// Names that clippy takes for placeholders (`disallowed_names`).
const PLACEHOLDERS: [&str; 3] = ["foo", "baz", "quux"];

/// For an item that mentions types which clippy finds too complex.
pub(super) const ALLOW_COMPLEX: &str =
    r#"#[allow(clippy::type_complexity, reason = "the document nests its types so")]"#;

/// For an item with names that clippy takes for placeholders.
pub(super) const ALLOW_PLACEHOLDERS: &str =
    r#"#[allow(clippy::disallowed_names, reason = "the document has these names")]"#;

pub(super) fn is_placeholder(name: &str) -> bool {
    PLACEHOLDERS.contains(&name)
}

/// Whether clippy's `type_complexity` speaks of a type, which weighs each name in it by how deep it stands.
pub(super) fn is_complex(code: &str) -> bool {
    const MOST: usize = 250;
    const EACH: usize = 10;
    let (mut depth, mut weight, mut is_inside_name) = (1, 0, false);
    for sign in code.chars() {
        let is_name = sign.is_alphanumeric() || sign == '_' || sign == ':';
        if is_name && !is_inside_name {
            weight += EACH * depth;
        }
        is_inside_name = is_name;
        match sign {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ => {}
        }
    }
    weight > MOST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_makes_a_type_complex() {
        let three = "Option<BTreeMap<String, BTreeMap<String, Vec<String>>>>";
        let four = "Option<BTreeMap<String, BTreeMap<String, BTreeMap<String, Vec<String>>>>>";
        assert!(!is_complex(three));
        assert!(is_complex(four));
    }
}
