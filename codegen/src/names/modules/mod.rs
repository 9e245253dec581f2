//! The files of operations: modules, and in a large crate features too.
//!
//! What belongs together is decided over all operations of the document, selected or not: a selection moves nothing.

mod few;
mod paths;
mod tags;

use super::features::{self, FeatureName};
use super::files::{RESERVED_FILES, file};
use super::ident::ModuleIdent;
use super::outline::Outline;
use super::scope::{Claim, Scope};
use crate::ir::{Api, OperationId};

/// From so many operations on, modules are made to divide them, and are features.
const LARGE: usize = 50;

/// A file of operations.
#[derive(Debug)]
pub(crate) struct OperationModule {
    pub(crate) module: ModuleIdent,
    /// The feature without which the module is left out, where the crate is large.
    pub(crate) feature: Option<FeatureName>,
    pub(crate) about: About,
    pub(crate) operations: Vec<OperationId>,
}

/// What the operations of a module have in common.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum About {
    /// They have no tag.
    Untagged,
    /// Their first tag: what the document says of it, or its name.
    Tag(String),
    /// One of these is their first tag.
    Tags(Vec<String>),
    /// One of these is the beginning of their path.
    Paths(Vec<String>),
}

/// Operations that stand together, by their numbers among the outlines.
#[derive(Clone, Debug)]
struct Group {
    /// What names are made of.
    name: String,
    about: About,
    members: Vec<usize>,
}

pub(super) fn assign(api: &Api, outlines: &[Outline<'_>]) -> Vec<OperationModule> {
    let groups = divide(outlines);
    let claims: Vec<_> = groups.iter().map(claim).collect();
    let files = Scope::of_files(&RESERVED_FILES).assign(&claims);
    let features = features::assign(&groups_and_files(&groups, &files));
    let has_features = api.operations.len() >= LARGE;
    let named = groups.into_iter().zip(files).zip(features);
    let modules = named.map(|((group, file), feature)| OperationModule {
        module: ModuleIdent::new(file),
        feature: has_features.then_some(feature),
        about: described(api, group.about),
        operations: group
            .members
            .iter()
            .filter_map(|index| outlines[*index].operation)
            .collect(),
    });
    modules
        .filter(|module| !module.operations.is_empty())
        .collect()
}

fn claim(group: &Group) -> Claim {
    Claim::plain(&group.name, file(&group.name))
}

/// What features are called by: their modules, which no tag at all has a word for.
fn groups_and_files<'a>(groups: &[Group], files: &'a [String]) -> Vec<&'a str> {
    let word = |(group, file): (&Group, &'a String)| match &group.about {
        About::Untagged => "untagged",
        About::Tag(_) | About::Tags(_) | About::Paths(_) => file.as_str(),
    };
    groups.iter().zip(files).map(word).collect()
}

/// By tag; a large document by the beginnings of its paths where tags do not divide it, and in so many modules at most as people can
/// choose from.
fn divide(outlines: &[Outline<'_>]) -> Vec<Group> {
    let by_tag = tags::groups(outlines);
    if outlines.len() < LARGE {
        return by_tag;
    }
    if !is_bulk(largest(&by_tag), outlines.len()) {
        return few::merged(by_tag, outlines.len());
    }
    let by_path = paths::groups(outlines);
    let better = if largest(&by_path) < largest(&by_tag) {
        by_path
    } else {
        by_tag
    };
    few::merged(better, outlines.len())
}

/// Whether so many of all do not let themselves be told apart: who needs one of them would get nearly all.
fn is_bulk(count: usize, all: usize) -> bool {
    count >= LARGE && 3 * count > 2 * all
}

fn largest(groups: &[Group]) -> usize {
    let counts = groups.iter().map(|group| group.members.len());
    counts.max().unwrap_or_default()
}

/// A tag by what the document says of it.
fn described(api: &Api, about: About) -> About {
    match about {
        About::Tag(tag) => {
            let described = api.tags.iter().find(|(name, _)| *name == tag);
            let description = described.and_then(|(_, description)| description.clone());
            let description = description.filter(|text| !text.trim().is_empty());
            About::Tag(description.unwrap_or(tag))
        }
        About::Untagged | About::Tags(_) | About::Paths(_) => about,
    }
}

#[cfg(test)]
mod tests;
