//! What the operations on customers are sent, and what they answer.

use domain::identity::{self, CustomerChange, NewCustomer, Profile, ProfileChange};
use gateway::{Address, Invalid};
use kernel::contact::Email;
use kernel::ids::{AddressId, UserId};
use kernel::text;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object};
use time::OffsetDateTime;

use crate::merchant::consents::CustomerConsents;

/// The most characters of a note.
const LONGEST_NOTE: usize = 5_000;

/// A customer in a list.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct CustomerSummary {
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
    /// When the customer showed that the e-mail address is theirs; absent while nobody has used an account that staff created.
    email_verified_at: Option<OffsetDateTime>,
    /// When the customer signed up, or was created.
    created_at: OffsetDateTime,
}

/// A customer with their address book and consents.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct Customer {
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
    /// When the customer showed that the e-mail address is theirs; absent while nobody has used an account that staff created.
    email_verified_at: Option<OffsetDateTime>,
    /// When the customer signed up, or was created.
    created_at: OffsetDateTime,
    /// Addresses, oldest first; at most 50.
    addresses: Vec<CustomerAddress>,
    /// What the customer has agreed to.
    consents: CustomerConsents,
}

/// An address of a customer's address book.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CustomerAddress {
    /// Address id.
    id: AddressId,
    /// The address.
    address: Address,
    /// Whether it is the default shipping address.
    is_default_shipping: bool,
    /// Whether it is the default billing address.
    is_default_billing: bool,
}

/// A customer who has not signed up.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateCustomer {
    /// E-mail address to sign in with.
    #[oai(validator(max_length = 254))]
    email: String,
    /// First name.
    #[oai(validator(min_length = 1, max_length = 100))]
    first_name: String,
    /// Last name; empty to have none.
    #[oai(validator(max_length = 100))]
    last_name: Option<String>,
    /// Note of the store's staff, which the customer does not see.
    #[oai(validator(max_length = 5000))]
    note: Option<String>,
    /// Whether to send the e-mail that asks to choose a password; `true` by default. A password reset sends it later.
    send_invitation: Option<bool>,
}

impl CreateCustomer {
    pub(super) fn into_command(self) -> Result<NewCustomer, Invalid> {
        let email = Email::parse(&self.email)
            .map_err(|why| Invalid::field("/email", "malformed", why.rule))?;
        let rest = UpdateCustomer {
            first_name: Some(self.first_name),
            last_name: self.last_name,
            note: self.note,
            is_blocked: None,
        };
        let rest = rest.into_command()?;
        Ok(NewCustomer {
            email,
            profile: Profile {
                first_name: rest.profile.first_name.unwrap_or_default(),
                last_name: rest.profile.last_name.unwrap_or_default(),
            },
            note: rest.note.unwrap_or_default(),
            is_invited: self.send_invitation.unwrap_or(true),
        })
    }
}

/// The answer to creating a customer.
#[derive(ApiResponse)]
pub(super) enum CustomerCreated {
    /// The customer.
    #[oai(status = 201)]
    Created(
        Json<Customer>,
        /// Where the customer is.
        #[oai(header = "Location")]
        String,
    ),
}

/// What to change of a customer.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct UpdateCustomer {
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
    pub(super) fn into_command(self) -> Result<CustomerChange, Invalid> {
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
pub(super) enum ResetSent {
    /// The e-mail is on its way.
    #[oai(status = 202)]
    Accepted,
}

/// The answer to deleting a customer.
#[derive(ApiResponse)]
pub(super) enum CustomerDeleted {
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
            email_verified_at: customer.email_verified_at,
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
            email_verified_at: customer.email_verified_at,
            created_at: customer.created_at,
            addresses: addresses.collect(),
            consents: detail.consents.into(),
        }
    }
}
