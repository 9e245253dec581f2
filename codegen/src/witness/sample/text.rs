//! Texts.

use regex_syntax::hir::{Class, Hir, HirKind};

use super::flat::Flat;
use super::{fit, format};

/// A text that has to be longer than this is not made.
const LONGEST: f64 = 4096.0;

/// A text of the schema: of its format or its pattern, where it has one.
pub(super) fn sample(flat: &Flat<'_>) -> Option<String> {
    let least = flat.least("minLength").unwrap_or_default();
    let most = flat.most("maxLength").unwrap_or(f64::INFINITY);
    if least > LONGEST || most < least {
        return None;
    }
    let format = flat.text("format").and_then(format::of);
    let format = format.map(|format| format.sample.to_owned());
    let pattern = flat
        .text("pattern")
        .and_then(|pattern| of_pattern(pattern, least as usize));
    let candidates = [format, pattern, Some(plain(least, most))];
    let mut fitting = candidates
        .into_iter()
        .flatten()
        .filter(|text| fit::text_fits(text, flat));
    fitting.next()
}

fn plain(least: f64, most: f64) -> String {
    let text: String = "text"
        .chars()
        .cycle()
        .take(least.max(4.0) as usize)
        .collect();
    text.chars().take(most.min(LONGEST) as usize).collect()
}

/// A text that a pattern finds itself in, at least so long where its repetitions allow.
fn of_pattern(pattern: &str, least: usize) -> Option<String> {
    let parsed = regex_syntax::parse(&fit::translated(pattern)).ok()?;
    [1, 0, least, least + 1].into_iter().find_map(|repeats| {
        let mut text = String::new();
        write(&parsed, repeats, &mut text)?;
        let length = text.chars().count();
        (length >= least).then_some(text)
    })
}

/// Writes what a part of a pattern matches; what may be repeated without end is, so often.
fn write(part: &Hir, repeats: usize, text: &mut String) -> Option<()> {
    if text.len() as f64 > LONGEST {
        return None;
    }
    match part.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(()),
        HirKind::Literal(literal) => {
            text.push_str(std::str::from_utf8(&literal.0).ok()?);
            Some(())
        }
        HirKind::Class(class) => {
            text.push(character(class)?);
            Some(())
        }
        HirKind::Repetition(repetition) => {
            let most = repetition.max.map_or(usize::MAX, |most| most as usize);
            let times = repeats.max(repetition.min as usize).min(most);
            (0..times.min(LONGEST as usize)).try_for_each(|_| write(&repetition.sub, repeats, text))
        }
        HirKind::Capture(capture) => write(&capture.sub, repeats, text),
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| write(part, repeats, text)),
        HirKind::Alternation(parts) => write(parts.first()?, repeats, text),
    }
}

/// A character of a class, one that people write where it has any.
fn character(class: &Class) -> Option<char> {
    const USUAL: [char; 4] = ['a', 'A', '1', '-'];
    let Class::Unicode(class) = class else {
        return None;
    };
    let ranges = class.ranges();
    let holds = |sign: &char| {
        ranges
            .iter()
            .any(|range| (range.start()..=range.end()).contains(sign))
    };
    let printable = ('!'..='~').find(holds);
    USUAL
        .into_iter()
        .find(holds)
        .or(printable)
        .or_else(|| Some(ranges.first()?.start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_made_of_a_pattern() {
        for (pattern, least, expected) in [
            (r"^\+[1-9]\d{1,14}$", 0, "+11"),
            ("^[a-z]{3}-(one|two)$", 0, "aaa-one"),
            (r"^(?:[A-Z]+\.)*x$", 0, "A.x"),
            ("^a*$", 5, "aaaaa"),
        ] {
            assert_eq!(of_pattern(pattern, least).as_deref(), Some(expected));
        }
    }
}
