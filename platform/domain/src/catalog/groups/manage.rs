//! Creating, changing and deleting groups, and their prices.

use std::collections::BTreeSet;

use db::OnConstraint;
use kernel::ids::{CustomerGroupId, VariantId};
use kernel::money::MAX_MINOR;
use kernel::ports::Ids;
use kernel::{Caller, FieldFault, Permission, text};

use super::{
    CustomerGroup, CustomerGroupChange, GROUP_CHANGES_MAX, GroupPriceChange, GroupPrices,
    LONGEST_NAME, MOST_GROUPS, store,
};
use crate::catalog::service::{Catalog, limit};
use crate::catalog::{CatalogError, PAGE_MAX};

/// All of a price.
const WHOLE_PPM: i32 = 1_000_000;

impl Catalog {
    /// The tenant's customer groups, by name.
    pub async fn groups(&self, caller: &Caller) -> Result<Vec<CustomerGroup>, CatalogError> {
        caller.require(Permission::CustomersRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::list(&mut tx).await?)
    }

    /// A customer group.
    pub async fn group(
        &self,
        caller: &Caller,
        id: CustomerGroupId,
    ) -> Result<CustomerGroup, CatalogError> {
        caller.require(Permission::CustomersRead)?;
        let mut tx = self.db.begin(caller).await?;
        store::find(&mut tx, id)
            .await?
            .ok_or(CatalogError::GroupNotFound)
    }

    /// Creates a group, which has no members yet.
    pub async fn create_group(
        &self,
        caller: &Caller,
        name: &str,
        discount_ppm: i32,
    ) -> Result<CustomerGroup, CatalogError> {
        caller.require(Permission::CustomersWrite)?;
        let name = checked(Some(name), Some(discount_ppm))?.unwrap_or_default();
        let mut tx = self.db.begin(caller).await?;
        if store::count(&mut tx).await? >= MOST_GROUPS {
            return Err(CatalogError::TooManyGroups);
        }
        let now = self.clock.now();
        let group = CustomerGroup {
            id: CustomerGroupId::from_uuid(Ids.uuid()),
            name,
            discount_ppm,
            members: 0,
            created_at: now,
            updated_at: now,
        };
        store::insert(&mut tx, &group)
            .await
            .on_constraint("customer_groups_name", || CatalogError::GroupNameTaken)?;
        tx.commit().await?;
        Ok(group)
    }

    /// Changes a group. Prices change with the next request of each member.
    pub async fn change_group(
        &self,
        caller: &Caller,
        id: CustomerGroupId,
        change: CustomerGroupChange,
    ) -> Result<CustomerGroup, CatalogError> {
        caller.require(Permission::CustomersWrite)?;
        let name = checked(change.name.as_deref(), change.discount_ppm)?;
        let change = CustomerGroupChange { name, ..change };
        let mut tx = self.db.begin(caller).await?;
        store::update(&mut tx, id, &change, self.clock.now())
            .await
            .on_constraint("customer_groups_name", || CatalogError::GroupNameTaken)?;
        let group = store::find(&mut tx, id).await?;
        let group = group.ok_or(CatalogError::GroupNotFound)?;
        tx.commit().await?;
        Ok(group)
    }

    /// Deletes a group with its prices. One that products are limited to stays: nobody would see them.
    pub async fn delete_group(
        &self,
        caller: &Caller,
        id: CustomerGroupId,
    ) -> Result<(), CatalogError> {
        caller.require(Permission::CustomersWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let is_gone = store::delete(&mut tx, id)
            .await
            .on_constraint("product_groups_tenant_id_group_id_fkey", || {
                CatalogError::GroupInUse
            })?;
        if !is_gone {
            return Err(CatalogError::GroupNotFound);
        }
        Ok(tx.commit().await?)
    }

    /// The variants that a group has prices of its own for, and whether there are more.
    pub async fn group_prices(
        &self,
        caller: &Caller,
        id: CustomerGroupId,
        (after, page): (Option<VariantId>, u32),
    ) -> Result<(Vec<GroupPrices>, bool), CatalogError> {
        caller.require(Permission::ProductsRead)?;
        let limit = limit(page.min(PAGE_MAX))?;
        let mut tx = self.db.begin(caller).await?;
        if store::find(&mut tx, id).await?.is_none() {
            return Err(CatalogError::GroupNotFound);
        }
        let mut found = store::prices(&mut tx, id, after, limit + 1).await?;
        let length = usize::try_from(limit).unwrap_or(usize::MAX);
        let is_more = found.len() > length;
        found.truncate(length);
        Ok((found, is_more))
    }

    /// Sets prices of a group's own, or takes them away: all of them or none.
    pub async fn set_group_prices(
        &self,
        caller: &Caller,
        id: CustomerGroupId,
        changes: &[GroupPriceChange],
    ) -> Result<(), CatalogError> {
        caller.require(Permission::ProductsWrite)?;
        check_prices(changes)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::lock(&mut tx, id).await? {
            return Err(CatalogError::GroupNotFound);
        }
        let variants: Vec<VariantId> = changes.iter().map(|it| it.variant_id).collect();
        let known = store::known_variants(&mut tx, &variants).await?;
        let unknown = variants.iter().enumerate();
        let unknown: Vec<FieldFault> = unknown
            .filter(|(_, variant)| !known.contains(variant))
            .map(|(index, _)| {
                let pointer = format!("/prices/{index}/variant_id");
                FieldFault::new(pointer, "not_found", "a variant of this tenant")
            })
            .collect();
        if !unknown.is_empty() {
            return Err(CatalogError::VariantsUnknown(unknown));
        }
        store::put_prices(&mut tx, id, changes).await?;
        Ok(tx.commit().await?)
    }
}

/// The name without spaces around it; an error when it or the discount cannot be.
fn checked(name: Option<&str>, discount: Option<i32>) -> Result<Option<String>, CatalogError> {
    let mut faults = Vec::new();
    let line = name.map(|name| text::line(name, LONGEST_NAME));
    if matches!(line, Some(None)) {
        let rule = "1 to 80 characters without line breaks";
        faults.push(FieldFault::new("/name", "malformed", rule));
    }
    if discount.is_some_and(|ppm| !(0..=WHOLE_PPM).contains(&ppm)) {
        let rule = "0 to 1,000,000 parts per million";
        faults.push(FieldFault::new("/discount_ppm", "out_of_range", rule));
    }
    if faults.is_empty() {
        Ok(line.flatten())
    } else {
        Err(CatalogError::Invalid(faults))
    }
}

fn check_prices(changes: &[GroupPriceChange]) -> Result<(), CatalogError> {
    let mut faults = Vec::new();
    if changes.is_empty() || changes.len() > GROUP_CHANGES_MAX {
        let rule = format!("1 to {GROUP_CHANGES_MAX} prices");
        faults.push(FieldFault::new("/prices", "out_of_range", rule));
    }
    let mut seen = BTreeSet::new();
    for (index, change) in changes.iter().enumerate() {
        if !seen.insert((change.variant_id, change.currency.code())) {
            let pointer = format!("/prices/{index}/variant_id");
            let rule = "each variant once in a currency";
            faults.push(FieldFault::new(pointer, "duplicate", rule));
        }
        if change
            .amount_minor
            .is_some_and(|minor| !(0..=MAX_MINOR).contains(&minor))
        {
            let pointer = format!("/prices/{index}/amount");
            let rule = "0 to 9,007,199,254,740,991 minor units";
            faults.push(FieldFault::new(pointer, "out_of_range", rule));
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(CatalogError::Invalid(faults))
    }
}
