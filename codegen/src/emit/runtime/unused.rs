//! What a large crate may have no use for: its features leave out operations, and the types that these need.

/// What the compiler is told of it.
const REASON: &str = "what uses it may be behind features that are off";

/// The text of a file with leave not to use what the crate's own code would: macros, and what only macros call.
pub(super) fn allowed(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        if let Some(lint) = lint(line, text).filter(|lint| !is_allowed(&lines, lint)) {
            let indent = &line[..line.len() - line.trim_start().len()];
            lines.push(format!("{indent}#[allow({lint}, reason = \"{REASON}\")]"));
        }
        lines.push(line.to_owned());
    }
    lines
        .iter()
        .flat_map(|line| [line.as_str(), "\n"])
        .collect()
}

/// The lint that would complain of the item that begins with a line. The runtime keeps each such line to itself.
fn lint(line: &str, text: &str) -> Option<&'static str> {
    if line.starts_with("pub(crate) use ") {
        return Some("unused_imports");
    }
    if line.trim_start().starts_with("pub(crate) fn ") {
        return Some("dead_code");
    }
    let name = line.strip_prefix("macro_rules! ")?.split(' ').next()?;
    text.contains(&format!("\npub(crate) use {name};"))
        .then_some("unused_macros")
}

/// Whether the runtime itself allows it, in the attributes before the item.
fn is_allowed(lines: &[String], lint: &str) -> bool {
    let is_other = |line: &&String| !line.is_empty() && !line.ends_with([';', '{', '}']);
    let mut attributes = lines.iter().rev().take_while(is_other);
    attributes.any(|line| line.contains(lint))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALLOWED: &str = r#"mod a;

#[allow(unused_macros, reason = "what uses it may be behind features that are off")]
macro_rules! wide {
}
macro_rules! narrow {
}

#[allow(unused_imports, reason = "what uses it may be behind features that are off")]
pub(crate) use wide;
#[allow(unused_imports, reason = "what uses it may be behind features that are off")]
pub(crate) use wider;

impl A {
    #[allow(dead_code, reason = "what uses it may be behind features that are off")]
    pub(crate) fn new() -> Self {}
}
"#;

    #[test]
    fn what_only_generated_code_uses_may_be_unused() {
        let plain = ALLOWED.lines().filter(|line| !line.contains("#[allow"));
        let plain: String = plain.flat_map(|line| [line, "\n"]).collect();
        assert_eq!(allowed(&plain), ALLOWED);
    }

    #[test]
    fn what_the_runtime_allows_already_is_not_said_twice() {
        assert_eq!(allowed(ALLOWED), ALLOWED);
    }
}
