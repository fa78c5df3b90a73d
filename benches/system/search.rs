//! Searching ten thousand products of one tenant, with facets; and completing what is typed.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde_json::Value;

use crate::platform::Platform;
use crate::table::Table;
use crate::{DATABASE_CLIENTS, LENGTH, load};

const HOST: &str = "seed-search.localhost";
const PRODUCTS: u32 = 10_000;

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

/// Searches that nothing is kept of: one shopper, for how long one search takes, and many, for how many.
pub(crate) async fn among_ten_thousand(platform: &Platform, table: &mut Table) -> Result<()> {
    let text = include_str!("search.sql").replace(":products", &PRODUCTS.to_string());
    platform.postgres.execute(&text).await?;
    platform.postgres.execute("vacuum analyze").await?;
    let began = Instant::now();
    while total(platform).await? < u64::from(PRODUCTS) {
        if began.elapsed() > Duration::from_mins(5) {
            bail!("the worker did not index {PRODUCTS} products");
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let rate = u64::from(PRODUCTS) * 1000 / u64::try_from(began.elapsed().as_millis().max(1))?;
    table.plain("products indexed by the worker", format!("{rate}/s"), "");
    platform.postgres.execute("vacuum analyze").await?;
    for (what, queries) in SEARCHES {
        let path = match what {
            "suggestions" => "/storefront/v1/search/suggestions",
            _ => "/storefront/v1/search",
        };
        let requests = queries
            .iter()
            .map(|query| load::get(HOST, &format!("{path}?{query}")));
        let requests: Vec<_> = requests.collect();
        load::run(platform.address, &requests, 2, Duration::from_secs(1)).await?;
        let alone = load::run(platform.address, &requests, 1, LENGTH).await?;
        let many = load::run(platform.address, &requests, DATABASE_CLIENTS, LENGTH).await?;
        let goal = if what == "suggestions" {
            "≤ 20 ms"
        } else {
            "≤ 50 ms"
        };
        table.plain(&format!("{what}, p99"), milliseconds(alone.p99), goal);
        table.plain(
            &format!("{what}, {DATABASE_CLIENTS} shoppers"),
            format!("{}/s", many.per_second),
            "",
        );
    }
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
