//! Path templates.

use crate::diagnostic::Code;
use crate::lower::Lowering;
use crate::place::Place;

/// The variables of a template, in its order, each once.
pub(super) fn variables(template: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for part in template.split('{').skip(1) {
        if let Some((name, _)) = part.split_once('}')
            && !found.contains(&name)
        {
            found.push(name);
        }
    }
    found
}

/// The path as calls have it.
pub(super) fn with_slash(path: &str) -> String {
    if path.starts_with('/') {
        path.to_owned()
    } else {
        format!("/{path}")
    }
}

impl Lowering<'_> {
    /// The path with the slash that it begins with (OpenAPI 3.0.3, "Paths Object").
    pub(super) fn checked_path(&mut self, path: &str, place: &Place) -> String {
        if !path.starts_with('/') {
            self.sink.report(
                Code::PathWithoutSlash,
                place,
                format!("the path `{path}` should begin with a slash"),
            );
        }
        with_slash(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_come_in_template_order_and_once() {
        assert_eq!(variables("/a/{b}/{c}.{d}/{b}"), ["b", "c", "d"]);
        assert_eq!(variables("/a/{b"), [""; 0]);
    }
}
