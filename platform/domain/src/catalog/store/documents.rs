//! What product documents hold, and what is read beside them because it changes often: prices, stock and ratings.

use db::{DbError, TenantTx};
use kernel::ids::{ProductId, StorefrontId, VariantId};
use kernel::product::ProductText;
use kernel::{Currency, Money, Seller};
use serde::{Deserialize, Serialize};
use sqlx::types::Json;
use uuid::Uuid;

use super::detail::ProductRow;
use super::json::{CategoryJson, ImageJson, RatingJson, VariantJson};
use crate::catalog::model::{Product, ProductCard};
use crate::inventory::{Stock, StockDisplay};

/// The body of a document. Other fields are another schema: [`SCHEMA`](crate::catalog::documents::SCHEMA) grows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::catalog) struct Body {
    slug: String,
    /// Merchants keep their slugs and names.
    merchant: Seller,
    #[serde(flatten)]
    text: ProductText,
    options: Vec<String>,
    images: Vec<ImageJson>,
    variants: Vec<BodyVariant>,
    categories: Vec<CategoryJson>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct BodyVariant {
    id: Uuid,
    sku: Option<String>,
    title: String,
    option_values: Vec<String>,
    image_id: Option<Uuid>,
}

/// A product as its document should be.
#[derive(sqlx::FromRow)]
pub(in crate::catalog) struct Source {
    pub(in crate::catalog) id: ProductId,
    pub(in crate::catalog) version: i64,
    /// None for a product that is not active.
    pub(in crate::catalog) body: Option<Json<Body>>,
}

/// What a document does not hold of a product that is for sale.
#[derive(sqlx::FromRow)]
pub(in crate::catalog) struct Facts {
    pub(in crate::catalog) id: ProductId,
    pub(in crate::catalog) version: i64,
    min_minor: i64,
    variants: Json<Vec<OfferJson>>,
    rating: Option<Json<RatingJson>>,
}

#[derive(Debug, Deserialize)]
struct OfferJson {
    id: Uuid,
    amount: i64,
    compare_at: Option<i64>,
    is_available: bool,
    display: Option<StockDisplay>,
    stock: Option<Stock>,
}

/// The same for a card.
#[derive(sqlx::FromRow)]
pub(in crate::catalog) struct CardFacts {
    pub(in crate::catalog) id: ProductId,
    pub(in crate::catalog) version: i64,
    min_minor: i64,
    is_available: bool,
    rating: Option<Json<RatingJson>>,
}

/// What the products' documents should be.
pub(in crate::catalog) async fn sources(
    tx: &mut TenantTx,
    products: &[ProductId],
) -> Result<Vec<Source>, DbError> {
    Ok(sqlx::query_as(
        "select p.id, p.document_version as version,
                case when p.status = 'active' then json_build_object(
                  'slug', p.slug, 'merchant', json_build_object('slug', m.slug, 'name', m.name),
                  'title', p.title, 'subtitle', p.subtitle, 'description_html', p.description_html,
                  'vendor', p.vendor, 'product_type', p.product_type, 'tags', p.tags,
                  'seo_title', p.seo_title, 'seo_description', p.seo_description,
                  'is_final_sale', p.is_final_sale,
                  'options', array(select o.name from product_options o
                                    where o.tenant_id = $1 and o.product_id = p.id
                                    order by o.position),
                  'images', (select coalesce(json_agg(json_build_object(
                              'id', i.id, 'key', coalesce(i.object_key, i.source), 'alt', i.alt,
                              'width', i.width, 'height', i.height, 'widths', i.widths,
                              'alts', i.alts, 'focal_x', i.focal_x, 'focal_y', i.focal_y,
                              'blurhash', i.preview)
                              order by i.position, i.id), '[]')
                       from images i
                      where i.tenant_id = $1 and i.product_id = p.id),
                  'variants', (select coalesce(json_agg(json_build_object(
                                'id', v.id, 'sku', v.sku, 'title', v.title,
                                'option_values', v.option_values, 'image_id', v.image_id)
                                order by v.position, v.id), '[]')
                       from variants v
                      where v.tenant_id = $1 and v.product_id = p.id and v.archived_at is null),
                  'categories', (select coalesce(json_agg(json_build_object(
                                  'id', c.id, 'slug', c.slug, 'name', c.name, 'parent', above.slug)
                                  order by c.depth, c.id), '[]')
                       from product_categories pc
                       join categories c on c.tenant_id = $1 and c.id = pc.category_id
                       left join categories above on above.tenant_id = $1 and above.id = c.parent_id
                      where pc.tenant_id = $1 and pc.product_id = p.id)) end as body
           from products p
           join merchants m on m.tenant_id = $1 and m.id = p.merchant_id
          where p.tenant_id = $1 and p.id = any($2)
          order by p.id",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .fetch_all(tx.conn())
    .await?)
}

/// What is read beside the document of the product with this slug, if it is for sale in `currency`.
pub(in crate::catalog) async fn facts_by_slug(
    tx: &mut TenantTx,
    slug: &str,
    (storefront_id, currency): (StorefrontId, Currency),
) -> Result<Option<Facts>, DbError> {
    Ok(sqlx::query_as(
        "select p.id, p.document_version as version, price.min_minor,
                (select coalesce(json_agg(json_build_object(
                          'id', v.id, 'amount', a.amount_minor, 'compare_at', a.compare_at_minor,
                          'is_available', s.sellable is null or s.sellable > 0,
                          'display', shown.display,
                          'stock', case when s.variant_id is not null and shown.display is not null
                                        then json_build_object(
                                          'on_hand', s.on_hand, 'reserved', s.reserved,
                                          'allow_backorder', s.allow_backorder,
                                          'safety_stock', s.safety_stock,
                                          'backorder_limit', s.backorder_limit,
                                          'low_stock_threshold', s.low_stock_threshold) end)), '[]')
                   from variants v
                   join prices a on a.tenant_id = $1 and a.variant_id = v.id
                                and a.currency = $3::bpchar
                   left join stock_levels s on s.tenant_id = $1 and s.variant_id = v.id
                  where v.tenant_id = $1 and v.product_id = p.id
                    and v.archived_at is null) as variants,
                (select json_build_object('reviews', r.reviews, 'stars', r.stars)
                   from product_ratings r
                  where r.tenant_id = $1 and r.product_id = p.id) as rating
           from products p
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
    .await?)
}

/// What is read beside the documents of those of `products` that are for sale in `currency`.
pub(in crate::catalog) async fn card_facts(
    tx: &mut TenantTx,
    products: &[ProductId],
    currency: Currency,
) -> Result<Vec<CardFacts>, DbError> {
    Ok(sqlx::query_as(
        "select p.id, p.document_version as version, card.min_minor, card.is_available, card.rating
           from product_cards card
           join products p on p.tenant_id = $1 and p.id = card.id
          where card.tenant_id = $1 and card.currency = $2::bpchar and card.id = any($3)",
    )
    .bind(tx.tenant_id())
    .bind(currency)
    .bind(products)
    .fetch_all(tx.conn())
    .await?)
}

/// Gives a product's document a new version, and locks its row until the transaction ends.
pub(in crate::catalog) async fn touch(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<(), DbError> {
    // A trigger counts every change of the row.
    sqlx::query("update products set version = version where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(product_id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

impl Facts {
    /// The variants that have a price.
    pub(in crate::catalog) fn variants(&self) -> Vec<VariantId> {
        let offers = self.variants.0.iter();
        offers.map(|it| VariantId::from_uuid(it.id)).collect()
    }

    /// The product that these facts and its document of the same version are.
    pub(in crate::catalog) fn product(self, body: Body, currency: Currency) -> Product {
        let Json(offers) = self.variants;
        let variants = body.variants.into_iter().filter_map(|variant| {
            let offer = offers.iter().find(|offer| offer.id == variant.id)?;
            Some(VariantJson {
                id: variant.id,
                sku: variant.sku,
                title: variant.title,
                option_values: variant.option_values,
                image_id: variant.image_id,
                amount: offer.amount,
                compare_at: offer.compare_at,
                is_available: offer.is_available,
                display: offer.display,
                stock: offer.stock,
            })
        });
        let row = ProductRow {
            id: self.id,
            slug: body.slug,
            merchant: body.merchant,
            text: body.text,
            min_minor: self.min_minor,
            options: body.options,
            images: Json(body.images),
            variants: Json(variants.collect()),
            categories: Json(body.categories),
            rating: self.rating,
        };
        row.product(currency)
    }
}

impl CardFacts {
    /// The card, without what is in the product's document.
    pub(in crate::catalog) fn card(self, currency: Currency) -> ProductCard {
        ProductCard {
            id: self.id,
            slug: String::new(),
            title: String::new(),
            price: Money::new(self.min_minor, currency),
            is_available: self.is_available,
            image: None,
            rating: self.rating.and_then(|Json(rating)| rating.rating()),
        }
    }
}

impl Body {
    /// The card with what is in the document.
    pub(in crate::catalog) fn complete(self, mut card: ProductCard) -> ProductCard {
        card.slug = self.slug;
        card.title = self.text.title;
        card.image = self.images.into_iter().next().map(Into::into);
        card
    }
}
