//! An issuer of ID tokens for tests, over real HTTP: discovery, keys, and codes that are good once and only for whoever
//! has the verifier. It can be told to answer as issuers must not.

mod http;
mod tokens;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

use self::http::{Reply, Request};
use self::tokens::{Keys, base64url};

/// The one client that the issuer knows.
pub const CLIENT_ID: &str = "stoa-shop";
/// Its secret.
pub const CLIENT_SECRET: &str = "oidc-secret-of-the-shop";

/// What is wrong with the issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OidcFault {
    /// Nothing.
    None,
    /// Nothing; it signs with RSA.
    SignsWithRsa,
    /// Its tokens are another issuer's.
    WrongIssuer,
    /// Its tokens have the algorithm `none`.
    Unsigned,
    /// Its tokens are signed with its public key as if that were a secret.
    HmacWithPublicKey,
    /// Its tokens name a key that it does not publish.
    UnknownKey,
    /// Its tokens name a published key, and are signed with another.
    SwappedKey,
    /// Its tokens are for another client.
    OtherAudience,
    /// Its tokens are for two clients, and handed to the other one.
    OtherParty,
    /// Its tokens have expired.
    Expired,
    /// Its tokens were made an hour ago.
    Stale,
    /// Its tokens are made tomorrow.
    Future,
    /// Its tokens are of another sign-in.
    OtherNonce,
    /// Its tokens are of no sign-in.
    NoNonce,
    /// It gives no ID token.
    NoIdToken,
    /// It calls itself another issuer in its configuration.
    WrongConfiguration,
    /// It sends browsers back in another issuer's name.
    WrongParameter,
    /// It breaks down when a code is redeemed.
    Broken,
    /// It does not answer for a minute when a code is redeemed.
    Slow,
    /// It hangs up in the middle of the answer when a code is redeemed.
    Cut,
    /// It sends whoever redeems a code elsewhere.
    Redirects,
    /// It answers without an end when a code is redeemed.
    Endless,
}

/// Who has an account at the issuer and is signed in there.
#[derive(Debug, Clone)]
pub struct OidcPerson {
    /// The subject.
    pub subject: String,
    /// The claims that ID tokens have about the person.
    pub claims: Value,
}

struct Grant {
    redirect_uri: String,
    nonce: Option<String>,
    challenge: String,
    person: OidcPerson,
}

struct State {
    fault: OidcFault,
    person: OidcPerson,
    keys: Keys,
    grants: HashMap<String, Grant>,
    reads_of_keys: usize,
    given: usize,
}

/// A running issuer.
#[derive(Clone)]
pub struct OidcServer {
    /// Where it listens.
    pub address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl OidcServer {
    /// Starts an issuer on a free port, with keys of its own.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("an issuer listens");
        let server = Self {
            address: listener.local_addr().expect("an issuer listens"),
            state: Arc::new(Mutex::new(State {
                fault: OidcFault::None,
                person: OidcPerson {
                    subject: String::new(),
                    claims: json!({}),
                },
                keys: Keys::new(),
                grants: HashMap::new(),
                reads_of_keys: 0,
                given: 0,
            })),
        };
        let answering = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = answering.clone();
                // A client that goes away is no failure of the issuer.
                tokio::spawn(async move {
                    drop(http::answer(stream, |request| server.reply(&request)).await);
                });
            }
        });
        server
    }

    /// The issuer.
    pub fn issuer(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What is wrong with it from now on.
    pub fn be(&self, fault: OidcFault) {
        self.state().fault = fault;
    }

    /// Who is signed in at it from now on, with an address that it has verified.
    pub fn sign_in(&self, subject: &str, email: &str) {
        self.sign_in_as(
            subject,
            json!({
                "email": email, "email_verified": true, "given_name": "Anna", "family_name": "Berg",
            }),
        );
    }

    /// The same, with these claims.
    pub fn sign_in_as(&self, subject: &str, claims: Value) {
        self.state().person = OidcPerson {
            subject: subject.to_owned(),
            claims,
        };
    }

    /// Signs with other keys from now on, and publishes only those.
    pub fn rotate(&self) {
        self.state().keys = Keys::new();
    }

    /// How often its keys were read.
    pub fn reads_of_keys(&self) -> usize {
        self.state().reads_of_keys
    }

    /// How many ID tokens it gave.
    pub fn given(&self) -> usize {
        self.state().given
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nobody panicked")
    }

    fn reply(&self, request: &Request) -> Reply {
        match (request.method.as_str(), request.path.as_str()) {
            ("GET", "/.well-known/openid-configuration") => Reply::json(200, &self.configuration()),
            ("GET", "/keys") => {
                let mut state = self.state();
                state.reads_of_keys += 1;
                Reply::json(200, &state.keys.published())
            }
            ("GET", "/authorize") => self.authorize(request),
            ("POST", "/token") => self.token(request),
            _ => Reply::json(404, &json!({})),
        }
    }

    fn configuration(&self) -> Value {
        let own = self.issuer();
        let issuer = match self.state().fault {
            OidcFault::WrongConfiguration => "https://accounts.example.com".to_owned(),
            _ => own.clone(),
        };
        json!({
            "issuer": issuer, "authorization_endpoint": format!("{own}/authorize"),
            "token_endpoint": format!("{own}/token"), "jwks_uri": format!("{own}/keys"),
            "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256", "ES256"],
            "authorization_response_iss_parameter_supported": true,
        })
    }

    /// Sends a browser back with a code for whoever is signed in.
    fn authorize(&self, request: &Request) -> Reply {
        let asked = |name: &str| request.query.get(name).cloned().unwrap_or_default();
        let is_right = asked("response_type") == "code"
            && asked("client_id") == CLIENT_ID
            && asked("code_challenge_method") == "S256"
            && asked("scope").split(' ').any(|scope| scope == "openid");
        if !is_right {
            return Reply::json(400, &json!({"error": "invalid_request"}));
        }
        let mut state = self.state();
        let code = hex::encode(Sha256::digest(asked("state")));
        let grant = Grant {
            redirect_uri: asked("redirect_uri"),
            nonce: request.query.get("nonce").cloned(),
            challenge: asked("code_challenge"),
            person: state.person.clone(),
        };
        state.grants.insert(code.clone(), grant);
        let issuer = match state.fault {
            OidcFault::WrongParameter => "https://accounts.example.com".to_owned(),
            _ => self.issuer(),
        };
        let mut back = url::Url::parse(&asked("redirect_uri")).expect("a redirect URI");
        back.query_pairs_mut()
            .append_pair("code", &code)
            .append_pair("state", &asked("state"))
            .append_pair("iss", &issuer);
        Reply::redirect(back.as_str())
    }

    /// Redeems a code, once.
    fn token(&self, request: &Request) -> Reply {
        let refused = |status, code: &str| Reply::json(status, &json!({"error": code}));
        let mut state = self.state();
        match state.fault {
            OidcFault::Broken => return Reply::text(500, "<h1>Sorry</h1>"),
            OidcFault::Redirects => return Reply::redirect("http://127.0.0.1:9/token"),
            _ => {}
        }
        let credentials = base64url(&format!("{CLIENT_ID}:{CLIENT_SECRET}"));
        if request.basic.as_deref() != Some(credentials.as_str()) {
            return refused(401, "invalid_client");
        }
        let sent = |name: &str| request.form.get(name).cloned().unwrap_or_default();
        let Some(grant) = state.grants.remove(&sent("code")) else {
            return refused(400, "invalid_grant");
        };
        let is_right = sent("grant_type") == "authorization_code"
            && sent("redirect_uri") == grant.redirect_uri
            && tokens::digest(&sent("code_verifier")) == grant.challenge;
        if !is_right {
            return refused(400, "invalid_grant");
        }
        let claims = self.claims(state.fault, &grant);
        let mut answer =
            json!({"access_token": "unused", "token_type": "Bearer", "expires_in": 60});
        if state.fault != OidcFault::NoIdToken {
            state.given += 1;
            answer["id_token"] = Value::String(state.keys.sign(state.fault, &claims));
        }
        match state.fault {
            OidcFault::Slow => Reply::json(200, &answer).after(Duration::from_mins(1)),
            OidcFault::Cut => Reply::json(200, &answer).cut(),
            OidcFault::Endless => Reply::text(200, &"x".repeat(10_000_000)),
            _ => Reply::json(200, &answer),
        }
    }

    fn claims(&self, fault: OidcFault, grant: &Grant) -> Value {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let now = i64::try_from(now.expect("after 1970").as_secs()).expect("before the end");
        let mut claims = grant.person.claims.clone();
        claims["sub"] = json!(grant.person.subject);
        claims["iss"] = json!(self.issuer());
        claims["aud"] = json!(CLIENT_ID);
        (claims["iat"], claims["exp"]) = (json!(now), json!(now + 300));
        if let Some(nonce) = &grant.nonce {
            claims["nonce"] = json!(nonce);
        }
        match fault {
            OidcFault::WrongIssuer => claims["iss"] = json!("https://accounts.example.com"),
            OidcFault::OtherAudience => claims["aud"] = json!("another-client"),
            OidcFault::OtherParty => {
                claims["aud"] = json!([CLIENT_ID, "another-client"]);
                claims["azp"] = json!("another-client");
            }
            OidcFault::Expired => claims["exp"] = json!(now - 120),
            OidcFault::Stale => claims["iat"] = json!(now - 3600),
            OidcFault::Future => claims["iat"] = json!(now + 86_400),
            OidcFault::OtherNonce => claims["nonce"] = json!("0".repeat(64)),
            OidcFault::NoNonce => claims["nonce"] = Value::Null,
            _ => {}
        }
        claims
    }
}
