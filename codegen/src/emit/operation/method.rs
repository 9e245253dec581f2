//! The client's method.

use indexmap::IndexSet;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::super::ty::tokens;
use super::super::{deprecation, docs, enumeration, lint};
use super::{Part, Writer};
use crate::ir::{Fixed, Method, Operation, OwnServer, Success};
use crate::names::OperationNames;

/// Clippy's `too_many_arguments` counts `self` too.
const MOST_ARGUMENTS: usize = 6;

impl Writer<'_> {
    /// The method of the client.
    pub(in crate::emit) fn method(&mut self) -> TokenStream {
        let required: Vec<_> = self
            .parts()
            .into_iter()
            .filter(|part| part.required)
            .collect();
        let asked: Vec<_> = required.iter().filter(|part| part.is_asked_for()).collect();
        let attributes = self.attributes(&asked);
        let inline = self.inline(&required);
        let OperationNames {
            method: name,
            request,
            parameters: _,
            body: _,
            choice: _,
            forms: _,
            answer: _,
            successes: _,
        } = self.names;
        let arguments = asked
            .iter()
            .map(|part| self.argument(part))
            .collect::<Vec<_>>();
        let call = tokens(&self.imports.name("crate::runtime", "Call"));
        let start = self.start();
        let settings = self.settings();
        let inputs: Vec<_> = required.iter().map(|part| self.with(part)).collect();
        quote! {
            #attributes #inline
            pub fn #name(&self, #(#arguments),*) -> #call<#request> {
                #start #settings #(#inputs)*.call()
            }
        }
    }

    fn attributes(&self, asked: &[&Part<'_>]) -> TokenStream {
        let docs = docs::attributes(&self.docs(asked));
        let deprecated = self.deprecated();
        let crowded = (asked.len() > MOST_ARGUMENTS)
            .then(|| quote!(#[allow(clippy::too_many_arguments, reason = "the document requires them all")]));
        let names: Vec<_> = asked.iter().map(|part| part.name.as_ref()).collect();
        let names = lint::of_arguments(&names).map(|names| tokens(&names));
        quote!(#docs #deprecated #crowded #names)
    }

    fn deprecated(&self) -> TokenStream {
        let operation = self.operation;
        let name_of = |id: &str| {
            let position = self
                .cx
                .api
                .operations
                .iter()
                .position(|other| other.id.as_deref() == Some(id))?;
            Some(self.cx.names.operations[position].method.to_string())
        };
        let code = deprecation::attribute(operation.deprecated.as_ref(), &operation.docs, name_of);
        let allow = operation
            .sent()
            .any(|ty| self.cx.facts.mentions_deprecated(ty));
        let allow = allow.then(|| tokens(deprecation::ALLOW));
        let code = code.map(|code| tokens(&code));
        quote!(#code #allow)
    }

    /// The request before it is given anything.
    fn start(&mut self) -> TokenStream {
        let path = &self.operation.path;
        match &self.operation.method {
            Method::Other(name) => quote!(self.request_by(#name, #path)),
            method => {
                self.imports.add("crate::runtime", "Method");
                let verb = format_ident!("{}", method.as_str());
                quote!(self.request(Method::#verb, #path))
            }
        }
    }

    /// What the operation has other than the document's default.
    fn settings(&self) -> TokenStream {
        let operation = self.operation;
        let accept = accepted(operation).map(|types| quote!(.accept(#types)));
        let security = operation.security.as_ref().map(|alternatives| {
            let alternatives = alternatives.iter().map(|schemes| quote!(&[#(#schemes),*]));
            quote!(.security(&[#(#alternatives),*]))
        });
        let server = operation.server.as_ref().map(server);
        let redirects = operation.is_redirect.then(|| quote!(.redirects()));
        quote!(#accept #security #server #redirects)
    }

    /// Has a method that writes types compiled where it is called: a crate writes nothing in its own build
    /// then, and its dependents what they send.
    fn inline(&self, required: &[Part<'_>]) -> Option<TokenStream> {
        let types = &self.cx.api.types;
        let mut behind = required.iter().map(|part| types.behind(part.ty));
        let writes = behind.any(|ty| ty.named().is_some());
        writes.then(|| quote!(#[inline]))
    }

    fn argument(&mut self, part: &Part<'_>) -> TokenStream {
        let name = part.name;
        let ty = match part.choice {
            Some(choice) => format!("impl Into<{choice}>"),
            None if self.is_text(part) => "&str".to_owned(),
            None => self.ty(part.ty),
        };
        let ty = tokens(&ty);
        quote!(#name: #ty)
    }

    /// How a required input is put into the request.
    fn with(&mut self, part: &Part<'_>) -> TokenStream {
        let input = tokens(&part.input);
        let name = part.name;
        if let Some(value) = self.fixed(part) {
            return quote!(.with(#input, #value));
        }
        match part.choice {
            Some(_) => quote!(.with(#input, &#name.into())),
            // The argument is a reference already.
            None if self.is_text(part) => quote!(.with(#input, #name)),
            None => quote!(.with(#input, &#name)),
        }
    }

    /// The one value of an input, as a reference.
    fn fixed(&mut self, part: &Part<'_>) -> Option<TokenStream> {
        match part.fixed? {
            Fixed::Text(text) => Some(quote!(#text)),
            value @ (Fixed::Variant(_) | Fixed::Boolean(_) | Fixed::Null) => {
                let full = self.ty(part.ty);
                let code = enumeration::fixed(self.cx, part.ty, &full, value)?;
                let code = tokens(&code);
                Some(quote!(&#code))
            }
        }
    }
}

fn server(own: &OwnServer) -> TokenStream {
    match own {
        OwnServer::At(url) => quote!(.server(#url)),
        OwnServer::Beside { path, own } => quote!(.beside(#path, #own)),
    }
}

/// The media types to ask for, where they are not the usual one.
fn accepted(operation: &Operation) -> Option<String> {
    let types = match &operation.success {
        // Of what it tells of there is a type that nothing says any more: none may be refused.
        Success::Empty { docs: _ } if operation.method == Method::Head => {
            return Some("*/*".into());
        }
        Success::Empty { docs: _ } => return None,
        Success::Stream(stream) => vec![stream.content_type.as_str()],
        Success::Body {
            content_type,
            media: _,
            ty: _,
            docs: _,
        } => vec![content_type.as_str()],
        Success::Several(listed) => {
            let types = listed
                .iter()
                .filter_map(|listed| listed.content_type.as_deref());
            types.collect::<IndexSet<_>>().into_iter().collect()
        }
    };
    let usual = types.iter().all(|name| *name == "application/json");
    (!usual).then(|| types.join(", "))
}
