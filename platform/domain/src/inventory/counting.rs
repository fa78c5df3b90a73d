//! What staff see and change of stock: counts, adjustments, and the movements that they are made of.

use std::collections::BTreeMap;

use db::{Claim, ClaimKey, DbError, Stored, TenantTx};
use kernel::ids::{LocationId, OrderId, StockMovementId, VariantId};
use kernel::{Caller, Event, FieldFault, Permission, text};
use serde::Serialize;
use time::OffsetDateTime;

use super::locations::{Inventory, Location};
use super::store::{counting as store, locations};
use super::{Stock, StockError};

/// Rows of one adjustment.
pub const ADJUSTMENTS_MAX: usize = 10_000;
/// The most units of a count, and of an adjustment either way.
const UNITS_MAX: i32 = 1_000_000_000;
const LONGEST_REASON: usize = 200;
const PAGE_MAX: u32 = 100;
/// Variants that one message tells of.
const TOLD_AT_ONCE: usize = 500;
const OPERATION: &str = "adjust_stock";

kernel::words! {
    /// Why stock moved: `opening`, it was there when movements began to be kept; `sale`, an order was paid;
    /// `cancellation`, units of a paid order were cancelled; `return`, units came back; `count`, staff or an import
    /// set what is on hand; `adjustment`, staff or a program added or removed units.
    pub enum MovementCause as "StockMovementCause" {
        /// It was there when movements began to be kept.
        Opening = "opening",
        /// An order was paid.
        Sale = "sale",
        /// Units of a paid order were cancelled.
        Cancellation = "cancellation",
        /// Units came back.
        Return = "return",
        /// What is on hand was set.
        Count = "count",
        /// Units were added or removed.
        Adjustment = "adjustment",
    }
}

/// The stock of a variant before and after a change.
pub(super) type Turn = [(VariantId, Stock); 2];

/// Units at a location.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LocationStock {
    /// The location.
    pub location_id: LocationId,
    /// Its name.
    pub name: String,
    /// Units there; below zero where more was sold than there was.
    pub on_hand: i32,
}

/// The stock of a variant, altogether and by location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantStock {
    /// The variant.
    pub variant_id: VariantId,
    /// What can be sold from.
    pub stock: Stock,
    /// The locations, in the order in which units are taken from them.
    pub locations: Vec<LocationStock>,
}

/// A movement of stock.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StockMovement {
    /// Its id; later ones sort behind earlier ones.
    pub id: StockMovementId,
    /// Where.
    pub location_id: LocationId,
    /// Units that came; below zero, that went.
    pub quantity: i32,
    /// Why.
    pub cause: MovementCause,
    /// The order that it is of.
    pub order_id: Option<OrderId>,
    /// What staff said about it.
    pub reason: Option<String>,
    /// Who did it.
    pub actor: String,
    /// When.
    pub occurred_at: OffsetDateTime,
}

/// Units of an order that are taken from a location.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Allocation {
    /// What.
    pub variant_id: VariantId,
    /// From where.
    pub location_id: LocationId,
    /// The location's name.
    pub name: String,
    /// Units, less those that went back.
    pub quantity: i64,
}

/// Units to add or remove.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Adjustment {
    /// Of which variant.
    pub variant_id: VariantId,
    /// Where; the default location without one.
    pub location_id: Option<LocationId>,
    /// Units to add; below zero, to remove.
    pub delta: i32,
}

/// A request to adjust stock.
#[derive(Debug, Clone)]
pub struct AdjustStock {
    /// The request's key: sent again, it changes nothing more.
    pub key: String,
    /// Why.
    pub reason: String,
    /// What.
    pub rows: Vec<Adjustment>,
}

/// A count at a location.
#[derive(Debug, Clone, Copy)]
pub struct CountStock {
    /// What was counted.
    pub variant_id: VariantId,
    /// Where.
    pub location_id: LocationId,
    /// Units that are there.
    pub on_hand: i32,
    /// Units that were there when the count began; another number refuses it.
    pub expected: Option<i32>,
}

impl Inventory {
    /// The stock of a variant that is tracked.
    pub async fn of_variant(
        &self,
        caller: &Caller,
        variant_id: VariantId,
    ) -> Result<VariantStock, StockError> {
        caller.require_in_scope(Permission::ProductsRead)?;
        let mut tx = self.db.begin(caller).await?;
        read(&mut tx, variant_id).await
    }

    /// Sets what is on hand at a location.
    pub async fn count(
        &self,
        caller: &Caller,
        command: CountStock,
    ) -> Result<VariantStock, StockError> {
        caller.require_in_scope(Permission::ProductsWrite)?;
        if !(0..=UNITS_MAX).contains(&command.on_hand) {
            return Err(StockError::field(
                "/on_hand",
                "out_of_range",
                "0 to 1,000,000,000",
            ));
        }
        let variant_id = command.variant_id;
        let mut tx = self.db.begin(caller).await?;
        let before = lock_one(&mut tx, variant_id).await?;
        let location = locations::find(&mut tx, command.location_id).await?;
        let location = location.ok_or(StockError::LocationNotFound)?;
        if !location.is_active {
            return Err(StockError::LocationInactive);
        }
        let here = store::at(&mut tx, variant_id, location.id).await?;
        if command.expected.is_some_and(|expected| expected != here) {
            return Err(StockError::StockChanged { on_hand: here });
        }
        let delta = command.on_hand.saturating_sub(here);
        if delta != 0 {
            let row = Adjustment {
                variant_id,
                location_id: Some(location.id),
                delta,
            };
            let after =
                moved(&before, i64::from(delta)).ok_or(StockError::Reserved { variant_id })?;
            let movement = (MovementCause::Count, None, caller.actor().to_string());
            store::adjust(&mut tx, &[row], &movement, self.clock.now()).await?;
            tell(&mut tx, &[[before, after]]).await?;
        }
        let stock = read(&mut tx, variant_id).await?;
        tx.commit().await?;
        Ok(stock)
    }

    /// Adds and removes units, all of them or none; how many rows there were.
    pub async fn adjust(&self, caller: &Caller, command: AdjustStock) -> Result<usize, StockError> {
        caller.require_in_scope(Permission::ProductsWrite)?;
        let reason = check(&command)?;
        let principal = caller.actor().to_string();
        let request = serde_json::to_vec(&(&reason, &command.rows)).map_err(DbError::unreadable)?;
        let claim = ClaimKey {
            principal: &principal,
            key: &command.key,
            operation: OPERATION,
            request: &request,
            now: self.clock.now(),
        };
        let mut tx = self.db.begin(caller).await?;
        match tx.claim_key(&claim).await? {
            // The key is committed with the movements: one that is open has moved nothing.
            Claim::Run | Claim::Resume(_) => {}
            Claim::Replay(_) => return Ok(command.rows.len()),
            Claim::InFlight => return Err(StockError::InProgress),
            Claim::Mismatch => return Err(StockError::KeyReused),
        }
        let changes = plan(&mut tx, &command.rows).await?;
        let movement = (MovementCause::Adjustment, Some(reason), principal.clone());
        store::adjust(&mut tx, &command.rows, &movement, self.clock.now()).await?;
        tell(&mut tx, &changes).await?;
        let answer = Stored {
            status: 200,
            body: serde_json::Value::Null,
        };
        tx.finish_key(&principal, &command.key, &answer).await?;
        tx.commit().await?;
        Ok(command.rows.len())
    }

    /// Movements of a variant's stock, the latest first, and whether there are more.
    pub async fn movements(
        &self,
        caller: &Caller,
        variant_id: VariantId,
        (after, page): (Option<StockMovementId>, u32),
    ) -> Result<(Vec<StockMovement>, bool), StockError> {
        caller.require_in_scope(Permission::ProductsRead)?;
        let limit = page.clamp(1, PAGE_MAX);
        let mut tx = self.db.begin(caller).await?;
        if !store::variant_exists(&mut tx, variant_id).await? {
            return Err(StockError::VariantNotFound);
        }
        let mut found = store::movements(&mut tx, variant_id, after, i64::from(limit) + 1).await?;
        let length = usize::try_from(limit).unwrap_or(usize::MAX);
        let is_more = found.len() > length;
        found.truncate(length);
        Ok((found, is_more))
    }

    /// Where the units of a paid order are taken from.
    pub async fn allocations(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Vec<Allocation>, StockError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::allocations(&mut tx, order_id).await?)
    }
}

pub(super) async fn read(
    tx: &mut TenantTx,
    variant_id: VariantId,
) -> Result<VariantStock, StockError> {
    let stock = store::stock(tx, variant_id).await?;
    let stock = stock.ok_or(StockError::VariantNotFound)?;
    Ok(VariantStock {
        variant_id,
        stock,
        locations: store::by_location(tx, variant_id).await?,
    })
}

/// The stock of a variant before a change; nobody else changes it until the transaction ends.
pub(super) async fn lock_one(
    tx: &mut TenantTx,
    variant_id: VariantId,
) -> Result<(VariantId, Stock), StockError> {
    let found = store::lock(tx, &[variant_id]).await?;
    found.into_iter().next().ok_or(StockError::VariantNotFound)
}

/// The stock after `delta` units came, unless orders hold back more than that.
fn moved((variant_id, before): &(VariantId, Stock), delta: i64) -> Option<(VariantId, Stock)> {
    let on_hand = i32::try_from(i64::from(before.on_hand) + delta).ok()?;
    let after = Stock { on_hand, ..*before };
    (delta >= 0 || after.is_covered()).then_some((*variant_id, after))
}

/// Locks what is adjusted, and checks it: every variant before and after.
async fn plan(tx: &mut TenantTx, rows: &[Adjustment]) -> Result<Vec<Turn>, StockError> {
    let mut sums: BTreeMap<VariantId, i64> = BTreeMap::new();
    for row in rows {
        *sums.entry(row.variant_id).or_default() += i64::from(row.delta);
    }
    let variants: Vec<VariantId> = sums.keys().copied().collect();
    let before: BTreeMap<VariantId, Stock> =
        store::lock(tx, &variants).await?.into_iter().collect();
    let places = locations::list(tx).await?;
    let mut faults = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        if !before.contains_key(&row.variant_id) {
            let pointer = format!("/adjustments/{index}/variant_id");
            let rule = "a variant of this tenant whose stock is tracked";
            faults.push(FieldFault::new(pointer, "not_found", rule));
        }
        let is_known = |id| places.iter().any(|place| place.id == id && place.is_active);
        if row.location_id.is_some_and(|id| !is_known(id)) {
            let pointer = format!("/adjustments/{index}/location_id");
            let rule = "an active location of this tenant";
            faults.push(FieldFault::new(pointer, "not_found", rule));
        }
    }
    if !faults.is_empty() {
        return Err(StockError::Unknown(faults));
    }
    let short = short(tx, rows, &before, &places).await?;
    let changes = before.into_iter().map(|before| {
        let delta = sums.get(&before.0).copied().unwrap_or_default();
        let variant_id = before.0;
        let after = moved(&before, delta).ok_or(StockError::Reserved { variant_id })?;
        Ok([before, after])
    });
    let changes: Vec<Turn> = changes.collect::<Result<_, StockError>>()?;
    short.map_or(Ok(changes), Err)
}

/// The first location that holds fewer units than are removed there. Variants that are sold before they are there may
/// go below zero.
async fn short(
    tx: &mut TenantTx,
    rows: &[Adjustment],
    before: &BTreeMap<VariantId, Stock>,
    places: &[Location],
) -> Result<Option<StockError>, StockError> {
    let default = places.iter().find(|place| place.is_default);
    let mut sums: BTreeMap<(VariantId, LocationId), i64> = BTreeMap::new();
    for row in rows {
        if let Some(location_id) = row.location_id.or(default.map(|place| place.id)) {
            *sums.entry((row.variant_id, location_id)).or_default() += i64::from(row.delta);
        }
    }
    let counted = before.iter().filter(|(_, stock)| !stock.allow_backorder);
    let counted: Vec<VariantId> = counted.map(|(id, _)| *id).collect();
    let held = store::held_at(tx, &counted).await?;
    let of = |key: &(VariantId, LocationId)| held.get(key).copied().unwrap_or_default();
    let short = sums.iter().find(|(key, delta)| {
        let is_counted = before
            .get(&key.0)
            .is_some_and(|stock| !stock.allow_backorder);
        is_counted && **delta < 0 && i64::from(of(key)) + **delta < 0
    });
    Ok(short.map(|(key, _)| StockError::LocationShort {
        variant_id: key.0,
        location_id: key.1,
        on_hand: of(key),
    }))
}

fn check(command: &AdjustStock) -> Result<String, StockError> {
    let mut faults = Vec::new();
    let reason = text::line(&command.reason, LONGEST_REASON);
    if reason.is_none() {
        let rule = "1 to 200 characters without line breaks";
        faults.push(FieldFault::new("/reason", "malformed", rule));
    }
    if command.rows.is_empty() || command.rows.len() > ADJUSTMENTS_MAX {
        let rule = "1 to 10,000 adjustments";
        faults.push(FieldFault::new("/adjustments", "out_of_range", rule));
    }
    for (index, row) in command.rows.iter().enumerate() {
        if row.delta == 0 || row.delta.unsigned_abs() > UNITS_MAX.unsigned_abs() {
            let pointer = format!("/adjustments/{index}/delta");
            let rule = "a whole number other than 0, at most 1,000,000,000 either way";
            faults.push(FieldFault::new(pointer, "out_of_range", rule));
        }
    }
    match reason {
        Some(reason) if faults.is_empty() => Ok(reason),
        _ => Err(StockError::Invalid(faults)),
    }
}

/// Says which variants can be sold again, or no longer.
pub(super) async fn tell(tx: &mut TenantTx, turns: &[Turn]) -> Result<(), DbError> {
    let turned = turns
        .iter()
        .filter(|[before, after]| before.1.is_available() != after.1.is_available());
    let turned: Vec<VariantId> = turned.map(|[before, _]| before.0).collect();
    for part in turned.chunks(TOLD_AT_ONCE) {
        let variant_ids = part.to_vec();
        tx.publish(&Event::AvailabilityChanged { variant_ids })
            .await?;
    }
    Ok(())
}
