//! The record of who changed what: what is in it, who sees it, and that it cannot be changed unseen.

mod export;
mod tampering;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Shop, System, send, text};

async fn entries(shop: &Shop<'_>, query: &str) -> Vec<Value> {
    let path = format!("/audit/entries?{query}");
    let list = shop.admin(Method::GET, &path, Value::Null).await;
    let mut list = list.expect(200);
    serde_json::from_value(list["data"].take()).unwrap()
}

/// A change of the product's title, which is what most tests look for.
async fn retitle(shop: &Shop<'_>, product: &str, title: &str) -> Answer {
    let path = format!("/products/{product}");
    shop.admin(Method::PATCH, &path, json!({"title": title}))
        .await
}

async fn product(shop: &Shop<'_>) -> String {
    let price = json!({"amount": 900, "currency": "EUR"});
    let body =
        json!({"title": "Mug", "status": "draft", "variants": [{"price": price, "sku": "MUG-1"}]});
    let made = shop.admin(Method::POST, "/products", body).await;
    text(&made.expect(201), "/id")
}

/// The field of the entry's first change of this kind of object.
fn field<'a>(entry: &'a Value, object: &str, name: &str) -> &'a Value {
    let changes = entry["changes"].as_array().unwrap();
    let change = changes.iter().find(|it| it["object"] == object).unwrap();
    let fields = change["fields"].as_array().unwrap();
    fields.iter().find(|it| it["name"] == name).unwrap()
}

#[tokio::test]
async fn a_change_is_recorded_with_who_what_and_how_it_was() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let product = product(&shop).await;

    let changed = retitle(&shop, &product, "Large mug").await;
    let request_id = changed.headers["x-request-id"].to_str().unwrap().to_owned();
    changed.expect(200);
    // The same once more changes the version, and the title no more.
    shop.admin(Method::GET, "/products", Value::Null)
        .await
        .expect(200);

    let me = shop
        .admin(Method::GET, "/me", Value::Null)
        .await
        .expect(200);
    let found = entries(&shop, &format!("request_id={request_id}")).await;
    assert_eq!(found.len(), 1, "{found:#?}");
    let entry = &found[0];
    assert_eq!(entry["operation"], "admin_update_product");
    assert_eq!(entry["actor"], me["staff_id"]);
    assert_eq!(entry["actor_name"], me["name"]);
    assert_eq!(entry["request_id"], request_id.as_str());
    assert_eq!(
        field(entry, "product", "title"),
        &json!({"name": "title", "before": "Mug", "after": "Large mug"})
    );
    let change = &entry["changes"][0];
    assert_eq!(change["action"], "updated");
    assert_eq!(change["key"], json!([{"name": "id", "value": product}]));

    // Numbered from the tenant's creation on, newest first; each filter finds it alone or among its own.
    let all = entries(&shop, "limit=100").await;
    let numbers: Vec<_> = all
        .iter()
        .map(|it| it["number"].as_i64().unwrap())
        .collect();
    let count = i64::try_from(numbers.len()).unwrap();
    assert_eq!(numbers, (1..=count).rev().collect::<Vec<_>>());
    let first = all.last().unwrap();
    assert_eq!(first["operation"], "operator_create_tenant");
    assert!(first["actor"].as_str().unwrap().starts_with("opr_"));
    assert_eq!(first["actor_name"], Value::Null);
    for query in [
        "operation=admin_update_product".to_owned(),
        format!("object_id={product}&operation=admin_update_product"),
        format!(
            "actor={}&operation=admin_update_product",
            text(&me, "/staff_id")
        ),
        format!("object_id={product}&limit=1"),
        format!("from={}", text(entry, "/at")),
    ] {
        let found = entries(&shop, &query).await;
        assert_eq!(found, std::slice::from_ref(entry), "{query}");
    }
    let none = entries(&shop, "operation=admin_delete_role").await;
    assert!(none.is_empty());
    system.settle().await;
}

#[tokio::test]
async fn what_shoppers_and_the_worker_do_is_not_recorded_and_reading_is_not_either() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 5)]).await;
    let before = entries(&shop, "limit=100").await;

    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let bought = shopper.buy().await;
    system.is_quiet().await;
    let path = format!("/orders/{}", bought.order_id);
    shop.admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);

    assert_eq!(entries(&shop, "limit=100").await, before);
    system.settle().await;
}

#[tokio::test]
async fn secrets_and_people_are_masked() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let body = json!({"name": "Warehouse", "authorities": ["products:read"]});
    let key = shop
        .admin(Method::POST, "/api-keys", body)
        .await
        .expect(201);
    let invite = json!({"email": "carla@example.com", "role": "support"});
    let invited = shop.admin(Method::POST, "/staff-invitations", invite).await;
    invited.expect(201);
    system.is_quiet().await;

    let all = entries(&shop, "limit=100").await;

    let made = all
        .iter()
        .find(|it| it["operation"] == "admin_create_api_key");
    let made = made.unwrap();
    assert_eq!(field(made, "api_key", "key_sha256")["after"], "[masked]");
    assert_eq!(field(made, "api_key", "name")["after"], "Warehouse");
    let invitation = all
        .iter()
        .find(|it| it["operation"] == "admin_create_invitation");
    let invitation = invitation.unwrap();
    assert_eq!(
        field(invitation, "staff_invitation", "email")["after"],
        "[masked]"
    );
    assert_eq!(
        field(invitation, "staff_invitation", "role")["after"],
        "support"
    );
    let said = serde_json::to_string(&all).unwrap();
    assert!(!said.contains("carla@example.com"));
    assert!(!said.contains(&text(&key, "/secret")));
    let kept = system.tables_with("carla@example.com").await;
    assert!(
        !kept.iter().any(|table| table.starts_with("audit")),
        "{kept:?}"
    );
    system.settle().await;
}

#[tokio::test]
async fn a_key_is_recorded_as_itself_and_a_refusal_is_not() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let product = product(&shop).await;
    let body = json!({"name": "Feed", "authorities": ["products:write", "products:read"]});
    let key = shop
        .admin(Method::POST, "/api-keys", body)
        .await
        .expect(201);
    let path = format!("/admin/v1/products/{product}");
    let ask = |token: String, title: &str| {
        let request = system.request(Method::PATCH, &shop.host, &path);
        send(request.bearer_auth(token).json(&json!({"title": title})))
    };

    ask(text(&key, "/secret"), "Cup").await.expect(200);
    let refused = ask(text(&key, "/secret"), "").await;
    assert_eq!(refused.status, 400);

    let found = entries(&shop, &format!("actor={}", text(&key, "/api_key/id"))).await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["actor_name"], "Feed");
    assert_eq!(field(&found[0], "product", "title")["after"], "Cup");
    system.settle().await;
}

#[tokio::test]
async fn only_those_with_the_authority_read_it_and_only_their_tenants() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("meridian", &[]).await;
    let theirs = product(&other).await;
    shop.enrol("support@example.com", "support").await;
    let support = shop.sign_in("support@example.com").await;

    let request = system.request(Method::GET, &shop.host, "/admin/v1/audit/entries");
    let refused = send(request.bearer_auth(support)).await;
    assert_eq!((refused.status, refused.code()), (403, "permission_denied"));
    let found = entries(&shop, &format!("object_id={theirs}")).await;
    assert!(found.is_empty());
    let found = entries(&other, &format!("object_id={theirs}")).await;
    assert_eq!(found.len(), 1);
    product(&shop).await;
    let page = shop
        .admin(Method::GET, "/audit/entries?limit=1", Value::Null)
        .await;
    let page = page.expect(200);
    let cursor = text(&page, "/next_cursor");
    let path = format!("/audit/entries?limit=1&cursor={cursor}");
    let foreign = other.admin(Method::GET, &path, Value::Null).await;
    assert_eq!((foreign.status, foreign.code()), (400, "invalid_request"));
    for odd in [
        "object_id=mug",
        "object_id=prod_",
        "request_id=1",
        "from=yesterday",
        "limit=0",
    ] {
        let path = format!("/audit/entries?{odd}");
        let answer = shop.admin(Method::GET, &path, Value::Null).await;
        assert_eq!(
            (answer.status, answer.code()),
            (400, "invalid_request"),
            "{odd}"
        );
    }
    system.settle().await;
}
