//! Products that only members see.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, BERTA, GROUPS, amount, card};
use crate::harness::System;

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn a_product_that_is_limited_to_groups_is_there_for_their_members_only() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50), ("secretkettle", 2000, 50)])
        .await;
    system.is_quiet().await;
    let (anna, berta) = (shop.member(ANNA).await, shop.member(BERTA).await);
    let kettle = shop.variant("secretkettle").await;
    let (trade, press) = (shop.group("Trade", 0).await, shop.group("Press", 0).await);
    shop.join(&trade, &anna).await;
    shop.join(&press, &berta).await;
    let guest = shop.ready_shopper(&[("secretkettle", 1)]).await;
    let own = shop.own_cart(&anna).await;
    own.add(&kettle, 1).await.expect(200);

    let set = shop.limit("secretkettle", &[&trade]).await.expect(200);
    assert_eq!(set["customer_group_ids"], json!([trade]));
    system.is_quiet().await;

    let everybody = vec![card("mug", 1490)];
    let members = vec![card("secretkettle", 2000), card("mug", 1490)];
    for (who, expected) in [
        (None, &everybody),
        (Some(&berta), &everybody),
        (Some(&anna), &members),
    ] {
        for path in ["/products?sort=price_desc", "/search?sort=price_desc"] {
            assert_eq!(shop.cards(who, path).await, *expected, "{path}");
        }
        let is_member = expected.len() == 2;
        let found = shop.cards(who, "/search?q=secretkettle").await;
        assert_eq!(found.len(), usize::from(is_member));
        let status = if is_member { 200 } else { 404 };
        for path in ["/products/secretkettle", "/products/secretkettle/reviews"] {
            // Reviews are shown to visitors: what is limited has none to show.
            let expected = if path.ends_with("reviews") {
                404
            } else {
                status
            };
            assert_eq!(shop.see(who, path).await.status, expected, "{path}");
        }
        let typed = shop
            .see(who, "/search/suggestions?q=secretkettle")
            .await
            .expect(200);
        assert_eq!(typed["terms"], json!([]));
        assert_eq!(
            typed["products"].as_array().unwrap().len(),
            usize::from(is_member)
        );
    }

    // A guest can neither add it nor buy what was in the cart before.
    let stranger = shop.shopper().await;
    stranger
        .add(&kettle, 1)
        .await
        .refused(422, "variant_not_found");
    let seen = guest.cart().await;
    assert_eq!(seen["lines"][0]["notices"], json!(["not_sellable"]));
    let total = amount(&seen, "/totals/total/amount").unwrap();
    guest
        .checkout("limited", total)
        .await
        .refused(422, "checkout_incomplete");
    assert_eq!(
        amount(&own.cart().await, "/totals/items/amount"),
        Some(2000)
    );
    own.address().await;
    own.buy().await;

    // A group that products are limited to stays; without groups everybody sees the product again.
    let path = format!("{GROUPS}/{trade}");
    let refused = shop.admin(Method::DELETE, &path, Value::Null).await;
    refused.refused(409, "customer_group_in_use");
    shop.limit("secretkettle", &[]).await.expect(200);
    shop.admin(Method::DELETE, &path, Value::Null)
        .await
        .expect(204);
    system.is_quiet().await;
    assert_eq!(shop.cards(None, "/products?sort=price_desc").await, members);
    assert_eq!(
        shop.cards(None, "/search?q=secretkettle").await,
        [card("secretkettle", 2000)]
    );
    system.settle().await;
}
