//! A tenant's customers, as its staff sees them: the shoppers who have an account.
//!
//! Whoever is blocked is signed out everywhere at once, cannot sign in, and cannot order with the address.

mod store;

pub(crate) use store::is_blocked;

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{StorefrontId, UserId};
use kernel::ports::Ids;
use kernel::{Caller, Event, Permission};
use time::OffsetDateTime;

use super::shopper::{self, Consents, Profile, ProfileChange, SavedAddress};
use super::{Identity, IdentityError, Password};

/// The largest page.
const MAX_PAGE: u32 = 100;

/// A shopper who has an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// The account's id.
    pub id: UserId,
    /// The address to sign in with.
    pub email: Email,
    /// Names.
    pub profile: Profile,
    /// The merchant's note.
    pub note: String,
    /// Since when they are blocked, if they are.
    pub blocked_at: Option<OffsetDateTime>,
    /// Since when the address is known to be theirs; none of an account that staff made and nobody has used.
    pub email_verified_at: Option<OffsetDateTime>,
    /// When they signed up, or were added.
    pub created_at: OffsetDateTime,
}

/// A customer whom staff add.
#[derive(Debug, Clone)]
pub struct NewCustomer {
    /// The address to sign in with.
    pub email: Email,
    /// Names.
    pub profile: Profile,
    /// The merchant's note.
    pub note: String,
    /// Whether to send the letter that asks to choose a password.
    pub is_invited: bool,
}

/// A customer with what belongs to the account.
#[derive(Debug, Clone)]
pub struct CustomerDetail {
    /// The customer.
    pub customer: Customer,
    /// The address book.
    pub addresses: Vec<SavedAddress>,
    /// What they have agreed to.
    pub consents: Consents,
}

/// Which customers to list.
#[derive(Debug, Clone, Default)]
pub struct ListCustomers {
    /// Only those whose e-mail address or name begins with this, who have this phone number in their address book, or whose
    /// order has this number.
    pub search: Option<String>,
    /// Only those who are blocked, or who are not.
    pub is_blocked: Option<bool>,
    /// Only those before this one.
    pub after: Option<UserId>,
    /// At most so many, and never more than 100.
    pub limit: u32,
}

/// Customers, those who signed up last first.
#[derive(Debug, Clone)]
pub struct CustomerPage {
    /// Those of this page.
    pub customers: Vec<Customer>,
    /// Where the next page begins, if there is one.
    pub next: Option<UserId>,
}

/// What to change of a customer; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct CustomerChange {
    /// Names.
    pub profile: ProfileChange,
    /// The merchant's note.
    pub note: Option<String>,
    /// Whether they are blocked.
    pub is_blocked: Option<bool>,
}

impl Identity {
    /// The tenant's customers.
    pub async fn customers(
        &self,
        caller: &Caller,
        query: ListCustomers,
    ) -> Result<CustomerPage, IdentityError> {
        caller.require(Permission::CustomersRead)?;
        let limit = query.limit.clamp(1, MAX_PAGE);
        let mut tx = self.db.begin(caller).await?;
        let mut customers = store::list(&mut tx, &query, i64::from(limit) + 1).await?;
        let has_more = customers.len() > usize::try_from(limit).unwrap_or(usize::MAX);
        if has_more {
            customers.pop();
        }
        let next = customers.last().filter(|_| has_more).map(|last| last.id);
        Ok(CustomerPage { customers, next })
    }

    /// A customer with the address book and the consents.
    pub async fn customer(
        &self,
        caller: &Caller,
        id: UserId,
    ) -> Result<CustomerDetail, IdentityError> {
        caller.require(Permission::CustomersRead)?;
        let mut tx = self.db.begin(caller).await?;
        let customer = store::find(&mut tx, id).await?;
        let customer = customer.ok_or(IdentityError::CustomerNotFound)?;
        Ok(detail(&mut tx, customer).await?)
    }

    /// Adds a customer, who has shown nothing yet: the account has no password, and a letter to its address is the
    /// only way in. Orders that were placed with the address are the account's.
    pub async fn create_customer(
        &self,
        caller: &Caller,
        new: NewCustomer,
        storefront_id: StorefrontId,
    ) -> Result<CustomerDetail, IdentityError> {
        caller.require(Permission::CustomersWrite)?;
        let nobodys = self.passwords.hash(Password::typed(&Ids.token())).await?;
        let id = UserId::from_uuid(Ids.uuid());
        let (email, now) = (new.email, self.clock.now());
        let mut tx = self.db.begin(caller).await?;
        let who = (&email, &new.profile);
        if !shopper::put_without_password(&mut tx, id, who, &nobodys, (now, None)).await? {
            return Err(IdentityError::CustomerExists);
        }
        shopper::adopt_newsletter(&mut tx, id, &email).await?;
        tx.publish(&Event::AccountOpened {
            user_id: id,
            email: email.clone(),
        })
        .await?;
        if new.is_invited {
            tx.publish(&Event::PasswordForgotten {
                email,
                storefront_id,
            })
            .await?;
        }
        let note = CustomerChange {
            note: Some(new.note),
            ..CustomerChange::default()
        };
        let customer = store::change(&mut tx, id, &note, now).await?;
        let customer = customer.ok_or(IdentityError::CustomerNotFound)?;
        let detail = detail(&mut tx, customer).await?;
        tx.commit().await?;
        Ok(detail)
    }

    /// Changes a customer. Blocking ends their sessions.
    pub async fn change_customer(
        &self,
        caller: &Caller,
        id: UserId,
        change: CustomerChange,
    ) -> Result<CustomerDetail, IdentityError> {
        caller.require(Permission::CustomersWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let customer = store::change(&mut tx, id, &change, self.clock.now()).await?;
        let customer = customer.ok_or(IdentityError::CustomerNotFound)?;
        if customer.blocked_at.is_some() {
            shopper::end_sessions(&mut tx, id).await?;
        }
        let detail = detail(&mut tx, customer).await?;
        tx.commit().await?;
        Ok(detail)
    }

    /// Sends a customer the letter that a forgotten password gets, from this storefront; whom staff added and who has not
    /// come yet gets the invitation again.
    pub async fn send_password_reset(
        &self,
        caller: &Caller,
        id: UserId,
        storefront_id: StorefrontId,
    ) -> Result<(), IdentityError> {
        caller.require(Permission::CustomersWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let customer = store::find(&mut tx, id).await?;
        let customer = customer.ok_or(IdentityError::CustomerNotFound)?;
        tx.publish(&Event::PasswordForgotten {
            email: customer.email,
            storefront_id,
        })
        .await?;
        Ok(tx.commit().await?)
    }

    /// Deletes a customer's account, as the customer can. They are told by a letter; their orders stay.
    pub async fn delete_customer(
        &self,
        caller: &Caller,
        id: UserId,
        storefront_id: StorefrontId,
    ) -> Result<(), IdentityError> {
        caller.require(Permission::CustomersWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let customer = store::find(&mut tx, id).await?;
        let customer = customer.ok_or(IdentityError::CustomerNotFound)?;
        shopper::delete_user(&mut tx, id).await?;
        tx.publish(&Event::AccountDeleted {
            user_id: id,
            email: customer.email,
            first_name: customer.profile.first_name,
            storefront_id,
        })
        .await?;
        Ok(tx.commit().await?)
    }
}

async fn detail(tx: &mut TenantTx, customer: Customer) -> Result<CustomerDetail, DbError> {
    let addresses = shopper::addresses_of(tx, customer.id).await?;
    let consents = shopper::consents_of(tx, customer.id).await?;
    Ok(CustomerDetail {
        customer,
        addresses,
        consents,
    })
}
