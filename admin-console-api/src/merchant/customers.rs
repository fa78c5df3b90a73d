//! The tenant's customers: shoppers who have an account.

use domain::identity::{self, CustomerChange, ListCustomers, ProfileChange};
use domain::orders::ListOwnOrders;
use gateway::{Address, ApiResult, Context, Contract, Cost, Cursor, Invalid, Limit, Page, Staff};
use kernel::ids::{AddressId, UserId};
use kernel::{Permission, text};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use super::consents::CustomerConsents;
use super::orders::Summary;
use crate::{App, Tag};

/// The most characters of a search.
const LONGEST_SEARCH: usize = 255;
/// The most characters of a note.
const LONGEST_NOTE: usize = 5_000;

pub(crate) struct CustomersApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_customers").needs(&[Permission::CustomersRead]),
    Contract::of("admin_get_customer").needs(&[Permission::CustomersRead]),
    Contract::of("admin_list_customer_orders")
        .needs(&[Permission::CustomersRead, Permission::OrdersRead]),
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
        /// The beginning of an e-mail address, a first name or a last name.
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

/// A customer in a list.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct CustomerSummary {
    /// Customer id.
    id: UserId,
    /// E-mail address to sign in with.
    email: String,
    /// First name.
    first_name: String,
    /// Last name; may be empty.
    last_name: String,
    /// When the customer was blocked; absent while not blocked.
    blocked_at: Option<OffsetDateTime>,
    /// When the customer signed up.
    created_at: OffsetDateTime,
}

/// A customer with their address book and consents.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Customer {
    /// Customer id.
    id: UserId,
    /// E-mail address to sign in with.
    email: String,
    /// First name.
    first_name: String,
    /// Last name; may be empty.
    last_name: String,
    /// Note of the store's staff, which the customer does not see.
    note: String,
    /// When the customer was blocked; absent while not blocked.
    blocked_at: Option<OffsetDateTime>,
    /// When the customer signed up.
    created_at: OffsetDateTime,
    /// Addresses, oldest first; at most 50.
    addresses: Vec<CustomerAddress>,
    /// What the customer has agreed to.
    consents: CustomerConsents,
}

/// An address of a customer's address book.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CustomerAddress {
    /// Address id.
    id: AddressId,
    /// The address.
    address: Address,
    /// Whether it is the default shipping address.
    is_default_shipping: bool,
    /// Whether it is the default billing address.
    is_default_billing: bool,
}

/// What to change of a customer.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct UpdateCustomer {
    /// First name.
    #[oai(validator(min_length = 1, max_length = 100))]
    first_name: Option<String>,
    /// Last name; empty to have none.
    #[oai(validator(max_length = 100))]
    last_name: Option<String>,
    /// Note of the store's staff, which the customer does not see.
    #[oai(validator(max_length = 5000))]
    note: Option<String>,
    /// Whether the customer is blocked.
    is_blocked: Option<bool>,
}

impl UpdateCustomer {
    fn into_command(self) -> Result<CustomerChange, Invalid> {
        let names = ProfileChange {
            first_name: self.first_name,
            last_name: self.last_name,
        };
        let profile = names.parse().map_err(Invalid::fields)?;
        let rule = "at most 5,000 characters, without control characters";
        let malformed = || Invalid::field("/note", "malformed", rule);
        let note = self.note.map(|note| match note.trim() {
            "" => Ok(String::new()),
            note => text::prose(note, LONGEST_NOTE).ok_or_else(malformed),
        });
        Ok(CustomerChange {
            profile,
            note: note.transpose()?,
            is_blocked: self.is_blocked,
        })
    }
}

/// The answer to sending a password reset.
#[derive(ApiResponse)]
enum ResetSent {
    /// The e-mail is on its way.
    #[oai(status = 202)]
    Accepted,
}

/// The answer to deleting a customer.
#[derive(ApiResponse)]
enum CustomerDeleted {
    /// The account is gone.
    #[oai(status = 204)]
    Deleted,
}

impl From<identity::Customer> for CustomerSummary {
    fn from(customer: identity::Customer) -> Self {
        Self {
            id: customer.id,
            email: customer.email.as_str().to_owned(),
            first_name: customer.profile.first_name,
            last_name: customer.profile.last_name,
            blocked_at: customer.blocked_at,
            created_at: customer.created_at,
        }
    }
}

impl From<identity::CustomerDetail> for Customer {
    fn from(detail: identity::CustomerDetail) -> Self {
        let customer = detail.customer;
        let addresses = detail.addresses.into_iter().map(|saved| CustomerAddress {
            id: saved.id,
            address: saved.address.into(),
            is_default_shipping: saved.is_default_shipping,
            is_default_billing: saved.is_default_billing,
        });
        Self {
            id: customer.id,
            email: customer.email.as_str().to_owned(),
            first_name: customer.profile.first_name,
            last_name: customer.profile.last_name,
            note: customer.note,
            blocked_at: customer.blocked_at,
            created_at: customer.created_at,
            addresses: addresses.collect(),
            consents: detail.consents.into(),
        }
    }
}
