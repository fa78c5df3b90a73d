//! A few colours that are shown until a picture is there.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use reqwest::Method;
use serde_json::Value;

use super::files::{file, halves, jpeg};
use super::{product, seen, upload};
use crate::harness::{Shop, System, send};
use crate::processes::{free_port, stoa};

/// What the storefront shows until the first picture of the product is there.
async fn shown(shop: &Shop<'_>, slug: &str) -> Value {
    let path = format!("/storefront/v1/products/{slug}");
    let answer = send(shop.system.request(Method::GET, &shop.host, &path)).await;
    answer.expect(200)["images"][0]["blurhash"].take()
}

#[tokio::test]
async fn a_picture_has_its_colours_once_it_has_its_widths() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    // Four waves by three, or three by four.
    let grey = |width, height| {
        DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, Rgb([128, 128, 128])))
    };
    for (slug, picture, waves, colour) in [
        ("wide", grey(40, 30), "L", "E:0n"),
        ("high", grey(30, 40), "T", "E:0n"),
        ("halves", halves(400, 300), "L", "G;GK"),
    ] {
        let id = product(&shop, slug).await;
        let bytes = file(&picture, ImageFormat::Png);
        let added = upload(&shop, &id, "image/png", bytes).await.expect(201);
        assert_eq!(added["blurhash"], Value::Null);
        system.is_quiet().await;

        let blurhash = shown(&shop, slug).await;

        let blurhash = blurhash.as_str().unwrap();
        assert!(blurhash.starts_with(waves), "{slug}: {blurhash}");
        assert_eq!(&blurhash[2..6], colour, "{slug}: {blurhash}");
        // A size, a strength, one colour of four characters and eleven waves of two.
        assert_eq!(blurhash.len(), 28, "{slug}: {blurhash}");
        assert_eq!(seen(&shop, &id).await["images"][0]["blurhash"], blurhash);
    }
    system.settle().await;
}

#[tokio::test]
async fn pictures_of_before_get_theirs_by_a_command() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let mug = product(&shop, "mug").await;
    let added = upload(&shop, &mug, "image/jpeg", jpeg(&halves(400, 300))).await;
    added.expect(201);
    system.is_quiet().await;
    let before = seen(&shop, &mug).await["images"].take();
    system.execute("update images set preview = null").await;
    assert_eq!(shown(&shop, "mug").await, Value::Null);

    for (expected, blurhash) in [
        ("1 message of pictures to make", &before[0]["blurhash"]),
        ("0 messages of pictures to make", &before[0]["blurhash"]),
    ] {
        let mut command = stoa(&system.db, free_port());
        command.args(["products", "pictures", "--tenant", "aurora"]);
        command.env("PLATFORM_DOMAIN", "localhost");
        let output = tokio::task::spawn_blocking(move || command.output().unwrap());
        let output = output.await.unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!((said.trim(), output.status.code()), (expected, Some(0)));
        system.is_quiet().await;
        assert_eq!(&shown(&shop, "mug").await, blurhash);
    }
    assert_eq!(seen(&shop, &mug).await["images"], before);
    system.settle().await;
}
