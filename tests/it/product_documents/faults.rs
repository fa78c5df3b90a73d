//! A store of documents that is slow, cut, throttled or answers nonsense: storefronts notice nothing.

use std::time::{Duration, Instant};

use testkit::{Fault, FaultProxy, Moto};

use super::{
    PATHS, all_shown, at, becomes, fill, line, mark, product_id, rename, settings, table, title,
};
use crate::harness::System;
use crate::nodes::Node;

/// How long the first request waits that finds the store out, and then some for a busy machine.
const BOUND: Duration = Duration::from_secs(3);

fn answer(status: &str, body: &str) -> Fault {
    let length = body.len();
    Fault::Answer(format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: {length}\r\n\r\n{body}"
    ))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_store_is_out_products_are_read_from_the_database() {
    let moto = Moto::start().await;
    table(&moto).await;
    let proxy = FaultProxy::start(&moto.address).await;
    let system = System::with(&settings(&line(&proxy.address.to_string()))).await;
    let shop = system.shop("aurora", &[]).await;
    let plain = Node::with(&system, &[("PRODUCT_DOCUMENTS", "")]).await;
    fill(&shop).await;
    let id = product_id(&shop, "lamp").await;

    let throttled =
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\"}";
    let faults = [
        Fault::Slow(Duration::from_secs(30)),
        Fault::CutAfter(40),
        Fault::Refused,
        answer("500 Internal Server Error", ""),
        answer("400 Bad Request", throttled),
        answer("200 OK", "{\"Item\":{\"pk\":{\"S\":\"nonsense\"}}}"),
        answer("200 OK", "<html>hello</html>"),
    ];
    for (round, fault) in faults.into_iter().enumerate() {
        mark(&moto, "Marked").await;
        becomes(&shop, "shade", "Marked").await;
        proxy.be(fault.clone());
        for path in PATHS {
            let began = Instant::now();
            at(&shop, system.address, path).await;
            assert!(began.elapsed() < BOUND, "{fault:?} {path}");
        }
        all_shown(&shop, &plain).await;
        let name = format!("Lantern {round}");
        rename(&shop, &id, &name).await;
        assert_eq!(title(&shop, "lamp").await, name, "{fault:?}");
        proxy.be(Fault::None);
    }
    plain.end().await;
    system.settle().await;
}

/// Nothing else waits for the store: products are found, orders are paid. Afterwards the documents catch up.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_outage_holds_nothing_else_up_and_is_made_up_for() {
    let moto = Moto::start().await;
    table(&moto).await;
    let proxy = FaultProxy::start(&moto.address).await;
    let system = System::with(&settings(&line(&proxy.address.to_string()))).await;
    let shop = system.shop("aurora", &[]).await;
    fill(&shop).await;
    shop.stock(&[("mug", 1_490, 50)]).await;
    system.is_quiet().await;
    assert_eq!(mark(&moto, "Before").await, 3);
    let id = product_id(&shop, "lamp").await;

    proxy.be(Fault::Refused);
    rename(&shop, &id, "Lantern").await;
    let began = Instant::now();
    while shop.titles("lantern").await != ["Lantern"] {
        assert!(began.elapsed() < Duration::from_secs(10), "it is not found");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    let due = "select count(*) from outbox where lane = 'documents' and dead_at is null";
    assert_eq!(system.number(due).await, 1, "it waits for the store");

    proxy.be(Fault::None);
    let began = Instant::now();
    while system.number(due).await > 0 {
        assert!(began.elapsed() < Duration::from_mins(1), "it is never put");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    // What was put by then is the lamp as it is now, and is read again.
    assert_eq!(mark(&moto, "After").await, 3);
    becomes(&shop, "lamp", "After").await;
    becomes(&shop, "mug", "After").await;
    system.settle().await;
}
