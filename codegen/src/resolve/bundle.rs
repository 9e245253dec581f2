//! The document as a whole: every file, every followed reference.

use std::collections::HashMap;

use serde_json::Value;

use super::lineage::Lineage;
use super::{Listed, named_at};
use crate::load::Documents;
use crate::place::{FileId, Place, Pointer};
use crate::specification::{Kind, Version, kind_at};

/// All nodes that the entry file reaches.
#[derive(Debug)]
pub(crate) struct Bundle {
    pub(super) documents: Documents,
    pub(super) versions: HashMap<FileId, Version>,
    /// From a node that is a `$ref` to the node that it names.
    pub(super) references: HashMap<Place, Place>,
    /// The schemas that build on one with a discriminator.
    pub(super) heirs: HashMap<Place, Vec<Place>>,
    pub(super) lineage: Lineage,
    /// The kind of every node that was reached.
    pub(super) kinds: HashMap<Place, Kind>,
    pub(super) operations: Vec<Listed>,
    pub(super) webhooks: Vec<Listed>,
    pub(super) declared: Vec<Place>,
    pub(super) is_selective: bool,
}

impl Bundle {
    pub(super) fn new(documents: Documents) -> Self {
        Self {
            documents,
            versions: HashMap::new(),
            references: HashMap::new(),
            heirs: HashMap::new(),
            lineage: Lineage::default(),
            kinds: HashMap::new(),
            operations: Vec::new(),
            webhooks: Vec::new(),
            declared: Vec::new(),
            is_selective: false,
        }
    }

    /// The operations that the document lists, selected or not, in its order.
    pub(crate) fn operations(&self) -> &[Listed] {
        &self.operations
    }

    /// The calls that the server makes, selected or not, in the document's order; the path of each is its key.
    pub(crate) fn webhooks(&self) -> &[Listed] {
        &self.webhooks
    }

    /// The schemas among the components that become types, whether an operation needs them or not.
    pub(crate) fn declared(&self) -> &[Place] {
        &self.declared
    }

    /// Whether the crate is to have some of the operations only, and what these need.
    pub(crate) fn is_selective(&self) -> bool {
        self.is_selective
    }

    /// Where the schemas among the components stand.
    pub(crate) fn schemas(&self) -> Vec<Place> {
        let map = self.schema_map();
        let names = self.get(&map).and_then(Value::as_object);
        let names = names.into_iter().flat_map(serde_json::Map::keys);
        names.map(|name| map.child(name)).collect()
    }

    /// The schema among the components that a node stands in.
    pub(crate) fn declarer(&self, place: &Place) -> Option<Place> {
        let map = self.schema_map();
        let inside = place.pointer.as_str().strip_prefix(map.pointer.as_str())?;
        let (name, _) = inside.strip_prefix('/')?.split_once('/')?;
        (place.file == map.file).then(|| Place {
            file: map.file,
            pointer: map.pointer.escaped_child(name),
        })
    }

    pub(crate) fn schema_map(&self) -> Place {
        let schemas = Place::root(FileId::ENTRY).below(&["components", "schemas"]);
        self.follow(&schemas).clone()
    }

    /// All nodes, file by file and by their pointers.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = (&Place, Kind)> {
        let mut nodes: Vec<_> = self
            .kinds
            .iter()
            .map(|(place, kind)| (place, *kind))
            .collect();
        nodes.sort_unstable_by_key(|(place, _)| *place);
        nodes.into_iter()
    }

    /// The node at a place.
    pub(crate) fn get(&self, place: &Place) -> Option<&Value> {
        self.documents.get(place)
    }

    /// The places of the elements of a list; none, where there is no list.
    pub(crate) fn elements(&self, list: &Place) -> Vec<Place> {
        let elements = self.get(list).and_then(Value::as_array);
        let count = elements.map_or(0, Vec::len);
        (0..count).map(|index| list.element(index)).collect()
    }

    /// The version that a node is written in.
    pub(crate) fn version(&self, place: &Place) -> Version {
        self.versions
            .get(&place.file)
            .copied()
            .unwrap_or(Version::V30)
    }

    /// The minor version of 3 that a node is written in: what its file declares, or else the document. Swagger 2.0 is read as 3.0.
    pub(crate) fn minor(&self, place: &Place) -> u8 {
        let declared = |file| {
            let root = self.get(&Place::root(file))?;
            let version = root.get("openapi")?.as_str()?;
            version.split('.').nth(1)?.parse().ok()
        };
        let least = match self.version(place) {
            Version::V20 | Version::V30 => 0,
            Version::V31 => 1,
        };
        declared(place.file)
            .or_else(|| declared(FileId::ENTRY).filter(|minor| *minor >= least))
            .unwrap_or(least)
    }

    /// The kind that the document around a node makes of it; `None` where there is none, or it has no word for such a place.
    pub(super) fn kind_at(&self, place: &Place) -> Option<Kind> {
        let root = self.get(&Place::root(place.file))?;
        Version::of(root).ok()?;
        kind_at(&place.pointer)
    }

    /// The node that a `$ref` at `place` names; `None` where there is no `$ref`, or it leads nowhere.
    pub(crate) fn reference(&self, place: &Place) -> Option<&Place> {
        self.references.get(place)
    }

    /// The node at the end of the chain of `$ref`s that starts at `place`.
    pub(crate) fn follow<'a>(&'a self, place: &'a Place) -> &'a Place {
        // No chain leads in a circle: where one does, the walk has cut it.
        let mut end = place;
        while let Some(next) = self.references.get(end) {
            end = next;
        }
        end
    }

    /// The node that several keywords lead to, one below the other, though a `$ref` may stand on the way.
    pub(crate) fn below(&self, place: &Place, tokens: &[&str]) -> Place {
        let start = self.follow(place).clone();
        tokens.iter().fold(start, |place, token| {
            self.follow(&place.child(token)).clone()
        })
    }

    /// Whether the node at the end of a chain is a `$ref` that leads nowhere, which was reported.
    pub(crate) fn is_dangling(&self, place: &Place) -> bool {
        let end = self.follow(place);
        let reads_references = self.kinds.get(end).map(|kind| (*kind, self.version(end)));
        let node = self.get(end).zip(reads_references);
        node.is_some_and(|(node, (kind, version))| {
            super::reference::of(node, kind, version).is_some()
        })
    }

    /// The schema that the mapping of the discriminator at `place` names for a value.
    pub(crate) fn mapped(&self, place: &Place, value: &str) -> Option<&Place> {
        self.reference(&named_at(place, Some(value)))
    }

    /// The schema that the discriminator at `place` names for all values that its mapping does not have, and for none (OpenAPI 3.2.0,
    /// "Discriminator Object").
    pub(crate) fn mapped_by_default(&self, place: &Place) -> Option<&Place> {
        self.reference(&named_at(place, None))
    }

    /// Whether that is this schema.
    pub(crate) fn is_mapped_by_default(&self, place: &Place, schema: &Place) -> bool {
        let default = self.mapped_by_default(place);
        default.is_some_and(|default| self.follow(default) == self.follow(schema))
    }

    /// Whether a `$ref` leads to a schema that is an inline member of a union.
    pub(crate) fn is_led_to_member(&self, schema: &Place) -> bool {
        self.lineage.is_member(schema)
    }

    /// The schemas that build on the one at `place`, if that has a discriminator; its mapping may name others.
    pub(crate) fn heirs(&self, place: &Place) -> &[Place] {
        self.heirs.get(place).map_or(&[], Vec::as_slice)
    }

    /// The values that mappings of discriminators have for a schema.
    pub(crate) fn names_in_mappings(&self, schema: &Place) -> Vec<String> {
        self.lineage.names(schema)
    }

    /// The schema with a discriminator that all of some schemas build on, or are; of several the one that fewest build on.
    pub(crate) fn base_of(&self, schemas: &[Place]) -> Option<&Place> {
        let bases = self.lineage.common_bases(schemas);
        let closest = bases.min_by_key(|base| (self.heirs(base).len(), *base))?;
        self.heirs.get_key_value(closest).map(|(base, _)| base)
    }

    /// The files, for what is printed.
    pub(crate) fn into_documents(self) -> Documents {
        self.documents
    }

    /// Where a node stands in the text of its file.
    pub(crate) fn in_text(&self, place: &Place) -> Pointer {
        self.documents.in_text(place)
    }

    /// The name of a file relative to the document's folder.
    pub(crate) fn file_name(&self, file: FileId) -> &str {
        &self.documents.file(file).name
    }
}
