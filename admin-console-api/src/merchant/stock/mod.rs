//! Stock by location, and its movements.

mod locations;
mod policy;

use domain::inventory::{self, AdjustStock, Adjustment, CountStock, MovementCause, StockError};
use gateway::{ApiResult, Contract, Cursor, IdempotencyKey, Limit, List, Page, Staff};
use kernel::Permission;
use kernel::ids::{LocationId, OrderId, StockMovementId, VariantId};
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(super) use locations::LocationsApi;
pub(super) use policy::{POLICY_CONTRACTS, StockPolicyApi};

/// A body with 10,000 adjustments.
const LARGEST_BODY: usize = 2 * 1024 * 1024;

pub(crate) struct StockApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_locations").needs(&[Permission::ProductsRead]),
    Contract::of("admin_create_location")
        .needs(&[Permission::ProductsWrite])
        .fails(&[
            StockError::LOCATION_NAME_TAKEN,
            StockError::TOO_MANY_LOCATIONS,
        ]),
    Contract::of("admin_update_location")
        .needs(&[Permission::ProductsWrite])
        .fails(&[StockError::LOCATION_NAME_TAKEN, StockError::LOCATION_IN_USE]),
    Contract::of("admin_get_variant_stock")
        .needs(&[Permission::ProductsRead])
        .for_merchants_too(),
    Contract::of("admin_set_location_stock")
        .needs(&[Permission::ProductsWrite])
        .for_merchants_too()
        .fails(&[
            StockError::STOCK_CHANGED,
            StockError::STOCK_RESERVED,
            StockError::LOCATION_INACTIVE,
        ]),
    Contract::of("admin_adjust_stock")
        .needs(&[Permission::ProductsWrite])
        .for_merchants_too()
        .takes_up_to(LARGEST_BODY)
        .fails(&[
            StockError::STOCK_NOT_FOUND,
            StockError::STOCK_RESERVED,
            StockError::LOCATION_SHORT,
            StockError::REQUEST_IN_PROGRESS,
            StockError::IDEMPOTENCY_KEY_REUSED,
        ]),
    Contract::of("admin_list_stock_movements")
        .needs(&[Permission::ProductsRead])
        .for_merchants_too(),
    Contract::of("admin_list_order_allocations").needs(&[Permission::OrdersRead]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminProducts")]
impl StockApi {
    /// Set a variant's stock at a location
    ///
    /// What was counted there. With `expected_on_hand` it is refused with 409 `stock_changed` if another number is there
    /// meanwhile: count again. Returns 409 `stock_reserved` if unpaid orders hold back more than is left altogether.
    #[oai(
        path = "/variants/:variant_id/locations/:location_id/stock",
        method = "put",
        operation_id = "admin_set_location_stock"
    )]
    async fn set(
        &self,
        staff: Staff,
        /// Id of the variant.
        variant_id: Path<VariantId>,
        /// Id of the location.
        location_id: Path<LocationId>,
        body: Json<SetLocationStock>,
    ) -> ApiResult<Json<VariantStock>> {
        let command = CountStock {
            variant_id: variant_id.0,
            location_id: location_id.0,
            on_hand: body.0.on_hand,
            expected: body.0.expected_on_hand,
        };
        let counted = self.0.inventory.count(staff.caller(), command).await?;
        Ok(Json(counted.into()))
    }

    /// Adjust stock
    ///
    /// Adds and removes units of up to 10,000 variants, all of them or none; two of opposite sign move units from one location to
    /// another. Returns 409 `insufficient_location_stock` if a location holds fewer than are removed. The same request with the
    /// same key changes nothing more.
    #[oai(
        path = "/stock/adjustments",
        method = "post",
        operation_id = "admin_adjust_stock"
    )]
    async fn adjust(
        &self,
        staff: Staff,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<AdjustStockRequest>,
    ) -> ApiResult<Json<StockAdjusted>> {
        let rows = body.0.adjustments.into_iter().map(|it| Adjustment {
            variant_id: it.variant_id,
            location_id: it.location_id,
            delta: it.delta,
        });
        let command = AdjustStock {
            key: key.0.as_str().to_owned(),
            reason: body.0.reason,
            rows: rows.collect(),
        };
        let rows = self.0.inventory.adjust(staff.caller(), command).await?;
        let adjusted = i64::try_from(rows).unwrap_or(i64::MAX);
        Ok(Json(StockAdjusted { adjusted }))
    }

    /// List a variant's stock movements
    ///
    /// Latest first. What is on hand is the sum of all movements.
    #[oai(
        path = "/variants/:variant_id/stock/movements",
        method = "get",
        operation_id = "admin_list_stock_movements"
    )]
    async fn movements(
        &self,
        staff: Staff,
        /// Id of the variant.
        variant_id: Path<VariantId>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<StockMovement>>> {
        let caller = staff.caller();
        let list = format!("{}/stock_movements/{}", caller.tenant_id(), variant_id.0);
        let page = (cursor.0.read(&list)?, limit.0.get());
        let inventory = &self.0.inventory;
        let (found, is_more) = inventory.movements(caller, variant_id.0, page).await?;
        let next = found.last().filter(|_| is_more).map(|it| it.id);
        Ok(Json(Page::behind(found, &list, next)))
    }

    /// List an order's allocations
    ///
    /// From which locations the units of a paid order are taken: the one that has most of its lines, then by priority.
    /// Variants whose stock is not tracked are not listed.
    #[oai(
        path = "/orders/:order_id/allocations",
        method = "get",
        operation_id = "admin_list_order_allocations"
    )]
    async fn allocations(
        &self,
        staff: Staff,
        /// Id of the order.
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<List<StockAllocation>>> {
        let inventory = &self.0.inventory;
        // An order of another tenant is not found, as everywhere.
        self.0.orders.get(staff.caller(), order_id.0).await?;
        let found = inventory.allocations(staff.caller(), order_id.0).await?;
        Ok(Json(List::of(found)))
    }
}

/// What was counted at a location.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SetLocationStock {
    /// Units there, 0 to 1,000,000,000.
    on_hand: i32,
    /// Units that were there when the count began; absent to set it whatever is there.
    expected_on_hand: Option<i32>,
}

/// Units to add and remove.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AdjustStockRequest {
    /// Reason, 1 to 200 characters, such as `Damaged in transit`.
    reason: String,
    /// What to add and remove, 1 to 10,000 rows.
    adjustments: Vec<StockAdjustment>,
}

/// Units of a variant to add or remove.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StockAdjustment {
    /// Variant id.
    variant_id: VariantId,
    /// Location id; the default location without one.
    location_id: Option<LocationId>,
    /// Units to add; negative to remove. Never 0.
    delta: i32,
}

/// Response of adjust.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StockAdjusted {
    /// Number of rows that were applied.
    adjusted: i64,
}

/// The stock of a variant.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct VariantStock {
    /// Variant id.
    variant_id: VariantId,
    /// Units in stock at all locations, reserved units included.
    on_hand: i32,
    /// Units reserved by unpaid orders. They are of no location until the order is paid.
    reserved: i32,
    /// Units that can be sold now; absent if it may be sold beyond its stock.
    available: Option<i64>,
    /// Whether it may be sold beyond its stock.
    allow_backorder: bool,
    /// Units that are not sold.
    safety_stock: i32,
    /// Units that may be sold beyond the stock; absent for as many as are wanted.
    backorder_limit: Option<i32>,
    /// At this many units to sell or fewer, stock is low; absent for never.
    low_stock_threshold: Option<i32>,
    /// Active locations, and others that hold stock, in the order in which units are taken from them.
    locations: Vec<LocationStock>,
}

/// Units at a location.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct LocationStock {
    /// Location id.
    location_id: LocationId,
    /// Name of the location.
    name: String,
    /// Units there; negative where more was sold than there was.
    on_hand: i32,
}

/// A movement of stock.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct StockMovement {
    /// Movement id.
    id: StockMovementId,
    /// Location id.
    location_id: LocationId,
    /// Units that came; negative, that went.
    quantity: i32,
    /// Why it moved.
    cause: MovementCause,
    /// Id of the order; absent unless it is of one.
    order_id: Option<OrderId>,
    /// Reason that staff gave; absent without one.
    reason: Option<String>,
    /// Who did it: `system`, or the id of a staff member, secret key or operator.
    actor: String,
    /// When it moved.
    occurred_at: OffsetDateTime,
}

/// Units of an order that are taken from a location.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StockAllocation {
    /// Variant id.
    variant_id: VariantId,
    /// Location id.
    location_id: LocationId,
    /// Name of the location.
    location_name: String,
    /// Units, less those that went back into stock.
    quantity: i64,
}

impl From<inventory::VariantStock> for VariantStock {
    fn from(found: inventory::VariantStock) -> Self {
        let inventory::VariantStock {
            variant_id,
            stock,
            locations,
        } = found;
        let location = |it: inventory::LocationStock| LocationStock {
            location_id: it.location_id,
            name: it.name,
            on_hand: it.on_hand,
        };
        Self {
            variant_id,
            on_hand: stock.on_hand,
            reserved: stock.reserved,
            available: stock.sellable(),
            allow_backorder: stock.allow_backorder,
            safety_stock: stock.safety_stock,
            backorder_limit: stock.backorder_limit,
            low_stock_threshold: stock.low_stock_threshold,
            locations: locations.into_iter().map(location).collect(),
        }
    }
}

impl From<inventory::StockMovement> for StockMovement {
    fn from(it: inventory::StockMovement) -> Self {
        Self {
            id: it.id,
            location_id: it.location_id,
            quantity: it.quantity,
            cause: it.cause,
            order_id: it.order_id,
            reason: it.reason,
            actor: it.actor,
            occurred_at: it.occurred_at,
        }
    }
}

impl From<inventory::Allocation> for StockAllocation {
    fn from(it: inventory::Allocation) -> Self {
        Self {
            variant_id: it.variant_id,
            location_id: it.location_id,
            location_name: it.name,
            quantity: it.quantity,
        }
    }
}
