use super::sentence;

#[test]
fn a_sentence_ends_where_the_next_begins() {
    assert_eq!(sentence("One. Two.").as_deref(), Some("One."));
    assert_eq!(sentence("One\nline? Two").as_deref(), Some("One line?"));
    assert_eq!(
        sentence("*One*, `a. B`. [Two](https://a.example).").as_deref(),
        Some("*One*, `a. B`.")
    );
}

#[test]
fn abbreviations_end_no_sentence() {
    assert_eq!(
        sentence("A code, e.g. `US`. Two").as_deref(),
        Some("A code, e.g. `US`.")
    );
    assert_eq!(
        sentence("Lists etc. and version 1.2. Two").as_deref(),
        Some("Lists etc. and version 1.2.")
    );
    assert_eq!(
        sentence("US East (N. Virginia), of Dr. Smith. Two").as_deref(),
        Some("US East (N. Virginia), of Dr. Smith.")
    );
}

#[test]
fn a_heading_speaks_where_no_paragraph_does() {
    assert_eq!(sentence("# One\n\nTwo").as_deref(), Some("Two"));
    assert_eq!(sentence("# One").as_deref(), Some("One"));
}

#[test]
fn texts_without_prose_have_no_sentence() {
    for text in ["", " \n", "```\ncode\n```", "---"] {
        assert_eq!(sentence(text), None, "{text:?}");
    }
}
