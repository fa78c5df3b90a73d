//! Where goods are kept.

use domain::inventory::{self, LocationChange};
use gateway::{ApiResult, List, Staff};
use kernel::ids::LocationId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(crate) struct LocationsApi(pub(crate) App);

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminProducts")]
impl LocationsApi {
    /// List locations
    ///
    /// In the order in which units of paid orders are taken from them.
    #[oai(
        path = "/locations",
        method = "get",
        operation_id = "admin_list_locations"
    )]
    async fn list(&self, staff: Staff) -> ApiResult<Json<List<Location>>> {
        let locations = self.0.inventory.locations(staff.caller()).await?;
        Ok(Json(List::of(locations)))
    }

    /// Create a location
    ///
    /// It is active and empty. A tenant has at most 50 locations.
    #[oai(
        path = "/locations",
        method = "post",
        operation_id = "admin_create_location"
    )]
    async fn create(&self, staff: Staff, body: Json<CreateLocation>) -> ApiResult<LocationCreated> {
        let CreateLocation { name, priority } = body.0;
        let inventory = &self.0.inventory;
        let made = inventory
            .create_location(staff.caller(), &name, priority)
            .await?;
        Ok(LocationCreated::Created(
            Json(made.into()),
            "/admin/v1/locations".to_owned(),
        ))
    }

    /// Change a location
    ///
    /// Absent fields do not change. The default location, and one that holds stock, cannot be deactivated: 409
    /// `location_in_use`.
    #[oai(
        path = "/locations/:location_id",
        method = "patch",
        operation_id = "admin_update_location"
    )]
    async fn change(
        &self,
        staff: Staff,
        /// Id of the location.
        location_id: Path<LocationId>,
        body: Json<UpdateLocation>,
    ) -> ApiResult<Json<Location>> {
        let change = LocationChange {
            name: body.0.name,
            priority: body.0.priority,
            is_active: body.0.is_active,
        };
        let changed = self
            .0
            .inventory
            .change_location(staff.caller(), location_id.0, change)
            .await?;
        Ok(Json(changed.into()))
    }
}

/// A location to create.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateLocation {
    /// Name, 1 to 80 characters; unique in the tenant.
    name: String,
    /// Priority, 0 to 1,000: units are taken from the lowest first. 100 by default.
    #[oai(default = "usual_priority")]
    priority: i32,
}

const fn usual_priority() -> i32 {
    100
}

/// What to change of a location.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct UpdateLocation {
    /// Name, 1 to 80 characters; unique in the tenant.
    name: Option<String>,
    /// Priority, 0 to 1,000: units are taken from the lowest first.
    priority: Option<i32>,
    /// Whether orders are fulfilled from it.
    is_active: Option<bool>,
}

/// A place where goods are kept.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Location {
    /// Location id.
    id: LocationId,
    /// Name.
    name: String,
    /// Priority, 0 to 1,000: units are taken from the lowest first.
    priority: i32,
    /// Whether orders are fulfilled from it.
    is_active: bool,
    /// Whether it is the default location, where stock is that names no location.
    is_default: bool,
    /// When it was created.
    created_at: OffsetDateTime,
    /// When it was last changed.
    updated_at: OffsetDateTime,
}

/// Response of create.
#[derive(ApiResponse)]
enum LocationCreated {
    /// The location.
    #[oai(status = 201)]
    Created(
        Json<Location>,
        /// URL of the list.
        #[oai(header = "Location")]
        String,
    ),
}

impl From<inventory::Location> for Location {
    fn from(location: inventory::Location) -> Self {
        Self {
            id: location.id,
            name: location.name,
            priority: location.priority,
            is_active: location.is_active,
            is_default: location.is_default,
            created_at: location.created_at,
            updated_at: location.updated_at,
        }
    }
}
