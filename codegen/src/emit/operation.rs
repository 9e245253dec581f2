//! One operation: the client's method, and the table of the request value that it returns.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::imports::Imports;
use super::ty::{TypeWriter, tokens};
use super::{Cx, Row, Table, deprecation, docs};
use crate::ir::{
    Answer, Body, BodyMedia, Location, Operation, OperationId, Parameter, Status, Style, Success, Ty,
};
use crate::names::{ArgumentIdent, OperationNames};

/// Clippy's `too_many_arguments` counts `self` too.
const MOST_ARGUMENTS: usize = 6;

/// Writes one operation.
pub(super) struct Writer<'a> {
    cx: &'a Cx<'a>,
    imports: &'a mut Imports,
    operation: &'a Operation,
    names: &'a OperationNames,
}

/// An input of the operation.
struct Part<'a> {
    name: &'a ArgumentIdent,
    ty: &'a Ty,
    required: bool,
    docs: Vec<String>,
    deprecated: Option<String>,
    /// Where it goes, as code.
    input: String,
}

impl<'a> Writer<'a> {
    pub(super) fn new(cx: &'a Cx<'a>, imports: &'a mut Imports, id: OperationId) -> Self {
        Self { cx, imports, operation: &cx.api.operations[id.0], names: &cx.names.operations[id.0] }
    }

    /// The method of the client.
    pub(super) fn method(&mut self) -> TokenStream {
        let operation = self.operation;
        let required: Vec<_> = self.parts().into_iter().filter(|part| part.required).collect();
        let docs = docs::attributes(&self.docs(&required));
        let deprecated = self.deprecated();
        let crowded = (required.len() > MOST_ARGUMENTS).then(|| {
            quote!(#[allow(clippy::too_many_arguments, reason = "the document requires them all")])
        });
        let name = &self.names.method;
        let request = &self.names.request;
        let arguments = required.iter().map(|part| self.argument(part)).collect::<Vec<_>>();
        let verb = format_ident!("{}", operation.method.as_str());
        let path = &operation.path;
        let settings = self.settings();
        let inputs = required.iter().map(with);
        quote! {
            #docs
            #deprecated
            #crowded
            pub fn #name(&self, #(#arguments),*) -> #request {
                let request = self.request(Method::#verb, #path) #settings #(#inputs)*;
                #request { request }
            }
        }
    }

    /// The table of the request value.
    pub(super) fn table(&mut self) -> Table {
        let method = &self.names.method;
        let answer = match &self.operation.success {
            Success::Empty { docs: _ } => "empty ()".to_owned(),
            Success::Body { media, ty, content_type: _, docs: _ } => {
                format!("{} {}", reading(*media), self.ty(ty))
            }
        };
        let optional: Vec<_> = self.parts().into_iter().filter(|part| !part.required).collect();
        let rows: Vec<_> = optional.into_iter().map(|part| self.row(part)).collect();
        Table {
            name: "operation",
            docs: vec![format!("A call of [`Client::{method}`].")],
            head: format!("{} -> {answer}", self.names.request),
            rows: (!rows.is_empty()).then_some(rows),
        }
    }

    fn parts(&mut self) -> Vec<Part<'a>> {
        let Operation { parameters, body, .. } = self.operation;
        let mut parts = Vec::new();
        for (parameter, name) in parameters.iter().zip(&self.names.parameters) {
            parts.push(self.parameter(parameter, name));
        }
        if let Some(body) = body {
            self.imports.add("crate::runtime", "Input");
            parts.push(body_part(body, &self.names.body));
        }
        parts
    }

    fn parameter(&mut self, parameter: &'a Parameter, name: &'a ArgumentIdent) -> Part<'a> {
        self.imports.add("crate::runtime", "Input");
        let name_of = |wire_name: &str| {
            let parameters = &self.operation.parameters;
            let position = parameters.iter().position(|parameter| parameter.wire_name == wire_name)?;
            Some(self.names.parameters[position].to_string())
        };
        let deprecated = deprecation::attribute(parameter.deprecated.as_ref(), &parameter.docs, name_of);
        let input = input(parameter);
        if input.contains("Style::") {
            self.imports.add("crate::runtime", "Style");
        }
        let fallback = format!("The {} `{}`.", kind(parameter.location), docs::code(&parameter.wire_name).trim_matches('`'));
        Part {
            name,
            ty: &parameter.ty,
            required: parameter.required,
            docs: docs::lines(&parameter.docs, &fallback),
            deprecated,
            input,
        }
    }

    fn docs(&self, required: &[Part<'_>]) -> Vec<String> {
        let operation = self.operation;
        let call = docs::code(&format!("{} {}", operation.method.as_str(), operation.path));
        let mut lines = docs::lines(&operation.docs, &format!("Calls {call}."));
        docs::paragraph(&mut lines, vec![call]);
        docs::paragraph(&mut lines, self.answer().into_iter().collect());
        if !required.is_empty() {
            docs::paragraph(&mut lines, vec!["# Arguments".to_owned()]);
            docs::paragraph(&mut lines, required.iter().flat_map(argument_docs).collect());
        }
        docs::paragraph(&mut lines, vec!["# Errors".to_owned()]);
        docs::paragraph(&mut lines, self.errors());
        docs::paragraph(&mut lines, vec!["# Examples".to_owned()]);
        docs::paragraph(&mut lines, self.example(required));
        lines
    }

    /// What the document says of the answer that is a success.
    fn answer(&self) -> Option<String> {
        let (Success::Empty { docs } | Success::Body { docs, media: _, content_type: _, ty: _ }) = &self.operation.success;
        docs::sentence(docs).map(|text| format!("On success: {text}"))
    }

    fn errors(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.operation.errors.iter().map(|answer| self.error(answer)).collect();
        let general = "[`ErrorKind`](crate::ErrorKind) lists what";
        lines.push(match lines.is_empty() {
            true => format!("{general} can go wrong."),
            false => format!("* {general} else can go wrong"),
        });
        lines
    }

    fn error(&self, answer: &Answer) -> String {
        let Answer { status, docs, ty } = answer;
        let status = match status {
            Status::Code(code) => format!("`{code}`"),
            Status::Range(class) => format!("`{class}XX`"),
            Status::Default => "Any other status".to_owned(),
        };
        let said = docs::sentence(docs).map(|text| format!(": {text}")).unwrap_or_default();
        let named = ty.as_ref().and_then(Ty::named).map(|id| self.cx.names.ty(id));
        let body = named.map(|name| format!(" ([`types::{name}`](crate::types::{name}))")).unwrap_or_default();
        format!("* {status}{said}{body}")
    }

    /// A call that compiles: what it needs and the document gives no value for is an argument of the function around it.
    fn example(&self, required: &[Part<'_>]) -> Vec<String> {
        let library = self.cx.library();
        let mut given = vec![format!("client: {library}::Client")];
        let mut arguments = Vec::new();
        for part in required {
            match part.ty {
                Ty::Text => arguments.push(format!("{:?}", part.name.as_str())),
                ty => {
                    given.push(format!("{}: {}", part.name, outside(self.cx, ty, &library)));
                    arguments.push(part.name.to_string());
                }
            }
        }
        let method = &self.names.method;
        let bound = match &self.operation.success {
            Success::Empty { docs: _ } => "",
            Success::Body { .. } => "let answer = ",
        };
        let allow = self.operation.deprecated.as_ref().map(|_| "# #[allow(deprecated)]".to_owned());
        let lead = ["```no_run".to_owned()].into_iter().chain(allow).chain(["# async fn example(".to_owned()]);
        let given = given.into_iter().map(|argument| format!("#     {argument},"));
        let call = [
            format!("# ) -> Result<(), {library}::Error> {{"),
            format!("{bound}client.{method}({}).send().await?;", arguments.join(", ")),
            "# Ok(())".to_owned(),
            "# }".to_owned(),
            "```".to_owned(),
        ];
        lead.chain(given).chain(call).collect()
    }

    fn deprecated(&self) -> TokenStream {
        let operation = self.operation;
        let name_of = |id: &str| {
            let position = self.cx.api.operations.iter().position(|other| other.id.as_deref() == Some(id))?;
            Some(self.cx.names.operations[position].method.to_string())
        };
        let code = deprecation::attribute(operation.deprecated.as_ref(), &operation.docs, name_of);
        let mentions = operation.parameters.iter().map(|parameter| &parameter.ty);
        let mentions = mentions.chain(operation.body.as_ref().map(|body| &body.ty));
        let allow = mentions.into_iter().any(|ty| self.cx.facts.mentions_deprecated(ty)) && code.is_none();
        let allow = allow.then(|| tokens(deprecation::ALLOW));
        let code = code.map(|code| tokens(&code));
        quote!(#code #allow)
    }

    /// What the operation has other than the document's default.
    fn settings(&self) -> TokenStream {
        let Operation { success, security, server, .. } = self.operation;
        let accept = match success {
            Success::Body { content_type, media: _, ty: _, docs: _ } if content_type != "application/json" => {
                Some(quote!(.accept(#content_type)))
            }
            Success::Body { .. } | Success::Empty { docs: _ } => None,
        };
        let security = security.as_ref().map(|alternatives| {
            let alternatives = alternatives.iter().map(|schemes| quote!(&[#(#schemes),*]));
            quote!(.security(&[#(#alternatives),*]))
        });
        let server = server.as_ref().map(|url| quote!(.server(#url)));
        quote!(#accept #security #server)
    }

    fn argument(&mut self, part: &Part<'_>) -> TokenStream {
        let name = part.name;
        let ty = match part.ty {
            Ty::Text => "&str".to_owned(),
            ty => self.ty(ty),
        };
        let ty = tokens(&ty);
        quote!(#name: #ty)
    }

    fn row(&mut self, part: Part<'_>) -> Row {
        let Part { name, ty, required: _, docs, deprecated, input } = part;
        let ty = self.ty(ty);
        Row { docs, attributes: deprecated.into_iter().collect(), text: format!("{name}: {ty} => {input},") }
    }

    fn ty(&mut self, ty: &Ty) -> String {
        if ty.named().is_some() {
            self.imports.add("crate", "types");
        }
        TypeWriter { cx: self.cx, imports: self.imports, module: None }.ty(ty)
    }
}

fn body_part<'a>(body: &'a Body, name: &'a ArgumentIdent) -> Part<'a> {
    let Body { media, content_type, ty, required, docs } = body;
    let (input, usual) = match media {
        BodyMedia::Json => ("Input::json()", "application/json"),
        BodyMedia::Text => ("Input::text()", "text/plain"),
        BodyMedia::Bytes => ("Input::bytes()", "application/octet-stream"),
    };
    let other = (content_type != usual).then(|| format!(".media_type({content_type:?})")).unwrap_or_default();
    Part {
        name,
        ty,
        required: *required,
        docs: docs::lines(docs, "The body of the request."),
        deprecated: None,
        input: format!("{input}{other}"),
    }
}

/// An argument in the list of arguments.
fn argument_docs(part: &Part<'_>) -> Vec<String> {
    let mut lines = part.docs.iter();
    let first = lines.next().map(String::as_str).unwrap_or_default();
    let head = format!("* `{}`: {first}", part.name);
    let rest = lines.map(|line| if line.is_empty() { String::new() } else { format!("  {line}") });
    std::iter::once(head).chain(rest).collect()
}

fn with(part: &Part<'_>) -> TokenStream {
    let input = tokens(&part.input);
    let name = part.name;
    match part.ty {
        Ty::Text => quote!(.with(#input, #name)),
        _ => quote!(.with(#input, &#name)),
    }
}

/// Where a parameter goes, saying only what differs from the defaults of its place.
fn input(parameter: &Parameter) -> String {
    let Parameter { wire_name, location, style, explode, allow_reserved, json, .. } = parameter;
    let (constructor, usual) = match location {
        Location::Path => ("path", Style::Simple),
        Location::Query => ("query", Style::Form),
        Location::Header => ("header", Style::Simple),
        Location::Cookie => ("cookie", Style::Form),
    };
    let mut code = format!("Input::{constructor}({wire_name:?})");
    if *style != usual {
        code.push_str(&format!(".style(Style::{})", style_name(*style)));
    }
    if *explode != (*style == Style::Form) && *style != Style::DeepObject {
        code.push_str(&format!(".explode({explode})"));
    }
    if *allow_reserved {
        code.push_str(".allow_reserved()");
    }
    if *json {
        code.push_str(".as_json()");
    }
    code
}

fn style_name(style: Style) -> &'static str {
    match style {
        Style::Matrix => "Matrix",
        Style::Label => "Label",
        Style::Simple => "Simple",
        Style::Form => "Form",
        Style::SpaceDelimited => "SpaceDelimited",
        Style::PipeDelimited => "PipeDelimited",
        Style::DeepObject => "DeepObject",
    }
}

fn kind(location: Location) -> &'static str {
    match location {
        Location::Path => "path parameter",
        Location::Query => "query parameter",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}

fn reading(media: BodyMedia) -> &'static str {
    match media {
        BodyMedia::Json => "json",
        BodyMedia::Text => "text",
        BodyMedia::Bytes => "bytes",
    }
}

/// A type as somebody else's code writes it.
fn outside(cx: &Cx<'_>, ty: &Ty, library: &str) -> String {
    let mut imports = Imports::default();
    let code = TypeWriter { cx, imports: &mut imports, module: None }.ty(ty);
    let wire = format!("{library}::runtime::wire::");
    match ty {
        Ty::DateTime | Ty::Date | Ty::Base64 => format!("{wire}{code}"),
        Ty::Bytes => format!("{library}::runtime::Bytes"),
        Ty::List(inner) => format!("Vec<{}>", outside(cx, inner, library)),
        Ty::Nullable(inner) => format!("Option<{}>", outside(cx, inner, library)),
        Ty::Map(inner) => format!("std::collections::BTreeMap<String, {}>", outside(cx, inner, library)),
        Ty::Named(_) => format!("{library}::{code}"),
        Ty::Text | Ty::Boolean | Ty::Integer(_) | Ty::Number | Ty::Json => code,
    }
}
