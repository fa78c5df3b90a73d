//! Signing in with an account at another company's.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OidcServer};

use super::PASSWORD;
use crate::harness::{Account, Shop, System, query, send, text};

const ANNA: &str = "anna@example.com";

/// Accounts, sessions and links, of all tenants.
pub(super) async fn counts(system: &System) -> (i64, i64, i64) {
    (
        system.number("select count(*) from users").await,
        system.number("select count(*) from sessions").await,
        system
            .number("select count(*) from linked_identities")
            .await,
    )
}

async fn unlink(shop: &Shop<'_>, account: &Account, id: &str) -> crate::harness::Answer {
    let path = format!("/identities/{id}");
    shop.account(&account.access_token, Method::DELETE, &path, Value::Null)
        .await
}

#[tokio::test]
async fn a_new_address_gets_an_account_that_the_next_sign_in_finds() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let issuer = OidcServer::start().await;
    let provider = shop.identity_provider(&issuer).await;
    let path = "/storefront/v1/auth/social/providers";
    let listed = send(system.request(Method::GET, &shop.host, path)).await;
    let own = json!({"data": [{"id": provider, "name": "Example ID"}]});
    assert_eq!(listed.expect(200), own);

    issuer.sign_in("anna-1", "Anna@Example.com");
    let trip = shop.trip(&provider).await;
    let asked = query(&trip.authorization_url);
    assert_eq!(asked["client_id"], OIDC_CLIENT_ID);
    assert_eq!(asked["scope"], "openid email profile");
    assert_eq!(asked["code_challenge_method"], "S256");
    let page = format!("http://{}:8080/account/social", shop.host);
    assert_eq!(asked["redirect_uri"], page);
    assert!(!trip.authorization_url.contains(&trip.browser_token));
    assert_eq!(
        system.tables_with(&trip.browser_token).await,
        [""; 0],
        "what the browser keeps"
    );
    assert_eq!(system.tables_with(&asked["nonce"]).await, [""; 0]);
    assert_eq!(system.tables_with(&asked["state"]).await, [""; 0]);

    let first = shop.come_back(&trip).await.expect(200);
    assert_eq!(first["return_to"], "/account?tab=1");
    let session = &first["session"];
    assert_eq!(session["account"]["email"], "anna@example.com");
    assert_eq!(session["account"]["first_name"], "Anna");
    assert_eq!(session["account"]["last_name"], "Berg");
    let anna = Account::of(session);
    let own = shop.account(&anna.access_token, Method::GET, "", Value::Null);
    assert_eq!(own.await.expect(200)["id"], anna.id.as_str());
    let methods = shop.identities(&anna).await;
    assert_eq!(methods["has_password"], false);
    assert_eq!(methods["identities"][0]["email"], "anna@example.com");
    assert_eq!(methods["identities"].as_array().unwrap().len(), 1);
    assert_eq!(counts(&system).await, (1, 1, 1));

    // Whoever is linked is known by the subject, whatever address comes along.
    issuer.sign_in_as("anna-1", json!({"email": "new@example.com"}));
    let again = shop.trip(&provider).await;
    let again = shop.come_back(&again).await.expect(200);
    assert_eq!(again["session"]["account"]["id"], anna.id.as_str());
    assert_eq!(counts(&system).await, (1, 2, 1));
    system.settle().await;
}

#[tokio::test]
async fn the_only_way_in_stays_until_there_is_a_password() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let issuer = OidcServer::start().await;
    let provider = shop.identity_provider(&issuer).await;
    issuer.sign_in("anna-1", ANNA);
    let trip = shop.trip(&provider).await;
    let anna = Account::of(&shop.come_back(&trip).await.expect(200)["session"]);
    let id = text(&shop.identities(&anna).await, "/identities/0/id");

    unlink(&shop, &anna, &id)
        .await
        .refused(409, "last_sign_in_method");
    assert_eq!(counts(&system).await, (1, 1, 1));
    shop.log_in(ANNA, "anything at all")
        .await
        .refused(401, "invalid_credentials");

    let before = system.letters(ANNA).await.len();
    send(shop.auth("forgot-password", &json!({"email": ANNA})))
        .await
        .expect(202);
    let token = system.letter(ANNA, before + 1).await.token();
    let body = json!({"token": token, "password": PASSWORD});
    send(shop.auth("reset-password", &body)).await.expect(204);
    let anna = Account::of(&shop.log_in(ANNA, PASSWORD).await.expect(200));
    assert_eq!(shop.identities(&anna).await["has_password"], true);
    assert_eq!(counts(&system).await, (1, 1, 1));
    unlink(&shop, &anna, &id).await.expect(204);
    unlink(&shop, &anna, &id).await.refused(404, "not_found");
    assert_eq!(counts(&system).await, (1, 1, 0));
    system.settle().await;
}

#[tokio::test]
async fn an_account_is_linked_by_its_owner_and_nobody_else() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let issuer = OidcServer::start().await;
    let provider = shop.identity_provider(&issuer).await;
    let anna = shop.member(ANNA).await;
    let berta = shop.member("berta@example.com").await;
    issuer.sign_in("anna-1", ANNA);
    let trip = shop.trip(&provider).await;

    shop.link(&anna, &trip).await.refused(400, "invalid_token");
    shop.come_back(&trip).await.refused(409, "link_required");
    assert_eq!(counts(&system).await, (2, 2, 0));
    shop.come_back(&trip).await.refused(400, "invalid_state");
    shop.link(&berta, &trip).await.refused(400, "invalid_token");
    assert_eq!(counts(&system).await, (2, 2, 0));

    let linked = shop.link(&anna, &trip).await.expect(201);
    assert_eq!(linked["email"], ANNA);
    assert_eq!(linked["identity_provider_id"], provider.as_str());
    assert_eq!(linked["provider_name"], "Example ID");
    shop.link(&anna, &trip).await.refused(400, "invalid_token");
    let trip = shop.trip(&provider).await;
    let session = shop.come_back(&trip).await.expect(200);
    assert_eq!(session["session"]["account"]["id"], anna.id.as_str());
    assert_eq!(counts(&system).await, (2, 3, 1));

    let id = text(&linked, "/id");
    unlink(&shop, &berta, &id).await.refused(404, "not_found");
    unlink(&shop, &anna, &id).await.expect(204);
    let trip = shop.trip(&provider).await;
    shop.come_back(&trip).await.refused(409, "link_required");
    system
        .execute("update social_sign_ins set expires_at = expires_at - interval '31 minutes'")
        .await;
    shop.link(&anna, &trip).await.refused(400, "invalid_token");
    assert_eq!(counts(&system).await, (2, 3, 0));
    system.settle().await;
}

#[tokio::test]
async fn an_address_that_nobody_has_verified_opens_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let issuer = OidcServer::start().await;
    let provider = shop.identity_provider(&issuer).await;
    shop.member(ANNA).await;
    for claims in [
        json!({}),
        json!({"email": "new@example.com"}),
        json!({"email": "new@example.com", "email_verified": false}),
        json!({"email": "new@example.com", "email_verified": "false"}),
        json!({"email": "no address", "email_verified": true}),
        json!({"email_verified": true}),
        json!({"email": ANNA, "email_verified": false}),
    ] {
        issuer.sign_in_as("new-1", claims);
        let trip = shop.trip(&provider).await;
        shop.come_back(&trip)
            .await
            .refused(422, "email_not_verified");
        assert_eq!(counts(&system).await, (1, 1, 0));
    }
    issuer.sign_in_as(
        "new-1",
        json!({"email": "new@example.com", "email_verified": "true", "name": "\u{202e}"}),
    );
    let trip = shop.trip(&provider).await;
    let session = shop.come_back(&trip).await.expect(200);
    assert_eq!(session["session"]["account"]["first_name"], "new");
    system.settle().await;
}

#[tokio::test]
async fn a_reset_password_and_a_blocked_account_end_what_others_have() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let issuer = OidcServer::start().await;
    let provider = shop.identity_provider(&issuer).await;
    let anna = shop.member(ANNA).await;
    issuer.sign_in("anna-1", ANNA);
    let trip = shop.trip(&provider).await;
    shop.come_back(&trip).await.refused(409, "link_required");
    shop.link(&anna, &trip).await.expect(201);
    // As if the account had had another address when it was linked.
    system
        .execute("update linked_identities set email = 'other@example.com'")
        .await;
    let before = system.letters(ANNA).await.len();
    system.a_minute_later().await;
    send(shop.auth("forgot-password", &json!({"email": ANNA})))
        .await
        .expect(202);
    let token = system.letter(ANNA, before + 1).await.token();
    let body = json!({"token": token, "password": "violet kettle orbit tundra"});
    send(shop.auth("reset-password", &body)).await.expect(204);
    assert_eq!(counts(&system).await, (1, 0, 0));

    let trip = shop.trip(&provider).await;
    shop.come_back(&trip).await.refused(409, "link_required");
    let anna = shop.log_in(ANNA, "violet kettle orbit tundra").await;
    let anna = Account::of(&anna.expect(200));
    shop.link(&anna, &trip).await.expect(201);
    system.execute("update users set blocked_at = now()").await;
    system.execute("delete from sessions").await;
    let trip = shop.trip(&provider).await;
    shop.come_back(&trip).await.refused(403, "account_blocked");
    assert_eq!(counts(&system).await, (1, 0, 1));
    assert_eq!(system.tables_with(OIDC_CLIENT_SECRET).await, [""; 0]);
    system.settle().await;
}
