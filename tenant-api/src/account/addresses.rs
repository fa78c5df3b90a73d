//! A shopper's address book.

use domain::identity::{self, IdentityError};
use gateway::{Address, ApiResult, Contract, Invalid, List, Shopper};
use kernel::Permission;
use kernel::ids::AddressId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use super::Done;
use crate::{App, Tag};

pub(crate) struct AddressesApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_list_addresses").needs(&[Permission::AccountManage]),
    Contract::of("storefront_create_address")
        .needs(&[Permission::AccountManage])
        .fails(&[IdentityError::TOO_MANY_ADDRESSES]),
    Contract::of("storefront_get_address").needs(&[Permission::AccountManage]),
    Contract::of("storefront_update_address").needs(&[Permission::AccountManage]),
    Contract::of("storefront_delete_address").needs(&[Permission::AccountManage]),
];

#[OpenApi(prefix_path = "/storefront/v1/account", tag = "Tag::Account")]
impl AddressesApi {
    /// List addresses
    ///
    /// The address book of the account, oldest first; at most 50.
    #[oai(
        path = "/addresses",
        method = "get",
        operation_id = "storefront_list_addresses"
    )]
    async fn list(&self, shopper: Shopper) -> ApiResult<Json<List<SavedAddress>>> {
        let addresses = self.0.identity.addresses(shopper.caller()).await?;
        Ok(Json(List::of(addresses)))
    }

    /// Create an address
    ///
    /// The country decides which fields are required. The first address becomes the default for shipping
    /// and billing unless the request says otherwise. An address book holds 50 addresses; one more returns
    /// 409 `too_many_addresses`.
    #[oai(
        path = "/addresses",
        method = "post",
        operation_id = "storefront_create_address"
    )]
    async fn create(
        &self,
        shopper: Shopper,
        body: Json<CreateAddress>,
    ) -> ApiResult<AddressCreated> {
        let new = body.0.into_command()?;
        let saved = self.0.identity.add_address(shopper.caller(), new).await?;
        let location = format!("/storefront/v1/account/addresses/{}", saved.id);
        Ok(AddressCreated::Created(Json(saved.into()), location))
    }

    /// Show an address
    ///
    /// One address of the address book.
    #[oai(
        path = "/addresses/:address_id",
        method = "get",
        operation_id = "storefront_get_address"
    )]
    async fn get(
        &self,
        shopper: Shopper,
        /// Id of the address.
        address_id: Path<AddressId>,
    ) -> ApiResult<Json<SavedAddress>> {
        let identity = &self.0.identity;
        let saved = identity.address(shopper.caller(), address_id.0).await?;
        Ok(Json(saved.into()))
    }

    /// Change an address
    ///
    /// Absent fields do not change; an `address` replaces the whole address. An address that becomes a
    /// default takes the place of the default before. Carts and orders keep the copy that they have.
    #[oai(
        path = "/addresses/:address_id",
        method = "patch",
        operation_id = "storefront_update_address"
    )]
    async fn update(
        &self,
        shopper: Shopper,
        /// Id of the address.
        address_id: Path<AddressId>,
        body: Json<ChangeAddress>,
    ) -> ApiResult<Json<SavedAddress>> {
        let change = body.0.into_command()?;
        let identity = &self.0.identity;
        let saved = identity
            .change_address(shopper.caller(), address_id.0, change)
            .await?;
        Ok(Json(saved.into()))
    }

    /// Delete an address
    ///
    /// Carts and orders keep their copies of it. Another default is not chosen.
    #[oai(
        path = "/addresses/:address_id",
        method = "delete",
        operation_id = "storefront_delete_address"
    )]
    async fn delete(
        &self,
        shopper: Shopper,
        /// Id of the address.
        address_id: Path<AddressId>,
    ) -> ApiResult<Done> {
        let identity = &self.0.identity;
        identity
            .delete_address(shopper.caller(), address_id.0)
            .await?;
        Ok(Done::Done)
    }
}

/// An address of the address book.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct SavedAddress {
    /// Address id.
    id: AddressId,
    /// The address.
    address: Address,
    /// Whether it is the default shipping address.
    is_default_shipping: bool,
    /// Whether it is the default billing address.
    is_default_billing: bool,
    /// When the address was created.
    created_at: OffsetDateTime,
    /// When the address was last changed.
    updated_at: OffsetDateTime,
}

impl From<identity::SavedAddress> for SavedAddress {
    fn from(saved: identity::SavedAddress) -> Self {
        let identity::SavedAddress {
            id,
            address,
            is_default_shipping,
            is_default_billing,
            created_at,
            updated_at,
        } = saved;
        Self {
            id,
            address: address.into(),
            is_default_shipping,
            is_default_billing,
            created_at,
            updated_at,
        }
    }
}

/// Response of create-address.
#[derive(ApiResponse)]
enum AddressCreated {
    /// The address.
    #[oai(status = 201)]
    Created(
        Json<SavedAddress>,
        /// URL of the address.
        #[oai(header = "Location")]
        String,
    ),
}

/// An address to create.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateAddress {
    /// The address.
    address: Address,
    /// Whether it becomes the default shipping address; by default if it is the first one.
    is_default_shipping: Option<bool>,
    /// Whether it becomes the default billing address; by default if it is the first one.
    is_default_billing: Option<bool>,
}

impl CreateAddress {
    fn into_command(self) -> Result<identity::NewAddress, Invalid> {
        Ok(identity::NewAddress {
            address: self.address.parse("/address").map_err(Invalid::fields)?,
            is_default_shipping: self.is_default_shipping,
            is_default_billing: self.is_default_billing,
        })
    }
}

/// Fields to change.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ChangeAddress {
    /// The whole address.
    address: Option<Address>,
    /// Whether it is the default shipping address.
    is_default_shipping: Option<bool>,
    /// Whether it is the default billing address.
    is_default_billing: Option<bool>,
}

impl ChangeAddress {
    fn into_command(self) -> Result<identity::AddressChange, Invalid> {
        let address = self.address.map(|address| address.parse("/address"));
        Ok(identity::AddressChange {
            address: address.transpose().map_err(Invalid::fields)?,
            is_default_shipping: self.is_default_shipping,
            is_default_billing: self.is_default_billing,
        })
    }
}
