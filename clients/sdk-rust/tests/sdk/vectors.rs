//! The vectors of money and webhooks that all clients must agree on.

use crate::mock;
use stoa::models::Money;
use stoa::reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use stoa::{WebhookError, verify_webhook, verify_webhook_at};

fn headers(case: &serde_json::Value) -> HeaderMap {
    let fields = case["headers"].as_object().unwrap();
    let pair = |(name, value): (&String, &serde_json::Value)| {
        let value = HeaderValue::from_str(value.as_str().unwrap()).unwrap();
        (HeaderName::from_bytes(name.as_bytes()).unwrap(), value)
    };
    fields.iter().map(pair).collect()
}

#[test]
fn webhooks_are_verified() {
    let vectors = mock::read("webhooks.json");
    let now = time::OffsetDateTime::from_unix_timestamp(vectors["now"].as_i64().unwrap()).unwrap();
    let cases = vectors["cases"].as_array().unwrap();
    assert!(cases.len() >= 20);
    for case in cases {
        let (body, secret) = (case["body"].as_str().unwrap(), case["secret"].as_str().unwrap());
        let headers = headers(case);
        let outcome = match verify_webhook_at(body.as_bytes(), &headers, secret, now) {
            Ok(id) => ("id", id),
            Err(WebhookError::MalformedHeader(_)) => ("error", "malformed_header"),
            Err(WebhookError::MalformedSecret) => ("error", "malformed_secret"),
            Err(WebhookError::TooOld) => ("error", "too_old"),
            Err(WebhookError::TooNew) => ("error", "too_new"),
            Err(WebhookError::WrongSignature) => ("error", "wrong_signature"),
            Err(other) => panic!("{other}"),
        };
        assert_eq!(case[outcome.0], outcome.1, "{}", case["name"]);
    }
    let good = &cases[0];
    let (body, secret) = (good["body"].as_str().unwrap(), good["secret"].as_str().unwrap());
    assert_eq!(verify_webhook(body.as_bytes(), &headers(good), secret), Err(WebhookError::TooOld), "the clock is read");
}

#[test]
fn amounts_are_written_and_read_to_the_last_digit() {
    let vectors = mock::read("money.json");
    let amounts = vectors["amounts"].as_array().unwrap();
    assert!(amounts.len() >= 10);
    for it in amounts {
        let (currency, decimal) = (it["currency"].as_str().unwrap(), it["decimal"].as_str().unwrap());
        let money = Money::new(it["amount"].as_i64().unwrap(), currency).unwrap();
        assert_eq!(money.to_decimal(), decimal);
        assert_eq!(Money::from_decimal(decimal, currency), Ok(money));
    }
    for it in vectors["not_decimals"].as_array().unwrap() {
        let (text, currency) = (it["text"].as_str().unwrap(), it["currency"].as_str().unwrap());
        assert!(Money::from_decimal(text, currency).is_err(), "{text} {currency}");
    }
}

#[test]
fn sums_and_products_are_of_one_currency_and_small_enough() {
    let euros = |amount| Money::new(amount, "EUR").unwrap();
    assert_eq!(euros(10).add(&euros(20)), Ok(euros(30)));
    assert_eq!(euros(10).subtract(&euros(20)), Ok(euros(-10)));
    assert_eq!(euros(1205).multiply(3), Ok(euros(3615)));
    assert_eq!(euros(123_456_789).to_string(), "1,234,567.89 EUR");
    assert_eq!(Money::new(1205, "JPY").unwrap().to_string(), "1,205 JPY");
    assert_eq!(Money::new(-1205, "KWD").unwrap().to_string(), "-1.205 KWD");

    let refused = euros(1).add(&Money::new(1, "USD").unwrap()).unwrap_err();
    assert_eq!(refused.to_string(), "EUR and USD cannot be added");
    let largest = euros((1 << 53) - 1);
    assert!(largest.add(&euros(1)).is_err() && largest.multiply(i64::MAX).is_err());
    assert!(Money::new(1, "euro").is_err());
}
