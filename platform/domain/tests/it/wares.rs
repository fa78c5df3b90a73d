//! What a shop has for sale, and its rows as they are.

use kernel::ids::{CartId, VariantId};
use kernel::ports::Ids;
use uuid::Uuid;

use crate::shop::Shop;

type Query = sqlx::query::Query<'static, sqlx::Postgres, sqlx::postgres::PgArguments>;

/// What is for sale.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ware {
    pub(crate) merchant: usize,
    pub(crate) price_minor: i64,
    pub(crate) stock: Option<i32>,
    pub(crate) weight_grams: i32,
    pub(crate) requires_shipping: bool,
    pub(crate) is_taxable: bool,
}

impl Ware {
    pub(crate) fn new(price_minor: i64) -> Self {
        Self {
            merchant: 0,
            price_minor,
            stock: None,
            weight_grams: 300,
            requires_shipping: true,
            is_taxable: true,
        }
    }

    pub(crate) fn stock(self, on_hand: i32) -> Self {
        Self {
            stock: Some(on_hand),
            ..self
        }
    }

    pub(crate) fn of_merchant(self, merchant: usize) -> Self {
        Self { merchant, ..self }
    }
}

impl Shop {
    /// Runs a statement as somebody who sees and may do everything.
    pub(crate) async fn sql(&self, statement: &'static str, bind: impl FnOnce(Query) -> Query) {
        let mut conn = self.superuser.lock().await;
        bind(sqlx::query(statement))
            .execute(&mut *conn)
            .await
            .unwrap();
    }

    /// Puts a product with one variant up for sale.
    pub(crate) async fn sell(&self, ware: Ware) -> VariantId {
        let (product, variant) = (Ids.uuid(), Ids.uuid());
        let tenant = self.tenant_id.uuid();
        let name = product.to_string();
        self.sql(
            "insert into products (tenant_id, id, merchant_id, slug, title, status, created_at,
                                   updated_at)
             values ($1, $2, $3, $4, 'Mug', 'active', now(), now())",
            |query| {
                let merchant = self.merchants[ware.merchant].uuid();
                query.bind(tenant).bind(product).bind(merchant).bind(&name)
            },
        )
        .await;
        self.sql(
            "insert into variants (tenant_id, id, product_id, sku, title, option_values, position,
                                   weight_grams, requires_shipping, is_taxable)
             values ($1, $2, $3, $4, 'Blue', '{Blue}', 1, $5, $6, $7)",
            |query| {
                query
                    .bind(tenant)
                    .bind(variant)
                    .bind(product)
                    .bind(&name)
                    .bind(ware.weight_grams)
                    .bind(ware.requires_shipping)
                    .bind(ware.is_taxable)
            },
        )
        .await;
        let variant_id = VariantId::from_uuid(variant);
        self.set_price(variant_id, ware.price_minor).await;
        if let Some(on_hand) = ware.stock {
            self.sql(
                "insert into stock_levels (tenant_id, variant_id, on_hand) values ($1, $2, $3)",
                |query| query.bind(tenant).bind(variant).bind(on_hand),
            )
            .await;
        }
        variant_id
    }

    pub(crate) async fn set_price(&self, variant_id: VariantId, price_minor: i64) {
        self.sql(
            "insert into prices (tenant_id, variant_id, currency, amount_minor)
             values ($1, $2, 'EUR', $3)
             on conflict (tenant_id, variant_id, currency) do update set amount_minor = $3",
            |query| {
                query
                    .bind(self.tenant_id.uuid())
                    .bind(variant_id.uuid())
                    .bind(price_minor)
            },
        )
        .await;
    }

    /// What is on hand, and what is reserved of it.
    pub(crate) async fn stock(&self, variant_id: VariantId) -> (i32, i32) {
        let mut conn = self.superuser.lock().await;
        sqlx::query_as("select on_hand, reserved from stock_levels where variant_id = $1")
            .bind(variant_id.uuid())
            .fetch_one(&mut *conn)
            .await
            .unwrap()
    }

    /// How many orders there are that are not cancelled, and how many that are.
    pub(crate) async fn order_counts(&self) -> (i64, i64) {
        let mut conn = self.superuser.lock().await;
        sqlx::query_as(
            "select count(*) filter (where status <> 'cancelled'),
                    count(*) filter (where status = 'cancelled')
               from orders",
        )
        .fetch_one(&mut *conn)
        .await
        .unwrap()
    }

    pub(crate) async fn cart_status(&self, id: CartId) -> String {
        let mut conn = self.superuser.lock().await;
        sqlx::query_scalar("select status from carts where id = $1")
            .bind(id.uuid())
            .fetch_one(&mut *conn)
            .await
            .unwrap()
    }
}

/// The id of nothing.
pub(crate) fn nobody() -> Uuid {
    Ids.uuid()
}
