//! What schemas are called that a `$ref` leads to.

use crate::ir::SharedName;
use crate::lower::operation::words_for_other;
use crate::place::Place;
use crate::resolve::{Bundle, Shared};
use crate::specification;

/// The key of a component, the name of a file, or what a schema is to the one that it stands in.
pub(in crate::lower) fn own_name(bundle: &Bundle, place: &Place) -> String {
    let tokens: Vec<_> = place.pointer.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    at(bundle, place, &tokens)
}

/// What a schema is called that operations share. A parameter is called as a schema may be; a schema that has the name keeps it.
pub(in crate::lower) fn shared_name(bundle: &Bundle, place: &Place) -> SharedName {
    let name = own_name(bundle, place);
    let apart = apart(bundle, place).filter(|apart| *apart != name);
    SharedName { name, apart }
}

/// The name of a schema whose parameter or header is called by what it is, too.
fn apart(bundle: &Bundle, place: &Place) -> Option<String> {
    let (holder, shared) = bundle.shared(place)?;
    let last = holder.pointer.last()?;
    let said = match shared {
        Shared::Message => return None,
        Shared::Parameter => said_once(&last, "parameter", &["parameter", "param"]),
        Shared::Header => header(&last),
    };
    let above = holder.pointer.tokens().count() - 1;
    let tokens: Vec<_> = place.pointer.tokens().collect();
    let mut tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    tokens[above] = &said;
    Some(at(bundle, place, &tokens))
}

/// The name of a schema whose place has these tokens.
fn at(bundle: &Bundle, place: &Place, tokens: &[&str]) -> String {
    let name = bundle.file_name(place.file);
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.split('.').next().unwrap_or(file);
    let form = form(bundle, place).unwrap_or_default();
    match bundle.is_response(&Place::root(place.file)) {
        true => words(&response(stem), tokens, &form),
        false => words(stem, tokens, &form),
    }
}

/// What the form of a body is called that a schema stands in, where it is not the first one.
fn form(bundle: &Bundle, place: &Place) -> Option<String> {
    let mut above = std::iter::successors(Some(place.clone()), Place::parent);
    let offer = above.find(is_offer)?;
    let all = bundle.get(&offer.parent()?)?.as_object()?.keys();
    words_for_other(&offer.pointer.last()?, all)
}

/// Whether a form of a body stands there.
fn is_offer(place: &Place) -> bool {
    let tokens: Vec<_> = place.pointer.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    matches!(tokens.as_slice(), [holder @ .., "content", _] if !holds_names(holder))
}

/// What the body of a shared answer is called, so that it is not called as a schema is.
fn response(name: &str) -> String {
    said_once(name, "response", &["response"])
}

/// The same of the body of a shared request in one of its forms.
fn request(name: &str, form: &str) -> String {
    let said = said_once(name, "request", &["request", "body", "payload"]);
    match (form, said == name) {
        ("", _) => said,
        (form, true) => format!("{name} {form}"),
        (form, false) => format!("{name} {form} request"),
    }
}

/// What a shared header is called: what it counts or names is often a schema too.
fn header(name: &str) -> String {
    said_once(name, "header", &["header"])
}

/// A name with a word behind it, unless it ends in one that says so.
fn said_once(name: &str, word: &str, ends: &[&str]) -> String {
    let lowercase = name.to_ascii_lowercase();
    match ends.iter().any(|end| lowercase.ends_with(end)) {
        true => name.to_owned(),
        false => format!("{name} {word}"),
    }
}

/// The words for the schema at the end of a way into a file, in a form of a body that is called so where it is not the first.
fn words(file: &str, way: &[&str], form: &str) -> String {
    if let [holder @ .., keyword] = way
        && !holds_names(holder)
        && let Some(role) = role(keyword)
    {
        return format!("{} {role}", holder_words(file, holder, form));
    }
    match way {
        [holder @ .., "properties", name] if !holds_names(holder) => {
            format!("{} {name}", holder_words(file, holder, form))
        }
        [holder @ .., "allOf" | "anyOf" | "oneOf", number] if !holds_names(holder) => {
            format!("{} {number}", holder_words(file, holder, form))
        }
        [holder @ .., "content", _, "schema"] => {
            body(holder, form).unwrap_or_else(|| last(file, holder))
        }
        [.., "headers", name, "schema"] => header(name),
        [holder @ .., "schema"] if !holds_names(holder) => last(file, holder),
        way => last(file, way),
    }
}

/// What the one schema under a keyword is to the list or the map that has it.
pub(super) fn role(keyword: &str) -> Option<&'static str> {
    match keyword {
        "items" => Some("item"),
        "additionalProperties" => Some("value"),
        _ => None,
    }
}

/// The words for a schema that others are called after. A part of an `allOf` is what holds it.
fn holder_words(file: &str, way: &[&str], form: &str) -> String {
    match way {
        [holder @ .., "allOf", _] if !holds_names(holder) => holder_words(file, holder, form),
        way => words(file, way, form),
    }
}

/// Whether what stands there has names for keys, not keywords.
fn holds_names(way: &[&str]) -> bool {
    match way {
        [holder @ .., key] => specification::holds_names(key) && !holds_names(holder),
        [] => false,
    }
}

/// The words for what the body of a request or an answer is.
fn body(holder: &[&str], form: &str) -> Option<String> {
    Some(match holder {
        [.., "components", "responses", name] => response(name),
        [.., path, method, "responses", status] => format!("{method} {path} {status} response"),
        [.., "headers", name] => header(name),
        [.., "requestBodies", name] => request(name, form),
        [.., path, method, "requestBody"] if form.is_empty() => format!("{method} {path} body"),
        [.., path, method, "requestBody"] => format!("{method} {path} {form} body"),
        _ => return None,
    })
}

/// The last word, and the numbers behind it.
fn last(file: &str, way: &[&str]) -> String {
    let is_word = |token: &&str| token.parse::<usize>().is_err();
    let start = way.iter().rposition(is_word);
    let end = start.map_or(way, |start| &way[start..]);
    let file = start.is_none().then_some(file);
    let words = file.into_iter().chain(end.iter().copied());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_schema_is_called_after_what_it_is_to_the_one_around_it() {
        for (way, name) in [
            ("", "file"),
            ("components/schemas/Pet", "Pet"),
            (
                "components/schemas/Pet/properties/tags/items",
                "Pet tags item",
            ),
            (
                "components/schemas/Pet/properties/schemas/items",
                "Pet schemas item",
            ),
            ("components/schemas/Pet/additionalProperties", "Pet value"),
            ("components/schemas/Pet/allOf/1", "Pet 1"),
            ("components/schemas/Pet/allOf/1/properties/own", "Pet own"),
            ("components/schemas/Pet/oneOf/1/properties/own", "Pet 1 own"),
            ("components/schemas/items", "items"),
            ("components/schemas/A/patternProperties/items", "items"),
            ("components/schemas/properties/items", "properties item"),
            ("properties/address", "file address"),
            (
                "components/responses/Bad/content/a/schema/items",
                "Bad response item",
            ),
            (
                "paths/pets/get/responses/200/content/a/schema",
                "get pets 200 response",
            ),
            (
                "paths/pets/put/requestBody/content/a/schema",
                "put pets body",
            ),
            (
                "components/responses/BadResponse/content/a/schema",
                "BadResponse",
            ),
            (
                "components/requestBodies/Pet/content/a/schema",
                "Pet request",
            ),
            (
                "components/requestBodies/PetBody/content/a/schema",
                "PetBody",
            ),
            ("content/a/schema", "file"),
            ("Bad/content/a/schema/items", "Bad item"),
            ("components/headers/Rate/schema", "Rate header"),
            (
                "components/headers/RateHeader/content/a/schema",
                "RateHeader",
            ),
            ("components/parameters/Page/schema", "Page"),
            ("components/parameters/Page/schema/items", "Page item"),
            ("components/parameters/Page/content/a/schema", "Page"),
            ("Page/schema", "Page"),
            ("schema", "file"),
            ("components/schemas/schema", "schema"),
            ("1", "file 1"),
        ] {
            let tokens: Vec<&str> = way.split('/').filter(|token| !token.is_empty()).collect();
            assert_eq!(words("file", &tokens, ""), name, "{way}");
        }
    }

    #[test]
    fn a_body_that_is_not_the_first_form_is_called_after_its_media_type() {
        for (way, name) in [
            (
                "components/requestBodies/Pet/content/a/schema",
                "Pet form request",
            ),
            (
                "components/requestBodies/PetBody/content/a/schema",
                "PetBody form",
            ),
            (
                "paths/pets/put/requestBody/content/a/schema",
                "put pets form body",
            ),
            ("components/schemas/Pet", "Pet"),
        ] {
            let tokens: Vec<&str> = way.split('/').collect();
            assert_eq!(words("file", &tokens, "form"), name, "{way}");
        }
    }
}
