//! Keeping groups: what is refused, pages, and what ends with an account.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, BERTA, GROUPS, card};
use crate::harness::{System, text};

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn what_cannot_be_is_refused_with_the_field_and_changes_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("meridian", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    let anna = shop.member(ANNA).await;
    let foreign = other.member(BERTA).await;
    let mug = shop.variant("mug").await;
    let trade = shop.group("Trade", 100_000).await;
    let foreign_group = other.group("Trade", 900_000).await;
    let group = format!("{GROUPS}/{trade}");
    let (members, prices) = (format!("{group}/members"), format!("{group}/prices"));
    let price = |amount: i64| json!({"variant_id": mug, "currency": "EUR", "amount": amount});
    let nowhere = kernel::ids::VariantId::from_uuid(kernel::ports::Ids.uuid()).to_string();

    for (method, path, body, status, code, pointer) in [
        (
            Method::POST,
            GROUPS,
            json!({"name": " trade "}),
            409,
            "customer_group_name_taken",
            "",
        ),
        (
            Method::POST,
            GROUPS,
            json!({"name": " "}),
            400,
            "invalid_request",
            "/name",
        ),
        (
            Method::POST,
            GROUPS,
            json!({"name": "A", "discount_ppm": 1_000_001}),
            400,
            "invalid_request",
            "/discount_ppm",
        ),
        (
            Method::PATCH,
            &group,
            json!({"discount_ppm": -1}),
            400,
            "invalid_request",
            "/discount_ppm",
        ),
        (
            Method::POST,
            &members,
            json!({"customer_ids": []}),
            400,
            "invalid_request",
            "/customer_ids",
        ),
        (
            Method::POST,
            &members,
            json!({"customer_ids": [anna.id, foreign.id]}),
            422,
            "customer_not_found",
            "/customer_ids/1",
        ),
        (
            Method::PATCH,
            &prices,
            json!({"prices": []}),
            400,
            "invalid_request",
            "/prices",
        ),
        (
            Method::PATCH,
            &prices,
            json!({"prices": [price(-1)]}),
            400,
            "invalid_request",
            "/prices/0/amount",
        ),
        (
            Method::PATCH,
            &prices,
            json!({"prices": [price(1), price(2)]}),
            400,
            "invalid_request",
            "/prices/1/variant_id",
        ),
        (
            Method::PATCH,
            &prices,
            json!({"prices": [price(1), {"variant_id": nowhere, "currency": "EUR", "amount": 1}]}),
            422,
            "variant_not_found",
            "/prices/1/variant_id",
        ),
    ] {
        let answer = shop.admin(method, path, body.clone()).await;
        assert_eq!(
            (answer.status, answer.code()),
            (status, code),
            "{path} {body}"
        );
        if !pointer.is_empty() {
            assert_eq!(
                answer.body["errors"][0]["pointer"], pointer,
                "{path} {body}"
            );
        }
    }
    let limited = shop.limit("mug", &[&trade, &foreign_group]).await;
    limited.refused(422, "customer_group_not_found");
    let gone = format!("{members}/{}", anna.id);
    let removed = shop.admin(Method::DELETE, &gone, Value::Null).await;
    removed.refused(404, "not_found");

    let shown = shop
        .admin(Method::GET, GROUPS, Value::Null)
        .await
        .expect(200);
    assert_eq!(shown["data"].as_array().unwrap().len(), 1);
    assert_eq!(shown["data"][0]["discount_ppm"], 100_000);
    assert_eq!(shown["data"][0]["member_count"], 0);
    let listed = shop.admin(Method::GET, &prices, Value::Null).await;
    assert_eq!(listed.expect(200)["data"], json!([]));
    assert_eq!(shop.cards(None, "/products").await, [card("mug", 1490)]);
    // Tokens of others are refused, not ignored.
    shop.see(Some(&foreign), "/products")
        .await
        .refused(401, "unauthenticated");
    system.settle().await;
}

#[tokio::test]
async fn members_and_prices_are_listed_in_pages_and_a_membership_ends_with_the_account() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50), ("bowl", 900, 50)]).await;
    let (anna, berta) = (shop.member(ANNA).await, shop.member(BERTA).await);
    let group = shop.group("Trade", 0).await;
    shop.join(&group, &anna).await;
    shop.join(&group, &berta).await;
    shop.join(&group, &berta).await;
    for slug in ["mug", "bowl"] {
        let variant = shop.variant(slug).await;
        shop.set_price(&group, &variant, json!(800))
            .await
            .expect(204);
    }

    for (list, pointer) in [("members", "/customer_id"), ("prices", "/variant_id")] {
        let path = format!("{GROUPS}/{group}/{list}?limit=1");
        let first = shop
            .admin(Method::GET, &path, Value::Null)
            .await
            .expect(200);
        let path = format!("{path}&cursor={}", text(&first, "/next_cursor"));
        let second = shop
            .admin(Method::GET, &path, Value::Null)
            .await
            .expect(200);
        assert_eq!(second["has_more"], false);
        assert_ne!(
            text(&first["data"][0], pointer),
            text(&second["data"][0], pointer)
        );
    }
    let own = shop
        .account(
            &anna.access_token,
            Method::GET,
            "/customer-groups",
            Value::Null,
        )
        .await;
    assert_eq!(own.expect(200)["data"], json!([{"name": "Trade"}]));
    let export = shop
        .account(&anna.access_token, Method::GET, "/export", Value::Null)
        .await;
    assert_eq!(
        export.expect(200)["customer_groups"],
        json!([{"name": "Trade"}])
    );

    let path = format!("/customers/{}", anna.id);
    shop.admin(Method::DELETE, &path, Value::Null)
        .await
        .expect(204);
    let path = format!("{GROUPS}/{group}");
    let left = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(left["member_count"], 1);
    system.settle().await;
}
