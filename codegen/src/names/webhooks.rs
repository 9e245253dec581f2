//! Names of the functions that read webhooks.

use super::ident::{MethodIdent, snake};
use super::scope::{Claim, Loser, Scope};
use super::{checked_pin, warn_if_renamed};
use crate::diagnostic::Sink;
use crate::ir::Api;

pub(super) fn assign(api: &Api, sink: &mut Sink) -> Vec<MethodIdent> {
    let claims: Vec<_> = api
        .webhooks
        .iter()
        .map(|webhook| Claim {
            wire_name: webhook.name.clone(),
            wanted: snake(&webhook.name),
            pinned: checked_pin(webhook.pinned.as_ref(), &webhook.origin, sink),
            deprecated: webhook.deprecated.is_some(),
        })
        .collect();
    let names = Scope::with_reserved(&[], Loser::GetsNumber).assign(&claims);
    for ((webhook, claim), name) in api.webhooks.iter().zip(&claims).zip(&names) {
        let wanted = claim.asked();
        warn_if_renamed(&webhook.origin, &webhook.name, wanted, name, sink);
    }
    names.into_iter().map(MethodIdent::new).collect()
}
