//! Where goods are kept: warehouses, shops, a stock room.

use db::{Db, OnConstraint};
use kernel::ids::LocationId;
use kernel::ports::{Clock, Ids};
use kernel::{Caller, FieldFault, Permission, text};
use std::sync::Arc;
use time::OffsetDateTime;

use super::StockError;
use super::store::locations as store;

/// Locations that a tenant can have.
const MOST_LOCATIONS: i64 = 50;
const LONGEST_NAME: usize = 80;
const LOWEST_PRIORITY: i32 = 1_000;

/// A place where goods are kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Location {
    /// Its id.
    pub id: LocationId,
    /// Its name.
    pub name: String,
    /// Units are taken from the lowest first.
    pub priority: i32,
    /// Whether orders are fulfilled from it.
    pub is_active: bool,
    /// Whether stock that names no location is here.
    pub is_default: bool,
    /// When it was created.
    pub created_at: OffsetDateTime,
    /// When it was last changed.
    pub updated_at: OffsetDateTime,
}

/// What to change of a location; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct LocationChange {
    /// Its name.
    pub name: Option<String>,
    /// Its priority.
    pub priority: Option<i32>,
    /// Whether orders are fulfilled from it.
    pub is_active: Option<bool>,
}

/// Stock, for staff.
#[derive(Clone)]
pub struct Inventory {
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
}

impl Inventory {
    /// Stock in `db`.
    pub fn new(db: Db, clock: Arc<dyn Clock>) -> Self {
        Self { db, clock }
    }

    /// The tenant's locations, in the order in which units are taken from them.
    pub async fn locations(&self, caller: &Caller) -> Result<Vec<Location>, StockError> {
        caller.require(Permission::ProductsRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::list(&mut tx).await?)
    }

    /// Creates a location, which is empty.
    pub async fn create_location(
        &self,
        caller: &Caller,
        name: &str,
        priority: i32,
    ) -> Result<Location, StockError> {
        caller.require(Permission::ProductsWrite)?;
        let name = checked(Some(name), Some(priority))?.unwrap_or_default();
        let mut tx = self.db.begin(caller).await?;
        if store::count(&mut tx).await? >= MOST_LOCATIONS {
            return Err(StockError::TooManyLocations);
        }
        let now = self.clock.now();
        let location = Location {
            id: LocationId::from_uuid(Ids.uuid()),
            name,
            priority,
            is_active: true,
            is_default: false,
            created_at: now,
            updated_at: now,
        };
        store::insert(&mut tx, &location)
            .await
            .on_constraint("locations_name", || StockError::LocationNameTaken)?;
        tx.commit().await?;
        Ok(location)
    }

    /// Changes a location. One that holds stock cannot be deactivated, nor can the default one.
    pub async fn change_location(
        &self,
        caller: &Caller,
        id: LocationId,
        change: LocationChange,
    ) -> Result<Location, StockError> {
        caller.require(Permission::ProductsWrite)?;
        let name = checked(change.name.as_deref(), change.priority)?;
        let change = LocationChange { name, ..change };
        let mut tx = self.db.begin(caller).await?;
        let done = store::update(&mut tx, id, &change, self.clock.now()).await;
        done.map_err(|error| match error.constraint() {
            Some("locations_name") => StockError::LocationNameTaken,
            Some("locations_default_is_active") => StockError::LocationInUse,
            _ => error.into(),
        })?;
        let location = store::find(&mut tx, id).await?;
        let location = location.ok_or(StockError::LocationNotFound)?;
        if !location.is_active && store::holds_stock(&mut tx, id).await? {
            return Err(StockError::LocationInUse);
        }
        tx.commit().await?;
        Ok(location)
    }
}

/// The name without spaces around it; an error when it or the priority cannot be.
fn checked(name: Option<&str>, priority: Option<i32>) -> Result<Option<String>, StockError> {
    let mut faults = Vec::new();
    let line = name.map(|name| text::line(name, LONGEST_NAME));
    if matches!(line, Some(None)) {
        let rule = "1 to 80 characters without line breaks";
        faults.push(FieldFault::new("/name", "malformed", rule));
    }
    if priority.is_some_and(|priority| !(0..=LOWEST_PRIORITY).contains(&priority)) {
        faults.push(FieldFault::new("/priority", "out_of_range", "0 to 1,000"));
    }
    if faults.is_empty() {
        Ok(line.flatten())
    } else {
        Err(StockError::Invalid(faults))
    }
}
