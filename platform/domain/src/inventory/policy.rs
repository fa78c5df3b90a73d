//! What staff decide about stock: how much of a variant may be sold, how long orders hold it back, from where it is
//! taken, what shoppers see of it, and what staff are told.

use db::OnConstraint;
use kernel::ids::{StockAlertId, StorefrontId, VariantId};
use kernel::{Caller, Change, FieldFault, Permission};
use time::{Duration, OffsetDateTime};

use super::counting::{VariantStock, lock_one, read, tell};
use super::locations::Inventory;
use super::model::StockDisplay;
use super::store::policy as store;
use super::{Stock, StockError};

/// The most units of a policy.
const UNITS_MAX: i32 = 1_000_000_000;
const PAGE_MAX: u32 = 100;
/// Alerts that one letter lists.
const MOST_TOLD: i64 = 50;

kernel::words! {
    /// From which location units of a paid order are taken.
    #[derive(Default)]
    pub enum AllocationRule {
        /// From the one that has most of the order's lines, so that it ships in few parcels; among equals by priority.
        #[default]
        FewestParcels = "fewest_parcels",
        /// From the one with the lowest priority that has units.
        Priority = "priority",
    }
}

kernel::words! {
    /// What happened to the stock of a variant.
    pub enum StockAlertKind {
        /// It came down to its low-stock threshold.
        LowStock = "low_stock",
        /// The last unit that may be sold was sold or reserved.
        SoldOut = "sold_out",
        /// It can be sold again.
        BackInStock = "back_in_stock",
    }
}

/// What to change of how a variant is sold.
#[derive(Debug, Clone, Default)]
pub struct StockPolicyChange {
    /// Units that are not sold.
    pub safety_stock: Option<i32>,
    /// Units that may be sold beyond the stock.
    pub backorder_limit: Change<i32>,
    /// When stock is low.
    pub low_stock_threshold: Change<i32>,
}

/// What a tenant wants of its stock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StockSettings {
    /// How long an unpaid order holds back stock; none: as long as the platform has it.
    pub reservation_minutes: Option<i32>,
    /// From where units are taken.
    pub allocation: AllocationRule,
    /// What each storefront shows.
    pub displays: Vec<(StorefrontId, StockDisplay)>,
}

/// Something that happened to stock.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StockAlert {
    /// Its id; later ones sort behind earlier ones.
    pub id: StockAlertId,
    /// The variant.
    pub variant_id: VariantId,
    /// What happened.
    pub kind: StockAlertKind,
    /// Units that could be sold then; none: without limit.
    pub sellable: Option<i64>,
    /// When.
    pub occurred_at: OffsetDateTime,
}

/// A variant that runs low, for a letter.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ScarceVariant {
    /// The product's title.
    pub title: String,
    /// The variant's, empty when there is one.
    pub variant_title: String,
    /// Its stock keeping unit.
    pub sku: Option<String>,
    /// Units that can be sold.
    pub sellable: i64,
}

/// What staff were not told of yet.
#[derive(Debug, Clone)]
pub struct Scarce {
    /// The alerts.
    pub alerts: Vec<StockAlertId>,
    /// Their variants that are still scarce, the scarcest first.
    pub variants: Vec<ScarceVariant>,
}

impl Inventory {
    /// Changes how much of a variant may be sold.
    pub async fn change_policy(
        &self,
        caller: &Caller,
        variant_id: VariantId,
        change: StockPolicyChange,
    ) -> Result<VariantStock, StockError> {
        caller.require_in_scope(Permission::ProductsWrite)?;
        check(&change)?;
        let mut tx = self.db.begin(caller).await?;
        let before = lock_one(&mut tx, variant_id).await?;
        let after = Stock {
            safety_stock: change.safety_stock.unwrap_or(before.1.safety_stock),
            backorder_limit: change.backorder_limit.applied_to(before.1.backorder_limit),
            low_stock_threshold: change
                .low_stock_threshold
                .applied_to(before.1.low_stock_threshold),
            ..before.1
        };
        store::set_policy(&mut tx, variant_id, after)
            .await
            .on_constraint("stock_levels_not_oversold", || StockError::Reserved {
                variant_id,
            })?;
        tell(&mut tx, &[[before, (variant_id, after)]]).await?;
        let stock = read(&mut tx, variant_id).await?;
        tx.commit().await?;
        Ok(stock)
    }

    /// What the tenant wants of its stock.
    pub async fn settings(&self, caller: &Caller) -> Result<StockSettings, StockError> {
        caller.require(Permission::ProductsRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::settings(&mut tx).await?)
    }

    /// Replaces what the tenant wants of its stock; storefronts that are not named keep what they show.
    pub async fn set_settings(
        &self,
        caller: &Caller,
        settings: StockSettings,
    ) -> Result<StockSettings, StockError> {
        caller.require(Permission::ProductsWrite)?;
        let minutes = settings.reservation_minutes;
        if minutes.is_some_and(|minutes| !(5..=1_440).contains(&minutes)) {
            let rule = "5 to 1,440 minutes";
            return Err(StockError::field(
                "/reservation_minutes",
                "out_of_range",
                rule,
            ));
        }
        let mut tx = self.db.begin(caller).await?;
        let known = store::settings(&mut tx).await?.displays;
        let is_known = |id| known.iter().any(|(storefront, _)| storefront == id);
        if let Some(at) = settings.displays.iter().position(|(id, _)| !is_known(id)) {
            let pointer = format!("/storefronts/{at}/storefront_id");
            let rule = "a storefront of this tenant";
            let fault = FieldFault::new(pointer, "not_found", rule);
            return Err(StockError::Invalid(vec![fault]));
        }
        store::set_settings(&mut tx, &settings).await?;
        let settings = store::settings(&mut tx).await?;
        tx.commit().await?;
        Ok(settings)
    }

    /// What happened to the stock that the caller sees, the latest first, and whether there is more.
    pub async fn alerts(
        &self,
        caller: &Caller,
        kind: Option<StockAlertKind>,
        (after, page): (Option<StockAlertId>, u32),
    ) -> Result<(Vec<StockAlert>, bool), StockError> {
        caller.require_in_scope(Permission::ProductsRead)?;
        let limit = page.clamp(1, PAGE_MAX);
        let mut tx = self.db.begin(caller).await?;
        let mut found = store::alerts(&mut tx, kind, after, i64::from(limit) + 1).await?;
        let length = usize::try_from(limit).unwrap_or(usize::MAX);
        let is_more = found.len() > length;
        found.truncate(length);
        Ok((found, is_more))
    }

    /// The variants that ran low or sold out since staff were last told, and still are.
    pub async fn scarce(&self, caller: &Caller) -> Result<Scarce, StockError> {
        let mut tx = self.db.begin(caller).await?;
        let alerts = store::untold(&mut tx).await?;
        let variants = store::scarce(&mut tx, &alerts, MOST_TOLD).await?;
        Ok(Scarce { alerts, variants })
    }

    /// Staff were told of these alerts.
    pub async fn told(&self, caller: &Caller, alerts: &[StockAlertId]) -> Result<(), StockError> {
        let mut tx = self.db.begin(caller).await?;
        store::told(&mut tx, alerts, self.clock.now()).await?;
        Ok(tx.commit().await?)
    }
}

/// How long an order of this tenant holds back what it has not paid.
pub async fn reservation(tx: &mut db::TenantTx, usual: Duration) -> Result<Duration, db::DbError> {
    let minutes = store::reservation_minutes(tx).await?;
    Ok(minutes.map_or(usual, |minutes| Duration::minutes(i64::from(minutes))))
}

fn check(change: &StockPolicyChange) -> Result<(), StockError> {
    let set = |change: &Change<i32>| change.clone().applied_to(None);
    let fields = [
        ("/safety_stock", change.safety_stock),
        ("/backorder_limit", set(&change.backorder_limit)),
        ("/low_stock_threshold", set(&change.low_stock_threshold)),
    ];
    let is_odd = |units: Option<i32>| units.is_some_and(|units| !(0..=UNITS_MAX).contains(&units));
    let rule = "0 to 1,000,000,000";
    let faults: Vec<FieldFault> = fields
        .into_iter()
        .filter(|(_, units)| is_odd(*units))
        .map(|(pointer, _)| FieldFault::new(pointer, "out_of_range", rule))
        .collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(StockError::Invalid(faults))
    }
}
