//! Operations by the beginnings of their paths.

use std::collections::BTreeMap;

use super::{About, Group, is_bulk};
use crate::names::outline::Outline;

/// A segment of a path that is text.
#[derive(Clone, Copy, Debug)]
struct Segment<'a> {
    text: &'a str,
    /// The path up to its end.
    until: &'a str,
}

/// A group per first segment. What nearly all paths begin with, such as `/api/v1`, divides nothing: the segment behind it counts there.
pub(super) fn groups(outlines: &[Outline<'_>]) -> Vec<Group> {
    let paths: Vec<_> = outlines
        .iter()
        .map(|outline| segments(outline.bare_path()))
        .collect();
    let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
    let mut rest: Vec<usize> = (0..paths.len()).collect();
    for depth in 0.. {
        let mut by_segment: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for index in rest.drain(..) {
            let name = nearest(&paths[index], depth).map_or("root", |segment| segment.text);
            by_segment.entry(name).or_default().push(index);
        }
        for (name, members) in by_segment {
            let goes_on = members.iter().any(|index| paths[*index].len() > depth + 1);
            if is_bulk(members.len(), paths.len()) && goes_on {
                rest = members;
            } else {
                add(&mut groups, name, members, |index| {
                    nearest(&paths[index], depth)
                });
            }
        }
        if rest.is_empty() {
            break;
        }
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    for group in &mut groups {
        group.members.sort_unstable();
    }
    groups
}

fn add<'a>(
    groups: &mut BTreeMap<&'a str, Group>,
    name: &'a str,
    members: Vec<usize>,
    segment: impl Fn(usize) -> Option<Segment<'a>>,
) {
    let mut beginnings: Vec<String> = members
        .iter()
        .map(|index| {
            segment(*index)
                .map_or("/", |segment| segment.until)
                .to_owned()
        })
        .collect();
    let group = groups.entry(name).or_insert_with(|| Group {
        name: name.to_owned(),
        about: About::Paths(Vec::new()),
        members: Vec::new(),
    });
    group.members.extend(members);
    if let About::Paths(paths) = &mut group.about {
        paths.append(&mut beginnings);
        paths.sort();
        paths.dedup();
    }
}

/// The segment at a depth, or the last one of a shorter path.
fn nearest<'a>(path: &[Segment<'a>], depth: usize) -> Option<Segment<'a>> {
    path.get(depth).or(path.last()).copied()
}

/// The segments with a text, parameters left out.
fn segments(path: &str) -> Vec<Segment<'_>> {
    let mut found = Vec::new();
    let mut end = 0;
    for segment in path.split('/') {
        end += segment.len();
        let text = text(segment, end == path.len());
        let start = end - segment.len();
        if !text.is_empty() {
            found.push(Segment {
                text,
                until: &path[..start + text.len()],
            });
        }
        end += 1;
    }
    found
}

/// The text that a segment begins with, without what only says how: `{id}`, `:search`, `(key)`, and at the end `.json`.
fn text(segment: &str, is_last: bool) -> &str {
    let end = segment.find(['{', ':', '(']).unwrap_or(segment.len());
    let text = &segment[..end];
    match text.rfind('.') {
        Some(dot) if is_last && dot > 0 => &text[..dot],
        Some(_) | None => text,
    }
}
