//! Pictures out of a bucket, and what an outage of the bucket's store takes along: pictures alone.

use bytes::Bytes;
use reqwest::Method;
use serde_json::json;
use testkit::{Fault, FaultProxy, Moto};

use crate::harness::{Shop, System, send};

/// Not shown anywhere, so any bytes will do.
const PICTURE: &[u8] = b"a picture of a mug";

async fn picture(shop: &Shop<'_>, path: &str) -> reqwest::Response {
    let request = shop.system.request(Method::GET, &shop.host, path);
    request.send().await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_is_out_takes_pictures_along_and_nothing_else() {
    let moto = Moto::start().await;
    moto.make_bucket("stoa-media").await;
    let proxy = FaultProxy::start(&moto.address).await;
    let url = format!(
        "s3://stoa-media/t?region=x&endpoint=http://{}&path_style=true",
        proxy.address
    );
    let system = System::with(&[
        ("MEDIA_URL", &url),
        ("MEDIA_ACCESS_KEY_ID", "AKIDTEST"),
        ("MEDIA_SECRET_ACCESS_KEY", "hunter2"),
    ])
    .await;
    let shop = system.shop("aurora", &[]).await;
    let key = format!("{}/0123abcd.png", shop.tenant_id);
    let path = format!("/media/{key}");
    assert_eq!(picture(&shop, &path).await.status(), 404);

    let put = system
        .app
        .objects
        .put(&key, Bytes::from_static(PICTURE), "image/png");
    put.await.unwrap();
    let shown = picture(&shop, &path).await;
    assert_eq!(shown.status(), 200);
    assert_eq!(shown.headers()["content-type"], "image/png");
    let for_ever = "public, max-age=31536000, immutable";
    assert_eq!(shown.headers()["cache-control"], for_ever);
    assert_eq!(shown.bytes().await.unwrap(), PICTURE);

    let broken = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n".to_owned();
    for fault in [Fault::Refused, Fault::Answer(broken)] {
        proxy.be(fault);

        let out = picture(&shop, &path).await;

        assert_eq!(out.status(), 503);
        let problem: serde_json::Value = out.json().await.unwrap();
        assert_eq!(problem["code"], json!("media_unavailable"));
        for path in [
            "/storefront/v1/products",
            "/storefront/v1/store",
            "/health/ready",
        ] {
            let answer = send(system.request(Method::GET, &shop.host, path)).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        }
        let cart = system.request(Method::POST, &shop.host, "/storefront/v1/carts");
        let cart = send(cart.json(&json!({}))).await;
        assert_eq!(cart.status, 201, "{}", cart.text);
    }
    proxy.be(Fault::None);
    assert_eq!(picture(&shop, &path).await.status(), 200);
    system.close().await;
}
