//! Identity providers of a tenant, as its staff see them.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{OIDC_CLIENT_SECRET, OidcFault, OidcServer};

use crate::harness::{System, send, text};

const PATH: &str = "/identity-providers";

#[tokio::test]
async fn a_provider_is_added_changed_and_deleted_and_its_secret_never_shown() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let issuer = OidcServer::start().await;
    let made = shop.add_provider(&issuer.issuer()).await.expect(201);
    assert_eq!(made["issuer"], issuer.issuer());
    assert_eq!(made["is_enabled"], true);
    assert!(made.get("client_secret").is_none());
    assert_eq!(system.tables_with(OIDC_CLIENT_SECRET).await, [""; 0]);
    shop.add_provider(&issuer.issuer())
        .await
        .refused(409, "issuer_in_use");
    let id = text(&made, "/id");
    let one = format!("{PATH}/{id}");

    let change = json!({"name": "Example", "is_enabled": false});
    let changed = shop.admin(Method::PATCH, &one, change).await.expect(200);
    assert_eq!(changed["name"], "Example");
    assert_eq!(changed["client_id"], made["client_id"]);
    let listed = shop.admin(Method::GET, PATH, Value::Null).await.expect(200);
    assert_eq!(listed["data"], json!([changed]));
    let public = "/storefront/v1/auth/social/providers";
    let public = send(system.request(Method::GET, &shop.host, public)).await;
    assert_eq!(public.expect(200), json!({"data": []}));
    shop.leave(&id, "/").await.refused(404, "not_found");

    // One that lies about itself is not switched on.
    issuer.be(OidcFault::WrongConfiguration);
    let on = json!({"is_enabled": true});
    let refused = shop.admin(Method::PATCH, &one, on.clone()).await;
    refused.refused(422, "issuer_refused");
    assert_eq!(refused.body["errors"][0]["pointer"], "/issuer");
    issuer.be(OidcFault::None);
    let on = json!({"is_enabled": true, "client_secret": "another"});
    shop.admin(Method::PATCH, &one, on).await.expect(200);
    // With the new secret, which the issuer does not know.
    issuer.sign_in("anna-1", "anna@example.com");
    let trip = shop.trip(&id).await;
    shop.come_back(&trip).await.refused(400, "invalid_code");

    shop.admin(Method::DELETE, &one, Value::Null)
        .await
        .expect(204);
    shop.admin(Method::DELETE, &one, Value::Null)
        .await
        .refused(404, "not_found");
    assert_eq!(
        system
            .number("select count(*) from identity_providers")
            .await,
        0
    );
    system.settle().await;
}

#[tokio::test]
async fn an_issuer_that_cannot_be_used_is_refused() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let issuer = OidcServer::start().await;
    issuer.be(OidcFault::WrongConfiguration);
    for wrong in [
        issuer.issuer(),
        "http://127.0.0.1:9".to_owned(),
        "http://example.com".to_owned(),
        "no address".to_owned(),
        format!("{}/?a=b", issuer.issuer()),
        format!("{}/elsewhere", issuer.issuer()),
    ] {
        let refused = shop.add_provider(&wrong).await;
        refused.refused(422, "issuer_refused");
        assert_eq!(refused.body["errors"][0]["pointer"], "/issuer", "{wrong}");
    }
    let body = json!({
        "name": " ", "issuer": issuer.issuer(), "client_id": "a b", "client_secret": "\u{e9}",
    });
    let refused = shop.admin(Method::POST, PATH, body).await;
    refused.refused(400, "invalid_request");
    let pointers: Vec<&str> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|error| error["pointer"].as_str())
        .collect();
    assert_eq!(pointers, ["/name", "/client_id", "/client_secret"]);
    assert_eq!(
        system
            .number("select count(*) from identity_providers")
            .await,
        0
    );
    system.settle().await;
}

#[tokio::test]
async fn where_shops_are_served_over_tls_no_private_address_is_asked() {
    let system = System::with(&[("STOREFRONT_URL", "https://{host}")]).await;
    let shop = system.shop("aurora", &[]).await;
    let issuer = OidcServer::start().await;
    let port = issuer.address.port();
    for wrong in [
        issuer.issuer(),
        format!("https://127.0.0.1:{port}"),
        "https://localhost".to_owned(),
        "https://2130706433".to_owned(),
        "https://[::ffff:127.0.0.1]".to_owned(),
        "https://169.254.169.254".to_owned(),
        "https://10.0.0.1".to_owned(),
        "https://metadata.google.internal".to_owned(),
    ] {
        let refused = shop.add_provider(&wrong).await;
        refused.refused(422, "issuer_refused");
    }
    assert_eq!(issuer.reads_of_keys(), 0);
    system.settle().await;
}
