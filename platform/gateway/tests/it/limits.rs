//! One client at one tenant is held back; nobody else is, and no header gets round it.

use std::num::NonZeroU32;

use poem::test::TestClient;

use crate::support::{App, app, problem, settings};

fn limited() -> TestClient<App> {
    let mut settings = settings();
    settings.rates.login_per_minute = NonZeroU32::new(2);
    TestClient::new(app(settings))
}

#[tokio::test]
async fn the_third_login_of_two_has_to_wait() {
    let client = limited();
    let login = |host: &'static str| {
        client
            .post("/admin/v1/auth/login")
            .header("Host", host)
            .send()
    };

    let first = login("aurora.example").await;
    first.assert_status_is_ok();
    first.assert_header("RateLimit-Policy", "\"login\";q=2;w=60");
    first.assert_header("RateLimit", "\"login\";r=1");
    login("aurora.example").await.assert_status_is_ok();
    let third = login("aurora.example").await;
    third.assert_header("Retry-After", "30");
    third.assert_header("RateLimit", "\"login\";r=0;t=30");
    assert_eq!(problem(third).await, (429, "rate_limited".into()));

    login("borealis.example").await.assert_status_is_ok();
    let read = client
        .get("/storefront/v1/products")
        .header("Host", "aurora.example");
    read.send().await.assert_status_is_ok();
}

#[tokio::test]
async fn forged_addresses_change_nothing() {
    let client = limited();
    let mut statuses = Vec::new();

    for number in 1..=4 {
        let forged = format!("203.0.113.{number}");
        let response = client
            .post("/admin/v1/auth/login")
            .header("Host", "aurora.example")
            .header("X-Forwarded-For", forged.clone())
            .header("X-Real-IP", forged.clone())
            .header("Forwarded", format!("for={forged}"))
            .send()
            .await;
        statuses.push(response.0.status().as_u16());
    }

    assert_eq!(statuses, [200, 200, 429, 429]);
}

#[tokio::test]
async fn whoever_makes_hosts_up_is_held_back() {
    let mut settings = settings();
    settings.rates.read_per_second = NonZeroU32::new(3);
    let client = TestClient::new(app(settings));
    let mut statuses = Vec::new();

    for number in 1..=4 {
        let host = format!("made-up-{number}.example");
        let response = client
            .get("/storefront/v1/products")
            .header("Host", host)
            .send()
            .await;
        statuses.push(response.0.status().as_u16());
    }

    assert_eq!(statuses, [404, 404, 404, 429]);
}
