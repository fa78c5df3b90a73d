//! Random histories of a shop, made through the front door, and moved to days when clocks change.

use rand::Rng;
use rand::rngs::StdRng;
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use crate::harness::{Bought, Shop, Shopper, System, send, text};

/// What a tenant sells in, and its products: of two merchants, with prices as the importer reads them.
pub(super) struct Market {
    pub(super) slug: &'static str,
    pub(super) currency: &'static str,
    /// What its amounts are taken for once everything is booked: the provider takes no payments in dinars.
    pub(super) counted: &'static str,
    pub(super) shipping: i64,
    pub(super) tax_ppm: i64,
    pub(super) prices: [(&'static str, &'static str, &'static str); 3],
}

/// With 0, 2 and 3 digits behind the point.
pub(super) const MARKETS: [Market; 3] = [
    Market {
        slug: "aurora",
        currency: "EUR",
        counted: "EUR",
        shipping: 490,
        tax_ppm: 190_000,
        prices: [
            ("one", "mug", "14.90"),
            ("one", "jug", "33.33"),
            ("two", "hat", "7.77"),
        ],
    },
    Market {
        slug: "hikari",
        currency: "JPY",
        counted: "JPY",
        shipping: 777,
        tax_ppm: 100_000,
        prices: [
            ("one", "mug", "1490"),
            ("one", "jug", "3333"),
            ("two", "hat", "701"),
        ],
    },
    Market {
        slug: "dinar",
        currency: "USD",
        counted: "KWD",
        shipping: 1_251,
        tax_ppm: 50_000,
        prices: [
            ("one", "mug", "4.90"),
            ("one", "jug", "11.11"),
            ("two", "hat", "2.34"),
        ],
    },
];

impl System {
    /// A shop of two merchants, with different commissions.
    pub(super) async fn market(&self, market: &Market) -> Shop<'_> {
        let price = json!({"amount": market.shipping, "currency": market.currency});
        let shop = self
            .shop_of(&json!({
                "slug": market.slug, "name": market.slug,
                "owner": {
                    "email": format!("owner@{}.test", market.slug),
                    "password": crate::harness::STAFF_PASSWORD,
                },
                "storefront": {
                    "currency": market.currency, "country": "DE", "locale": "en",
                    "tax": {"included": market.slug == "aurora", "rate_ppm": market.tax_ppm, "name": "VAT"},
                },
                "merchants": [
                    {"slug": "one", "name": "one", "commission_bps": 500},
                    {"slug": "two", "name": "two", "commission_bps": 1_234},
                ],
                "shipping_options": [{"name": "Parcel", "rate": {"kind": "flat", "price": price}}],
            }))
            .await;
        let heading = "Handle,Title,Vendor,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,\
             Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Requires Shipping,\
             Variant Taxable,Status,Product Category\n";
        let rows = market.prices.iter().map(|(vendor, name, price)| {
            let category = match *name {
                "mug" => "Table > Mugs",
                "jug" => "Table",
                _ => "",
            };
            format!(
                "{name},{name},{vendor},TRUE,Title,Default Title,{name},shopify,1000,deny,{price},TRUE,TRUE,active,\
                 {category}\n"
            )
        });
        let csv: String = std::iter::once(heading.to_owned()).chain(rows).collect();
        shop.import(&csv).await;
        shop
    }
}

impl Market {
    async fn shopper<'s>(&self, shop: &'s Shop<'_>, goods: &[(&str, i64)]) -> Shopper<'s> {
        let shopper = shop.shopper().await;
        for (slug, quantity) in goods {
            shopper
                .add(&shop.variant(slug).await, *quantity)
                .await
                .expect(200);
        }
        let who = json!({
            "email": "anna@example.com",
            "shipping_address": {
                "first_name": "Anna", "last_name": "Berg", "street_name": "High Street 1", "city": "Town",
                "postal_code": "10115", "country": "DE",
            },
        });
        let patch = |body: &Value| send(shopper.request(Method::PATCH, "").json(body));
        patch(&who).await.expect(200);
        let options = send(shopper.request(Method::GET, "/shipping-options"));
        let option = text(&options.await.expect(200), "/data/0/id");
        patch(&json!({"shipping_option_id": option}))
            .await
            .expect(200);
        shopper
    }

    /// Buys something, with this card, and waits until everything has been booked.
    async fn buy(&self, shop: &Shop<'_>, goods: &[(&str, i64)], card: &str) -> Bought {
        let shopper = self.shopper(shop, goods).await;
        let order = shopper.place().await;
        shopper.confirm(&order, card).await.expect(200);
        shopper.becomes(&order, "paid").await;
        shop.system.is_quiet().await;
        order
    }

    /// An order, and what becomes of it.
    pub(super) async fn order(&self, shop: &Shop<'_>, fate: u32, random: &mut StdRng) {
        let mut goods = vec![];
        for (_, name, _) in self.prices {
            let quantity = random.random_range(0..3);
            if quantity > 0 {
                goods.push((name, quantity));
            }
        }
        if goods.is_empty() {
            goods.push(("mug", 1));
        }
        let card = match fate {
            4 => "pm_card_refundFail",
            5 | 6 => "pm_card_bypassPending",
            _ => "pm_card_visa",
        };
        let order = self.buy(shop, &goods, card).await;
        let system = shop.system;
        match fate {
            1 => {
                let path = format!("/orders/{}", order.order_id);
                let shown = shop.admin(Method::GET, &path, Value::Null).await;
                let line = text(&shown.expect(200), "/lines/0/id");
                let part = json!({"lines": [{"line_id": line, "quantity": 1}], "shipping": true});
                shop.refund(&order.order_id, &order.order_id, &part)
                    .await
                    .expect(201);
            }
            2 | 4 => {
                let all = json!({"full": true});
                shop.refund(&order.order_id, &order.order_id, &all)
                    .await
                    .expect(201);
            }
            3 => {
                let minor = random.random_range(1..order.total);
                self.refund_at_stripe(system, &order, minor).await;
            }
            5 | 6 => {
                let intent = order.client_secret.split("_secret").next().unwrap();
                let path = format!("payment_intents/{intent}/dispute");
                let opened = system.sim(Method::POST, &path, json!({})).await;
                system.is_quiet().await;
                let outcome = if fate == 5 { "lost" } else { "won" };
                let path = format!("disputes/{}", opened["id"].as_str().unwrap());
                let outcome = json!({"outcome": outcome});
                system.sim(Method::POST, &path, outcome).await;
            }
            _ => {}
        }
        system.is_quiet().await;
        if fate == 4 {
            let failed = "select count(*) from ledger_transactions where kind = 'refund_failed'";
            while system.number(failed).await == 0 {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
            system.is_quiet().await;
            let again = json!({"full": true});
            let key = format!("{}-again", order.order_id);
            let again = shop.refund(&order.order_id, &key, &again).await;
            again.expect(201);
            system.is_quiet().await;
        }
    }

    async fn refund_at_stripe(&self, system: &System, order: &Bought, minor: i64) {
        let intent = order.client_secret.split("_secret").next().unwrap();
        let request = system
            .http
            .post(format!("{}/v1/refunds", system.stripe.url()))
            .bearer_auth("sk_test_stoa")
            .form(&[("payment_intent", intent), ("amount", &minor.to_string())]);
        send(request).await.expect(200);
        system.is_quiet().await;
    }
}

/// Moments around the nights when clocks change in Berlin: days of 23 and of 25 hours.
const NIGHTS: [i64; 4] = [
    1_774_738_800, // 2026-03-29 00:00 in Berlin, the day has 23 hours
    1_774_821_600, // 2026-03-30 00:00
    1_792_879_200, // 2026-10-25 00:00, 25 hours
    1_792_969_200, // 2026-10-26 00:00
];

/// Has amounts in dollars be amounts in dinars, which have three digits.
const IN_DINARS: [&str; 3] = [
    "update orders set currency = 'KWD' where currency = 'USD'",
    "update ledger_accounts set currency = 'KWD' where currency = 'USD'",
    "update ledger_postings set currency = 'KWD' where currency = 'USD'",
];

/// Moves every fact to a moment near one of those midnights: the ledger itself lets nobody.
pub(super) async fn move_to_nights(system: &System, random: &mut StdRng) {
    let mut superuser = PgConnection::connect(&system.db.superuser_url())
        .await
        .unwrap();
    sqlx::query("set session_replication_role = replica")
        .execute(&mut superuser)
        .await
        .unwrap();
    for statement in IN_DINARS {
        sqlx::query(statement)
            .execute(&mut superuser)
            .await
            .unwrap();
    }
    let facts: Vec<Uuid> = sqlx::query_scalar("select id from ledger_transactions order by id")
        .fetch_all(&mut superuser)
        .await
        .unwrap();
    for fact in facts {
        let night = NIGHTS[random.random_range(0..NIGHTS.len())];
        let seconds = night + [-3_600, -1, 0, 1, 3_599, 7_200][random.random_range(0..6)];
        sqlx::query(
            "update ledger_transactions set occurred_at = to_timestamp($2::bigint) where id = $1",
        )
        .bind(fact)
        .bind(seconds)
        .execute(&mut superuser)
        .await
        .unwrap();
    }
}
