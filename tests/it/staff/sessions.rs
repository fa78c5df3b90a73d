//! Sessions and passwords of staff.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use super::{BERTA, PASSWORD, ask, join, log_in};
use crate::harness::{Answer, Shop, System, send, text};

const OTHER: &str = "lantern copper meadow glacier";

pub(super) async fn auth(shop: &Shop<'_>, path: &str, body: Value) -> Answer {
    let path = format!("/admin/v1/auth/{path}");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    send(request.json(&body)).await
}

async fn refresh(shop: &Shop<'_>, token: &str) -> Answer {
    auth(shop, "refresh", json!({"refresh_token": token})).await
}

pub(super) async fn mine(shop: &Shop<'_>, token: &str, path: &str, body: Value) -> Answer {
    ask(shop, token, Method::POST, &format!("/me/{path}"), body).await
}

#[tokio::test]
async fn a_refresh_token_is_good_once_and_one_that_comes_again_ends_the_session() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    join(&shop, "analyst").await;
    let session = log_in(&shop, BERTA, PASSWORD).await.expect(200);
    let first = text(&session, "/refresh_token");

    let answers = join_all((0..8).map(|_| refresh(&shop, &first))).await;
    let good: Vec<&Answer> = answers.iter().filter(|it| it.status == 200).collect();
    assert_eq!(good.len(), 1);
    assert!(
        answers
            .iter()
            .all(|it| it.status == 200 || it.status == 401)
    );
    let second = good[0].body.clone();
    assert_eq!(second["staff"]["name"], "Berta");
    let access = text(&second, "/access_token");
    assert_eq!(
        ask(&shop, &access, Method::GET, "/me", Value::Null)
            .await
            .status,
        200
    );

    // A moment later it is a theft, and not two windows.
    system
        .execute("update staff_refresh_tokens set used_at = used_at - interval '11 seconds'")
        .await;
    refresh(&shop, &first).await.refused(401, "unauthenticated");
    let newest = text(&second, "/refresh_token");
    refresh(&shop, &newest)
        .await
        .refused(401, "unauthenticated");
    assert_eq!(
        ask(&shop, &access, Method::GET, "/me", Value::Null)
            .await
            .status,
        401
    );
    let letter = system.letter(BERTA, 2).await;
    assert_eq!(letter.subject, "You were signed out (aurora)");
    for token in ["", "nobodys", first.as_str()] {
        refresh(&shop, token).await.refused(401, "unauthenticated");
    }
    system.settle().await;
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_or_all_others_at_once() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let token = join(&shop, "analyst").await;
    let others = [
        log_in(&shop, BERTA, PASSWORD).await.expect(200),
        log_in(&shop, BERTA, PASSWORD).await.expect(200),
    ];
    let list = async || {
        let list = ask(&shop, &token, Method::GET, "/me/sessions", Value::Null).await;
        list.expect(200)["data"].as_array().unwrap().clone()
    };
    let listed = list().await;
    assert_eq!(listed.len(), 3);
    let current: Vec<&Value> = listed
        .iter()
        .filter(|it| it["is_current"] == true)
        .collect();
    assert_eq!(current.len(), 1);

    let out = json!({"refresh_token": text(&others[0], "/refresh_token")});
    assert_eq!(auth(&shop, "logout", out.clone()).await.status, 204);
    assert_eq!(auth(&shop, "logout", out).await.status, 204);
    let ended = text(&others[0], "/access_token");
    assert_eq!(
        ask(&shop, &ended, Method::GET, "/me", Value::Null)
            .await
            .status,
        401
    );
    assert_eq!(list().await.len(), 2);
    let owner = shop
        .admin(Method::GET, "/me/sessions", Value::Null)
        .await
        .expect(200);
    let path = format!("/me/sessions/{}", text(&owner, "/data/0/id"));
    let foreign = ask(&shop, &token, Method::DELETE, &path, Value::Null).await;
    foreign.refused(404, "not_found");

    let done = ask(&shop, &token, Method::DELETE, "/me/sessions", Value::Null).await;
    assert_eq!(done.status, 204);
    let left = list().await;
    assert_eq!((left.len(), &left[0]["is_current"]), (1, &json!(true)));
    let path = format!("/me/sessions/{}", text(&left[0], "/id"));
    let done = ask(&shop, &token, Method::DELETE, &path, Value::Null).await;
    assert_eq!(done.status, 204);
    assert_eq!(
        ask(&shop, &token, Method::GET, "/me", Value::Null)
            .await
            .status,
        401
    );
    system.settle().await;
}

#[tokio::test]
async fn a_changed_password_ends_every_session_in_every_tenant() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let elsewhere = system.shop("meridian", &[]).await;
    let token = join(&shop, "analyst").await;
    let invite = json!({"email": BERTA, "role": "support"});
    elsewhere
        .admin(Method::POST, "/staff-invitations", invite)
        .await
        .expect(201);
    let invited = system.letter(BERTA, 2).await;
    let accepted = super::accept(&elsewhere, json!({"token": invited.token()}))
        .await
        .expect(200);
    assert_eq!(accepted["is_new_account"], false);
    let there = log_in(&elsewhere, BERTA, PASSWORD).await.expect(200);

    let change = |current: &str, new: &str| {
        let body = json!({"current_password": current, "password": new});
        mine(&shop, &token, "password", body)
    };
    change("not hers", OTHER)
        .await
        .refused(422, "wrong_password");
    change(PASSWORD, "short")
        .await
        .refused(400, "invalid_request");
    change(PASSWORD, "passwordpassword")
        .await
        .refused(422, "weak_password");
    assert_eq!(
        ask(&shop, &token, Method::GET, "/me", Value::Null)
            .await
            .status,
        200
    );

    let changed = change(PASSWORD, OTHER).await.expect(200);
    let fresh = text(&changed, "/access_token");
    assert_eq!(
        ask(&shop, &fresh, Method::GET, "/me", Value::Null)
            .await
            .status,
        200
    );
    assert_eq!(
        ask(&shop, &token, Method::GET, "/me", Value::Null)
            .await
            .status,
        401
    );
    let other = text(&there, "/access_token");
    assert_eq!(
        ask(&elsewhere, &other, Method::GET, "/me", Value::Null)
            .await
            .status,
        401
    );
    refresh(&elsewhere, &text(&there, "/refresh_token"))
        .await
        .refused(401, "unauthenticated");
    log_in(&shop, BERTA, PASSWORD)
        .await
        .refused(401, "invalid_credentials");
    log_in(&elsewhere, BERTA, OTHER).await.expect(200);
    let letter = system.letter(BERTA, 3).await;
    assert_eq!(letter.subject, "Your staff password was changed (aurora)");
    system.settle().await;
}

#[tokio::test]
async fn a_forgotten_password_is_reset_by_a_link_that_is_good_once_at_its_tenant() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let elsewhere = system.shop("meridian", &[]).await;
    let token = join(&shop, "analyst").await;
    for email in ["nobody@example.com", BERTA, BERTA] {
        let asked = auth(&shop, "forgot-password", json!({"email": email})).await;
        assert_eq!((asked.status, asked.text.as_str()), (202, ""), "{email}");
    }
    auth(&shop, "forgot-password", json!({"email": "berta"}))
        .await
        .refused(400, "invalid_request");
    let letter = system.letter(BERTA, 2).await;
    assert_eq!(
        letter.subject,
        "Choose a new password for the staff of aurora"
    );
    let reset = |shop, token: &str, password: &str| {
        auth(
            shop,
            "reset-password",
            json!({"token": token, "password": password}),
        )
    };

    reset(&elsewhere, &letter.token(), OTHER)
        .await
        .refused(400, "invalid_token");
    reset(&shop, "nobodys", OTHER)
        .await
        .refused(400, "invalid_token");
    reset(&shop, &letter.token(), "short")
        .await
        .refused(400, "invalid_request");
    assert_eq!(
        ask(&shop, &token, Method::GET, "/me", Value::Null)
            .await
            .status,
        200
    );
    let (a, b) = (
        reset(&shop, &letter.token(), OTHER),
        reset(&shop, &letter.token(), OTHER),
    );
    let (a, b) = futures_util::future::join(a, b).await;
    let mut statuses = [a.status, b.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 400]);
    reset(&shop, &letter.token(), PASSWORD)
        .await
        .refused(400, "invalid_token");
    assert_eq!(
        ask(&shop, &token, Method::GET, "/me", Value::Null)
            .await
            .status,
        401
    );
    log_in(&shop, BERTA, PASSWORD)
        .await
        .refused(401, "invalid_credentials");
    log_in(&shop, BERTA, OTHER).await.expect(200);
    let told = system.letter(BERTA, 3).await;
    assert_eq!(told.subject, "Your staff password was changed (aurora)");

    system.settle().await;
}

#[tokio::test]
async fn a_link_that_is_too_old_resets_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    join(&shop, "analyst").await;

    auth(&shop, "forgot-password", json!({"email": BERTA})).await;
    let late = system.letter(BERTA, 2).await;
    system
        .execute("update staff_reset_links set expires_at = now() - interval '1 second'")
        .await;
    let reset = json!({"token": late.token(), "password": OTHER});
    auth(&shop, "reset-password", reset)
        .await
        .refused(400, "invalid_token");
    log_in(&shop, BERTA, PASSWORD).await.expect(200);
    system.settle().await;
}
