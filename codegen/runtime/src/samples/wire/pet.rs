//! Unions, with and without a discriminator.

use crate::runtime::wire::{Unknown, evidence, wire_enum, wire_object, wire_union};

/// One of several, told by evidence.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Pet {
    /// A cat.
    Cat(Cat),
    /// A dog.
    Dog(Box<Dog>),
    /// A name alone.
    Text(String),
    /// Several.
    List(Vec<Pet>),
    /// A number.
    Integer(i64),
    /// A value that is of none of these, as it came.
    Unknown(Unknown),
}

wire_union!(Pet {
    Cat(Cat),
    Dog(Box<Dog>),
    Text(String),
    List(Vec<Pet>),
    Integer(i64),
});

evidence!(union Pet {
    Cat,
    Dog,
    String,
    Vec<Pet>,
    i64,
});

/// One of several, told by its kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Named {
    /// A cat.
    Cat(Cat),
    /// A dog.
    Dog(Dog),
    /// A value that is of none of these, as it came.
    Unknown(Unknown),
}

wire_union!(Named by "kind" {
    Cat(Cat) = ["cat", "kitten"],
    Dog(Dog) = ["dog"],
});

/// A cat.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// What it is.
    pub kind: Option<String>,
    /// Whether it purrs.
    pub purrs: Option<bool>,
    /// How it feels.
    pub mood: Option<Mood>,
}

wire_object!(Cat {
    optional kind = "kind",
    optional purrs = "purrs",
    optional mood = "mood",
});

evidence!(Cat {
    optional "kind": String,
    optional "purrs": bool,
    optional "mood": Mood,
});

/// A dog.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// What it is.
    pub kind: Option<String>,
    /// How loud it barks.
    pub bark: i64,
    /// Who it plays with.
    pub friend: Option<Box<Pet>>,
}

wire_object!(Dog {
    optional kind = "kind",
    required bark = "bark",
    optional friend = "friend",
});

evidence!(Dog {
    optional "kind": String,
    required "bark": i64,
    optional "friend": Pet,
});

/// How a cat feels.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Mood {
    /// `"calm"`
    Calm,
    /// A value that the document does not list.
    Unknown(Unknown),
}

wire_enum!(Mood: str {
    Calm = "calm",
});

evidence!(enum Mood);
