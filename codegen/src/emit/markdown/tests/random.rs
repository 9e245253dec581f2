use proptest::prelude::*;
use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Options, Parser, Tag};

use super::super::{plain, read, write};
use super::{lines, sentence, written};

proptest! {
    #[test]
    fn any_text_gives_lines_that_a_doc_comment_can_hold(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_markdown_gives_lines_that_rustdoc_accepts(text in markdown()) {
        check(&text);
    }

    #[test]
    fn what_was_written_is_read_back(text in markdown()) {
        let once = written(&text);
        prop_assert_eq!(written(&once), once);
    }

    #[test]
    fn the_short_way_leads_to_the_same_place(text in "([A-Za-z_ .,:'\"()!?é0-9/@-]{0,12}\n{0,2} {0,3}){0,6}") {
        if plain::is_plain(&text) {
            prop_assert_eq!(plain::lines(&text), write::lines(read::blocks(&text)));
        }
    }
}

#[test]
fn depth_neither_overflows_the_stack_nor_takes_long() {
    let parts = [
        "> ", "- ", "1. ", "[", "![", "*a ", "**", "_", "`", "<b>", "<ul><li>", "<a", "<!--", "(",
        "~", "|", "&", "\\",
    ];
    for part in parts {
        check(&part.repeat(5_000));
        check(&format!("{0}</b></ul></a>\n{0}", part.repeat(1_000)));
    }
    let stairs: String = (0..200)
        .map(|depth| format!("{}- a\n", "  ".repeat(depth)))
        .collect();
    check(&stairs);
}

/// Text of what means something to Markdown or HTML.
fn markdown() -> impl Strategy<Value = String> {
    let parts = [
        "a",
        "b c",
        "é",
        "1",
        "Foo::bar",
        " ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\n  ",
        "\n    ",
        "  \n",
        "\\",
        "`",
        "```",
        "\n```\n",
        "```rust\n",
        "~~~",
        "~",
        "*",
        "**",
        "_",
        "[",
        "]",
        "[x]",
        "[^1]",
        "]: ",
        "](",
        ")",
        "(",
        "!",
        "<",
        ">",
        "\n> ",
        "\n- ",
        "\n* ",
        "\n1. ",
        "\n2) ",
        "\n# ",
        "\n---\n",
        "\n===\n",
        "|",
        "\n|a|b|\n|-|-|\n",
        "|-|",
        ":",
        "https://a.example/b",
        "[x](https://a.example/",
        "<https://a.example/",
        "`x",
        "**x",
        "*x*",
        "http://",
        "mailto:",
        "@",
        "&",
        "&amp;",
        "&#42;",
        "&#x202e;",
        "&#10;",
        "&nbsp;",
        ";",
        ".",
        "\"",
        "'",
        "=",
        "-",
        "+",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<code>",
        "</code>",
        "<br>",
        "<p>",
        "</p>",
        "<a href='https://c.example'>",
        "</a>",
        "<ul>",
        "<li>",
        "</li>",
        "</ul>",
        "<ol>",
        "</ol>",
        "<pre>",
        "</pre>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</tr>",
        "</table>",
        "<!--",
        "-->",
        "<id>",
        "<h1>",
        "</h1>",
        "<img src='https://d.example'>",
        "\u{a0}",
        "\u{3000}",
        "🚀",
        "“",
        "$",
        "^",
        "{",
        "}",
        "/",
        "//",
    ];
    prop::collection::vec(prop::sample::select(parts.to_vec()), 0..24)
        .prop_map(|parts| parts.concat())
}

fn check(text: &str) {
    let lines = lines(text);
    for line in lines.iter().chain(&sentence(text)) {
        assert!(
            line.trim_end() == line && !line.contains(is_forbidden),
            "{text:?} gives {line:?}"
        );
    }
    for end in [lines.first(), lines.last()] {
        assert!(end.is_none_or(|line| !line.is_empty()), "{text:?}");
    }
    assert_safe(&lines.join("\n"));
    assert_safe(&sentence(text).unwrap_or_default());
}

fn is_forbidden(character: char) -> bool {
    let turns = matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    character.is_control()
        || turns
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{200b}')
}

/// Reads as rustdoc does.
fn assert_safe(text: &str) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    let item = |link: BrokenLink<'_>| panic!("{text:?} has a link to the item {}", link.reference);
    for event in Parser::new_with_broken_link_callback(text, options, Some(item)) {
        assert!(is_safe(&event), "{text:?} gives {event:?}");
    }
}

fn is_safe(event: &Event<'_>) -> bool {
    match event {
        Event::Start(
            Tag::Heading { .. } | Tag::HtmlBlock | Tag::Image { .. } | Tag::FootnoteDefinition(_),
        ) => false,
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => false,
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
            !info.is_empty() && **info != *"rust"
        }
        Event::Start(Tag::Link { dest_url, .. }) => {
            dest_url.starts_with("http") || dest_url.contains('@')
        }
        Event::InlineHtml(html) => **html == *"<br>",
        Event::Html(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => false,
        _ => true,
    }
}
