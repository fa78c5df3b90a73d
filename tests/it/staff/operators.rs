//! Operators look into a tenant: for a reason, for a while, and seen by the tenant.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ask, get};
use crate::harness::{Answer, Shop, System, send, text};

const REASON: &str = "A shopper says that paying fails";

async fn operator(shop: &Shop<'_>, method: Method, path: &str, body: Value) -> Answer {
    let path = format!("/operator/v1/tenants/{}/access{path}", shop.tenant_id);
    let request = shop.system.request(method, "localhost", &path);
    let request = request.bearer_auth(shop.system.operator_token().await);
    send(if body.is_null() {
        request
    } else {
        request.json(&body)
    })
    .await
}

/// Opens an access: its token and its id.
async fn open(shop: &Shop<'_>, may_write: bool) -> (String, String) {
    let body = json!({
        "reason": REASON, "ticket": "SUP-4711", "minutes": 60, "may_write": may_write,
    });
    let opened = operator(shop, Method::POST, "", body).await.expect(201);
    (text(&opened, "/token"), text(&opened, "/access/id"))
}

async fn set_stock(shop: &Shop<'_>, token: &str, variant: &str) -> Answer {
    let path = format!("/variants/{variant}/stock");
    ask(shop, token, Method::PUT, &path, json!({"on_hand": 7})).await
}

#[tokio::test]
async fn an_operator_reads_for_a_reason_and_the_tenant_sees_what() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("meridian", &[]).await;
    shop.stock(&[("mug", 1490, 5)]).await;
    let variant = shop.variant("mug").await;
    let own = system.operator_token().await;
    assert_eq!(get(&shop, &own, "/products").await, 401);

    let (token, id) = open(&shop, false).await;
    assert_eq!(get(&shop, &token, "/products").await, 200);
    assert_eq!(get(&shop, &token, "/orders").await, 200);
    assert_eq!(get(&other, &token, "/products").await, 401);
    set_stock(&shop, &token, &variant)
        .await
        .refused(403, "permission_denied");
    let letter = system.letter("owner@aurora.test", 1).await;
    assert_eq!(
        letter.subject,
        "Platform support was given access to aurora"
    );
    assert!(
        letter.text.contains(REASON) && letter.text.contains("SUP-4711"),
        "{}",
        letter.text
    );

    let seen = shop
        .admin(Method::GET, "/operator-access", Value::Null)
        .await
        .expect(200);
    let access = &seen["data"][0];
    assert_eq!(access["id"], json!(id));
    assert_eq!(
        (&access["reason"], &access["may_write"]),
        (&json!(REASON), &json!(false))
    );
    // Two that were answered, and one that was refused.
    assert_eq!(access["requests"], 3);
    let actor = text(access, "/operator_id");
    let path = format!("/audit/entries?actor={actor}");
    let entries = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    let operations: Vec<&str> = entries["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["operation"].as_str().unwrap())
        .collect();
    let expected = [
        "admin_set_variant_stock",
        "admin_list_orders",
        "admin_list_products",
        "operator_open_access",
        "operator_create_tenant",
    ];
    assert_eq!(operations, expected);
    let none = other
        .admin(Method::GET, "/operator-access", Value::Null)
        .await;
    assert_eq!(none.expect(200)["data"], json!([]));
    let kept = system.tables_with(&token).await;
    assert_eq!(kept, Vec::<String>::new());
    system.settle().await;
}

#[tokio::test]
async fn an_access_that_may_write_still_moves_no_money_and_gives_no_rights() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 5)]).await;
    let variant = shop.variant("mug").await;
    let (token, _) = open(&shop, true).await;

    set_stock(&shop, &token, &variant).await.expect(200);
    let key = json!({"name": "Mine", "authorities": ["orders:read"]});
    let role = json!({"name": "Mine", "authorities": ["orders:read"]});
    let staff = json!({"email": "me@example.com", "role": "owner"});
    for (path, body) in [
        ("/api-keys", key),
        ("/roles", role),
        ("/staff-invitations", staff),
    ] {
        let refused = ask(&shop, &token, Method::POST, path, body).await;
        refused.refused(403, "permission_denied");
    }
    for path in ["/me", "/me/sessions", "/me/second-factor"] {
        assert_eq!(get(&shop, &token, path).await, 401, "{path}");
    }
    system.settle().await;
}

#[tokio::test]
async fn an_access_ends_by_itself_and_at_once_when_either_side_says_so() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let [late, by_tenant, by_operator] = [
        open(&shop, false).await,
        open(&shop, false).await,
        open(&shop, false).await,
    ];
    let path = format!("/operator-access/{}", by_tenant.1);
    let ended = shop.admin(Method::DELETE, &path, Value::Null).await;
    assert_eq!(ended.status, 204);
    let path = format!("/{}", by_operator.1);
    let ended = operator(&shop, Method::DELETE, &path, Value::Null).await;
    assert_eq!(ended.status, 204);
    for token in [&by_tenant.0, &by_operator.0] {
        assert_eq!(get(&shop, token, "/products").await, 401);
    }
    assert_eq!(get(&shop, &late.0, "/products").await, 200);
    system
        .execute(
            "update operator_access set created_at = created_at - interval '1 hour',
                                        expires_at = expires_at - interval '1 hour'",
        )
        .await;
    assert_eq!(get(&shop, &late.0, "/products").await, 401);
    system.settle().await;
}

#[tokio::test]
async fn what_is_no_reason_or_too_long_opens_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;

    for (field, value) in [
        ("reason", json!("because")),
        ("reason", json!("line one\nline two")),
        ("ticket", json!(" ")),
        ("minutes", json!(0)),
        ("minutes", json!(61)),
    ] {
        let mut body = json!({"reason": REASON, "ticket": "SUP-4711", "minutes": 5});
        body[field] = value.clone();
        let refused = operator(&shop, Method::POST, "", body).await;
        assert_eq!(
            refused.body["errors"][0]["pointer"],
            format!("/{field}"),
            "{value}"
        );
        refused.refused(400, "invalid_request");
    }
    let count = "select count(*) from operator_access";
    assert_eq!(system.number(count).await, 0);
    let nobody = system.request(
        Method::POST,
        "localhost",
        "/operator/v1/tenants/tnt_00000000000000000000000001/access",
    );
    let nobody = nobody.bearer_auth(system.operator_token().await);
    let body = json!({"reason": REASON, "ticket": "SUP-4711"});
    send(nobody.json(&body)).await.refused(404, "not_found");
    system.settle().await;
}
