//! Who is in a group.

use kernel::ids::{CustomerGroupId, UserId};
use kernel::{Caller, FieldFault, Permission};

use super::{GROUP_CHANGES_MAX, GroupMember, store};
use crate::catalog::service::{Catalog, limit};
use crate::catalog::{CatalogError, PAGE_MAX};

impl Catalog {
    /// Customers of a group in the order of their ids, and whether there are more.
    pub async fn group_members(
        &self,
        caller: &Caller,
        id: CustomerGroupId,
        (after, page): (Option<UserId>, u32),
    ) -> Result<(Vec<GroupMember>, bool), CatalogError> {
        caller.require(Permission::CustomersRead)?;
        let limit = limit(page.min(PAGE_MAX))?;
        let mut tx = self.db.begin(caller).await?;
        if store::find(&mut tx, id).await?.is_none() {
            return Err(CatalogError::GroupNotFound);
        }
        let mut found = store::members(&mut tx, id, after, limit + 1).await?;
        let length = usize::try_from(limit).unwrap_or(usize::MAX);
        let is_more = found.len() > length;
        found.truncate(length);
        Ok((found, is_more))
    }

    /// Adds customers to a group: all of them or none. Who is in it already stays.
    pub async fn add_group_members(
        &self,
        caller: &Caller,
        id: CustomerGroupId,
        customers: &[UserId],
    ) -> Result<(), CatalogError> {
        caller.require(Permission::CustomersWrite)?;
        if customers.is_empty() || customers.len() > GROUP_CHANGES_MAX {
            let rule = format!("1 to {GROUP_CHANGES_MAX} customers");
            let fault = FieldFault::new("/customer_ids", "out_of_range", rule);
            return Err(CatalogError::Invalid(vec![fault]));
        }
        let mut tx = self.db.begin(caller).await?;
        if !store::lock(&mut tx, id).await? {
            return Err(CatalogError::GroupNotFound);
        }
        let known = store::known_customers(&mut tx, customers).await?;
        let unknown = customers.iter().enumerate();
        let unknown: Vec<FieldFault> = unknown
            .filter(|(_, customer)| !known.contains(customer))
            .map(|(index, _)| {
                let pointer = format!("/customer_ids/{index}");
                FieldFault::new(pointer, "not_found", "a customer of this tenant")
            })
            .collect();
        if !unknown.is_empty() {
            return Err(CatalogError::CustomersUnknown(unknown));
        }
        store::add_members(&mut tx, id, customers, self.clock.now()).await?;
        Ok(tx.commit().await?)
    }

    /// Takes a customer out of a group.
    pub async fn remove_group_member(
        &self,
        caller: &Caller,
        (id, customer): (CustomerGroupId, UserId),
    ) -> Result<(), CatalogError> {
        caller.require(Permission::CustomersWrite)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::remove_member(&mut tx, id, customer).await? {
            return Err(CatalogError::GroupNotFound);
        }
        Ok(tx.commit().await?)
    }

    /// The names of the groups that the caller's account is in.
    pub async fn own_groups(&self, caller: &Caller) -> Result<Vec<String>, CatalogError> {
        let user_id = caller.account(Permission::AccountManage)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::names_of(&mut tx, user_id).await?)
    }
}
