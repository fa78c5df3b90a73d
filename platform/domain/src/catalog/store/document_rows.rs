//! Product documents in the database: the store for those who name no other.

use db::{DbError, TenantTx};
use kernel::ids::ProductId;
use kernel::ports::ProductDocument;

#[derive(sqlx::FromRow)]
struct DocumentRow {
    product_id: ProductId,
    version: i64,
    schema: i32,
    body: Option<String>,
}

/// Those of the products' documents that there are.
pub(in crate::catalog) async fn get(
    tx: &mut TenantTx,
    products: &[ProductId],
) -> Result<Vec<ProductDocument>, DbError> {
    let rows: Vec<DocumentRow> = sqlx::query_as(
        "select product_id, version, schema, body::text as body
           from product_documents
          where tenant_id = $1 and product_id = any($2)",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .fetch_all(tx.conn())
    .await?;
    let document = |row: DocumentRow| ProductDocument {
        product_id: row.product_id,
        version: row.version,
        schema: row.schema,
        body: row.body,
    };
    Ok(rows.into_iter().map(document).collect())
}

/// Puts documents that are newer than what is there; tells how many. No product may be named twice.
pub(in crate::catalog) async fn put(
    tx: &mut TenantTx,
    documents: &[ProductDocument],
) -> Result<u64, DbError> {
    let products: Vec<ProductId> = documents.iter().map(|it| it.product_id).collect();
    let versions: Vec<i64> = documents.iter().map(|it| it.version).collect();
    let schemas: Vec<i32> = documents.iter().map(|it| it.schema).collect();
    let bodies: Vec<Option<&str>> = documents.iter().map(|it| it.body.as_deref()).collect();
    let put = sqlx::query(
        "insert into product_documents as d (tenant_id, product_id, version, schema, body)
         select $1, product_id, version, schema, body::jsonb
           from unnest($2::uuid[], $3::bigint[], $4::integer[], $5::text[])
                as asked (product_id, version, schema, body)
          order by product_id
         on conflict (tenant_id, product_id) do update
            set version = excluded.version, schema = excluded.schema, body = excluded.body
          where (d.version, d.schema) < (excluded.version, excluded.schema)",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .bind(versions)
    .bind(schemas)
    .bind(bodies)
    .execute(tx.conn())
    .await?;
    Ok(put.rows_affected())
}

/// Deletes all documents of the tenant; tells how many.
pub(in crate::catalog) async fn remove_all(tx: &mut TenantTx) -> Result<u64, DbError> {
    let removed = sqlx::query("delete from product_documents where tenant_id = $1")
        .bind(tx.tenant_id())
        .execute(tx.conn())
        .await?;
    Ok(removed.rows_affected())
}
