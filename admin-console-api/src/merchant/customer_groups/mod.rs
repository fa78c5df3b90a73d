//! Customer groups and who is in them.

mod members;
mod prices;
mod visibility;

use domain::catalog::{self, CatalogError, CustomerGroupChange};
use gateway::{ApiResult, Contract, List, Staff};
use kernel::Permission;
use kernel::ids::CustomerGroupId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(super) use members::CustomerGroupMembersApi;
pub(super) use prices::CustomerGroupPricesApi;
pub(super) use visibility::ProductVisibilityApi;

pub(crate) struct CustomerGroupsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_customer_groups").needs(&[Permission::CustomersRead]),
    Contract::of("admin_create_customer_group")
        .needs(&[Permission::CustomersWrite])
        .fails(&[
            CatalogError::GROUP_NAME_TAKEN,
            CatalogError::TOO_MANY_GROUPS,
        ]),
    Contract::of("admin_get_customer_group").needs(&[Permission::CustomersRead]),
    Contract::of("admin_update_customer_group")
        .needs(&[Permission::CustomersWrite])
        .fails(&[CatalogError::GROUP_NAME_TAKEN]),
    Contract::of("admin_delete_customer_group")
        .needs(&[Permission::CustomersWrite])
        .fails(&[CatalogError::GROUP_IN_USE]),
    Contract::of("admin_list_customer_group_members").needs(&[Permission::CustomersRead]),
    Contract::of("admin_add_customer_group_members")
        .needs(&[Permission::CustomersWrite])
        .fails(&[CatalogError::CUSTOMER_NOT_FOUND]),
    Contract::of("admin_remove_customer_group_member").needs(&[Permission::CustomersWrite]),
    Contract::of("admin_list_customer_group_prices").needs(&[Permission::ProductsRead]),
    Contract::of("admin_set_customer_group_prices")
        .needs(&[Permission::ProductsWrite])
        .fails(&[CatalogError::VARIANT_NOT_FOUND]),
    Contract::of("admin_get_product_visibility").needs(&[Permission::ProductsRead]),
    Contract::of("admin_set_product_visibility")
        .needs(&[Permission::ProductsWrite])
        .fails(&[CatalogError::GROUP_NOT_FOUND]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminCustomers")]
impl CustomerGroupsApi {
    /// List customer groups
    ///
    /// All of them, by name; at most 100.
    #[oai(
        path = "/customer-groups",
        method = "get",
        operation_id = "admin_list_customer_groups"
    )]
    async fn list(&self, staff: Staff) -> ApiResult<Json<List<CustomerGroup>>> {
        let groups = self.0.catalog.groups(staff.caller()).await?;
        Ok(Json(List::of(groups)))
    }

    /// Create a customer group
    ///
    /// Members pay the lowest of the list price and what their groups pay: the group's own price of a variant, or
    /// else the list price less the group's discount.
    #[oai(
        path = "/customer-groups",
        method = "post",
        operation_id = "admin_create_customer_group"
    )]
    async fn create(
        &self,
        staff: Staff,
        body: Json<CreateCustomerGroup>,
    ) -> ApiResult<CustomerGroupCreated> {
        let CreateCustomerGroup { name, discount_ppm } = body.0;
        let catalog = &self.0.catalog;
        let made = catalog
            .create_group(staff.caller(), &name, discount_ppm)
            .await?;
        let location = format!("/admin/v1/customer-groups/{}", made.id);
        Ok(CustomerGroupCreated::Created(Json(made.into()), location))
    }

    /// Show a customer group
    ///
    /// With its discount and the number of its members.
    #[oai(
        path = "/customer-groups/:customer_group_id",
        method = "get",
        operation_id = "admin_get_customer_group"
    )]
    async fn get(
        &self,
        staff: Staff,
        /// Id of the group.
        customer_group_id: Path<CustomerGroupId>,
    ) -> ApiResult<Json<CustomerGroup>> {
        let catalog = &self.0.catalog;
        let found = catalog.group(staff.caller(), customer_group_id.0).await?;
        Ok(Json(found.into()))
    }

    /// Change a customer group
    ///
    /// Absent fields do not change. Members pay the new prices from their next request on; orders keep theirs.
    #[oai(
        path = "/customer-groups/:customer_group_id",
        method = "patch",
        operation_id = "admin_update_customer_group"
    )]
    async fn change(
        &self,
        staff: Staff,
        /// Id of the group.
        customer_group_id: Path<CustomerGroupId>,
        body: Json<UpdateCustomerGroup>,
    ) -> ApiResult<Json<CustomerGroup>> {
        let change = CustomerGroupChange {
            name: body.0.name,
            discount_ppm: body.0.discount_ppm,
        };
        let changed = self
            .0
            .catalog
            .change_group(staff.caller(), customer_group_id.0, change)
            .await?;
        Ok(Json(changed.into()))
    }

    /// Delete a customer group
    ///
    /// Its prices go with it, and its members pay list prices again. Returns 409 `customer_group_in_use` while
    /// products are shown to the group only.
    #[oai(
        path = "/customer-groups/:customer_group_id",
        method = "delete",
        operation_id = "admin_delete_customer_group"
    )]
    async fn delete(
        &self,
        staff: Staff,
        /// Id of the group.
        customer_group_id: Path<CustomerGroupId>,
    ) -> ApiResult<CustomerGroupDeleted> {
        self.0
            .catalog
            .delete_group(staff.caller(), customer_group_id.0)
            .await?;
        Ok(CustomerGroupDeleted::Deleted)
    }
}

/// A group to create.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateCustomerGroup {
    /// Name, 1 to 80 characters; unique in the tenant. Members see it in the export of their data.
    name: String,
    /// Discount in parts per million, 0 to 1,000,000; 100,000 is 10 %. 0 by default.
    #[oai(default)]
    discount_ppm: i32,
}

/// What to change of a group.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct UpdateCustomerGroup {
    /// Name, 1 to 80 characters; unique in the tenant.
    name: Option<String>,
    /// Discount in parts per million, 0 to 1,000,000; 100,000 is 10 %.
    discount_ppm: Option<i32>,
}

/// A group of customers.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CustomerGroup {
    /// Group id.
    id: CustomerGroupId,
    /// Name.
    name: String,
    /// Discount in parts per million on everything that the group has no price of its own for.
    discount_ppm: i32,
    /// Number of members.
    member_count: i64,
    /// When it was created.
    created_at: OffsetDateTime,
    /// When its name or discount was last changed.
    updated_at: OffsetDateTime,
}

/// Response of create.
#[derive(ApiResponse)]
enum CustomerGroupCreated {
    /// The group.
    #[oai(status = 201)]
    Created(
        Json<CustomerGroup>,
        /// URL of the group.
        #[oai(header = "Location")]
        String,
    ),
}

/// Response of delete.
#[derive(ApiResponse)]
enum CustomerGroupDeleted {
    /// The group is deleted.
    #[oai(status = 204)]
    Deleted,
}

impl From<catalog::CustomerGroup> for CustomerGroup {
    fn from(group: catalog::CustomerGroup) -> Self {
        Self {
            id: group.id,
            name: group.name,
            discount_ppm: group.discount_ppm,
            member_count: group.members,
            created_at: group.created_at,
            updated_at: group.updated_at,
        }
    }
}
