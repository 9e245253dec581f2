//! `README.md` of the generated crate.

use super::{Cx, docs, markdown};
use crate::ir::Info;

pub(super) fn text(cx: &Cx<'_>) -> String {
    let Info {
        title,
        version,
        description,
    } = &cx.api.info;
    let package = cx.package();
    let library = cx.library();
    let title = markdown::sentence(title).unwrap_or_else(|| "API".to_owned());
    let about = description
        .as_deref()
        .map(markdown::lines)
        .unwrap_or_default()
        .join("\n");
    let version = if version.is_empty() {
        String::new()
    } else {
        format!(", version {}", docs::code(version))
    };
    let header = cx.header.of_markdown();
    let variables: Vec<_> = cx
        .names
        .credentials
        .iter()
        .map(|names| format!("* `{}`", names.variable))
        .collect();
    let credentials = if variables.is_empty() {
        String::new()
    } else {
        format!(
            "It reads these environment variables:\n\n{}\n\n",
            variables.join("\n")
        )
    };
    format!(
        "{header}\n# {package}\n\nClient for the {title}{version}.\n\n{about}\n\n## Use\n\n```rust,ignore\n\
         let client = {library}::Client::from_env()?;\n```\n\n{credentials}The crate's documentation lists the calls: `cargo doc --open`.\n"
    )
}
