//! What it costs to know who calls and what they may do.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use domain::identity::RoleSets;
use futures_util::future::try_join_all;
use kernel::Permission;
use kernel::ids::{RoleId, TenantId};
use serde_json::json;
use uuid::Uuid;

use crate::platform::{Platform, resident_kilobytes};
use crate::shopper::sent;
use crate::table::Table;
use crate::{CONNECTIONS, DATABASE_CLIENTS, LENGTH, load};

const TENANTS: u128 = 10_000;
const ROLES: u128 = 8;
/// Logins that come at the same moment.
const LOGINS: usize = 200;

/// What roles allow, at ten thousand tenants with eight of their own each.
pub(crate) async fn decisions(table: &mut Table) -> Result<()> {
    let all: Vec<String> = Permission::ALL
        .iter()
        .map(|it| it.name().to_owned())
        .collect();
    let (before, began) = (resident_kilobytes(std::process::id())?, Instant::now());
    let sets = RoleSets::new();
    for tenant in 0..TENANTS {
        for role in 0..ROLES {
            let held = all.iter().skip(role as usize).step_by(2).cloned();
            let held: Vec<String> = held.collect();
            let tenant_id = TenantId::from_uuid(Uuid::from_u128(tenant));
            sets.decide(tenant_id, id(tenant, role), 1, &held).await?;
        }
    }
    let roles = u32::try_from(TENANTS * ROLES)?;
    table.plain(
        &format!("Casbin decides a role, {} authorities", all.len()),
        format!("{} µs", (began.elapsed() / roles).as_micros()),
        "once for each version of a role",
    );
    let kilobytes = resident_kilobytes(std::process::id())?.saturating_sub(before);
    table.plain(
        &format!("memory of {roles} roles"),
        format!("{} MB", kilobytes / 1024),
        "bounded",
    );

    let (rounds, mut held, began) = (5_000_000_u128, 0_u64, Instant::now());
    for round in 0..rounds {
        let (tenant, role) = (round * 7_919 % TENANTS, round % ROLES);
        let set = sets.known(id(tenant, role), 1);
        let wanted = Permission::ALL[round as usize % Permission::ALL.len()];
        held += u64::from(set.context("a role was forgotten")?.contains(wanted));
    }
    ensure!(held > 0, "nothing was allowed");
    table.plain(
        "a decision",
        format!("{} ns", began.elapsed().as_nanos() / rounds),
        "≤ 5 µs",
    );
    Ok(())
}

fn id(tenant: u128, role: u128) -> RoleId {
    RoleId::from_uuid(Uuid::from_u128(tenant * ROLES + role))
}

/// A staff member's request, beside `pgbench` running its statements; and other requests while many sign in.
pub(crate) async fn requests(platform: &Platform, folder: &Path, table: &mut Table) -> Result<()> {
    let host = platform.fact("/tenants/0/host")?;
    let owner = json!({
        "email": platform.fact("/tenants/0/owner/email")?,
        "password": platform.fact("/tenants/0/owner/password")?,
    });
    let sign_in = || {
        let url = format!("http://{}/admin/v1/auth/login", platform.address);
        sent(platform.http.post(url).header("host", &host).json(&owner))
    };
    let session = sign_in().await?;
    let token = session["access_token"].as_str().context("no token")?;
    let me = load::get(&host, "/admin/v1/me/sessions");
    let me = String::from_utf8(me)?.replace(
        "\r\n\r\n",
        &format!("\r\nauthorization: Bearer {token}\r\n\r\n"),
    );
    let requests = [me.into_bytes()];
    let one = async {
        load::fetch(platform.address, &requests[0])
            .await
            .map(|_| ())
    };
    let script = platform.postgres.statements(one).await?;
    let api = load::run(platform.address, &requests, DATABASE_CLIENTS, LENGTH).await?;
    let limit = platform
        .postgres
        .same_statements(&[script], DATABASE_CLIENTS, LENGTH, folder)
        .await?;
    table.beside(
        "request of a staff member",
        api.per_second,
        "pgbench, same statements",
        limit,
        "≥ 50 %",
    );

    let list = [load::get(&host, "/storefront/v1/products?limit=20")];
    let calm = load::run(platform.address, &list, CONNECTIONS, LENGTH).await?;
    let busy = load::run(platform.address, &list, CONNECTIONS, LENGTH);
    let logins = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let began = Instant::now();
        try_join_all((0..LOGINS).map(|_| sign_in())).await?;
        anyhow::Ok(began.elapsed())
    };
    let (busy, took) = tokio::try_join!(busy, logins)?;
    table.push(
        &format!("p99 of a cached list while {LOGINS} sign in at once"),
        format!("{} µs", busy.p99.as_micros()),
        format!("{} µs without", calm.p99.as_micros()),
        format!(
            "{} % (≤ 200 %); all are in after {} ms",
            busy.p99.as_micros() * 100 / calm.p99.as_micros().max(1),
            took.as_millis()
        ),
    );
    Ok(())
}
