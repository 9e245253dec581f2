//! The header `link` (RFC 8288).

use http::HeaderMap;
use http::header::LINK;

/// The target of the link to the next page.
pub(super) fn next(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(LINK).into_iter();
    let mut lines = lines.filter_map(|line| line.to_str().ok());
    lines.find_map(|line| {
        links(line)
            .find(is_next)
            .map(|(target, _)| target.to_owned())
    })
}

/// The targets of a line, each with its parameters.
fn links(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts = line.split('<').skip(1);
    parts.filter_map(|part| part.split_once('>'))
}

/// Whether `rel`, which may name several relations, names this one; only the first `rel` counts (section
/// 3.3).
fn is_next((_, parameters): &(&str, &str)) -> bool {
    let mut parameters = parameters
        .split(';')
        .filter_map(|parameter| parameter.split_once('='));
    let relation = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("rel"));
    relation.is_some_and(|(_, relations)| {
        let relations = relations
            .trim()
            .trim_end_matches(',')
            .trim()
            .trim_matches('"');
        relations
            .split_ascii_whitespace()
            .any(|relation| relation.eq_ignore_ascii_case("next"))
    })
}
