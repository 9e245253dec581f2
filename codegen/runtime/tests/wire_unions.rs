//! Unions: which member a value is of.

use openapi_bindgen_runtime::samples::wire::pet::{
    Anyone, Bought, Cat, Companion, Counted, Guest, Housed, Mood, Named, Numbers, Pet, Plain,
    Seller, Sound, Told, Toy,
};
use openapi_bindgen_runtime::samples::wire::verdict::Verdict;
use serde_json::{Value, from_value, json, to_value};

fn pet(value: Value) -> Pet {
    from_value(value).expect("a union takes every value")
}

#[test]
fn the_kind_of_json_tells_members_apart() {
    assert_eq!(pet(json!("Tom")), Pet::Text("Tom".into()));
    assert_eq!(pet(json!(5.0)), Pet::Integer(5));
    assert!(matches!(pet(json!(["Tom", 1])), Pet::List(list) if list.len() == 2));
}

#[test]
fn a_member_turns_into_the_union() {
    assert_eq!(Pet::from("Tom"), Pet::from("Tom".to_owned()));
    assert!(matches!(Pet::from(Cat::default()), Pet::Cat(_)));
    let Pet::Dog(dog) = pet(json!({ "kind": "x", "bark": 3 })) else {
        panic!("a dog barks")
    };
    assert_eq!(Pet::from((*dog).clone()), Pet::Dog(dog));
    let pets = Pet::from(vec![Pet::from("Tom"), Cat::default().into()]);
    assert!(matches!(pets, Pet::List(list) if list.len() == 2));
}

#[test]
fn an_object_is_of_the_member_that_accounts_for_most_of_it() {
    assert!(matches!(
        pet(json!({ "kind": "x", "purrs": true })),
        Pet::Cat(_)
    ));
    assert!(matches!(
        pet(json!({ "kind": "x", "bark": 3 })),
        Pet::Dog(_)
    ));
    // What no member declares speaks for none of them.
    assert!(matches!(
        pet(json!({ "bark": 3, "colour": "red" })),
        Pet::Dog(_)
    ));
}

#[test]
fn a_property_of_another_type_speaks_against_a_member() {
    assert!(matches!(pet(json!({ "bark": "loud" })), Pet::Cat(_)));
    assert!(matches!(
        pet(json!({ "bark": "loud", "purrs": 1 })),
        Pet::Unknown(_)
    ));
}

#[test]
fn a_value_from_the_future_speaks_against_nothing() {
    let Pet::Cat(Cat { mood, .. }) = pet(json!({ "mood": "grumpy" })) else {
        panic!("a cat with a new mood is a cat");
    };
    assert_eq!(mood, Some(Mood::from("grumpy")));
}

#[test]
fn a_discriminator_names_the_member() {
    let named = |value: Value| from_value::<Named>(value).expect("a union takes every value");
    assert!(matches!(named(json!({ "kind": "kitten" })), Named::Cat(_)));
    assert!(matches!(
        named(json!({ "kind": "dog", "bark": 1 })),
        Named::Dog(_)
    ));
    assert!(matches!(
        named(json!({ "kind": "bird", "bark": 1 })),
        Named::Unknown(_)
    ));
    assert!(
        matches!(named(json!({ "kind": "cat", "bark": 1 })), Named::Cat(_)),
        "whatever it looks like"
    );
    assert!(
        matches!(named(json!({ "bark": 1 })), Named::Dog(_)),
        "without one, evidence does"
    );
}

#[test]
fn what_members_declare_comes_back_and_what_is_of_none_does_whole() {
    for value in [
        json!({ "bark": "loud", "purrs": 1, "wings": [1, 2, { "left": null }] }),
        json!({ "bark": 1, "friend": { "bark": 2, "friend": ["Tom", { "purrs": false }] } }),
        json!(null),
        json!([[], {}, 1.5]),
    ] {
        assert_eq!(to_value(pet(value.clone())).expect("JSON"), value);
    }
}

#[test]
fn what_looks_like_a_member_that_it_is_not_is_one_of_those_to_come() {
    let toy = |value: Value| from_value::<Toy>(value).expect("a union takes every value");
    let whistle = json!({ "kind": "whistle", "rings": 3 });
    assert!(matches!(toy(whistle.clone()), Toy::Unknown(_)));
    assert_eq!(
        to_value(toy(whistle)).expect("JSON"),
        json!({ "kind": "whistle", "rings": 3 })
    );
    assert!(matches!(toy(json!({ "kind": "flat" })), Toy::Ball(_)));
    assert!(matches!(
        toy(json!({ "kind": "soft", "rings": 3 })),
        Toy::Ball(_)
    ));
    assert!(matches!(toy(json!({ "kind": "bell" })), Toy::Bell(_)));
}

#[test]
fn null_speaks_for_a_member_that_has_a_word_for_it() {
    let bought = |value: Value| from_value::<Bought>(value).expect("a union takes every value");
    let unnamed = bought(json!({ "name": null }));
    assert!(matches!(unnamed, Bought::Unnamed(_)));
    assert_eq!(to_value(unnamed).expect("JSON"), json!({ "name": null }));
    assert!(matches!(bought(json!({ "name": "x" })), Bought::Plain(_)));
}

#[test]
fn null_that_a_member_may_not_have_is_of_one_that_may() {
    let seller = |value: Value| from_value::<Seller>(value).expect("a union takes every value");
    let unowned = json!({ "name": "x", "owner": null });
    assert!(matches!(seller(unowned.clone()), Seller::Else(_)));
    assert_eq!(
        to_value(seller(unowned)).expect("JSON"),
        json!({ "name": "x", "owner": null })
    );
    assert!(matches!(seller(json!({ "name": "x" })), Seller::Shop(_)));
    assert!(
        matches!(
            seller(json!({ "name": "x", "owner": { "name": "y" }, "since": 1999 })),
            Seller::Shop(_)
        ),
        "what it does not declare speaks against nothing"
    );
}

#[test]
fn a_kind_to_come_is_kept_where_the_others_have_no_kinds() {
    let sound = |value: Value| from_value::<Sound>(value).expect("a union takes every value");
    let gong = json!({ "kind": "gong", "rings": 3, "name": "x" });
    assert!(matches!(sound(gong.clone()), Sound::Unknown(_)));
    assert_eq!(
        to_value(sound(gong)).expect("JSON"),
        json!({ "kind": "gong", "rings": 3, "name": "x" })
    );
    assert!(
        matches!(sound(json!({ "kind": "gong" })), Sound::Unknown(_)),
        "what both account for is more of the one that declares it"
    );
    assert!(matches!(sound(json!({ "name": "x" })), Sound::Said(_)));
    assert!(matches!(sound(json!({ "kind": "bell" })), Sound::Rung(_)));
}

#[test]
fn of_two_members_that_know_as_much_the_one_that_keeps_the_rest_has_it() {
    let counted = |value: Value| from_value::<Counted>(value).expect("a union takes every value");
    let numbered = json!({ "name": "x", "a": 1 });
    assert!(matches!(counted(numbered.clone()), Counted::Numbers(_)));
    assert_eq!(
        to_value(counted(numbered)).expect("JSON"),
        json!({ "name": "x", "a": 1 })
    );
    assert!(matches!(counted(json!({ "name": "x" })), Counted::Plain(_)));
    assert!(
        matches!(counted(json!({ "name": "x", "a": "b" })), Counted::Plain(_)),
        "the rest has to be of its type"
    );
}

#[test]
fn of_several_members_that_a_discriminator_names_evidence_tells_which() {
    let housed = |value: Value| from_value::<Housed>(value).expect("a union takes every value");
    assert!(matches!(
        housed(json!({ "kind": "pet", "purrs": true })),
        Housed::Cat(_)
    ));
    assert!(matches!(
        housed(json!({ "kind": "pet", "bark": 1 })),
        Housed::Dog(_)
    ));
    assert!(matches!(
        housed(json!({ "kind": "bell", "bark": 1 })),
        Housed::Bell(_)
    ));
    assert!(matches!(
        housed(json!({ "kind": "plant", "bark": 1 })),
        Housed::Unknown(_)
    ));
}

#[test]
fn what_is_of_several_members_at_once_is_kept_whole() {
    let both = json!({ "purrs": true, "name": "Tom" });
    let companion: Companion = from_value(both.clone()).expect("a union takes every value");
    assert!(matches!(companion, Companion::Unknown(_)));
    assert_eq!(to_value(companion).expect("JSON"), both);
    let anyone: Anyone = from_value(both.clone()).expect("a union takes every value");
    assert!(matches!(anyone, Anyone::Else(_)));
    assert_eq!(to_value(anyone).expect("JSON"), both);
    // Nor is what a member declares that the value does not fit.
    let unfit = json!({ "bark": "loud", "purrs": true, "friend": "Rex" });
    assert!(matches!(pet(unfit), Pet::Cat(_)));
    // What no member declares makes nothing of several.
    let cat: Companion = from_value(json!({ "purrs": true, "age": 3 })).expect("a cat");
    assert!(matches!(cat, Companion::Cat(_)));
}

#[test]
fn a_boolean_of_one_value_tells_its_holder_from_others() {
    let verdict = |value: Value| from_value::<Verdict>(value).expect("a union takes every value");
    assert!(matches!(
        verdict(json!({ "ok": true, "note": "x" })),
        Verdict::Granted(_)
    ));
    assert!(matches!(
        verdict(json!({ "ok": false, "note": "x" })),
        Verdict::Refused(_)
    ));
}

#[test]
fn a_member_that_does_not_declare_its_kind_is_written_with_it() {
    let written = |told: Told| to_value(told).expect("JSON");
    let mut numbers = Numbers::default();
    numbers.name = Some("three".to_owned());
    assert_eq!(
        written(Told::Numbers(numbers)),
        json!({ "kind": "numbers", "name": "three" })
    );
    let kitten = |kind: Option<&str>| {
        let mut cat = Cat::default();
        cat.kind = kind.map(str::to_owned);
        Told::Cat(cat)
    };
    assert_eq!(written(kitten(None)), json!({ "kind": "cat" }));
    assert_eq!(
        written(kitten(Some("kitten"))),
        json!({ "kind": "kitten" }),
        "a kind of its own stays"
    );
    assert_eq!(written(Told::Text("a".to_owned())), json!("a"));
}

#[test]
fn what_a_discriminator_names_no_member_for_is_of_the_default() {
    let guest = |value: Value| from_value::<Guest>(value).expect("a union takes every value");
    for plain in [
        json!({ "name": "x" }),
        json!({ "kind": "guest", "purrs": true }),
        json!({ "kind": "ghost", "rings": 3 }),
        json!({ "kind": 7, "purrs": true }),
    ] {
        assert!(matches!(guest(plain.clone()), Guest::Plain(_)), "{plain}");
    }
    assert!(matches!(guest(json!({ "kind": "bell" })), Guest::Bell(_)));
    let no_object = guest(json!("x"));
    assert!(matches!(no_object, Guest::Unknown(_)));
    let no_guest = json!({ "name": ["x"] });
    assert_eq!(to_value(guest(no_guest.clone())).expect("JSON"), no_guest);
}

#[test]
fn the_default_is_written_without_a_name() {
    let written = |guest: Guest| to_value(guest).expect("JSON");
    assert_eq!(written(Guest::Plain(Plain::default())), json!({}));
    assert_eq!(
        written(Guest::Cat(Cat::default())),
        json!({ "kind": "cat" })
    );
}
