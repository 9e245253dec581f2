pub(crate) fn lines(text: &str) -> Vec<String> { text.lines().map(|l| l.trim_end().to_owned()).collect() }
pub(crate) fn sentence(text: &str) -> Option<String> { text.lines().next().map(str::to_owned) }
