//! `make bench`: how fast and how small, each figure beside the physical limit of the same run.
//!
//! Starts `stoa dev` (release build) on a folder and ports of its own, loads it over HTTP, and measures
//! the limits with the same load generator (a poem handler that sends the same bytes) and with
//! `pgbench` (the same statements as the same role; TPC-B). Figures of one run belong together;
//! those of two machines do not.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a measuring program: its output is what it is for, and it may stop on a mistake"
)]

mod access;
mod empty;
mod load;
mod measures;
mod orders;
mod pages;
mod platform;
mod postgres;
mod search;
mod seed;
mod shopper;
mod table;

use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use platform::Platform;
use table::Table;

/// How long each load lasts.
const LENGTH: Duration = Duration::from_secs(5);
/// Connections of the load generator.
const CONNECTIONS: usize = 16;
/// Clients of `pgbench`, and shoppers at the same time.
const DATABASE_CLIENTS: usize = 8;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments
        .iter()
        .position(|argument| argument == "--empty-handler")
    {
        return empty::serve(&arguments[at + 1]).await;
    }
    let wanted = Wanted::of(&arguments);
    let folder = tempfile::tempdir()?;
    let (path, mut table) = (folder.path(), Table::default());

    let logins = [("RATE_LIMIT_LOGIN_PER_MINUTE", "0")];
    let platform = Platform::start(path, &logins).await?;
    if wanted.has("start") {
        measures::start_and_size(path, &mut table).await?;
    }
    if wanted.has("cached") {
        measures::cached_reads(&platform, path, &mut table).await?;
    }
    if wanted.has("checkout") {
        measures::checkouts(&platform, &mut table).await?;
    }
    if wanted.has("access") {
        access::requests(&platform, &mut table).await?;
    }
    if wanted.has("pages") {
        pages::kept(&platform, path, &mut table).await?;
    }
    platform.stop().await?;
    if wanted.has("access") {
        access::decisions(&mut table).await?;
    }
    if wanted.has("pages") {
        pages::rendered(path, &mut table).await?;
    }
    if wanted.has("search") {
        let platform = Platform::start(path, &[("CATALOG_CACHE_TTL_MS", "0")]).await?;
        search::among_ten_thousand(&platform, &mut table).await?;
        platform.stop().await?;
    }
    // It takes twenty minutes, so it is measured when it is asked for by name.
    if wanted.names("million") {
        let platform = Platform::start(path, &[("CATALOG_CACHE_TTL_MS", "0")]).await?;
        search::among_a_million(&platform, &mut table).await?;
        platform.stop().await?;
    }
    if wanted.has("orders") {
        let platform = Platform::start(path, &[]).await?;
        orders::of_a_million(&platform, &mut table).await?;
        platform.stop().await?;
    }
    if wanted.has("tenants") {
        ten_thousand_tenants(path, &mut table).await?;
    }
    table.print();
    Ok(())
}

/// What is to be measured: everything, or the parts that the command line names.
struct Wanted(Vec<String>);

impl Wanted {
    fn of(arguments: &[String]) -> Self {
        let named = arguments.iter().skip(1);
        Self(
            named
                .filter(|name| !name.starts_with("--"))
                .cloned()
                .collect(),
        )
    }

    fn has(&self, part: &str) -> bool {
        self.0.is_empty() || self.names(part)
    }

    fn names(&self, part: &str) -> bool {
        self.0.iter().any(|name| name == part)
    }
}

/// Reads that no cache answers, with two tenants and with ten thousand; and making one more.
async fn ten_thousand_tenants(path: &Path, table: &mut Table) -> Result<()> {
    let platform = Platform::start(path, &[("CATALOG_CACHE_TTL_MS", "0")]).await?;
    let few = [
        platform.fact("/tenants/0/host")?,
        platform.fact("/tenants/1/host")?,
    ];
    let with_few = measures::uncached_reads(&platform, path, table, &few, "2 tenants").await?;
    seed::tenants(&platform.postgres, 10_000, 20).await?;
    pages::of_many_tenants(&platform, table).await?;
    let many: Vec<String> = (1..=500)
        .map(|n| format!("seed-{}.localhost", n * 20))
        .collect();
    let with_many =
        measures::uncached_reads(&platform, path, table, &many, "10,000 tenants").await?;
    let again =
        measures::uncached_reads(&platform, path, table, &few, "2 of 10,000 tenants").await?;
    for (index, what) in ["product list", "product detail"].into_iter().enumerate() {
        table.beside(
            &format!("{what}, among 10,000 tenants"),
            again[index],
            "among 2",
            with_few[index],
            "≥ 90 %",
        );
        table.beside(
            &format!("{what}, spread over 500 of them"),
            with_many[index],
            "among 2",
            with_few[index],
            "≥ 90 %",
        );
    }
    measures::new_tenants(&platform, table, "10,000 tenants").await?;
    platform.stop().await
}
