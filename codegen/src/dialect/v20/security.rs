//! Security schemes ("Security Scheme Object").

use serde_json::{Value, json};

use super::{Node, text};

/// Turns a scheme; `apiKey` is the same in both versions.
pub(super) fn scheme(node: &Value) -> Value {
    let Value::Object(scheme) = node else {
        return node.clone();
    };
    match text(scheme, "type") {
        Some("basic") => basic(scheme.clone()),
        Some("oauth2") if !scheme.contains_key("flows") => oauth2(scheme.clone()),
        Some(_) | None => node.clone(),
    }
}

fn basic(mut scheme: Node) -> Value {
    scheme.insert("type".to_owned(), json!("http"));
    scheme.insert("scheme".to_owned(), json!("basic"));
    Value::Object(scheme)
}

/// One flow with its members beside it becomes a map of flows.
fn oauth2(mut scheme: Node) -> Value {
    let name = scheme.shift_remove("flow");
    let mut flow = Node::new();
    for keyword in ["authorizationUrl", "tokenUrl", "scopes"] {
        if let Some(value) = scheme.shift_remove(keyword) {
            flow.insert(keyword.to_owned(), value);
        }
    }
    let flows = match name.as_ref().and_then(Value::as_str).and_then(flow_name) {
        Some((name, urls)) => json!({ name: complete(flow, urls) }),
        None => json!({}),
    };
    scheme.insert("flows".to_owned(), flows);
    Value::Object(scheme)
}

/// The name that 3.0 gives to a flow, and the addresses that it must have.
fn flow_name(name: &str) -> Option<(&'static str, &'static [&'static str])> {
    match name {
        "implicit" => Some(("implicit", &["authorizationUrl"])),
        "password" => Some(("password", &["tokenUrl"])),
        "application" => Some(("clientCredentials", &["tokenUrl"])),
        "accessCode" => Some(("authorizationCode", &["authorizationUrl", "tokenUrl"])),
        _ => None,
    }
}

/// Tokens are sent the same way whatever is missing here, so that a gap is no reason to refuse the scheme.
fn complete(mut flow: Node, urls: &[&str]) -> Node {
    for &url in urls {
        if !flow.get(url).is_some_and(Value::is_string) {
            flow.insert(url.to_owned(), json!(""));
        }
    }
    let scopes = scopes(flow.get("scopes"));
    flow.insert("scopes".to_owned(), Value::Object(scopes));
    flow
}

/// "Scopes Object": descriptions by name; a list of names is met too.
fn scopes(stated: Option<&Value>) -> Node {
    let described = |value: &Value| json!(value.as_str().unwrap_or_default());
    match stated {
        Some(Value::Object(scopes)) => scopes
            .iter()
            .map(|(name, value)| (name.clone(), described(value)))
            .collect(),
        Some(Value::Array(names)) => names
            .iter()
            .filter_map(Value::as_str)
            .map(|name| (name.to_owned(), json!("")))
            .collect(),
        Some(_) | None => Node::new(),
    }
}
