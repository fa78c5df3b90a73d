//! Staff say which e-mails about the store's business they want.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Shop, System, send};

const PATH: &str = "/admin/v1/me/email-preferences";
const OWNER: &str = "owner@aurora.test";
const CLERK: &str = "clerk@aurora.test";

async fn set(shop: &Shop<'_>, token: &str, wanted: [bool; 3]) -> Value {
    let [new_orders, low_stock, disputes] = wanted;
    let body = json!({"new_orders": new_orders, "low_stock": low_stock, "disputes": disputes});
    let ask = shop.system.request(Method::PUT, &shop.host, PATH);
    send(ask.bearer_auth(token).json(&body)).await.expect(200)
}

async fn told(system: &System, who: &str) -> usize {
    system.is_quiet().await;
    let all = system.letters(who).await;
    all.iter()
        .filter(|it| it.subject.starts_with("New order"))
        .count()
}

#[tokio::test]
async fn staff_get_the_e_mails_that_they_want_from_each_store() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    shop.enrol(CLERK, "order_manager").await;
    let clerk = shop.sign_in(CLERK).await;
    let ask = system.request(Method::GET, &shop.host, PATH);
    let all = json!({"new_orders": true, "low_stock": true, "disputes": true});
    assert_eq!(send(ask.bearer_auth(&clerk)).await.expect(200), all);

    shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    assert_eq!(
        (told(&system, OWNER).await, told(&system, CLERK).await),
        (1, 1)
    );
    let set_to = set(&shop, &clerk, [false, true, true]).await;
    assert_eq!(set_to["new_orders"], false);
    let ask = system.request(Method::GET, &shop.host, PATH);
    assert_eq!(send(ask.bearer_auth(&clerk)).await.expect(200), set_to);
    shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    assert_eq!(
        (told(&system, OWNER).await, told(&system, CLERK).await),
        (2, 1)
    );
    set(&shop, &clerk, [true, false, true]).await;
    shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    assert_eq!(
        (told(&system, OWNER).await, told(&system, CLERK).await),
        (3, 2)
    );

    let ask = system.request(Method::PUT, &shop.host, PATH);
    let odd = ask.bearer_auth(&clerk).json(&json!({"new_orders": false}));
    send(odd).await.refused(400, "invalid_request");
    let kept = "select count(*) from muted_letters where letter = 'low_stock'";
    assert_eq!(system.number(kept).await, 1);
    // Who is removed leaves nothing behind.
    system
        .execute("delete from memberships where role = 'order_manager'")
        .await;
    assert_eq!(system.number("select count(*) from muted_letters").await, 0);
    system.settle().await;
}
