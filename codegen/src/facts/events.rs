//! Which unions are told by the names of events.

use std::collections::HashSet;

use crate::config::Config;
use crate::ir::{Api, Framing, Operation, Ty, TypeId};

/// The unions that are the data of events of several kinds. Types alone have no events.
pub(super) fn unions(api: &Api, config: &Config) -> HashSet<TypeId> {
    let operations = api.operations.iter().filter(|_| !config.types_only);
    let streams = operations.flat_map(Operation::streams);
    let named = streams.filter(|stream| match stream.framing {
        Framing::NamedEvents(_) => true,
        Framing::Events(_) | Framing::JsonLines | Framing::TextLines | Framing::JsonSequence => {
            false
        }
    });
    let data = named.map(|stream| api.types.behind(&stream.ty));
    data.filter_map(Ty::named).collect()
}
