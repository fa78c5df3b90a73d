//! Product documents in a table of the database.

use domain::catalog::PostgresDocuments;
use testkit::product_documents_contract;

use super::shelf::{Shelf, counts, file, tenant};

#[tokio::test]
async fn a_table_of_the_database_is_a_store_of_documents() {
    let shelf = Shelf::new().await;
    let other = tenant(&shelf.house, "meridian").await;
    let store = PostgresDocuments::new(shelf.house.db.clone());
    product_documents_contract(&store, [shelf.tenant_id, other.tenant.id]).await;
}

/// How many products were last changed by a transaction that told of no product.
const CHANGED_UNTOLD: &str = "
    select count(*) from products p
     where not exists (select 1 from outbox o
                        where o.tenant_id = p.tenant_id and o.xmin = p.xmin
                          and o.topic = 'products.changed')";

#[tokio::test]
async fn an_import_gives_no_product_a_version_that_no_event_tells_of() {
    let shelf = Shelf::new().await;
    let rows = |price: &str| {
        file(&format!(
            "mug,Mug,,,,,Title,Default Title,M1,,,,,{price},,,,,active\n\
             tea,Tea,,,,,Title,Default Title,T1,,,,,{price},,,,,active\n"
        ))
    };
    let (made, again) = (
        shelf.import(rows("4.20")).await,
        shelf.import(rows("5")).await,
    );
    assert_eq!(
        (counts(&made), counts(&again)),
        ([2, 0, 0, 0], [0, 2, 0, 0])
    );

    let untold: i64 = sqlx::query_scalar(CHANGED_UNTOLD)
        .fetch_one(&mut shelf.superuser().await)
        .await
        .unwrap();
    assert_eq!(untold, 0);
}
