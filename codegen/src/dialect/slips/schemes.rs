//! Security schemes that say what they are in other words, or too little to be sent.

use serde_json::{Map, Value, json};

use super::{Met, Slip, of_other_case, text};
use crate::diagnostic::Code;
use crate::load::Repair;

/// Where the credential of an `apiKey` may be.
const PLACES: [&str; 3] = ["header", "query", "cookie"];

/// What a scheme is by its type.
#[derive(Clone, Copy)]
struct Meant {
    name: &'static str,
    /// The scheme of HTTP, where the type says that.
    scheme: Option<&'static str>,
}

/// The slips of a scheme. One that nobody can send is left out.
pub(super) fn of(met: &Met<'_>, node: &Map<String, Value>) -> Vec<Slip> {
    let Some(meant) = meant(node) else {
        return vec![unknown(node)];
    };
    let mut slips = Vec::from_iter(of_type(node, meant));
    match meant {
        Meant {
            name: "http",
            scheme: None,
        } => slips.extend(http(met, node)),
        Meant {
            name: "apiKey",
            scheme: _,
        } => slips.extend(api_key(node)),
        Meant { name: _, scheme: _ } => {}
    }
    slips
}

/// The type that is meant; where none is stated, what the other keywords are about.
fn meant(node: &Map<String, Value>) -> Option<Meant> {
    let Some(stated) = node.get("type") else {
        let has = |keyword: &&(&str, &str)| node.contains_key(keyword.0);
        let about = [
            ("scheme", "http"),
            ("flows", "oauth2"),
            ("openIdConnectUrl", "openIdConnect"),
            ("in", "apiKey"),
        ];
        let name = about.iter().find(has).map(|(_, name)| *name)?;
        return Some(Meant { name, scheme: None });
    };
    let letters = stated.as_str()?.chars().filter(char::is_ascii_alphanumeric);
    let (name, scheme) = match letters.collect::<String>().to_ascii_lowercase().as_str() {
        "apikey" => ("apiKey", None),
        "http" => ("http", None),
        "oauth2" | "oauth" => ("oauth2", None),
        "openidconnect" => ("openIdConnect", None),
        "mutualtls" => ("mutualTLS", None),
        "basic" | "httpbasic" => ("http", Some("basic")),
        "bearer" | "httpbearer" | "jwt" => ("http", Some("bearer")),
        _ => return None,
    };
    Some(Meant { name, scheme })
}

/// A type in other words than those of the specification.
fn of_type(node: &Map<String, Value>, meant: Meant) -> Option<Slip> {
    let Meant { name, scheme } = meant;
    let Some(stated) = text(node, "type") else {
        let message = format!("a security scheme needs `type`; it is read as `{name}`");
        return Some(slip("type", Code::MissingKeyword, message, name));
    };
    if stated == name {
        return None;
    }
    let Some(scheme) = scheme else {
        let message = format!("`{stated}` is taken as `{name}`");
        return Some(slip("type", Code::OddName, message, name));
    };
    let (code, of) = match stated {
        "basic" => (Code::OtherVersion, "a type of Swagger 2.0"),
        _ => (Code::OtherForm, "no type of a security scheme"),
    };
    let message = format!("`{stated}` is {of}; it is read as `http` with the scheme `{scheme}`");
    let mut slip = slip("type", code, message, name);
    slip.repairs.push(Repair {
        at: vec!["scheme".to_owned()],
        value: Some(json!(scheme)),
    });
    Some(slip)
}

/// A scheme of HTTP that does not say which one: only bearers have a format, and many are called after what they are.
fn http(met: &Met<'_>, node: &Map<String, Value>) -> Option<Slip> {
    if text(node, "scheme").is_some() {
        return None;
    }
    let name = met.place.pointer.last().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    let is_bearer =
        node.contains_key("bearerFormat") || ["bearer", "jwt"].iter().any(|it| name.contains(it));
    let scheme = match (is_bearer, name.contains("basic")) {
        (true, _) => "bearer",
        (false, true) => "basic",
        (false, false) => return Some(lacking("http", "scheme")),
    };
    let message =
        format!("a security scheme of this type needs `scheme`; it is read as `{scheme}`");
    Some(slip("scheme", Code::MissingKeyword, message, scheme))
}

fn api_key(node: &Map<String, Value>) -> Option<Slip> {
    let lacks = |keyword: &&str| text(node, keyword).is_none();
    if let Some(keyword) = ["name", "in"].into_iter().find(|keyword| lacks(keyword)) {
        return Some(lacking("apiKey", keyword));
    }
    let place = text(node, "in").filter(|place| !PLACES.contains(place))?;
    match of_other_case(place, &PLACES) {
        Some(meant) => {
            let message = format!("`{place}` is taken as `{meant}`");
            Some(slip("in", Code::OddName, message, meant))
        }
        None => {
            let message = format!("`{place}` is no place for an API key; calls go without it");
            Some(left_out(&["in"], Code::KeywordIgnored, message))
        }
    }
}

fn unknown(node: &Map<String, Value>) -> Slip {
    match node.get("type") {
        Some(stated) => {
            let name = stated
                .as_str()
                .map_or_else(|| stated.to_string(), str::to_owned);
            let message = format!("`{name}` is no type of a security scheme; calls go without it");
            left_out(&["type"], Code::OtherForm, message)
        }
        None => {
            let message = "a security scheme needs `type`; calls go without it";
            left_out(&[], Code::MissingKeyword, message.to_owned())
        }
    }
}

fn lacking(name: &str, keyword: &str) -> Slip {
    let message =
        format!("a security scheme of the type `{name}` needs `{keyword}`; calls go without it");
    left_out(&[], Code::MissingKeyword, message)
}

fn slip(keyword: &str, code: Code, message: String, value: &str) -> Slip {
    Slip::new(&[keyword], code, message, Some(json!(value)))
}

fn left_out(at: &[&str], code: Code, message: String) -> Slip {
    let mut slip = Slip::new(at, code, message, None);
    slip.repairs = vec![Repair {
        at: Vec::new(),
        value: None,
    }];
    slip
}
