//! Lists that come page by page.

use super::{Object, Shape, Ty, TypeId, Types, Union};

/// How one page of a list leads to the next, and where a page has its items.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Pagination {
    pub(crate) step: Step,
    /// A JSON pointer into a page; empty where the page is the list.
    pub(crate) items: String,
    /// A JSON pointer to what says whether there are more.
    pub(crate) more: Option<String>,
}

/// What the request of the next page has.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Step {
    /// How many items come before it.
    Offset { parameter: String },
    /// Its number.
    Page { parameter: String, first: u64 },
    /// What the page before has at `next`.
    Cursor { parameter: String, next: String },
    /// The URL that the page before has at `next`, where that is given, and in a header where it is not.
    Link { next: Option<String> },
}

impl Step {
    /// The query parameter that it sets.
    pub(crate) fn parameter(&self) -> Option<&str> {
        match self {
            Self::Offset { parameter }
            | Self::Page {
                parameter,
                first: _,
            }
            | Self::Cursor { parameter, next: _ } => Some(parameter),
            Self::Link { next: _ } => None,
        }
    }

    /// Where a page has what leads to the next one.
    pub(crate) fn next(&self) -> Option<&str> {
        match self {
            Self::Cursor { parameter: _, next } => Some(next),
            Self::Link { next } => next.as_deref(),
            Self::Offset { parameter: _ }
            | Self::Page {
                parameter: _,
                first: _,
            } => None,
        }
    }
}

impl Pagination {
    /// The type of an item of such a page, if there is a list where it should be.
    pub(crate) fn item<'a>(&self, types: &'a Types, page: &'a Ty) -> Option<&'a Ty> {
        let Ty::List(item) = value(types, types.at(page, &self.items)?) else {
            return None;
        };
        Some(item)
    }
}

impl Types {
    /// The type of what a JSON pointer leads to in a value of a type; `-1` is the last item of a list.
    pub(crate) fn at<'a>(&'a self, ty: &'a Ty, pointer: &str) -> Option<&'a Ty> {
        let mut keys = pointer.split('/').skip(1);
        keys.try_fold(ty, |ty, key| {
            let key = key.replace("~1", "/").replace("~0", "~");
            self.inside(value(self, ty), &key)
        })
    }

    fn inside<'a>(&'a self, ty: &'a Ty, key: &str) -> Option<&'a Ty> {
        match ty {
            Ty::List(item) if key == "-1" || key.parse::<usize>().is_ok() => Some(item),
            // Whatever it is, it may well be there.
            Ty::Json => Some(ty),
            Ty::Map(value) => Some(value),
            Ty::Named(id) => self.property(*id, key),
            Ty::List(_)
            | Ty::Nullable(_)
            | Ty::Text
            | Ty::Boolean
            | Ty::Integer(_)
            | Ty::Number
            | Ty::DateTime
            | Ty::Date
            | Ty::Base64
            | Ty::Bytes
            | Ty::File
            | Ty::Null => None,
        }
    }

    fn property(&self, id: TypeId, key: &str) -> Option<&Ty> {
        match &self.get(id).shape {
            Shape::Object(Object { fields, rest }) => {
                let mut fields = fields.iter();
                let field = fields.find(|field| field.wire_name == key);
                field.map(|field| &field.ty).or(rest.as_ref())
            }
            Shape::Union(Union {
                members,
                discriminator: _,
            }) => members
                .iter()
                .find_map(|member| self.inside(value(self, &member.ty), key)),
            Shape::Enum(_) | Shape::Alias(_) => None,
        }
    }
}

/// The type past names for it, and whether it may be null.
fn value<'a>(types: &'a Types, ty: &'a Ty) -> &'a Ty {
    match types.behind(ty) {
        Ty::Nullable(inner) => value(types, inner),
        other => other,
    }
}
