//! Names of operations and of what they take.

use std::collections::BTreeMap;

use super::ident::{ArgumentIdent, MethodIdent, TypeIdent, VariantIdent, pascal, snake};
use super::outline::Outline;
use super::scope::{Claim, Loser, Scope};
use super::{checked_pin, reserved, warn_if_renamed};
use crate::diagnostic::{Code, Sink};
use crate::ir::{Api, Body, Method, Operation, Parameter, Status, Success};

/// What belongs to one operation.
#[derive(Debug)]
pub(crate) struct OperationNames {
    /// The client's method.
    pub(crate) method: MethodIdent,
    /// The operation, whose call the method returns.
    pub(crate) request: TypeIdent,
    /// Arguments or setters, in the order of parameters.
    pub(crate) parameters: Vec<ArgumentIdent>,
    pub(crate) body: ArgumentIdent,
    /// The enum of a body's forms.
    pub(crate) choice: TypeIdent,
    /// The variants of that enum, in the order of the forms.
    pub(crate) forms: Vec<VariantIdent>,
    /// The enum of several successes.
    pub(crate) answer: TypeIdent,
    /// The variants of that enum, in the order of the successes.
    pub(crate) successes: Vec<VariantIdent>,
}

/// What a file of operations imports.
const RESERVED_REQUESTS: [&str; 10] = [
    "Call", "Client", "Input", "Method", "Style", "Vec", "String", "Option", "Request", "Response",
];

pub(super) fn assign(api: &Api, outlines: &[Outline<'_>], sink: &mut Sink) -> Vec<OperationNames> {
    check_duplicates(api, sink);
    let paths = paths(outlines);
    let claims: Vec<_> = outlines
        .iter()
        .zip(paths)
        .map(|(outline, path)| claim(outline, path, sink))
        .collect();
    let methods = Scope::with_reserved(&reserved::OF_CLIENTS, Loser::GetsNumber).assign(&claims);
    for ((outline, claim), name) in outlines.iter().zip(&claims).zip(&methods) {
        if outline.operation.is_some() {
            let wanted = claim.asked();
            warn_if_renamed(outline.origin, &claim.wire_name, wanted, name, sink);
        }
    }
    let [requests, answers, choices] = request_types(&methods);
    let named = outlines
        .iter()
        .zip(methods)
        .zip(requests.into_iter().zip(answers).zip(choices));
    let names = named.filter_map(|((outline, method), ((request, answer), choice))| {
        let operation = &api.operations[outline.operation?.0];
        let (parameters, body) = inputs(operation, sink);
        Some(OperationNames {
            method: MethodIdent::new(method),
            request,
            parameters,
            body,
            choice,
            forms: forms(operation, sink),
            answer,
            successes: successes(operation),
        })
    });
    names.collect()
}

fn check_duplicates(api: &Api, sink: &mut Sink) {
    let mut seen: BTreeMap<&str, &Operation> = BTreeMap::new();
    for operation in &api.operations {
        let Some(id) = &operation.id else { continue };
        if let Some(first) = seen.get(id.as_str()) {
            let message = format!(
                "`{id}` is also the id of `{} {}`",
                first.method.as_str(),
                first.path
            );
            sink.report(
                Code::DuplicateOperationId,
                &operation.origin.child("operationId"),
                message,
            );
        } else {
            seen.insert(id, operation);
        }
    }
}

/// The paths that names are made of where there are no ids: without their queries, unless nothing else tells two operations apart.
fn paths<'a>(outlines: &[Outline<'a>]) -> Vec<&'a str> {
    let nameless = outlines.iter().filter(|outline| outline.id.is_none());
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for outline in nameless {
        *counts
            .entry((outline.method, outline.bare_path()))
            .or_default() += 1;
    }
    let path = |outline: &Outline<'a>| {
        let bare = outline.bare_path();
        match counts.get(&(outline.method, bare)) {
            Some(2..) => outline.path,
            Some(_) | None => bare,
        }
    };
    outlines.iter().map(path).collect()
}

fn claim(outline: &Outline<'_>, path: &str, sink: &mut Sink) -> Claim {
    let wire_name = outline
        .id
        .map_or_else(|| id_from_path(outline.method, path), str::to_owned);
    // Nothing is said of what the crate goes without.
    let mut unheard = Sink::default();
    let sink = if outline.operation.is_some() {
        sink
    } else {
        &mut unheard
    };
    Claim {
        wanted: snake(&wire_name),
        wire_name,
        pinned: checked_pin(outline.pinned, outline.origin, sink),
        deprecated: outline.is_deprecated,
    }
}

/// `GET /contacts/{id}` without an id of its own is `get contacts by id`.
fn id_from_path(method: &Method, path: &str) -> String {
    let mut words = vec![method.as_str().to_ascii_lowercase()];
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        match segment
            .strip_prefix('{')
            .and_then(|segment| segment.strip_suffix('}'))
        {
            Some(variable) => words.push(format!("by {variable}")),
            None => words.push(segment.to_owned()),
        }
    }
    words.join(" ")
}

/// The operations, the enums of several successes and those of bodies, requests first.
fn request_types(methods: &[String]) -> [Vec<TypeIdent>; 3] {
    let mut scope = Scope::with_reserved(&RESERVED_REQUESTS, Loser::GetsPlainNumber);
    let mut claim = |suffix: &str| {
        let claims: Vec<_> = methods
            .iter()
            .map(|method| pascal(&[method, suffix]))
            .map(|wanted| Claim::plain(&wanted, &wanted))
            .collect();
        scope
            .assign(&claims)
            .into_iter()
            .map(TypeIdent::new)
            .collect::<Vec<_>>()
    };
    [claim(""), claim("answer"), claim("body")]
}

/// The variants of a body's forms, each called after its media type.
fn forms(operation: &Operation, sink: &mut Sink) -> Vec<VariantIdent> {
    let forms = operation.body.iter().flat_map(Body::forms);
    let claims: Vec<_> = forms
        .map(|form| Claim::plain(&form.content_type, pascal(&[&form.words])))
        .collect();
    let names = Scope::with_reserved(&[], Loser::GetsPlainNumber).assign(&claims);
    for (claim, name) in claims.iter().zip(&names) {
        warn_if_renamed(
            &operation.origin,
            &claim.wire_name,
            &claim.wanted,
            name,
            sink,
        );
    }
    names.into_iter().map(VariantIdent::new).collect()
}

fn successes(operation: &Operation) -> Vec<VariantIdent> {
    match &operation.success {
        Success::Several(listed) => listed
            .iter()
            .map(|listed| VariantIdent::new(success(listed.status)))
            .collect(),
        Success::Empty { docs: _ }
        | Success::Stream(_)
        | Success::Body {
            media: _,
            content_type: _,
            ty: _,
            docs: _,
        } => Vec::new(),
    }
}

/// The name of a status (RFC 9110, section 15.3).
fn success(status: Status) -> String {
    match status {
        Status::Code(200) => "Ok".to_owned(),
        Status::Code(201) => "Created".to_owned(),
        Status::Code(202) => "Accepted".to_owned(),
        Status::Code(203) => "NonAuthoritative".to_owned(),
        Status::Code(204) => "NoContent".to_owned(),
        Status::Code(205) => "ResetContent".to_owned(),
        Status::Code(206) => "PartialContent".to_owned(),
        Status::Code(code) => format!("Status{code}"),
        Status::Range(_) => "Success".to_owned(),
        Status::Default => "Other".to_owned(),
    }
}

fn inputs(operation: &Operation, sink: &mut Sink) -> (Vec<ArgumentIdent>, ArgumentIdent) {
    let mut claims: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| input(parameter, sink))
        .collect();
    let body = Claim::plain("body", "body");
    claims.push(body);
    let of_lists = operation.pagination.iter().flat_map(|_| reserved::OF_LISTS);
    let reserved: Vec<_> = reserved::OF_CALLS.into_iter().chain(of_lists).collect();
    let mut names = Scope::with_reserved(&reserved, Loser::KeepsWireName).assign(&claims);
    for ((parameter, claim), name) in operation.parameters.iter().zip(&claims).zip(&names) {
        let wanted = claim.asked();
        warn_if_renamed(&parameter.origin, &parameter.wire_name, wanted, name, sink);
    }
    let body = ArgumentIdent::new(names.pop().unwrap_or_default());
    (names.into_iter().map(ArgumentIdent::new).collect(), body)
}

fn input(parameter: &Parameter, sink: &mut Sink) -> Claim {
    Claim {
        wire_name: parameter.wire_name.clone(),
        wanted: snake(&parameter.wire_name),
        pinned: checked_pin(parameter.pinned.as_ref(), &parameter.origin, sink),
        deprecated: parameter.deprecated.is_some(),
    }
}
