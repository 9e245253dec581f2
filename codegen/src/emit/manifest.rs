//! `Cargo.toml` of the generated crate.

use super::Cx;

/// What a generated crate depends on, each line as it stands in its manifest.
const DEPENDENCIES: &str = r#"[dependencies]
bytes = "1.10"
futures-core = { version = "0.3.28", default-features = false }
http = "1.3"
percent-encoding = "2.3"
reqwest = { version = "0.13.5", default-features = false, features = ["rustls"], optional = true }
serde = { version = "1.0.229", default-features = false, features = ["std"] }
serde_json = "1.0.154"
tokio = { version = "1.54", default-features = false, features = ["time"], optional = true }
"#;

const FEATURES: &str = r#"[features]
default = ["reqwest"]
# The HTTP client that calls go over; without it, `ClientBuilder::transport` takes another.
reqwest = ["dep:reqwest", "dep:tokio"]
# A transport in memory, for tests.
test-support = []
"#;

pub(super) fn text(cx: &Cx<'_>) -> String {
    let package = cx.package();
    let title: String = cx
        .api
        .info
        .title
        .chars()
        .filter(|character| !character.is_control())
        .collect();
    let description = serde_json::Value::String(format!("Client for the {title}"));
    format!(
        "{header}\n[package]\nname = \"{package}\"\nversion = \"0.1.0\"\nedition = \"2024\"\nrust-version = \"1.85\"\n\
         description = {description}\npublish = false\n\n{FEATURES}\n{DEPENDENCIES}",
        header = cx.header.of_manifest(),
    )
}
