//! No more modules than people can choose from.

use std::collections::{BTreeMap, BTreeSet};

use super::{About, Group};
use crate::names::ident::snake;

/// More features than these, and nobody finds theirs; crates.io takes 300.
const MOST: usize = 200;

/// Merges groups whose names begin alike until there are few enough, and two operations in each on average: by as many words of their
/// names as do, else by as many letters.
pub(super) fn merged(groups: Vec<Group>, operations: usize) -> Vec<Group> {
    let most = MOST.min(operations / 2);
    if groups.len() <= most {
        return groups;
    }
    let names: Vec<String> = groups.iter().map(|group| snake(&group.name)).collect();
    let is_few = |shorten: &dyn Fn(&str) -> String| {
        let short: BTreeSet<String> = names.iter().map(|name| shorten(name)).collect();
        short.len() <= most
    };
    let longest = names.iter().map(String::len).max().unwrap_or_default();
    let by_words = (1..longest)
        .rev()
        .find(|count| is_few(&|name| words(name, *count)));
    let by_letters = || {
        (1..longest)
            .rev()
            .find(|count| is_few(&|name| letters(name, *count)))
    };
    match by_words {
        Some(count) => merge(groups, &|name| words(name, count)),
        None => {
            let count = by_letters().unwrap_or(1);
            merge(groups, &|name| letters(name, count))
        }
    }
}

fn words(name: &str, count: usize) -> String {
    let words: Vec<&str> = name.split('_').filter(|word| !word.is_empty()).collect();
    words[..count.min(words.len())].join("_")
}

fn letters(name: &str, count: usize) -> String {
    let letters = name.chars().filter(|letter| *letter != '_');
    letters.take(count).collect()
}

fn merge(groups: Vec<Group>, shorten: &dyn Fn(&str) -> String) -> Vec<Group> {
    let mut by_name: BTreeMap<String, Vec<Group>> = BTreeMap::new();
    for group in groups {
        let name = shorten(&snake(&group.name));
        by_name.entry(name).or_default().push(group);
    }
    let groups = by_name.into_iter();
    groups.map(|(name, groups)| one(name, groups)).collect()
}

/// One group of several; one that stays alone keeps its name.
fn one(name: String, groups: Vec<Group>) -> Group {
    match <[Group; 1]>::try_from(groups) {
        Ok([only]) => only,
        Err(groups) => {
            let mut members: Vec<usize> = groups
                .iter()
                .flat_map(|group| group.members.iter().copied())
                .collect();
            members.sort_unstable();
            Group {
                name,
                about: together(groups.into_iter().map(|group| group.about)),
                members,
            }
        }
    }
}

fn together(abouts: impl Iterator<Item = About>) -> About {
    let (mut tags, mut paths) = (Vec::new(), Vec::new());
    for about in abouts {
        match about {
            About::Untagged => tags.push("default".to_owned()),
            About::Tag(tag) => tags.push(tag),
            About::Tags(more) => tags.extend(more),
            About::Paths(more) => paths.extend(more),
        }
    }
    if tags.is_empty() {
        About::Paths(paths)
    } else {
        About::Tags(tags)
    }
}
