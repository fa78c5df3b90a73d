//! What carts and the checkout need to know about variants.

use db::{DbError, TenantTx};
use kernel::Currency;
use kernel::ids::{MerchantId, ProductId, VariantId};

use crate::catalog::groups::Offers;
use crate::catalog::model::Sellable;
use crate::inventory::Stock;

#[derive(sqlx::FromRow)]
struct SellableRow {
    variant_id: VariantId,
    product_id: ProductId,
    merchant_id: MerchantId,
    sku: Option<String>,
    title: String,
    variant_title: String,
    image_key: Option<String>,
    amount_minor: i64,
    weight_grams: i32,
    requires_shipping: bool,
    is_taxable: bool,
    is_final_sale: bool,
    on_hand: Option<i32>,
    reserved: Option<i32>,
    allow_backorder: Option<bool>,
    safety_stock: Option<i32>,
    backorder_limit: Option<i32>,
}

/// Those of `variants` that can be sold in `currency`: neither they nor their products are archived
/// or drafts, they have a price, and the transaction's shopper sees them. They have the shopper's prices. In no
/// particular order; whatever cannot be sold is left out.
pub async fn sellable(
    tx: &mut TenantTx,
    variants: &[VariantId],
    currency: Currency,
) -> Result<Vec<Sellable>, DbError> {
    let rows: Vec<SellableRow> = sqlx::query_as(
        "select v.id as variant_id, v.product_id, p.merchant_id, v.sku, p.title,
                v.title as variant_title, picture.image_key, price.amount_minor, v.weight_grams,
                v.requires_shipping, v.is_taxable, p.is_final_sale,
                s.on_hand, s.reserved, s.allow_backorder, s.safety_stock, s.backorder_limit
           from variants v
           join products p
             on p.tenant_id = $1 and p.id = v.product_id and p.status = 'active'
            and (not p.is_restricted or shown_to_shopper($1, p.id))
           join prices price
             on price.tenant_id = $1 and price.variant_id = v.id and price.currency = $3::bpchar
           left join stock_levels s on s.tenant_id = $1 and s.variant_id = v.id
           left join lateral (
                select coalesce(i.object_key, i.source) as image_key
                  from images i
                 where i.tenant_id = $1 and i.product_id = v.product_id
                 order by (i.id is not distinct from v.image_id) desc, i.position, i.id
                 limit 1) picture on true
          where v.tenant_id = $1 and v.id = any($2) and v.archived_at is null",
    )
    .bind(tx.tenant_id())
    .bind(variants)
    .bind(currency)
    .fetch_all(tx.conn())
    .await?;
    let mut found: Vec<Sellable> = rows.into_iter().map(Sellable::from).collect();
    Offers::reprice(tx, &mut found, currency).await?;
    Ok(found)
}

impl From<SellableRow> for Sellable {
    fn from(row: SellableRow) -> Self {
        let counted = row.on_hand.zip(row.reserved).zip(row.allow_backorder);
        let stock = counted.map(|((on_hand, reserved), allow_backorder)| Stock {
            on_hand,
            reserved,
            allow_backorder,
            safety_stock: row.safety_stock.unwrap_or_default(),
            backorder_limit: row.backorder_limit,
            low_stock_threshold: None,
        });
        Self {
            variant_id: row.variant_id,
            product_id: row.product_id,
            merchant_id: row.merchant_id,
            sku: row.sku,
            title: row.title,
            variant_title: row.variant_title,
            image_key: row.image_key,
            unit_price_minor: row.amount_minor,
            weight_grams: row.weight_grams,
            requires_shipping: row.requires_shipping,
            is_taxable: row.is_taxable,
            is_final_sale: row.is_final_sale,
            stock,
        }
    }
}
