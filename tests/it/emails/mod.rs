//! What was sent to whom: the log, its copies, and that nobody gets anywhere with them.

mod erasure;
mod resend;

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Mood, SmtpServer};

use crate::harness::{Answer, Letter, Shop, System, send, text};
use crate::mail_suppressions::SendGrid;

const ANNA: &str = "anna@example.com";
const OWNER: &str = "owner@aurora.test";

/// The e-mails of a query, the latest first.
async fn emails(shop: &Shop<'_>, query: &str) -> Vec<Value> {
    shop.system.is_quiet().await;
    let list = shop
        .admin(Method::GET, &format!("/emails{query}"), Value::Null)
        .await;
    list.expect(200)["data"].as_array().unwrap().clone()
}

async fn email(shop: &Shop<'_>, id: &str) -> Answer {
    let path = format!("/emails/{id}");
    shop.admin(Method::GET, &path, Value::Null).await
}

fn column<'a>(emails: &'a [Value], name: &str) -> Vec<&'a Value> {
    emails.iter().map(|it| &it[name]).collect()
}

/// The secrets of a letter: what stands behind `token=`, and codes of eight digits.
fn secrets(letter: &Letter) -> Vec<String> {
    let mut found = Vec::new();
    let parts = letter.text.split("token=").skip(1);
    found.extend(parts.map(|it| it.split_whitespace().next().unwrap().to_owned()));
    let words: Vec<&str> = letter.subject.split(' ').collect();
    let is_half = |it: &str| it.len() == 4 && it.bytes().all(|b| b.is_ascii_digit());
    if let [first, second, ..] = words.as_slice()
        && is_half(first)
        && is_half(second)
    {
        found.push((*first).to_owned() + *second);
        found.push(format!("{first} {second}"));
    }
    found
}

#[tokio::test]
async fn what_was_sent_is_listed_with_a_copy_of_what_it_said() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    shop.member("berta@example.com").await;
    let order = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    let id = order.order_id.as_str();

    let about = emails(&shop, &format!("?order_id={id}")).await;
    let mut kinds = column(&about, "kind");
    kinds.sort_by_key(ToString::to_string);
    assert_eq!(kinds, ["new_order", "order_confirmed"]);
    let to_anna = emails(&shop, "?recipient=Anna@example.com").await;
    let [confirmed] = to_anna.as_slice() else {
        panic!("one e-mail was expected: {to_anna:#?}");
    };
    let letter = system.letter(ANNA, 1).await;
    let mut expected = json!({
        "kind": "order_confirmed", "recipient": ANNA, "order_id": id, "subject": letter.subject,
        "outcome": "sent", "provider": "folder", "can_resend": true, "has_copy": true,
    });
    for name in ["id", "created_at"] {
        expected[name] = confirmed[name].clone();
    }
    assert_eq!(confirmed, &expected);

    // The copy is the letter without what opens the order.
    let kept = email(&shop, &text(confirmed, "/id")).await.expect(200);
    assert_eq!(&kept["email"], confirmed);
    let opens = format!("#token={}", letter.token());
    assert_eq!(kept["content"]["text"], letter.text.replace(&opens, ""));
    assert_eq!(kept["content"]["html"], letter.html.replace(&opens, ""));
    // A letter that leads where everybody can go is kept as it is.
    let to_owner = emails(&shop, &format!("?recipient={OWNER}&order_id={id}")).await;
    assert_eq!(column(&to_owner, "kind"), ["new_order"]);
    let staff = email(&shop, &text(&to_owner[0], "/id")).await.expect(200);
    assert_eq!(staff["content"]["text"], system.letter(OWNER, 1).await.text);
    assert_eq!(staff["email"]["can_resend"], false);

    // Another tenant sees its own.
    assert!(emails(&other, "").await.is_empty());
    email(&other, &text(confirmed, "/id"))
        .await
        .refused(404, "not_found");
    assert!(emails(&shop, "?outcome=refused").await.is_empty());
    let sent = emails(&shop, "?outcome=sent").await;
    let first = shop
        .admin(Method::GET, "/emails?outcome=sent&limit=1", Value::Null)
        .await;
    let cursor = text(&first.expect(200), "/next_cursor");
    let rest = emails(&shop, &format!("?outcome=sent&limit=100&cursor={cursor}")).await;
    assert_eq!(rest, sent[1..]);
    let odd = shop.admin(Method::GET, "/emails?recipient=nobody", Value::Null);
    odd.await.refused(400, "invalid_request");
    system.settle().await;
}

#[tokio::test]
async fn nothing_in_the_log_opens_an_account_or_an_order() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    shop.member(ANNA).await;
    for path in ["login-code", "forgot-password"] {
        system.a_minute_later().await;
        send(shop.auth(path, &json!({"email": ANNA})))
            .await
            .expect(202);
        system.is_quiet().await;
    }
    shop.reader("reader@example.com").await;
    let invited = json!({"email": "analyst@aurora.test", "role": "analyst"});
    shop.admin(Method::POST, "/staff-invitations", invited)
        .await
        .expect(201);
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let order = shopper.buy().await;
    system.a_minute_later().await;
    let number = shopper.order(&order).await["number"].clone();
    let named = json!({"number": number, "email": ANNA});
    let code = system.request(Method::POST, &shop.host, "/storefront/v1/order-codes");
    send(code.json(&named)).await.expect(202);
    system.is_quiet().await;

    let mut seen = Vec::new();
    for to in [ANNA, "reader@example.com", "analyst@aurora.test"] {
        for letter in system.letters(to).await {
            seen.push(secrets(&letter).len());
            for secret in secrets(&letter) {
                let tables = system.tables_with(&secret).await;
                assert_eq!(tables, [""; 0], "{to}: {}: {secret}", letter.subject);
            }
        }
    }
    // Links, and codes in two ways of writing them.
    seen.sort_unstable();
    assert_eq!(seen, [1, 1, 1, 1, 1, 1, 2, 2]);
    let all = emails(&shop, "?limit=100").await;
    for kept in &all {
        let is_secret = ["login_code", "order_code"].contains(&kept["kind"].as_str().unwrap());
        assert_eq!(kept["subject"].is_null(), is_secret, "{kept}");
    }
    let bare: Vec<_> = all.iter().filter(|it| it["has_copy"] == false).collect();
    let mut kinds: Vec<_> = bare.iter().map(|it| it["kind"].as_str().unwrap()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(
        kinds,
        [
            "confirm_email",
            "login_code",
            "newsletter",
            "order_code",
            "reset_password",
            "staff_invitation",
        ]
    );
    let id = text(bare[0], "/id");
    assert!(email(&shop, &id).await.expect(200).get("content").is_none());
    system.settle().await;
}

#[tokio::test]
async fn an_e_mail_that_came_back_says_so_and_a_suppressed_one_too() {
    let sendgrid = SendGrid::new();
    let system = System::with(&[("SENDGRID_WEBHOOK_KEY", &sendgrid.key())]).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    let bought = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    system.letter(ANNA, 1).await;
    let mailbox = system.request(Method::GET, "localhost", "/dev/mailbox.json");
    let mails = send(mailbox).await.expect(200);
    let mails = mails.as_array().unwrap();
    let mail = mails.iter().find(|it| it["to"] == ANNA).unwrap();
    let mut bounce = json!([{
        "event": "bounce", "email": ANNA, "tenant_id": shop.tenant_id, "mail_id": mail["id"],
        "status": "5.1.1",
    }]);
    sendgrid.tell(&system, &bounce).await.expect(200);

    let about = format!("?order_id={}&recipient={ANNA}", bought.order_id);
    let list = emails(&shop, &about).await;
    assert_eq!(column(&list, "outcome"), ["bounced"]);
    bounce[0]["event"] = json!("spamreport");
    sendgrid.tell(&system, &bounce).await.expect(200);
    // A complaint is the last word.
    bounce[0]["event"] = json!("bounce");
    sendgrid.tell(&system, &bounce).await.expect(200);
    let list = emails(&shop, &about).await;
    assert_eq!(column(&list, "outcome"), ["complained"]);

    let body = json!({"tracking": {"carrier": "GLS", "number": "7"}});
    shop.fulfill(&bought.order_id, "parcel", &body)
        .await
        .expect(201);
    let list = emails(&shop, &about).await;
    assert_eq!(column(&list, "kind"), ["order_shipped", "order_confirmed"]);
    assert_eq!(list[0]["outcome"], "suppressed");
    assert_eq!(list[0]["has_copy"], false);
    assert!(list[0].get("provider").is_none());
    assert_eq!(system.letters(ANNA).await.len(), 1);
    system.settle().await;
}

#[tokio::test]
async fn a_message_that_is_handled_again_sends_no_e_mail_again() {
    let smtp = SmtpServer::start().await;
    let url = format!("smtp://{}", smtp.address);
    let system = System::with(&[("MAIL_URL", &url)]).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    system.is_quiet().await;
    smtp.be(Mood::Busy);
    let order = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    let keep = "create table kept as
                select tenant_id, id, topic, aggregate, payload, lane from outbox
                 where topic in ('order.letter_due', 'order.staff_letter_due')";
    system.execute(keep).await;
    assert_eq!(system.number("select count(*) from kept").await, 2);
    smtp.be(Mood::Willing);
    system
        .execute("update outbox set available_at = now() where topic like 'order.%letter_due'")
        .await;
    let about = format!("?order_id={}", order.order_id);
    let list = emails(&shop, &about).await;
    assert_eq!(column(&list, "provider"), ["smtp", "smtp"]);
    let taken = smtp.taken().len();

    // As if the worker had died before it noted that it was done.
    system
        .execute(
            "insert into outbox (tenant_id, id, topic, aggregate, payload, lane)
             select tenant_id, id, topic, aggregate, payload, lane from kept",
        )
        .await;
    assert_eq!(emails(&shop, &about).await, list);
    assert_eq!(smtp.taken().len(), taken);
    system.execute("drop table kept").await;
    system.settle().await;
}
