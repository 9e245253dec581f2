use super::written;

#[test]
fn tags_become_marks() {
    assert_eq!(
        written(
            "<p>a <b>b </b><i>c</i> <code>d&lt;e</code><br>f <a href=\"https://g.example\">h</a></p><p>i</p>"
        ),
        "a **b** *c* `d<e`\\\nf [h](https://g.example)\n\ni"
    );
}

#[test]
fn placeholders_and_unknown_tags_are_text() {
    assert_eq!(
        written("/a/<id>/<label> Vec<Vec<u8>> Twilio< <ok>b</ok>"),
        r"/a/\<id>/\<label> Vec\<Vec\<u8>> Twilio< \<ok>b\</ok>"
    );
}

#[test]
fn what_only_browsers_read_vanishes() {
    assert_eq!(written("a <script>b `c` *d*</script> e"), "a e");
    assert_eq!(written("a\n\n<style>\nh1 {}\n\n</style>\n\nb"), "a\n\nb");
    assert_eq!(written("<script>a"), r"\<script>a");
}

#[test]
fn a_tag_that_closes_nothing_vanishes() {
    assert_eq!(written("a</b> c </id>"), r"a c \</id>");
}

#[test]
fn notes_have_a_word_before_them() {
    assert_eq!(
        written(
            "<p>a</p> <note> <p>b</p> <p>c</p> </note> <important><ul><li>d</li></ul></important>"
        ),
        "a\n\n**Note:** b\n\nc\n\n**Important:**\n\n* d"
    );
    assert_eq!(written("<fullname>A</fullname> b"), "A\n\nb");
    assert_eq!(written("a <note>b</note> c"), "a\n\n**Note:** b\n\nc");
}

#[test]
fn lists_end_a_paragraph() {
    assert_eq!(written("a <ul><li>b</li></ul> c"), "a\n\n* b\n\nc");
    assert_eq!(
        written("a: <ul>\n<li>b\n<li>c\n</ul>\nd"),
        "a:\n\n* b\n* c\n\nd"
    );
}

#[test]
fn comments_vanish() {
    assert_eq!(written("a <!-- b --> c\n\n<!-- d\n\ne -->"), "a c");
}

#[test]
fn lists_become_lists() {
    assert_eq!(
        written("<ul><li>a<li>b <ol><li>c</li></ol></li></ul>d"),
        "* a\n* b\n  1. c\n\nd"
    );
}

#[test]
fn preformatted_text_is_code() {
    assert_eq!(
        written("<pre><code>fn a() {\n\n  &amp;b\n}</code></pre>"),
        "```text\nfn a() {\n\n  &b\n}\n```"
    );
}

#[test]
fn tables_become_tables() {
    assert_eq!(
        written("<table><tr><th>a</th></tr>\n<tr><td>b</td><td>c|d</td></tr></table>"),
        "| a |  |\n| --- | --- |\n| b | c\\|d |"
    );
}

#[test]
fn superscripts_keep_their_meaning() {
    assert_eq!(written("2<sup>64</sup>"), "2^64");
}

#[test]
fn headings_and_images_become_lines_and_links() {
    assert_eq!(
        written("<h2>a</h2>b <img alt='c' src=\"https://d.example\">"),
        "**a**\n\nb [c](https://d.example)"
    );
}

#[test]
fn entities_are_read_and_written_as_what_they_mean() {
    assert_eq!(
        written("&lt;a&gt; &amp;lt; &#42;b&#42; &copy; R&D &zz;"),
        r"\<a> \&lt; \*b\* © R&D \&zz;"
    );
}
