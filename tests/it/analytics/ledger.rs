//! Every figure of every report against sums of the ledger's postings and of orders, over random histories.

use std::collections::BTreeMap;

use kernel::ids::{CategoryId, MerchantId, ProductId, TenantId};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::Value;
use sqlx::{Connection, PgConnection};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::history::{MARKETS, move_to_nights};
use crate::harness::{Shop, System};

/// gross, net, shipping, tax, refunds, disputes, commission, fees, earnings.
type Sums = [i64; 9];

const NAMES: [&str; 9] = [
    "gross",
    "net",
    "shipping",
    "tax",
    "refunds",
    "disputes",
    "commission",
    "fees",
    "earnings",
];
pub(super) const YEAR: &str = "from=2026-01-01&to=2026-12-31";

/// The day of a moment in a zone, by rules that are written down here and nowhere else.
pub(super) fn day(zone: &str, moment: OffsetDateTime) -> Date {
    let seconds = moment.unix_timestamp();
    let offset = match zone {
        "Europe/Berlin" if (1_774_746_000..1_792_890_000).contains(&seconds) => 7_200,
        "Europe/Berlin" => 3_600,
        "Asia/Kathmandu" => 20_700,
        "UTC" => 0,
        other => panic!("{other}"),
    };
    OffsetDateTime::from_unix_timestamp(seconds + offset)
        .unwrap()
        .date()
}

/// What the books say by day, by merchant, and of products what orders say.
#[derive(Default)]
struct Books {
    days: BTreeMap<String, Sums>,
    merchants: BTreeMap<String, Sums>,
    /// Units and goods with tax.
    products: BTreeMap<String, [i64; 2]>,
    /// The same of categories; `-` is what has none.
    categories: BTreeMap<String, [i64; 2]>,
}

#[derive(sqlx::FromRow)]
struct Entry {
    kind: String,
    moment: OffsetDateTime,
    code: String,
    owner: Option<Uuid>,
    amount: i64,
}

#[derive(sqlx::FromRow)]
struct Sold {
    moment: OffsetDateTime,
    merchant: Uuid,
    product: Uuid,
    net: i64,
    tax: i64,
    shipping_net: i64,
    shipping_tax: i64,
    units: i64,
}

impl Entry {
    /// What the entry adds to each figure of a day.
    fn adds(&self) -> Sums {
        let is_of = |code: &str| self.code == code;
        let merchants = is_of("merchant_payable") || is_of("merchant_receivable");
        let is_moved = ["transfer", "transfer_reversal"].contains(&self.kind.as_str());
        let credit = (-self.amount).max(0);
        let mut sums = Sums::default();
        if self.kind == "sale_captured" {
            sums[0] = credit;
        }
        if self.kind == "refund" {
            sums[4] = credit;
        }
        if self.kind == "refund_failed" {
            sums[4] = -credit;
        }
        if is_of("dispute_suspense")
            && ["dispute_lost", "dispute_loss_undone"].contains(&&*self.kind)
        {
            sums[5] = -self.amount;
        }
        if is_of("platform_fee_revenue") {
            sums[6] = -self.amount;
        }
        if merchants && self.kind == "provider_fee"
            || is_of("merchant_receivable") && self.kind.starts_with("dispute_")
        {
            sums[7] = self.amount;
        }
        if merchants && !is_moved {
            sums[8] = -self.amount;
        }
        sums
    }
}

fn add(to: &mut Sums, what: Sums) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += what;
    }
}

#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn books(shop: &Shop<'_>, zone: &str) -> Books {
    let tenant = shop.tenant_id.parse::<TenantId>().unwrap().uuid();
    let mut superuser = PgConnection::connect(&shop.system.db.superuser_url())
        .await
        .unwrap();
    let entries: Vec<Entry> = sqlx::query_as(
        "select t.kind, t.occurred_at as moment, a.code, a.owner_id as owner, p.amount
           from ledger_postings p
           join ledger_transactions t on t.tenant_id = p.tenant_id and t.id = p.transaction_id
           join ledger_accounts a on a.tenant_id = p.tenant_id and a.id = p.account_id
          where p.tenant_id = $1",
    )
    .bind(tenant)
    .fetch_all(&mut superuser)
    .await
    .unwrap();
    let sold: Vec<Sold> = sqlx::query_as(
        "select t.occurred_at as moment, l.merchant_id as merchant, l.product_id as product, l.net_minor as net,
                l.tax_minor as tax, l.quantity::bigint as units,
                case when l.position = (select min(f.position) from order_lines f
                                         where f.order_id = l.order_id and f.merchant_id = l.merchant_id)
                     then s.shipping_net_minor else 0 end as shipping_net,
                case when l.position = (select min(f.position) from order_lines f
                                         where f.order_id = l.order_id and f.merchant_id = l.merchant_id)
                     then s.shipping_tax_minor else 0 end as shipping_tax
           from ledger_transactions t
           join order_lines l on l.tenant_id = t.tenant_id and l.order_id = t.order_id
           join order_shares s on s.tenant_id = l.tenant_id and s.order_id = l.order_id and s.merchant_id = l.merchant_id
          where t.tenant_id = $1 and t.kind = 'sale_captured'",
    )
    .bind(tenant)
    .fetch_all(&mut superuser)
    .await
    .unwrap();
    let kinds = kinds(&mut superuser, tenant).await;
    let mut books = Books::default();
    for entry in entries {
        let adds = entry.adds();
        let of_day = books.days.entry(day(zone, entry.moment).to_string());
        add(of_day.or_default(), adds);
        if let Some(owner) = entry.owner {
            let owner = MerchantId::from_uuid(owner).to_string();
            add(books.merchants.entry(owner).or_default(), adds);
        }
    }
    for line in sold {
        let sums = [
            0,
            line.net,
            line.shipping_net,
            line.tax + line.shipping_tax,
            0,
            0,
            0,
            0,
            0,
        ];
        let of_day = books.days.entry(day(zone, line.moment).to_string());
        add(of_day.or_default(), sums);
        let merchant = MerchantId::from_uuid(line.merchant).to_string();
        add(books.merchants.entry(merchant).or_default(), sums);
        let product = ProductId::from_uuid(line.product).to_string();
        let product = books.products.entry(product).or_default();
        product[0] += line.units;
        product[1] += line.net + line.tax;
        let category = kinds.get(&line.product).cloned();
        let category = books
            .categories
            .entry(category.unwrap_or_else(|| "-".to_owned()));
        let category = category.or_default();
        category[0] += line.units;
        category[1] += line.net + line.tax;
    }
    books.days.retain(|_, sums| *sums != Sums::default());
    books
}

/// The category that each product counts for: the deepest, and of several as deep the one with the lowest id.
async fn kinds(superuser: &mut PgConnection, tenant: Uuid) -> BTreeMap<Uuid, String> {
    let mut found: Vec<(Uuid, i16, Uuid)> = sqlx::query_as(
        "select i.product_id, c.depth, c.id
           from product_categories i
           join categories c on c.tenant_id = i.tenant_id and c.id = i.category_id
          where c.tenant_id = $1",
    )
    .bind(tenant)
    .fetch_all(superuser)
    .await
    .unwrap();
    // The last of a product wins.
    found.sort_by_key(|(product, depth, id)| (*product, *depth, std::cmp::Reverse(*id)));
    let named = found.into_iter();
    named
        .map(|(product, _, id)| (product, CategoryId::from_uuid(id).to_string()))
        .collect()
}

/// Puts the jugs into another category of the first depth, too.
async fn add_twins(system: &System) {
    system
        .execute(
            "insert into categories (tenant_id, id, slug, name, depth)
             select id, gen_random_uuid(), 'twins', 'Twins', 1 from tenants",
        )
        .await;
    system
        .execute(
            "insert into product_categories (tenant_id, category_id, product_id)
             select c.tenant_id, c.id, p.id
               from categories c join products p on p.tenant_id = c.tenant_id and p.slug = 'jug'
              where c.slug = 'twins'",
        )
        .await;
}

fn sums(row: &Value) -> Sums {
    NAMES.map(|name| row["figures"][name]["amount"].as_i64().unwrap())
}

/// The rows of a report by what they are of; `-` is what has none.
fn rows(report: &Value, name: &str, currency: &str) -> BTreeMap<String, Sums> {
    let rows = report["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| {
            assert_eq!(row["currency"], currency);
            (row[name].as_str().unwrap_or("-").to_owned(), sums(row))
        })
        .collect()
}

fn total<'a>(rows: impl IntoIterator<Item = &'a Sums>) -> Sums {
    let mut all = Sums::default();
    for row in rows {
        add(&mut all, *row);
    }
    all
}

/// Compares every report with the books, and the reports with each other.
async fn agrees(shop: &Shop<'_>, zone: &str, currency: &str) {
    let books = books(shop, zone).await;
    let all = total(books.days.values());

    let by_day = shop.report(&format!("sales?{YEAR}")).await;
    assert_eq!(by_day["time_zone"], zone);
    assert_eq!(by_day["definition_version"], 1);
    assert_eq!(rows(&by_day, "starts_on", currency), books.days, "{zone}");
    assert_eq!(sums(&by_day["totals"][0]), all, "{zone}");

    for interval in ["week", "month"] {
        let report = shop
            .report(&format!("sales?{YEAR}&interval={interval}"))
            .await;
        let rows = rows(&report, "starts_on", currency);
        assert_eq!(total(rows.values()), all, "{interval}");
        let is_first = |start: &String| match interval {
            "month" => start.ends_with("-01"),
            _ => ["2026-03-23", "2026-03-30", "2026-10-19", "2026-10-26"].contains(&start.as_str()),
        };
        assert!(rows.keys().all(is_first), "{rows:?}");
    }

    let by_merchant = shop.report(&format!("merchants?{YEAR}")).await;
    let mut merchants = rows(&by_merchant, "merchant_id", currency);
    assert_eq!(total(merchants.values()), all, "merchants");
    merchants.remove("-");
    for (merchant, found) in &merchants {
        let booked = books.merchants[merchant];
        // Of these the ledger has each merchant's part in an account of its own.
        for figure in [0, 1, 2, 3, 7, 8] {
            assert_eq!(
                found[figure], booked[figure],
                "{} of {merchant}",
                NAMES[figure]
            );
        }
    }

    let by_product = shop.report(&format!("products?{YEAR}")).await;
    assert_eq!(
        total(rows(&by_product, "product_id", currency).values()),
        all,
        "products"
    );
    for row in by_product["rows"].as_array().unwrap() {
        if let Some(product) = row["product_id"].as_str() {
            let units = row["figures"]["units"].as_i64().unwrap();
            assert_eq!([units, sums(row)[0]], books.products[product], "{product}");
        }
    }
    let by_category = shop.report(&format!("categories?{YEAR}")).await;
    let categories = rows(&by_category, "category_id", currency);
    assert_eq!(total(categories.values()), all, "categories");
    let goods: i64 = books.categories.values().map(|category| category[1]).sum();
    for (category, booked) in &books.categories {
        // What is of no product is in the row without a category: shipping and its tax.
        let rest = if category == "-" { all[0] - goods } else { 0 };
        assert_eq!(categories[category][0], booked[1] + rest, "{category}");
    }
    for row in by_category["rows"].as_array().unwrap() {
        let category = row["category_id"].as_str().unwrap_or("-");
        let booked = books.categories.get(category).map_or(0, |sums| sums[0]);
        assert_eq!(row["figures"]["units"], booked, "{category}");
    }
    for (path, name) in [("storefronts", "storefront_id"), ("countries", "country")] {
        let report = shop.report(&format!("{path}?{YEAR}")).await;
        let rows = rows(&report, name, currency);
        assert_eq!(rows.values().collect::<Vec<_>>(), [&all], "{path}");
    }
}

/// Whole months are read at once, and the rest by day: whatever the period, both come to the same.
async fn months_agree_with_days(shop: &Shop<'_>, currency: &str, random: &mut StdRng) {
    for _ in 0..4 {
        let [from, to] = [random.random_range(1..366), random.random_range(1..366)];
        let date = |day: u16| Date::from_ordinal_date(2026, day).unwrap();
        let period = format!("from={}&to={}", date(from.min(to)), date(from.max(to)));
        let days = shop.report(&format!("sales?{period}&interval=day")).await;
        let days = total(rows(&days, "starts_on", currency).values());
        let whole = shop.report(&format!("storefronts?{period}")).await;
        let whole = total(rows(&whole, "storefront_id", currency).values());
        assert_eq!(whole, days, "{period}");
    }
}

/// What the histories are drawn from, unless `STOA_TEST_SEED` says otherwise.
const SEED: u64 = 24;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_figure_is_the_ledgers_in_every_zone() {
    let given = kernel::config::Env::of_process().optional("STOA_TEST_SEED");
    let seed: u64 = given.unwrap_or(SEED);
    println!("STOA_TEST_SEED={seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let system = System::start().await;
    let mut shops = Vec::new();
    for market in &MARKETS {
        shops.push((system.market(market).await, market));
    }
    add_twins(&system).await;
    // Every fate once in each currency, and then whatever comes.
    for (shop, market) in &shops {
        for fate in (0..7).chain([random.random_range(0..7), random.random_range(0..7)]) {
            market.order(shop, fate, &mut random).await;
        }
    }
    // What the messages have counted, before anything is moved or made again.
    for (shop, market) in &shops {
        let today = system
            .number("select extract(year from now())::bigint")
            .await;
        let years = format!("sales?from={today}-01-01&to={}-12-31", today + 1);
        let found = shop.report(&years);
        let booked = total(books(shop, "UTC").await.days.values());
        assert_eq!(sums(&found.await["totals"][0]), booked, "{}", market.slug);
    }

    for zone in ["UTC", "Europe/Berlin", "Asia/Kathmandu"] {
        move_to_nights(&system, &mut random).await;
        for (shop, market) in &shops {
            shop.set_zone(zone).await;
            system
                .app
                .analytics
                .request_rebuild(&shop.system_caller())
                .await
                .unwrap();
            shop.is_counted().await;
            agrees(shop, zone, market.counted).await;
            months_agree_with_days(shop, market.counted, &mut random).await;
        }
    }
    system.close().await;
}
