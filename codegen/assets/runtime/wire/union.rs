//! Unions: values of one of several types.

use core::cmp::Reverse;

use serde::de::Deserializer;
use serde_json::Value;

use super::fits::{DEPTH, Fits};
use super::weight::{Score, Weight};
use super::{Decode, Unknown};

/// An enum of the types that a value may be of.
pub trait Union: Sized {
    /// The property that names the member, where the document has one.
    const DISCRIMINATOR: Option<&'static str>;

    /// Offers every member, in the order of the document.
    fn offer(choice: &mut Choice<'_, Self>);

    /// What is of no member.
    fn unknown(value: Unknown) -> Self;
}

/// The choice between the members of a union.
///
/// All members are offered again for each question: what each of them accounts for, and then the
/// value of the one that was chosen.
#[derive(Debug)]
pub struct Choice<'a, U> {
    value: &'a Value,
    /// How many members were offered since the question was asked.
    offered: usize,
    question: Question<'a, U>,
}

#[derive(Debug)]
enum Question<'a, U> {
    /// Which members have this name?
    Named(&'a str, Vec<usize>),
    /// How much of the value does each account for?
    Weighed(u8, Vec<Score>),
    /// Which members declare this property?
    Declares(&'a str, Vec<bool>),
    /// What is the value as the member of this number?
    Read(usize, Option<U>),
}

impl<U: Union> Choice<'_, U> {
    /// Offers the next member: how it is made, and the values of the discriminator that name it.
    pub fn offer<T: Decode + Fits>(&mut self, member: fn(T) -> U, names: &[&str]) {
        let number = self.offered;
        self.offered += 1;
        match &mut self.question {
            Question::Named(name, found) => {
                if names.contains(name) {
                    found.push(number);
                }
            }
            Question::Weighed(depth, scores) => scores.push(T::fits(self.value, *depth)),
            Question::Declares(property, declare) => {
                declare.push(T::KEYS.iter().any(|key| key.name == *property));
            }
            Question::Read(wanted, read) => {
                if *wanted == number {
                    *read = T::decode(self.value).ok().map(member);
                }
            }
        }
    }
}

/// Asks all members of a union.
fn ask<'a, U: Union>(value: &'a Value, question: Question<'a, U>) -> Question<'a, U> {
    let mut choice = Choice {
        value,
        offered: 0,
        question,
    };
    U::offer(&mut choice);
    choice.question
}

/// Reads a value as the member that it is of.
///
/// # Errors
///
/// When the input is malformed: what is of no member is a value too.
pub fn decode_union<'de, U: Union, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    let value = Value::decode(deserializer)?;
    let mut members = members::<U>(&value).into_iter();
    let read = members.find_map(|member| read(&value, member));
    Ok(read.unwrap_or_else(|| U::unknown(Unknown::new(value))))
}

fn read<U: Union>(value: &Value, member: usize) -> Option<U> {
    match ask(value, Question::Read(member, None)) {
        Question::Read(_, read) => read,
        Question::Named(..) | Question::Weighed(..) | Question::Declares(..) => None,
    }
}

/// The members that a value may be of, by their numbers: the one that the discriminator names, none
/// where it names another, and what the value weighs where it has no discriminator, or where that
/// names several.
fn members<U: Union>(value: &Value) -> Vec<usize> {
    let name = U::DISCRIMINATOR.and_then(|property| value.get(property)?.as_str());
    match name.map(|name| named::<U>(value, name)) {
        Some(named) if named.len() < 2 => named,
        Some(named) => {
            let scores = scores::<U>(value, DEPTH).into_iter().enumerate();
            let scores = scores.map(|(member, score)| score.filter(|_| named.contains(&member)));
            ranked::<U>(value, &scores.collect::<Vec<_>>())
        }
        None => ranked::<U>(value, &scores::<U>(value, DEPTH)),
    }
}

fn named<U: Union>(value: &Value, name: &str) -> Vec<usize> {
    match ask::<U>(value, Question::Named(name, Vec::new())) {
        Question::Named(_, found) => found,
        Question::Weighed(..) | Question::Declares(..) | Question::Read(..) => Vec::new(),
    }
}

fn scores<U: Union>(value: &Value, depth: u8) -> Vec<Score> {
    match ask::<U>(value, Question::Weighed(depth, Vec::new())) {
        Question::Weighed(_, scores) => scores,
        Question::Named(..) | Question::Declares(..) | Question::Read(..) => Vec::new(),
    }
}

/// Which members declare a property.
fn declare<U: Union>(value: &Value, property: &str) -> Vec<bool> {
    match ask::<U>(value, Question::Declares(property, Vec::new())) {
        Question::Declares(_, declare) => declare,
        Question::Named(..) | Question::Weighed(..) | Question::Read(..) => Vec::new(),
    }
}

fn declares<U: Union>(value: &Value, member: usize, property: &str) -> bool {
    let declare = declare::<U>(value, property);
    declare.get(member).copied().unwrap_or(false)
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
    let members = value.as_object().filter(|_| weight.is_partial);
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

/// Makes an enum of the types that a value may be of; `Unknown` takes what is of none. Its `Debug` is
/// its name and its JSON:
///
/// ```text
/// wire_union!(
///     /// What was found.
///     pub enum Answer { Text(String), Items(Vec<Item>) }
/// );
/// wire_union!(pub enum Pet (by "kind") { Cat(Cat) = ["cat"], Dog(Box<Dog>) = ["dog", "hound"] });
/// wire_union!(pub enum Inner weighed { Text(String) });  // other unions choose by it
/// ```
#[allow(unused_macros, reason = "a document may have no union")]
macro_rules! wire_union {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident $((by $property:literal))? $($weighed:ident)? $(#[allow($($lint:tt)+)])? {
            $($variant:ident($member:ty) $(= [$($value:literal),*])?),* $(,)?
        }
    ) => {
        $(#[$attribute])*
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = ::core::concat!("`", ::core::stringify!($member), "`.")]
                $variant($member),
            )*
            /// A value that is of none of these, as it came.
            Unknown($crate::runtime::wire::Unknown),
        }

        $(#[allow($($lint)+, reason = "a table names every member")])?
        impl $crate::runtime::wire::Union for $name {
            const DISCRIMINATOR: ::core::option::Option<&'static str> =
                $crate::runtime::wire::wire_union!(@property $($property)?);

            #[inline]
            fn offer(choice: &mut $crate::runtime::wire::Choice<'_, Self>) {
                $( choice.offer(Self::$variant, &[$($($value),*)?]); )*
            }

            #[inline]
            fn unknown(value: $crate::runtime::wire::Unknown) -> Self {
                Self::Unknown(value)
            }
        }

        $(#[allow($($lint)+, reason = "a table names every member")])?
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::wire::decode_union(deserializer)
            }
        }

        $(#[allow($($lint)+, reason = "a table names every member")])?
        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::wire::show(::core::stringify!($name), self, formatter)
            }
        }

        $(#[allow($($lint)+, reason = "a table names every member")])?
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => $crate::runtime::wire::Encode::encode(value, serializer),)*
                    Self::Unknown(value) => $crate::runtime::wire::Encode::encode(value, serializer),
                }
            }
        }

        $(#[allow($($lint)+, reason = "a table names every member")])?
        impl $crate::runtime::wire::Generated for $name {}

        $crate::runtime::wire::wire_union!(@fits ($($weighed)?) $name $([$($lint)+])?);
    };
    (@property) => { ::core::option::Option::None };
    (@property $property:literal) => { ::core::option::Option::Some($property) };
    (@fits () $name:ident $($lint:tt)?) => {};
    (@fits (weighed) $name:ident $([$($lint:tt)+])?) => {
        $(#[allow($($lint)+, reason = "a table names every type")])?
        impl $crate::runtime::wire::Fits for $name {
            #[inline]
            fn fits(value: &::serde_json::Value, depth: u8) -> $crate::runtime::wire::Score {
                $crate::runtime::wire::best::<Self>(value, depth)
            }
        }
    };
}

#[allow(unused_imports, reason = "a document may have no union")]
pub(crate) use wire_union;
