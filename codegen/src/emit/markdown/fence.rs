//! Labels of fenced code.

/// What a fence may be called: never a word that rustdoc takes for Rust, for a slip of one of its own words, or for
/// nothing, since code without a label is Rust to it. Known languages only: its own words grow with every release.
pub(super) fn label(info: &str) -> &'static str {
    let word = info
        .split([' ', '\t', ',', ';', '{'])
        .next()
        .unwrap_or_default();
    let word = word.to_ascii_lowercase();
    LANGUAGES
        .iter()
        .copied()
        .find(|language| *language == word)
        .unwrap_or("text")
}

const LANGUAGES: [&str; 60] = [
    "bash",
    "bat",
    "c",
    "c#",
    "c++",
    "clojure",
    "cmd",
    "console",
    "cpp",
    "cs",
    "csharp",
    "css",
    "csv",
    "curl",
    "dart",
    "diff",
    "dockerfile",
    "elixir",
    "go",
    "golang",
    "graphql",
    "groovy",
    "hcl",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "json5",
    "jsonc",
    "jsonl",
    "jsx",
    "kotlin",
    "kql",
    "lua",
    "markdown",
    "objc",
    "perl",
    "php",
    "powershell",
    "proto",
    "python",
    "r",
    "ruby",
    "scala",
    "sh",
    "shell",
    "sql",
    "swift",
    "terraform",
    "toml",
    "ts",
    "tsx",
    "typescript",
    "xml",
    "yaml",
    "yml",
    "zsh",
];
