//! What a user chooses.

use openapi_bindgen::Config;
use openapi_bindgen::diagnostic::Code;
use proptest::prelude::*;
use proptest::sample::select;

/// The choices of one case.
#[derive(Clone, Debug)]
pub(crate) struct Choices {
    /// Whether to go on past what is not supported, which leads deeper.
    allows_everything: bool,
    optional_answers: bool,
    types_only: bool,
    with_tests: bool,
    include: Option<&'static str>,
    exclude: Option<&'static str>,
}

/// Patterns that name some of the operations of nearly every document.
const PATTERNS: [&str; 6] = ["*s", "get*", "tag:*", "GET **", "* /*", "* /**/{*}"];

/// Any choices; most often everything is selected.
pub(crate) fn strategy() -> impl Strategy<Value = Choices> {
    let pattern = || prop_oneof![3 => Just(None), 1 => select(&PATTERNS[..]).prop_map(Some)];
    let types_only = prop_oneof![3 => Just(false), 1 => Just(true)];
    (
        any::<bool>(),
        any::<bool>(),
        types_only,
        any::<bool>(),
        pattern(),
        pattern(),
    )
        .prop_map(
            |(allows_everything, optional_answers, types_only, with_tests, include, exclude)| {
                Choices {
                    allows_everything,
                    optional_answers,
                    types_only,
                    with_tests,
                    include,
                    exclude,
                }
            },
        )
}

impl Choices {
    pub(crate) fn config(&self) -> Config {
        let Self {
            allows_everything,
            optional_answers,
            types_only,
            with_tests,
            include,
            exclude,
        } = self;
        let pattern = |text: &&str| text.parse().expect("a pattern");
        let config = Config::new()
            .optional_answers(*optional_answers)
            .types_only(*types_only)
            .with_tests(*with_tests);
        let config = include.iter().map(pattern).fold(config, Config::include);
        let config = exclude.iter().map(pattern).fold(config, Config::exclude);
        let allowed = Code::ALL.iter().copied().filter(|code| {
            code.is_allowable() && (*allows_everything || *code == Code::PatternUnmatched)
        });
        allowed.fold(config, Config::allow)
    }
}
