use super::written;

#[test]
fn links_to_the_web_stay() {
    let text = "[a](https://a.example/b?c=d&e#f) and [b](mailto:b@c.example)";
    assert_eq!(written(text), text);
}

#[test]
fn links_to_anywhere_else_are_text() {
    assert_eq!(
        written("[a](/b) [c](#d) [e](Vec) [f](javascript:g) [h](mailto:i@j) <k:l>"),
        r"a c e f h \<k:l>"
    );
}

#[test]
fn bare_urls_get_angle_brackets() {
    assert_eq!(
        written("See https://a.example/b_(c), (http://d.example)."),
        "See <https://a.example/b_(c)>, (<http://d.example>)."
    );
}

#[test]
fn urls_with_a_template_for_a_host_stay_text() {
    assert_eq!(
        written("https://{host}.example/x"),
        "https://{host}.example/x"
    );
}

#[test]
fn links_that_show_their_target_are_bare() {
    assert_eq!(
        written("[https://a.example](https://a.example) <b@c.example>"),
        "<https://a.example> <b@c.example>"
    );
}

#[test]
fn references_become_plain_links() {
    assert_eq!(
        written("[a][b] [c]\n\n[b]: https://d.example 'Title'"),
        r"[a](https://d.example) \[c\]"
    );
}

#[test]
fn images_become_links() {
    assert_eq!(
        written("![a](https://b.example/c.png) ![d](e.png)"),
        "[a](https://b.example/c.png) d"
    );
    assert_eq!(
        written("[![a](https://b.example/c.png)](https://d.example)"),
        "[a](https://d.example)"
    );
}

#[test]
fn targets_hold_nothing_invisible() {
    assert_eq!(
        written("[a](https://b.example/&#x202e;c)"),
        "[a](https://b.example/c)"
    );
}

#[test]
fn targets_cannot_end_early() {
    assert_eq!(
        written("[a](<https://b.example/c d)>)"),
        "[a](https://b.example/c%20d%29)"
    );
}
