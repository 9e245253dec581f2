//! Numbers.
//!
//! An integer is an integer however it is spelled: `5`, `5.0` and `5e0` are the same JSON number.

use core::fmt;
use core::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Unexpected, Visitor};
use serde::ser::{self, Serializer};
use serde_json::Number;

use super::{Decode, Encode};

macro_rules! integers {
    ($($ty:ident $serialize:ident),* $(,)?) => {$(
        impl Encode for $ty {
            fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.$serialize(*self)
            }
        }

        impl Decode for $ty {
            fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(IntegerVisitor { name: stringify!($ty), width: PhantomData })
            }
        }
    )*};
}

integers! {
    i8 serialize_i8,
    i16 serialize_i16,
    i32 serialize_i32,
    i64 serialize_i64,
    u8 serialize_u8,
    u16 serialize_u16,
    u32 serialize_u32,
    u64 serialize_u64,
}

struct IntegerVisitor<T> {
    name: &'static str,
    width: PhantomData<T>,
}

impl<'de, T: TryFrom<i128>> Visitor<'de> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T, E> {
        T::try_from(value.into()).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T, E> {
        T::try_from(value.into()).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<T, E> {
        integral(value)
            .and_then(|integer| T::try_from(integer).ok())
            .ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let number = arbitrary_precision(map)?;
        if let Some(value) = number.as_i64() {
            self.visit_i64(value)
        } else if let Some(value) = number.as_u64() {
            self.visit_u64(value)
        } else if let Some(value) = number.as_f64() {
            self.visit_f64(value)
        } else {
            Err(out_of_range(&number))
        }
    }
}

/// The integer that a float stands for, if it stands for one.
fn integral(value: f64) -> Option<i128> {
    // `as` keeps the value: what has no fraction and lies within ±2^64 fits an i128.
    (value.fract() == 0.0 && value.abs() <= 18_446_744_073_709_551_616.0).then_some(value as i128)
}

macro_rules! floats {
    ($($ty:ident $serialize:ident),* $(,)?) => {$(
        impl Encode for $ty {
            fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if let Some(whole) = whole((*self).into()) {
                    serializer.serialize_i64(whole)
                } else if self.is_finite() {
                    serializer.$serialize(*self)
                } else {
                    // serde_json would write `null`, which is another value.
                    Err(ser::Error::custom(format_args!("{self} is not a number that JSON can express")))
                }
            }
        }

        impl Decode for $ty {
            fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = deserializer.deserialize_any(FloatVisitor(stringify!($ty)))?;
                // `as` rounds to the width, and what lies beyond it becomes infinite.
                let narrowed = value as $ty;
                if narrowed.is_finite() {
                    Ok(narrowed)
                } else {
                    Err(de::Error::invalid_value(Unexpected::Float(value), &stringify!($ty)))
                }
            }
        }
    )*};
}

floats! {
    f32 serialize_f32,
    f64 serialize_f64,
}

/// The number as an integer, where it is one that every float of 64 bits tells from its neighbours.
///
/// `15` and `15.0` are the same JSON number, but a server that reads integers may take the first only,
/// in a query above all.
fn whole(value: f64) -> Option<i64> {
    const FIRST_UNSURE: f64 = 9_007_199_254_740_992.0;
    let is_whole = value.fract() == 0.0 && value.abs() < FIRST_UNSURE;
    let is_negative_zero = value == 0.0 && value.is_sign_negative();
    (is_whole && !is_negative_zero).then_some(value as i64)
}

struct FloatVisitor(&'static str);

impl<'de> Visitor<'de> for FloatVisitor {
    type Value = f64;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }

    // A float that is spelled as an integer is the float nearest to it.
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<f64, A::Error> {
        let number = arbitrary_precision(map)?;
        number.as_f64().ok_or_else(|| out_of_range(&number))
    }
}

/// Reads a number that arrives as a map.
///
/// With serde_json's `arbitrary_precision`, which any crate of a build may turn on, numbers do so
/// wherever their type is not asked for.
fn arbitrary_precision<'de, A: MapAccess<'de>>(map: A) -> Result<Number, A::Error> {
    Number::deserialize(MapAccessDeserializer::new(map))
}

#[cold]
fn out_of_range<E: de::Error>(number: &Number) -> E {
    E::custom(format_args!("number out of range: {number}"))
}
