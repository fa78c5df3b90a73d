//! What belongs to an account.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, OTHER_PASSWORD, PASSWORD, is_signed_in};
use crate::harness::{Account, Answer, Shop, System, send, text};

#[tokio::test]
async fn orders_belong_to_the_account_of_their_address() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    let buy = async |email: &str| {
        let guest = shop.ready_shopper(&[("mug", 1)]).await;
        let email = guest
            .request(Method::PATCH, "")
            .json(&json!({"email": email}));
        send(email).await.expect(200);
        guest.buy().await.order_id
    };
    let before = buy(ANNA).await;
    let others = buy("berta@example.com").await;
    let anna = shop.member(ANNA).await;
    let after = buy(ANNA).await;
    system.is_quiet().await;
    let own = |path: String| shop_get(&shop, &anna, path);

    let list = own("/orders".to_owned()).await.expect(200);
    let ids: Vec<String> = list["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|order| text(order, "/id"))
        .collect();
    assert_eq!(ids, [after.clone(), before.clone()]);
    assert_eq!(list["has_more"], false);
    assert_eq!(list["data"][0]["status"], "paid");
    assert_eq!(list["data"][0]["total"]["currency"], "EUR");

    let first = own("/orders?limit=1".to_owned()).await.expect(200);
    assert_eq!(text(&first, "/data/0/id"), after);
    let next = format!("/orders?limit=1&cursor={}", text(&first, "/next_cursor"));
    let second = own(next).await.expect(200);
    assert_eq!(text(&second, "/data/0/id"), before);
    assert_eq!(second["has_more"], false);

    let order = own(format!("/orders/{before}")).await.expect(200);
    assert_eq!(order["email"], ANNA);
    assert_eq!(order["lines"][0]["title"], "mug");
    own(format!("/orders/{others}")).await.expect(404);
    let berta = shop.member("berta@example.com").await;
    let stranger = shop_get(&shop, &berta, format!("/orders/{before}")).await;
    assert_eq!(stranger.status, 404);
    shop_get(&shop, &berta, format!("/orders/{others}"))
        .await
        .expect(200);
}

async fn shop_get(shop: &Shop<'_>, account: &Account, path: String) -> Answer {
    shop.account(&account.access_token, Method::GET, &path, Value::Null)
        .await
}

#[tokio::test]
async fn whoever_knows_the_password_changes_it_and_other_devices_are_signed_out() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let phone = Account::of(&shop.log_in(ANNA, PASSWORD).await.expect(200));
    let change = |current: &str, new: &str| {
        let body = json!({"current_password": current, "password": new});
        shop.account(&anna.access_token, Method::POST, "/password", body)
    };

    let wrong = change("not this one", OTHER_PASSWORD).await;
    assert_eq!((wrong.status, wrong.code()), (422, "wrong_password"));
    let weak = change(PASSWORD, "password1234").await;
    assert_eq!((weak.status, weak.code()), (422, "weak_password"));
    let short = change(PASSWORD, "short").await;
    assert_eq!(short.status, 400);
    assert_eq!(short.body["errors"][0]["pointer"], "/password");
    assert!(is_signed_in(&shop, &phone.access_token).await);

    change(PASSWORD, OTHER_PASSWORD).await.expect(204);
    assert!(is_signed_in(&shop, &anna.access_token).await);
    assert!(!is_signed_in(&shop, &phone.access_token).await);
    shop.log_in(ANNA, PASSWORD).await.expect(401);
    shop.log_in(ANNA, OTHER_PASSWORD).await.expect(200);
    let told = system.letter(ANNA, 2).await;
    assert_eq!(told.subject, "Your password at aurora was changed");
}

#[tokio::test]
async fn an_account_that_is_deleted_leaves_its_orders_and_nothing_else() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    let anna = shop.member(ANNA).await;
    let guest = shop.ready_shopper(&[("mug", 1)]).await;
    let order = guest.buy().await;
    let delete = |password: &str| {
        let body = json!({"password": password});
        shop.account(&anna.access_token, Method::POST, "/delete", body)
    };

    let wrong = delete("not this one").await;
    assert_eq!((wrong.status, wrong.code()), (422, "wrong_password"));
    assert!(is_signed_in(&shop, &anna.access_token).await);
    delete(PASSWORD).await.expect(204);

    assert!(!is_signed_in(&shop, &anna.access_token).await);
    shop.log_in(ANNA, PASSWORD).await.expect(401);
    system.is_quiet().await;
    for query in [
        "select count(*) from users",
        "select count(*) from sessions",
        "select count(*) from refresh_tokens",
        "select count(*) from orders where user_id is not null",
    ] {
        assert_eq!(system.number(query).await, 0, "{query}");
    }
    assert_eq!(guest.order(&order).await["email"], ANNA);
    let told = system.letter(ANNA, 3).await;
    assert_eq!(told.subject, "Your account at aurora was deleted");

    // The address may have an account again, which the order then belongs to.
    system.a_minute_later().await;
    let again = shop.member(ANNA).await;
    system.is_quiet().await;
    shop_get(&shop, &again, format!("/orders/{}", order.order_id))
        .await
        .expect(200);
}

#[tokio::test]
async fn a_profile_changes_in_what_was_sent() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let change = |body: Value| shop.account(&anna.access_token, Method::PATCH, "", body);

    let changed = change(json!({"last_name": " Bergström "}))
        .await
        .expect(200);
    assert_eq!(changed["first_name"], "Anna");
    assert_eq!(changed["last_name"], "Bergström");
    for (body, pointer) in [
        (json!({"first_name": ""}), "/first_name"),
        (json!({"first_name": "A\u{7}"}), "/first_name"),
        (json!({"last_name": "x".repeat(101)}), "/last_name"),
        (json!({"email": "eve@example.com"}), "/email"),
        (json!({"email_verified_at": null}), "/email_verified_at"),
    ] {
        let refused = change(body.clone()).await;
        assert_eq!(refused.status, 400, "{body}");
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{body}");
    }
    let kept = change(json!({})).await.expect(200);
    assert_eq!(kept, changed);
    let one_name = change(json!({"first_name": "Suparman", "last_name": ""}))
        .await
        .expect(200);
    assert_eq!(one_name["first_name"], "Suparman");
    assert_eq!(one_name["last_name"], "");
}
