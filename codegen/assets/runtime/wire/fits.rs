//! Evidence: how much of a value a type accounts for.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::{Map, Value};

use super::weight::{Score, Weight};
use super::{Base64, Date, DateTime};

/// A type that can tell whether a value is of it, before the value is decoded.
///
/// A union has no other way to choose where no discriminator names its member: the first type that
/// parses is wrong as soon as two have optional properties.
///
/// An object has [`KEYS`](Self::KEYS), by which it is weighed; every other type weighs by itself.
pub trait Fits {
    /// The properties that an object declares.
    const KEYS: &'static [Key] = &[];

    /// Weighs a property that it does not declare, where it keeps those.
    const REST: Option<Weigh> = None;

    /// Weighs a value, looking `depth` levels into it: unions inside unions would otherwise cost a
    /// power of their nesting.
    fn fits(value: &Value, depth: u8) -> Score {
        object(value, depth, Self::KEYS, Self::REST)
    }
}

/// Weighs a value, looking so many levels into it.
pub type Weigh = fn(&Value, u8) -> Score;

/// How deep a union looks into a value.
pub(super) const DEPTH: u8 = 6;

/// A property that an object declares.
#[derive(Debug)]
pub struct Key {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether an object without it is none of the type.
    pub required: bool,
    /// Weighs the value.
    pub fits: Weigh,
}

/// Weighs an object by the properties that it declares, and by the others that it keeps.
fn object(value: &Value, depth: u8, keys: &[Key], rest: Option<Weigh>) -> Score {
    let Value::Object(members) = value else {
        return None;
    };
    let mut declared = keys.iter().map(|key| property(members, depth, key));
    let declared = declared.try_fold(Weight::of(1), |score, more| Some(score + more?))?;
    Some(declared + undeclared(members, depth, keys, rest)?)
}

fn property(members: &Map<String, Value>, depth: u8, key: &Key) -> Score {
    match members.get(key.name) {
        None if key.required => None,
        None => Some(Weight::of(0)),
        // Live servers write null for what is absent; it speaks for a type that has a null of its own.
        Some(Value::Null) => {
            let known = (key.fits)(&Value::Null, depth.saturating_sub(1)).unwrap_or(Weight {
                is_lenient: true,
                ..Weight::of(0)
            });
            Some(known.within(key.name))
        }
        Some(_) if depth == 0 => Some(Weight::unseen()),
        Some(value) => Some((key.fits)(value, depth - 1)?.within(key.name)),
    }
}

fn undeclared(members: &Map<String, Value>, depth: u8, keys: &[Key], rest: Option<Weigh>) -> Score {
    let is_declared = |name: &String| keys.iter().any(|key| key.name == name);
    let mut others = members.iter().filter(|(name, _)| !is_declared(name));
    match rest {
        Some(weigh) if depth > 0 => others.try_fold(Weight::of(0), |score, (_, value)| {
            Some(score + weigh(value, depth - 1)?)
        }),
        Some(_) | None => Some(Weight {
            is_partial: others.next().is_some(),
            ..Weight::of(0)
        }),
    }
}

/// Weighs a text against those that an enum lists: one of them speaks for it, another one not against it.
/// An enum of one value alone is there to tell its holder from others, which another value is then one of.
#[must_use]
pub fn weigh_text(value: &Value, listed: &[&str]) -> Score {
    Some(weigh_listed(
        listed.contains(&value.as_str()?),
        listed.len(),
    ))
}

/// Weighs a number against those that an enum lists, as [`weigh_text`] does a text.
#[must_use]
pub fn weigh_integer(value: &Value, listed: &[i64]) -> Score {
    let number = <i64 as super::Decode>::decode(value).ok()?;
    Some(weigh_listed(listed.contains(&number), listed.len()))
}

/// Weighs a boolean against the one that is listed, as [`weigh_text`] does a text.
pub(super) fn weigh_flag(value: &Value, listed: bool) -> Score {
    Some(weigh_listed(value.as_bool()? == listed, 1))
}

fn weigh_listed(is_listed: bool, values: usize) -> Weight {
    Weight {
        is_unlisted: !is_listed,
        other: (!is_listed && values == 1).then_some(""),
        ..Weight::of(if is_listed { 2 } else { 0 })
    }
}

macro_rules! fits_integer {
    ($($integer:ty)+) => {$(
        impl Fits for $integer {
            fn fits(value: &Value, _: u8) -> Score {
                let whole = value.as_f64().is_some_and(|number| number.fract() == 0.0);
                (value.is_number() && whole).then_some(Weight::of(2))
            }
        }
    )+};
}

fits_integer!(i8 i16 i32 i64 u8 u16 u32 u64);

impl Fits for f64 {
    fn fits(value: &Value, _: u8) -> Score {
        value.is_number().then_some(Weight::of(1))
    }
}

impl Fits for () {
    fn fits(value: &Value, _: u8) -> Score {
        value.is_null().then_some(Weight::of(1))
    }
}

impl Fits for bool {
    fn fits(value: &Value, _: u8) -> Score {
        value.is_boolean().then_some(Weight::of(1))
    }
}

impl Fits for String {
    fn fits(value: &Value, _: u8) -> Score {
        value.is_string().then_some(Weight::of(1))
    }
}

impl Fits for Bytes {
    fn fits(value: &Value, _: u8) -> Score {
        value.is_string().then_some(Weight::of(0))
    }
}

impl Fits for Base64 {
    fn fits(value: &Value, _: u8) -> Score {
        value.is_string().then_some(Weight::of(0))
    }
}

/// A text that looks like a date is more of one than of any other string.
fn dated(value: &Value, shape: &str) -> Score {
    let text = value.as_str()?;
    let alike = |(sign, pattern): (u8, u8)| match pattern {
        b'0' => sign.is_ascii_digit(),
        other => sign.eq_ignore_ascii_case(&other),
    };
    let begins = text.len() >= shape.len() && text.bytes().zip(shape.bytes()).all(alike);
    Some(Weight::of(if begins { 2 } else { 0 }))
}

impl Fits for DateTime {
    fn fits(value: &Value, _: u8) -> Score {
        dated(value, "0000-00-00T00:00")
    }
}

impl Fits for Date {
    fn fits(value: &Value, _: u8) -> Score {
        dated(value, "0000-00-00")
    }
}

/// Anything is JSON, and JSON accounts for nothing in it but null.
impl Fits for Value {
    fn fits(value: &Value, _: u8) -> Score {
        Some(Weight::of(u32::from(value.is_null())))
    }
}

impl<T: Fits> Fits for Option<T> {
    fn fits(value: &Value, depth: u8) -> Score {
        match value {
            Value::Null => Some(Weight::of(1)),
            value => T::fits(value, depth),
        }
    }
}

impl<T: Fits> Fits for Box<T> {
    const KEYS: &'static [Key] = T::KEYS;
    const REST: Option<Weigh> = T::REST;

    fn fits(value: &Value, depth: u8) -> Score {
        T::fits(value, depth)
    }
}

impl<T: Fits> Fits for Vec<T> {
    fn fits(value: &Value, depth: u8) -> Score {
        let Value::Array(items) = value else {
            return None;
        };
        all::<T>(items.iter(), depth)
    }
}

impl<T: Fits> Fits for BTreeMap<String, T> {
    fn fits(value: &Value, depth: u8) -> Score {
        let Value::Object(members) = value else {
            return None;
        };
        all::<T>(members.values(), depth)
    }
}

fn all<'a, T: Fits>(mut values: impl Iterator<Item = &'a Value>, depth: u8) -> Score {
    if depth == 0 {
        return Some(Weight::unseen());
    }
    values.try_fold(Weight::of(1), |score, value| {
        Some(score + T::fits(value, depth - 1)?)
    })
}
