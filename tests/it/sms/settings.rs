//! What stores want of their text messages, and the hours in which none leaves.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, NUMBER, TYPED, agrees, always, order, set, ship, store, texts};
use crate::harness::System;

#[tokio::test]
async fn settings_are_checked_and_nothing_is_sent_until_there_are_some() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let get = async || {
        let seen = shop.admin(Method::GET, "/sms-settings", Value::Null).await;
        seen.expect(200)
    };
    let usual = json!({
        "is_enabled": false, "quiet_from": "21:00", "quiet_until": "08:00", "time_zone": "UTC",
        "monthly_segment_limit": 1000, "segments_this_month": 0,
    });
    assert_eq!(get().await, usual);

    let wanted = json!({
        "is_enabled": true, "quiet_from": "20:30", "quiet_until": "07:15", "time_zone": "Europe/Berlin",
        "monthly_segment_limit": 50,
    });
    let mut kept = wanted.clone();
    kept["segments_this_month"] = json!(0);
    assert_eq!(set(&shop, wanted.clone()).await, kept);
    assert_eq!(get().await, kept);

    for (field, value) in [
        ("quiet_from", json!("24:00")),
        ("quiet_from", json!("8:00")),
        ("quiet_until", json!("20:60")),
        ("quiet_until", json!("20:30")),
        ("time_zone", json!("Europe/Nowhere")),
        ("time_zone", json!("CET")),
        ("time_zone", json!("")),
        ("time_zone", json!("UTC\u{0}")),
        ("monthly_segment_limit", json!(-1)),
        ("monthly_segment_limit", json!(1_000_001)),
    ] {
        let mut bad = wanted.clone();
        bad[field] = value.clone();
        let refused = shop.admin(Method::PUT, "/sms-settings", bad).await;
        assert_eq!(refused.status, 400, "{field} {value}: {}", refused.text);
        let pointer = format!("/{field}");
        let found = &refused.body["errors"][0]["pointer"];
        assert_eq!(found, &json!(pointer), "{field} {value}");
    }
    for missing in ["quiet_from", "quiet_until"] {
        let mut half = wanted.clone();
        half.as_object_mut().unwrap().remove(missing);
        let refused = shop.admin(Method::PUT, "/sms-settings", half).await;
        refused.refused(400, "invalid_request");
        let found = &refused.body["errors"][0]["pointer"];
        assert_eq!(found, &json!(format!("/{missing}")));
    }
    assert_eq!(get().await, kept);
    let without = set(&shop, always()).await;
    assert!(without.get("quiet_from").is_none(), "{without}");
    system.settle().await;
}

#[tokio::test]
async fn a_message_waits_for_the_end_of_the_quiet_hours() {
    let system = System::start().await;
    let shop = store(&system, "aurora").await;
    let anna = shop.member(ANNA).await;
    agrees(&shop, &anna, true).await;
    // An hour ago to in an hour, by a clock that is not the server's.
    let minutes = "select (extract(hour from t) * 60 + extract(minute from t))::bigint
                     from (select now() at time zone 'Asia/Tokyo') x (t)";
    let now = system.number(minutes).await;
    let clock = |minutes: i64| {
        let minutes = minutes.rem_euclid(24 * 60);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    };
    let quiet = json!({
        "is_enabled": true, "quiet_from": clock(now - 60), "quiet_until": clock(now + 60),
        "time_zone": "Asia/Tokyo", "monthly_segment_limit": 100,
    });
    set(&shop, quiet).await;

    let order = order(&shop, ANNA, Some(TYPED)).await;
    ship(&shop, &order).await;
    assert!(texts(&system, NUMBER).await.is_empty());
    let waiting = "select count(*) from outbox
                    where topic = 'order.text_due' and date_trunc('minute', available_at) = available_at
                      and available_at between now() + interval '55 minutes' and now() + interval '60 minutes'";
    assert_eq!(system.number(waiting).await, 1);
    // Told too early, it waits again.
    let due = "update outbox set available_at = now() where topic = 'order.text_due'";
    system.execute(due).await;
    assert!(texts(&system, NUMBER).await.is_empty());
    assert_eq!(system.number(waiting).await, 1);

    let mut over = always();
    over["time_zone"] = json!("Asia/Tokyo");
    over["quiet_from"] = json!(clock(now + 120));
    over["quiet_until"] = json!(clock(now - 120));
    set(&shop, over).await;
    // Those hours are the rest of the day, which this one is not in.
    system.execute(due).await;
    assert_eq!(texts(&system, NUMBER).await.len(), 1);
    let left = "select count(*) from outbox where topic = 'order.text_due'";
    assert_eq!(system.number(left).await, 0);
    system.settle().await;
}
