//! Secret keys: what a program may do with one, and when it stops.

use kernel::Permission;
use reqwest::Method;
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::harness::{Answer, Shop, System, send, text};

async fn create(shop: &Shop<'_>, body: Value) -> Answer {
    shop.admin(Method::POST, "/api-keys", body).await
}

/// A key with these authorities: its id and its secret.
async fn key(shop: &Shop<'_>, authorities: &[&str]) -> (String, String) {
    let body = json!({"name": "Sync", "authorities": authorities});
    let made = create(shop, body).await.expect(201);
    (text(&made, "/api_key/id"), text(&made, "/secret"))
}

/// What a program with this key is answered.
async fn ask(shop: &Shop<'_>, secret: &str, method: Method, path: &str, body: Value) -> Answer {
    let request = shop.system.request(method, &shop.host, path);
    let request = request.bearer_auth(secret);
    send(if body.is_null() {
        request
    } else {
        request.json(&body)
    })
    .await
}

async fn list_products(shop: &Shop<'_>, secret: &str) -> u16 {
    ask(shop, secret, Method::GET, "/admin/v1/products", Value::Null)
        .await
        .status
}

#[tokio::test]
async fn a_key_does_what_its_authorities_say_in_its_own_tenant() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("meridian", &[]).await;
    shop.stock(&[("mug", 1200, 5)]).await;

    let (id, secret) = key(&shop, &["products:read"]).await;

    assert!(
        secret.starts_with("stoa_sk_") && secret.len() == 72,
        "{secret}"
    );
    assert_eq!(list_products(&shop, &secret).await, 200);
    let variant = shop.variant("mug").await;
    let path = format!("/admin/v1/variants/{variant}/price");
    let price = json!({"price": {"amount": 100, "currency": "EUR"}});
    let refused = ask(&shop, &secret, Method::PUT, &path, price).await;
    assert_eq!((refused.status, refused.code()), (403, "permission_denied"));
    let shown = send(system.request(Method::GET, &shop.host, "/storefront/v1/products/mug")).await;
    assert_eq!(shown.expect(200)["price"]["amount"], 1200);
    let foreign = ask(
        &other,
        &secret,
        Method::GET,
        "/admin/v1/products",
        Value::Null,
    )
    .await;
    assert_eq!((foreign.status, foreign.code()), (401, "unauthenticated"));
    let operator = system
        .request(Method::GET, "localhost", "/operator/v1/tenants")
        .bearer_auth(&secret);
    assert_eq!(send(operator).await.status, 401);
    let listed = shop
        .admin(Method::GET, "/api-keys", Value::Null)
        .await
        .expect(200);
    assert_eq!(listed["data"][0]["id"], id.as_str());
    assert_eq!(listed["data"][0]["last_four"], secret[68..]);
    assert!(listed["data"][0]["last_used_at"].is_string(), "{listed}");
    assert!(
        !listed.to_string().contains(&secret),
        "a secret is shown once"
    );
    assert!(system.tables_with(&secret).await.is_empty());
    system.settle().await;
}

#[tokio::test]
async fn each_authority_is_held_by_no_more_than_its_own_key() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;

    let reads = [
        (Permission::ProductsRead, "/admin/v1/products"),
        (Permission::OrdersRead, "/admin/v1/orders"),
        (Permission::MerchantsRead, "/admin/v1/merchants"),
        (Permission::LedgerRead, "/admin/v1/ledger/balances"),
        (Permission::StorefrontWrite, "/admin/v1/storefronts"),
    ];
    for (held, _) in reads {
        let (_, secret) = key(&shop, &[held.name()]).await;
        for (needed, path) in reads {
            let answer = ask(&shop, &secret, Method::GET, path, Value::Null).await;
            let status = if held == needed { 200 } else { 403 };
            assert_eq!(answer.status, status, "{} at {path}", held.name());
        }
        let keys = ask(
            &shop,
            &secret,
            Method::GET,
            "/admin/v1/api-keys",
            Value::Null,
        )
        .await;
        assert_eq!(keys.status, 403, "a key manages no keys");
    }
    system.settle().await;
}

#[tokio::test]
async fn a_key_stops_when_it_is_revoked_or_over_and_works_on_for_a_while_when_rotated() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let (id, secret) = key(&shop, &["products:read"]).await;
    let rotate = format!("/api-keys/{id}/rotate");

    let rotated = shop
        .admin(Method::POST, &rotate, json!({}))
        .await
        .expect(201);
    let next = text(&rotated, "/secret");
    assert_eq!(rotated["api_key"]["authorities"], json!(["products:read"]));
    assert_eq!(list_products(&shop, &secret).await, 200, "it overlaps");
    assert_eq!(list_products(&shop, &next).await, 200);
    let now = json!({"overlap_seconds": 0});
    shop.admin(Method::POST, &rotate, now).await.expect(201);
    assert_eq!(
        list_products(&shop, &secret).await,
        401,
        "its overlap is over"
    );
    let again = shop.admin(Method::POST, &rotate, json!({})).await;
    assert_eq!((again.status, again.code()), (409, "api_key_not_working"));

    let path = format!("/api-keys/{}", text(&rotated, "/api_key/id"));
    let revoked = shop
        .admin(Method::DELETE, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(list_products(&shop, &next).await, 401);
    let twice = shop
        .admin(Method::DELETE, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(twice["revoked_at"], revoked["revoked_at"]);
    let (_, third) = key(&shop, &["products:read"]).await;
    system
        .execute("update api_keys set expires_at = now() - interval '1 second'")
        .await;
    assert_eq!(list_products(&shop, &third).await, 401, "it has expired");
    system.settle().await;
}

#[tokio::test]
async fn a_key_works_from_its_networks_only() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    for (networks, status) in [
        (json!(["127.0.0.0/8"]), 200),
        (json!(["203.0.113.7", "127.0.0.1"]), 200),
        (json!(["203.0.113.0/24", "2001:db8::/32"]), 401),
        (json!([]), 200),
    ] {
        let body = json!({"name": "Sync", "authorities": ["products:read"], "networks": networks});
        let secret = text(&create(&shop, body).await.expect(201), "/secret");
        assert_eq!(list_products(&shop, &secret).await, status, "{networks}");
    }
    system.settle().await;
}

#[tokio::test]
async fn nobody_gives_a_key_what_they_do_not_hold() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    for authority in ["api_keys:manage", "tenants:write", "carts:write"] {
        let body = json!({"name": "Sync", "authorities": ["products:read", authority]});
        let refused = create(&shop, body).await;
        assert_eq!(
            (refused.status, refused.code()),
            (422, "authority_not_held")
        );
        assert_eq!(refused.body["errors"][0]["pointer"], "/authorities");
    }
    shop.enrol("support@aurora.test", "support").await;
    let support = shop.sign_in("support@aurora.test").await;
    let body = json!({"name": "Sync", "authorities": ["orders:read"]});
    let refused = ask(&shop, &support, Method::POST, "/admin/v1/api-keys", body).await;
    assert_eq!(refused.status, 403);
    assert_eq!(system.number("select count(*) from api_keys").await, 0);
    system.settle().await;
}

#[tokio::test]
async fn what_is_wrong_with_a_key_is_named() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let past = (OffsetDateTime::UNIX_EPOCH).format(&Rfc3339).unwrap();
    let good = json!({"name": "Sync", "authorities": ["products:read"]});
    for (field, value, pointer) in [
        ("name", json!(""), "/name"),
        ("name", json!("two\nlines"), "/name"),
        ("authorities", json!([]), "/authorities"),
        (
            "authorities",
            json!(["products:read", "everything"]),
            "/authorities/1",
        ),
        ("networks", json!(["10.0.0.1/8"]), "/networks/0"),
        (
            "networks",
            json!(["127.0.0.1", "host.example"]),
            "/networks/1",
        ),
        ("expires_at", json!(past), "/expires_at"),
    ] {
        let mut body = good.clone();
        body[field] = value;
        let refused = create(&shop, body).await;
        assert_eq!(refused.status, 400, "{field}: {}", refused.body);
        assert_eq!(refused.body["errors"][0]["pointer"], pointer);
    }
    let (id, secret) = key(&shop, &["products:read"]).await;
    let overlap = json!({"overlap_seconds": 604_801});
    let path = format!("/api-keys/{id}/rotate");
    let refused = shop.admin(Method::POST, &path, overlap).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/overlap_seconds");
    for forged in [
        "stoa_sk_".to_owned(),
        format!("stoa_sk_{}", "0".repeat(64)),
        format!("{secret}0"),
        secret[..71].to_owned(),
        secret.to_uppercase(),
        format!("stoa_sk_{}", "é".repeat(32)),
    ] {
        assert_eq!(list_products(&shop, &forged).await, 401, "{forged}");
    }
    assert_eq!(system.number("select count(*) from api_keys").await, 1);
    system.settle().await;
}
