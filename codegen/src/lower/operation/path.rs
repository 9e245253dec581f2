//! Path templates.

use std::collections::HashSet;

use serde_json::Value;

use crate::diagnostic::Code;
use crate::ir::{Location, Parameter};
use crate::lower::Lowering;
use crate::resolve::{Foreign, Listed, Meaning};

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

/// Whether the query of a path says itself what a parameter is.
pub(super) fn states(path: &str, name: &str) -> bool {
    let states = |pair: &str| !pair.is_empty() && key(pair) == name && !pair.contains('{');
    let query = path.split_once('?').map(|(_, query)| query);
    query.is_some_and(|query| query.split('&').any(states))
}

/// The path without those variables of its query that are query parameters, which calls write behind it.
pub(super) fn without_parameters(path: &str, parameters: &[Parameter]) -> String {
    let Some((place, query)) = path.split_once('?') else {
        return path.to_owned();
    };
    let is_parameter = |pair: &&str| {
        let mut names = parameters
            .iter()
            .filter(|it| it.location == Location::Query);
        pair.contains('{') && names.any(|it| it.wire_name == key(pair))
    };
    let kept: Vec<_> = query
        .split('&')
        .filter(|pair| !is_parameter(pair))
        .collect();
    match kept.is_empty() {
        true => place.to_owned(),
        false => format!("{place}?{}", kept.join("&")),
    }
}

fn key(pair: &str) -> &str {
    pair.split('=').next().unwrap_or_default()
}

impl Lowering<'_> {
    /// Notes what a path has that no template foresees: it begins with a slash, has neither query nor fragment, and names in braces
    /// (OpenAPI 3.0.3, "Paths Object" and "Path Templating").
    pub(super) fn check_path(&mut self, listed: &Listed) {
        let Listed {
            path,
            template,
            method: _,
            entry,
            item: _,
            place: _,
            selected: _,
        } = listed;
        if !path.starts_with('/') {
            let message = format!("the path `{path}` should begin with a slash");
            self.sink.report(Code::PathWithoutSlash, entry, message);
        }
        for foreign in &template.foreign {
            let message = taken_for(foreign, path);
            self.sink.report(Code::PathVariable, entry, message);
        }
        if template.fragment.is_none() && template.text.contains('?') {
            let message = format!("the path `{path}` has a query, which every call of it sends");
            self.sink.report(Code::PathQuery, entry, message);
        }
    }
}

impl Lowering<'_> {
    /// Tells of a fragment, which no call sends, but for one that says of parameters what every call sends of them: documents set operations of
    /// one path apart so.
    pub(super) fn check_fragment(&mut self, listed: &Listed) {
        let Some(fragment) = &listed.template.fragment else {
            return;
        };
        let pairs = fragment.trim_start_matches('#').split('&').map(key);
        let mut keys = pairs.filter(|key| !key.is_empty()).peekable();
        let sent = self.required_names(listed);
        if keys.peek().is_none() || !keys.all(|key| sent.contains(key)) {
            let message = format!(
                "`#` and what follows it in `{}` is sent by no call",
                listed.path
            );
            self.sink.report(Code::PathQuery, &listed.entry, message);
        }
    }

    /// The names of the parameters that every call of an operation sends.
    fn required_names(&self, listed: &Listed) -> HashSet<&str> {
        let nodes = [&listed.item, &listed.place].into_iter();
        let places = nodes.flat_map(|node| self.bundle.elements(&node.child("parameters")));
        let required = places.filter_map(|place| {
            let node = self.bundle.get(self.bundle.follow(&place))?;
            let is_required = node.get("required") == Some(&Value::Bool(true));
            node.get("name")?.as_str().filter(|_| is_required)
        });
        required.collect()
    }
}

/// What a part of a path is taken for.
fn taken_for(foreign: &Foreign, path: &str) -> String {
    let Foreign { text, meaning } = foreign;
    match meaning {
        Meaning::Variable { name, spans: false } => {
            format!("`{text}` in the path `{path}` is taken for `{{{name}}}`")
        }
        Meaning::Variable { name, spans: true } => format!(
            "`{text}` in the path `{path}` is taken for `{{{name}}}`, whose values may go on over several segments"
        ),
        Meaning::Query => {
            format!(
                "`{text}` in the path `{path}` is left out: calls write query parameters behind it"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::tests::lower;
    use crate::place::{FileId, Place};

    #[test]
    fn a_fragment_of_what_parameters_say_is_no_loss() {
        let codes = |path: &str| {
            let parameter = "{name: Action, in: query, required: true, schema: {type: string}}";
            let get = format!(
                "get: {{parameters: [{parameter}], responses: {{'204': {{description: d}}}}}}"
            );
            lower(&format!("paths: {{'{path}': {{{get}}}}}")).1
        };
        assert_eq!(codes("/#Action=Get"), []);
        assert_eq!(codes("/#Action=Get&Other=1"), [Code::PathQuery]);
        assert_eq!(codes("/#"), [Code::PathQuery]);
    }

    #[test]
    fn variables_come_in_template_order_and_once() {
        assert_eq!(variables("/a/{b}/{c}.{d}/{b}"), ["b", "c", "d"]);
        assert_eq!(variables("/a/{b"), [""; 0]);
    }

    #[test]
    fn a_query_says_what_a_parameter_is_or_leaves_it_to_the_parameter() {
        let path = "/a?b=c&d={d}&e={e}&f";
        assert!(states(path, "b") && states(path, "f"));
        assert!(!states(path, "d") && !states(path, "c") && !states("/a", "b"));
        assert!(!states("/a", "") && !states("/a?", ""));
        let d = Parameter {
            location: Location::Query,
            ..super::super::variables::undescribed("d", &Place::root(FileId::ENTRY))
        };
        assert_eq!(
            without_parameters(path, std::slice::from_ref(&d)),
            "/a?b=c&e={e}&f"
        );
        assert_eq!(without_parameters("/a?d={d}", &[d]), "/a");
    }
}
