//! What a tenant wants of its reports.

use db::{DbError, TenantTx};
use kernel::{Caller, Permission, chain};

use super::error::AnalyticsError;
use super::handlers::begin_again;
use super::service::Analytics;
use super::store;

/// Of a tenant that has never chosen another.
const DEFAULT_ZONE: &str = "UTC";
/// The longest name of a zone.
const ZONE_MAX: usize = 64;

/// Settings of a tenant's reports, and how far they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSettings {
    /// The IANA name of the zone whose midnight days begin at.
    pub time_zone: String,
    /// Whether browsers' events count only when the visitor agreed.
    pub events_need_consent: bool,
    /// Whether the reports are being made again, and cannot be read until they are.
    pub is_rebuilding: bool,
}

impl Analytics {
    /// The tenant's settings.
    pub async fn settings(&self, caller: &Caller) -> Result<ReportSettings, AnalyticsError> {
        caller.require(Permission::AnalyticsRead)?;
        let mut tx = self.db.begin(caller).await?;
        let time_zone = store::time_zone(&mut tx).await?;
        Ok(ReportSettings {
            time_zone: time_zone.unwrap_or_else(|| DEFAULT_ZONE.to_owned()),
            events_need_consent: store::events_need_consent(&mut tx).await?,
            is_rebuilding: store::is_rebuilding(&mut tx).await?,
        })
    }

    /// Whether visitors are asked before their events count. A store that cannot find out asks.
    pub async fn asks_for_consent(&self, caller: &Caller) -> bool {
        self.needs_consent(caller).await.unwrap_or_else(|why| {
            tracing::warn!(error = %chain(&why), "whether events need consent is not known");
            true
        })
    }

    async fn needs_consent(&self, caller: &Caller) -> Result<bool, AnalyticsError> {
        caller.require(Permission::StorefrontRead)?;
        let tenant_id = caller.tenant_id();
        if let Some(is_needed) = self.consents.get(&tenant_id) {
            return Ok(is_needed);
        }
        let mut tx = self.db.begin(caller).await?;
        let is_needed = store::events_need_consent(&mut tx).await?;
        self.consents.insert(tenant_id, is_needed);
        Ok(is_needed)
    }

    /// Sets the zone, and whether events need consent if that is said. In another zone than before all days are
    /// counted again.
    pub async fn set_settings(
        &self,
        caller: &Caller,
        time_zone: &str,
        events_need_consent: Option<bool>,
    ) -> Result<ReportSettings, AnalyticsError> {
        caller.require(Permission::AnalyticsManage)?;
        if !is_zone_name(time_zone) {
            return Err(unknown_zone());
        }
        let mut tx = self.db.begin(caller).await?;
        if !store::has_zone(&mut tx, time_zone).await? {
            return Err(unknown_zone());
        }
        let events_need_consent =
            store::put_settings(&mut tx, time_zone, events_need_consent).await?;
        if store::lock(&mut tx).await?.time_zone != time_zone {
            begin_again(&mut tx).await?;
        }
        let is_rebuilding = store::is_rebuilding(&mut tx).await?;
        tx.commit().await?;
        self.consents.invalidate(&caller.tenant_id());
        Ok(ReportSettings {
            time_zone: time_zone.to_owned(),
            events_need_consent,
            is_rebuilding,
        })
    }
}

/// Whether it could be the IANA name of a zone: the database knows others too, which depend on its version or count
/// leap seconds.
fn is_zone_name(name: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || "_+-/".contains(c);
    (1..=ZONE_MAX).contains(&name.len())
        && name.chars().all(is_sign)
        && (name == DEFAULT_ZONE || name.contains('/'))
        && !["posix/", "right/"].iter().any(|it| name.starts_with(it))
}

fn unknown_zone() -> AnalyticsError {
    let rule = "the IANA name of a time zone, such as Europe/Berlin, or UTC";
    AnalyticsError::field("/time_zone", "unknown", rule)
}

/// The zone that the tenant's days are in.
pub(crate) async fn time_zone(tx: &mut TenantTx) -> Result<String, DbError> {
    Ok(store::time_zone(tx).await?.unwrap_or_else(default_zone))
}

pub(super) fn default_zone() -> String {
    DEFAULT_ZONE.to_owned()
}
