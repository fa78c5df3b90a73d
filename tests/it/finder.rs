//! Which store a request reaches: by host, by publishable key, and never by default.

use kernel::ids::StorefrontId;
use kernel::ports::Ids;
use reqwest::Method;
use serde_json::json;

use crate::harness::{System, send};

const STORE: &str = "/storefront/v1/store";

#[tokio::test]
async fn each_host_leads_to_its_own_brand_and_an_unknown_one_nowhere() {
    let system = System::start().await;
    let (aurora, meridian) = (
        system.shop("aurora", &[]).await,
        system.shop("meridian", &[]).await,
    );

    for shop in [&aurora, &meridian] {
        let store = send(system.request(Method::GET, &shop.host, STORE))
            .await
            .expect(200);
        let port = format!(
            "{}:8080",
            shop.host.split(':').next().unwrap().to_uppercase()
        );
        let shouted = send(system.request(Method::GET, &port, STORE))
            .await
            .expect(200);
        assert_eq!(store, shouted, "the port and the case do not matter");
        assert_eq!(store["currency"], "EUR");
    }
    let mut bodies = Vec::new();
    for host in [
        "unknown.localhost",
        "evil.example",
        "aurora.localhost.evil.example",
        "localhost",
    ] {
        let answer = send(system.request(Method::GET, host, STORE)).await;
        assert_eq!((answer.status, answer.code()), (404, "not_found"), "{host}");
        let mut body = answer.body;
        body.as_object_mut().unwrap().remove("request_id");
        bodies.push(body);
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1, "{bodies:?}");
    system.settle().await;
}

#[tokio::test]
async fn an_app_reaches_its_store_by_publishable_key() {
    let system = System::start().await;
    let (aurora, meridian) = (
        system.shop("aurora", &[]).await,
        system.shop("meridian", &[]).await,
    );
    let ask = |host: &str, key: &str| {
        send(
            system
                .request(Method::GET, host, STORE)
                .header("stoa-publishable-key", key),
        )
    };

    let store = ask("localhost", &aurora.publishable_key).await.expect(200);
    let by_host = send(system.request(Method::GET, &aurora.host, STORE))
        .await
        .expect(200);
    assert_eq!(store["id"], by_host["id"]);
    assert_eq!(
        ask(&aurora.host, &meridian.publishable_key).await.status,
        404,
        "host and key disagree"
    );
    assert_eq!(
        ask("localhost", "pk_0123456789abcdef01234567").await.status,
        404
    );
    assert_eq!(ask("localhost", "' or true --").await.status, 404);
    system.settle().await;
}

#[tokio::test]
async fn a_custom_domain_belongs_to_one_tenant() {
    let system = System::start().await;
    let (aurora, meridian) = (
        system.shop("aurora", &[]).await,
        system.shop("meridian", &[]).await,
    );
    let token = system.operator_token().await;
    let add = |tenant: &str| {
        let path = format!("/operator/v1/tenants/{tenant}/hosts");
        let request = system
            .request(Method::POST, "localhost", &path)
            .bearer_auth(&token);
        send(
            request
                .header("idempotency-key", format!("host-{tenant}"))
                .json(&json!({"host": "shop.aurora.example"})),
        )
    };

    // A storefront of the other tenant is answered like one that does not exist.
    let path = format!("/operator/v1/tenants/{}/hosts", aurora.tenant_id);
    let theirs = send(system.request(Method::GET, &meridian.host, STORE)).await;
    for id in [
        &theirs.body["id"],
        &json!(StorefrontId::from_uuid(Ids.uuid())),
    ] {
        let request = system
            .request(Method::POST, "localhost", &path)
            .bearer_auth(&token);
        let body = json!({"host": "shop.aurora.example", "storefront_id": id});
        let unknown = send(request.json(&body)).await;
        let told = (unknown.status, unknown.code());
        assert_eq!(told, (422, "storefront_not_found"));
        assert_eq!(unknown.body["errors"][0]["pointer"], "/storefront_id");
    }
    let added = add(&aurora.tenant_id).await;
    assert_eq!(added.status / 100, 2, "{added:?}");
    let refused = add(&meridian.tenant_id).await;
    assert_eq!((refused.status, refused.code()), (409, "host_taken"));
    let store = send(system.request(Method::GET, "shop.aurora.example", STORE))
        .await
        .expect(200);
    let own = send(system.request(Method::GET, &aurora.host, STORE))
        .await
        .expect(200);
    assert_eq!(store["id"], own["id"]);
    system.settle().await;
}
