//! An object store that is out while somebody uploads.

use serde_json::json;
use testkit::{Fault, FaultProxy, Moto};

use super::files::{halves, jpeg};
use super::{product, seen, upload};
use crate::harness::System;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upload_that_cannot_be_kept_changes_nothing() {
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
    let mug = product(&shop, "mug").await;
    let before = seen(&shop, &mug).await;
    let broken = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n".to_owned();

    for fault in [Fault::Refused, Fault::Answer(broken)] {
        proxy.be(fault);

        let out = upload(&shop, &mug, "image/jpeg", jpeg(&halves(40, 30))).await;

        out.refused(503, "media_unavailable");
        assert_eq!(seen(&shop, &mug).await, before);
    }
    proxy.be(Fault::None);
    let added = upload(&shop, &mug, "image/jpeg", jpeg(&halves(40, 30))).await;
    assert_eq!(added.expect(201)["width"], json!(40));
    system.is_quiet().await;
    system.close().await;
}
