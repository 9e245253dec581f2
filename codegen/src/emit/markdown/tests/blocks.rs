use super::{begins_block, lines, written};

#[test]
fn code_without_a_known_language_is_text() {
    for info in [
        "",
        "rust",
        "ignore",
        "no_run",
        "compile-fail",
        "edition2021",
        "E0308",
        "{.rust}",
        "custom,x",
        "x\u{1}",
    ] {
        assert_eq!(
            written(&format!("~~~{info}\na\n~~~")),
            "```text\na\n```",
            "{info:?}"
        );
    }
    assert_eq!(written("a\n\n\tb"), "a\n\n```text\nb\n```");
}

#[test]
fn a_text_that_is_indented_as_a_whole_is_no_code() {
    let copied =
        "\n        The season.\n        *Current* by default.\n\n            2015REG\n    ";
    assert_eq!(
        written(copied),
        "The season.\n*Current* by default.\n\n```text\n2015REG\n```"
    );
    assert_eq!(written("\tThe artist's id"), "The artist's id");
}

#[test]
fn what_begins_a_block_needs_a_line_of_its_own() {
    for text in ["* a", "2. a", "> a", "```\na\n```", "|a|\n|-|\n|b|"] {
        let written = lines(text);
        assert!(begins_block(&written[0]), "{written:?}");
    }
    for text in ["a", "2.5 of a", "\\* a", "`a` b", "**a** b"] {
        let written = lines(text);
        assert!(!begins_block(&written[0]), "{written:?}");
    }
}

#[test]
fn code_in_a_known_language_keeps_its_label() {
    assert_eq!(written("```JSON title=a\n{}\n```"), "```json\n{}\n```");
}

#[test]
fn fences_are_longer_than_what_they_hold() {
    assert_eq!(written("~~~\n```\n~~~"), "````text\n```\n````");
}

#[test]
fn a_fence_that_never_ends_ends() {
    assert_eq!(written("a\n```\nb"), "a\n\n```text\nb\n```");
}

#[test]
fn headings_are_strong_lines() {
    assert_eq!(
        written("# Errors\n\n**Panics**\n===\n\na"),
        "**Errors**\n\n**Panics**\n\na"
    );
}

#[test]
fn lists_are_indented_as_they_are_read() {
    assert_eq!(
        written("a\n- b\nlazy\n   - c\n9) d\n10) e\nlazy"),
        "a\n\n* b\n  lazy\n  * c\n\n9. d\n10. e\n    lazy"
    );
}

#[test]
fn neighbouring_lists_stay_apart() {
    assert_eq!(
        written("- a\n+ b\n\n1. c\n2) d"),
        "* a\n\n- b\n\n1. c\n\n1) d".replace("1) d", "2) d")
    );
}

#[test]
fn quotes_have_a_mark_on_every_line() {
    assert_eq!(
        written("> a\nlazy\n>> b\n\n> c"),
        "> a\n> lazy\n>\n> > b\n\n> c"
    );
}

#[test]
fn alerts_are_quotes_with_a_title() {
    assert_eq!(written("> [!WARNING]\n> a"), "> **Warning**\n>\n> a");
}

#[test]
fn tables_stay() {
    assert_eq!(
        written("a|b\n:-|-:\n`c\\|d`|\\[e<br>f"),
        "| a | b |\n| :-- | --: |\n| `c\\|d` | \\[e<br>f |"
    );
}

#[test]
fn rules_stand_between_paragraphs_only() {
    assert_eq!(written("---\n\na\n\n***\nb\n\n---"), "a\n\n---\n\nb");
}

#[test]
fn tasks_and_footnotes_are_text() {
    assert_eq!(
        written("- [ ] a [^b]\n\n[^b]: c d"),
        "* \\[ \\] a \\[^b\\]\n\n\\[^b\\]: c d"
    );
}
