//! Names inside a type.

use std::collections::HashMap;

use super::ident::{FieldIdent, TypeIdent, VariantIdent, pascal, snake};
use super::scope::{Claim, Loser, Scope};
use super::{checked_pin, warn_if_renamed};
use crate::diagnostic::Sink;
use crate::ir::{
    Api, Enum, Field, Member, Object, Presence, Shape, Ty, TypeDef, TypeId, Union, Variant,
};

/// The names of an object's fields.
#[derive(Debug)]
pub(crate) struct FieldNames {
    /// In the object's order.
    pub(crate) fields: Vec<FieldIdent>,
    /// The setters that write an explicit null, where there are any.
    pub(crate) clear: Vec<Option<FieldIdent>>,
    /// The members that are not declared.
    pub(crate) rest: FieldIdent,
}

pub(super) fn assign_fields(api: &Api, sink: &mut Sink) -> HashMap<TypeId, FieldNames> {
    let objects = api.types.iter().filter_map(|(id, def)| match &def.shape {
        Shape::Object(object) => Some((id, object)),
        Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => None,
    });
    objects
        .map(|(id, object)| (id, fields(object, sink)))
        .collect()
}

/// The constructor, and what a pattern takes for a variant of the standard library.
const RESERVED: [&str; 5] = ["new", "None", "Some", "Ok", "Err"];

fn fields(object: &Object, sink: &mut Sink) -> FieldNames {
    let Object { fields, rest: _ } = object;
    let mut scope = Scope::with_reserved(&RESERVED, Loser::KeepsWireName);
    let claims: Vec<_> = fields.iter().map(|field| claim(field, sink)).collect();
    let names = scope.assign(&claims);
    for ((field, claim), name) in fields.iter().zip(&claims).zip(&names) {
        let wanted = claim.asked();
        warn_if_renamed(&field.origin, &field.wire_name, wanted, name, sink);
    }
    let clear = clear(&mut scope, fields, &names);
    let rest = ours(&mut scope, "additional_properties");
    FieldNames {
        fields: names.into_iter().map(FieldIdent::new).collect(),
        clear,
        rest,
    }
}

fn claim(field: &Field, sink: &mut Sink) -> Claim {
    Claim {
        wire_name: field.wire_name.clone(),
        wanted: snake(&field.wire_name),
        pinned: checked_pin(field.pinned.as_ref(), &field.origin, sink),
        deprecated: field.deprecated.is_some(),
    }
}

fn clear(scope: &mut Scope, fields: &[Field], names: &[String]) -> Vec<Option<FieldIdent>> {
    let named = fields.iter().zip(names);
    named
        .map(|(field, name)| match field.presence {
            Presence::OptionalNullable => {
                // `_1` has an underscore of its own.
                let name = name.trim_start_matches('_');
                Some(ours(scope, &format!("clear_{name}")))
            }
            Presence::Required | Presence::Optional | Presence::RequiredNullable => None,
        })
        .collect()
}

/// A name that the document has no word for.
fn ours(scope: &mut Scope, name: &str) -> FieldIdent {
    let claim = Claim::plain("", name);
    FieldIdent::new(scope.assign(&[claim]).remove(0))
}

pub(super) fn assign_variants(
    api: &Api,
    types: &HashMap<TypeId, TypeIdent>,
    sink: &mut Sink,
) -> HashMap<TypeId, Vec<VariantIdent>> {
    let mut named = HashMap::new();
    for (id, def) in api.types.iter() {
        let claims = match &def.shape {
            Shape::Enum(list) => values(list),
            Shape::Union(union) => members(union, types),
            Shape::Object(_) | Shape::Alias(_) => continue,
        };
        named.insert(id, variants(def, claims, sink));
    }
    named
}

fn values(list: &Enum) -> Vec<Claim> {
    let Enum { variants } = list;
    let claims = variants.iter().map(
        |Variant {
             value,
             title,
             docs: _,
             deprecated,
         }| {
            let wire_name = value.to_string();
            Claim {
                wanted: pascal(&[title.as_ref().unwrap_or(&wire_name)]),
                wire_name,
                pinned: None,
                deprecated: deprecated.is_some(),
            }
        },
    );
    claims.collect()
}

/// A member is called after its type, or after its place where its type is.
fn members(union: &Union, types: &HashMap<TypeId, TypeIdent>) -> Vec<Claim> {
    let Union {
        members,
        discriminator: _,
    } = union;
    let mut claims: Vec<Claim> = Vec::new();
    for member in members {
        let Member {
            ty,
            name,
            tags: _,
            implied: _,
            events: _,
            is_default: _,
        } = member;
        let wire_name = name.clone().unwrap_or_else(|| {
            let short = type_name(ty, types);
            let is_taken = claims.iter().any(|claim| claim.wire_name == short);
            if is_taken {
                whole_name(ty, types)
            } else {
                short
            }
        });
        claims.push(Claim::plain(&wire_name, pascal(&[&wire_name])));
    }
    claims
}

fn type_name(ty: &Ty, types: &HashMap<TypeId, TypeIdent>) -> String {
    match ty {
        Ty::Named(id) => types[id].to_string(),
        Ty::Text => "text".to_owned(),
        Ty::Boolean => "boolean".to_owned(),
        Ty::Integer(_) => "integer".to_owned(),
        Ty::Number => "number".to_owned(),
        Ty::DateTime => "date time".to_owned(),
        Ty::Date => "date".to_owned(),
        Ty::Base64 | Ty::Bytes => "bytes".to_owned(),
        Ty::File => "file".to_owned(),
        Ty::List(_) => "list".to_owned(),
        Ty::Map(_) => "map".to_owned(),
        Ty::Nullable(inner) => type_name(inner, types),
        Ty::Null => "null".to_owned(),
        Ty::Json => "json".to_owned(),
    }
}

/// The name of a type with what it holds, for one that is not the first list or map of its union.
fn whole_name(ty: &Ty, types: &HashMap<TypeId, TypeIdent>) -> String {
    match ty {
        Ty::List(inner) => format!("{} list", whole_name(inner, types)),
        Ty::Map(inner) => format!("{} map", whole_name(inner, types)),
        Ty::Nullable(inner) => whole_name(inner, types),
        Ty::Named(_)
        | Ty::Text
        | Ty::Boolean
        | Ty::Integer(_)
        | Ty::Number
        | Ty::DateTime
        | Ty::Date
        | Ty::Base64
        | Ty::Bytes
        | Ty::File
        | Ty::Null
        | Ty::Json => type_name(ty, types),
    }
}

fn variants(def: &TypeDef, claims: Vec<Claim>, sink: &mut Sink) -> Vec<VariantIdent> {
    let origin = &def.origin;
    let names = Scope::with_reserved(&["Unknown"], Loser::GetsPlainNumber).assign(&claims);
    for (claim, name) in claims.iter().zip(&names) {
        warn_if_renamed(origin, &claim.wire_name, claim.asked(), name, sink);
    }
    names.into_iter().map(VariantIdent::new).collect()
}
