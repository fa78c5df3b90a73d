//! Lists of a million orders of one tenant, as staff filter, search and sort them.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;

use crate::platform::Platform;
use crate::shopper::sent;
use crate::table::Table;
use crate::{DATABASE_CLIENTS, LENGTH, load};

const ORDERS: u32 = 1_000_000;

/// Each kind of list: what it is, and what is asked for.
const LISTS: [(&str, &[&str]); 15] = [
    ("newest", &["limit=50"]),
    ("of a status", &["limit=50&payment_status=refunded"]),
    (
        "to be shipped",
        &["limit=50&payment_status=paid&fulfillment_status=unfulfilled"],
    ),
    (
        "of a month",
        &["limit=50&placed_from=2025-03-01T00:00:00Z&placed_before=2025-04-01T00:00:00Z"],
    ),
    ("by payment status", &["limit=50&sort=payment_status"]),
    (
        "archived, oldest first",
        &["limit=50&archived=true&sort=oldest"],
    ),
    ("with a tag of one in five", &["limit=50&tag=gift"]),
    ("with a tag of one in five thousand", &["limit=50&tag=rare"]),
    (
        "search by number and e-mail",
        &[
            "search=%231500000",
            "search=shopper-12345",
            "search=shopper-1999",
        ],
    ),
    (
        "search by name and phone",
        &[
            "search=last1234",
            "search=first7%20last1007",
            "search=030%20123%20456",
        ],
    ),
    (
        "search for a SKU of one in five thousand",
        &["search=sku-1234"],
    ),
    ("search for a SKU of one in fifty", &["search=sku-7"]),
    ("to a country, oldest first", &["country=SE&sort=oldest"]),
    (
        "largest, and over an amount",
        &["sort=largest", "currency=EUR&total_from=30000"],
    ),
    ("newest, counted", &["with_count=true"]),
];

/// One member of the staff, for how long a list takes, and several, for how many there are.
pub(crate) async fn of_a_million(platform: &Platform, table: &mut Table) -> Result<()> {
    let text = include_str!("orders.sql").replace(":orders", &ORDERS.to_string());
    platform.postgres.execute(&text).await?;
    platform.postgres.execute("vacuum analyze").await?;
    let host = platform.fact("/tenants/0/host")?;
    let owner = json!({
        "email": platform.fact("/tenants/0/owner/email")?,
        "password": platform.fact("/tenants/0/owner/password")?,
    });
    let url = format!("http://{}/admin/v1/auth/login", platform.address);
    let session = sent(platform.http.post(&url).header("host", &host).json(&owner)).await?;
    let token = session["access_token"].as_str().context("no token")?;
    let list = |query: &&str| {
        let request = load::get(&host, &format!("/admin/v1/orders?{query}"));
        let request = String::from_utf8(request)?;
        let bearer = format!("\r\nauthorization: Bearer {token}\r\n\r\n");
        anyhow::Ok(request.replace("\r\n\r\n", &bearer).into_bytes())
    };
    for (what, queries) in LISTS {
        let requests: Vec<Vec<u8>> = queries.iter().map(list).collect::<Result<_>>()?;
        load::run(platform.address, &requests, 2, Duration::from_secs(1)).await?;
        let alone = load::run(platform.address, &requests, 1, LENGTH).await?;
        let many = load::run(platform.address, &requests, DATABASE_CLIENTS, LENGTH).await?;
        table.push(
            &format!("list of {ORDERS} orders, {what}: p99"),
            milliseconds(alone.p99),
            format!("{}/s with {DATABASE_CLIENTS} clients", many.per_second),
            "p95 ≤ 50 ms".to_owned(),
        );
    }
    Ok(())
}

fn milliseconds(time: Duration) -> String {
    let tenths = time.as_micros() / 100;
    format!("{}.{} ms", tenths / 10, tenths % 10)
}
