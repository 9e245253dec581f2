use std::collections::HashSet;

use super::boxing::holding;
use crate::ir::{
    Access, Docs, Field, Object, Presence, Shape, Ty, TypeDef, TypeId, TypeName, Types,
};
use crate::place::{FileId, Place};

/// Types that hold each other as the closure says, by their numbers.
fn types(
    count: usize,
    holds: impl Fn(usize, &dyn Fn(usize) -> Ty) -> Vec<Ty>,
) -> (Types, Vec<TypeId>) {
    let mut types = Types::default();
    let place = Place::root(FileId::ENTRY);
    let def = || TypeDef {
        origin: place.clone(),
        name: TypeName::Own(String::new()),
        pinned: None,
        docs: Docs::default(),
        deprecated: None,
        shape: Shape::Object(Object::default()),
    };
    let ids: Vec<_> = (0..count).map(|_| types.add(def())).collect();
    for (index, id) in ids.iter().enumerate() {
        let held = holds(index, &|other| Ty::Named(ids[other]));
        types.get_mut(*id).shape = Shape::Object(Object {
            fields: held.into_iter().map(field).collect(),
            rest: None,
        });
    }
    (types, ids)
}

fn field(ty: Ty) -> Field {
    Field {
        origin: Place::root(FileId::ENTRY),
        wire_name: String::new(),
        pinned: None,
        ty,
        presence: Presence::Optional,
        access: Access::Both,
        flag: None,
        is_open: false,
        fixed: None,
        part: None,
        docs: Docs::default(),
        deprecated: None,
    }
}

#[test]
fn a_type_that_holds_itself_is_boxed_there_and_a_list_of_itself_is_not() {
    let (types, ids) = types(1, |_, named| vec![named(0), Ty::List(Box::new(named(0)))]);
    assert!(holding(&types).cyclic.contains(&(ids[0], ids[0])));
    let (types, _) = self::types(1, |_, named| vec![Ty::List(Box::new(named(0)))]);
    assert!(holding(&types).cyclic.is_empty());
}

#[test]
fn only_edges_on_a_circle_are_boxed() {
    let (types, ids) = types(3, |index, named| match index {
        0 => vec![named(1), named(2)],
        1 => vec![Ty::Nullable(Box::new(named(0)))],
        _ => vec![],
    });
    let edges = holding(&types).cyclic;
    assert!(edges.contains(&(ids[0], ids[1])) && edges.contains(&(ids[1], ids[0])));
    assert!(!edges.contains(&(ids[0], ids[2])));
}

#[test]
fn a_long_chain_is_no_reason_to_overflow() {
    let (types, _) = types(50_000, |index, named| {
        if index == 0 {
            vec![]
        } else {
            vec![named(index - 1)]
        }
    });
    assert!(holding(&types).cyclic.is_empty());
}

#[test]
fn a_struct_of_dozens_of_objects_boxes_them() {
    // 60 texts are some two kilobytes, and five of those more than a struct may have.
    let (types, ids) = types(3, |index, named| match index {
        0 => vec![Ty::Text; 60],
        1 => vec![named(0); 3],
        _ => vec![named(0); 5],
    });
    let sizes = super::size::types(&types, &holding(&types));
    assert_eq!(sizes.boxed, HashSet::from([(ids[2], ids[0])]));
    assert!(sizes.of[&ids[2]] < sizes.of[&ids[1]]);
}

#[test]
fn how_large_a_type_is_does_not_depend_on_where_a_document_lists_it() {
    // A chain of large objects, the innermost first and the innermost last.
    const LENGTH: usize = 40;
    let texts = || vec![Ty::Text; 20];
    let chain = |inner: &dyn Fn(usize) -> Option<usize>| {
        let (types, ids) = types(LENGTH, |index, named| {
            let inner = inner(index).map(named);
            texts().into_iter().chain(inner).collect()
        });
        let sizes = super::size::types(&types, &holding(&types));
        let boxed = sizes.boxed.iter().map(|(holder, _)| holder.index());
        let sizes: Vec<_> = ids.iter().map(|id| sizes.of[id]).collect();
        (sizes, boxed.collect::<std::collections::BTreeSet<_>>())
    };
    let (upwards, boxed) = chain(&|index| index.checked_sub(1));
    let (mut downwards, boxed_downwards) =
        chain(&|index| Some(index + 1).filter(|next| *next < LENGTH));
    downwards.reverse();
    assert_eq!(upwards, downwards);
    let mirrored = boxed_downwards.iter().map(|index| LENGTH - 1 - index);
    assert_eq!(boxed, mirrored.collect());
    assert!(!boxed.is_empty());
}
