//! What reaches a mailbox, and what is an address of one.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, OTHER_PASSWORD, PASSWORD};
use crate::harness::{System, send};

const FROM_ANYWHERE: &[(&str, &str)] = &[("TRUSTED_PROXIES", "127.0.0.0/8")];

#[tokio::test]
async fn an_address_gets_one_e_mail_a_minute_however_many_are_requested() {
    let system = System::with(FROM_ANYWHERE).await;
    let shop = system.shop("aurora", &[]).await;
    shop.member(ANNA).await;
    let sign_up = |email: &str| json!({"email": email, "password": OTHER_PASSWORD, "first_name": "A", "last_name": "B"});

    for email in [ANNA, "nobody@example.com"] {
        for number in 0..40 {
            let (path, body) = match number % 3 {
                0 => ("forgot-password", json!({"email": email})),
                1 => ("resend-verification", json!({"email": email})),
                _ => ("signup", sign_up(email)),
            };
            let from = format!("198.51.100.{}", number % 5);
            let request = shop.auth(path, &body).header("x-forwarded-for", from);
            let answer = send(request).await;
            assert_eq!((answer.status, answer.text.as_str()), (202, ""), "{path}");
        }
    }
    assert_eq!(system.letters(ANNA).await.len(), 2);
    assert_eq!(system.letters("nobody@example.com").await.len(), 0);

    system.a_minute_later().await;
    send(shop.auth("signup", &sign_up(ANNA))).await.expect(202);
    let told = system.letter(ANNA, 3).await;
    assert_eq!(told.subject, "You already have an account at aurora");
    // A sign-up of a stranger has taken the minute; its e-mail leads to a new password, too.
    send(shop.auth("forgot-password", &json!({"email": ANNA})))
        .await
        .expect(202);
    let reset = json!({"token": told.token(), "password": OTHER_PASSWORD});
    send(shop.auth("reset-password", &reset)).await.expect(204);
    shop.log_in(ANNA, OTHER_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn nothing_that_a_stranger_typed_is_in_an_e_mail() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let sign_up = |first_name: &str| {
        json!({
            "email": ANNA, "password": PASSWORD,
            "first_name": first_name, "last_name": "http://evil.example/last",
        })
    };

    let bait = "Win 1000 USD: http://evil.example/win dear";
    send(shop.auth("signup", &sign_up(bait))).await.expect(202);
    let letter = system.letter(ANNA, 1).await;
    for part in [&letter.subject, &letter.text, &letter.html] {
        assert!(!part.contains("evil.example"), "{part}");
        assert!(!part.contains("Win"), "{part}");
    }

    for hidden in [
        "Anna\u{202e}gro.live",
        "\u{200b}",
        "An\u{2066}na",
        "An\u{7}na",
    ] {
        let refused = send(shop.auth("signup", &sign_up(hidden))).await;
        assert_eq!(refused.status, 400, "{hidden:?}");
        assert_eq!(refused.body["errors"][0]["pointer"], "/first_name");
    }
}

#[tokio::test]
async fn an_address_is_one_however_it_is_typed() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.member("anna@xn--bcher-kva.example").await;

    for same in ["anna@bücher.example", "ANNA@BU\u{308}CHER.example"] {
        let session = shop.log_in(same, PASSWORD).await.expect(200);
        assert_eq!(session["account"]["email"], "anna@xn--bcher-kva.example");
    }
}

#[tokio::test]
async fn an_address_that_nobody_can_write_to_is_refused_wherever_one_is_typed() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    let guest = shop.ready_shopper(&[("mug", 1)]).await;
    let before = send(guest.request(Method::GET, "")).await.expect(200);

    for text in [
        ".a@example.com",
        "a.@example.com",
        "a..b@example.com",
        "zw\u{200b}@example.com",
        "\u{feff}bom@example.com",
        "rtl\u{202e}@example.com",
        "josé@example.com",
        "İ@example.com",
        "a@\u{130}x_.de",
        "a@xn--a.example",
    ] {
        for path in ["signup", "forgot-password", "resend-verification"] {
            let mut body = json!({"email": text});
            if path == "signup" {
                body["password"] = json!(PASSWORD);
                body["first_name"] = json!("Anna");
                body["last_name"] = json!("Berg");
            }
            let refused = send(shop.auth(path, &body)).await;
            assert_eq!(refused.status, 400, "{path} {text:?}");
            assert_eq!(refused.body["errors"][0]["pointer"], "/email", "{text:?}");
        }
        let patch = guest
            .request(Method::PATCH, "")
            .json(&json!({"email": text}));
        let refused = send(patch).await;
        assert_eq!(refused.status, 400, "{text:?}");
        assert_eq!(refused.body["errors"][0]["pointer"], "/email", "{text:?}");
    }
    let after = send(guest.request(Method::GET, "")).await.expect(200);
    assert_eq!(after, before);

    // The domain has an ASCII form, and what is kept of the address is read again.
    let dotted = guest
        .request(Method::PATCH, "")
        .json(&json!({"email": "a@\u{130}x.de"}));
    let kept = send(dotted).await.expect(200);
    assert_eq!(
        kept["email"],
        "a@xn--ix-h2c.de".replace("xn--ix-h2c", &ascii("i\u{307}x"))
    );
    send(guest.request(Method::GET, "")).await.expect(200);
    // A row from before is read as it is.
    system
        .execute("update carts set email = 'a@i\u{307}x.de' where email is not null")
        .await;
    let old = send(guest.request(Method::GET, "")).await.expect(200);
    assert_eq!(old["email"], "a@i\u{307}x.de");
    assert_ne!(old, Value::Null);
}

/// The ASCII form of a label.
fn ascii(label: &str) -> String {
    let url = reqwest::Url::parse(&format!("http://{label}.de")).unwrap();
    url.host_str().unwrap().trim_end_matches(".de").to_owned()
}
