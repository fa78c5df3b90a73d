//! The tenant's customers: shoppers who have an account.

mod body;
mod file;

use domain::identity::{IdentityError, ListCustomers};
use domain::orders::ListOwnOrders;
use gateway::{ApiResult, Context, Contract, Cost, Cursor, Invalid, Limit, Page, Staff};
use kernel::ids::UserId;
use kernel::{Permission, text};
use poem_openapi::OpenApi;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;

use self::body::{
    CreateCustomer, Customer, CustomerCreated, CustomerDeleted, CustomerSummary, ResetSent,
    UpdateCustomer,
};
pub(super) use self::file::{CONTRACTS as FILE_CONTRACTS, CustomersFileApi};
use super::orders::Summary;
use crate::{App, Tag};

/// The most characters of a search.
const LONGEST_SEARCH: usize = 255;

pub(crate) struct CustomersApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_customers").needs(&[Permission::CustomersRead]),
    Contract::of("admin_get_customer").needs(&[Permission::CustomersRead]),
    Contract::of("admin_list_customer_orders")
        .needs(&[Permission::CustomersRead, Permission::OrdersRead]),
    Contract::of("admin_create_customer")
        .costs(Cost::Mail)
        .needs(&[Permission::CustomersWrite])
        .fails(&[IdentityError::CUSTOMER_EXISTS, IdentityError::SIGN_IN_BUSY]),
    Contract::of("admin_update_customer").needs(&[Permission::CustomersWrite]),
    Contract::of("admin_send_customer_password_reset")
        .costs(Cost::Mail)
        .needs(&[Permission::CustomersWrite]),
    Contract::of("admin_delete_customer").needs(&[Permission::CustomersWrite]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminCustomers")]
impl CustomersApi {
    /// List customers
    ///
    /// Shoppers with an account, those who signed up last first. Guests have no account: find their orders by
    /// e-mail address.
    #[oai(
        path = "/customers",
        method = "get",
        operation_id = "admin_list_customers"
    )]
    async fn list(
        &self,
        staff: Staff,
        /// The beginning of an e-mail address or a name; or a whole phone number of an address book, or an order number.
        search: Query<Option<String>>,
        /// Only customers who are blocked, or who are not.
        is_blocked: Query<Option<bool>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same filter.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<CustomerSummary>>> {
        let search = looked_for(search.0.as_deref())?;
        let tenant_id = staff.caller().tenant_id();
        let list = format!("admin/customers/{tenant_id}/{search:?}/{:?}", is_blocked.0);
        let query = ListCustomers {
            search,
            is_blocked: is_blocked.0,
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
        };
        let page = self.0.identity.customers(staff.caller(), query).await?;
        Ok(Json(Page::behind(page.customers, &list, page.next)))
    }

    /// Create a customer
    ///
    /// Somebody who has not signed up: an account without a password. Its owner gets in by the link of the e-mail that this
    /// sends, by a sign-in code or by a password reset, all of which reach that mailbox only. Orders that were placed with
    /// the address as a guest belong to the account. The link leads to the storefront that this request was sent to.
    #[oai(
        path = "/customers",
        method = "post",
        operation_id = "admin_create_customer"
    )]
    async fn create(
        &self,
        staff: Staff,
        context: Context,
        body: Json<CreateCustomer>,
    ) -> ApiResult<CustomerCreated> {
        let storefront_id = context.0.storefront()?.storefront_id;
        let new = body.0.into_command()?;
        let identity = &self.0.identity;
        let created = identity
            .create_customer(staff.caller(), new, storefront_id)
            .await?;
        let location = format!("/admin/v1/customers/{}", created.customer.id);
        Ok(CustomerCreated::Created(Json(created.into()), location))
    }

    /// Show a customer
    ///
    /// With the addresses of the address book, and what the customer has agreed to.
    #[oai(
        path = "/customers/:customer_id",
        method = "get",
        operation_id = "admin_get_customer"
    )]
    async fn get(
        &self,
        staff: Staff,
        /// Id of the customer.
        customer_id: Path<UserId>,
    ) -> ApiResult<Json<Customer>> {
        let identity = &self.0.identity;
        let found = identity.customer(staff.caller(), customer_id.0).await?;
        Ok(Json(found.into()))
    }

    /// List a customer's orders
    ///
    /// Orders of the account, newest first; those placed as a guest with the same address before it are among them.
    #[oai(
        path = "/customers/:customer_id/orders",
        method = "get",
        operation_id = "admin_list_customer_orders"
    )]
    async fn orders(
        &self,
        staff: Staff,
        /// Id of the customer.
        customer_id: Path<UserId>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<Summary>>> {
        let caller = staff.caller();
        let list = format!("admin/customers/{}/{}", caller.tenant_id(), customer_id.0);
        let query = ListOwnOrders {
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
        };
        self.0.identity.customer(caller, customer_id.0).await?;
        let orders = &self.0.orders;
        let page = orders
            .list_of_customer(caller, customer_id.0, query)
            .await?;
        Ok(Json(Page::behind(page.orders, &list, page.next)))
    }

    /// Change a customer
    ///
    /// Absent fields do not change. Blocking signs the customer out on all devices at once; signing in then returns
    /// 403 `account_blocked`, and an order with the address 403 `customer_blocked`.
    #[oai(
        path = "/customers/:customer_id",
        method = "patch",
        operation_id = "admin_update_customer"
    )]
    async fn change(
        &self,
        staff: Staff,
        /// Id of the customer.
        customer_id: Path<UserId>,
        body: Json<UpdateCustomer>,
    ) -> ApiResult<Json<Customer>> {
        let identity = &self.0.identity;
        let change = body.0.into_command()?;
        let changed = identity
            .change_customer(staff.caller(), customer_id.0, change)
            .await?;
        Ok(Json(changed.into()))
    }

    /// Send a customer a password reset
    ///
    /// Sends the e-mail that `storefront_forgot_password` sends; its link leads to the storefront that this request
    /// was sent to.
    #[oai(
        path = "/customers/:customer_id/password-reset",
        method = "post",
        operation_id = "admin_send_customer_password_reset"
    )]
    async fn send_reset(
        &self,
        staff: Staff,
        context: Context,
        /// Id of the customer.
        customer_id: Path<UserId>,
    ) -> ApiResult<ResetSent> {
        let storefront_id = context.0.storefront()?.storefront_id;
        let identity = &self.0.identity;
        identity
            .send_password_reset(staff.caller(), customer_id.0, storefront_id)
            .await?;
        Ok(ResetSent::Accepted)
    }

    /// Delete a customer
    ///
    /// Deletes the account, its addresses and its sessions, and tells the customer by e-mail. Orders stay as long as
    /// the law requires.
    #[oai(
        path = "/customers/:customer_id",
        method = "delete",
        operation_id = "admin_delete_customer"
    )]
    async fn delete(
        &self,
        staff: Staff,
        context: Context,
        /// Id of the customer.
        customer_id: Path<UserId>,
    ) -> ApiResult<CustomerDeleted> {
        let storefront_id = context.0.storefront()?.storefront_id;
        let identity = &self.0.identity;
        identity
            .delete_customer(staff.caller(), customer_id.0, storefront_id)
            .await?;
        Ok(CustomerDeleted::Deleted)
    }
}

/// What is looked for; nothing when the parameter is empty.
fn looked_for(asked: Option<&str>) -> Result<Option<String>, Invalid> {
    let asked = asked.filter(|text| !text.trim().is_empty());
    let Some(asked) = asked else { return Ok(None) };
    let rule = "the beginning of an e-mail address or a name, at most 255 characters";
    let found = text::line(asked, LONGEST_SEARCH);
    found.map_or_else(
        || Err(Invalid::field("search", "malformed", rule)),
        |it| Ok(Some(it)),
    )
}
