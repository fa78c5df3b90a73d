//! What is taken, what is refused and what of a picture is kept.

use image::ImageFormat;
use reqwest::Method;
use serde_json::{Value, json};

use super::files::{bomb, file, from_a_camera, halves, jpeg};
use super::{fetch, plain, product, seen, upload};
use crate::harness::{System, text};

#[tokio::test]
async fn each_format_is_told_by_its_bytes_and_shown_as_it_was() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let mug = product(&shop, "mug").await;
    let picture = halves(40, 30);
    // Whatever the header says.
    for (kind, bytes, extension, expected) in [
        ("image/png", jpeg(&picture), "jpg", "image/jpeg"),
        (
            "application/octet-stream",
            file(&picture, ImageFormat::Png),
            "png",
            "image/png",
        ),
        (
            "image/jpeg",
            file(&picture, ImageFormat::WebP),
            "webp",
            "image/webp",
        ),
    ] {
        let added = upload(&shop, &mug, kind, bytes).await;

        let location = added.headers["location"].to_str().unwrap().to_owned();
        let image = added.expect(201);
        let (id, url) = (text(&image, "/id"), text(&image, "/url"));
        assert_eq!(location, format!("/admin/v1/products/{mug}/images/{id}"));
        assert!(url.starts_with(&format!("/media/{}/", shop.tenant_id)));
        assert!(url.ends_with(&format!(".{extension}")), "{url}");
        assert_eq!(
            image,
            json!({"id": id, "url": url, "alt": "", "alt_translations": {}, "width": 40, "height": 30})
        );
        let path = location.strip_prefix("/admin/v1").unwrap();
        let again = shop.admin(Method::GET, path, Value::Null).await;
        assert_eq!(plain(again.expect(200)), image);
        let (kind, bytes) = fetch(&shop, &url).await;
        assert_eq!(kind, expected);
        let shown = image::load_from_memory(&bytes).unwrap().into_rgb8();
        assert_eq!(shown.dimensions(), (40, 30));
        let (left, right) = (shown.get_pixel(5, 15).0, shown.get_pixel(35, 15).0);
        assert!(left[0] > 150 && left[2] < 80, "{left:?}");
        assert!(right[0] < 80 && right[2] > 150, "{right:?}");
    }
    let images = seen(&shop, &mug).await["images"].take();
    assert_eq!(images.as_array().unwrap().len(), 3);
    system.settle().await;
}

#[tokio::test]
async fn a_picture_is_turned_upright_and_forgets_where_it_was_taken() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let mug = product(&shop, "mug").await;
    let bytes = from_a_camera(&halves(40, 20), "48.8584N 2.2945E");

    let added = upload(&shop, &mug, "image/jpeg", bytes).await.expect(201);

    assert_eq!(
        (&added["width"], &added["height"]),
        (&json!(20), &json!(40))
    );
    let (_, bytes) = fetch(&shop, &text(&added, "/url")).await;
    for gone in [&b"Exif"[..], b"48.8584N"] {
        assert!(!bytes.windows(gone.len()).any(|part| part == gone));
    }
    let shown = image::load_from_memory(&bytes).unwrap().into_rgb8();
    assert_eq!(shown.dimensions(), (20, 40));
    // What was on the left is at the top.
    assert!(shown.get_pixel(10, 5).0[0] > 150);
    assert!(shown.get_pixel(10, 35).0[2] > 150);
    system.settle().await;
}

/// Files that are no picture that is taken, and what is said of each.
fn unfit() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let picture = halves(60, 40);
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() * 2 / 3].to_vec();
    let mut liar = file(&picture, ImageFormat::Png)[..8].to_vec();
    liar.extend(b"<script>alert(1)</script>");
    vec![
        ("nothing", Vec::new(), "image_unsupported"),
        ("a page", b"<html></html>".to_vec(), "image_unsupported"),
        ("a drawing", b"<svg/>".to_vec(), "image_unsupported"),
        (
            "a GIF",
            b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(),
            "image_unsupported",
        ),
        ("a page that begins like a PNG", liar, "image_unreadable"),
        ("half a JPEG", cut(jpeg(&picture)), "image_unreadable"),
        (
            "half a PNG",
            cut(file(&picture, ImageFormat::Png)),
            "image_unreadable",
        ),
        (
            "half a WebP",
            cut(file(&picture, ImageFormat::WebP)),
            "image_unreadable",
        ),
        (
            "a PNG without its pixels",
            bomb(4_000, 4_000),
            "image_unreadable",
        ),
        ("a bomb", bomb(50_000, 50_000), "image_too_large"),
        ("a long bomb", bomb(16_001, 1), "image_too_large"),
        (
            "a pixel row too many",
            bomb(5_000, 5_001),
            "image_too_large",
        ),
        (
            "a byte too many",
            vec![0; 10 * 1024 * 1024 + 1],
            "body_too_large",
        ),
    ]
}

#[tokio::test]
async fn what_is_no_picture_is_refused_and_changes_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    let (mug, foreign) = (product(&shop, "mug").await, product(&other, "mug").await);
    let before = seen(&shop, &mug).await;

    for (what, bytes, code) in unfit() {
        let refused = upload(&shop, &mug, "image/png", bytes).await;

        let status = if code == "body_too_large" { 413 } else { 422 };
        assert_eq!((refused.status, refused.code()), (status, code), "{what}");
    }
    let form = upload(&shop, &mug, "application/json", jpeg(&halves(60, 40))).await;
    form.refused(415, "unsupported_media_type");
    let detail = "The body is of a type that is not taken here; send application/octet-stream.";
    assert_eq!(form.body["detail"], detail);
    let stranger = upload(&shop, &foreign, "image/jpeg", jpeg(&halves(60, 40))).await;
    stranger.refused(404, "not_found");
    assert_eq!(seen(&shop, &mug).await, before);
    assert_eq!(system.number("select count(*) from images").await, 0);
    system.settle().await;
}

#[tokio::test]
async fn the_same_picture_is_kept_once_and_a_product_has_fifty() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let (mug, jug) = (product(&shop, "mug").await, product(&shop, "jug").await);
    let bytes = jpeg(&halves(40, 30));

    let first = upload(&shop, &mug, "image/jpeg", bytes.clone()).await;
    let first = first.expect(201);
    system.is_quiet().await;
    let before = seen(&shop, &mug).await;
    let again = upload(&shop, &mug, "image/jpeg", bytes.clone()).await;
    let of_jug = upload(&shop, &jug, "image/jpeg", bytes).await.expect(201);

    assert_eq!(plain(again.expect(200)), first);
    assert_eq!(seen(&shop, &mug).await, before);
    assert_ne!(of_jug["id"], first["id"]);
    assert_eq!(of_jug["url"], first["url"]);
    system
        .execute(
            "insert into images (tenant_id, product_id, id, position, source)
             select i.tenant_id, i.product_id, gen_random_uuid(), n, 'https://cdn.example/' || n
               from images i join products p on p.tenant_id = i.tenant_id and p.id = i.product_id
              cross join generate_series(2, 50) n
              where p.slug = 'mug'",
        )
        .await;
    let full = upload(&shop, &mug, "image/jpeg", jpeg(&halves(41, 30))).await;
    full.refused(409, "too_many_images");
    assert_eq!(
        seen(&shop, &mug).await["images"].as_array().unwrap().len(),
        50
    );
    system.settle().await;
}

#[tokio::test]
async fn images_are_described_arranged_and_deleted_and_all_of_it_is_recorded() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let mug = product(&shop, "mug").await;
    let mut ids = Vec::new();
    for width in [40, 41, 42] {
        let added = upload(&shop, &mug, "image/jpeg", jpeg(&halves(width, 30))).await;
        ids.push(text(&added.expect(201), "/id"));
    }
    let order = |product: &Value| -> Vec<String> {
        let images = product["images"].as_array().unwrap().iter();
        images.map(|image| text(image, "/id")).collect()
    };
    let path = |id: &str| format!("/products/{mug}/images/{id}");

    let body = json!({"alt": "  A red mug ", "position": 1});
    let moved = shop.admin(Method::PATCH, &path(&ids[2]), body).await;
    let moved = moved.expect(200);
    assert_eq!(order(&moved), [&*ids[2], &*ids[0], &*ids[1]]);
    assert_eq!(moved["images"][0]["alt"], "A red mug");
    let body = json!({"position": 99});
    let last = shop.admin(Method::PATCH, &path(&ids[2]), body).await;
    assert_eq!(order(&last.expect(200)), ids);

    for (body, pointer) in [
        (json!({"position": 0}), "/position"),
        (json!({"alt": "two\nlines"}), "/alt"),
        (json!({"alt": "x".repeat(513)}), "/alt"),
    ] {
        let refused = shop.admin(Method::PATCH, &path(&ids[0]), body).await;
        refused.refused(400, "invalid_request");
        assert_eq!(refused.body["errors"][0]["pointer"], pointer);
    }
    let jug = product(&shop, "jug").await;
    let elsewhere = format!("/products/{jug}/images/{}", ids[0]);
    for (method, body) in [
        (Method::GET, Value::Null),
        (Method::PATCH, json!({"alt": "x"})),
        (Method::DELETE, Value::Null),
    ] {
        let refused = shop.admin(method, &elsewhere, body).await;
        refused.refused(404, "not_found");
    }
    let deleted = shop
        .admin(Method::DELETE, &path(&ids[1]), Value::Null)
        .await;
    assert_eq!(deleted.status, 204);
    assert_eq!(order(&seen(&shop, &mug).await), [&*ids[0], &*ids[2]]);
    let gone = shop.admin(Method::GET, &path(&ids[1]), Value::Null).await;
    gone.refused(404, "not_found");
    let listed = shop
        .admin(Method::GET, "/audit/entries?limit=100", Value::Null)
        .await;
    let listed = listed.expect(200).to_string();
    for operation in [
        "admin_upload_image",
        "admin_update_image",
        "admin_delete_image",
    ] {
        assert!(listed.contains(operation), "{operation} is not recorded");
    }
    system.settle().await;
}
