//! Where a type would hold itself.

use std::collections::{HashMap, HashSet};

use crate::ir::{Ty, TypeId, Types};

/// How types hold each other directly.
pub(super) struct Holding {
    /// The edges, from holder to held, that lie on a cycle.
    pub(super) cyclic: HashSet<(TypeId, TypeId)>,
    /// All types, each behind those that it holds by other edges.
    pub(super) innermost_first: Vec<TypeId>,
}

/// Finds the cycles.
pub(super) fn holding(types: &Types) -> Holding {
    let held: HashMap<TypeId, Vec<TypeId>> = types
        .iter()
        .map(|(id, def)| {
            (
                id,
                def.shape
                    .uses()
                    .into_iter()
                    .filter_map(Ty::direct)
                    .collect(),
            )
        })
        .collect();
    let Tarjan {
        component,
        left,
        index: _,
        low: _,
        stack: _,
    } = components(types, &held);
    let all = held
        .iter()
        .flat_map(|(&holder, held)| held.iter().map(move |&held| (holder, held)));
    let is_cyclic = |(holder, held): &(TypeId, TypeId)| component[holder] == component[held];
    Holding {
        cyclic: all.filter(is_cyclic).collect(),
        innermost_first: left,
    }
}

/// The strongly connected component of each type, by Tarjan's algorithm; with a stack of its own, since documents nest as they like.
fn components(types: &Types, held: &HashMap<TypeId, Vec<TypeId>>) -> Tarjan {
    let mut tarjan = Tarjan::default();
    for id in types.ids() {
        if !tarjan.index.contains_key(&id) {
            tarjan.run(id, held);
        }
    }
    tarjan
}

#[derive(Default)]
struct Tarjan {
    index: HashMap<TypeId, usize>,
    low: HashMap<TypeId, usize>,
    stack: Vec<TypeId>,
    component: HashMap<TypeId, usize>,
    /// The types in the order in which their components were found: what a component leads to is found before it.
    left: Vec<TypeId>,
}

impl Tarjan {
    fn run(&mut self, root: TypeId, held: &HashMap<TypeId, Vec<TypeId>>) {
        let mut path = vec![(root, 0)];
        self.enter(root);
        while let Some((id, next)) = path.pop() {
            match held[&id].get(next) {
                Some(&child) => {
                    path.push((id, next + 1));
                    if !self.index.contains_key(&child) {
                        self.enter(child);
                        path.push((child, 0));
                    } else if !self.component.contains_key(&child) {
                        self.lower(id, self.index[&child]);
                    }
                }
                None => {
                    self.leave(id);
                    if let Some(&(parent, _)) = path.last() {
                        self.lower(parent, self.low[&id]);
                    }
                }
            }
        }
    }

    fn enter(&mut self, id: TypeId) {
        let index = self.index.len();
        self.index.insert(id, index);
        self.low.insert(id, index);
        self.stack.push(id);
    }

    fn lower(&mut self, id: TypeId, to: usize) {
        let low = self.low.entry(id).or_insert(to);
        *low = to.min(*low);
    }

    /// When nothing below reaches above `id`, everything on the stack from it on is one component.
    fn leave(&mut self, id: TypeId) {
        if self.low[&id] != self.index[&id] {
            return;
        }
        while let Some(member) = self.stack.pop() {
            self.component.insert(member, self.index[&id]);
            self.left.push(member);
            if member == id {
                break;
            }
        }
    }
}
