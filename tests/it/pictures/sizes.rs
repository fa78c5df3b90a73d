//! The widths that pictures are made in.

use db::Message;
use image::{GenericImageView, ImageFormat};
use kernel::Event;
use kernel::ids::MessageId;
use kernel::ports::Ids;
use reqwest::Method;
use serde_json::{Value, json};

use super::files::{file, from_a_camera, halves, jpeg};
use super::{fetch, plain, product, upload};
use crate::harness::{Shop, System, send, text};

/// The first image of a product, as shoppers see it.
async fn shown(shop: &Shop<'_>, slug: &str) -> Value {
    let path = format!("/storefront/v1/products/{slug}");
    let answer = send(shop.system.request(Method::GET, &shop.host, &path)).await;
    answer.expect(200)["images"][0].take()
}

/// What the sources of an image are, and are called.
fn forms(image: &Value) -> Vec<String> {
    let stem = text(image, "/url");
    let (stem, _) = stem.rsplit_once('.').unwrap();
    let sources = image["sources"].as_array().unwrap().iter();
    sources
        .map(|source| {
            let url = text(source, "/url");
            let rest = url.strip_prefix(stem).unwrap();
            format!(
                "{rest} {} {}",
                text(source, "/content_type"),
                source["width"]
            )
        })
        .collect()
}

/// Fetches each source, and finds what it is said to be.
async fn are_what_they_say(shop: &Shop<'_>, image: &Value, (width, height): (u32, u32)) {
    for source in image["sources"].as_array().unwrap() {
        let (kind, bytes) = fetch(shop, &text(source, "/url")).await;
        assert_eq!(source["content_type"], json!(kind));
        let format = image::guess_format(&bytes).unwrap();
        assert_eq!(format.to_mime_type(), kind);
        let picture = image::load_from_memory(&bytes).unwrap();
        let own = u32::try_from(source["width"].as_u64().unwrap()).unwrap();
        let (shown, high) = picture.dimensions();
        assert_eq!(shown, own);
        assert!(
            (own * height).abs_diff(high * width) <= width,
            "{own}x{high}"
        );
    }
}

#[tokio::test]
async fn shoppers_choose_from_widths_that_no_picture_exceeds() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    for (slug, bytes, size, expected) in [
        (
            "large",
            jpeg(&halves(2_100, 700)),
            (2_100, 700),
            vec![
                "-320.webp image/webp 320",
                "-640.webp image/webp 640",
                "-1280.webp image/webp 1280",
                "-2000.webp image/webp 2000",
                "-320.jpg image/jpeg 320",
                "-640.jpg image/jpeg 640",
                "-1280.jpg image/jpeg 1280",
                "-2000.jpg image/jpeg 2000",
            ],
        ),
        (
            "medium",
            file(&halves(500, 300), ImageFormat::Png),
            (500, 300),
            vec![
                "-320.webp image/webp 320",
                "-500.webp image/webp 500",
                "-320.png image/png 320",
                ".png image/png 500",
            ],
        ),
        (
            "small",
            file(&halves(60, 30), ImageFormat::WebP),
            (60, 30),
            vec![".webp image/webp 60"],
        ),
        (
            "turned",
            from_a_camera(&halves(800, 400), ""),
            (400, 800),
            vec![
                "-320.webp image/webp 320",
                "-400.webp image/webp 400",
                "-320.jpg image/jpeg 320",
                ".jpg image/jpeg 400",
            ],
        ),
    ] {
        let id = product(&shop, slug).await;
        upload(&shop, &id, "image/jpeg", bytes).await.expect(201);
        system.is_quiet().await;

        let image = shown(&shop, slug).await;

        assert_eq!(forms(&image), expected, "{slug}");
        are_what_they_say(&shop, &image, size).await;
    }
    let list = system.request(Method::GET, &shop.host, "/storefront/v1/products");
    let list = send(list).await.expect(200);
    for card in list["data"].as_array().unwrap() {
        let image = shown(&shop, &text(card, "/slug")).await;
        assert_eq!(card["image"], image);
    }
    system.settle().await;
}

#[tokio::test]
async fn making_them_again_changes_nothing_and_what_cannot_be_made_is_shown_as_it_is() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let mug = product(&shop, "mug").await;
    let added = upload(&shop, &mug, "image/jpeg", jpeg(&halves(400, 300))).await;
    added.expect(201);
    system.is_quiet().await;
    let before = shown(&shop, "mug").await;
    let mut kept = Vec::new();
    for source in before["sources"].as_array().unwrap() {
        kept.push(fetch(&shop, &text(source, "/url")).await);
    }
    let message = Message {
        id: MessageId::from_uuid(Ids.uuid()),
        tenant_id: shop.tenant_id.parse().unwrap(),
        event: Event::ImageSizesDue {
            product_id: mug.parse().unwrap(),
        },
        attempts: 2,
        postponed: 0,
        traceparent: None,
    };

    // As after a worker that was killed before it could note what it had made.
    system.execute("update images set widths = null").await;
    for _ in 0..2 {
        system.app.catalog.handle(&message).await.unwrap();
    }

    assert_eq!(shown(&shop, "mug").await, before);
    for (source, kept) in before["sources"].as_array().unwrap().iter().zip(kept) {
        assert_eq!(fetch(&shop, &text(source, "/url")).await, kept);
    }
    // The object is gone, or was never a picture.
    system
        .execute(
            "update images set widths = null, object_key = replace(object_key, '.jpg', 'x.jpg')",
        )
        .await;
    system.app.catalog.handle(&message).await.unwrap();
    assert_eq!(
        system
            .number("select cardinality(widths)::bigint from images")
            .await,
        0
    );
    system.settle().await;
}

#[tokio::test]
async fn imported_pictures_have_widths_too_and_uploads_outlive_an_import() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("mug.jpg"), jpeg(&halves(400, 300))).unwrap();
    let rows = |title: &str| {
        format!("Handle,Title,Status,Variant Price,Image Src\nmug,{title},active,9.00,mug.jpg\n")
    };
    let path = folder.path().join("products.csv");
    std::fs::write(&path, rows("Mug")).unwrap();
    shop.import_file(&path).await;
    system.is_quiet().await;

    let image = shown(&shop, "mug").await;

    assert_eq!(
        forms(&image),
        [
            "-320.webp image/webp 320",
            "-400.webp image/webp 400",
            "-320.jpg image/jpeg 320",
            ".jpg image/jpeg 400",
        ]
    );
    are_what_they_say(&shop, &image, (400, 300)).await;
    let list = shop.admin(Method::GET, "/products", Value::Null).await;
    let mug = text(&list.expect(200), "/data/0/id");
    let added = upload(&shop, &mug, "image/jpeg", jpeg(&halves(60, 30))).await;
    let added = added.expect(201);
    std::fs::write(&path, rows("Large mug")).unwrap();
    shop.import_file(&path).await;
    let after = super::seen(&shop, &mug).await;
    assert_eq!(after["title"], "Large mug");
    assert_eq!(plain(after["images"][1].clone()), added);
    assert_eq!(after["images"].as_array().unwrap().len(), 2);
    system.settle().await;
}
