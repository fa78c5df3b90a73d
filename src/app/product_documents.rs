//! The store of product documents, if the settings name one.

use std::sync::Arc;

use aws_backends::{DynamoDb, Limits};
use db::Db;
use domain::catalog::{Documents, PostgresDocuments};
use kernel::ports::ProductDocuments;

use crate::settings::ProductDocumentsSettings;

/// The store. Asks nobody yet.
pub async fn document_store(
    settings: &ProductDocumentsSettings,
    db: &Db,
) -> Arc<dyn ProductDocuments> {
    match settings {
        ProductDocumentsSettings::Postgres => Arc::new(PostgresDocuments::new(db.clone())),
        ProductDocumentsSettings::DynamoDb { address, key } => {
            let made = DynamoDb::new(address.clone(), key.clone(), Limits::default());
            Arc::new(Box::pin(made).await)
        }
    }
}

/// What the services read documents with.
pub(super) async fn documents(
    settings: Option<&ProductDocumentsSettings>,
    db: &Db,
) -> Option<Documents> {
    Some(Documents::new(document_store(settings?, db).await))
}
