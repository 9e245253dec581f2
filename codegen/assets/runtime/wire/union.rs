//! Unions: values of one of several types.

use serde::de::Deserializer;
use serde_json::Value;

use super::fits::Fits;
use super::ranking::members;
use super::weight::Score;
use super::{Decode, Unknown};

/// An enum of the types that a value may be of.
pub trait Union: Sized {
    /// The property that names the member, where the document has one.
    const DISCRIMINATOR: Option<&'static str>;

    /// A name of the member that a value is of where the property names none, or is not there.
    const DEFAULT: Option<&'static str>;

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

pub(super) fn named<U: Union>(value: &Value, name: &str) -> Vec<usize> {
    match ask::<U>(value, Question::Named(name, Vec::new())) {
        Question::Named(_, found) => found,
        Question::Weighed(..) | Question::Declares(..) | Question::Read(..) => Vec::new(),
    }
}

pub(super) fn scores<U: Union>(value: &Value, depth: u8) -> Vec<Score> {
    match ask::<U>(value, Question::Weighed(depth, Vec::new())) {
        Question::Weighed(_, scores) => scores,
        Question::Named(..) | Question::Declares(..) | Question::Read(..) => Vec::new(),
    }
}

/// Which members declare a property.
pub(super) fn declare<U: Union>(value: &Value, property: &str) -> Vec<bool> {
    match ask::<U>(value, Question::Declares(property, Vec::new())) {
        Question::Declares(_, declare) => declare,
        Question::Named(..) | Question::Weighed(..) | Question::Read(..) => Vec::new(),
    }
}

pub(super) fn declares<U: Union>(value: &Value, member: usize, property: &str) -> bool {
    let declare = declare::<U>(value, property);
    declare.get(member).copied().unwrap_or(false)
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
/// wire_union!(pub enum Any (by "kind" else "cat") { Cat(Cat) = ["cat"] });  // what has no other name is a cat
/// wire_union!(pub enum Inner weighed { Text(String) });  // other unions choose by it
/// // What a request is made from turns into the member that it can only be.
/// wire_union!(pub enum Item { Text(String) from String | &str, Image(Box<Image>) from Image });
/// // Members that do not declare the property are written with it all the same.
/// wire_union!(pub enum Toy (tagged "kind") { Ball(Ball) = ["ball"], Car(Car) = ["car"] });
/// ```
#[allow(unused_macros, reason = "a document may have no union")]
macro_rules! wire_union {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident $(($how:ident $property:literal $(else $default:literal)?))? $($weighed:ident)? $(#[allow($($lint:tt)+)])? {
            $($variant:ident($member:ty) $(from $($from:ty)|+)? $(= [$($value:literal),*])?),* $(,)?
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
                $crate::runtime::wire::wire_union!(@name $($property)?);
            const DEFAULT: ::core::option::Option<&'static str> =
                $crate::runtime::wire::wire_union!(@name $($($default)?)?);

            #[inline]
            fn offer(choice: &mut $crate::runtime::wire::Choice<'_, Self>) {
                $( choice.offer(Self::$variant, &[$($($value),*)?]); )*
            }

            #[inline]
            fn unknown(value: $crate::runtime::wire::Unknown) -> Self {
                Self::Unknown(value)
            }
        }

        $($($(
            #[allow(deprecated, reason = "the document still uses what it deprecates")]
            impl ::core::convert::From<$from> for $name {
                #[inline]
                fn from(member: $from) -> Self {
                    Self::$variant(::core::convert::From::from(member))
                }
            }
        )+)?)*

        $(#[allow($($lint)+, reason = "a table names every member")])?
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::wire::decode_union(deserializer)
            }
        }

        $crate::runtime::wire::shown!($name $([$($lint)+])?);

        $(#[allow($($lint)+, reason = "a table names every member")])?
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::wire::wire_union!(@write ($($how)?) self, serializer {
                    $($variant = [$($($value),*)?]),*
                })
            }
        }

        $(#[allow($($lint)+, reason = "a table names every member")])?
        impl $crate::runtime::wire::Generated for $name {}

        $crate::runtime::wire::wire_union!(@fits ($($weighed)?) $name $([$($lint)+])?);
    };
    (@write (tagged) $self:ident, $serializer:ident {
        $($variant:ident = $names:tt),*
    }) => {
        match $self {
            $(Self::$variant(value) => {
                $crate::runtime::wire::encode_tagged::<Self, _, _>(&$names, value, $serializer)
            })*
            Self::Unknown(value) => $crate::runtime::wire::Encode::encode(value, $serializer),
        }
    };
    (@write ($(by)?) $self:ident, $serializer:ident {
        $($variant:ident = $names:tt),*
    }) => {
        match $self {
            $(Self::$variant(value) => $crate::runtime::wire::Encode::encode(value, $serializer),)*
            Self::Unknown(value) => $crate::runtime::wire::Encode::encode(value, $serializer),
        }
    };
    (@name) => { ::core::option::Option::None };
    (@name $name:literal) => { ::core::option::Option::Some($name) };
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
