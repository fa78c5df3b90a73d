//! Which groups a product is limited to.

use kernel::ids::{CustomerGroupId, ProductId};
use kernel::{Caller, FieldFault, Permission};

use super::{MOST_GROUPS, store};
use crate::catalog::CatalogError;
use crate::catalog::admin::changed;
use crate::catalog::service::Catalog;

impl Catalog {
    /// The groups that see a product; none, and everybody does.
    pub async fn product_groups(
        &self,
        caller: &Caller,
        product_id: ProductId,
    ) -> Result<Vec<CustomerGroupId>, CatalogError> {
        caller.require(Permission::ProductsRead)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::product_exists(&mut tx, product_id).await? {
            return Err(CatalogError::ProductNotFound);
        }
        Ok(store::groups_of_product(&mut tx, product_id).await?)
    }

    /// Limits a product to the members of these groups, or shows it to everybody again. Carts keep a line of a
    /// product that their shopper does not see any more, and it cannot be bought.
    pub async fn limit_product(
        &self,
        caller: &Caller,
        product_id: ProductId,
        groups: &[CustomerGroupId],
    ) -> Result<Vec<CustomerGroupId>, CatalogError> {
        caller.require(Permission::ProductsWrite)?;
        if i64::try_from(groups.len()).unwrap_or(i64::MAX) > MOST_GROUPS {
            let rule = format!("at most {MOST_GROUPS} groups");
            let fault = FieldFault::new("/customer_group_ids", "out_of_range", rule);
            return Err(CatalogError::Invalid(vec![fault]));
        }
        let mut tx = self.db.begin(caller).await?;
        let is_restricted = !groups.is_empty();
        if !store::restrict(&mut tx, product_id, is_restricted, self.clock.now()).await? {
            return Err(CatalogError::ProductNotFound);
        }
        let known = store::known_groups(&mut tx, groups).await?;
        let unknown: Vec<FieldFault> = groups
            .iter()
            .enumerate()
            .filter(|(_, group)| !known.contains(group))
            .map(|(index, _)| {
                let pointer = format!("/customer_group_ids/{index}");
                FieldFault::new(pointer, "not_found", "a customer group of this tenant")
            })
            .collect();
        if !unknown.is_empty() {
            return Err(CatalogError::GroupsUnknown(unknown));
        }
        store::put_groups_of_product(&mut tx, product_id, groups).await?;
        changed(&mut tx, product_id).await?;
        let groups = store::groups_of_product(&mut tx, product_id).await?;
        tx.commit().await?;
        Ok(groups)
    }
}
