//! The tenant's customers as a file.

use domain::identity::{Customer, IdentityError, ListCustomers};
use gateway::{ApiResult, Contract, CsvFile, Staff};
use kernel::Permission;
use kernel::ids::UserId;
use poem_openapi::{ApiResponse, OpenApi};
use time::format_description::well_known::Rfc3339;

use crate::{App, Tag};

/// Rows that are read at once.
const PART: u32 = 100;
const HEADER: [&str; 7] = [
    "id",
    "email",
    "first_name",
    "last_name",
    "note",
    "blocked_at",
    "created_at",
];

pub(crate) struct CustomersFileApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] =
    &[Contract::of("admin_export_customers").needs(&[Permission::CustomersRead])];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminCustomers")]
impl CustomersFileApi {
    /// Export customers
    ///
    /// All shoppers with an account, those who signed up last first, as CSV in UTF-8 with the columns `id`, `email`,
    /// `first_name`, `last_name`, `note`, `blocked_at` and `created_at`. Text that a spreadsheet would take for a formula begins with
    /// an apostrophe. The file is written as it is read.
    #[expect(clippy::unused_async, reason = "an operation is asynchronous")]
    #[oai(
        path = "/customers.csv",
        method = "get",
        operation_id = "admin_export_customers"
    )]
    async fn export(&self, staff: Staff) -> ApiResult<CustomersFile> {
        let (identity, caller) = (self.0.identity.clone(), staff.caller().clone());
        caller
            .require(Permission::CustomersRead)
            .map_err(IdentityError::from)?;
        let file = CsvFile::stream("customers.csv", &HEADER, move |after: Option<UserId>| {
            let (identity, caller) = (identity.clone(), caller.clone());
            async move {
                let query = ListCustomers {
                    after,
                    limit: PART,
                    ..ListCustomers::default()
                };
                let page = identity.customers(&caller, query).await?;
                let rows = page.customers.into_iter().map(row).collect();
                Ok::<_, IdentityError>((rows, page.next))
            }
        });
        Ok(CustomersFile::File(file))
    }
}

fn row(customer: Customer) -> Vec<String> {
    let blocked = customer.blocked_at.and_then(|at| at.format(&Rfc3339).ok());
    vec![
        customer.id.to_string(),
        customer.email.as_str().to_owned(),
        customer.profile.first_name,
        customer.profile.last_name,
        customer.note,
        blocked.unwrap_or_default(),
        customer.created_at.format(&Rfc3339).unwrap_or_default(),
    ]
}

/// Response of export-customers.
#[derive(ApiResponse)]
enum CustomersFile {
    /// The file.
    #[oai(status = 200)]
    File(CsvFile),
}
