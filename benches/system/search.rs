//! Searching ten thousand products of one tenant, with facets, and completing what is typed; and the same, with the pages of a
//! shop, among a million products of a thousand tenants.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde_json::Value;

use crate::platform::Platform;
use crate::table::Table;
use crate::{DATABASE_CLIENTS, LENGTH, load};

const HOST: &str = "seed-search.localhost";
const PRODUCTS: u32 = 10_000;
/// Messages that the search index has not heard.
const UNINDEXED: &str = "select count(*) from outbox where lane = 'search' and dead_at is null";

/// Each kind of search: what it is, and what is asked for.
const SEARCHES: [(&str, &[&str]); 6] = [
    (
        "search, two words, page and facets",
        &[
            "q=stoneware+mug",
            "q=linen+cushion",
            "q=oak+tray",
            "q=brass+lamp",
        ],
    ),
    (
        "search, one word, page and facets",
        &["q=mug", "q=stoneware", "q=lamp", "q=vintage"],
    ),
    (
        "search, a word of most descriptions, page and facets",
        &["q=kitchen", "q=coffee", "q=warm"],
    ),
    (
        "search with three filters, page and facets",
        &[
            "q=mug&option=Color:Color+3&available=true&price_max=20000",
            "q=vase&option=Size:M&category=kind-25&price_min=2000",
        ],
    ),
    (
        "search with a slip, page and facets",
        &["q=stonewear+mug", "q=linnen+cusion", "q=walnt+bowl"],
    ),
    (
        "suggestions",
        &["q=mu", "q=st", "q=linen+cu", "q=ket", "q=pendant+l"],
    ),
];

/// Pages of a shop that are read one after another. Nothing is kept of them.
const PAGES: [(&str, &[&str]); 2] = [
    (
        "page of a category",
        &[
            "/storefront/v1/products?category=kind-3&limit=24",
            "/storefront/v1/products?category=kind-17&limit=24",
            "/storefront/v1/products?category=kind-25&limit=24&sort=price",
        ],
    ),
    (
        "a product",
        &[
            "/storefront/v1/products/thing-7",
            "/storefront/v1/products/thing-413",
            "/storefront/v1/products/thing-800",
        ],
    ),
];

/// How many products there are.
struct Size {
    tenants: u32,
    /// Of the first tenant.
    products: u32,
    /// Of each other tenant.
    others: u32,
    variants: u32,
}

/// Searches that nothing is kept of: one shopper, for how long one search takes, and many, for how many.
pub(crate) async fn among_ten_thousand(platform: &Platform, table: &mut Table) -> Result<()> {
    let size = Size {
        tenants: 1,
        products: PRODUCTS,
        others: 0,
        variants: 3,
    };
    index(platform, table, &size).await?;
    let goals = ["≤ 20 ms", "≤ 5 ms"];
    searches(platform, table, (HOST, "10,000"), goals).await?;
    pages(platform, table, (HOST, "10,000")).await
}

/// The same of the largest of a thousand tenants, and of one of the others.
pub(crate) async fn among_a_million(platform: &Platform, table: &mut Table) -> Result<()> {
    let size = Size {
        tenants: 1000,
        products: 130_000,
        others: 871,
        variants: 1,
    };
    index(platform, table, &size).await?;
    for (host, of, goal) in [
        (HOST, "130,000 of 1,000,000", "≤ 120 ms"),
        ("seed-search-500.localhost", "871 of 1,000,000", "≤ 20 ms"),
    ] {
        searches(platform, table, (host, of), [goal, "≤ 5 ms"]).await?;
        pages(platform, table, (host, of)).await?;
    }
    Ok(())
}

/// Makes the tenants and waits for the worker to index them.
async fn index(platform: &Platform, table: &mut Table, size: &Size) -> Result<()> {
    let text = include_str!("search.sql")
        .replace(":tenants", &size.tenants.to_string())
        .replace(":products", &size.products.to_string())
        .replace(":others", &size.others.to_string())
        .replace(":variants", &size.variants.to_string());
    // What refers to what is not in question, and would be asked for each of millions of rows.
    let quickly = format!("set session_replication_role = replica; {text}");
    platform.postgres.execute(&quickly).await?;
    platform.postgres.execute("vacuum analyze").await?;
    let began = Instant::now();
    while platform.postgres.number(UNINDEXED).await? > 0 {
        if began.elapsed() > Duration::from_mins(20) {
            bail!("the worker did not index the products");
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    let all = size.products + size.others * (size.tenants - 1);
    if total(platform).await? != u64::from(size.products) {
        bail!("the index does not have all products");
    }
    let rate = u64::from(all) * 1000 / u64::try_from(began.elapsed().as_millis().max(1))?;
    table.plain("products indexed by the worker", format!("{rate}/s"), "");
    platform.postgres.execute("vacuum analyze").await
}

async fn searches(
    platform: &Platform,
    table: &mut Table,
    (host, of): (&str, &str),
    [search_goal, suggestion_goal]: [&str; 2],
) -> Result<()> {
    for (what, queries) in SEARCHES {
        let (path, goal) = match what {
            "suggestions" => ("/storefront/v1/search/suggestions", suggestion_goal),
            _ => ("/storefront/v1/search", search_goal),
        };
        let paths = queries.iter().map(|query| format!("{path}?{query}"));
        let paths: Vec<String> = paths.collect();
        measure(
            platform,
            table,
            (host, &paths),
            (&format!("{what}, {of}"), goal),
        )
        .await?;
    }
    Ok(())
}

async fn pages(platform: &Platform, table: &mut Table, (host, of): (&str, &str)) -> Result<()> {
    for (what, paths) in PAGES {
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        measure(
            platform,
            table,
            (host, &paths),
            (&format!("{what}, {of}"), "≤ 5 ms"),
        )
        .await?;
    }
    Ok(())
}

/// How long one request takes, and how many there are with many shoppers.
async fn measure(
    platform: &Platform,
    table: &mut Table,
    (host, paths): (&str, &[String]),
    (what, goal): (&str, &str),
) -> Result<()> {
    let requests: Vec<_> = paths.iter().map(|path| load::get(host, path)).collect();
    load::run(platform.address, &requests, 2, Duration::from_secs(1)).await?;
    let alone = load::run(platform.address, &requests, 1, LENGTH).await?;
    let many = load::run(platform.address, &requests, DATABASE_CLIENTS, LENGTH).await?;
    table.plain(&format!("{what}, p99"), milliseconds(alone.p99), goal);
    table.plain(
        &format!("{what}, {DATABASE_CLIENTS} shoppers"),
        format!("{}/s, p99 {}", many.per_second, milliseconds(many.p99)),
        "",
    );
    Ok(())
}

/// How many products are in the index.
async fn total(platform: &Platform) -> Result<u64> {
    let request = load::get(HOST, "/storefront/v1/search?limit=1");
    let body: Value = serde_json::from_slice(&load::fetch(platform.address, &request).await?)?;
    Ok(body["total"].as_u64().unwrap_or_default())
}

fn milliseconds(time: Duration) -> String {
    let tenths = time.as_micros() / 100;
    format!("{}.{} ms", tenths / 10, tenths % 10)
}
