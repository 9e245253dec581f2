//! Which members of a union a value is of.

use core::cmp::Reverse;

use serde_json::Value;

use super::fits::DEPTH;
use super::union::{Union, declare, declares, named, scores};
use super::weight::{Score, Weight};

/// The members that a value may be of, by their numbers: the one that the discriminator names, none
/// where it names another, unless the document has a default for these, and what the value weighs
/// where it has no discriminator, or where that names several.
pub(super) fn members<U: Union>(value: &Value) -> Vec<usize> {
    match by_name::<U>(value).or_else(|| by_default::<U>(value)) {
        Some(named) if named.len() < 2 => named,
        Some(named) => {
            let scores = scores::<U>(value, DEPTH).into_iter().enumerate();
            let scores = scores.map(|(member, score)| score.filter(|_| named.contains(&member)));
            ranked::<U>(value, &scores.collect::<Vec<_>>())
        }
        None => ranked::<U>(value, &scores::<U>(value, DEPTH)),
    }
}

/// The members that the discriminator names; `None` where a value has none, and where the default is
/// for all other names.
fn by_name<U: Union>(value: &Value) -> Option<Vec<usize>> {
    let name = value.get(U::DISCRIMINATOR?)?.as_str()?;
    let named = named::<U>(value, name);
    Some(named).filter(|named| U::DEFAULT.is_none() || !named.is_empty())
}

fn by_default<U: Union>(value: &Value) -> Option<Vec<usize>> {
    let default = U::DEFAULT.filter(|_| value.is_object())?;
    Some(named::<U>(value, default))
}

/// The members that fit, the one that accounts for most of the value first; of several that account
/// for the same, the one that keeps all of it, then the one that the document lists first.
///
/// A member that takes null for what is absent comes behind one that takes the value as it stands
/// and keeps it: the document allows the value then, and it comes back with its null.
fn ranked<U: Union>(value: &Value, scores: &[Score]) -> Vec<usize> {
    let weights = scores.iter().copied().enumerate();
    let mut fitting: Vec<(usize, Weight)> = weights
        .filter_map(|(member, score)| {
            Some((member, score.filter(|weight| weight.other.is_none())?))
        })
        .collect();
    fitting.sort_by_key(|(_, weight)| (Reverse(weight.known), weight.is_partial));
    let Some(&(best, weight)) = fitting.first() else {
        return Vec::new();
    };
    if is_to_come::<U>(value, scores, best, weight) {
        return Vec::new();
    }
    if is_of_several::<U>(value, best, weight, &fitting) {
        fitting.retain(|(_, weight)| weight.is_exact());
    } else if weight.is_lenient {
        fitting.sort_by_key(|(_, weight)| !weight.is_exact());
    }
    fitting.into_iter().map(|(member, _)| member).collect()
}

/// Whether a value that the best member does not keep all of is of another member too, which declares
/// some of the rest: either of them would lose what the document describes.
fn is_of_several<U: Union>(
    value: &Value,
    best: usize,
    weight: Weight,
    fitting: &[(usize, Weight)],
) -> bool {
    let may_be = weight.is_partial && fitting.len() > 1;
    let members = value.as_object().filter(|_| may_be);
    let mut properties = members.into_iter().flat_map(|members| members.keys());
    properties.any(|property| {
        let declare = declare::<U>(value, property);
        let is_declared = |member: usize| declare.get(member).copied().unwrap_or(false);
        let mut others = fitting.iter().map(|(member, _)| *member);
        !is_declared(best) && others.any(is_declared)
    })
}

/// Whether a value that looks most like a member which it says not to be is one of those that are to
/// come: where the best of the others does not know what it says either, or does not declare where
/// it says so, and would lose what it does not declare.
fn is_to_come<U: Union>(value: &Value, scores: &[Score], best: usize, weight: Weight) -> bool {
    let others = scores
        .iter()
        .flatten()
        .filter(|other| other.other.is_some());
    let Some(Weight {
        known,
        is_unlisted: _,
        other: Some(property),
        is_lenient: _,
        is_partial: _,
    }) = others.max_by_key(|other| other.known)
    else {
        return false;
    };
    if declares::<U>(value, best, property) {
        *known > weight.known && weight.is_unlisted
    } else {
        *known >= weight.known
    }
}

/// How much of a value the member accounts for that accounts for most of it.
#[must_use]
pub fn best<U: Union>(value: &Value, depth: u8) -> Score {
    let scores = scores::<U>(value, depth).into_iter().flatten();
    scores.max_by_key(|weight| (weight.other.is_none(), weight.known))
}
