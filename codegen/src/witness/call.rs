//! A call with sample values.

use std::collections::HashMap;

use super::answer::{self, Described};
use super::body::{self, Form};
use super::escape;
use super::parameter::{self, Given, Written};
use super::security::{self, Carried, Credential};
use super::server;
use crate::ir::Location;
use crate::place::Place;
use crate::resolve::{Bundle, Listed};

/// What the document says of a call.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) parameters: Vec<Given>,
    pub(crate) forms: Vec<Form>,
    pub(crate) answers: Vec<Described>,
    credentials: Vec<Credential>,
}

/// The selected operations by where they stand.
pub(super) fn calls(bundle: &Bundle, credentials: &[Credential]) -> HashMap<Place, Call> {
    let listed = bundle.operations().iter().filter(|listed| listed.selected);
    listed
        .map(|listed| (listed.place.clone(), call(bundle, listed, credentials)))
        .collect()
}

fn call(bundle: &Bundle, listed: &Listed, credentials: &[Credential]) -> Call {
    let Listed {
        path: _,
        template,
        method,
        entry: _,
        item,
        place,
        selected: _,
    } = listed;
    let parameters = parameter::all(bundle, item, place, template);
    let parameters = security::without_credentials(bundle, place, credentials, parameters);
    Call {
        method: sent_as(method, place),
        path: server::prefix(bundle, place, item) + &without(&template.text, &parameters),
        parameters,
        forms: body::forms(bundle, place),
        answers: answer::all(bundle, place),
        credentials: security::carried(bundle, place, credentials),
    }
}

/// The path without the variables of its query that are written behind it anyway.
fn without(path: &str, parameters: &[Given]) -> String {
    let Some((before, query)) = path.split_once('?') else {
        return path.to_owned();
    };
    let is_written = |name: &str| {
        let mut written = parameters
            .iter()
            .filter(|given| given.location == Location::Query);
        written.any(|given| given.name == name)
    };
    let mut pairs: Vec<&str> = query.split('&').collect();
    pairs.retain(|pair| match pair.split_once('=') {
        Some((name, value)) => !value.starts_with('{') || !is_written(name),
        None => true,
    });
    let sign = if pairs.is_empty() { "" } else { "?" };
    format!("{before}{sign}{}", pairs.join("&"))
}

/// The method as it is sent: the keys of a path item stand for those in capitals, while a name in its `additionalOperations` is one
/// as it is, since case counts (RFC 9110, section 9.1).
fn sent_as(method: &str, place: &Place) -> String {
    let holder = place.pointer.parent();
    let is_named =
        holder.is_some_and(|holder| holder.last().as_deref() == Some("additionalOperations"));
    if is_named {
        method.to_owned()
    } else {
        method.to_ascii_uppercase()
    }
}

impl Call {
    /// The path and the query of a call with these parameters.
    pub(crate) fn target(&self, given: &[&Given]) -> String {
        let mut pairs: Vec<&str> = Vec::new();
        for given in given {
            if let Written::Query(query) = &given.written {
                pairs.extend(query.iter().map(String::as_str));
            }
        }
        pairs.extend(
            self.credentials
                .iter()
                .filter_map(|credential| match &credential.carried {
                    Carried::Query(pair) => Some(pair.as_str()),
                    Carried::Header(_, _) | Carried::Cookie(_) | Carried::Not => None,
                }),
        );
        let place = self.filled(given);
        let sign = if place.contains('?') { '&' } else { '?' };
        if pairs.is_empty() {
            place
        } else {
            format!("{place}{sign}{}", pairs.join("&"))
        }
    }

    /// The path, each parameter in its place.
    fn filled(&self, given: &[&Given]) -> String {
        let mut parts = self.path.split('{');
        let literal = |text: &str| {
            text.split('?')
                .map(escape::literal)
                .collect::<Vec<_>>()
                .join("?")
        };
        let mut path = literal(parts.next().unwrap_or_default());
        for part in parts {
            let (name, after) = part.split_once('}').unwrap_or((part, ""));
            let text = given.iter().find_map(|given| match &given.written {
                Written::Path(text) if given.name == name => Some(text.as_str()),
                Written::Path(_) | Written::Query(_) | Written::Header(_) | Written::Cookie(_) => {
                    None
                }
            });
            path += text.unwrap_or_default();
            path += &literal(after);
        }
        path
    }

    /// The headers of a call with these parameters, those of its body aside.
    pub(crate) fn headers(&self, given: &[&Given]) -> Vec<(String, String)> {
        let mut headers = Vec::new();
        let mut cookies = Vec::new();
        for Given {
            location: _,
            name,
            value: _,
            written,
        } in given
        {
            match written {
                Written::Header(text) => headers.push((name.to_ascii_lowercase(), text.clone())),
                Written::Cookie(pairs) => cookies.extend(pairs.iter().map(String::as_str)),
                Written::Path(_) | Written::Query(_) => {}
            }
        }
        for credential in &self.credentials {
            match &credential.carried {
                Carried::Header(name, text) => headers.push((name.clone(), text.clone())),
                Carried::Cookie(pair) => cookies.push(pair),
                Carried::Query(_) | Carried::Not => {}
            }
        }
        if !cookies.is_empty() {
            // There is one such header (RFC 6265, section 5.4), which a header parameter may begin.
            let before = headers.iter().position(|(name, _)| name == "cookie");
            let before = before.map(|index| headers.remove(index).1);
            let text = before.as_deref().into_iter().chain(cookies);
            let text = text.collect::<Vec<_>>().join("; ");
            headers.push(("cookie".to_owned(), text));
        }
        headers
    }
}
