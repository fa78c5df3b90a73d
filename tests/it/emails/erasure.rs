//! What is sent to a shopper goes from the log with the account.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, column, emails};
use crate::harness::{SHOPPERS_PASSWORD, System, send, text};

const NEW: &str = "new@example.com";
const NEVER: &str = "never@example.com";

#[tokio::test]
async fn every_address_that_an_account_had_goes_with_it() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    shop.member("berta@example.com").await;
    let change = async |email: &str| {
        let body = json!({"email": email, "password": SHOPPERS_PASSWORD});
        let changed = shop.account(&anna.access_token, Method::POST, "/email", body);
        changed.await.expect(202);
        system.letter(email, 1).await.token()
    };
    let token = change(NEW).await;
    let confirm = shop.auth("confirm-email-change", &json!({"token": token}));
    send(confirm).await.expect(204);
    system.is_quiet().await;
    change(NEVER).await;
    for (to, kinds) in [
        (ANNA, vec!["email_changed", "confirm_email"]),
        (NEW, vec!["confirm_new_email"]),
        (NEVER, vec!["confirm_new_email"]),
    ] {
        let list = emails(&shop, &format!("?recipient={to}")).await;
        assert_eq!(column(&list, "kind"), kinds, "{to}");
    }

    let session = shop.log_in(NEW, SHOPPERS_PASSWORD).await.expect(200);
    let token = text(&session, "/access_token");
    let delete = json!({"password": SHOPPERS_PASSWORD});
    let deleted = shop.account(&token, Method::POST, "/delete", delete).await;
    assert!(deleted.status < 300, "{}", deleted.text);
    let left = emails(&shop, "?limit=100").await;
    let left: Vec<_> = column(&left, "recipient")
        .into_iter()
        .filter(|to| to.as_str().unwrap().ends_with("@example.com"))
        .collect();
    assert_eq!(left, ["berta@example.com"]);
    for email in [ANNA, NEVER] {
        assert!(
            !system
                .tables_with(email)
                .await
                .contains(&"emails".to_owned())
        );
    }
    system.settle().await;
}

#[tokio::test]
async fn an_e_mail_about_an_order_leaves_the_address_to_the_order() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    let order = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    let about = format!("?order_id={}&recipient={ANNA}", order.order_id);
    assert_eq!(emails(&shop, &about).await.len(), 1);

    let tables = system.tables_with(ANNA).await;
    assert!(!tables.contains(&"emails".to_owned()), "{tables:?}");
    system.settle().await;
}

#[tokio::test]
async fn a_subscriber_who_is_deleted_is_in_no_table_any_more() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let reader = "reader@example.com";
    shop.reader(reader).await;
    let list = emails(&shop, &format!("?recipient={reader}")).await;
    assert_eq!(column(&list, "kind"), ["newsletter", "newsletter"]);

    let path = "/newsletter/subscribers";
    let subscribers = shop.admin(Method::GET, path, Value::Null).await.expect(200);
    let path = format!("{path}/{}", text(&subscribers, "/data/0/subscriber_id"));
    shop.admin(Method::DELETE, &path, Value::Null)
        .await
        .expect(204);
    system.is_quiet().await;
    assert!(
        emails(&shop, &format!("?recipient={reader}"))
            .await
            .is_empty()
    );
    system.settle().await;
}
