//! What members pay.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, BERTA, GROUPS, amount, card};
use crate::harness::System;

#[tokio::test]
async fn a_member_pays_the_lowest_of_what_the_groups_pay_and_others_the_list_price() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50), ("bowl", 2000, 50)]).await;
    system.is_quiet().await;
    let (anna, berta) = (shop.member(ANNA).await, shop.member(BERTA).await);
    let (mug, bowl) = (shop.variant("mug").await, shop.variant("bowl").await);
    let trade = shop.group("Trade", 100_000).await;
    let vip = shop.group("VIP", 0).await;
    shop.join(&trade, &anna).await;
    shop.join(&vip, &anna).await;
    shop.set_price(&vip, &mug, json!(1200)).await.expect(204);
    // Dearer than the list price: it has no effect, and the trade discount does not touch it.
    shop.set_price(&trade, &bowl, json!(2500)).await.expect(204);

    for (who, mug_price, bowl_price) in [
        (None, 1490, 2000),
        (Some(&berta), 1490, 2000),
        (Some(&anna), 1200, 2000),
    ] {
        let cards = vec![card("mug", mug_price), card("bowl", bowl_price)];
        assert_eq!(shop.cards(who, "/products?sort=price_asc").await, cards);
        assert_eq!(shop.cards(who, "/search?sort=price_asc").await, cards);
        let product = shop.see(who, "/products/mug").await.expect(200);
        assert_eq!(amount(&product, "/price/amount"), Some(mug_price));
        let variant = &product["variants"][0];
        assert_eq!(amount(variant, "/price/amount"), Some(mug_price));
        let compared = (mug_price < 1490).then_some(1490);
        assert_eq!(amount(variant, "/compare_at/amount"), compared);
    }

    // Without its own price the group's discount counts: 10 % of 20.00, and of 14.90 less than VIP's price.
    shop.set_price(&trade, &bowl, Value::Null).await.expect(204);
    let cards = shop.cards(Some(&anna), "/products?sort=price_asc").await;
    assert_eq!(cards, [card("mug", 1200), card("bowl", 1800)]);

    // The cart is the account's, whoever has its token; the order keeps what was paid.
    let cart = shop.own_cart(&anna).await;
    cart.add(&mug, 2).await.expect(200);
    cart.add(&bowl, 1).await.expect(200);
    cart.address().await;
    let seen = cart.cart().await;
    assert_eq!(amount(&seen, "/lines/0/unit_price/amount"), Some(1200));
    assert_eq!(amount(&seen, "/lines/1/unit_price/amount"), Some(1800));
    assert_eq!(amount(&seen, "/totals/items/amount"), Some(4200));
    let bought = cart.buy().await;
    let order = cart.order(&bought).await;
    assert_eq!(amount(&order, "/lines/0/unit_price/amount"), Some(1200));
    assert_eq!(amount(&order, "/totals/items/amount"), Some(4200));
    let guest = shop.ready_shopper(&[("mug", 2), ("bowl", 1)]).await;
    let guest = guest.cart().await;
    assert_eq!(amount(&guest, "/totals/items/amount"), Some(4980));

    // Who leaves a group pays the list price in the cart that is open, which says so.
    let next = shop.own_cart(&anna).await;
    next.add(&mug, 1).await.expect(200);
    let path = format!("{GROUPS}/{vip}/members/{}", anna.id);
    shop.admin(Method::DELETE, &path, Value::Null)
        .await
        .expect(204);
    let seen = next.cart().await;
    assert_eq!(amount(&seen, "/lines/0/unit_price/amount"), Some(1341));
    assert_eq!(seen["lines"][0]["notices"], json!(["price_changed"]));
    system.settle().await;
}

#[tokio::test]
async fn discounts_are_rounded_half_to_even_and_a_whole_one_makes_it_free() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("five", 5, 9), ("fifteen", 15, 9), ("dear", 33_333, 9)])
        .await;
    let anna = shop.member(ANNA).await;
    let group = shop.group("Friends", 0).await;
    shop.join(&group, &anna).await;

    for (ppm, five, fifteen, dear) in [
        (0, 5, 15, 33_333),
        (100_000, 5, 13, 30_000),
        (333_333, 3, 10, 22_222),
        (1_000_000, 0, 0, 0),
    ] {
        let path = format!("{GROUPS}/{group}");
        let changed = shop
            .admin(Method::PATCH, &path, json!({"discount_ppm": ppm}))
            .await
            .expect(200);
        assert_eq!(changed["discount_ppm"], ppm);
        for (slug, expected) in [("five", five), ("fifteen", fifteen), ("dear", dear)] {
            let path = format!("/products/{slug}");
            let seen = shop.see(Some(&anna), &path).await.expect(200);
            assert_eq!(
                amount(&seen, "/price/amount"),
                Some(expected),
                "{slug} {ppm}"
            );
        }
    }
    system.settle().await;
}
