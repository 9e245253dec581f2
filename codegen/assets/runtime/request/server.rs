//! Where an operation goes that has a server of its own.

use std::borrow::Cow;

use crate::runtime::base_url::BaseUrl;
use crate::runtime::client::Client;
use crate::runtime::error::Error;

/// What an operation has in place of the document's server.
#[derive(Clone, Copy, Debug)]
pub(in crate::runtime) enum Server {
    /// Another URL.
    At(&'static str),
    /// Another path at the same host.
    Beside {
        /// The path of the document's server.
        path: &'static str,
        /// The operation's own.
        own: &'static str,
    },
}

impl Server {
    /// The base URL of the operation, at a client that may have been given another one than the document's.
    pub(super) fn base_url(self, client: &Client) -> Result<Cow<'_, BaseUrl>, Error> {
        let shared = &client.shared;
        let own = match self {
            Self::At(url) => (!shared.base_url_chosen).then(|| BaseUrl::parse(url)),
            Self::Beside { path, own } => {
                let root = shared.base_url.as_str().strip_suffix(path);
                root.filter(|root| has_host(root))
                    .map(|root| BaseUrl::parse(&format!("{root}{own}")))
            }
        };
        own.map_or(Ok(Cow::Borrowed(&shared.base_url)), |url| {
            url.map(Cow::Owned)
        })
    }
}

/// Whether a host is left of a URL: one may be called as a path ends.
fn has_host(url: &str) -> bool {
    url.split_once("://")
        .is_some_and(|(_, host)| !host.is_empty())
}
