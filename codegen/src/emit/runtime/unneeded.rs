//! The files and folders of the runtime that a document has no use for.

use crate::emit::Cx;
use crate::ir::{Body, Operation, Shape, Stream, Success, Ty};

/// A file or folder by its path in the runtime without `.rs`, and whether the document needs it.
type Need = (&'static str, bool);

/// Those that the crate goes without, by their paths in the runtime without `.rs`.
pub(super) fn unneeded(cx: &Cx<'_>) -> Vec<&'static str> {
    let needs = calls(cx).into_iter().chain(streams(cx));
    let needs = needs.chain(shapes(cx)).chain(scalars(cx));
    needs
        .filter(|(_, needed)| !needed)
        .map(|(path, _)| path)
        .collect()
}

/// What calls need.
fn calls(cx: &Cx<'_>) -> [Need; 6] {
    let any = |is: fn(&Operation) -> bool| cx.api.operations.iter().any(is);
    [
        ("operation", !cx.api.operations.is_empty()),
        (
            "answers",
            any(|operation| matches!(operation.success, Success::Several(_))),
        ),
        (
            "choice",
            any(|operation| operation.body.as_ref().is_some_and(Body::is_choice)),
        ),
        ("declared", cx.declares_headers()),
        ("paging", any(|operation| operation.pagination.is_some())),
        ("received", cx.has_webhooks()),
    ]
}

/// What answers need that arrive item by item.
fn streams(cx: &Cx<'_>) -> [Need; 13] {
    let streams = || cx.api.operations.iter().flat_map(Operation::streams);
    let is_events = |stream: &Stream| stream.framing.is_of_events();
    let (events, records) = (streams().any(is_events), !streams().all(is_events));
    let is_on_demand = |operation: &Operation| operation.stream.is_some();
    [
        ("stream", streams().next().is_some()),
        ("streaming", cx.api.operations.iter().any(is_on_demand)),
        ("stream/event", events),
        ("stream/event_data", events),
        ("stream/event_kinds", cx.facts.has_named_events()),
        ("stream/event_parser", events),
        ("stream/event_reading", events),
        ("stream/event_stream", events),
        ("stream/lines", events),
        ("stream/reconnect", events),
        ("stream/json_reading", records),
        ("stream/json_stream", records),
        ("stream/records", records),
    ]
}

/// What the shapes of types need.
fn shapes(cx: &Cx<'_>) -> [Need; 15] {
    let shapes = || cx.api.types.iter().map(|(id, def)| (id, &def.shape));
    let unions = has_unions(cx);
    let enums = shapes().any(|(_, shape)| matches!(shape, Shape::Enum(_)));
    let objects = || shapes().filter(|(_, shape)| matches!(shape, Shape::Object(_)));
    let has_objects = objects().next().is_some();
    let sent = objects().any(|(id, _)| cx.facts.is_in_requests(id));
    let weighed = objects().any(|(id, _)| cx.facts.is_weighed(id));
    let tables = enums || unions || has_objects;
    [
        ("multipart/table", !cx.api.parts.is_empty()),
        ("multipart/weight", unions),
        ("wire/object", has_objects),
        ("wire/builder", sent),
        ("wire/enumeration", enums),
        ("wire/unknown", enums || unions),
        ("wire/generated", tables),
        ("wire/show", tables),
        ("wire/union", unions),
        ("wire/ranking", unions),
        ("wire/tag", shapes().any(|(id, _)| cx.facts.is_tagged(id))),
        ("wire/fits", unions),
        ("wire/flag", unions),
        ("wire/weight", unions),
        ("wire/evidence", weighed),
    ]
}

/// What null alone and texts of some formats need.
fn scalars(cx: &Cx<'_>) -> [Need; 5] {
    // A union weighs values of every kind.
    let uses = |ty: &Ty| has_unions(cx) || cx.facts.is_used(ty);
    let (date_time, date, base64) = (uses(&Ty::DateTime), uses(&Ty::Date), uses(&Ty::Base64));
    [
        ("wire/null", cx.facts.is_used(&Ty::Null)),
        ("wire/date_time", date_time),
        ("wire/date", date),
        ("wire/base64", base64),
        ("wire/text", date_time || date || base64),
    ]
}

fn has_unions(cx: &Cx<'_>) -> bool {
    let mut types = cx.api.types.iter();
    types.any(|(_, def)| matches!(def.shape, Shape::Union(_)))
}
