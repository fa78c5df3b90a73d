//! Staying signed in, and being signed out.

use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, PASSWORD, is_signed_in, refresh};
use crate::harness::{Account, System, send, text};

#[tokio::test]
async fn whoever_gets_an_access_token_can_check_it_with_the_published_key() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let published = system.request(Method::GET, "localhost", "/.well-known/jwks.json");
    let published = send(published).await;
    assert_eq!(published.headers["cache-control"], "public, max-age=300");
    let keys: JwkSet = serde_json::from_value(published.expect(200)).unwrap();

    for (token, audience) in [
        (&anna.access_token, format!("shop:{}", shop.tenant_id)),
        (&shop.owner_token, format!("admin:{}", shop.tenant_id)),
    ] {
        let id = jsonwebtoken::decode_header(token).unwrap().kid.unwrap();
        let key = DecodingKey::from_jwk(keys.find(&id).unwrap()).unwrap();
        let mut expected = Validation::new(Algorithm::EdDSA);
        expected.set_audience(&[audience]);
        expected.set_issuer(&["localhost"]);
        let token = jsonwebtoken::decode::<Value>(token, &key, &expected).unwrap();
        assert_eq!(token.claims["tid"], shop.tenant_id);
    }
    let on_a_store = system.request(Method::GET, &shop.host, "/.well-known/jwks.json");
    send(on_a_store).await.expect(404);
}

#[tokio::test]
async fn a_refresh_token_is_good_once_and_a_second_use_ends_the_session() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;

    let second = Account::of(&refresh(&shop, &anna.refresh_token).await.expect(200));
    assert_eq!(second.id, anna.id);
    let third = Account::of(&refresh(&shop, &second.refresh_token).await.expect(200));

    // Its successor was used: whoever sends it now is somebody else.
    let stolen = refresh(&shop, &anna.refresh_token).await;
    assert_eq!((stolen.status, stolen.code()), (401, "unauthenticated"));
    refresh(&shop, &third.refresh_token).await.expect(401);
    assert!(!is_signed_in(&shop, &third.access_token).await);
    let told = system.letter(ANNA, 2).await;
    assert_eq!(told.subject, "You were signed out at aurora");
    shop.log_in(ANNA, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn two_windows_that_refresh_at_once_both_stay_signed_in() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;

    let mut windows = Vec::new();
    for _ in 0..2 {
        windows.push(Account::of(
            &refresh(&shop, &anna.refresh_token).await.expect(200),
        ));
    }
    // The next time, too.
    let mut tokens = Vec::new();
    for window in &windows {
        let next = refresh(&shop, &window.refresh_token).await.expect(200);
        tokens.push(text(&next, "/refresh_token"));
    }
    for token in tokens {
        let next = Account::of(&refresh(&shop, &token).await.expect(200));
        assert!(is_signed_in(&shop, &next.access_token).await);
    }
    assert_eq!(system.letters(ANNA).await.len(), 1);
}

#[tokio::test]
async fn a_token_stolen_within_the_grace_ends_the_session() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;

    // Whoever comes later with the older token, the owner here, ends it for both.
    let anna = shop.member(ANNA).await;
    let owners = Account::of(&refresh(&shop, &anna.refresh_token).await.expect(200));
    let thiefs = Account::of(&refresh(&shop, &anna.refresh_token).await.expect(200));
    let thiefs = Account::of(&refresh(&shop, &thiefs.refresh_token).await.expect(200));
    refresh(&shop, &owners.refresh_token).await.expect(401);
    refresh(&shop, &thiefs.refresh_token).await.expect(401);
    assert!(!is_signed_in(&shop, &thiefs.access_token).await);
    let told = system.letter(ANNA, 2).await;
    assert_eq!(told.subject, "You were signed out at aurora");

    // Of two tokens given for one, the second is no good once the first was used long ago.
    let anna = Account::of(&shop.log_in(ANNA, PASSWORD).await.expect(200));
    let owners = Account::of(&refresh(&shop, &anna.refresh_token).await.expect(200));
    let thiefs = Account::of(&refresh(&shop, &anna.refresh_token).await.expect(200));
    let owners = Account::of(&refresh(&shop, &owners.refresh_token).await.expect(200));
    system
        .execute("update refresh_tokens set consumed_at = consumed_at - interval '11 seconds'")
        .await;
    refresh(&shop, &thiefs.refresh_token).await.expect(401);
    refresh(&shop, &owners.refresh_token).await.expect(401);
    assert!(!is_signed_in(&shop, &owners.access_token).await);
}

#[tokio::test]
async fn a_token_from_before_generations_were_counted_is_good() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let second = Account::of(&refresh(&shop, &anna.refresh_token).await.expect(200));
    system
        .execute("update refresh_tokens set generation = null, consumed_at = consumed_at - interval '1 hour'")
        .await;

    let third = Account::of(&refresh(&shop, &second.refresh_token).await.expect(200));
    let fourth = Account::of(&refresh(&shop, &third.refresh_token).await.expect(200));
    assert!(is_signed_in(&shop, &fourth.access_token).await);
    refresh(&shop, &anna.refresh_token).await.expect(401);
    refresh(&shop, &fourth.refresh_token).await.expect(401);
}

#[tokio::test]
async fn a_session_ends_ninety_days_after_signing_in() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;

    system
        .execute("update sessions set created_at = created_at - interval '89 days'")
        .await;
    let last = refresh(&shop, &anna.refresh_token).await.expect(200);
    let hours = "select (extract(epoch from expires_at - now()) / 3600)::bigint from sessions";
    assert_eq!(system.number(hours).await, 24);
    system
        .execute("update sessions set created_at = created_at - interval '1 day'")
        .await;
    let over = refresh(&shop, &text(&last, "/refresh_token"))
        .await
        .expect(200);
    assert!(!is_signed_in(&shop, &text(&over, "/access_token")).await);
    refresh(&shop, &text(&over, "/refresh_token"))
        .await
        .expect(401);
}

#[tokio::test]
async fn twenty_windows_that_refresh_at_once_are_all_answered_and_none_ends_the_session() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;

    let windows = (0..20).map(|_| {
        let body = json!({"refresh_token": anna.refresh_token});
        let request = shop.auth("refresh", &body);
        // On a machine that is busy with other things a window is asked to come again, and does.
        tokio::spawn(async move {
            loop {
                let answer = send(request.try_clone().unwrap()).await;
                if answer.status != 503 {
                    return answer;
                }
            }
        })
    });
    let mut given = Vec::new();
    for window in windows.collect::<Vec<_>>() {
        given.push(Account::of(&window.await.unwrap().expect(200)));
    }

    for window in &given {
        assert!(is_signed_in(&shop, &window.access_token).await);
    }
    refresh(&shop, &given[7].refresh_token).await.expect(200);
}

#[tokio::test]
async fn a_shopper_sees_the_own_devices_and_ends_one_of_them() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let berta = shop.member("berta@example.com").await;
    let phone = shop
        .auth("login", &json!({"email": ANNA, "password": PASSWORD}))
        .header("user-agent", "AuroraApp/1.0 (iPhone)");
    let phone = Account::of(&send(phone).await.expect(200));

    let list = shop
        .account(&anna.access_token, Method::GET, "/sessions", Value::Null)
        .await
        .expect(200);
    assert_eq!(list["data"].as_array().unwrap().len(), 2);
    assert_eq!(list["data"][0]["device"], "AuroraApp/1.0 (iPhone)");
    assert_eq!(list["data"][0]["is_current"], false);
    assert_eq!(list["data"][1]["is_current"], true);

    let path = format!("/sessions/{}", text(&list, "/data/0/id"));
    let strangers = shop
        .account(&berta.access_token, Method::DELETE, &path, Value::Null)
        .await;
    assert_eq!(strangers.status, 404);
    assert!(is_signed_in(&shop, &phone.access_token).await);
    shop.account(&anna.access_token, Method::DELETE, &path, Value::Null)
        .await
        .expect(204);
    assert!(!is_signed_in(&shop, &phone.access_token).await);
    refresh(&shop, &phone.refresh_token).await.expect(401);

    let logout = json!({"refresh_token": anna.refresh_token});
    send(shop.auth("logout", &logout)).await.expect(204);
    assert!(!is_signed_in(&shop, &anna.access_token).await);
    send(shop.auth("logout", &json!({"refresh_token": "0".repeat(64)})))
        .await
        .expect(204);
    assert!(is_signed_in(&shop, &berta.access_token).await);
}

#[tokio::test]
async fn a_shopper_signs_out_everywhere_at_once() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let phone = Account::of(&shop.log_in(ANNA, PASSWORD).await.expect(200));
    let berta = shop.member("berta@example.com").await;

    let ended = shop
        .account(&anna.access_token, Method::DELETE, "/sessions", Value::Null)
        .await;
    assert_eq!((ended.status, ended.text.as_str()), (204, ""));
    for session in [&anna, &phone] {
        assert!(!is_signed_in(&shop, &session.access_token).await);
        refresh(&shop, &session.refresh_token).await.expect(401);
    }
    assert!(is_signed_in(&shop, &berta.access_token).await);
    shop.log_in(ANNA, PASSWORD).await.expect(200);
}
