//! Unions, with and without a discriminator.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::runtime::wire::{Maybe, evidence, wire_enum, wire_object, wire_union};

wire_union!(
    /// One of several, told by evidence.
    pub enum Pet weighed {
        Cat(Cat) from Cat,
        Dog(Box<Dog>) from Dog,
        Text(String) from String | &str,
        List(Vec<Pet>) from Vec<Pet>,
        Integer(i64),
    }
);

wire_union!(
    /// One of several, told by its kind.
    pub enum Named (by "kind") {
        Cat(Cat) = ["cat", "kitten"],
        Dog(Dog) = ["dog"],
    }
);

/// A cat.
#[derive(Clone, Default, PartialEq)]
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
    optional kind, purrs, mood;
});

evidence!(Cat {
    optional "kind": String, "purrs": bool, "mood": Mood;
});

/// A dog.
#[derive(Clone, PartialEq)]
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
    required bark;
    optional kind, friend;
});

evidence!(Dog {
    required "bark": i64;
    optional "kind": String, "friend": Pet;
});

wire_enum!(
    /// How a cat feels.
    pub enum Mood: str weighed {
        Calm = "calm",
        Wild = "wild",
    }
);

wire_union!(
    /// What pets play with, told by its kind alone.
    pub enum Toy {
        Ball(Ball),
        Bell(Bell),
    }
);

/// One of several kinds of balls.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Ball {
    /// Which kind.
    pub kind: BallKind,
}

wire_object!(Ball {
    required kind;
});

evidence!(Ball {
    required "kind": BallKind;
});

wire_union!(
    /// Something bought, whose name may be null or not.
    pub enum Bought {
        Plain(Plain),
        Unnamed(Unnamed),
    }
);

/// Its name is a text.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Plain {
    /// The name.
    pub name: Option<String>,
}

wire_object!(Plain { optional name; });

evidence!(Plain { optional "name": String; });

/// Its name may be null.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Unnamed {
    /// The name.
    pub name: Maybe<String>,
}

wire_object!(Unnamed { maybe name; });

evidence!(Unnamed { optional "name": Option<String>; });

wire_enum!(
    /// A kind of balls.
    pub enum BallKind: str weighed {
        Soft = "soft",
        Hard = "hard",
    }
);

/// There is one kind of bells.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Bell {
    /// That it is a bell.
    pub kind: BellKind,
    /// How often it rings.
    pub rings: Option<i64>,
}

wire_object!(Bell {
    required kind;
    optional rings;
});

evidence!(Bell {
    required "kind": BellKind;
    optional "rings": i64;
});

wire_enum!(
    /// The kind of bells.
    pub enum BellKind: str weighed {
        Bell = "bell",
    }
);

wire_union!(
    /// Who sold something: a shop, or whatever else.
    pub enum Seller {
        Shop(Shop),
        Else(BTreeMap<String, Value>),
    }
);

wire_union!(
    /// A cat, or something with a name.
    pub enum Companion {
        Cat(Cat),
        Plain(Plain),
    }
);

wire_union!(
    /// A cat, something with a name, or whatever else.
    pub enum Anyone {
        Cat(Cat),
        Plain(Plain),
        Else(BTreeMap<String, Value>),
    }
);

/// A shop, which may have an owner, but none that is null.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Shop {
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub owner: Option<Plain>,
}

wire_object!(Shop {
    required name;
    optional owner;
});

evidence!(Shop {
    required "name": String;
    optional "owner": Plain;
});

wire_union!(
    /// What is heard: something said, which has no kind, or a bell.
    pub enum Sound {
        Said(Plain),
        Rung(Bell),
    }
);

wire_union!(
    /// Something with a name: and nothing else, or with whatever else there is in whole numbers.
    pub enum Counted {
        Plain(Plain),
        Numbers(Numbers),
    }
);

/// Numbers by name.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Numbers {
    /// The name of all.
    pub name: Option<String>,
    /// The numbers.
    pub additional_properties: BTreeMap<String, i64>,
}

wire_object!(Numbers {
    optional name;
    rest additional_properties;
});

evidence!(Numbers {
    optional "name": String;
    rest i64;
});

wire_union!(
    /// One of two of which one does not say its kind.
    pub enum Told (tagged "kind") {
        Cat(Cat) = ["cat", "kitten"],
        Numbers(Numbers) = ["numbers"],
        Text(String) = ["text"],
    }
);

wire_union!(
    /// Whoever has a kind; two of them have the same.
    pub enum Housed (by "kind") {
        Cat(Cat) = ["pet"],
        Dog(Dog) = ["pet"],
        Bell(Bell) = ["bell"],
    }
);

wire_union!(
    /// A cat or a bell, and something with a name where it says to be neither.
    pub enum Guest (tagged "kind" else "guest") {
        Cat(Cat) = ["cat"],
        Bell(Bell) = ["bell"],
        Plain(Plain) = ["guest"],
    }
);
