//! One product, as storefronts and as the admin console see it: one round trip each.

use db::{DbError, TenantTx};
use kernel::ids::{MerchantId, ProductId, StorefrontId};
use kernel::product::ProductText;
use kernel::{Currency, Money, Seller};
use sqlx::types::Json;
use time::OffsetDateTime;

use super::json::{CategoryJson, ImageJson, RatingJson, VariantJson, VariantRecordJson};
use crate::catalog::ProductStatus;
use crate::catalog::groups::Offers;
use crate::catalog::model::{Category, Product, ProductOption, ProductRecord, VariantRecord};
use crate::catalog::pictures::Image;

#[derive(sqlx::FromRow)]
pub(super) struct ProductRow {
    pub(super) id: ProductId,
    pub(super) slug: String,
    #[sqlx(json)]
    pub(super) merchant: Seller,
    #[sqlx(flatten)]
    pub(super) text: ProductText,
    pub(super) min_minor: i64,
    pub(super) options: Vec<String>,
    pub(super) images: Json<Vec<ImageJson>>,
    pub(super) variants: Json<Vec<VariantJson>>,
    pub(super) categories: Json<Vec<CategoryJson>>,
    pub(super) rating: Option<Json<RatingJson>>,
}

/// The product with this slug, if it is for sale in `currency`.
pub(in crate::catalog) async fn by_slug(
    tx: &mut TenantTx,
    slug: &str,
    (storefront_id, currency): (StorefrontId, Currency),
) -> Result<Option<Product>, DbError> {
    let row: Option<ProductRow> = sqlx::query_as(
        "select p.id, p.slug, p.title, p.description_html, p.vendor, p.product_type, p.tags,
                p.subtitle, p.seo_title, p.seo_description, p.is_final_sale, price.min_minor,
                json_build_object('slug', m.slug, 'name', m.name) as merchant,
                array(select o.name from product_options o
                       where o.tenant_id = $1 and o.product_id = p.id
                       order by o.position) as options,
                (select coalesce(json_agg(json_build_object(
                          'id', i.id, 'key', coalesce(i.object_key, i.source), 'alt', i.alt,
                          'width', i.width, 'height', i.height, 'widths', i.widths,
                          'alts', i.alts, 'focal_x', i.focal_x, 'focal_y', i.focal_y,
                          'blurhash', i.preview)
                          order by i.position, i.id), '[]')
                   from images i
                  where i.tenant_id = $1 and i.product_id = p.id) as images,
                (select coalesce(json_agg(json_build_object(
                          'id', v.id, 'sku', v.sku, 'title', v.title,
                          'option_values', v.option_values, 'image_id', v.image_id,
                          'amount', a.amount_minor, 'compare_at', a.compare_at_minor,
                          'is_available', s.sellable is null or s.sellable > 0,
                          'display', shown.display,
                          'stock', case when s.variant_id is not null and shown.display is not null
                                        then json_build_object(
                                          'on_hand', s.on_hand, 'reserved', s.reserved,
                                          'allow_backorder', s.allow_backorder,
                                          'safety_stock', s.safety_stock,
                                          'backorder_limit', s.backorder_limit,
                                          'low_stock_threshold', s.low_stock_threshold) end)
                          order by v.position, v.id), '[]')
                   from variants v
                   join prices a on a.tenant_id = $1 and a.variant_id = v.id
                                and a.currency = $3::bpchar
                   left join stock_levels s on s.tenant_id = $1 and s.variant_id = v.id
                  where v.tenant_id = $1 and v.product_id = p.id
                    and v.archived_at is null) as variants,
                (select coalesce(json_agg(json_build_object(
                          'id', c.id, 'slug', c.slug, 'name', c.name, 'parent', above.slug)
                          order by c.depth, c.id), '[]')
                   from product_categories pc
                   join categories c on c.tenant_id = $1 and c.id = pc.category_id
                   left join categories above on above.tenant_id = $1 and above.id = c.parent_id
                  where pc.tenant_id = $1 and pc.product_id = p.id) as categories,
                (select json_build_object('reviews', r.reviews, 'stars', r.stars)
                   from product_ratings r
                  where r.tenant_id = $1 and r.product_id = p.id) as rating
           from products p
           join merchants m on m.tenant_id = $1 and m.id = p.merchant_id
           join product_prices price
             on price.tenant_id = $1 and price.product_id = p.id and price.currency = $3::bpchar
           left join stock_displays shown on shown.tenant_id = $1 and shown.storefront_id = $4
          where p.tenant_id = $1 and p.slug = $2 and p.status = 'active'
            and (not p.is_restricted or shown_to_shopper($1, p.id))",
    )
    .bind(tx.tenant_id())
    .bind(slug)
    .bind(currency)
    .bind(storefront_id)
    .fetch_optional(tx.conn())
    .await?;
    let Some(mut product) = row.map(|row| row.product(currency)) else {
        return Ok(None);
    };
    Offers::reprice_product(tx, &mut product).await?;
    Ok(Some(product))
}

/// Whether the product with this slug is archived.
pub(in crate::catalog) async fn is_archived(
    tx: &mut TenantTx,
    slug: &str,
) -> Result<bool, DbError> {
    let found = sqlx::query_scalar(
        "select exists (select from products
                         where tenant_id = $1 and slug = $2 and status = 'archived'
                           and not is_restricted)",
    )
    .bind(tx.tenant_id())
    .bind(slug)
    .fetch_one(tx.conn())
    .await?;
    Ok(found)
}

impl ProductRow {
    pub(super) fn product(self, currency: Currency) -> Product {
        let Json(images) = self.images;
        let variants = self.variants.0.into_iter();
        let variants: Vec<_> = variants
            .map(|variant| variant.variant(currency, &self.text.title, &images))
            .collect();
        let options = self.options.into_iter().enumerate().map(|(index, name)| {
            let mut values: Vec<String> = Vec::new();
            for variant in &variants {
                if let Some(value) = variant.option_values.get(index)
                    && !values.contains(value)
                {
                    values.push(value.clone());
                }
            }
            ProductOption { name, values }
        });
        Product {
            id: self.id,
            slug: self.slug,
            merchant: self.merchant,
            text: self.text,
            price: Money::new(self.min_minor, currency),
            is_available: variants.iter().any(|variant| variant.is_available),
            options: options.collect(),
            variants,
            images: images.into_iter().map(Image::from).collect(),
            categories: self.categories.0.into_iter().map(Category::from).collect(),
            rating: self.rating.and_then(|Json(rating)| rating.rating()),
        }
    }
}

#[derive(sqlx::FromRow)]
struct ProductRecordRow {
    id: ProductId,
    merchant_id: MerchantId,
    slug: String,
    #[sqlx(flatten)]
    text: ProductText,
    status: ProductStatus,
    version: i32,
    created_at: OffsetDateTime,
    updated_at: OffsetDateTime,
    options: Vec<String>,
    images: Json<Vec<ImageJson>>,
    variants: Json<Vec<VariantRecordJson>>,
    categories: Json<Vec<CategoryJson>>,
}

/// Everything about a product, whatever its status.
pub(in crate::catalog) async fn by_id(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<Option<ProductRecord>, DbError> {
    let row: Option<ProductRecordRow> = sqlx::query_as(
        "select p.id, p.merchant_id, p.slug, p.title, p.description_html, p.vendor,
                p.product_type, p.tags, p.status, p.subtitle, p.seo_title, p.seo_description, p.is_final_sale, p.version,
                p.created_at, p.updated_at,
                array(select o.name from product_options o
                       where o.tenant_id = $1 and o.product_id = p.id
                       order by o.position) as options,
                (select coalesce(json_agg(json_build_object(
                          'id', i.id, 'key', coalesce(i.object_key, i.source), 'alt', i.alt,
                          'width', i.width, 'height', i.height, 'widths', i.widths,
                          'alts', i.alts, 'focal_x', i.focal_x, 'focal_y', i.focal_y,
                          'blurhash', i.preview)
                          order by i.position, i.id), '[]')
                   from images i
                  where i.tenant_id = $1 and i.product_id = p.id) as images,
                (select coalesce(json_agg(json_build_object(
                          'id', v.id, 'sku', v.sku, 'title', v.title,
                          'option_values', v.option_values, 'barcode', v.barcode,
                          'weight_grams', v.weight_grams,
                          'requires_shipping', v.requires_shipping, 'is_taxable', v.is_taxable,
                          'is_archived', v.archived_at is not null, 'image_id', v.image_id,
                          'prices', coalesce(
                            (select json_agg(json_build_object(
                                      'currency', a.currency, 'amount', a.amount_minor,
                                      'compare_at', a.compare_at_minor) order by a.currency)
                               from prices a
                              where a.tenant_id = $1 and a.variant_id = v.id), '[]'),
                          'stock', case when s.variant_id is not null
                                        then json_build_object(
                                          'on_hand', s.on_hand, 'reserved', s.reserved,
                                          'allow_backorder', s.allow_backorder,
                                          'safety_stock', s.safety_stock,
                                          'backorder_limit', s.backorder_limit,
                                          'low_stock_threshold', s.low_stock_threshold) end)
                          order by v.archived_at is not null, v.position, v.id), '[]')
                   from variants v
                   left join stock_levels s on s.tenant_id = $1 and s.variant_id = v.id
                  where v.tenant_id = $1 and v.product_id = p.id) as variants,
                (select coalesce(json_agg(json_build_object(
                          'id', c.id, 'slug', c.slug, 'name', c.name, 'parent', above.slug)
                          order by c.depth, c.id), '[]')
                   from product_categories pc
                   join categories c on c.tenant_id = $1 and c.id = pc.category_id
                   left join categories above on above.tenant_id = $1 and above.id = c.parent_id
                  where pc.tenant_id = $1 and pc.product_id = p.id) as categories
           from products p
          where p.tenant_id = $1 and p.id = $2",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .fetch_optional(tx.conn())
    .await?;
    row.map(ProductRecord::try_from).transpose()
}

impl TryFrom<ProductRecordRow> for ProductRecord {
    type Error = DbError;

    fn try_from(row: ProductRecordRow) -> Result<Self, DbError> {
        let variants = row.variants.0.into_iter();
        let variants: Result<Vec<_>, _> = variants.map(VariantRecord::try_from).collect();
        Ok(Self {
            id: row.id,
            merchant_id: row.merchant_id,
            slug: row.slug,
            text: row.text,
            status: row.status,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
            images: row.images.0.into_iter().map(ImageJson::record).collect(),
            options: row.options,
            variants: variants?,
            categories: row.categories.0.into_iter().map(Category::from).collect(),
        })
    }
}
