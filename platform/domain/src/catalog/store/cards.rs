//! Pages of a storefront's list. One statement for each order, so that each walks an index of its
//! own and stops when the page is full.

use db::{DbError, TenantTx};
use kernel::ids::ProductId;
use kernel::{Currency, Money};
use sqlx::types::Json;

use super::json::{ImageJson, RatingJson};
use crate::catalog::cursor::Position;
use crate::catalog::groups::Offers;
use crate::catalog::model::{ProductCard, Sort};

const NEWEST: &str = "
    select id, slug, title, min_minor, is_available, image, rating
      from product_cards
     where tenant_id = $1 and currency = $2::bpchar and id < $3
     order by id desc
     limit $4";

const BY_TITLE: &str = "
    select id, slug, title, min_minor, is_available, image, rating
      from product_cards
     where tenant_id = $1 and currency = $2::bpchar and (title collate \"und-x-icu\", id) > ($5, $3)
     order by title collate \"und-x-icu\", id
     limit $4";

const CHEAPEST: &str = "
    select id, slug, title, min_minor, is_available, image, rating
      from product_cards
     where tenant_id = $1 and currency = $2::bpchar and (min_minor, price_id) > ($5, $3)
     order by min_minor, price_id
     limit $4";

const DEAREST: &str = "
    select id, slug, title, min_minor, is_available, image, rating
      from product_cards
     where tenant_id = $1 and currency = $2::bpchar and (min_minor, price_id) < ($5, $3)
     order by min_minor desc, price_id desc
     limit $4";

const NEWEST_OF_CATEGORY: &str = "
    select card.id, card.slug, card.title, card.min_minor, card.is_available, card.image,
           card.rating
      from product_categories pc
      join product_cards card on card.tenant_id = $1 and card.id = pc.product_id
     where pc.tenant_id = $1
       and pc.category_id = (select c.id from categories c where c.tenant_id = $1 and c.slug = $5)
       and card.currency = $2::bpchar and pc.product_id < $3
     order by pc.product_id desc
     limit $4";

const OF_CATEGORY_BY_TITLE: &str = "
    select card.id, card.slug, card.title, card.min_minor, card.is_available, card.image,
           card.rating
      from product_categories pc
      join product_cards card on card.tenant_id = $1 and card.id = pc.product_id
     where pc.tenant_id = $1
       and pc.category_id = (select c.id from categories c where c.tenant_id = $1 and c.slug = $5)
       and card.currency = $2::bpchar and (card.title collate \"und-x-icu\", card.id) > ($6, $3)
     order by card.title collate \"und-x-icu\", card.id
     limit $4";

const CHEAPEST_OF_CATEGORY: &str = "
    select card.id, card.slug, card.title, card.min_minor, card.is_available, card.image,
           card.rating
      from product_categories pc
      join product_cards card on card.tenant_id = $1 and card.id = pc.product_id
     where pc.tenant_id = $1
       and pc.category_id = (select c.id from categories c where c.tenant_id = $1 and c.slug = $5)
       and card.currency = $2::bpchar and (card.min_minor, card.price_id) > ($6, $3)
     order by card.min_minor, card.price_id
     limit $4";

const DEAREST_OF_CATEGORY: &str = "
    select card.id, card.slug, card.title, card.min_minor, card.is_available, card.image,
           card.rating
      from product_categories pc
      join product_cards card on card.tenant_id = $1 and card.id = pc.product_id
     where pc.tenant_id = $1
       and pc.category_id = (select c.id from categories c where c.tenant_id = $1 and c.slug = $5)
       and card.currency = $2::bpchar and (card.min_minor, card.price_id) < ($6, $3)
     order by card.min_minor desc, card.price_id desc
     limit $4";

// Those without reviews stand where reviews of 3.5 stars would.
const BEST_RATED: &str = "
    select id, slug, title, min_minor, is_available, image, rating
      from ((select card.id, card.slug, card.title, card.min_minor, card.is_available, card.image,
                    card.rating, r.score
               from product_ratings r
               join product_cards card on card.tenant_id = $1 and card.id = r.product_id
              where r.tenant_id = $1 and r.reviews > 0 and card.currency = $2::bpchar
                and (r.score, r.product_id) < ($5::bigint, $3)
              order by r.score desc, r.product_id desc
              limit $4)
            union all
            (select card.id, card.slug, card.title, card.min_minor, card.is_available, card.image,
                    card.rating, 3500::bigint
               from product_cards card
              where card.tenant_id = $1 and card.currency = $2::bpchar and $5::bigint >= 3500
                and card.id < case when $5::bigint > 3500
                                   then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else $3 end
                and not exists (select from product_ratings r
                                 where r.tenant_id = $1 and r.product_id = card.id
                                   and r.reviews > 0)
              order by card.id desc
              limit $4)) found
     order by score desc, id desc
     limit $4";

const BEST_RATED_OF_CATEGORY: &str = "
    select id, slug, title, min_minor, is_available, image, rating
      from ((select card.id, card.slug, card.title, card.min_minor, card.is_available, card.image,
                    card.rating, r.score
               from product_ratings r
               join product_cards card on card.tenant_id = $1 and card.id = r.product_id
               join product_categories pc on pc.tenant_id = $1 and pc.product_id = card.id
                and pc.category_id = (select c.id from categories c
                                       where c.tenant_id = $1 and c.slug = $5)
              where r.tenant_id = $1 and r.reviews > 0 and card.currency = $2::bpchar
                and (r.score, r.product_id) < ($6::bigint, $3)
              order by r.score desc, r.product_id desc
              limit $4)
            union all
            (select card.id, card.slug, card.title, card.min_minor, card.is_available, card.image,
                    card.rating, 3500::bigint
               from product_cards card
               join product_categories pc on pc.tenant_id = $1 and pc.product_id = card.id
                and pc.category_id = (select c.id from categories c
                                       where c.tenant_id = $1 and c.slug = $5)
              where card.tenant_id = $1 and card.currency = $2::bpchar and $6::bigint >= 3500
                and card.id < case when $6::bigint > 3500
                                   then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else $3 end
                and not exists (select from product_ratings r
                                 where r.tenant_id = $1 and r.product_id = card.id
                                   and r.reviews > 0)
              order by card.id desc
              limit $4)) found
     order by score desc, id desc
     limit $4";

const fn statement(sort: Sort, is_of_category: bool) -> &'static str {
    match (sort, is_of_category) {
        (Sort::Newest, false) => NEWEST,
        (Sort::Title, false) => BY_TITLE,
        (Sort::PriceAscending, false) => CHEAPEST,
        (Sort::PriceDescending, false) => DEAREST,
        (Sort::Rating, false) => BEST_RATED,
        (Sort::Newest, true) => NEWEST_OF_CATEGORY,
        (Sort::Title, true) => OF_CATEGORY_BY_TITLE,
        (Sort::PriceAscending, true) => CHEAPEST_OF_CATEGORY,
        (Sort::PriceDescending, true) => DEAREST_OF_CATEGORY,
        (Sort::Rating, true) => BEST_RATED_OF_CATEGORY,
    }
}

#[derive(sqlx::FromRow)]
struct CardRow {
    id: ProductId,
    slug: String,
    title: String,
    min_minor: i64,
    is_available: bool,
    image: Option<Json<ImageJson>>,
    rating: Option<Json<RatingJson>>,
}

/// Products that are for sale in `currency`, of `category` if one is named, after `position` in
/// the order of `sort`, at list prices: those order them.
pub(in crate::catalog) async fn page(
    tx: &mut TenantTx,
    currency: Currency,
    category: Option<&str>,
    sort: Sort,
    position: &Position,
    limit: i64,
) -> Result<Vec<ProductCard>, DbError> {
    let mut query = sqlx::query_as(statement(sort, category.is_some()))
        .bind(tx.tenant_id())
        .bind(currency)
        .bind(position.id)
        .bind(limit);
    if let Some(category) = category {
        query = query.bind(category);
    }
    query = match sort {
        Sort::Newest => query,
        Sort::Title => query.bind(&position.title),
        Sort::PriceAscending | Sort::PriceDescending | Sort::Rating => query.bind(position.minor),
    };
    let rows: Vec<CardRow> = query.fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|row| row.card(currency)).collect())
}

/// Those of `products` that are for sale in `currency`, at the prices of the transaction's shopper, in no particular
/// order.
pub(in crate::catalog) async fn cards(
    tx: &mut TenantTx,
    products: &[ProductId],
    currency: Currency,
) -> Result<Vec<ProductCard>, DbError> {
    let rows: Vec<CardRow> = sqlx::query_as(
        "select id, slug, title, min_minor, is_available, image, rating
           from product_cards
          where tenant_id = $1 and currency = $2::bpchar and id = any($3)",
    )
    .bind(tx.tenant_id())
    .bind(currency)
    .bind(products)
    .fetch_all(tx.conn())
    .await?;
    let mut cards: Vec<_> = rows.into_iter().map(|row| row.card(currency)).collect();
    Offers::reprice_cards(tx, &mut cards, currency).await?;
    Ok(cards)
}

impl CardRow {
    fn card(self, currency: Currency) -> ProductCard {
        ProductCard {
            id: self.id,
            slug: self.slug,
            title: self.title,
            price: Money::new(self.min_minor, currency),
            is_available: self.is_available,
            image: self.image.map(|Json(image)| image.into()),
            rating: self.rating.and_then(|Json(rating)| rating.rating()),
        }
    }
}
