//! Products that storefronts read from documents: what is shown is the same as without them, always.

mod commands;
mod faults;

use std::net::SocketAddr;

use aws_backends::{AccessKey, DynamoDb, Limits};
use db::Message;
use kernel::Event;
use kernel::config::Secret;
use kernel::ids::{MessageId, ProductId};
use kernel::ports::{Ids, ProductDocument, ProductDocuments};
use reqwest::Method;
use serde_json::{Value, json};
use testkit::Moto;

use crate::harness::{Answer, Shop, System, send, text};
use crate::nodes::Node;
use crate::pictures::files::{halves, jpeg};
use crate::pictures::upload;
use crate::search::made;

fn line(address: &str) -> String {
    format!("dynamodb://stoa-catalog?region=eu-central-1&endpoint=http://{address}")
}

/// Settings that name the table at `place`, or another store.
fn settings(place: &str) -> [(&str, &str); 3] {
    [
        ("PRODUCT_DOCUMENTS", place),
        ("PRODUCT_DOCUMENTS_ACCESS_KEY_ID", "AKIDTEST"),
        ("PRODUCT_DOCUMENTS_SECRET_ACCESS_KEY", "hunter2"),
    ]
}

async fn table(moto: &Moto) -> DynamoDb {
    moto.make_document_table("stoa-catalog").await;
    let key = AccessKey {
        id: "AKIDTEST".to_owned(),
        secret: Secret::new("hunter2".to_owned()),
    };
    let address = line(&moto.address).parse().unwrap();
    DynamoDb::new(address, Some(key), Limits::default()).await
}

/// A product with options, categories, two variants and a picture, and a plain one: their slugs.
async fn fill(shop: &Shop<'_>) -> [&'static str; 2] {
    let variant = |color: &str, amount: i64| json!({"options": [color], "price": {"amount": amount, "currency": "EUR"}, "on_hand": 2, "sku": color});
    let lamp = json!({
        "slug": "lamp", "subtitle": "For indoors", "description": "<p>Of <b>brass</b>, für drinnen</p>", "vendor": "Kiln", "tags": ["new", "light"],
        "options": ["Color"], "variants": [variant("Brass", 4_900), variant("Black", 3_900)],
        "category": ["Home", "Lamps"],
    });
    shop.create(&[
        made("Lamp", lamp),
        made("Lamp shade", json!({"slug": "shade"})),
    ])
    .await;
    let id = product_id(shop, "lamp").await;
    let picture = upload(shop, &id, "image/jpeg", jpeg(&halves(700, 300))).await;
    let path = format!(
        "/products/{id}/images/{}",
        text(&picture.expect(201), "/id")
    );
    let said = json!({
        "alt": "Lampe", "alt_translations": {"en": "A lamp"}, "focal_point": {"x": 200, "y": 900},
    });
    shop.admin(Method::PATCH, &path, said).await.expect(200);
    shop.system.is_quiet().await;
    ["lamp", "shade"]
}

async fn product_id(shop: &Shop<'_>, slug: &str) -> String {
    text(
        &at(shop, shop.system.address, &path_of(slug)).await.body,
        "/id",
    )
}

fn path_of(slug: &str) -> String {
    format!("/storefront/v1/products/{slug}")
}

async fn at(shop: &Shop<'_>, address: SocketAddr, path: &str) -> Answer {
    let url = format!("http://{address}{path}");
    send(shop.system.http.get(url).header("host", &shop.host)).await
}

/// What the system shows, which is what a process without documents shows.
async fn shown(shop: &Shop<'_>, plain: &Node, path: &str) -> Answer {
    let with = at(shop, shop.system.address, path).await;
    let without = at(shop, plain.address, path).await;
    let told = |answer: &Answer| (answer.status, answer.body.clone());
    if with.status < 300 {
        assert_eq!(told(&with), told(&without), "{path}");
    } else {
        assert_eq!((with.status, with.code()), (without.status, without.code()));
    }
    with
}

const PATHS: [&str; 6] = [
    "/storefront/v1/products/lamp",
    "/storefront/v1/products/shade",
    "/storefront/v1/products/nothing",
    "/storefront/v1/search?q=lamp",
    "/storefront/v1/search/suggestions?q=lam",
    "/storefront/v1/products?category=lamps",
];

async fn all_shown(shop: &Shop<'_>, plain: &Node) {
    for path in PATHS {
        shown(shop, plain, path).await;
    }
}

/// Marks the titles of all documents that are there, so that who reads them is seen; how many there are.
async fn mark(moto: &Moto, title: &str) -> usize {
    let scan = json!({"TableName": "stoa-catalog", "ConsistentRead": true});
    let all = moto.dynamodb("Scan", &scan).await;
    let mut count = 0;
    for item in all["Items"].as_array().unwrap() {
        let mut item = item.clone();
        let Some(body) = item["body"]["S"].as_str() else {
            continue;
        };
        let mut body: Value = serde_json::from_str(body).unwrap();
        body["title"] = json!(title);
        item["body"]["S"] = json!(body.to_string());
        let put = json!({"TableName": "stoa-catalog", "Item": item});
        moto.dynamodb("PutItem", &put).await;
        count += 1;
    }
    count
}

async fn title(shop: &Shop<'_>, slug: &str) -> String {
    let answer = at(shop, shop.system.address, &path_of(slug)).await;
    text(&answer.expect(200), "/title")
}

/// Waits until the product is read from its document, which has this title.
async fn becomes(shop: &Shop<'_>, slug: &str, wanted: &str) {
    let began = std::time::Instant::now();
    while title(shop, slug).await != wanted {
        assert!(began.elapsed().as_secs() < 60, "{slug} is never {wanted}");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

/// Changes a product's title.
async fn rename(shop: &Shop<'_>, id: &str, title: &str) {
    let change = json!({"title": title});
    let path = format!("/products/{id}");
    shop.admin(Method::PATCH, &path, change).await.expect(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_shown_out_of_a_table_is_the_same() {
    let moto = Moto::start().await;
    table(&moto).await;
    let system = System::with(&settings(&line(&moto.address))).await;
    let shop = system.shop("aurora", &[]).await;
    let plain = Node::with(&system, &[("PRODUCT_DOCUMENTS", "")]).await;
    fill(&shop).await;
    all_shown(&shop, &plain).await;

    // The documents are read: by slug, and by the ids that a search has found.
    assert_eq!(mark(&moto, "Marked").await, 2);
    becomes(&shop, "lamp", "Marked").await;
    assert_eq!(shop.titles("lamp").await, ["Marked", "Marked"]);
    let suggested = shop.suggest("lam").await;
    assert_eq!(suggested["products"][0]["title"], "Marked");
    plain.end().await;
    system.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_table_of_the_database_serves_as_well() {
    let system = System::with(&[("PRODUCT_DOCUMENTS", "postgres")]).await;
    let shop = system.shop("aurora", &[]).await;
    let plain = Node::with(&system, &[("PRODUCT_DOCUMENTS", "")]).await;
    fill(&shop).await;
    all_shown(&shop, &plain).await;

    system
        .execute("update product_documents set body = jsonb_set(body, '{title}', '\"Marked\"')")
        .await;
    assert_eq!(title(&shop, "lamp").await, "Marked");
    assert_eq!(shop.titles("lamp").await, ["Marked", "Marked"]);
    // A program that is newer has put what this one does not know: it asks the database.
    system
        .execute("update product_documents set schema = 2, body = '{\"other\": \"shape\"}'")
        .await;
    all_shown(&shop, &plain).await;
    system
        .execute("update product_documents set schema = 1")
        .await;
    all_shown(&shop, &plain).await;
    plain.end().await;
    system.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn changes_are_seen_at_once() {
    let moto = Moto::start().await;
    table(&moto).await;
    let system = System::with(&settings(&line(&moto.address))).await;
    let shop = system.shop("aurora", &[]).await;
    let plain = Node::with(&system, &[("PRODUCT_DOCUMENTS", "")]).await;
    fill(&shop).await;
    let id = product_id(&shop, "lamp").await;

    let before = shown(&shop, &plain, PATHS[0]).await.expect(200);
    let variant = text(&before, "/variants/1/id");
    let price = json!({"price": {"amount": 3_100, "currency": "EUR"}, "compare_at": {"amount": 3_900, "currency": "EUR"}});
    let path = format!("/variants/{variant}/price");
    shop.admin(Method::PUT, &path, price).await.expect(200);
    let after = shown(&shop, &plain, PATHS[0]).await.expect(200);
    assert_eq!(after["price"]["amount"], 3_100);
    system.is_quiet().await;
    all_shown(&shop, &plain).await;

    // Bought, which changes nothing in the product's document.
    let none = json!({"on_hand": 1});
    let path = format!("/variants/{variant}/stock");
    shop.admin(Method::PUT, &path, none).await.expect(200);
    system.is_quiet().await;
    mark(&moto, "Marked").await;
    becomes(&shop, "lamp", "Marked").await;
    let shopper = shop.shopper().await;
    shopper.add(&variant, 1).await.expect(200);
    shopper.address().await;
    shopper.buy().await;
    let sold = at(&shop, system.address, PATHS[0]).await.expect(200);
    assert_eq!(sold["title"], "Marked");
    assert_eq!(sold["variants"][1]["available"], false);
    assert_eq!(sold["variants"][0]["available"], true);

    // Its document was marked too, and is put again.
    let shade = product_id(&shop, "shade").await;
    rename(&shop, &shade, "Lamp shade").await;
    rename(&shop, &id, "Lantern").await;
    assert_eq!(title(&shop, "lamp").await, "Lantern");
    system.is_quiet().await;
    all_shown(&shop, &plain).await;

    for (status, code) in [("draft", 404), ("active", 200), ("archived", 410)] {
        let path = format!("/products/{id}");
        let change = json!({"status": status});
        shop.admin(Method::PATCH, &path, change).await.expect(200);
        assert_eq!(shown(&shop, &plain, PATHS[0]).await.status, code);
        system.is_quiet().await;
        assert_eq!(shown(&shop, &plain, PATHS[0]).await.status, code);
        all_shown(&shop, &plain).await;
    }
    plain.end().await;
    system.settle().await;
}

/// Messages come twice and out of order. A document of before changes nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn messages_twice_and_late_change_nothing() {
    let moto = Moto::start().await;
    let store = table(&moto).await;
    let system = System::with(&settings(&line(&moto.address))).await;
    let shop = system.shop("aurora", &[]).await;
    fill(&shop).await;
    let id: ProductId = product_id(&shop, "lamp").await.parse().unwrap();
    let tenant_id = shop.tenant_id.parse().unwrap();
    let document = async || {
        let found: Vec<ProductDocument> = store.get(tenant_id, &[id]).await.unwrap();
        found.into_iter().next().unwrap()
    };
    let first = document().await;
    rename(&shop, &id.to_string(), "Lantern").await;
    system.is_quiet().await;
    let second = document().await;
    assert!(second.version > first.version);

    let message = Message {
        id: MessageId::from_uuid(Ids.uuid()),
        tenant_id,
        event: Event::ProductDocumentsDue {
            product_ids: vec![id],
        },
        attempts: 1,
        postponed: 0,
        traceparent: None,
    };
    for _ in 0..2 {
        system.app.catalog.handle(&message).await.unwrap();
    }
    assert_eq!(store.put(tenant_id, &[first]).await.unwrap(), 0);
    assert_eq!(document().await, second);
    assert_eq!(title(&shop, "lamp").await, "Lantern");
    system.settle().await;
}

/// Two tenants have a product with one slug; each shows its own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tenants_read_their_own_documents() {
    let moto = Moto::start().await;
    let store = table(&moto).await;
    let system = System::with(&settings(&line(&moto.address))).await;
    let ours = system.shop("aurora", &[]).await;
    let theirs = system.shop("meridian", &[]).await;
    ours.create(&[made("Our lamp", json!({"slug": "lamp"}))])
        .await;
    theirs
        .create(&[made("Their lamp", json!({"slug": "lamp"}))])
        .await;
    assert_eq!(title(&ours, "lamp").await, "Our lamp");
    assert_eq!(title(&theirs, "lamp").await, "Their lamp");

    let id: ProductId = product_id(&theirs, "lamp").await.parse().unwrap();
    let (our_id, their_id) = (
        ours.tenant_id.parse().unwrap(),
        theirs.tenant_id.parse().unwrap(),
    );
    assert_eq!(store.get(our_id, &[id]).await.unwrap(), []);
    assert_eq!(store.get(their_id, &[id]).await.unwrap().len(), 1);
    assert_eq!(store.remove_all(their_id).await.unwrap(), 1);
    assert_eq!(title(&theirs, "lamp").await, "Their lamp");
    assert_eq!(mark(&moto, "Marked").await, 1);
    becomes(&ours, "lamp", "Marked").await;
    system.settle().await;
}
