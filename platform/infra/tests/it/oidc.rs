//! Issuers over real HTTP: their keys are kept, and read anew for a key that is not known.

use std::time::Duration;

use infra::oidc::{OpenId, Reach};
use kernel::config::Secret;
use kernel::ports::{
    Clock, OpenIdClient, OpenIdError, OpenIdGrant, OpenIdIssuers, OpenIdPerson, OpenIdRequest,
    SystemClock,
};
use testkit::{OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OidcFault, OidcServer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use url::Url;

async fn person(openid: &OpenId, server: &OidcServer) -> Result<OpenIdPerson, OpenIdError> {
    let client = OpenIdClient {
        issuer: server.issuer(),
        client_id: OIDC_CLIENT_ID.to_owned(),
        redirect_uri: "https://shop.example/account/social".to_owned(),
    };
    let request = OpenIdRequest {
        state: format!("state-{}", server.given()),
        nonce: "nonce".to_owned(),
        verifier: Secret::new("v".repeat(64)),
    };
    let url = openid.authorization_url(&client, &request).await?;
    let grant = OpenIdGrant {
        code: Secret::new(code(server, &Url::parse(&url).unwrap()).await),
        issuer: Some(server.issuer()),
        client_secret: Secret::new(OIDC_CLIENT_SECRET.to_owned()),
        nonce: request.nonce,
        verifier: request.verifier,
    };
    openid.redeem(&client, &grant, SystemClock.now()).await
}

/// The code that a browser is sent back with.
async fn code(server: &OidcServer, url: &Url) -> String {
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let target = url.as_str().trim_start_matches(&server.issuer()).to_owned();
    let request = format!("GET {target} HTTP/1.1\r\nhost: issuer\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (_, back) = answer.split_once("location: ").unwrap();
    let back = Url::parse(back.lines().next().unwrap()).unwrap();
    let mut pairs = back.query_pairs();
    pairs
        .find(|(name, _)| name == "code")
        .unwrap()
        .1
        .into_owned()
}

#[tokio::test]
async fn keys_are_kept_and_read_anew_for_one_that_is_not_known() {
    let server = OidcServer::start().await;
    server.sign_in("anna-1", "anna@example.com");
    let openid = OpenId::refetching(Reach::Local, Duration::from_millis(200));
    openid.check(&server.issuer()).await.unwrap();
    for _ in 0..3 {
        let anna = person(&openid, &server).await.unwrap();
        assert_eq!(anna.subject, "anna-1");
        assert_eq!(anna.email.as_deref(), Some("anna@example.com"));
        assert!(anna.is_email_verified);
    }
    assert_eq!(server.reads_of_keys(), 1);

    server.rotate();
    tokio::time::sleep(Duration::from_millis(250)).await;
    assert_eq!(person(&openid, &server).await.unwrap().subject, "anna-1");
    assert_eq!(server.reads_of_keys(), 2);

    // A key that nobody publishes is asked for once in that time.
    server.be(OidcFault::UnknownKey);
    tokio::time::sleep(Duration::from_millis(250)).await;
    for _ in 0..3 {
        let refused = person(&openid, &server).await;
        assert!(matches!(refused, Err(OpenIdError::Untrusted(_))));
    }
    assert!((3..=4).contains(&server.reads_of_keys()));
}

#[tokio::test]
async fn keys_that_were_read_a_moment_ago_are_not_read_anew() {
    let server = OidcServer::start().await;
    server.sign_in("anna-1", "anna@example.com");
    let openid = OpenId::new(Reach::Local);
    person(&openid, &server).await.unwrap();
    server.rotate();
    for _ in 0..3 {
        let refused = person(&openid, &server).await;
        assert!(matches!(refused, Err(OpenIdError::Untrusted(_))));
    }
    assert_eq!(server.reads_of_keys(), 1);
}

#[tokio::test]
async fn an_issuer_on_this_machine_is_asked_in_development_only() {
    let server = OidcServer::start().await;
    assert!(
        OpenId::new(Reach::Local)
            .check(&server.issuer())
            .await
            .is_ok()
    );
    let public = OpenId::new(Reach::Public);
    let refused = public.check(&server.issuer()).await;
    assert!(matches!(refused, Err(OpenIdError::Unusable(_))));
    let here = format!("https://127.0.0.1:{}", server.address.port());
    assert!(matches!(
        public.check(&here).await,
        Err(OpenIdError::Unusable(_))
    ));
    assert_eq!(server.reads_of_keys(), 1);
}
