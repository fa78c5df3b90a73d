//! Tenants through the operator's API: created once, whatever is sent twice, and told what is wrong.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, System, send};

const PASSWORD: &str = "correct horse battery staple";

fn draft(slug: &str) -> Value {
    json!({
        "slug": slug,
        "name": "Aurora",
        "owner": {"email": format!("owner@{slug}.example"), "password": PASSWORD},
        "storefront": {"currency": "EUR", "country": "DE"},
    })
}

async fn create(system: &System, token: &str, key: &str, draft: &Value) -> Answer {
    let request = system
        .request(Method::POST, "localhost", "/operator/v1/tenants")
        .bearer_auth(token)
        .header("idempotency-key", key);
    send(request.json(draft)).await
}

fn fields(answer: &Answer) -> Vec<(&str, &str)> {
    let errors = answer.body["errors"].as_array();
    errors
        .into_iter()
        .flatten()
        .map(|error| {
            let text = |name: &str| error[name].as_str().unwrap_or_default();
            (text("pointer"), text("code"))
        })
        .collect()
}

#[tokio::test]
async fn the_same_wish_makes_one_tenant() {
    let system = System::start().await;
    let token = system.operator_token().await;

    let first = create(&system, &token, "draft-0001", &draft("aurora")).await;
    let replayed = create(&system, &token, "draft-0001", &draft("aurora")).await;
    let found = create(&system, &token, "draft-0002", &draft("aurora")).await;
    let misused = create(&system, &token, "draft-0001", &draft("borealis")).await;
    let mut other = draft("aurora");
    other["storefront"]["currency"] = json!("USD");
    let rival = create(&system, &token, "draft-0003", &other).await;

    assert_eq!(first.status, 201, "{}", first.body);
    assert_eq!((replayed.status, &replayed.body), (201, &first.body));
    let header = |answer: &Answer| answer.headers.get("idempotent-replayed").cloned();
    assert_eq!(header(&first), None);
    assert_eq!(header(&replayed).unwrap(), "true");
    assert_eq!((found.status, &found.body), (200, &first.body));
    assert_eq!(
        (misused.status, misused.code()),
        (422, "idempotency_key_reused")
    );
    assert_eq!((rival.status, rival.code()), (409, "tenant_slug_taken"));
    assert_eq!(system.number("select count(*) from tenants").await, 1);
    let path = format!(
        "/operator/v1/tenants/{}",
        first.body["id"].as_str().unwrap()
    );
    let shown = system
        .request(Method::GET, "localhost", &path)
        .bearer_auth(&token);
    assert_eq!(send(shown).await.expect(200), first.body);
    system.settle().await;
}

#[tokio::test]
async fn a_wish_that_cannot_be_granted_says_which_fields_are_wrong() {
    let system = System::start().await;
    let token = system.operator_token().await;
    let ask = |draft: Value| {
        let (system, token) = (&system, &token);
        async move { create(system, token, "draft-0001", &draft).await }
    };

    let mut illegible = draft("aurora");
    illegible["storefront"]["brand"] = json!({"colors": {
        "primary": "#1f2937", "on_primary": "#ffffff", "background": "#ffffff",
        "surface": "#f5f5f4", "text": "#999999", "accent": "orange"}});
    let illegible = ask(illegible).await;
    let mut malformed = draft("aurora");
    malformed["slug"] = json!("Aurora!");
    malformed["owner"]["password"] = json!("short");
    let dollars = json!({"amount": -1, "currency": "USD"});
    malformed["shipping_options"] =
        json!([{"name": "Parcel", "rate": {"kind": "flat", "price": dollars}}]);
    let malformed = ask(malformed).await;
    let mut unknown = draft("aurora");
    unknown["colour"] = json!("blue");
    let unknown = ask(unknown).await;
    assert_eq!((illegible.status, illegible.code()), (422, "brand_refused"));
    let colors = "/storefront/brand/colors";
    assert_eq!(
        fields(&illegible),
        [
            (format!("{colors}/accent").as_str(), "malformed"),
            (format!("{colors}/text").as_str(), "contrast_too_low"),
            (format!("{colors}/text").as_str(), "contrast_too_low"),
        ]
    );
    assert_eq!(
        (malformed.status, malformed.code()),
        (400, "invalid_request")
    );
    assert_eq!(
        fields(&malformed),
        [
            ("/slug", "malformed"),
            ("/owner/password", "malformed"),
            ("/shipping_options/0/rate/price/amount", "malformed"),
            ("/shipping_options/0/rate/price/currency", "malformed"),
        ]
    );
    assert_eq!(unknown.status, 400, "{}", unknown.body);
    assert_eq!(system.number("select count(*) from tenants").await, 0);
    system.settle().await;
}

#[tokio::test]
async fn a_rate_has_what_its_kind_has() {
    let system = System::start().await;
    let token = system.operator_token().await;
    let euros = json!({"amount": 490, "currency": "EUR"});
    let at = |rest: &str| format!("/shipping_options/0/rate/{rest}");

    for (rate, told) in [
        (json!({"kind": "flat"}), [(at("price"), "missing")].to_vec()),
        (
            json!({"kind": "flat", "price": euros, "tiers": []}),
            [(at("tiers"), "unknown_field")].to_vec(),
        ),
        (
            json!({"kind": "by_weight", "price": euros}),
            [(at("tiers"), "missing"), (at("price"), "unknown_field")].to_vec(),
        ),
        (
            json!({"kind": "by_moon"}),
            [(at("kind"), "unknown_value")].to_vec(),
        ),
        (
            json!({"price": euros}),
            [(at("kind"), "unknown_value")].to_vec(),
        ),
    ] {
        let mut draft = draft("aurora");
        draft["shipping_options"] = json!([{"name": "Parcel", "rate": rate}]);
        let refused = create(&system, &token, "draft-0001", &draft).await;
        assert_eq!((refused.status, refused.code()), (400, "invalid_request"));
        let told: Vec<(&str, &str)> = told.iter().map(|(at, code)| (at.as_str(), *code)).collect();
        assert_eq!(fields(&refused), told, "{rate}");
    }
    let mut tiered = draft("aurora");
    let tiers = json!([{"up_to_grams": 1000, "price": euros}]);
    tiered["shipping_options"] =
        json!([{"name": "Parcel", "rate": {"kind": "by_weight", "tiers": tiers}}]);
    let made = create(&system, &token, "draft-0001", &tiered).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let kept = "select (tiers->0->>'price_minor')::bigint from shipping_options";
    assert_eq!(system.number(kept).await, 490);
    system.settle().await;
}

#[tokio::test]
async fn tenants_are_listed_page_by_page() {
    let system = System::start().await;
    let token = system.operator_token().await;
    for (number, slug) in ["one", "two", "three"].iter().enumerate() {
        let made = create(&system, &token, &format!("draft-{number:04}"), &draft(slug)).await;
        assert_eq!(made.status, 201);
    }
    let list = |query: String| {
        let path = format!("/operator/v1/tenants?{query}");
        let request = system.request(Method::GET, "localhost", &path);
        send(request.bearer_auth(&token))
    };

    let first = list("limit=2".to_owned()).await.expect(200);
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = list(format!("limit=2&cursor={cursor}")).await.expect(200);

    let slugs = |page: &Value| -> Vec<String> {
        let tenants = page["data"].as_array().unwrap().iter();
        tenants
            .map(|tenant| tenant["slug"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(slugs(&first), ["one", "two"]);
    assert_eq!(first["has_more"], true);
    assert_eq!(slugs(&second), ["three"]);
    assert_eq!(second["has_more"], false);
    assert!(second.get("next_cursor").is_none());
    for query in ["limit=0", "limit=101", "limit=x", "cursor=x"] {
        let refused = list(query.to_owned()).await;
        assert_eq!(refused.status, 400, "{query}: {}", refused.body);
    }
    system.settle().await;
}

#[tokio::test]
async fn a_tenant_has_as_many_storefronts_as_it_needs() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    let token = system.operator_token().await;
    let open = |tenant: &str, currency: &str| {
        let path = format!("/operator/v1/tenants/{tenant}/storefronts");
        let request = system
            .request(Method::POST, "localhost", &path)
            .bearer_auth(&token);
        send(request.json(&json!({
            "slug": "uk", "name": "Aurora UK", "hosts": ["aurora.example"],
            "storefront": {"currency": currency, "country": "GB"},
        })))
    };

    let first = open(&shop.tenant_id, "GBP").await;
    let again = open(&shop.tenant_id, "GBP").await;
    let changed = open(&shop.tenant_id, "USD").await;
    let rival = open(&other.tenant_id, "GBP").await;

    assert_eq!(first.status, 201, "{}", first.body);
    assert_eq!(
        first.body["hosts"],
        json!(["aurora-uk.localhost", "aurora.example"])
    );
    assert_eq!((again.status, &again.body), (200, &first.body));
    assert_eq!(
        (changed.status, changed.code()),
        (409, "storefront_slug_taken")
    );
    assert_eq!((rival.status, rival.code()), (409, "host_taken"));
    let store = |host: &str| send(system.request(Method::GET, host, "/storefront/v1/store"));
    let uk = store("aurora.example").await.expect(200);
    assert_eq!(uk["name"], "Aurora UK");
    assert_eq!(uk["currency"], "GBP");
    assert_eq!(store(&shop.host).await.expect(200)["currency"], "EUR");
    assert_eq!(store("borealis-uk.localhost").await.status, 404);
    assert_eq!(system.number("select count(*) from storefronts").await, 3);
    system.settle().await;
}

#[tokio::test]
async fn wrong_credentials_get_one_answer() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    let login = |host: String, area: &str, email: &str, password: &str| {
        let path = format!("/{area}/v1/auth/login");
        let request = system.request(Method::POST, &host, &path);
        send(request.json(&json!({"email": email, "password": password})))
    };
    let aurora = || shop.host.clone();
    let platform = || "localhost".to_owned();

    let refused = [
        login(aurora(), "admin", "owner@aurora.test", "wrong").await,
        login(aurora(), "admin", "nobody@aurora.test", PASSWORD).await,
        login(aurora(), "admin", "owner@borealis.test", PASSWORD).await,
        login(aurora(), "admin", "not an address", "").await,
        login(platform(), "operator", "operator@stoa.test", "wrong").await,
        login(platform(), "operator", "owner@aurora.test", PASSWORD).await,
    ];

    let mut bodies: Vec<Value> = refused
        .into_iter()
        .map(|answer| {
            assert_eq!((answer.status, answer.code()), (401, "invalid_credentials"));
            let mut body = answer.body;
            body.as_object_mut().unwrap().remove("request_id");
            body
        })
        .collect();
    bodies.dedup();
    assert_eq!(bodies.len(), 1, "{bodies:?}");
    let elsewhere = login(platform(), "admin", "owner@aurora.test", PASSWORD).await;
    assert_eq!(elsewhere.status, 404, "the platform has no staff");
    let elsewhere = login(aurora(), "operator", "operator@stoa.test", PASSWORD).await;
    assert_eq!(elsewhere.status, 404, "a store has no operators");
    let request = system
        .request(Method::GET, &other.host, "/admin/v1/merchants")
        .bearer_auth(&shop.owner_token);
    let foreign = send(request).await;
    assert_eq!((foreign.status, foreign.code()), (401, "unauthenticated"));
    system.settle().await;
}

#[tokio::test]
async fn merchants_show_whether_their_accounts_can_take_money() {
    let system = System::start().await;
    let shop = system
        .shop("meridian", &[("ridgeline", 800), ("harbor", 1000)])
        .await;
    system.is_quiet().await;

    let listed = shop
        .admin(Method::GET, "/merchants", Value::Null)
        .await
        .expect(200);

    let merchants = listed["data"].as_array().unwrap();
    let told: Vec<(&str, i64, bool, &str)> = merchants
        .iter()
        .map(|merchant| {
            (
                merchant["slug"].as_str().unwrap(),
                merchant["commission_bps"].as_i64().unwrap(),
                merchant["is_default"].as_bool().unwrap(),
                merchant["account"]["status"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("ridgeline", 800, true, "active"),
            ("harbor", 1000, false, "active"),
        ]
    );
    system.settle().await;
}

#[tokio::test]
async fn a_tenant_is_created_once_without_any_key() {
    let system = System::start().await;
    let token = system.operator_token().await;
    let ask = |draft: Value| {
        let request = system.request(Method::POST, "localhost", "/operator/v1/tenants");
        send(request.bearer_auth(&token).json(&draft))
    };

    let first = ask(draft("aurora")).await;
    let again = ask(draft("aurora")).await;
    let mut other = draft("aurora");
    other["name"] = json!("Another");
    let other = ask(other).await;

    assert_eq!(first.status, 201, "{}", first.body);
    assert_eq!((again.status, &again.body["id"]), (200, &first.body["id"]));
    assert_eq!((other.status, other.code()), (409, "tenant_slug_taken"));
    assert_eq!(system.number("select count(*) from tenants").await, 1);
    system.settle().await;
}
