//! What is measured.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tokio::process::Command;

use crate::platform::{Platform, free_port, program, resident_kilobytes};
use crate::shopper::{Store, sent};
use crate::table::Table;
use crate::{CONNECTIONS, DATABASE_CLIENTS, LENGTH, empty, load};

/// Requests whose statements `pgbench` runs.
const SCRIPTS: usize = 50;

const LIST: &str = "/storefront/v1/products?limit=20";

/// How long `stoa serve` takes until it answers, and how much memory it holds when idle.
pub(crate) async fn start_and_size(folder: &Path, table: &mut Table) -> Result<()> {
    let settings =
        std::fs::read_to_string(folder.join("settings.env")).context("settings.env of stoa dev")?;
    let address = format!("127.0.0.1:{}", free_port()?);
    let began = Instant::now();
    let mut process = Command::new(program())
        .args(["serve", "--with-worker"])
        .envs(settings.lines().filter_map(|line| line.split_once('=')))
        .env("LISTEN_ADDR", &address)
        .env("METRICS_ADDR", "off")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let url = format!("http://{address}/health/ready");
    while !matches!(reqwest::get(&url).await, Ok(answer) if answer.status().is_success()) {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    table.plain(
        "API ready after start, migrated database",
        format!("{} ms", began.elapsed().as_millis()),
        "≤ 300 ms",
    );
    tokio::time::sleep(Duration::from_secs(3)).await;
    let kilobytes = resident_kilobytes(process.id().context("it ended")?)?;
    table.plain(
        "idle memory, API and worker",
        format!("{} MB", kilobytes / 1024),
        "≤ 60 MB",
    );
    process.kill().await?;
    Ok(())
}

/// List and detail from the page cache, beside an empty handler that sends the same bytes.
pub(crate) async fn cached_reads(
    platform: &Platform,
    folder: &Path,
    table: &mut Table,
) -> Result<()> {
    let host = platform.fact("/tenants/0/host")?;
    for (what, path) in [
        ("product list, cached", LIST.to_owned()),
        ("product detail, cached", detail(platform, &host).await?),
    ] {
        let request = load::get(&host, &path);
        let body = load::fetch(platform.address, &request).await?;
        let (mut limit_process, limit_address) = empty::start(&body, folder).await?;
        // In turns, twice: a machine that is busy for a moment is busy for both.
        let (mut api, mut limit) = (0, 0);
        for _ in 0..2 {
            let requests = [request.clone()];
            api += load::run(platform.address, &requests, CONNECTIONS, LENGTH)
                .await?
                .per_second
                / 2;
            limit += load::run(limit_address, &requests, CONNECTIONS, LENGTH)
                .await?
                .per_second
                / 2;
        }
        limit_process.kill().await?;
        table.beside(what, api, "empty handler", limit, "≥ 60 %");
    }
    Ok(())
}

async fn detail(platform: &Platform, host: &str) -> Result<String> {
    let list: Value =
        serde_json::from_slice(&load::fetch(platform.address, &load::get(host, LIST)).await?)?;
    let slug = list
        .pointer("/data/3/slug")
        .and_then(Value::as_str)
        .context("no product")?;
    Ok(format!("/storefront/v1/products/{slug}"))
}

/// List and detail without the cache, beside `pgbench` running the statements they send.
pub(crate) async fn uncached_reads(
    platform: &Platform,
    folder: &Path,
    table: &mut Table,
    hosts: &[String],
    label: &str,
) -> Result<[u64; 2]> {
    let mut rates = [0, 0];
    for (index, what) in ["product list", "product detail"].into_iter().enumerate() {
        let mut requests = Vec::new();
        for host in hosts {
            let path = if index == 0 {
                LIST.to_owned()
            } else {
                detail(platform, host).await?
            };
            requests.push(load::get(host, &path));
        }
        // Every host once, so that storefronts and plans are cached on both sides.
        load::run(
            platform.address,
            &requests,
            DATABASE_CLIENTS,
            Duration::from_secs(2),
        )
        .await?;
        // The same requests on both sides: one product asked for again and again stays in the
        // processor's cache.
        let mut scripts = Vec::new();
        for request in requests.iter().take(SCRIPTS) {
            let one = async { load::fetch(platform.address, request).await.map(|_| ()) };
            scripts.push(platform.postgres.statements(one).await?);
        }
        let api = load::run(platform.address, &requests, DATABASE_CLIENTS, LENGTH).await?;
        let limit = platform
            .postgres
            .same_statements(&scripts, DATABASE_CLIENTS, LENGTH, folder)
            .await?;
        rates[index] = api.per_second;
        table.beside(
            &format!("{what}, not cached, {label}"),
            api.per_second,
            "pgbench, same statements",
            limit,
            "≥ 50 %",
        );
    }
    Ok(rates)
}

/// Whole guest checkouts, beside TPC-B on the same server.
pub(crate) async fn checkouts(platform: &Platform, table: &mut Table) -> Result<()> {
    let tpc_b = platform
        .postgres
        .tpc_b(DATABASE_CLIENTS, Duration::from_secs(8))
        .await?;
    let store = Arc::new(store(platform).await?);
    for number in 0..20 {
        let order = store.buy(number).await?;
        store.paid(&order).await?;
    }
    let began = Instant::now();
    let shoppers = (0..DATABASE_CLIENTS).map(|shopper| {
        let store = Arc::clone(&store);
        tokio::spawn(async move {
            let mut orders = Vec::new();
            while began.elapsed() < Duration::from_secs(10) {
                orders.push(store.buy(shopper * 100_000 + orders.len()).await?);
            }
            anyhow::Ok(orders)
        })
    });
    let mut orders = Vec::new();
    for shopper in shoppers.collect::<Vec<_>>() {
        orders.extend(shopper.await??);
    }
    for order in &orders {
        store.paid(order).await?;
    }
    let took = began.elapsed();
    let millis = took.as_millis().max(1);
    let per_second_times_ten = orders.len() as u128 * 10_000 / millis;
    let cost_times_ten = u128::from(tpc_b) * 100 / per_second_times_ten.max(1);
    table.push(
        "guest checkout until paid and booked",
        format!(
            "{}.{}/s",
            per_second_times_ten / 10,
            per_second_times_ten % 10
        ),
        format!("TPC-B {tpc_b}/s"),
        format!(
            "costs {}.{} of TPC-B's transactions (≤ 15)",
            cost_times_ten / 10,
            cost_times_ten % 10
        ),
    );
    Ok(())
}

async fn store(platform: &Platform) -> Result<Store> {
    let host = platform.fact("/tenants/0/host")?;
    // Stock without end: the demo's few pieces would be sold in the first second.
    platform
        .postgres
        .execute("update stock_levels set on_hand = 1000000")
        .await?;
    let list: Value =
        serde_json::from_slice(&load::fetch(platform.address, &load::get(&host, LIST)).await?)?;
    let mut variants = Vec::new();
    for product in list
        .pointer("/data")
        .and_then(Value::as_array)
        .context("no products")?
    {
        let slug = product
            .pointer("/slug")
            .and_then(Value::as_str)
            .context("no slug")?;
        let path = format!("/storefront/v1/products/{slug}");
        let detail: Value = serde_json::from_slice(
            &load::fetch(platform.address, &load::get(&host, &path)).await?,
        )?;
        let first = detail
            .pointer("/variants/0/id")
            .and_then(Value::as_str)
            .context("no variant")?;
        variants.push(first.to_owned());
    }
    let settings: Value = serde_json::from_slice(
        &load::fetch(platform.address, &load::get(&host, "/storefront/v1/store")).await?,
    )?;
    Ok(Store {
        http: platform.http.clone(),
        api: platform.fact("/api")?,
        stripe: platform.fact("/stripe")?,
        host,
        variants: Arc::new(variants),
        country: settings
            .pointer("/country")
            .and_then(Value::as_str)
            .unwrap_or("DE")
            .to_owned(),
    })
}

/// Creating a tenant that can sell at once, through the operator's API.
pub(crate) async fn new_tenants(platform: &Platform, table: &mut Table, label: &str) -> Result<()> {
    let api = platform.fact("/api")?;
    let login = json!({
        "email": platform.fact("/operator/email")?, "password": platform.fact("/operator/password")?,
    });
    let signed_in = sent(
        platform
            .http
            .post(format!("{api}/operator/v1/auth/login"))
            .json(&login),
    )
    .await?;
    let token = signed_in
        .pointer("/access_token")
        .and_then(Value::as_str)
        .context("no token")?;
    let mut millis = Vec::new();
    for _ in 0..20 {
        let slug = format!("new-{}", free_port()?);
        let tenant = json!({
            "slug": slug, "name": "New", "owner": {"email": format!("{slug}@example.com"), "password": "a long enough password"},
            "storefront": {"currency": "EUR", "country": "DE", "locale": "en"},
        });
        let request = platform
            .http
            .post(format!("{api}/operator/v1/tenants"))
            .bearer_auth(token)
            .header("idempotency-key", format!("bench-{slug}"))
            .json(&tenant);
        let began = Instant::now();
        sent(request).await?;
        millis.push(began.elapsed().as_millis());
    }
    millis.sort_unstable();
    let middle = millis.get(millis.len() / 2).copied().unwrap_or_default();
    table.plain(
        &format!("creating a tenant, {label}"),
        format!("{middle} ms (median of 20)"),
        "≤ 50 ms",
    );
    Ok(())
}
