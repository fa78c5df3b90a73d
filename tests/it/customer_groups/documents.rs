//! Members, and visitors beside them, where products are read from documents: these hold neither prices nor who may see.

use serde_json::json;

use super::{ANNA, BERTA, amount, card};
use crate::harness::System;

#[tokio::test]
async fn groups_pay_and_see_the_same_where_products_have_documents() {
    let system = System::with(&[("PRODUCT_DOCUMENTS", "postgres")]).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50), ("kettle", 2000, 50)]).await;
    system.is_quiet().await;
    let (anna, berta) = (shop.member(ANNA).await, shop.member(BERTA).await);
    let kettle = shop.variant("kettle").await;
    let trade = shop.group("Trade", 100_000).await;
    shop.join(&trade, &anna).await;
    shop.set_price(&trade, &kettle, json!(1700))
        .await
        .expect(204);
    shop.limit("kettle", &[&trade]).await.expect(200);
    system.is_quiet().await;
    system
        .execute("update product_documents set body = jsonb_set(body, '{title}', '\"Read\"')")
        .await;

    for (who, mug, compared) in [
        (None, 1490, None),
        (Some(&berta), 1490, None),
        (Some(&anna), 1341, Some(1490)),
    ] {
        let shown = shop.see(who, "/products/mug").await.expect(200);
        assert_eq!(shown["title"], "Read");
        assert_eq!(amount(&shown, "/price/amount"), Some(mug));
        assert_eq!(amount(&shown, "/variants/0/price/amount"), Some(mug));
        assert_eq!(amount(&shown, "/variants/0/compare_at/amount"), compared);
        assert_eq!(shop.cards(who, "/search?q=mug").await, [card("Read", mug)]);
        let is_member = compared.is_some();
        let status = if is_member { 200 } else { 404 };
        assert_eq!(shop.see(who, "/products/kettle").await.status, status);
        let found = shop.cards(who, "/search?q=kettle").await;
        let expected = is_member.then(|| card("Read", 1700));
        assert_eq!(found, Vec::from_iter(expected));
    }
    system.settle().await;
}
