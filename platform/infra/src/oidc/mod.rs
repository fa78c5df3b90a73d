//! Issuers of ID tokens over HTTP (OpenID Connect, authorization code with PKCE).
//!
//! Who the issuers are, tenants decide: every address is checked before it is asked, no answer is read that is long
//! or late, redirects are not followed, and what an ID token says is believed only after all of it was checked.

mod address;
mod http;
mod id_token;
mod published;

use std::time::Duration;

use async_trait::async_trait;
use kernel::ports::{
    OpenIdClient, OpenIdError, OpenIdGrant, OpenIdIssuers, OpenIdPerson, OpenIdRequest,
};
use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse,
    BasicTokenType,
};
use oauth2::{
    AuthUrl, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken, EndpointNotSet,
    EndpointSet, ExtraTokenFields, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    RequestTokenError, Scope, StandardRevocableToken, StandardTokenResponse, TokenUrl,
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

pub use self::address::Reach;
use self::http::Http;
use self::published::{Metadata, Published};

/// Redeeming a code and reading keys for it together take no longer.
const LONGEST: Duration = Duration::from_secs(10);
/// An unknown key makes an issuer's keys be read anew no more often.
const REFETCH_AFTER: Duration = Duration::from_mins(1);

/// What a token endpoint answers beside OAuth's own fields.
#[derive(Debug, Serialize, Deserialize)]
struct IdTokenField {
    id_token: Option<String>,
}

impl ExtraTokenFields for IdTokenField {}

type OAuth = Client<
    BasicErrorResponse,
    StandardTokenResponse<IdTokenField, BasicTokenType>,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// Issuers that are asked over HTTP.
#[derive(Debug, Clone)]
pub struct OpenId {
    http: Http,
    published: Published,
}

impl OpenId {
    /// Issuers in this part of the network.
    pub fn new(reach: Reach) -> Self {
        Self::refetching(reach, REFETCH_AFTER)
    }

    /// The same; an unknown key makes keys be read anew that are this old.
    pub fn refetching(reach: Reach, after: Duration) -> Self {
        let http = Http::new(reach);
        Self {
            published: Published::new(http.clone(), after),
            http,
        }
    }

    async fn redeemed(
        &self,
        client: &OpenIdClient,
        grant: &OpenIdGrant,
    ) -> Result<(String, Metadata), OpenIdError> {
        let metadata = self.published.metadata(&client.issuer).await?;
        let is_of_issuer = match &grant.issuer {
            Some(issuer) => *issuer == client.issuer,
            None => !metadata.names_itself,
        };
        if !is_of_issuer {
            let why = "the code is another issuer's";
            return Err(OpenIdError::Untrusted(why.to_owned()));
        }
        let secret = ClientSecret::new(grant.client_secret.expose().clone());
        let oauth = oauth(client, &metadata)?.set_client_secret(secret);
        let verifier = PkceCodeVerifier::new(grant.verifier.expose().clone());
        let answer = oauth
            .exchange_code(AuthorizationCode::new(grant.code.expose().clone()))
            .set_pkce_verifier(verifier)
            .request_async(&self.http)
            .await
            .map_err(failed)?;
        let token = answer.extra_fields().id_token.clone();
        let missing = || OpenIdError::Untrusted("there is none".to_owned());
        Ok((token.ok_or_else(missing)?, metadata))
    }
}

#[async_trait]
impl OpenIdIssuers for OpenId {
    async fn check(&self, issuer: &str) -> Result<(), OpenIdError> {
        let metadata = self.published.read_anew(issuer).await?;
        self.published.keys(&metadata.jwks_uri).await.map(|_| ())
    }

    async fn authorization_url(
        &self,
        client: &OpenIdClient,
        request: &OpenIdRequest,
    ) -> Result<String, OpenIdError> {
        let metadata = self.published.metadata(&client.issuer).await?;
        let verifier = PkceCodeVerifier::new(request.verifier.expose().clone());
        let (url, _) = oauth(client, &metadata)?
            .authorize_url(|| CsrfToken::new(request.state.clone()))
            .add_scopes(["openid", "email", "profile"].map(|scope| Scope::new(scope.to_owned())))
            .add_extra_param("nonce", request.nonce.clone())
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(url.into())
    }

    async fn redeem(
        &self,
        client: &OpenIdClient,
        grant: &OpenIdGrant,
        now: OffsetDateTime,
    ) -> Result<OpenIdPerson, OpenIdError> {
        let work = async {
            let (token, metadata) = self.redeemed(client, grant).await?;
            let key = id_token::key_of(&token, &metadata.jwks_uri, &self.published).await?;
            id_token::claims(&token, &key)?.checked(client, &grant.nonce, now)
        };
        match tokio::time::timeout(LONGEST, work).await {
            Ok(done) => done,
            Err(_) => Err(OpenIdError::Unavailable("no answer in time".to_owned())),
        }
    }
}

fn oauth(client: &OpenIdClient, metadata: &Metadata) -> Result<OAuth, OpenIdError> {
    let unusable = |why: url::ParseError| OpenIdError::Unusable(why.to_string());
    let redirect_uri = RedirectUrl::new(client.redirect_uri.clone()).map_err(unusable)?;
    let authorization = AuthUrl::new(metadata.authorization_endpoint.to_string());
    let token = TokenUrl::new(metadata.token_endpoint.to_string());
    let oauth = Client::new(ClientId::new(client.client_id.clone()))
        .set_auth_type(metadata.auth_type.clone())
        .set_redirect_uri(redirect_uri)
        .set_auth_uri(authorization.map_err(unusable)?)
        .set_token_uri(token.map_err(unusable)?);
    Ok(oauth)
}

/// What went wrong at a token endpoint. Of its answer only the code of its error is kept.
fn failed(error: RequestTokenError<OpenIdError, BasicErrorResponse>) -> OpenIdError {
    match error {
        RequestTokenError::ServerResponse(refusal) => {
            let code: String = refusal.error().to_string().chars().take(100).collect();
            OpenIdError::Refused(code)
        }
        RequestTokenError::Request(error) => error,
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
            OpenIdError::Unavailable("its answer cannot be read".to_owned())
        }
    }
}
