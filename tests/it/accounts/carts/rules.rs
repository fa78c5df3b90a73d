//! Which quantities hold when a cart is taken over, and what is left out.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, GOODS, guest, held, log_in, of, open, own};
use crate::harness::{Shop, System, text};

/// What a takeover left out: title, side, wanted, kept and reason.
fn left_out(takeover: &Value) -> Vec<(String, String, i64, i64, String)> {
    let left = takeover["left_out"].as_array().unwrap().iter();
    left.map(|it| {
        let number = |name: &str| it[name].as_i64().unwrap();
        let (wanted, kept) = (number("wanted"), number("kept"));
        (
            text(it, "/title"),
            text(it, "/side"),
            wanted,
            kept,
            text(it, "/reason"),
        )
    })
    .collect()
}

fn left(
    title: &str,
    side: &str,
    units: (i64, i64),
    reason: &str,
) -> (String, String, i64, i64, String) {
    (
        title.to_owned(),
        side.to_owned(),
        units.0,
        units.1,
        reason.to_owned(),
    )
}

async fn set_rule(shop: &Shop<'_>, rule: &str) {
    let body = json!({"takeover_rule": rule});
    let set = shop
        .admin(Method::PUT, "/cart-settings", body.clone())
        .await;
    assert_eq!(set.expect(200), body);
}

#[tokio::test]
async fn the_stores_rule_decides_and_what_is_left_out_is_told() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(GOODS).await;
    let anna = shop.member(ANNA).await;
    let seen = shop.admin(Method::GET, "/cart-settings", Value::Null).await;
    assert_eq!(seen.expect(200), json!({"takeover_rule": "sum"}));
    let odd = json!({"takeover_rule": "smaller"});
    let refused = shop.admin(Method::PUT, "/cart-settings", odd).await;
    refused.refused(400, "invalid_request");
    assert_eq!(refused.body["errors"][0]["pointer"], "/takeover_rule");
    assert_eq!(system.number("select count(*) from cart_settings").await, 0);

    // The account has two mugs and three bowls; the guest five mugs and a tray.
    let outcomes = [
        ("sum", of(&[("mug", 7), ("bowl", 3), ("tray", 1)]), vec![]),
        (
            "larger",
            of(&[("mug", 5), ("bowl", 3), ("tray", 1)]),
            vec![],
        ),
        (
            "guest",
            of(&[("mug", 5), ("tray", 1)]),
            vec![left("bowl", "account", (3, 0), "rule")],
        ),
        (
            "account",
            of(&[("mug", 2), ("bowl", 3)]),
            vec![
                left("mug", "guest", (5, 2), "rule"),
                left("tray", "guest", (1, 0), "rule"),
            ],
        ),
    ];
    for (rule, expected, lost) in outcomes {
        set_rule(&shop, rule).await;
        system.execute("delete from cart_lines").await;
        let mine = own(&shop, &open(&shop, &anna, json!({})).await.expect(200));
        mine.add(&shop.variant("mug").await, 2).await.expect(200);
        mine.add(&shop.variant("bowl").await, 3).await.expect(200);
        let cart = guest(&shop, &[("mug", 5), ("tray", 1)]).await;

        let session = log_in(&shop, &cart).await;

        let takeover = &session["cart"]["takeover"];
        assert_eq!(takeover["rule"], rule);
        assert_eq!(left_out(takeover), lost, "{rule}");
        assert_eq!(held(&mine).await, expected, "{rule}");
        // A cart without lines never wins over one that has some.
        let empty = shop.shopper().await;
        let session = log_in(&shop, &empty).await;
        assert_eq!(session["cart"]["takeover"]["left_out"], json!([]));
        assert_eq!(held(&mine).await, expected, "{rule}");
    }
    system.settle().await;
}

#[tokio::test]
async fn what_cannot_be_had_is_left_out_with_its_reason() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(GOODS).await;
    shop.stock(&[("lamp", 4990, 10), ("rug", 8990, 10)]).await;
    let anna = shop.member(ANNA).await;
    let mine = own(&shop, &open(&shop, &anna, json!({})).await.expect(200));
    for (slug, units) in [("mug", 600), ("tray", 2)] {
        mine.add(&shop.variant(slug).await, units).await.expect(200);
    }
    let cart = guest(&shop, &[("mug", 500), ("tray", 2), ("lamp", 1), ("rug", 1)]).await;
    // The lamp is sold no more, and the rug has no price in the currency of the account's cart.
    system
        .execute("update products set status = 'archived' where title = 'lamp'")
        .await;
    system
        .execute(
            "insert into prices (tenant_id, variant_id, currency, amount_minor)
             select v.tenant_id, v.id, 'CHF', 9900 from variants v where v.sku = 'rug'",
        )
        .await;
    system
        .execute("delete from prices where currency = 'EUR' and variant_id in (select id from variants where sku = 'rug')")
        .await;
    system
        .execute("update carts set currency = 'CHF' where user_id is null")
        .await;

    let session = log_in(&shop, &cart).await;

    let takeover = &session["cart"]["takeover"];
    assert_eq!(takeover["outcome"], "taken_over");
    assert_eq!(
        left_out(takeover),
        [
            left("mug", "both", (1100, 999), "quantity_limit"),
            left("tray", "both", (4, 3), "stock_limit"),
            left("lamp", "guest", (1, 0), "not_sellable"),
            left("rug", "guest", (1, 0), "other_currency"),
        ]
    );
    assert_eq!(held(&mine).await, of(&[("mug", 999), ("tray", 3)]));
    system.settle().await;
}
