//! Ten thousand tenants with twenty products each, written as one statement for each table.

use anyhow::Result;

use crate::postgres::Postgres;

/// Adds `tenants` tenants, each with one storefront at `seed-N.localhost` and `products` products.
pub(crate) async fn tenants(postgres: &Postgres, tenants: u32, products: u32) -> Result<()> {
    let text = include_str!("seed.sql")
        .replace(":tenants", &tenants.to_string())
        .replace(":products", &products.to_string());
    postgres.execute(&text).await?;
    postgres.execute("vacuum analyze").await
}
