//! Pictures that a store uploads for its brand.

use image::ImageFormat;
use reqwest::Method;
use serde_json::{Value, json};

use super::fetch;
use super::files::{bomb, file, halves, jpeg};
use crate::harness::{Answer, Shop, System, send, text};

async fn storefront(shop: &Shop<'_>) -> String {
    let list = shop.admin(Method::GET, "/storefronts", Value::Null).await;
    text(&list.expect(200), "/data/0/id")
}

async fn upload(shop: &Shop<'_>, storefront: &str, bytes: Vec<u8>) -> Answer {
    let path = format!("/admin/v1/storefronts/{storefront}/brand/images");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    let request = request.bearer_auth(&shop.owner_token);
    send(request.header("content-type", "image/png").body(bytes)).await
}

#[tokio::test]
async fn a_logo_is_uploaded_once_shown_by_the_brand_and_stays_where_it_was() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    let front = storefront(&shop).await;
    let images = format!("/storefronts/{front}/brand/images");
    let bytes = file(&halves(400, 100), ImageFormat::Png);

    let made = upload(&shop, &front, bytes.clone()).await;
    let location = made.headers["location"].to_str().unwrap().to_owned();
    assert_eq!(location, format!("/admin/v1{images}"));
    let made = made.expect(201);
    let url = text(&made, "/url");
    assert!(url.starts_with(&format!("/media/{}/", shop.tenant_id)));
    assert_eq!(
        (&made["content_type"], &made["width"], &made["height"]),
        (&json!("image/png"), &json!(400), &json!(100))
    );
    assert_eq!(fetch(&shop, &url).await.0, "image/png");
    let again = upload(&shop, &front, bytes).await.expect(200);
    assert_eq!(again, made);
    let list = shop.admin(Method::GET, &images, Value::Null).await;
    assert_eq!(list.expect(200)["data"], json!([made]));

    // The brand names its address, and shoppers get it.
    let brand = format!("/storefronts/{front}/brand");
    let state = shop.admin(Method::GET, &brand, Value::Null).await;
    let mut kit = state.expect(200)["published"]["brand"].take();
    kit["logo_url"] = json!(url);
    let draft = format!("{brand}/draft");
    let saved = shop.admin(Method::PUT, &draft, kit).await.expect(200);
    let version = json!({"version": saved["version"]["number"]});
    let publish = format!("{brand}/publish");
    shop.admin(Method::POST, &publish, version)
        .await
        .expect(200);
    let store = system.request(Method::GET, &shop.host, "/storefront/v1/store");
    assert_eq!(send(store).await.expect(200)["brand"]["logo_url"], url);

    // Another tenant can neither see nor delete it.
    let one = format!("{images}/{}", text(&made, "/id"));
    for (method, path) in [(Method::GET, &images), (Method::DELETE, &one)] {
        let foreign = other.admin(method, path, Value::Null).await;
        foreign.refused(404, "not_found");
    }
    upload(&other, &front, jpeg(&halves(10, 10)))
        .await
        .refused(404, "not_found");
    let gone = shop.admin(Method::DELETE, &one, Value::Null).await;
    assert_eq!(gone.status, 204);
    let gone = shop.admin(Method::DELETE, &one, Value::Null).await;
    gone.refused(404, "not_found");
    let list = shop.admin(Method::GET, &images, Value::Null).await;
    assert_eq!(list.expect(200)["data"], json!([]));
    assert_eq!(fetch(&shop, &url).await.0, "image/png");
    system.settle().await;
}

#[tokio::test]
async fn what_is_no_picture_or_one_too_many_is_refused() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let front = storefront(&shop).await;
    for (bytes, code) in [
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
            "image_unsupported",
        ),
        (b"\x89PNG\r\n\x1a\nnot really".to_vec(), "image_unreadable"),
        (bomb(20_000, 20_000), "image_too_large"),
    ] {
        upload(&shop, &front, bytes).await.refused(422, code);
    }
    system
        .execute(
            "insert into brand_images (tenant_id, id, storefront_id, object_key, content_type, width, height, created_at)
             select tenant_id, gen_random_uuid(), id, 'x/' || n, 'image/png', 1, 1, now()
               from storefronts, generate_series(1, 100) n",
        )
        .await;
    upload(&shop, &front, jpeg(&halves(10, 10)))
        .await
        .refused(409, "too_many_images");
    let count = "select count(*) from brand_images";
    assert_eq!(system.number(count).await, 100);
    shop.enrol("clerk@aurora.test", "catalogue_manager").await;
    let clerk = shop.sign_in("clerk@aurora.test").await;
    let path = format!("/admin/v1/storefronts/{front}/brand/images");
    let ask = system.request(Method::GET, &shop.host, &path);
    send(ask.bearer_auth(clerk))
        .await
        .refused(403, "permission_denied");
    system.settle().await;
}
