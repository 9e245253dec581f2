//! What the events of a stream say.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::event_data::{Data, both};
use crate::ir::{
    Docs, EventData, Framing, Member, Owner, Shape, Ty, TypeDef, TypeId, TypeName, Union,
};
use crate::lower::Lowering;
use crate::lower::schema::Site;
use crate::place::Place;

/// The fields of an event (OpenAPI 3.2.0, "Server-Sent Event Streams").
const FIELDS: [&str; 4] = ["data", "event", "id", "retry"];

impl Lowering<'_> {
    /// How events are read, and the type of their data: what the schema says of `data`, if it lists the fields of an event, else all of
    /// it.
    pub(super) fn events(&mut self, item: Option<Place>, owner: Owner) -> (Framing, Ty) {
        let Some(item) = item else {
            return (Framing::Events(EventData::Text), Ty::Text);
        };
        let kinds = self.kinds(&item, None, &mut HashSet::new());
        let kinds = kinds.filter(|kinds| !kinds.is_empty());
        let kinds = kinds.unwrap_or_else(|| vec![self.event_data(&item, None)]);
        let written = kinds.iter().map(|data| data.written).reduce(both);
        let written = written.unwrap_or(EventData::Text);
        let ty = match kinds.as_slice() {
            [only] => self.data(only, &item, &Site::new(owner, "event")),
            several => Ty::Named(self.one_of(several, &item, owner)),
        };
        match self.is_told_by_name(&ty) {
            true => (Framing::NamedEvents(written), ty),
            false => (Framing::Events(written), ty),
        }
    }

    /// Whether the name of an event tells which member of a union its data is.
    fn is_told_by_name(&self, ty: &Ty) -> bool {
        let shape = ty.named().map(|id| &self.types.get(id).shape);
        match shape {
            Some(Shape::Union(Union {
                members,
                discriminator: _,
            })) => members.iter().any(|member| !member.events.is_empty()),
            Some(Shape::Object(_) | Shape::Enum(_) | Shape::Alias(_)) | None => false,
        }
    }

    /// The data of all kinds of events, those that were met before aside. What is said beside the kinds holds for those that do not say it
    /// themselves.
    fn kinds(
        &self,
        item: &Place,
        beside: Option<&Data>,
        met: &mut HashSet<Place>,
    ) -> Option<Vec<Data>> {
        let item = self.bundle.follow(item);
        if !met.insert(item.clone()) {
            return Some(Vec::new());
        }
        let own = self.own_data(item);
        let own = own.or_else(|| self.named_data(item, beside?));
        let data = own.as_ref().or(beside);
        let listed = |keyword| self.bundle.elements(&item.child(keyword));
        let choices = [listed("oneOf"), listed("anyOf")].concat();
        if !choices.is_empty() {
            let kinds = choices.iter().map(|part| self.kinds(part, data, met));
            return Some(kinds.collect::<Option<Vec<_>>>()?.concat());
        }
        let inherited = listed("allOf");
        let mut inherited = inherited.iter();
        inherited
            .find_map(|part| self.kinds(part, None, met))
            .or_else(|| Some(vec![data?.clone()]))
    }

    /// What a schema says of `data`, if it lists the fields of an event.
    fn own_data(&self, item: &Place) -> Option<Data> {
        let fields = self.fields(item)?;
        let data = self.stated(&fields, "data")?;
        Some(self.event_data(&data, self.only_value(&fields.child("event"))))
    }

    /// The data that is described beside a kind which says its name alone.
    fn named_data(&self, item: &Place, beside: &Data) -> Option<Data> {
        let kind = self.only_value(&self.fields(item)?.child("event"))?;
        Some(Data {
            kind: Some(kind),
            ..beside.clone()
        })
    }

    /// The properties of a schema, if they are the fields of an event.
    fn fields(&self, item: &Place) -> Option<Place> {
        let properties = item.child("properties");
        let listed = self.bundle.get(&properties)?.as_object()?;
        let is_event = listed.keys().all(|name| FIELDS.contains(&name.as_str()));
        is_event.then_some(properties)
    }

    /// The one text that a schema allows.
    fn only_value(&self, schema: &Place) -> Option<String> {
        let node = self.bundle.get(self.bundle.follow(schema))?;
        let listed = node.get("enum").and_then(Value::as_array);
        let value = match (node.get("const"), listed.map(Vec::as_slice)) {
            (Some(value), _) | (None, Some([value])) => value,
            (None, Some([] | [_, _, ..]) | None) => return None,
        };
        value.as_str().map(str::to_owned)
    }

    /// What an event of `item` says.
    fn data(&mut self, data: &Data, item: &Place, site: &Site) -> Ty {
        match (&data.schema, data.written) {
            (Some(schema), _) => match self.schema(schema, site).into_ty() {
                // Events are text, whatever the document calls it.
                Ty::Bytes => Ty::Text,
                ty => ty,
            },
            (None, EventData::Json) => self.untyped(
                item,
                "the document does not say what the data of an event is",
            ),
            (None, EventData::Text | EventData::Mixed) => Ty::Text,
        }
    }

    /// The type of what one of several kinds of events says.
    fn one_of(&mut self, kinds: &[Data], item: &Place, owner: Owner) -> TypeId {
        let place = self.bundle.follow(item).clone();
        if let Some(&known) = self.memo.inline.get(&place) {
            return known;
        }
        let (owner, role) = if place == *item {
            (owner, "event")
        } else {
            (Owner::Type(self.named(&place)), "data")
        };
        let role = role.to_owned();
        let id = self.types.add(TypeDef {
            origin: place.clone(),
            name: TypeName::Place { owner, role },
            pinned: None,
            docs: Docs::default(),
            deprecated: None,
            shape: Shape::Alias(Ty::Json),
        });
        self.memo.inline.insert(place, id);
        self.types.get_mut(id).shape = self.choice(kinds, id);
        id
    }

    fn choice(&mut self, kinds: &[Data], id: TypeId) -> Shape {
        let mut members: Vec<Member> = Vec::new();
        for (index, data) in kinds.iter().enumerate() {
            let is_of_several = kinds
                .iter()
                .filter(|other| other.schema == data.schema)
                .count()
                > 1;
            let role = data.kind.clone().filter(|_| !is_of_several);
            let role = role.unwrap_or_else(|| format!("variant {}", index + 1));
            self.add_kind(&mut members, data, id, role);
        }
        forget_ambiguous(&mut members);
        match members.as_slice() {
            [only] => Shape::Alias(only.ty.clone()),
            [] | [_, _, ..] => Shape::Union(Union {
                members,
                discriminator: None,
            }),
        }
    }

    fn add_kind(&mut self, members: &mut Vec<Member>, data: &Data, id: TypeId, role: String) {
        let item = self.types.get(id).origin.clone();
        let ty = self.data(data, &item, &Site::new(Owner::Type(id), role.clone()));
        let event = data.kind.clone().map(|kind| (kind, data.written));
        if let Some(known) = members.iter_mut().find(|member| member.ty == ty) {
            known.events.extend(event);
            return;
        }
        let name = self.is_inline(&ty).then_some(role);
        let mut member = Member::new(ty, name);
        member.events.extend(event);
        members.push(member);
    }

    /// Whether a type has its name from its place.
    fn is_inline(&self, ty: &Ty) -> bool {
        let name = ty.named().map(|id| &self.types.get(id).name);
        matches!(name, Some(TypeName::Place { owner: _, role: _ }))
    }
}

/// Leaves out the names that events of several kinds have, and what stands twice.
fn forget_ambiguous(members: &mut [Member]) {
    let mut holders: HashMap<String, HashSet<usize>> = HashMap::new();
    for (number, member) in members.iter().enumerate() {
        for (event, _) in &member.events {
            holders.entry(event.clone()).or_default().insert(number);
        }
    }
    for member in members {
        let mut met = HashSet::new();
        member.events.retain(|(event, _)| {
            met.insert(event.clone()) && holders.get(event).is_some_and(|of| of.len() == 1)
        });
    }
}
