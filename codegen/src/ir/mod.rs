//! What a document says, in one way where OpenAPI has six: plain data with wire names only.
//!
//! Nothing here knows Rust names, tokens, or the parser's types. References between types are ids, since schemas refer to
//! each other in circles.

mod answer;
mod api;
mod body;
mod docs;
mod kept;
mod operation;
mod pagination;
mod parameter;
mod security;
mod server;
mod ty;
mod types;
mod uses;
mod webhook;

pub(crate) use answer::{Answer, EventData, Framing, Header, Listed, Status, Stream, Success};
pub(crate) use api::{Api, Info, OperationId, OwnName, TypeId, Types, Untyped};
pub(crate) use body::{Body, BodyMedia, Encoding, Form};
pub(crate) use docs::{Deprecation, Docs};
pub(crate) use operation::{Method, Operation, Unselected};
pub(crate) use pagination::{Pagination, Step};
pub(crate) use parameter::{Location, Parameter, Style};
pub(crate) use security::{ApiKeyLocation, Certificate, Requirement, Scheme, SchemeKind};
pub(crate) use server::{OwnServer, Server, ServerVariable};
pub(crate) use ty::{IntegerWidth, Ty};
pub(crate) use types::{
    Access, Enum, Field, Fixed, Member, Object, Owner, Presence, Shape, SharedName, TypeDef,
    TypeName, Union, Value, Variant,
};
pub(crate) use webhook::Webhook;
