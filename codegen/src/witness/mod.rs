//! What the document says of each call, read a second time: sample values, the request that they make, and the answers that may come.
//!
//! The tests of a generated crate compare what its code does to this. It is therefore made of the document alone: nothing of it knows
//! what lowering or emission make of the same nodes, so that both would have to be wrong in the same way.

mod answer;
mod body;
mod call;
mod encoding;
mod escape;
mod media;
mod parameter;
mod parts;
mod sample;
mod security;
mod server;
mod spelling;
mod stream;
mod style;

use std::collections::HashMap;

pub(crate) use answer::{Content, Described};
pub(crate) use body::{Form, Payload, Sent};
pub(crate) use call::Call;
pub(crate) use parameter::Given;
pub(crate) use parts::Part;
pub(crate) use security::{Credential, USER};

use crate::place::Place;
use crate::resolve::Bundle;

/// What the tests of a crate are made of.
#[derive(Debug)]
pub(crate) struct Witness {
    /// The selected operations by where they stand.
    pub(crate) calls: HashMap<Place, Call>,
    /// A secret for each security scheme.
    pub(crate) credentials: Vec<Credential>,
}

impl Witness {
    pub(crate) fn of(bundle: &Bundle) -> Self {
        let credentials = security::credentials(bundle);
        Self {
            calls: call::calls(bundle, &credentials),
            credentials,
        }
    }
}
