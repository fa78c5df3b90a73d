//! Addresses of forty countries, right and wrong, of people whose names are in every script.

use reqwest::Method;
use serde_json::{Value, json};

use super::ANNA;
use crate::harness::System;

/// Country, city, region as it is typed, postal code as it is typed and as it is kept, and one that is wrong.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

#[rustfmt::skip]
const CASES: [Case; 40] = [
    ("AR", "Buenos Aires", "", "c1070aam", "C1070AAM", "107"),
    ("AT", "Wien", "", "1010", "1010", "10100"),
    ("AU", "Sydney", "New South Wales", "2000", "2000", "20000"),
    ("BE", "Liège", "", "4000", "4000", "B-4000"),
    ("BR", "São Paulo", "SP", "01310-100", "01310-100", "1310-100"),
    ("CA", "Montréal", "QC", "h3z 2y7", "H3Z 2Y7", "D3Z 2Y7"),
    ("CH", "Zürich", "", "8001", "8001", "801"),
    ("CL", "Santiago", "", "8340457", "8340457", "83404"),
    ("CN", "青岛市", "山东省", "266033", "266033", "26603"),
    ("CZ", "Praha", "", "100 00", "100 00", "10 000"),
    ("DE", "Berlin", "", "10115", "10115", "1011"),
    ("DK", "København", "", "1050", "1050", "DK-105"),
    ("EE", "Tallinn", "", "10111", "10111", "1011"),
    ("ES", "Madrid", "M", "28039", "28039", "2803"),
    ("FI", "Helsinki", "", "00550", "00550", "550"),
    ("FR", "Paris", "", "75 001", "75 001", "7500"),
    ("GB", "London", "", "ec1y 8sy", "EC1Y 8SY", "EC1Y 8S"),
    ("GR", "Αθήνα", "", "151 24", "151 24", "1512"),
    ("HR", "Zagreb", "", "10000", "10000", "100000"),
    ("HU", "Budapest", "", "1037", "1037", "10370"),
    ("IE", "Dublin", "", "A65 F4E2", "A65 F4E2", "A65 F4E"),
    ("IN", "Delhi", "Delhi", "110034", "110034", "11003"),
    ("IS", "Reykjavík", "", "101", "101", "1010"),
    ("IT", "Roma", "RM", "00144", "00144", "0144"),
    ("JP", "", "東京都", "154-0023", "154-0023", "154-002"),
    ("KR", "종로구", "서울", "03051", "03051", "0305"),
    ("LT", "Vilnius", "", "04340", "04340", "4340"),
    ("LV", "Rīga", "", "lv-1073", "LV-1073", "1073"),
    ("MX", "Ciudad de México", "CDMX", "02860", "02860", "2860"),
    ("NL", "Amsterdam", "", "1012 ab", "1012 AB", "0012 AB"),
    ("NO", "Oslo", "", "0025", "0025", "25"),
    ("NZ", "Wellington", "", "6001", "6001", "600"),
    ("PL", "Łódź", "", "90-001", "90-001", "90001"),
    ("PT", "Lisboa", "", "1100-148", "1100-148", "1100 148"),
    ("SE", "Malmö", "", "211 20", "211 20", "2112"),
    ("SG", "", "", "546080", "546080", "54608"),
    ("SK", "Žilina", "", "010 01", "010 01", "0100"),
    ("TR", "Adana", "Adana", "01960", "01960", "1960"),
    ("US", "Austin", "tx", "78701-1234", "78701-1234", "7870"),
    ("ZA", "Cape Town", "", "8001", "8001", "80010"),
];

const NAMES: [(&str, &str); 16] = [
    ("Łucja", "Żółć"),
    ("Ελένη", "Παπαδοπούλου"),
    ("Владимир", "Щербаков"),
    ("أحمد", "الهاشمي"),
    ("דוד", "בן־גוריון"),
    ("伟", "李"),
    ("花子", "佐藤"),
    ("민준", "김"),
    ("สมชาย", "ใจดี"),
    ("अमित", "शर्मा"),
    ("செல்வி", "முருகன்"),
    ("თამარ", "ბერიძე"),
    ("Անի", "Պետրոսյան"),
    ("Hồng Nhung", "Nguyễn"),
    ("Siobhán", "O’Brien-Ní Dhúill"),
    ("José María", "de la Cruz y Álvarez"),
];

fn address(index: usize, case: &Case, postal_code: &str) -> Value {
    let (country, city, region, ..) = case;
    let (first_name, last_name) = NAMES[index % NAMES.len()];
    let mut address = json!({
        "first_name": first_name, "last_name": last_name, "street_name": "Street 1", "postal_code": postal_code,
        "country": country,
    });
    for (name, value) in [("city", city), ("region", region)] {
        if !value.is_empty() {
            address[name] = json!(value);
        }
    }
    address
}

#[tokio::test]
async fn addresses_of_forty_countries_are_kept_when_right_and_told_when_wrong() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let add = async |address: &Value| {
        let body = json!({"address": address});
        let token = &anna.access_token;
        shop.account(token, Method::POST, "/addresses", body).await
    };
    for (index, case) in CASES.iter().enumerate() {
        let (country, _, region, typed, kept, wrong) = case;
        let answer = add(&address(index, case, typed)).await;
        assert_eq!(answer.status, 201, "{country}: {}", answer.body);
        let saved = &answer.body["address"];
        let names = NAMES[index % NAMES.len()];
        assert_eq!(
            (
                &saved["postal_code"],
                &saved["first_name"],
                &saved["last_name"]
            ),
            (&json!(kept), &json!(names.0), &json!(names.1)),
            "{country}"
        );
        let refused = add(&address(index, case, wrong)).await;
        assert_eq!(refused.status, 400, "{country} took {wrong}");
        assert_eq!(
            refused.body["errors"],
            json!([{
                "pointer": "/address/postal_code", "code": "malformed", "detail": refused.body["errors"][0]["detail"],
            }]),
            "{country}"
        );
        let detail = refused.body["errors"][0]["detail"].as_str().unwrap();
        assert!(
            detail.chars().any(|c| c.is_ascii_digit()),
            "{country}: {detail}"
        );
        // A region that the country needs is needed.
        if ["AU", "BR", "CA", "CN", "IN", "JP", "KR", "MX", "US"].contains(country) {
            let mut without = address(index, case, typed);
            without.as_object_mut().unwrap().remove("region");
            let refused = add(&without).await;
            assert_eq!(
                (
                    &refused.body["errors"][0]["pointer"],
                    &refused.body["errors"][0]["code"]
                ),
                (&json!("/address/region"), &json!("required")),
                "{country} {region}"
            );
            let mut elsewhere = address(index, case, typed);
            elsewhere["region"] = json!("Atlantis");
            let refused = add(&elsewhere).await;
            assert_eq!(
                (
                    &refused.body["errors"][0]["pointer"],
                    &refused.body["errors"][0]["code"]
                ),
                (&json!("/address/region"), &json!("malformed")),
                "{country}"
            );
        }
    }
    let kept = "select count(*) from addresses";
    assert_eq!(system.number(kept).await, 40);
    system.close().await;
}
