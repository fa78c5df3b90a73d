//! Staff who work for several tenants, and the way from one to another.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use super::second_factor::{code, enrol};
use super::sessions::mine;
use super::{BERTA, PASSWORD, accept, ask, get, join, log_in};
use crate::harness::{Answer, STAFF_PASSWORD, Shop, System, send, text};

const NEW_PASSWORD: &str = "marble window cactus ferry";

/// Berta works for this shop, too.
async fn employ(shop: &Shop<'_>, role: &str) {
    let invite = json!({"email": BERTA, "role": role});
    let invited = shop.admin(Method::POST, "/staff-invitations", invite).await;
    invited.expect(201);
    let letter = shop.system.letter(BERTA, 2).await;
    let accepted = accept(shop, json!({"token": letter.token()})).await;
    assert_eq!(accepted.expect(200)["is_new_account"], false);
}

async fn begin(shop: &Shop<'_>, token: &str, to: &Shop<'_>) -> Answer {
    let path = format!("/me/tenants/{}/switch", to.tenant_id);
    ask(shop, token, Method::POST, &path, Value::Null).await
}

async fn finish(shop: &Shop<'_>, code: &str) -> Answer {
    let request = shop
        .system
        .request(Method::POST, &shop.host, "/admin/v1/auth/switch");
    send(request.json(&json!({"token": code}))).await
}

#[tokio::test]
async fn who_works_for_two_tenants_goes_from_one_to_the_other() {
    let system = System::start().await;
    let aurora = system.shop("aurora", &[]).await;
    let meridian = system.shop("meridian", &[]).await;
    let other = system.shop("corona", &[]).await;
    let token = join(&aurora, "administrator").await;
    employ(&meridian, "analyst").await;

    let list = ask(&aurora, &token, Method::GET, "/me/tenants", Value::Null).await;
    let seen = |shop: &Shop<'_>, is_current: bool, slug: &str| {
        json!({"id": shop.tenant_id, "slug": slug, "name": slug, "host": shop.host,
               "is_current": is_current})
    };
    assert_eq!(
        list.expect(200)["data"],
        json!([
            seen(&aurora, true, "aurora"),
            seen(&meridian, false, "meridian")
        ])
    );
    let own = ask(
        &other,
        &other.owner_token,
        Method::GET,
        "/me/tenants",
        Value::Null,
    )
    .await;
    assert_eq!(
        own.expect(200)["data"],
        json!([seen(&other, true, "corona")])
    );

    let switch = begin(&aurora, &token, &meridian).await.expect(201);
    assert_eq!(switch["host"], meridian.host.as_str());
    let code = text(&switch, "/token");
    // It opens no other tenant, is no access token, and is good once, whoever comes first.
    finish(&aurora, &code).await.refused(400, "invalid_token");
    finish(&other, &code).await.refused(400, "invalid_token");
    assert_eq!(get(&meridian, &code, "/products").await, 401);
    let answers = join_all((0..4).map(|_| finish(&meridian, &code))).await;
    let mut statuses: Vec<u16> = answers.iter().map(|it| it.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 400, 400, 400]);
    let session = answers.into_iter().find(|it| it.status == 200).unwrap();
    let session = session.expect(200);
    assert_eq!(session["staff"]["role"], "analyst");
    let there = text(&session, "/access_token");
    assert_eq!(get(&meridian, &there, "/products").await, 200);
    assert_eq!(get(&aurora, &there, "/products").await, 401);

    begin(&aurora, &token, &other)
        .await
        .refused(404, "not_found");
    let nonsense = finish(&meridian, "nonsense").await;
    nonsense.refused(400, "invalid_token");
    let access = finish(&meridian, &token).await;
    access.refused(400, "invalid_token");
    system.settle().await;
}

#[tokio::test]
async fn a_switch_ends_with_the_membership_and_with_the_password() {
    let system = System::start().await;
    let aurora = system.shop("aurora", &[]).await;
    let meridian = system.shop("meridian", &[]).await;
    let token = join(&aurora, "administrator").await;
    employ(&meridian, "analyst").await;
    let staff = ask(&aurora, &token, Method::GET, "/me", Value::Null).await;
    let staff_id = text(&staff.expect(200), "/staff_id");

    let kept = text(
        &begin(&aurora, &token, &meridian).await.expect(201),
        "/token",
    );
    let lost = text(
        &begin(&aurora, &token, &meridian).await.expect(201),
        "/token",
    );
    // The next second: a code counts as given in a whole one.
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    let change = json!({"current_password": PASSWORD, "password": NEW_PASSWORD});
    let changed = mine(&aurora, &token, "password", change).await;
    assert!(changed.status < 300, "{}", changed.text);
    let there = text(&finish(&meridian, &kept).await.expect(200), "/access_token");
    assert_eq!(get(&meridian, &there, "/products").await, 401);

    let suspend = json!({"is_suspended": true});
    let path = format!("/staff/{staff_id}");
    meridian
        .admin(Method::PATCH, &path, suspend)
        .await
        .expect(200);
    finish(&meridian, &lost).await.refused(400, "invalid_token");
    let signed_in = log_in(&aurora, BERTA, NEW_PASSWORD).await;
    let token = text(&signed_in.expect(200), "/access_token");
    let tenants = ask(&aurora, &token, Method::GET, "/me/tenants", Value::Null).await;
    assert_eq!(tenants.expect(200)["data"].as_array().unwrap().len(), 1);
    begin(&aurora, &token, &meridian)
        .await
        .refused(404, "not_found");
    system.settle().await;
}

#[tokio::test]
async fn a_second_factor_goes_along_and_is_not_fresh() {
    let system = System::start().await;
    let aurora = system.shop("aurora", &[]).await;
    let meridian = system.shop("meridian", &[]).await;
    let token = join(&aurora, "administrator").await;
    employ(&meridian, "administrator").await;
    let demand = json!({"requires_second_factor": true});
    let owner = &meridian.owner_token;
    let begun = mine(
        &meridian,
        owner,
        "second-factor",
        json!({"password": STAFF_PASSWORD}),
    )
    .await;
    let first = code(&system, &text(&begun.expect(200), "/secret"), 0).await;
    let confirmed = mine(
        &meridian,
        owner,
        "second-factor/confirm",
        json!({"code": first}),
    )
    .await;
    confirmed.expect(200);
    let demanded = ask(&meridian, owner, Method::PUT, "/staff-settings", demand);
    demanded.await.expect(200);

    let without = text(
        &begin(&aurora, &token, &meridian).await.expect(201),
        "/token",
    );
    let there = text(
        &finish(&meridian, &without).await.expect(200),
        "/access_token",
    );
    assert_eq!(get(&meridian, &there, "/products").await, 403);

    let (seed, _) = enrol(&aurora, &token).await;
    let with = text(
        &begin(&aurora, &token, &meridian).await.expect(201),
        "/token",
    );
    let there = text(&finish(&meridian, &with).await.expect(200), "/access_token");
    assert_eq!(get(&meridian, &there, "/products").await, 200);
    let key = json!({"name": "Sync", "authorities": ["products:read"]});
    let sensitive = ask(&meridian, &there, Method::POST, "/api-keys", key.clone()).await;
    sensitive.refused(403, "step_up_required");
    let next = code(&system, &seed, 1).await;
    let stepped = mine(&meridian, &there, "step-up", json!({"code": next})).await;
    stepped.expect(200);
    let made = ask(&meridian, &there, Method::POST, "/api-keys", key).await;
    made.expect(201);
    system.settle().await;
}
