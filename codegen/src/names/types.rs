//! Names of types and of the files that they stand in.

use std::collections::{BTreeMap, HashMap};

use super::files::{RESERVED_FILES, file};
use super::ident::{ModuleIdent, TypeIdent, is_identifier};
use super::operations::OperationNames;
use super::scope::{Claim, Loser, Scope};
use super::{checked_pin, wanted, warn_if_renamed};
use crate::diagnostic::Sink;
use crate::ir::{Api, OwnName, Owner, Shape, SharedName, TypeDef, TypeId, TypeName};

type TypeNames = HashMap<TypeId, TypeIdent>;

/// The names of types.
pub(super) struct Assigned {
    pub(super) types: TypeNames,
    pub(super) required: TypeNames,
    pub(super) modules: HashMap<TypeId, ModuleIdent>,
}

pub(super) fn assign(api: &Api, operations: &[OperationNames], sink: &mut Sink) -> Assigned {
    let mut naming = Naming {
        api,
        operations,
        scope: Scope::with_reserved(&[], Loser::GetsPlainNumber),
        names: HashMap::new(),
        unused: api.unused.iter().map(unused).collect(),
        unused_shared: &api.unused_shared,
        unused_names: Vec::new(),
    };
    let mut pending: Vec<TypeId> = api.types.all().collect();
    // An inline type is called after its owner, which has to be named before.
    while !pending.is_empty() {
        let (ready, later): (Vec<_>, Vec<_>) =
            pending.into_iter().partition(|id| naming.is_ready(*id));
        naming.name(&ready, sink);
        pending = later;
    }
    let required = naming.name_required();
    let modules = modules(api, operations, &naming.names, &naming.unused_names);
    Assigned {
        types: naming.names,
        required,
        modules,
    }
}

struct Naming<'a> {
    api: &'a Api,
    operations: &'a [OperationNames],
    scope: Scope<'a>,
    names: TypeNames,
    /// Claims of schemas that no type was made of, until they have their names.
    unused: Vec<Claim>,
    /// The same of what operations share, which depends on the names of schemas.
    unused_shared: &'a [OwnName],
    unused_names: Vec<String>,
}

/// Where a type has its name from.
#[derive(Eq, PartialEq)]
enum Kind {
    Own,
    Shared,
    Placed,
}

impl Kind {
    fn of(name: &TypeName) -> Self {
        match name {
            TypeName::Own(_) => Self::Own,
            TypeName::Shared(_) => Self::Shared,
            TypeName::Place { owner: _, role: _ } | TypeName::Request(_) => Self::Placed,
        }
    }
}

impl Naming<'_> {
    fn is_ready(&self, id: TypeId) -> bool {
        match self.api.types.get(id).name.owner() {
            Some(Owner::Type(owner)) => self.names.contains_key(&owner),
            Some(Owner::Operation(_)) | None => true,
        }
    }

    /// Names the types that are ready: those with names of their own, then those that components share, then those that are called after
    /// something. What was not selected has a say among those of its kind alone.
    fn name(&mut self, ready: &[TypeId], sink: &mut Sink) {
        let of_kind = |kind| {
            let is_of_kind = |id: &TypeId| Kind::of(&self.api.types.get(*id).name) == kind;
            ready.iter().copied().filter(is_of_kind).collect()
        };
        let kinds: [Vec<TypeId>; 3] = [Kind::Own, Kind::Shared, Kind::Placed].map(of_kind);
        let [own, shared, placed] = kinds;
        let unused = std::mem::take(&mut self.unused);
        self.name_kind(&own, unused, sink);
        let unused = std::mem::take(&mut self.unused_shared).iter();
        let unused = unused.map(|schema| claim_of(schema, self.shared(&schema.name)));
        let unused = unused.collect();
        self.name_kind(&shared, unused, sink);
        self.name_kind(&placed, Vec::new(), sink);
    }

    fn name_kind(&mut self, ids: &[TypeId], mut unused: Vec<Claim>, sink: &mut Sink) {
        let mut claims: Vec<_> = ids
            .iter()
            .map(|id| self.claim(self.api.types.get(*id), sink))
            .collect();
        claims.append(&mut unused);
        let mut names = self.scope.assign(&claims);
        self.unused_names.extend(names.split_off(ids.len()));
        for ((id, claim), name) in ids.iter().zip(&claims).zip(names) {
            self.take(*id, claim, name, sink);
        }
    }

    /// What something shared is called: a schema that has its name keeps that.
    fn shared<'n>(&self, name: &'n SharedName) -> &'n str {
        let SharedName { name, apart } = name;
        match apart {
            Some(apart) if self.scope.has(&wanted::plain(name).1) => apart,
            Some(_) | None => name,
        }
    }

    fn take(&mut self, id: TypeId, claim: &Claim, name: String, sink: &mut Sink) {
        if !self.api.types.is_pruned(id) {
            let origin = &self.api.types.get(id).origin;
            let wanted = claim.asked();
            warn_if_renamed(origin, &claim.wire_name, wanted, &name, sink);
        }
        self.names.insert(id, TypeIdent::new(name));
    }

    /// Names the structs of required properties, which the document has no word for, behind all that it has.
    fn name_required(&mut self) -> TypeNames {
        let mut owners: Vec<(&TypeIdent, TypeId)> =
            self.names.iter().map(|(id, name)| (name, *id)).collect();
        owners.sort();
        let takes = |id: TypeId| match &self.api.types.get(id).shape {
            Shape::Object(object) => object.takes_required_struct(),
            Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => false,
        };
        let owners: Vec<_> = owners.into_iter().filter(|(_, id)| takes(*id)).collect();
        let claims: Vec<_> = owners
            .iter()
            .map(|(name, _)| {
                let wanted = format!("{name}Required");
                Claim::plain(&wanted, &wanted)
            })
            .collect();
        let names = self.scope.assign(&claims);
        owners
            .into_iter()
            .zip(names)
            .map(|((_, id), name)| (id, TypeIdent::new(name)))
            .collect()
    }

    fn claim(&self, def: &TypeDef, sink: &mut Sink) -> Claim {
        let TypeDef {
            origin,
            name,
            pinned,
            docs: _,
            deprecated,
            shape: _,
        } = def;
        let owner = |owner| match owner {
            Owner::Type(id) => self.names[&id].to_string(),
            Owner::Operation(id) => self.operations[id.0].request.to_string(),
        };
        let (wire_name, wanted) = match name {
            TypeName::Shared(name) => wanted::plain(self.shared(name)),
            TypeName::Own(_) | TypeName::Place { owner: _, role: _ } | TypeName::Request(_) => {
                wanted::of(name, owner)
            }
        };
        let pinned = checked_pin(pinned.as_ref(), origin, sink);
        Claim {
            wire_name,
            wanted,
            pinned,
            deprecated: deprecated.is_some(),
        }
    }
}

fn unused(schema: &OwnName) -> Claim {
    claim_of(schema, &schema.name.name)
}

fn claim_of(schema: &OwnName, name: &str) -> Claim {
    let OwnName {
        name: _,
        pinned,
        deprecated,
    } = schema;
    let (wire_name, wanted) = wanted::plain(name);
    Claim {
        wire_name,
        wanted,
        pinned: pinned.clone().filter(|name| is_identifier(name)),
        deprecated: *deprecated,
    }
}

/// A file for every component and every operation that has types of its own; what belongs to one stands in its file.
fn modules(
    api: &Api,
    operations: &[OperationNames],
    names: &TypeNames,
    unused: &[String],
) -> HashMap<TypeId, ModuleIdent> {
    let mut by_root: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
    for id in api.types.all() {
        by_root
            .entry(root(api, operations, names, id))
            .or_default()
            .push(id);
    }
    // Files that the crate would have with everything selected keep their names.
    for name in unused {
        by_root.entry(name.clone()).or_default();
    }
    let claims: Vec<_> = by_root
        .keys()
        .map(|name| Claim::plain(name, file(name)))
        .collect();
    // A module and a type that it exports share a namespace; `_3d` is a name for either.
    let types = names.values().map(TypeIdent::as_ref);
    let types = types.chain(unused.iter().map(String::as_str));
    let reserved: Vec<&str> = RESERVED_FILES.into_iter().chain(types).collect();
    let files = Scope::of_files(&reserved).assign(&claims);
    let by_file = by_root.into_values().zip(files);
    by_file
        .flat_map(|(ids, file)| {
            ids.into_iter()
                .map(move |id| (id, ModuleIdent::new(file.clone())))
        })
        .collect()
}

/// The name of what a type belongs to in the end.
fn root(api: &Api, operations: &[OperationNames], names: &TypeNames, id: TypeId) -> String {
    match api.types.get(id).name.owner() {
        None => names[&id].to_string(),
        Some(Owner::Type(owner)) => root(api, operations, names, owner),
        Some(Owner::Operation(id)) => operations[id.0].request.to_string(),
    }
}
