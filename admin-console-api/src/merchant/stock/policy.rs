//! How much of a variant may be sold, what the tenant wants of its stock, and what happened to it.

use domain::inventory::{
    self, AllocationRule, StockAlertKind, StockDisplay, StockError, StockPolicyChange,
};
use gateway::{ApiResult, Contract, Cursor, Limit, Page, Staff};
use kernel::ids::{StockAlertId, StorefrontId, VariantId};
use kernel::{Change, Permission};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use super::VariantStock;
use crate::{App, Tag};

pub(in crate::merchant) struct StockPolicyApi(pub(in crate::merchant) App);

/// What holds for each operation beside its types.
pub(in crate::merchant) const POLICY_CONTRACTS: &[Contract] = &[
    Contract::of("admin_update_variant_stock")
        .needs(&[Permission::ProductsWrite])
        .for_merchants_too()
        .fails(&[StockError::STOCK_RESERVED]),
    Contract::of("admin_list_stock_alerts")
        .needs(&[Permission::ProductsRead])
        .for_merchants_too(),
    Contract::of("admin_get_stock_settings").needs(&[Permission::ProductsRead]),
    Contract::of("admin_set_stock_settings").needs(&[Permission::ProductsWrite]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminProducts")]
impl StockPolicyApi {
    /// Change how a variant is sold
    ///
    /// Absent fields do not change. Returns 409 `stock_reserved` for a backorder limit that orders are over already.
    #[oai(
        path = "/variants/:variant_id/stock/policy",
        method = "patch",
        operation_id = "admin_update_variant_stock"
    )]
    async fn change(
        &self,
        staff: Staff,
        /// Id of the variant.
        variant_id: Path<VariantId>,
        body: Json<UpdateVariantStock>,
    ) -> ApiResult<Json<VariantStock>> {
        let change = StockPolicyChange {
            safety_stock: body.0.safety_stock,
            backorder_limit: body.0.backorder_limit,
            low_stock_threshold: body.0.low_stock_threshold,
        };
        let inventory = &self.0.inventory;
        let changed = inventory
            .change_policy(staff.caller(), variant_id.0, change)
            .await?;
        Ok(Json(changed.into()))
    }

    /// List stock alerts
    ///
    /// What happened to stock in the last 90 days, latest first.
    #[oai(
        path = "/stock/alerts",
        method = "get",
        operation_id = "admin_list_stock_alerts"
    )]
    async fn alerts(
        &self,
        staff: Staff,
        /// Only alerts of this kind.
        kind: Query<Option<StockAlertKind>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same filter.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<StockAlert>>> {
        let caller = staff.caller();
        let list = format!("{}/stock_alerts/{:?}", caller.tenant_id(), kind.0);
        let page = (cursor.0.read(&list)?, limit.0.get());
        let (found, is_more) = self.0.inventory.alerts(caller, kind.0, page).await?;
        let next = found.last().filter(|_| is_more).map(|it| it.id);
        Ok(Json(Page::behind(found, &list, next)))
    }

    /// Show the stock settings
    ///
    /// How long unpaid orders hold stock, from where it is taken, and what each storefront shows of it.
    #[oai(
        path = "/stock/settings",
        method = "get",
        operation_id = "admin_get_stock_settings"
    )]
    async fn settings(&self, staff: Staff) -> ApiResult<Json<StockSettings>> {
        let settings = self.0.inventory.settings(staff.caller()).await?;
        Ok(Json(settings.into()))
    }

    /// Replace the stock settings
    ///
    /// Storefronts that are not named keep what they show. Orders that are placed already keep their time to pay.
    #[oai(
        path = "/stock/settings",
        method = "put",
        operation_id = "admin_set_stock_settings"
    )]
    async fn set_settings(
        &self,
        staff: Staff,
        body: Json<StockSettings>,
    ) -> ApiResult<Json<StockSettings>> {
        let displays = body.0.storefronts.into_iter();
        let settings = inventory::StockSettings {
            reservation_minutes: body.0.reservation_minutes,
            allocation: body.0.allocation,
            displays: displays.map(|it| (it.storefront_id, it.display)).collect(),
        };
        let inventory = &self.0.inventory;
        let settings = inventory.set_settings(staff.caller(), settings).await?;
        Ok(Json(settings.into()))
    }
}

/// How a variant is sold.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct UpdateVariantStock {
    /// Units that are not sold, 0 to 1,000,000,000: for what is broken, miscounted or sold elsewhere meanwhile. They count while
    /// the variant may not be sold beyond its stock.
    safety_stock: Option<i32>,
    /// Units that may be sold beyond the stock, 0 to 1,000,000,000, while the variant may be sold beyond it; `null` for as many
    /// as are wanted.
    backorder_limit: Change<i32>,
    /// At this many units to sell or fewer, stock is low: staff are told, and storefronts may show it. `null` for never.
    low_stock_threshold: Change<i32>,
}

/// Something that happened to the stock of a variant.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct StockAlert {
    /// Alert id.
    id: StockAlertId,
    /// Variant id.
    variant_id: VariantId,
    /// What happened.
    kind: StockAlertKind,
    /// Units that could be sold then; absent without limit.
    available: Option<i64>,
    /// When it happened.
    occurred_at: OffsetDateTime,
}

/// What the tenant wants of its stock.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct StockSettings {
    /// Minutes that an unpaid order reserves stock and waits for its payment, 5 to 1,440; without it, what the platform has: 30.
    reservation_minutes: Option<i32>,
    /// From which location units of a paid order are taken.
    allocation: AllocationRule,
    /// What storefronts show of stock.
    storefronts: Vec<StorefrontStockDisplay>,
}

/// What a storefront shows of stock.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StorefrontStockDisplay {
    /// Storefront id.
    storefront_id: StorefrontId,
    /// What it shows.
    display: StockDisplay,
}

impl From<inventory::StockAlert> for StockAlert {
    fn from(alert: inventory::StockAlert) -> Self {
        Self {
            id: alert.id,
            variant_id: alert.variant_id,
            kind: alert.kind,
            available: alert.sellable,
            occurred_at: alert.occurred_at,
        }
    }
}

impl From<inventory::StockSettings> for StockSettings {
    fn from(settings: inventory::StockSettings) -> Self {
        let displays = settings.displays.into_iter();
        let shown = |(storefront_id, display)| StorefrontStockDisplay {
            storefront_id,
            display,
        };
        Self {
            reservation_minutes: settings.reservation_minutes,
            allocation: settings.allocation,
            storefronts: displays.map(shown).collect(),
        }
    }
}
