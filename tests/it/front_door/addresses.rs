//! Addresses of the world: the country says what an address needs, and how its codes are written.

use poem::http::Method;
use serde_json::{Value, json};

use super::House;
use super::ask::Answer;

/// Sends an address with its street, which every country has.
async fn patch(house: &House, address: &Value) -> Answer {
    let basket = house.cart().await;
    let mut address = address.clone();
    address["street_name"] = json!("Main street 1");
    house
        .ask_cart(Method::PATCH, &basket, "")
        .json(&json!({"shipping_address": address}))
        .send()
        .await
}

#[tokio::test]
async fn addresses_of_the_world_fit() {
    let house = House::new().await;
    for address in [
        json!({"first_name": "Mei", "last_name": "Chan", "region": "Kowloon", "city": "Mong Kok", "country": "HK"}),
        json!({"first_name": "Suparman", "city": "Jakarta", "region": "DKI Jakarta", "postal_code": "10110", "country": "ID"}),
        json!({"last_name": "Nakamura", "region": "東京都", "postal_code": "100-0001", "country": "JP",
               "second_line": "千代田ビル 3F", "phone": "+81 3-1234-5678"}),
        json!({"first_name": "Ann", "last_name": "Lee", "city": "New York", "region": "NY", "postal_code": "10001-1234",
               "country": "US", "company": "Lee & Sons", "second_line": "Apt 4B", "phone": "(212) 555-0100"}),
        json!({"company": "Harbour Ltd", "city": "Galway", "country": "IE"}),
        json!({"first_name": "Aisha", "city": "Doha", "country": "QA"}),
        json!({"first_name": "Omar", "region": "Dubai", "country": "AE"}),
        json!({"first_name": "Wei", "postal_code": "546080", "country": "SG"}),
        json!({"first_name": "Ana", "city": "São Paulo", "region": "SP", "postal_code": "01310-100", "country": "BR"}),
        json!({"first_name": "Raj", "city": "Mumbai", "region": "Maharashtra", "postal_code": "400001", "country": "IN"}),
    ] {
        let answer = patch(&house, &address).await.ok(200);
        let mut seen = answer["shipping_address"].clone();
        let seen = seen.as_object_mut().unwrap();
        assert_eq!(seen.remove("street_name"), Some(json!("Main street 1")));
        assert_eq!(json!(seen), address);
    }
}

#[tokio::test]
async fn what_people_type_is_brought_into_form() {
    let house = House::new().await;
    for (field, typed, kept, rest) in [
        (
            "region",
            "new york",
            "NY",
            json!({"city": "New York", "postal_code": "10001", "country": "US"}),
        ),
        (
            "region",
            "Quebec",
            "QC",
            json!({"city": "Montréal", "postal_code": "H2X 1Y4", "country": "CA"}),
        ),
        (
            "postal_code",
            " sw1a 1aa ",
            "SW1A 1AA",
            json!({"city": "London", "country": "GB"}),
        ),
        (
            "postal_code",
            "１０１１５",
            "10115",
            json!({"city": "Berlin", "country": "DE"}),
        ),
        (
            "city",
            "Mu\u{308}nchen",
            "München",
            json!({"postal_code": "80331", "country": "DE"}),
        ),
    ] {
        let mut address = rest;
        address["first_name"] = json!("Anna");
        address[field] = json!(typed);

        let answer = patch(&house, &address).await.ok(200);

        assert_eq!(answer["shipping_address"][field], kept);
    }
}

#[tokio::test]
async fn what_a_country_needs_is_told_in_its_words() {
    let house = House::new().await;
    let told = |pointer: &str, code: &str, detail: &str| json!({"pointer": format!("/shipping_address/{pointer}"), "code": code, "detail": detail});
    for (address, faults) in [
        (
            json!({"first_name": "Ann", "country": "US"}),
            vec![
                told("city", "required", "a city or town"),
                told("region", "required", "a state such as AL"),
                told("postal_code", "required", "a ZIP code such as 95014"),
            ],
        ),
        (
            json!({"first_name": "Ann", "city": "Austin", "region": "Bavaria", "postal_code": "ABC", "country": "US"}),
            vec![
                told("region", "malformed", "a state such as AL"),
                told("postal_code", "malformed", "a ZIP code such as 95014"),
            ],
        ),
        (
            json!({"city": "Berlin", "postal_code": "10115", "country": "DE"}),
            vec![told(
                "first_name",
                "required",
                "a name: first_name, last_name or company",
            )],
        ),
        (
            json!({"first_name": "A", "city": "Berlin", "postal_code": "10115", "country": "DE", "phone": "call me"}),
            vec![told(
                "phone",
                "malformed",
                "a phone number of 5 to 15 digits, such as +49 30 1234567",
            )],
        ),
    ] {
        let refused = patch(&house, &address).await;
        assert_eq!(refused.problem(), (400, "invalid_request"));
        assert_eq!(refused.body["errors"], json!(faults));
    }
}
