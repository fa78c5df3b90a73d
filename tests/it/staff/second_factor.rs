//! Second factors of staff, and what needs one.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

use super::sessions::{auth, mine};
use super::{BERTA, PASSWORD, ask, join, log_in};
use crate::harness::{Answer, Shop, System, text};

/// What the app shows in the time step of the database's clock and so many later.
pub(super) async fn code(system: &System, seed: &str, steps: u64) -> String {
    let now: i64 = system
        .number("select extract(epoch from now())::bigint")
        .await;
    let totp = Builder::new()
        .with_secret(Secret::try_from_base32(seed).unwrap())
        .build()
        .unwrap();
    totp.generate(u64::try_from(now).unwrap() + 30 * steps)
        .to_string()
}

/// Enrols a second factor: its seed and the recovery codes.
pub(super) async fn enrol(shop: &Shop<'_>, token: &str) -> (String, Vec<String>) {
    let begun = mine(shop, token, "second-factor", json!({"password": PASSWORD})).await;
    let begun = begun.expect(200);
    let seed = text(&begun, "/secret");
    assert!(
        text(&begun, "/uri").starts_with("otpauth://totp/Stoa:"),
        "{begun}"
    );
    let first = code(shop.system, &seed, 0).await;
    let confirmed = mine(shop, token, "second-factor/confirm", json!({"code": first})).await;
    let codes = confirmed.expect(200)["recovery_codes"].clone();
    (seed, serde_json::from_value(codes).unwrap())
}

async fn log_in_with(shop: &Shop<'_>, code: &str) -> Answer {
    auth(
        shop,
        "login",
        json!({"email": BERTA, "password": PASSWORD, "code": code}),
    )
    .await
}

#[tokio::test]
async fn a_second_factor_is_asked_for_at_sign_in_and_its_codes_are_good_once() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let token = join(&shop, "administrator").await;
    let wrong = mine(
        &shop,
        &token,
        "second-factor",
        json!({"password": "not hers"}),
    )
    .await;
    wrong.refused(422, "wrong_password");
    let none = mine(&shop, &token, "step-up", json!({"code": "000000"})).await;
    none.refused(409, "no_second_factor");
    let (seed, recovery) = enrol(&shop, &token).await;
    assert_eq!(recovery.len(), 10);
    let again = mine(
        &shop,
        &token,
        "second-factor",
        json!({"password": PASSWORD}),
    )
    .await;
    again.refused(409, "has_second_factor");
    assert_eq!(system.tables_with(&seed).await, Vec::<String>::new());

    log_in(&shop, BERTA, PASSWORD)
        .await
        .refused(401, "second_factor_required");
    log_in(&shop, BERTA, "not her password at all")
        .await
        .refused(401, "invalid_credentials");
    // The code that confirmed it is used up.
    let used = code(&system, &seed, 0).await;
    log_in_with(&shop, &used)
        .await
        .refused(401, "invalid_second_factor");
    let next = code(&system, &seed, 1).await;
    let attempts = join_all((0..2).map(|_| log_in_with(&shop, &next))).await;
    let mut statuses: Vec<u16> = attempts.iter().map(|it| it.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 401]);

    let spaced = recovery[0].to_lowercase().replace('-', " ");
    let session = log_in_with(&shop, &spaced).await.expect(200);
    assert_eq!(session["staff"]["has_second_factor"], true);
    log_in_with(&shop, &recovery[0])
        .await
        .refused(401, "invalid_second_factor");
    let status = ask(&shop, &token, Method::GET, "/me/second-factor", Value::Null).await;
    assert_eq!(status.expect(200)["recovery_codes_left"], 9);

    let renewed = mine(
        &shop,
        &token,
        "second-factor/recovery-codes",
        json!({"code": recovery[1]}),
    );
    let renewed = renewed.await.expect(200);
    log_in_with(&shop, &recovery[2])
        .await
        .refused(401, "invalid_second_factor");
    let remove = json!({"code": renewed["recovery_codes"][0]});
    assert_eq!(
        mine(&shop, &token, "second-factor/remove", remove)
            .await
            .status,
        204
    );
    log_in(&shop, BERTA, PASSWORD).await.expect(200);
    assert_eq!(
        system.letter(BERTA, 3).await.subject,
        "The second factor of your staff account was removed (aurora)"
    );
    system.settle().await;
}

#[tokio::test]
async fn the_sixth_wrong_code_is_not_looked_at() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let token = join(&shop, "analyst").await;
    let (_, recovery) = enrol(&shop, &token).await;

    for _ in 0..5 {
        log_in_with(&shop, "12")
            .await
            .refused(401, "invalid_second_factor");
    }
    let sixth = log_in_with(&shop, &recovery[0]).await;
    assert!(sixth.headers.contains_key("retry-after"));
    sixth.refused(429, "too_many_attempts");
    let codes = "select cardinality(recovery_hashes)::bigint from staff_security";
    assert_eq!(system.number(codes).await, 10);
    system.settle().await;
}

#[tokio::test]
async fn what_is_sensitive_needs_a_fresh_second_factor_of_whoever_has_one() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let token = join(&shop, "administrator").await;
    let invite = async || {
        let body = json!({"email": "carla@example.com", "role": "analyst"});
        ask(&shop, &token, Method::POST, "/staff-invitations", body).await
    };
    // Without a second factor nothing more is asked for.
    invite().await.expect(201);
    let (_, recovery) = enrol(&shop, &token).await;
    invite().await.expect(201);

    system
        .execute("update staff_sessions set verified_at = verified_at - interval '10 minutes'")
        .await;
    let refused = invite().await;
    assert_eq!(
        refused.body["detail"],
        "The permission staff:manage needs a second factor that was given less than 10 minutes ago."
    );
    refused.refused(403, "step_up_required");
    // What is not sensitive goes on, and what is not allowed stays so.
    assert_eq!(
        ask(&shop, &token, Method::GET, "/staff", Value::Null)
            .await
            .status,
        200
    );
    let role = json!({"name": "Packer", "authorities": ["orders:read"]});
    let denied = ask(&shop, &token, Method::POST, "/roles", role).await;
    denied.refused(403, "permission_denied");

    mine(&shop, &token, "step-up", json!({"code": "000000"}))
        .await
        .refused(422, "wrong_code");
    invite().await.refused(403, "step_up_required");
    let code = json!({"code": recovery[0]});
    assert!(mine(&shop, &token, "step-up", code).await.expect(200)["verified_until"].is_string());
    invite().await.expect(201);
    system.settle().await;
}

#[tokio::test]
async fn a_tenant_can_demand_a_second_factor_of_all_staff() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let berta = join(&shop, "analyst").await;
    let demand = async |is_required: bool| {
        let body = json!({"requires_second_factor": is_required});
        shop.admin(Method::PUT, "/staff-settings", body).await
    };
    demand(true).await.refused(409, "no_second_factor");
    let owner = "correct horse battery staple";
    let begun = shop
        .admin(
            Method::POST,
            "/me/second-factor",
            json!({"password": owner}),
        )
        .await;
    let seed = text(&begun.expect(200), "/secret");
    let first = json!({"code": code(&system, &seed, 0).await});
    shop.admin(Method::POST, "/me/second-factor/confirm", first)
        .await
        .expect(200);
    demand(true).await.expect(200);

    let get = async |path: &str| ask(&shop, &berta, Method::GET, path, Value::Null).await;
    get("/orders").await.refused(403, "step_up_required");
    get("/products").await.refused(403, "step_up_required");
    let status = get("/me/second-factor").await.expect(200);
    assert_eq!(
        status,
        json!({"recovery_codes_left": 0, "is_required": true})
    );
    enrol(&shop, &berta).await;
    get("/orders").await.expect(200);
    demand(false).await.expect(200);
    let changes = shop
        .admin(
            Method::GET,
            "/audit/entries?operation=admin_set_staff_settings",
            Value::Null,
        )
        .await;
    assert_eq!(changes.expect(200)["data"].as_array().unwrap().len(), 2);
    system.settle().await;
}
