//! What staff are told of stock: alerts, and one letter about what is scarce.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Shop, System, text};

const OWNER: &str = "owner@aurora.test";

impl Shop<'_> {
    /// The kinds of all alerts, the first ones first.
    async fn alerts(&self) -> Vec<String> {
        let list = self.admin(Method::GET, "/stock/alerts?limit=100", Value::Null);
        let list = list.await.expect(200);
        let all = list["data"].as_array().unwrap().iter().rev();
        all.map(|it| text(it, "/kind")).collect()
    }
}

#[tokio::test]
async fn staff_are_told_once_of_what_runs_low_and_alerts_say_what_happened() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 5), ("bowl", 1_500, 1), ("jug", 700, 1)])
        .await;
    let (mug, jug) = (shop.variant("mug").await, shop.variant("jug").await);
    shop.policy(&mug, json!({"low_stock_threshold": 3}))
        .await
        .expect(200);
    let due = "update outbox set available_at = now() where topic = 'stock.letter_due'";
    let letters = async |count: usize| {
        let all = system.letters(OWNER).await;
        let told: Vec<_> = all
            .into_iter()
            .filter(|it| it.subject.contains("stock") || it.subject.contains("Sold out"))
            .collect();
        assert_eq!(told.len(), count);
        told
    };

    shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    assert_eq!(shop.alerts().await, Vec::<String>::new());
    shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    shop.ready_shopper(&[("bowl", 1)]).await.buy().await;
    shop.ready_shopper(&[("jug", 1)]).await.buy().await;
    // One of them has come back before anybody is told.
    shop.set(&jug, 3, false).await;
    system.is_quiet().await;
    letters(0).await;
    assert_eq!(
        shop.alerts().await,
        ["low_stock", "sold_out", "sold_out", "back_in_stock"]
    );
    system.execute(due).await;
    system.is_quiet().await;
    let told = letters(1).await;
    assert_eq!(told[0].subject, "Sold out: bowl [bowl] (+1 more)");
    let said = "bowl [bowl] (sold out), mug [mug] (3 left)";
    assert!(
        told[0].text.replace('\n', " ").contains(said),
        "{}",
        told[0].text
    );
    // Selling on is no news; selling the last one is.
    shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    assert_eq!(shop.alerts().await.len(), 4);
    shop.ready_shopper(&[("mug", 2)]).await.buy().await;
    system.execute(due).await;
    system.is_quiet().await;
    let told = letters(2).await;
    assert!(
        told.iter().any(|it| it.subject == "Sold out: mug [mug]"),
        "{told:?}"
    );
    let list = shop.admin(Method::GET, "/stock/alerts?kind=back_in_stock", Value::Null);
    let list = list.await.expect(200);
    assert_eq!(
        (
            list["data"].as_array().unwrap().len(),
            &list["data"][0]["variant_id"],
            &list["data"][0]["available"],
        ),
        (1, &json!(jug), &json!(3))
    );
    let other = system.shop("borealis", &[]).await;
    assert_eq!(other.alerts().await, Vec::<String>::new());
    system.settle().await;
}
