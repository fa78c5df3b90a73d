//! What the reviews of a product, or of a merchant, come to.

use db::{DbError, TenantTx};
use kernel::ids::{MerchantId, ProductId};

use crate::reviews::model::Reviewed;

/// Counts the published reviews of a product or of a merchant anew. Whoever else does so for the same one waits
/// until this transaction ends, and counts what it has written: the second statement sees what the first waited for.
pub(in crate::reviews) async fn count_again(
    tx: &mut TenantTx,
    reviewed: Reviewed,
) -> Result<(), DbError> {
    match reviewed {
        Reviewed::Product(id) => count_product(tx, id).await,
        Reviewed::Merchant(id) => count_merchant(tx, id).await,
    }
}

async fn count_product(tx: &mut TenantTx, product_id: ProductId) -> Result<(), DbError> {
    sqlx::query(
        "insert into product_ratings (tenant_id, product_id) values ($1, $2)
         on conflict (tenant_id, product_id) do update set stars_1 = product_ratings.stars_1",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "update product_ratings p
            set stars_1 = n.stars_1, stars_2 = n.stars_2, stars_3 = n.stars_3,
                stars_4 = n.stars_4, stars_5 = n.stars_5
           from (select (count(*) filter (where rating = 1))::integer as stars_1,
                        (count(*) filter (where rating = 2))::integer as stars_2,
                        (count(*) filter (where rating = 3))::integer as stars_3,
                        (count(*) filter (where rating = 4))::integer as stars_4,
                        (count(*) filter (where rating = 5))::integer as stars_5
                   from reviews
                  where tenant_id = $1 and product_id = $2 and status = 'published') n
          where p.tenant_id = $1 and p.product_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

async fn count_merchant(tx: &mut TenantTx, merchant_id: MerchantId) -> Result<(), DbError> {
    sqlx::query(
        "insert into merchant_ratings (tenant_id, merchant_id) values ($1, $2)
         on conflict (tenant_id, merchant_id) do update set stars_1 = merchant_ratings.stars_1",
    )
    .bind(tx.tenant_id())
    .bind(merchant_id)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "update merchant_ratings m
            set stars_1 = n.stars_1, stars_2 = n.stars_2, stars_3 = n.stars_3,
                stars_4 = n.stars_4, stars_5 = n.stars_5
           from (select (count(*) filter (where rating = 1))::integer as stars_1,
                        (count(*) filter (where rating = 2))::integer as stars_2,
                        (count(*) filter (where rating = 3))::integer as stars_3,
                        (count(*) filter (where rating = 4))::integer as stars_4,
                        (count(*) filter (where rating = 5))::integer as stars_5
                   from reviews
                  where tenant_id = $1 and merchant_id = $2 and order_line_id is null
                    and status = 'published') n
          where m.tenant_id = $1 and m.merchant_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(merchant_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// How many published reviews of a product or of a merchant have one star, two, three, four and five.
pub(in crate::reviews) async fn histogram(
    tx: &mut TenantTx,
    reviewed: Reviewed,
) -> Result<[i64; 5], DbError> {
    let (statement, id) = match reviewed {
        Reviewed::Product(id) => (
            "select stars_1, stars_2, stars_3, stars_4, stars_5
               from product_ratings
              where tenant_id = $1 and product_id = $2",
            id.uuid(),
        ),
        Reviewed::Merchant(id) => (
            "select stars_1, stars_2, stars_3, stars_4, stars_5
               from merchant_ratings
              where tenant_id = $1 and merchant_id = $2",
            id.uuid(),
        ),
    };
    let found: Option<(i32, i32, i32, i32, i32)> = sqlx::query_as(statement)
        .bind(tx.tenant_id())
        .bind(id)
        .fetch_optional(tx.conn())
        .await?;
    let (one, two, three, four, five) = found.unwrap_or_default();
    Ok([one, two, three, four, five].map(i64::from))
}
