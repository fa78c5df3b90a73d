//! Pictures of categories.

use image::ImageFormat;
use reqwest::Method;
use serde_json::{Value, json};

use super::files::{bomb, file, halves, jpeg};
use super::{fetch, plain};
use crate::harness::{Answer, Shop, System, send, text};

/// A product that is for sale in Kitchen and, below it, Mugs: the ids of both.
async fn categories(shop: &Shop<'_>) -> [String; 2] {
    let price = json!({"amount": 900, "currency": "EUR"});
    let body = json!({
        "title": "Mug", "slug": "mug", "status": "active", "category": ["Kitchen", "Mugs"],
        "variants": [{"price": price}],
    });
    let made = shop.admin(Method::POST, "/products", body).await;
    let made = made.expect(201);
    [0, 1].map(|at| text(&made, &format!("/categories/{at}/id")))
}

async fn upload(shop: &Shop<'_>, category: &str, bytes: Vec<u8>) -> Answer {
    let path = format!("/admin/v1/categories/{category}/image");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    let request = request.bearer_auth(&shop.owner_token);
    send(request.header("content-type", "image/png").body(bytes)).await
}

/// The categories as shoppers see them.
async fn shown(shop: &Shop<'_>) -> Value {
    let path = "/storefront/v1/categories";
    let answer = send(shop.system.request(Method::GET, &shop.host, path)).await;
    answer.expect(200)["data"].take()
}

#[tokio::test]
async fn a_category_shows_its_picture_in_several_widths() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let [kitchen, mugs] = categories(&shop).await;
    let bytes = file(&halves(500, 300), ImageFormat::Png);

    let added = upload(&shop, &mugs, bytes.clone()).await;
    let location = added.headers["location"].to_str().unwrap().to_owned();
    assert_eq!(location, format!("/admin/v1/categories/{mugs}/image"));
    let added = added.expect(201);
    let url = text(&added, "/url");
    assert!(url.starts_with(&format!("/media/{}/", shop.tenant_id)));
    assert_eq!(
        added,
        json!({"url": url, "alt": "", "alt_translations": {}, "width": 500, "height": 300})
    );
    let again = upload(&shop, &mugs, bytes).await.expect(200);
    assert_eq!(plain(again), added);
    system.is_quiet().await;

    let stem = url.strip_suffix(".png").unwrap();
    let source = |form: &str, kind: &str, width: i32| json!({"url": format!("{stem}{form}"), "content_type": kind, "width": width});
    let image = json!({
        "url": url, "alt": "", "width": 500, "height": 300,
        "sources": [
            source("-320.webp", "image/webp", 320),
            source("-500.webp", "image/webp", 500),
            source("-320.png", "image/png", 320),
            source(".png", "image/png", 500),
        ],
    });
    let of = |id: &str, slug: &str, name: &str| json!({"id": id, "slug": slug, "name": name});
    let root = of(&kitchen, "kitchen", "Kitchen");
    let mut leaf = of(&mugs, "mugs", "Mugs");
    leaf["parent"] = json!("kitchen");
    // A product names its categories without their pictures.
    let product = system.request(Method::GET, &shop.host, "/storefront/v1/products/mug");
    let product = send(product).await.expect(200);
    assert_eq!(product["categories"], json!([root, leaf]));
    let found = shown(&shop).await;
    leaf["image"] = image.clone();
    leaf["image"]["blurhash"] = found[1]["image"]["blurhash"].clone();
    assert_eq!(found, json!([root, leaf]));
    assert_eq!(text(&leaf, "/image/blurhash").len(), 28);
    for source in image["sources"].as_array().unwrap() {
        let kind = fetch(&shop, &text(source, "/url")).await.0;
        assert_eq!(source["content_type"], json!(kind));
    }
    system.settle().await;
}

#[tokio::test]
async fn a_picture_is_described_replaced_and_taken_away() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let [kitchen, mugs] = categories(&shop).await;
    let path = format!("/categories/{mugs}/image");
    let first = upload(&shop, &mugs, jpeg(&halves(40, 30))).await;
    first.expect(201);
    system.is_quiet().await;
    let mut first = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);

    let body = json!({"alt": "  Mugs on a shelf "});
    let described = shop.admin(Method::PATCH, &path, body).await.expect(200);
    first["alt"] = json!("Mugs on a shelf");
    assert_eq!(described, first);
    let nothing = shop.admin(Method::PATCH, &path, json!({})).await;
    assert_eq!(nothing.expect(200), first);
    let seen = shop.admin(Method::GET, &path, Value::Null).await;
    assert_eq!(seen.expect(200), first);
    let list = shop.admin(Method::GET, "/categories", Value::Null).await;
    let root = json!({"id": kitchen, "slug": "kitchen", "name": "Kitchen"});
    let leaf =
        json!({"id": mugs, "slug": "mugs", "name": "Mugs", "parent": "kitchen", "image": first});
    assert_eq!(list.expect(200)["data"], json!([root, leaf]));

    // Another picture says nothing of what it shows.
    let second = upload(&shop, &mugs, jpeg(&halves(50, 30))).await;
    let second = second.expect(201);
    assert_ne!(second["url"], first["url"]);
    assert_eq!((&second["alt"], &second["width"]), (&json!(""), &json!(50)));
    system.is_quiet().await;
    assert_eq!(shown(&shop).await[1]["image"]["url"], second["url"]);

    let gone = shop.admin(Method::DELETE, &path, Value::Null).await;
    assert_eq!(gone.status, 204);
    for (method, body) in [
        (Method::GET, Value::Null),
        (Method::PATCH, json!({"alt": "x"})),
        (Method::DELETE, Value::Null),
    ] {
        let refused = shop.admin(method, &path, body).await;
        refused.refused(404, "not_found");
    }
    assert_eq!(shown(&shop).await[1]["image"], Value::Null);
    // Pages that were loaded before go on showing both.
    for image in [&first, &second] {
        fetch(&shop, &text(image, "/url")).await;
    }
    let listed = shop.admin(Method::GET, "/audit/entries?limit=100", Value::Null);
    let listed = listed.await.expect(200).to_string();
    for operation in ["upload", "update", "delete"] {
        let name = format!("admin_{operation}_category_image");
        assert!(listed.contains(&name), "{name} is not recorded");
    }
    system.settle().await;
}

#[tokio::test]
async fn what_is_no_picture_and_what_is_anothers_category_changes_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    let [_, mugs] = categories(&shop).await;
    let [_, foreign] = categories(&other).await;
    let mut liar = file(&halves(60, 40), ImageFormat::Png)[..8].to_vec();
    liar.extend(b"<script>alert(1)</script>");
    let half = jpeg(&halves(60, 40));

    for (bytes, code) in [
        (b"<svg/>".to_vec(), "image_unsupported"),
        (liar, "image_unreadable"),
        (half[..half.len() / 2].to_vec(), "image_unreadable"),
        (bomb(50_000, 50_000), "image_too_large"),
    ] {
        upload(&shop, &mugs, bytes).await.refused(422, code);
    }
    let large = upload(&shop, &mugs, vec![0; 10 * 1024 * 1024 + 1]).await;
    large.refused(413, "body_too_large");
    let stranger = upload(&shop, &foreign, jpeg(&halves(60, 40))).await;
    stranger.refused(404, "not_found");
    assert_eq!(
        system.number("select count(*) from category_images").await,
        0
    );

    upload(&shop, &mugs, jpeg(&halves(60, 40)))
        .await
        .expect(201);
    let path = format!("/categories/{mugs}/image");
    let alt = json!({"alt": "x".repeat(513)});
    let refused = shop.admin(Method::PATCH, &path, alt).await;
    refused.refused(400, "invalid_request");
    assert_eq!(refused.body["errors"][0]["pointer"], "/alt");
    for (method, body) in [
        (Method::GET, Value::Null),
        (Method::PATCH, json!({"alt": "x"})),
        (Method::DELETE, Value::Null),
    ] {
        let refused = other.admin(method, &path, body).await;
        refused.refused(404, "not_found");
    }
    let empty = "select count(*) from category_images where alt = ''";
    assert_eq!(system.number(empty).await, 1);
    system.settle().await;
}
