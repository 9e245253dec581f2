//! Security schemes.

use serde_json::Value;

use super::{Check, Node};
use crate::diagnostic::Code;
use crate::place::Place;

/// The schemes of HTTP authentication that are registered (RFC 9110, section 16.4.1), in lower case.
const REGISTERED: [&str; 14] = [
    "basic",
    "bearer",
    "concealed",
    "digest",
    "dpop",
    "gnap",
    "hoba",
    "mutual",
    "negotiate",
    "oauth",
    "privatetoken",
    "scram-sha-1",
    "scram-sha-256",
    "vapid",
];

impl Check<'_> {
    pub(super) fn security_scheme(&mut self, node: &Node, place: &Place) {
        let text = |keyword| node.get(keyword).and_then(Value::as_str);
        // What a scheme lacks that is sent was told where it was left out.
        match text("type") {
            Some("apiKey") => {
                if text("name") == Some("") {
                    let message = "an API key needs a name to be sent under".to_owned();
                    self.warn(Code::OddName, &place.child("name"), message);
                }
            }
            Some("http") => self.http_scheme(text("scheme"), place),
            Some("oauth2") => {
                self.needs(node, place, &["flows"]);
                self.flows(node, &place.child("flows"));
            }
            Some("openIdConnect") => {
                self.needs(node, place, &["openIdConnectUrl"]);
                self.url(
                    node.get("openIdConnectUrl"),
                    &place.child("openIdConnectUrl"),
                );
            }
            Some("mutualTLS") if self.minor(place) == 0 => {
                let message = "`mutualTLS` is of OpenAPI 3.1; it is read all the same".to_owned();
                self.warn(Code::OtherVersion, &place.child("type"), message);
            }
            Some(_) | None => {}
        }
    }

    fn needs(&mut self, node: &Node, place: &Place, keywords: &[&str]) {
        for keyword in keywords
            .iter()
            .filter(|keyword| !node.contains_key(**keyword))
        {
            let message = format!("a security scheme of this type needs `{keyword}`");
            self.warn(Code::MissingKeyword, place, message);
        }
    }

    fn http_scheme(&mut self, scheme: Option<&str>, place: &Place) {
        let unknown =
            scheme.filter(|scheme| !REGISTERED.contains(&scheme.to_ascii_lowercase().as_str()));
        if let Some(scheme) = unknown {
            let message = format!(
                "`{scheme}` is no registered scheme of HTTP; the credential is all that stands in the header `authorization`"
            );
            self.warn(Code::UnknownHttpScheme, &place.child("scheme"), message)
                .help_closest(scheme, REGISTERED);
        }
    }

    fn flows(&mut self, node: &Node, place: &Place) {
        let flows = node.get("flows").and_then(Value::as_object);
        for (name, flow) in flows.into_iter().flatten() {
            let needed: &[&str] = match name.as_str() {
                "implicit" => &["authorizationUrl"],
                "password" | "clientCredentials" => &["tokenUrl"],
                "authorizationCode" => &["authorizationUrl", "tokenUrl"],
                "deviceAuthorization" => &["deviceAuthorizationUrl", "tokenUrl"],
                _ => &[],
            };
            let place = place.child(name);
            if let Some(flow) = flow.as_object() {
                self.needs(flow, &place, needed);
            }
            for keyword in [
                "authorizationUrl",
                "tokenUrl",
                "refreshUrl",
                "deviceAuthorizationUrl",
            ] {
                self.url(flow.get(keyword), &place.child(keyword));
            }
        }
    }

    /// A URL, though it may be relative to that of the server.
    fn url(&mut self, value: Option<&Value>, place: &Place) {
        let text = value.and_then(Value::as_str);
        let odd = text.filter(|text| !text.contains("://") && !text.starts_with(['/', '.', '{']));
        if let Some(text) = odd {
            let message = format!("`{text}` is no URL");
            self.warn(Code::OddName, place, message);
        }
    }
}
