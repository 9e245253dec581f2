//! Lists that come page by page.

use super::{Object, Shape, Ty, Types};

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
    /// The URL that the page before has in a header.
    Link,
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
            Self::Link => None,
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
    /// The type of what a JSON pointer leads to in a value of a type.
    pub(crate) fn at<'a>(&'a self, ty: &'a Ty, pointer: &str) -> Option<&'a Ty> {
        let mut keys = pointer.split('/').skip(1);
        keys.try_fold(ty, |ty, key| {
            let key = key.replace("~1", "/").replace("~0", "~");
            self.property(value(self, ty), &key)
        })
    }

    fn property(&self, ty: &Ty, key: &str) -> Option<&Ty> {
        let Ty::Named(id) = ty else { return None };
        match &self.get(*id).shape {
            Shape::Object(Object { fields, rest: _ }) => {
                let mut fields = fields.iter();
                let field = fields.find(|field| field.wire_name == key)?;
                Some(&field.ty)
            }
            Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => None,
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
