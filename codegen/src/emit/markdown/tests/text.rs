use super::written;

#[test]
fn plain_prose_stays_as_it_is() {
    let text = "A contact, e.g. of yours (or not): it's \"one\".\nIts snake_case name.\n\nThe end!";
    assert_eq!(written(text), text);
}

#[test]
fn blank_texts_have_no_lines() {
    for text in [
        "",
        " ",
        "\n\n",
        " \t\n ",
        "```\n```",
        "<!-- nothing -->",
        "\u{200b}",
    ] {
        assert_eq!(written(text), "", "{text:?}");
    }
}

#[test]
fn empty_lines_and_blanks_at_ends_are_dropped() {
    assert_eq!(written("\n\n  one \n\n\n\n two\n\n"), "one\n\ntwo");
}

#[test]
fn brackets_are_escaped() {
    assert_eq!(
        written("[a] a[0] [`b`] [c][d] ![e] [^f]"),
        r"\[a\] a\[0\] \[`b`\] \[c\]\[d\] !\[e\] \[^f\]"
    );
}

#[test]
fn marks_without_a_partner_are_escaped() {
    assert_eq!(
        written("2 * 3, *a, b_, _c, d_e, ~f, `g"),
        r"2 * 3, \*a, b\_, \_c, d_e, \~f, \`g"
    );
}

#[test]
fn emphasis_strong_strikethrough_and_code_stay() {
    let text = "*a* **b *c*** ~~d~~ `e` ``f`g`` `` ` ``";
    assert_eq!(written(text), text);
}

#[test]
fn underscores_that_emphasise_become_stars() {
    assert_eq!(written("_a_ __b__"), "*a* **b**");
}

#[test]
fn backslashes_stay_visible() {
    assert_eq!(written(r"C:\new \* \\ \"), r"C:\new * \\ \\");
}

#[test]
fn what_only_looks_like_a_block_is_escaped() {
    assert_eq!(
        written("a\n\\- b\n\\# c\n2. d\n\\> e\n\\---\n\\+ f"),
        "a\n\\- b\n\\# c\n2\\. d\n\\> e\n\\---\n\\+ f"
    );
}

#[test]
fn line_breaks_that_show_are_backslashes() {
    assert_eq!(written("a  \nb\\\nc"), "a\\\nb\\\nc");
}
