//! Where the API is.

/// A server of the document (OpenAPI 3.0.3, "Server Object").
#[derive(Debug)]
pub(crate) struct Server {
    /// Its URL with variables in braces.
    pub(crate) url: String,
    pub(crate) description: Option<String>,
    pub(crate) variables: Vec<ServerVariable>,
}

/// Where an operation goes that has a server of its own.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum OwnServer {
    /// To another URL.
    At(String),
    /// To another path at the host of the document's server, in place of its path. Neither ends in a slash.
    Beside { path: String, own: String },
}

/// A part of a URL that may have other values ("Server Variable Object").
#[derive(Debug)]
pub(crate) struct ServerVariable {
    pub(crate) name: String,
    pub(crate) default: Option<String>,
    /// The values that it may have, or none where it may have any.
    pub(crate) values: Vec<String>,
    pub(crate) description: Option<String>,
}

impl Server {
    /// One of which nothing but its URL is known.
    pub(crate) fn at(url: String) -> Self {
        Self {
            url,
            description: None,
            variables: Vec::new(),
        }
    }

    /// The URL with the defaults of its variables.
    pub(crate) fn filled(&self) -> String {
        let mut url = self.url.clone();
        for variable in &self.variables {
            if let Some(value) = &variable.default {
                url = url.replace(&format!("{{{}}}", variable.name), value);
            }
        }
        url
    }

    /// The first variable that has no value.
    pub(crate) fn unfilled(&self) -> Option<String> {
        let url = self.filled();
        let (_, rest) = url.split_once('{')?;
        rest.split('}').next().map(str::to_owned)
    }

    /// Whether it says on which host the API is; a relative URL is below that of the document, which nobody knows any more.
    pub(crate) fn is_absolute(&self) -> bool {
        self.filled().contains("://")
    }

    /// Whether calls can go there without more being said.
    pub(crate) fn is_whole(&self) -> bool {
        self.is_absolute() && self.unfilled().is_none()
    }

    /// What it says of where calls go: all, the path at an unknown host, or nothing.
    pub(crate) fn base_url(&self) -> Option<String> {
        let url = self.filled();
        let says_something = self.unfilled().is_none() && !matches!(url.as_str(), "" | "/");
        says_something.then_some(url)
    }
}
