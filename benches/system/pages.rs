//! Pages of the web shop: kept, read anew, rendered anew, and of very many tenants.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use crate::platform::Platform;
use crate::table::Table;
use crate::{CONNECTIONS, DATABASE_CLIENTS, LENGTH, empty, load};

const PAGES: [(&str, &str); 3] = [
    ("home", "/"),
    ("category", "/categories/kitchen"),
    ("product", "/products/fjell-mug"),
];
/// Tenants whose pages are asked for while memory is measured.
const TENANTS: u32 = 1000;

/// Each page beside an empty handler that sends the same bytes.
pub(crate) async fn kept(platform: &Platform, folder: &Path, table: &mut Table) -> Result<()> {
    let host = platform.fact("/tenants/0/host")?;
    for (what, path) in PAGES {
        let request = load::get(&host, path);
        let body = load::fetch(platform.address, &request).await?;
        let (mut limit_process, limit_address) = empty::start(&body, folder).await?;
        let requests = [request];
        let ours = load::run(platform.address, &requests, CONNECTIONS, LENGTH).await?;
        let limit = load::run(limit_address, &requests, CONNECTIONS, LENGTH).await?;
        limit_process.kill().await?;
        let what = format!("{what} page of the web shop, cached");
        table.beside(
            &what,
            ours.per_second,
            "empty handler",
            limit.per_second,
            "≥ 50 %",
        );
        table.plain(&format!("{what}, p99"), milliseconds(ours.p99), "≤ 5 ms");
    }
    Ok(())
}

/// The same pages with nothing kept: each is read from the database and rendered.
pub(crate) async fn rendered(folder: &Path, table: &mut Table) -> Result<()> {
    let nothing = [
        ("CATALOG_CACHE_TTL_MS", "0"),
        ("STOREFRONT_CACHE_BYTES", "0"),
    ];
    let platform = Platform::start(folder, &nothing).await?;
    let host = platform.fact("/tenants/0/host")?;
    for (what, path) in PAGES {
        let requests = [load::get(&host, path)];
        // The engines are made when they are first needed.
        load::run(platform.address, &requests, 2, Duration::from_secs(1)).await?;
        let ours = load::run(platform.address, &requests, DATABASE_CLIENTS, LENGTH).await?;
        let what = format!("{what} page of the web shop, read and rendered for each request");
        table.plain(&what, format!("{}/s", ours.per_second), "");
        table.plain(&format!("{what}, p99"), milliseconds(ours.p99), "");
    }
    platform.stop().await
}

/// Memory with the home pages of a thousand tenants kept. They must be there already.
pub(crate) async fn of_many_tenants(platform: &Platform, table: &mut Table) -> Result<()> {
    for number in 1..=TENANTS {
        let host = format!("seed-{number}.localhost");
        load::fetch(platform.address, &load::get(&host, "/")).await?;
    }
    let megabytes = platform.resident_kilobytes()? / 1024;
    let what = format!("memory with the pages of {TENANTS} tenants asked for");
    table.plain(&what, format!("{megabytes} MB"), "≤ 300 MB");
    Ok(())
}

fn milliseconds(time: Duration) -> String {
    let tenths = time.as_micros() / 100;
    format!("{}.{} ms", tenths / 10, tenths % 10)
}
