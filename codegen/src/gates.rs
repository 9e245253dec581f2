//! Under which features each file of types is compiled: those of the operations that reach one of its types.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::config::Config;
use crate::ir::{Api, OperationId, Ty, TypeId};
use crate::names::{FeatureName, ModuleIdent, Names, OperationModule};

/// A file that more features than these need is always compiled. Its gate would be a line that nobody reads, and who picks some features
/// most likely needs the file anyway: "Compile time" in `ARCHITECTURE.md` has the figures.
const MOST_FEATURES: usize = 4;

/// The features of a large crate; empty for any other.
#[derive(Debug, Default)]
pub(crate) struct Gates {
    /// A file of types that is not listed is always compiled.
    types: HashMap<ModuleIdent, Vec<FeatureName>>,
    operations: HashMap<OperationId, FeatureName>,
}

impl Gates {
    pub(crate) fn of(api: &Api, names: &Names, config: &Config) -> Self {
        let features: Vec<_> = names
            .operation_modules
            .iter()
            .filter_map(|module| Some((module.feature.as_ref()?, module)))
            .collect();
        if features.is_empty() || config.types_only {
            return Self::default();
        }
        let operations = features.iter().flat_map(|(feature, module)| {
            let operations = module.operations.iter();
            operations.map(|operation| (*operation, (*feature).clone()))
        });
        Self {
            types: types(api, names, &features),
            operations: operations.collect(),
        }
    }

    /// The features that each compile a file of types; none where it is always compiled.
    pub(crate) fn of_types(&self, file: &ModuleIdent) -> &[FeatureName] {
        self.types.get(file).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether an operation is there wherever a file of types is.
    pub(crate) fn is_beside(&self, operation: OperationId, file: &ModuleIdent) -> bool {
        let feature = self.operations.get(&operation);
        feature.is_none_or(|feature| self.of_types(file) == std::slice::from_ref(feature))
    }
}

fn types(
    api: &Api,
    names: &Names,
    features: &[(&FeatureName, &OperationModule)],
) -> HashMap<ModuleIdent, Vec<FeatureName>> {
    let mut graph = Graph::of(api, names);
    for (number, (_, module)) in features.iter().enumerate() {
        for file in mentioned(api, names, module) {
            graph.open(file, &Gate::Any(BTreeSet::from([number])));
        }
    }
    for file in elsewhere(api, names) {
        graph.open(file, &Gate::Always);
    }
    graph.open_unreached();
    let named = |numbers: BTreeSet<usize>| {
        let names = numbers.into_iter().map(|number| features[number].0.clone());
        names.collect()
    };
    let gates = graph.gates.into_iter();
    let types = gates.filter_map(|(file, gate)| match gate {
        Gate::Any(numbers) => Some((file.clone(), named(numbers))),
        Gate::Always => None,
    });
    types.collect()
}

/// When a file is compiled.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Gate {
    /// With any of these features, by their numbers.
    Any(BTreeSet<usize>),
    Always,
}

impl Gate {
    /// Either this or that.
    fn or(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Any(some), Self::Any(others)) => {
                let union: BTreeSet<usize> = some.union(others).copied().collect();
                if union.len() > MOST_FEATURES {
                    Self::Always
                } else {
                    Self::Any(union)
                }
            }
            (Self::Always, Self::Any(_) | Self::Always) | (Self::Any(_), Self::Always) => {
                Self::Always
            }
        }
    }
}

/// Files of types, and which of them a file cannot do without.
struct Graph<'a> {
    needs: BTreeMap<&'a ModuleIdent, BTreeSet<&'a ModuleIdent>>,
    gates: HashMap<&'a ModuleIdent, Gate>,
}

impl<'a> Graph<'a> {
    fn of(api: &Api, names: &'a Names) -> Self {
        let mut needs: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (id, def) in api.types.iter() {
            let held = def.shape.uses().into_iter().filter_map(Ty::named);
            let files = held.map(|held| names.module(held));
            needs.entry(names.module(id)).or_default().extend(files);
        }
        Self {
            needs,
            gates: HashMap::new(),
        }
    }

    /// Lets a file be compiled in one more case, and what it needs with it.
    fn open(&mut self, file: &'a ModuleIdent, gate: &Gate) {
        let mut pending = vec![file];
        while let Some(file) = pending.pop() {
            let before = self.gates.get(file);
            let after = before.map_or_else(|| gate.clone(), |before| before.or(gate));
            if before != Some(&after) {
                self.gates.insert(file, after);
                pending.extend(&self.needs[file]);
            }
        }
    }

    /// What no operation reaches belongs to no feature, and is there for whoever builds on it.
    fn open_unreached(&mut self) {
        let files: Vec<_> = self.needs.keys().copied().collect();
        let unreached: Vec<_> = files
            .into_iter()
            .filter(|file| !self.gates.contains_key(file))
            .collect();
        for file in unreached {
            self.open(file, &Gate::Always);
        }
    }
}

/// The files of the types that webhooks and headers mention, which belong to no module of operations.
fn elsewhere<'a>(api: &Api, names: &'a Names) -> BTreeSet<&'a ModuleIdent> {
    let webhooks = api.webhooks.iter().map(|webhook| &webhook.ty);
    let headers = api
        .operations
        .iter()
        .flat_map(|operation| &operation.headers);
    let uses = webhooks.chain(headers.map(|header| &header.ty));
    let types = uses.filter_map(Ty::named);
    types.map(|id| names.module(id)).collect()
}

/// The files of the types that a module's operations mention.
fn mentioned<'a>(
    api: &Api,
    names: &'a Names,
    module: &OperationModule,
) -> BTreeSet<&'a ModuleIdent> {
    let operations = module.operations.iter().map(|id| &api.operations[id.0]);
    let types = operations.flat_map(|operation| operation.types().filter_map(Ty::named));
    types.map(|id: TypeId| names.module(id)).collect()
}
