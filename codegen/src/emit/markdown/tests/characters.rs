use super::written;

#[test]
fn every_end_of_line_is_one() {
    assert_eq!(
        written("a\r\nb\rc\u{2028}d\u{2029}e\u{85}f"),
        "a\nb\nc\nd\ne\nf"
    );
}

#[test]
fn invisible_characters_vanish() {
    assert_eq!(
        written("a\u{0}\u{7}\u{1b}\u{7f}\u{9b}b\u{200b}\u{feff}\u{ad}c\u{e0041}"),
        "abc"
    );
}

#[test]
fn characters_that_turn_the_line_vanish() {
    assert_eq!(written("a\u{202e}b\u{2066}c\u{200f}d &#x202E;e"), "abcd e");
}

#[test]
fn emoji_and_other_scripts_stay() {
    assert_eq!(
        written("👨\u{200d}👩\u{200d}👧 שלום"),
        "👨\u{200d}👩\u{200d}👧 שלום"
    );
}

#[test]
fn tabs_become_blanks() {
    assert_eq!(written("a\tb\n\n\tc\td"), "a b\n\n```text\nc    d\n```");
}
