//! What it costs to know who calls and what they may do.

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

/// A staff member's request, and other requests while many sign in.
pub(crate) async fn requests(platform: &Platform, table: &mut Table) -> Result<()> {
    let host = platform.fact("/tenants/0/host")?;
    let owner = json!({
        "email": platform.fact("/tenants/0/owner/email")?,
        "password": platform.fact("/tenants/0/owner/password")?,
    });
    let url = format!("http://{}/admin/v1/auth/login", platform.address);
    let log_in = |body: &serde_json::Value| {
        let request = platform.http.post(&url).header("host", &host);
        request.json(body)
    };
    let session = sent(log_in(&owner)).await?;
    let token = session["access_token"].as_str().context("no token")?;
    let me = load::get(&host, "/admin/v1/me/sessions");
    let me = String::from_utf8(me)?.replace(
        "\r\n\r\n",
        &format!("\r\nauthorization: Bearer {token}\r\n\r\n"),
    );
    let requests = [me.into_bytes()];
    let api = load::run(platform.address, &requests, DATABASE_CLIENTS, LENGTH).await?;
    table.plain(
        "request of a staff member: session, membership and role read",
        format!("{}/s, p99 {} µs", api.per_second, api.p99.as_micros()),
        "",
    );

    let list = [load::get(&host, "/storefront/v1/products?limit=20")];
    let calm = load::run(platform.address, &list, CONNECTIONS, LENGTH).await?;
    let busy = load::run(platform.address, &list, CONNECTIONS, LENGTH);
    let logins = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let began = Instant::now();
        // Of nobody: each password costs as much, and no account is guessed at.
        let attempts = (0..LOGINS).map(|number| {
            let email = format!("nobody-{number}@example.com");
            log_in(&json!({"email": email, "password": "a password of nobody"})).send()
        });
        let answers = try_join_all(attempts).await?;
        let looked_at = answers.iter().filter(|it| it.status().as_u16() == 401);
        let looked_at = looked_at.count();
        ensure!(looked_at > 0, "no password was looked at");
        anyhow::Ok((began.elapsed(), looked_at))
    };
    let (busy, (took, looked_at)) = tokio::try_join!(busy, logins)?;
    table.push(
        &format!("p99 of a cached list while {LOGINS} sign in at once"),
        format!("{} µs", busy.p99.as_micros()),
        format!("{} µs without", calm.p99.as_micros()),
        format!(
            "{} % (≤ 200 %); {looked_at} answered after {} ms, the others told to come again",
            busy.p99.as_micros() * 100 / calm.p99.as_micros().max(1),
            took.as_millis()
        ),
    );
    Ok(())
}
