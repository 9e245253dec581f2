//! Path templates, and what other languages of templates write in them.

/// A path as calls have it: a slash before it, no fragment behind it, and in braces nothing but names.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Template {
    pub(crate) text: String,
    /// What the document writes in another way than OpenAPI does.
    pub(crate) foreign: Vec<Foreign>,
    /// What stands behind a `#`, which no call has (RFC 9110, section 7.1); documents tell operations on one path apart by it.
    pub(crate) fragment: Option<String>,
}

/// A part of a path that is more than a name in braces, or less; that is all that OpenAPI foresees (OpenAPI 3.0.3, "Path Templating").
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Foreign {
    /// As the document writes it.
    pub(crate) text: String,
    pub(crate) meaning: Meaning,
}

/// What is meant by it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Meaning {
    /// A parameter of the path, whose values may go on over several segments.
    Variable { name: String, spans: bool },
    /// Parameters of the query, which calls write behind the path anyway.
    Query,
}

/// How a parameter of the path is written, where one is described.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Described<'a> {
    pub(super) style: &'a str,
    pub(super) explode: bool,
}

impl Template {
    /// Reads a path, of whose parameters `described` knows some.
    pub(crate) fn read<'a>(path: &str, described: impl Fn(&str) -> Option<Described<'a>>) -> Self {
        let mut template = Self::default();
        let mut rest = path.strip_prefix('/').unwrap_or(path);
        template.text.push('/');
        loop {
            let found = next(rest);
            let literal = found.map_or(rest, |(before, _, _)| before);
            let sent = literal.split('#').next().unwrap_or_default();
            template.literal(sent, &described);
            let is_over = sent.len() < literal.len()
                || found.is_some_and(|(_, variable, _)| variable.starts_with('#'));
            if is_over {
                template.fragment = Some(rest[sent.len()..].to_owned());
            }
            let Some((_, variable, after)) = found.filter(|_| !is_over) else {
                return template;
            };
            template.variable(variable, &described);
            rest = after;
        }
    }

    /// Whether the values of a parameter of the path may go on over several segments, as the template has it.
    pub(crate) fn spans(&self, parameter: &str) -> bool {
        self.foreign.iter().any(|foreign| match &foreign.meaning {
            Meaning::Variable { name, spans } => *spans && name == parameter,
            Meaning::Query => false,
        })
    }

    /// Adds a text, in which a segment such as `:id` stands for a parameter of that name.
    fn literal<'a>(&mut self, text: &str, described: impl Fn(&str) -> Option<Described<'a>>) {
        for (index, segment) in text.split('/').enumerate() {
            if index > 0 {
                self.text.push('/');
            }
            let (word, query) = segment.split_at(segment.find('?').unwrap_or(segment.len()));
            match word.strip_prefix(':') {
                Some(name) if self.text.ends_with('/') && described(name).is_some() => {
                    self.stands_for(word.to_owned(), name, false);
                }
                Some(_) | None => self.text += word,
            }
            self.text += query;
        }
    }

    fn variable<'a>(&mut self, text: &str, described: impl Fn(&str) -> Option<Described<'a>>) {
        let written = format!("{{{text}}}");
        if described(text).is_some() {
            self.text += &written;
        } else if text.len() > 1 && text.starts_with(['?', '&']) {
            // RFC 6570, sections 3.2.8 and 3.2.9
            self.foreign.push(Foreign {
                text: written,
                meaning: Meaning::Query,
            });
        } else if let Some(variable) = Variable::parse(text) {
            let described = described(variable.name);
            self.text += &variable.before(described.map_or("simple", |it| it.style));
            let is_in_path = !self.text.contains('?');
            let spans = variable.spans(described.is_some_and(|it| it.explode)) && is_in_path;
            self.stands_for(written, variable.name, spans);
        } else {
            self.text += &written;
        }
    }

    fn stands_for(&mut self, text: String, name: &str, spans: bool) {
        self.text += &format!("{{{name}}}");
        let name = name.to_owned();
        let meaning = Meaning::Variable { name, spans };
        self.foreign.push(Foreign { text, meaning });
    }
}

/// What stands between braces, where that is more than a name.
///
/// These are operators of URI templates (RFC 6570, sections 3.2.2, 3.2.3 and 3.2.5 to 3.2.7), the patterns of Google's HTTP rules
/// (`{name=shelves/*}`), and what routers write: `{id:int}`, `{id?}`, `{*path}`, `{path*}`, `{path...}`.
#[derive(Clone, Copy)]
struct Variable<'t> {
    operator: &'t str,
    name: &'t str,
    /// What stands right behind the name.
    mark: &'t str,
    /// With the sign before it.
    pattern: &'t str,
}

impl<'t> Variable<'t> {
    fn parse(text: &'t str) -> Option<Self> {
        let rest = text.trim_start_matches(['+', '*', '/', '.', ';']);
        let operator = &text[..text.len() - rest.len()];
        let (rest, pattern) = rest.split_at(rest.find(['=', ':']).unwrap_or(rest.len()));
        let name = rest.trim_end_matches(['*', '?', '+', '.']);
        let is_name = !name.is_empty() && !name.contains(['{', '}', '/', '?', '#', '&', ',']);
        (is_name && name != text).then(|| Self {
            operator,
            name,
            mark: &rest[name.len()..],
            pattern,
        })
    }

    /// What its operator puts before a value, but for what the style of the parameter writes itself.
    fn before(self, style: &str) -> String {
        match (self.operator, style) {
            (".", "label" | "matrix") | (";", "matrix") => String::new(),
            ("/" | ".", _) => self.operator.to_owned(),
            (";", _) => format!(";{}=", self.name),
            (_, _) => String::new(),
        }
    }

    fn spans(self, explodes: bool) -> bool {
        let Self {
            operator,
            name: _,
            mark,
            pattern,
        } = self;
        // Behind a name, an asterisk may say no more than that the value explodes.
        let is_marked = mark.contains(['*', '+']) && operator.is_empty() && !explodes;
        operator.contains(['+', '*']) || mark == "..." || is_marked || is_of_segments(pattern)
    }
}

/// Whether a pattern, with the sign before it, lets a value hold slashes.
fn is_of_segments(pattern: &str) -> bool {
    match pattern.split_at_checked(1) {
        Some(("=", pattern)) => pattern.contains('/') || pattern == "**",
        // A slash in brackets may be one of those that are not allowed: `[^/]+`.
        Some((_, "path" | ".*" | ".+")) => true,
        Some((_, pattern)) => {
            pattern.starts_with('*') || pattern.contains('/') && !pattern.contains("[^")
        }
        None => false,
    }
}

/// The text before the next variable, what stands between its braces, and the text behind it. There may be braces in it too, as in
/// `{id:[0-9]{1,3}}`.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let mut open = 1;
    for (at, character) in rest.char_indices() {
        match character {
            '{' => open += 1,
            '}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some((before, &rest[..at], &rest[at + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The template, and of each foreign variable what it is taken for.
    fn read(path: &str) -> (String, Vec<(String, bool)>) {
        let described = |style, explode| Some(Described { style, explode });
        let template = Template::read(path, |name| match name {
            "id" | "name" | "a:b" => described("simple", false),
            "ids" => described("simple", true),
            "label" => described("label", true),
            _ => None,
        });
        let foreign = template.foreign.into_iter();
        let foreign = foreign.map(|foreign| match foreign.meaning {
            Meaning::Variable { name, spans } => (name, spans),
            Meaning::Query => ("query".to_owned(), false),
        });
        (template.text, foreign.collect())
    }

    #[test]
    fn what_openapi_foresees_stays_as_it_is() {
        for path in [
            "/a/{b}/{c}.{d}",
            "/a/{b",
            "/a}",
            "/",
            "/{a:b}/{b}:cancel",
            "/a/:b",
            "/a?b={b}",
        ] {
            assert_eq!(read(path), (path.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn other_templates_are_taken_for_the_names_in_them() {
        for (path, text, name, spans) in [
            (
                "/v1/{name=shelves/*}/books",
                "/v1/{name}/books",
                "name",
                true,
            ),
            ("/v1/{name=*}:cancel", "/v1/{name}:cancel", "name", false),
            ("/{id:[0-9]{1,3}}/b", "/{id}/b", "id", false),
            ("/{id:path}", "/{id}", "id", true),
            ("/{id?}", "/{id}", "id", false),
            ("/{*id}", "/{id}", "id", true),
            ("/{id*}", "/{id}", "id", true),
            ("/{id...}", "/{id}", "id", true),
            ("/{+id}", "/{id}", "id", true),
            ("/{*ids}", "/{ids}", "ids", true),
            ("/{ids=a/*}", "/{ids}", "ids", true),
            ("/{id:a/[b-z]+}", "/{id}", "id", true),
            ("/{id:[^/]+}", "/{id}", "id", false),
            ("/a{;id}", "/a;id={id}", "id", false),
            ("/a{?page,size}", "/a", "query", false),
            ("/a?b={id*}", "/a?b={id}", "id", false),
            ("/a/:id?b=c", "/a/{id}?b=c", "id", false),
            ("/a{/id}", "/a/{id}", "id", false),
            ("/a{.id}", "/a.{id}", "id", false),
            ("/{ids*}", "/{ids}", "ids", false),
            ("/a/{.label*}", "/a/{label}", "label", false),
            ("/a/:id/b", "/a/{id}/b", "id", false),
        ] {
            assert_eq!(
                read(path),
                (text.to_owned(), vec![(name.to_owned(), spans)])
            );
        }
    }

    #[test]
    fn a_call_has_a_slash_and_a_query_and_no_fragment() {
        assert_eq!(read("a/{b}#c").0, "/a/{b}");
        assert_eq!(read("/?a=b").0, "/?a=b");
        assert_eq!(read("#a").0, "/");
        assert_eq!(read("/{id:[^#?]+}").0, "/{id}");
        assert_eq!(read("/{id}#{id*}"), ("/{id}".to_owned(), Vec::new()));
        assert_eq!(read("/a{#id}").0, "/a");
        assert_eq!(read("/{a#b").0, "/{a");
    }
}
