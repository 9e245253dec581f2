//! What clippy says by default of code that a document has decided, and the attributes that answer it.

/// Names that clippy takes for placeholders (`disallowed_names`).
const PLACEHOLDERS: [&str; 3] = ["foo", "baz", "quux"];

/// For an item that mentions types which clippy finds too complex.
pub(super) const ALLOW_COMPLEX: &str =
    r#"#[allow(clippy::type_complexity, reason = "the document nests its types so")]"#;

/// Methods that take themselves and one more, which clippy would have implement a trait (`should_implement_trait`).
const OPERATORS: [&str; 10] = [
    "add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub",
];

/// The lints of these that a table has to be spared, as its head says so.
pub(super) fn spared(lints: &[(&str, bool)]) -> String {
    let lints = needed(lints);
    match lints.as_str() {
        "" => String::new(),
        lints => format!(" #[allow({lints})]"),
    }
}

/// The same as an attribute, of a row of a table or an item of its own.
pub(super) fn attribute(lints: &[(&str, bool)]) -> Option<String> {
    let lints = needed(lints);
    let reason = "the document has these names and types";
    (!lints.is_empty()).then(|| format!("#[allow({lints}, reason = {reason:?})]"))
}

/// The attribute of a function whose arguments have these names.
pub(super) fn of_arguments(names: &[&str]) -> Option<String> {
    let any = |is: fn(&str) -> bool| names.iter().any(|name| is(name));
    attribute(&[
        ("clippy::disallowed_names", any(is_placeholder)),
        ("clippy::just_underscores_and_digits", any(is_number)),
        ("non_snake_case", any(|name| !is_snake_case(name))),
    ])
}

fn needed(lints: &[(&str, bool)]) -> String {
    let lints = lints.iter().filter(|(_, is_needed)| *is_needed);
    let lints: Vec<_> = lints.map(|(lint, _)| *lint).collect();
    lints.join(", ")
}

/// As rustc's lint has it (`non_snake_case`).
pub(super) fn is_snake_case(name: &str) -> bool {
    let name = name.trim_matches('_');
    !name.contains("__") && !name.contains(char::is_uppercase)
}

pub(super) fn is_operator(name: &str) -> bool {
    OPERATORS.contains(&name)
}

fn is_number(name: &str) -> bool {
    name.chars()
        .all(|character| character == '_' || character.is_ascii_digit())
}

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
