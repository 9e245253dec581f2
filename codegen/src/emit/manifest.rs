//! `Cargo.toml` of the generated crate.

use super::{Cx, runtime};

/// What a generated crate depends on, each line as it stands in its manifest.
const DEPENDENCIES: &str = r#"bytes = "1.10"
futures-core = { version = "0.3.28", default-features = false }
http = "1.3"
http-body = { version = "1.0", optional = true }
httpdate = "1.0"
percent-encoding = "2.3"
reqwest = { version = "0.13.5", default-features = false, optional = true }
serde = { version = "1.0.229", default-features = false, features = ["std"] }
serde_json = { version = "1.0.154", features = ["float_roundtrip"] }
tokio = { version = "1.54", default-features = false, features = ["time"], optional = true }
tracing = { version = "0.1.41", default-features = false, optional = true }
"#;

/// What types depend on without operations, `bytes` only where they hold any.
const OF_TYPES: [&str; 3] = ["bytes", "serde", "serde_json"];

/// The features of the runtime.
const FEATURES: &str = r#"# The HTTP client that calls go over; without it, `ClientBuilder::transport` takes another. On its own it speaks no TLS.
reqwest = ["dep:http-body", "dep:reqwest", "dep:tokio"]
# With TLS by rustls and its usual provider of cryptography, by rustls and the provider that the process installs, or by the system's library.
rustls = ["reqwest", "reqwest/rustls"]
rustls-no-provider = ["reqwest", "reqwest/rustls-no-provider"]
native-tls = ["reqwest", "reqwest/native-tls"]
# Answers that are compressed on their way, and HTTP/2 where the server speaks it.
gzip = ["reqwest", "reqwest/gzip"]
http2 = ["reqwest", "reqwest/http2"]
# `send_blocking`, for programs without an asynchronous runtime.
blocking = ["dep:tokio", "tokio/rt-multi-thread", "tokio/time"]
# Spans for calls and their attempts.
tracing = ["dep:tracing"]
# A transport in memory, for tests.
test-support = []
"#;

pub(super) fn text(cx: &Cx<'_>) -> String {
    let package = cx.package();
    let title = cx.bare_title().chars();
    let title: String = title.filter(|character| !character.is_control()).collect();
    let description = serde_json::Value::String(format!("{} the {title}", cx.subject()));
    let (features, dependencies) = if cx.config.types_only {
        (String::new(), dependencies_of_types(cx))
    } else {
        (features(cx), DEPENDENCIES.to_owned())
    };
    let tests = dev_dependencies(cx);
    format!(
        "{header}\n[package]\nname = \"{package}\"\nversion = \"0.1.0\"\nedition = \"2024\"\nrust-version = \"1.85\"\n\
         description = {description}\npublish = false\n\n{library}{features}[dependencies]\n{dependencies}{tests}",
        header = cx.header.of_manifest(),
        library = library(cx),
    )
}

/// The library, where Cargo would give it another name than code does.
fn library(cx: &Cx<'_>) -> String {
    let name = cx.library();
    if name == cx.package().replace('-', "_") {
        return String::new();
    }
    format!("[lib]\nname = \"{name}\"\n\n")
}

/// What the tests need, where there are any.
fn dev_dependencies(cx: &Cx<'_>) -> String {
    if cx.witness.is_none() {
        return String::new();
    }
    format!(
        "\n[dev-dependencies]\n\
         # Itself, so that tests have the transport in memory whatever they are run by.\n\
         {} = {{ path = \".\", default-features = false, features = [\"test-support\"] }}\n\
         tokio = {{ version = \"1.54\", default-features = false, features = [\"macros\", \"rt\"] }}\n",
        cx.package()
    )
}

fn dependencies_of_types(cx: &Cx<'_>) -> String {
    let is_needed = |line: &&str| {
        let name = line.split(' ').next().unwrap_or_default();
        OF_TYPES.contains(&name) && (name != "bytes" || runtime::has_bytes(cx))
    };
    let lines = DEPENDENCIES.lines().filter(is_needed);
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The features, those of modules behind those of the runtime.
fn features(cx: &Cx<'_>) -> String {
    let modules: Vec<_> = cx.names.features().map(ToString::to_string).collect();
    if modules.is_empty() {
        return format!("[features]\ndefault = [\"rustls\"]\n{FEATURES}\n");
    }
    let on = std::iter::once("rustls").chain(modules.iter().map(String::as_str));
    let on: String = on.map(|name| format!("    \"{name}\",\n")).collect();
    let declared: String = modules
        .iter()
        .map(|name| format!("{name} = []\n"))
        .collect();
    format!(
        "[features]\ndefault = [\n{on}]\n{FEATURES}\
         # The operations of each module, with the types that only they need.\n{declared}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::RESERVED_FEATURES;

    #[test]
    fn no_module_takes_the_name_of_a_feature_or_a_dependency() {
        let lines = FEATURES.lines().chain(DEPENDENCIES.lines());
        let names = lines.filter_map(|line| line.split_once(" = "));
        for (name, _) in names {
            let name = name.replace('_', "-");
            assert!(RESERVED_FEATURES.contains(&name.as_str()), "{name}");
        }
    }
}
