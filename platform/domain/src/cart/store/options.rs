//! The ways to ship, and which of them a cart has chosen.

use db::{DbError, TenantTx};
use kernel::ids::{CartId, ShippingOptionId, StorefrontId};
use sqlx::types::Json;

use crate::cart::model::ShippingOption;
use crate::pricing::{ShippingRate, WeightTier};

/// A shipping option; all of it is absent in a cart that has chosen none.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::cart) struct OptionRow {
    pub(super) option_id: Option<ShippingOptionId>,
    option_name: Option<String>,
    price_minor: Option<i64>,
    tiers: Option<Json<Vec<WeightTier>>>,
    countries: Option<Vec<String>>,
}

impl OptionRow {
    pub(in crate::cart) fn into_option(self) -> Option<ShippingOption> {
        let rate = match (self.price_minor, self.tiers) {
            (Some(price_minor), _) => ShippingRate::Flat(price_minor),
            (None, Some(Json(tiers))) => ShippingRate::ByWeight(tiers),
            (None, None) => return None,
        };
        Some(ShippingOption {
            id: self.option_id?,
            name: self.option_name?,
            rate,
            countries: self.countries,
        })
    }
}

/// The option that a cart has chosen.
pub(super) async fn chosen_option(tx: &mut TenantTx, id: CartId) -> Result<OptionRow, DbError> {
    Ok(sqlx::query_as(
        "select o.id as option_id, o.name as option_name, o.price_minor, o.tiers, o.countries
           from carts c
           left join shipping_options o
             on o.tenant_id = $1 and o.id = c.shipping_option_id and o.currency = c.currency
          where c.tenant_id = $1 and c.id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_one(tx.conn())
    .await?)
}

/// The ways to ship that a storefront has in a currency.
pub(in crate::cart) async fn options(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    currency: &str,
) -> Result<Vec<ShippingOption>, DbError> {
    let rows: Vec<OptionRow> = sqlx::query_as(
        "select id as option_id, name as option_name, price_minor, tiers, countries
           from shipping_options
          where tenant_id = $1 and storefront_id = $2 and currency = $3::bpchar
          order by position, id
          limit 100",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(currency)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(OptionRow::into_option)
        .collect())
}
