//! What a document says of its API as a whole.

/// Which credentials a call needs: one of the alternatives, and of that alternative every scheme.
///
/// An empty alternative says that the call may go without credentials, an empty list that it needs
/// none.
pub type Security = &'static [&'static [&'static str]];

/// What a document says of its API as a whole; generated code holds one of these in a `static`.
#[derive(Debug)]
pub struct Api {
    /// The document's title, for people.
    pub title: &'static str,
    /// Where the API is, unless a client is told otherwise: a URL, or where the document leaves the host
    /// open a path, which no client can do with alone.
    pub base_url: Option<&'static str>,
    /// The environment variable that tells a client otherwise.
    pub base_url_variable: &'static str,
    /// How clients introduce themselves unless they are given another name.
    pub user_agent: &'static str,
    /// The ways to authenticate.
    pub schemes: &'static [Scheme],
    /// The credentials that a call needs when its operation does not say.
    pub security: Security,
}

impl Api {
    pub(super) fn scheme(&self, name: &str) -> Option<&'static Scheme> {
        self.schemes.iter().find(|scheme| scheme.name == name)
    }
}

/// One way to authenticate, and the environment variable its credential is read from.
#[derive(Debug)]
pub struct Scheme {
    pub(super) name: &'static str,
    pub(super) kind: SchemeKind,
    variable: &'static str,
}

/// Where a scheme puts its credential.
#[derive(Debug)]
pub(super) enum SchemeKind {
    Header(&'static str),
    Query(&'static str),
    Cookie(&'static str),
    Basic,
    Bearer,
}

impl Scheme {
    /// An API key that goes into the given header.
    pub const fn api_key_header(
        name: &'static str,
        header: &'static str,
        variable: &'static str,
    ) -> Self {
        Self::new(name, SchemeKind::Header(header), variable)
    }

    /// An API key that goes into the given query parameter.
    pub const fn api_key_query(
        name: &'static str,
        parameter: &'static str,
        variable: &'static str,
    ) -> Self {
        Self::new(name, SchemeKind::Query(parameter), variable)
    }

    /// An API key that goes into the given cookie.
    pub const fn api_key_cookie(
        name: &'static str,
        cookie: &'static str,
        variable: &'static str,
    ) -> Self {
        Self::new(name, SchemeKind::Cookie(cookie), variable)
    }

    /// HTTP basic authentication, read from the variables `<stem>_USERNAME` and `<stem>_PASSWORD`.
    pub const fn basic(name: &'static str, stem: &'static str) -> Self {
        Self::new(name, SchemeKind::Basic, stem)
    }

    /// A bearer token.
    pub const fn bearer(name: &'static str, variable: &'static str) -> Self {
        Self::new(name, SchemeKind::Bearer, variable)
    }

    const fn new(name: &'static str, kind: SchemeKind, variable: &'static str) -> Self {
        Self {
            name,
            kind,
            variable,
        }
    }

    /// The environment variables that together hold the credential.
    pub(super) fn variables(&self) -> Vec<String> {
        match self.kind {
            SchemeKind::Basic => {
                vec![
                    format!("{}_USERNAME", self.variable),
                    format!("{}_PASSWORD", self.variable),
                ]
            }
            SchemeKind::Header(_)
            | SchemeKind::Query(_)
            | SchemeKind::Cookie(_)
            | SchemeKind::Bearer => vec![self.variable.to_owned()],
        }
    }

    /// Whether the credential stands under this name in a query or a cookie.
    pub(super) fn is_carried_by(&self, parameter: &str) -> bool {
        matches!(self.kind, SchemeKind::Query(name) | SchemeKind::Cookie(name) if name == parameter)
    }

    /// Whether the credential stands in this header; header names have no case.
    pub(super) fn is_carried_by_header(&self, header: &str) -> bool {
        matches!(self.kind, SchemeKind::Header(name) if name.eq_ignore_ascii_case(header))
    }
}
