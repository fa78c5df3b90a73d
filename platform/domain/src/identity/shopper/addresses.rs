//! The address book of an account.

use kernel::Caller;
use kernel::contact::PostalAddress;
use kernel::ids::AddressId;
use kernel::ports::Ids;
use time::OffsetDateTime;

use super::accounts::own;
use super::store::{accounts, addresses as store};
use crate::identity::{Identity, IdentityError};

/// The most addresses that an address book can hold.
pub const MAX_ADDRESSES: usize = 50;

/// An address of the address book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedAddress {
    /// Its id.
    pub id: AddressId,
    /// The address.
    pub address: PostalAddress,
    /// Whether it is where orders go unless the shopper says otherwise; one is at most.
    pub is_default_shipping: bool,
    /// Whether it is billed unless the shopper says otherwise; one is at most.
    pub is_default_billing: bool,
    /// When it was added.
    pub created_at: OffsetDateTime,
    /// When it was last changed.
    pub updated_at: OffsetDateTime,
}

/// An address to add.
#[derive(Debug, Clone)]
pub struct NewAddress {
    /// The address.
    pub address: PostalAddress,
    /// Whether orders go there by default; the first address does unless this says no.
    pub is_default_shipping: Option<bool>,
    /// Whether it is billed by default; the first address is unless this says no.
    pub is_default_billing: Option<bool>,
}

/// What of an address is to change.
#[derive(Debug, Clone)]
pub struct AddressChange {
    /// The whole address.
    pub address: Option<PostalAddress>,
    /// Whether orders go there by default.
    pub is_default_shipping: Option<bool>,
    /// Whether it is billed by default.
    pub is_default_billing: Option<bool>,
}

impl Identity {
    /// The caller's addresses, the oldest first.
    pub async fn addresses(&self, caller: &Caller) -> Result<Vec<SavedAddress>, IdentityError> {
        let (user_id, _) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::of_user(&mut tx, user_id).await?)
    }

    /// One of the caller's addresses.
    pub async fn address(
        &self,
        caller: &Caller,
        id: AddressId,
    ) -> Result<SavedAddress, IdentityError> {
        let (user_id, _) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        store::find(&mut tx, user_id, id)
            .await?
            .ok_or(IdentityError::AddressNotFound)
    }

    /// Adds an address. One that is a default takes the place of the default before.
    pub async fn add_address(
        &self,
        caller: &Caller,
        new: NewAddress,
    ) -> Result<SavedAddress, IdentityError> {
        let (user_id, _) = own(caller)?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        // Two requests at once come one after the other: neither goes beyond the limit, and the
        // second finds the default of the first.
        accounts::lock(&mut tx, user_id).await?;
        let count = store::of_user(&mut tx, user_id).await?.len();
        if count >= MAX_ADDRESSES {
            return Err(IdentityError::TooManyAddresses);
        }
        let saved = SavedAddress {
            id: AddressId::from_uuid(Ids.uuid()),
            address: new.address,
            is_default_shipping: new.is_default_shipping.unwrap_or(count == 0),
            is_default_billing: new.is_default_billing.unwrap_or(count == 0),
            created_at: now,
            updated_at: now,
        };
        store::clear_defaults(&mut tx, user_id, &saved).await?;
        let saved = store::put(&mut tx, user_id, &saved).await?;
        tx.commit().await?;
        Ok(saved)
    }

    /// Changes an address, or what it is the default for.
    pub async fn change_address(
        &self,
        caller: &Caller,
        id: AddressId,
        change: AddressChange,
    ) -> Result<SavedAddress, IdentityError> {
        let (user_id, _) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        accounts::lock(&mut tx, user_id).await?;
        let mut saved = store::find(&mut tx, user_id, id)
            .await?
            .ok_or(IdentityError::AddressNotFound)?;
        if let Some(address) = change.address {
            saved.address = address;
        }
        if let Some(is_default) = change.is_default_shipping {
            saved.is_default_shipping = is_default;
        }
        if let Some(is_default) = change.is_default_billing {
            saved.is_default_billing = is_default;
        }
        saved.updated_at = self.clock.now();
        store::clear_defaults(&mut tx, user_id, &saved).await?;
        let saved = store::set(&mut tx, user_id, &saved)
            .await?
            .ok_or(IdentityError::AddressNotFound)?;
        tx.commit().await?;
        Ok(saved)
    }

    /// Removes an address. Carts and orders keep their copies of it.
    pub async fn delete_address(
        &self,
        caller: &Caller,
        id: AddressId,
    ) -> Result<(), IdentityError> {
        let (user_id, _) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::delete(&mut tx, user_id, id).await? {
            return Err(IdentityError::AddressNotFound);
        }
        Ok(tx.commit().await?)
    }
}
