//! Product documents in a table of the database.

use domain::catalog::PostgresDocuments;
use testkit::product_documents_contract;

use super::shelf::{Shelf, tenant};

#[tokio::test]
async fn a_table_of_the_database_is_a_store_of_documents() {
    let shelf = Shelf::new().await;
    let other = tenant(&shelf.house, "meridian").await;
    let store = PostgresDocuments::new(shelf.house.db.clone());
    product_documents_contract(&store, [shelf.tenant_id, other.tenant.id]).await;
}
