//! The operations that the document lists.

use serde_json::Value;

use super::template::Described;
use super::{Bundle, Template};
use crate::diagnostic::Sink;
use crate::place::{FileId, Place};
use crate::select::{Selection, Subject};
use crate::specification::{Child, Kind, children};

/// An operation below `paths` or `webhooks`.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    /// The path template, or the key of the webhook, as the document writes it.
    pub(crate) path: String,
    /// The path as calls have it.
    pub(crate) template: Template,
    /// The key of the path item, or the name in its `additionalOperations`.
    pub(crate) method: String,
    /// The member of `paths` or `webhooks`.
    pub(crate) entry: Place,
    /// The path item, at the end of the entry's `$ref`s.
    pub(crate) item: Place,
    pub(crate) place: Place,
    /// Whether the crate is to have it.
    pub(crate) selected: bool,
}

/// All operations in the document's order.
pub(super) fn list(bundle: &mut Bundle, selection: &Selection, sink: &mut Sink) {
    let root = Place::root(FileId::ENTRY);
    let paths = root.child("paths");
    let mut operations = met(bundle, bundle.follow(&paths));
    let mut webhooks = met(bundle, bundle.follow(&root.child("webhooks")));
    let listed = || operations.iter().chain(&webhooks);
    let subjects: Vec<_> = listed().map(|listed| subject(bundle, listed)).collect();
    selection.check(&subjects, &paths, sink);
    let selected: Vec<_> = subjects
        .iter()
        .map(|subject| selection.takes(subject))
        .collect();
    let listed = operations.iter_mut().chain(&mut webhooks);
    for (listed, selected) in listed.zip(selected) {
        listed.selected = selected;
    }
    bundle.operations = operations;
    bundle.webhooks = webhooks;
}

fn met(bundle: &Bundle, paths: &Place) -> Vec<Listed> {
    let map = bundle.get(paths).and_then(Value::as_object);
    let names = map.into_iter().flat_map(serde_json::Map::keys);
    let mut listed = Vec::new();
    for path in names.filter(|path| !path.starts_with("x-")) {
        let entry = paths.child(path);
        let item = bundle.follow(&entry).clone();
        let methods = methods(bundle, &item).into_iter();
        listed.extend(methods.map(|(method, place)| Listed {
            path: path.clone(),
            template: template(bundle, path, [&place, &item]),
            method,
            entry: entry.clone(),
            item: item.clone(),
            place,
            selected: true,
        }));
    }
    listed
}

/// The template of a path whose parameters these describe, the first of them before the second.
fn template(bundle: &Bundle, path: &str, holders: [&Place; 2]) -> Template {
    Template::read(path, |name| {
        let mut lists = holders.map(|holder| holder.child("parameters")).into_iter();
        lists.find_map(|list| described(bundle, &list, name))
    })
}

/// The path parameter of this name, where a list has one.
fn described<'a>(bundle: &'a Bundle, list: &Place, name: &str) -> Option<Described<'a>> {
    let places = bundle.elements(list).into_iter();
    let mut nodes = places.filter_map(|place| bundle.get(bundle.follow(&place)));
    let named = nodes.find(|node| node["in"] == "path" && node["name"] == name)?;
    Some(Described {
        style: named["style"].as_str().unwrap_or("simple"),
        explode: named["explode"].as_bool().unwrap_or_default(),
    })
}

/// The operations of a path item. Operations in files of their own are not foreseen, and usual all the same.
fn methods(bundle: &Bundle, item: &Place) -> Vec<(String, Place)> {
    let mut found = Vec::new();
    for &(keyword, child) in children(Kind::PathItem) {
        let place = item.child(keyword);
        match child {
            Child::One(Kind::Operation) => found.push((keyword.to_owned(), place)),
            Child::Map(Kind::Operation) => {
                let place = bundle.follow(&place);
                let names = bundle.get(place).and_then(Value::as_object);
                let names = names.into_iter().flat_map(serde_json::Map::keys);
                found.extend(names.map(|name| (name.clone(), place.child(name))));
            }
            Child::One(_) | Child::List(_) | Child::Map(_) => {}
        }
    }
    let found = found.into_iter();
    found
        .map(|(method, place)| (method, bundle.follow(&place).clone()))
        .filter(|(_, place)| bundle.get(place).is_some_and(Value::is_object))
        .collect()
}

fn subject<'a>(bundle: &'a Bundle, listed: &'a Listed) -> Subject<'a> {
    let node = bundle.get(&listed.place);
    let member = |name: &str| node.and_then(|node| node.get(name));
    let tags = member("tags").and_then(Value::as_array);
    Subject {
        method: &listed.method,
        paths: [&listed.path, &listed.template.text],
        id: member("operationId").and_then(Value::as_str),
        tags: tags
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect(),
    }
}
