//! From places in a tree back to positions in its text.
//!
//! Trees keep no positions, since hardly one in a thousand is ever printed. The few that are wanted are found in one more pass over
//! the text, all of them at once.

mod json;
mod wanted;
mod yaml;

use super::Format;
use crate::diagnostic::Position;
use crate::place::Pointer;
pub(super) use wanted::Repeated;
use wanted::{Found, Wanted};

/// The position of each node, or of its closest ancestor that the text spells out; `None` where no parser gets so far.
pub(super) fn locate(
    text: &str,
    format: Format,
    pointers: &[Pointer],
    repeated: Repeated,
) -> Vec<Option<Position>> {
    let wanted = Wanted::all(pointers, repeated);
    let mut found = Found::none(pointers.len(), repeated);
    match format {
        Format::Json => json::find(text, wanted, &mut found),
        Format::Yaml => yaml::find(text, wanted, &mut found),
    }
    found.into_positions()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at<const N: usize>(text: &str, pointers: [&str; N]) -> [Option<(usize, usize)>; N] {
        find(text, pointers, Repeated::First)
    }

    fn find<const N: usize>(
        text: &str,
        pointers: [&str; N],
        repeated: Repeated,
    ) -> [Option<(usize, usize)>; N] {
        let pointers = pointers.map(|pointer| pointer.parse().expect("a pointer"));
        let found = locate(text, Format::of(text), &pointers, repeated);
        let pair = |Position { line, column }| (line, column);
        std::array::from_fn(|index| found[index].map(pair))
    }

    #[test]
    fn a_node_of_yaml_is_where_its_value_starts_and_a_block_where_its_key_does() {
        let text = "a:\n  - b: 1\n  - c:\n      d: text\n";
        assert_eq!(
            at(text, ["/a/1/c/d", "/a/0", "/a/1/c", "/a"]),
            [Some((4, 10)), Some((2, 5)), Some((3, 5)), Some((1, 1))]
        );
    }

    #[test]
    fn a_node_of_json_is_where_its_value_starts() {
        let text = "{\n  \"a\": [1,\n    {\"b\":\n  true}]\n}";
        assert_eq!(
            at(text, ["/a", "/a/1", "/a/1/b", ""]),
            [Some((2, 8)), Some((3, 5)), Some((4, 3)), Some((1, 1))]
        );
    }

    #[test]
    fn a_node_that_the_text_does_not_spell_out_is_at_its_ancestor() {
        assert_eq!(
            at("a:\n  b: 1\n", ["/a/x/y", "/a/b/c"]),
            [Some((1, 1)), Some((2, 6))]
        );
        assert_eq!(at("{\"a\": {}}", ["/a/x/y"]), [Some((1, 7))]);
        assert_eq!(at("- 1", [""]), [Some((1, 1))]);
    }

    #[test]
    fn of_a_key_that_stands_twice_either_is_found() {
        let yaml = "a: {x: 1, y: 1}\nb: 2\na: {x: 3}\n";
        let json = "{\"a\": {\"x\": 1, \"y\": 1},\n\"b\": 2,\n\"a\": {\"x\": 3}}";
        let lines = |text, repeated| {
            find(text, ["/a", "/a/x", "/a/y", "/b"], repeated).map(|found| Some(found?.0))
        };
        for text in [yaml, json] {
            assert_eq!(lines(text, Repeated::First), [1, 1, 1, 2].map(Some));
            assert_eq!(lines(text, Repeated::Last), [3, 3, 3, 2].map(Some));
        }
    }

    #[test]
    fn an_alias_is_where_it_stands() {
        assert_eq!(at("a: &x\n  b: 1\nc: *x\n", ["/c/b"]), [Some((3, 4))]);
    }

    #[test]
    fn a_broken_text_is_read_up_to_where_it_breaks() {
        assert_eq!(
            at("{\"a\": {\"b\": 1},\n\"c\" 3}", ["/a/b", "/c"]),
            [Some((1, 13)), Some((1, 1))]
        );
        assert_eq!(
            at("a:\n  b: 1\nc: [\n", ["/a/b", "/c/0"]),
            [Some((2, 6)), Some((3, 4))]
        );
    }

    #[test]
    fn a_column_counts_characters() {
        assert_eq!(at("{\"é\": 1, \"b\": 2}", ["/b"]), [Some((1, 15))]);
        assert_eq!(at("é: {b: 2}", ["/é/b"]), [Some((1, 8))]);
    }
}
