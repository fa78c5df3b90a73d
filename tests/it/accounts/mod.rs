//! Shoppers' accounts through the front door: asked for, confirmed, signed in to, kept and recovered.

mod addresses;
mod addresses_abroad;
mod carts;
mod codes;
mod consents;
mod email_change;
mod erasure;
mod export;
mod files;
mod guessing;
mod links;
mod mailbox;
mod newsletter;
mod order_codes;
mod own;
mod providers;
mod same_time;
mod sessions;
mod social;
mod social_faults;

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use testkit::SmtpServer;
use tokio::net::TcpListener;

use crate::harness::{Answer, Shop, System, send, text};

const ANNA: &str = "anna@example.com";
const PASSWORD: &str = "lamp river otter seven";
const OTHER_PASSWORD: &str = "copper violin nine meadows";

pub(super) async fn refresh(shop: &Shop<'_>, token: &str) -> Answer {
    send(shop.auth("refresh", &json!({"refresh_token": token}))).await
}

pub(super) async fn is_signed_in(shop: &Shop<'_>, token: &str) -> bool {
    let answer = shop.account(token, Method::GET, "", Value::Null).await;
    let is_signed_in = answer.status == 200;
    if !is_signed_in {
        assert_eq!((answer.status, answer.code()), (401, "unauthenticated"));
    }
    is_signed_in
}

#[tokio::test]
async fn an_account_begins_with_a_letter_that_is_answered() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;

    let asked = shop.sign_up(" Anna@Example.com ", PASSWORD).await;
    assert_eq!((asked.status, asked.text.as_str()), (202, ""));
    let early = shop.log_in(ANNA, PASSWORD).await;
    assert_eq!((early.status, early.code()), (401, "invalid_credentials"));

    let letter = system.letter(ANNA, 1).await;
    assert_eq!(letter.subject, "Confirm your e-mail address at aurora");
    let link = format!(
        "http://aurora.localhost:8080/account/verify-email?token={}",
        letter.token()
    );
    assert!(letter.text.contains(&link), "{}", letter.text);
    assert!(
        letter.html.contains(&format!("href=\"{link}\"")),
        "{}",
        letter.html
    );
    assert!(letter.text.starts_with("Hello,\n"), "{}", letter.text);

    let token = json!({"token": letter.token()});
    let confirmed = send(shop.auth("verify-email", &token)).await;
    assert_eq!((confirmed.status, confirmed.text.as_str()), (204, ""));
    let again = send(shop.auth("verify-email", &token)).await;
    assert_eq!((again.status, again.code()), (400, "invalid_token"));

    let session = shop.log_in("ANNA@example.com", PASSWORD).await.expect(200);
    assert_eq!(session["token_type"], "Bearer");
    assert_eq!(session["expires_in"], 900);
    let account = shop
        .account(
            &text(&session, "/access_token"),
            Method::GET,
            "",
            Value::Null,
        )
        .await
        .expect(200);
    assert_eq!(account, session["account"]);
    assert_eq!(account["email"], ANNA);
    assert_eq!(account["first_name"], "Anna");
    assert_eq!(account["last_name"], "Berg");
}

#[tokio::test]
async fn who_has_an_account_is_told_by_letter_and_nobody_else_is() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.member(ANNA).await;

    let known = shop.sign_up(ANNA, OTHER_PASSWORD).await;
    let unknown = shop.sign_up("berta@example.com", OTHER_PASSWORD).await;
    assert_eq!((known.status, &known.text), (unknown.status, &unknown.text));
    let letter = system.letter(ANNA, 2).await;
    assert_eq!(letter.subject, "You already have an account at aurora");
    shop.log_in(ANNA, OTHER_PASSWORD).await.expect(401);
    shop.log_in(ANNA, PASSWORD).await.expect(200);

    for path in ["forgot-password", "resend-verification"] {
        system.a_minute_later().await;
        let known = send(shop.auth(path, &json!({"email": ANNA}))).await;
        let unknown = send(shop.auth(path, &json!({"email": "carla@example.com"}))).await;
        assert_eq!((known.status, &known.text), (202, &unknown.text), "{path}");
        assert_eq!(unknown.status, 202, "{path}");
    }
    assert_eq!(system.letters("carla@example.com").await.len(), 0);
    let wrong = shop.log_in(ANNA, OTHER_PASSWORD).await;
    let nobody = shop.log_in("carla@example.com", OTHER_PASSWORD).await;
    assert_eq!(wrong.status, 401);
    assert_eq!(wrong.body["detail"], nobody.body["detail"]);
    assert_eq!(wrong.code(), nobody.code());
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_once_and_everybody_is_signed_out() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;

    let forgot = json!({"email": ANNA});
    send(shop.auth("forgot-password", &forgot))
        .await
        .expect(202);
    let older = system.letter(ANNA, 2).await.token();
    system.a_minute_later().await;
    send(shop.auth("forgot-password", &forgot))
        .await
        .expect(202);
    let letter = system.letter(ANNA, 3).await;
    assert_eq!(letter.subject, "Choose a new password for aurora");
    assert!(is_signed_in(&shop, &anna.access_token).await);

    let reset = |token: &str, password: &str| {
        send(shop.auth(
            "reset-password",
            &json!({"token": token, "password": password}),
        ))
    };
    let weak = reset(&letter.token(), "password1234").await;
    assert_eq!((weak.status, weak.code()), (422, "weak_password"));
    assert_eq!(weak.body["errors"][0]["pointer"], "/password");
    reset(&letter.token(), OTHER_PASSWORD).await.expect(204);
    for used in [&older, &letter.token()] {
        let used = reset(used, PASSWORD).await;
        assert_eq!((used.status, used.code()), (400, "invalid_token"));
    }

    assert!(!is_signed_in(&shop, &anna.access_token).await);
    refresh(&shop, &anna.refresh_token).await.expect(401);
    shop.log_in(ANNA, PASSWORD).await.expect(401);
    shop.log_in(ANNA, OTHER_PASSWORD).await.expect(200);
    let told = system.letter(ANNA, 4).await;
    assert_eq!(told.subject, "Your password at aurora was changed");
}

#[tokio::test]
async fn the_same_address_at_two_tenants_is_two_people() {
    let system = System::start().await;
    let aurora = system.shop("aurora", &[]).await;
    let borealis = system.shop("borealis", &[]).await;
    let anna = aurora.member(ANNA).await;
    let other = borealis.member(ANNA).await;
    assert_ne!(anna.id, other.id);

    assert!(!is_signed_in(&borealis, &anna.access_token).await);
    refresh(&borealis, &anna.refresh_token).await.expect(401);
    let logout = json!({"refresh_token": anna.refresh_token});
    send(borealis.auth("logout", &logout)).await.expect(204);
    assert!(is_signed_in(&aurora, &anna.access_token).await);

    let sent = system.letters(ANNA).await.len();
    send(aurora.auth("forgot-password", &json!({"email": ANNA})))
        .await
        .expect(202);
    let token = system.letter(ANNA, sent + 1).await.token();
    let reset = json!({"token": token, "password": OTHER_PASSWORD});
    let foreign = send(borealis.auth("reset-password", &reset)).await;
    assert_eq!((foreign.status, foreign.code()), (400, "invalid_token"));
    send(aurora.auth("reset-password", &reset))
        .await
        .expect(204);
    borealis.log_in(ANNA, PASSWORD).await.expect(200);
    aurora.log_in(ANNA, PASSWORD).await.expect(401);

    for staff in ["/admin/v1/orders", "/admin/v1/products"] {
        let request = system.request(Method::GET, &borealis.host, staff);
        send(request.bearer_auth(&other.access_token))
            .await
            .expect(401);
    }
    assert!(!is_signed_in(&borealis, &borealis.owner_token).await);
}

#[tokio::test]
async fn a_dead_mail_server_delays_letters_and_loses_none() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let url = format!("smtp://{address}");
    let system = System::with(&[("MAIL_URL", &url)]).await;
    let shop = system.shop("aurora", &[]).await;

    shop.sign_up(ANNA, PASSWORD).await.expect(202);
    let waiting = "select count(*) from outbox where topic = 'signup.requested' and postponed > 0";
    while system.number(waiting).await == 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let server = SmtpServer::on(TcpListener::bind(address).await.unwrap());
    while server.taken().is_empty() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    let letter = server
        .taken()
        .concat()
        .replace("=\n", "")
        .replace("=3D", "=");
    let (_, rest) = letter.split_once("?token=").unwrap();
    let token = json!({"token": &rest[..64]});
    send(shop.auth("verify-email", &token)).await.expect(204);
    let mailbox = system.request(Method::GET, "localhost", "/dev/mailbox.json");
    send(mailbox).await.expect(404);
}

#[tokio::test]
async fn what_is_wrong_with_a_request_for_an_account_is_told_at_once() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;

    let body =
        json!({"email": "anna", "password": "short", "first_name": " ", "last_name": "B\u{7}"});
    let refused = send(shop.auth("signup", &body)).await;
    assert_eq!((refused.status, refused.code()), (400, "invalid_request"));
    let pointers: Vec<&str> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(
        pointers,
        ["/email", "/password", "/first_name", "/last_name"]
    );

    for weak in ["password1234", "qwertyuiop", "anna@example.com"] {
        let refused = shop.sign_up(ANNA, weak).await;
        assert_eq!(
            (refused.status, refused.code()),
            (422, "weak_password"),
            "{weak}"
        );
        assert!(!refused.text.contains(weak), "{weak}");
    }
    assert_eq!(system.letters(ANNA).await.len(), 0);
    assert_eq!(
        system.number("select count(*) from signup_requests").await,
        0
    );

    let (one, other) = (
        format!("{PASSWORD}{}", "é".repeat(77)),
        "e\u{301}".repeat(77),
    );
    shop.sign_up(ANNA, &format!("{one}x")).await.expect(202);
    let token = system.letter(ANNA, 1).await.token();
    send(shop.auth("verify-email", &json!({"token": token})))
        .await
        .expect(204);
    shop.log_in(ANNA, &format!("{one}y")).await.expect(401);
    // The same letters, typed another way.
    shop.log_in(ANNA, &format!("{PASSWORD}{other}x"))
        .await
        .expect(200);
}
