//! An e-mail that its reader does not find is sent once more.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Mood, SmtpServer};

use super::{ANNA, OWNER, column, email, emails};
use crate::harness::{Answer, Shop, System, send, text};

async fn resend(shop: &Shop<'_>, id: &str) -> Answer {
    let path = format!("/emails/{id}/resend");
    shop.admin(Method::POST, &path, Value::Null).await
}

#[tokio::test]
async fn a_shopper_gets_the_e_mail_again_with_a_link_of_its_own() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    let order = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    let about = format!("?order_id={}&recipient={ANNA}", order.order_id);
    let sent = emails(&shop, &about).await;
    let id = text(&sent[0], "/id");

    resend(&other, &id).await.refused(404, "not_found");
    let answer = resend(&shop, &id).await;
    let location = answer.headers["location"].to_str().unwrap().to_owned();
    let request_id = answer.headers["x-request-id"].to_str().unwrap().to_owned();
    let queued = answer.expect(201);
    let mut expected = json!({
        "kind": "order_confirmed", "recipient": ANNA, "order_id": order.order_id, "outcome": "queued",
        "resend_of": id, "can_resend": true, "has_copy": false,
    });
    for name in ["id", "created_at"] {
        expected[name] = queued[name].clone();
    }
    assert_eq!(queued, expected);
    let again = text(&queued, "/id");
    assert_eq!(location, format!("/admin/v1/emails/{again}"));

    let letters = system.letters(ANNA).await;
    let [first, second] = letters.as_slice() else {
        panic!("two letters were expected: {letters:#?}");
    };
    assert_eq!(second.subject, first.subject);
    assert_ne!(second.token(), first.token());
    for letter in [first, second] {
        let path = format!("/storefront/v1/orders/{}", order.order_id);
        let page = system.request(Method::GET, &shop.host, &path);
        send(page.header("order-token", letter.token()))
            .await
            .expect(200);
    }
    let both = emails(&shop, &about).await;
    assert_eq!(column(&both, "outcome"), ["sent", "sent"]);
    assert_eq!(both[1], sent[0]);
    let copy = email(&shop, &again).await.expect(200);
    let opens = format!("#token={}", second.token());
    assert_eq!(copy["content"]["text"], second.text.replace(&opens, ""));
    assert_eq!(copy["email"]["resend_of"], json!(id));

    let path = format!("/audit/entries?request_id={request_id}");
    let entries = shop.admin(Method::GET, &path, Value::Null).await;
    let entries = entries.expect(200);
    let entry = &entries["data"][0];
    assert_eq!(entry["operation"], "admin_resend_email");
    assert_eq!(entry["changes"][0]["object"], "email");
    assert_eq!(entry["changes"][0]["action"], "created");
    assert!(!entry.to_string().contains(ANNA), "{entry}");
    system.settle().await;
}

#[tokio::test]
async fn what_is_not_to_be_sent_again_is_not() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    shop.member("berta@example.com").await;
    let order = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    let count = async || emails(&shop, "?limit=100").await.len();
    let before = count().await;

    for to in ["berta@example.com", OWNER] {
        let list = emails(&shop, &format!("?recipient={to}")).await;
        let refused = resend(&shop, &text(&list[0], "/id")).await;
        refused.refused(409, "email_not_resendable");
    }
    let unknown = resend(&shop, "eml_00000000000000000000000001").await;
    unknown.refused(404, "not_found");

    let about = format!("?order_id={}&recipient={ANNA}", order.order_id);
    let id = text(&emails(&shop, &about).await[0], "/id");
    let suppressed = shop.admin(Method::POST, "/mail-suppressions", json!({"email": ANNA}));
    suppressed.await.expect(201);
    resend(&shop, &id).await.refused(409, "email_suppressed");
    assert_eq!(count().await, before);
    assert_eq!(system.letters(ANNA).await.len(), 1);
    system.settle().await;
}

#[tokio::test]
async fn an_e_mail_that_waits_is_not_queued_twice_and_one_about_nothing_is_not_sent() {
    let smtp = SmtpServer::start().await;
    let url = format!("smtp://{}", smtp.address);
    let system = System::with(&[("MAIL_URL", &url)]).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    let order = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    let body = json!({"tracking": {"carrier": "GLS", "number": "7"}});
    let parcel = shop.fulfill(&order.order_id, "parcel", &body).await;
    let parcel = text(&parcel.expect(201), "/id");
    let about = format!("?order_id={}&recipient={ANNA}", order.order_id);
    // The staff is written to as well.
    system.is_quiet().await;
    let list = emails(&shop, &about).await;
    assert_eq!(column(&list, "kind"), ["order_shipped", "order_confirmed"]);
    let taken = smtp.taken().len();
    smtp.be(Mood::Busy);

    let shipped = text(&list[0], "/id");
    let queued = text(&resend(&shop, &shipped).await.expect(201), "/id");
    for id in [&shipped, &queued] {
        resend(&shop, id).await.refused(409, "email_queued");
    }
    // The other one is another e-mail.
    let confirmed = text(&list[1], "/id");
    resend(&shop, &confirmed).await.expect(201);
    let path = format!("/orders/{}/fulfillments/{parcel}/cancel", order.order_id);
    shop.admin(Method::POST, &path, Value::Null)
        .await
        .expect(200);
    // Both were tried in vain: what is made due while it is on its way would be sent twice.
    let refused =
        "select count(*) from outbox where topic = 'email.resend_due' and last_error is not null";
    while system.number(refused).await < 2 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    smtp.be(Mood::Willing);
    system
        .execute("update outbox set available_at = now() where topic = 'email.resend_due'")
        .await;
    let list = emails(&shop, &about).await;
    assert_eq!(
        column(&list, "outcome"),
        ["sent", "obsolete", "sent", "sent"]
    );
    assert_eq!(smtp.taken().len(), taken + 1);
    system.settle().await;
}
