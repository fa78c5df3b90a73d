//! What is said of pictures: in the language of each storefront, and what stays visible of them.

use reqwest::Method;
use serde_json::{Value, json};

use super::files::{halves, jpeg};
use super::{seen, upload};
use crate::harness::{Shop, System, send, text};

/// Another storefront of the tenant, which speaks Austrian German: its host.
async fn austria(shop: &Shop<'_>) -> String {
    let path = format!("/operator/v1/tenants/{}/storefronts", shop.tenant_id);
    let storefront = json!({
        "slug": "at",
        "storefront": {
            "currency": "EUR", "country": "AT", "locale": "de-AT",
            "tax": {"included": true, "rate_ppm": 200_000, "name": "USt."},
        },
        "shipping_options": [{
            "name": "Paket", "rate": {"kind": "flat", "price": {"amount": 490, "currency": "EUR"}},
        }],
    });
    let request = shop.system.request(Method::POST, "localhost", &path);
    let request = request.bearer_auth(shop.system.operator_token().await);
    let request = request.header("idempotency-key", "austria");
    text(&send(request.json(&storefront)).await.expect(201), "/host")
}

/// Wherever the storefront shows the picture of the mug and of its category: what it says of it, and its focal point.
async fn told(shop: &Shop<'_>, host: &str) -> Vec<Value> {
    let mut found = Vec::new();
    for (path, place) in [
        ("/products/mug", "/images/0"),
        ("/products/mug", "/variants/0/image"),
        ("/products", "/data/0/image"),
        ("/search?q=mug", "/data/0/image"),
        ("/search/suggestions?q=mu", "/products/0/image"),
        ("/categories", "/data/0/image"),
    ] {
        let path = format!("/storefront/v1{path}");
        let answer = send(shop.system.request(Method::GET, host, &path)).await;
        let image = answer.expect(200).pointer(place).unwrap().clone();
        found.push(json!([image["alt"], image["focal_point"]]));
    }
    found
}

/// A mug for sale, in a category, with one picture that its variant and its category show too: its path, and the category's.
async fn mug(shop: &Shop<'_>) -> [String; 2] {
    let body = json!({
        "title": "Mug", "slug": "mug", "status": "active", "category": ["Mugs"],
        "variants": [{"price": {"amount": 900, "currency": "EUR"}}],
    });
    let made = shop.admin(Method::POST, "/products", body).await;
    let made = made.expect(201);
    let (product, category) = (text(&made, "/id"), text(&made, "/categories/0/id"));
    let bytes = jpeg(&halves(40, 30));
    let added = upload(shop, &product, "image/jpeg", bytes.clone()).await;
    let image = text(&added.expect(201), "/id");
    let path = format!("/admin/v1/categories/{category}/image");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    let request = request.bearer_auth(&shop.owner_token);
    let request = request.header("content-type", "image/jpeg").body(bytes);
    send(request).await.expect(201);
    shop.system
        .execute("update variants set image_id = (select id from images)")
        .await;
    [
        format!("/products/{product}/images/{image}"),
        format!("/categories/{category}/image"),
    ]
}

#[tokio::test]
async fn each_storefront_says_what_a_picture_shows_in_its_language() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let austria = austria(&shop).await;
    let paths = mug(&shop).await;
    let say = async |change: Value| {
        for path in &paths {
            let changed = shop.admin(Method::PATCH, path, change.clone()).await;
            changed.expect(200);
        }
        system.is_quiet().await;
    };
    let point = json!({"x": 250, "y": 1000});
    let all = |alt: &str, point: &Value| vec![json!([alt, point]); 6];

    say(json!({"alt": "A mug", "focal_point": point})).await;
    assert_eq!(told(&shop, &shop.host).await, all("A mug", &point));
    assert_eq!(told(&shop, &austria).await, all("A mug", &point));

    // The language's text, while there is none for the country.
    say(json!({"alt_translations": {"de": " Ein Becher ", "fr": "Une tasse", "it": ""}})).await;
    assert_eq!(told(&shop, &shop.host).await, all("A mug", &point));
    assert_eq!(told(&shop, &austria).await, all("Ein Becher", &point));
    let seen = shop.admin(Method::GET, &paths[0], Value::Null).await;
    let translations = json!({"de": "Ein Becher", "fr": "Une tasse"});
    assert_eq!(seen.expect(200)["alt_translations"], translations);

    say(json!({"alt_translations": {"de": "Ein Becher", "de-AT": "Ein Häferl"}})).await;
    assert_eq!(told(&shop, &austria).await, all("Ein Häferl", &point));
    say(json!({"alt_translations": {}, "focal_point": null})).await;
    assert_eq!(told(&shop, &austria).await, all("A mug", &Value::Null));
    say(json!({"focal_point": {"x": 0, "y": 0}})).await;
    let corner = json!({"x": 0, "y": 0});
    assert_eq!(told(&shop, &austria).await, all("A mug", &corner));
    say(json!({})).await;
    assert_eq!(told(&shop, &austria).await, all("A mug", &corner));
    system.settle().await;
}

#[tokio::test]
async fn what_cannot_be_said_of_a_picture_is_refused_and_changes_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let paths = mug(&shop).await;
    let said = json!({"alt": "A mug", "alt_translations": {"de": "Becher"}, "focal_point": {"x": 1, "y": 2}});
    for path in &paths {
        let change = shop.admin(Method::PATCH, path, said.clone()).await;
        change.expect(200);
    }
    let many: serde_json::Map<_, _> = (0..51)
        .map(|number| (format!("de-{number}"), json!("x")))
        .collect();

    for (body, pointer) in [
        (json!({"focal_point": {"x": -1, "y": 2}}), "/focal_point/x"),
        (
            json!({"focal_point": {"x": 1, "y": 1001}}),
            "/focal_point/y",
        ),
        (json!({"focal_point": {"x": 1}}), "/focal_point/y"),
        (json!({"focal_point": {"x": 0.5, "y": 2}}), "/focal_point/x"),
        (json!({"alt": "x".repeat(513)}), "/alt"),
        (
            json!({"alt_translations": {"de": "x".repeat(513)}}),
            "/alt_translations/de",
        ),
        (
            json!({"alt_translations": {"de": "two\nlines"}}),
            "/alt_translations/de",
        ),
        (
            json!({"alt_translations": {"German": "x"}}),
            "/alt_translations",
        ),
        (
            json!({"alt_translations": {"de/../x": "x"}}),
            "/alt_translations",
        ),
        (json!({"alt_translations": many}), "/alt_translations"),
    ] {
        for path in &paths {
            let refused = shop.admin(Method::PATCH, path, body.clone()).await;
            refused.refused(400, "invalid_request");
            assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{body}");
            let seen = shop.admin(Method::GET, path, Value::Null).await.expect(200);
            for (field, value) in said.as_object().unwrap() {
                assert_eq!(&seen[field], value, "{body}");
            }
        }
    }
    system.settle().await;
}

/// What staff said of a picture stays when its file is imported again, and the text of the file goes on being the one for
/// languages without their own.
#[tokio::test]
async fn an_import_keeps_what_was_said_of_a_picture() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("products.csv");
    let import = async |alt: &str, width: u32| {
        let bytes = jpeg(&halves(width, 30));
        std::fs::write(folder.path().join("mug.jpg"), bytes).unwrap();
        let head = "Handle,Title,Status,Variant Price,Image Src,Image Alt Text,Image Alt Text (fr)";
        let row = format!("mug,Mug,active,9.00,mug.jpg,{alt}");
        std::fs::write(&file, format!("{head}\n{row}\n")).unwrap();
        shop.import_file(&file).await;
        system.is_quiet().await;
        let list = shop.admin(Method::GET, "/products", Value::Null).await;
        let id = text(&list.expect(200), "/data/0/id");
        let image = seen(&shop, &id).await["images"][0].take();
        (id, image)
    };
    let (id, before) = import("A mug,Une  tasse", 40).await;
    let path = format!("/products/{id}/images/{}", text(&before, "/id"));
    assert_eq!(before["alt_translations"], json!({"fr": "Une tasse"}));
    let both = json!({"de": "Becher", "fr": "Tasse"});
    let said = json!({"alt_translations": both, "focal_point": {"x": 1, "y": 2}});
    shop.admin(Method::PATCH, &path, said).await.expect(200);
    // What the file does not say stays.
    let (_, same) = import("A small mug,", 40).await;
    assert_eq!(same["alt_translations"], both);

    let (_, after) = import("A red mug,Une tasse rouge", 50).await;

    let mut expected = before.clone();
    for (field, value) in [
        ("url", after["url"].clone()),
        ("alt", json!("A red mug")),
        (
            "alt_translations",
            json!({"de": "Becher", "fr": "Une tasse rouge"}),
        ),
        ("focal_point", json!({"x": 1, "y": 2})),
        ("width", json!(50)),
        ("blurhash", after["blurhash"].clone()),
    ] {
        expected[field] = value;
    }
    assert_eq!(after, expected);
    assert_ne!(after["url"], before["url"]);
    system.settle().await;
}
