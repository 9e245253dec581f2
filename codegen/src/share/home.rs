//! Which of several places a type is at home in.

use crate::ir::{Api, Owner, SharedName, TypeId, TypeName};

/// How good a home a place is, the best first: a schema with a name of its own, then what is called after one, then what
/// operations share, then what belongs to one of them; and of these what is nearest to it.
type Rank<'a> = (Kind, usize, Vec<&'a str>);

#[derive(Eq, Ord, PartialEq, PartialOrd)]
enum Kind {
    Named,
    InType,
    InShared,
    InOperation,
}

/// The type of a group that the others become names of. The order in which a document lists things has no say in it.
pub(super) fn of(api: &Api, group: &[TypeId]) -> TypeId {
    let best = group.iter().min_by_key(|id| rank(api, **id));
    *best.unwrap_or(&group[0])
}

fn rank(api: &Api, id: TypeId) -> Rank<'_> {
    let (kind, mut way) = way(api, id);
    way.reverse();
    (kind, way.len(), way)
}

/// The words that lead from a type up to what it belongs to.
fn way(api: &Api, id: TypeId) -> (Kind, Vec<&str>) {
    let mut way = Vec::new();
    let mut at = id;
    loop {
        let name = &api.types.get(at).name;
        way.push(match name {
            TypeName::Own(word)
            | TypeName::Shared(SharedName {
                name: word,
                apart: _,
            })
            | TypeName::Place {
                owner: _,
                role: word,
            } => word,
            TypeName::Request(_) => "request",
        });
        match name.owner() {
            Some(Owner::Type(owner)) => at = owner,
            Some(Owner::Operation(operation)) => {
                let operation = &api.operations[operation.0];
                way.extend([operation.method.as_str(), operation.path.as_str()]);
                return (Kind::InOperation, way);
            }
            None if !name.is_own() => return (Kind::InShared, way),
            None if at == id => return (Kind::Named, way),
            None => return (Kind::InType, way),
        }
    }
}
