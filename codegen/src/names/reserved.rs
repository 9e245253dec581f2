//! Names that the runtime's own types have taken: methods of the document would not compile beside methods of theirs.

/// Of the client, whose methods are operations.
pub(super) const OF_CLIENTS: [&str; 7] = [
    "block_on",
    "builder",
    "clone",
    "from_env",
    "new",
    "request",
    "request_by",
];

/// Of a call, whose methods are the setters of its inputs.
pub(super) const OF_CALLS: [&str; 13] = [
    "send",
    "send_full",
    "send_stream",
    "send_stream_full",
    "send_raw",
    "send_raw_blocking",
    "send_blocking",
    "send_full_blocking",
    "send_stream_blocking",
    "options",
    "header",
    "timeout",
    "clone",
];

/// And of the call of a list that comes page by page.
pub(super) const OF_LISTS: [&str; 2] = ["items", "pages"];

/// Of the client's builder, whose methods are the setters of credentials.
pub(super) const OF_BUILDERS: [&str; 20] = [
    "new",
    "clone",
    "base_url",
    "timeout",
    "total_timeout",
    "connect_timeout",
    "idle_timeout",
    "body_limit",
    "retry",
    "idempotency_header",
    "middleware",
    "user_agent",
    "header",
    "transport",
    "credential",
    "credential_pair",
    "credential_provider",
    "from_env",
    "from_lookup",
    "build",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use regex::Regex;

    use super::*;

    #[test]
    fn every_method_of_the_runtime_is_reserved() {
        let of_calls: Vec<_> = OF_CALLS.into_iter().chain(OF_LISTS).collect();
        for (owner, reserved) in [
            ("Client", &OF_CLIENTS[..]),
            ("ClientBuilder", &OF_BUILDERS),
            ("Call", &of_calls),
        ] {
            let methods = methods_of(owner);
            assert!(methods.len() > 3, "{owner} has {methods:?}");
            for method in methods {
                assert!(reserved.contains(&method.as_str()), "{owner}::{method}");
            }
        }
    }

    /// The methods of a type, public or not, those in macros too. The runtime is formatted, so that a block ends where a line as far in as
    /// its first one closes it.
    fn methods_of(owner: &str) -> Vec<String> {
        let block = format!(r"^( *)impl(<.*>)? (\$crate::runtime::)?{owner}(<\S*>)? \{{$");
        let block = Regex::new(&block).expect("a pattern");
        let signature = Regex::new(r"^ *(pub |pub\(.*\) )?(async )?fn (\w+)").expect("a pattern");
        let mut methods = Vec::new();
        for source in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/runtime")) {
            let mut end = None;
            for line in source.lines() {
                if let Some(start) = block.captures(line) {
                    end = Some(format!("{}}}", &start[1]));
                } else if end.as_deref() == Some(line) {
                    end = None;
                } else if end.is_some() {
                    methods.extend(signature.captures(line).map(|line| line[3].to_owned()));
                }
            }
        }
        methods
    }

    fn sources(folder: &Path) -> Vec<String> {
        let mut sources = Vec::new();
        for entry in std::fs::read_dir(folder).expect("the runtime") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                sources.extend(self::sources(&path));
            } else {
                sources.push(std::fs::read_to_string(&path).expect("a text"));
            }
        }
        sources
    }
}
