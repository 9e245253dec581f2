//! Credentials that are fetched when they are needed.

use std::future::Future;
use std::time::Duration;

use crate::runtime::may_send::MaySend;
use crate::runtime::secret::Secret;
use crate::runtime::transport::{BoxError, BoxFuture};

/// A credential that was fetched, and how long it is good for.
#[derive(Clone, Debug)]
pub struct Token {
    pub(super) secret: Secret,
    pub(super) lifetime: Option<Duration>,
}

impl Token {
    /// A credential that is good until a server refuses it.
    pub fn new(secret: impl Into<Secret>) -> Self {
        Self {
            secret: secret.into(),
            lifetime: None,
        }
    }

    /// Sets how long it is good for from now on: `expires_in` of an OAuth 2.0 answer (RFC 6749,
    /// section 5.1). It is fetched anew a little earlier. On wasm32, which has no clock, it is kept until
    /// a server refuses it.
    #[must_use]
    pub fn lifetime(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }
}

/// Fetches a credential: an access token from an authorization server, a key from a vault.
///
/// What it gives is kept until its lifetime is over or a server answers 401; then it is fetched anew,
/// once for all calls that wait for it, and a refused call is sent once more. A failure is that of all
/// calls that waited for it. A call waits for as long as an attempt may take, beside that:
/// see [`timeout`](crate::runtime::ClientBuilder::timeout). A fetch ends with the call that began it, and
/// the next one that waits begins anew.
///
/// Functions that give futures are providers:
///
/// ```text
/// Client::builder().credential_provider("OAuth", || async {
///     let (token, seconds) = log_in().await?;
///     Ok::<_, LoginError>(Token::new(token).lifetime(Duration::from_secs(seconds)))
/// })
/// ```
pub trait TokenProvider: Send + Sync + 'static {
    /// Fetches the credential.
    fn fetch(&self) -> BoxFuture<'_, Result<Token, BoxError>>;
}

impl<F, G, E> TokenProvider for F
where
    F: Fn() -> G + Send + Sync + 'static,
    G: Future<Output = Result<Token, E>> + MaySend + 'static,
    E: Into<BoxError>,
{
    fn fetch(&self) -> BoxFuture<'_, Result<Token, BoxError>> {
        let fetched = self();
        Box::pin(async move { fetched.await.map_err(Into::into) })
    }
}
