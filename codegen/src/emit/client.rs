//! `client.rs`: what the document says of the API as a whole, and how a client is made.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::ty::tokens;
use super::{Cx, Item, Unit, docs, lint, servers};
use crate::ir::{ApiKeyLocation, Certificate, Scheme, SchemeKind, Server};
use crate::names::CredentialNames;

pub(super) fn unit(cx: &Cx<'_>) -> Unit {
    let mut imports = Imports::default();
    for name in ["Api", "Client", "ClientBuilder", "Error"] {
        imports.add("crate::runtime", name);
    }
    let mut items = vec![
        Item::Code(api(cx)),
        Item::Methods {
            head: quote!(impl Client),
            methods: constructors(cx),
        },
    ];
    if !cx.api.schemes.is_empty() {
        imports.add("crate::runtime", "Scheme");
        imports.add("crate::runtime", "Secret");
        let schemes = cx.api.schemes.iter().zip(&cx.names.credentials);
        if schemes.clone().any(|(scheme, _)| scheme.kind.is_token()) {
            imports.add("crate::runtime", "TokenProvider");
        }
        let methods = schemes
            .flat_map(|named| std::iter::once(setter(named)).chain(provider(named)))
            .collect();
        items.push(Item::Methods {
            head: quote!(impl ClientBuilder),
            methods,
        });
    }
    Unit {
        path: "src/client.rs".to_owned(),
        docs: Vec::new(),
        imports,
        items,
    }
}

fn api(cx: &Cx<'_>) -> TokenStream {
    let title = &cx.api.info.title;
    let base_url = match cx.api.servers.first().and_then(Server::base_url) {
        Some(url) => quote!(Some(#url)),
        None => quote!(None),
    };
    let base_url_variable = &cx.names.base_url_variable;
    let schemes = cx.api.schemes.iter().zip(&cx.names.credentials).map(scheme);
    let security = cx
        .api
        .security
        .iter()
        .map(|schemes| quote!(&[#(#schemes),*]));
    quote! {
        /// What the document says of the API as a whole.
        static API: Api = Api {
            title: #title,
            base_url: #base_url,
            base_url_variable: #base_url_variable,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
            schemes: &[#(#schemes),*],
            security: &[#(#security),*],
        };
    }
}

fn scheme((scheme, names): (&Scheme, &CredentialNames)) -> TokenStream {
    let Scheme {
        name,
        kind,
        docs: _,
        origin: _,
    } = scheme;
    let variable = &names.variable;
    match kind {
        SchemeKind::ApiKey {
            location,
            name: key,
        } => {
            let constructor = match location {
                ApiKeyLocation::Header => quote!(api_key_header),
                ApiKeyLocation::Query => quote!(api_key_query),
                ApiKeyLocation::Cookie => quote!(api_key_cookie),
            };
            quote!(Scheme::#constructor(#name, #key, #variable))
        }
        SchemeKind::Basic => quote!(Scheme::basic(#name, #variable)),
        SchemeKind::Bearer => quote!(Scheme::bearer(#name, #variable)),
    }
}

fn constructors(cx: &Cx<'_>) -> Vec<TokenStream> {
    let mut read: Vec<String> = cx.names.credentials.iter().flat_map(variables).collect();
    read.push(servers::variable(cx));
    let lines = [
        "Makes a client from environment variables:".to_owned(),
        String::new(),
    ]
    .into_iter()
    .chain(read);
    let docs = docs::attributes(&lines.collect::<Vec<_>>());
    let mut lines = vec!["Starts a client that is set up by hand.".to_owned()];
    docs::paragraph(&mut lines, servers::lines(cx));
    docs::paragraph(&mut lines, certificates(&cx.api.certificates));
    let about = docs::attributes(&lines);
    let builder = quote! {
        #about
        pub fn builder() -> ClientBuilder {
            ClientBuilder::new(&API)
        }
    };
    let from_env = quote! {
        #docs
        ///
        /// # Errors
        ///
        /// If a variable is missing without which no call can be made, or the base URL is not one.
        pub fn from_env() -> Result<Self, Error> {
            Self::builder().from_env()?.build()
        }
    };
    vec![builder, from_env]
}

/// What connections have to show, which is the transport's affair.
fn certificates(certificates: &[Certificate]) -> Vec<String> {
    let mut lines = Vec::new();
    for Certificate { name, docs } in certificates {
        let fallback = "A certificate of the client.";
        docs::paragraph(&mut lines, docs::lines(docs, fallback));
        let shown = format!(
            "Shown by the connection ({}): set it up in the client of a [`transport`](ClientBuilder::transport).",
            docs::code(name)
        );
        docs::paragraph(&mut lines, vec![shown]);
    }
    lines
}

fn variables(names: &CredentialNames) -> impl Iterator<Item = String> {
    let setter = &names.setter;
    let line = move |variable| format!("* `{variable}`: see [`{setter}`](ClientBuilder::{setter})");
    names.variables.iter().map(line)
}

fn setter((scheme, names): (&Scheme, &CredentialNames)) -> TokenStream {
    let Scheme {
        name,
        kind,
        docs,
        origin: _,
    } = scheme;
    let setter = &names.setter;
    let (fallback, sent) = description(kind);
    let mut lines = docs::lines(docs, &fallback);
    docs::paragraph(&mut lines, vec![sent]);
    let docs = docs::attributes(&lines);
    let lints = lint::of_arguments(&[setter.as_ref()]).map(|lints| tokens(&lints));
    match kind {
        SchemeKind::Basic => quote! {
            #docs
            pub fn #setter(self, username: impl Into<Secret>, password: impl Into<Secret>) -> Self {
                self.credential_pair(#name, username, password)
            }
        },
        SchemeKind::ApiKey {
            location: _,
            name: _,
        }
        | SchemeKind::Bearer => quote! {
            #docs
            #lints
            pub fn #setter(self, #setter: impl Into<Secret>) -> Self {
                self.credential(#name, #setter)
            }
        },
    }
}

/// The setter of what fetches a token.
fn provider((scheme, names): (&Scheme, &CredentialNames)) -> Option<TokenStream> {
    let Scheme {
        name,
        kind,
        docs: _,
        origin: _,
    } = scheme;
    let CredentialNames {
        setter,
        provider,
        variable: _,
        variables: _,
    } = names;
    let docs = docs::attributes(&[format!(
        "Fetches the token of [`{setter}`](Self::{setter}) when it is needed, and anew when it is refused."
    )]);
    kind.is_token().then(|| {
        quote! {
            #docs
            pub fn #provider(self, provider: impl TokenProvider) -> Self {
                self.credential_provider(#name, provider)
            }
        }
    })
}

/// What a credential is where the document does not say, and how it is sent.
fn description(kind: &SchemeKind) -> (String, String) {
    match kind {
        SchemeKind::ApiKey { location, name } => {
            let place = match location {
                ApiKeyLocation::Header => "header",
                ApiKeyLocation::Query => "query parameter",
                ApiKeyLocation::Cookie => "cookie",
            };
            // The schemes of this header are words in front of the credentials (RFC 9110, section 11.4), and the document names none.
            let form = match name.eq_ignore_ascii_case("authorization") {
                true => {
                    " as it is: a word that the server expects in front, such as `Bearer`, is part of it"
                }
                false => "",
            };
            (
                "An API key.".to_owned(),
                format!("Sent as the {place} {}{form}.", docs::code(name)),
            )
        }
        SchemeKind::Basic => (
            "A user's name and password.".to_owned(),
            "Sent as HTTP basic authentication.".to_owned(),
        ),
        SchemeKind::Bearer => (
            "An access token.".to_owned(),
            "Sent as a bearer token in the header `authorization`.".to_owned(),
        ),
    }
}
