//! The store of product documents: whether it answers.

use aws_backends::{DynamoDb, Limits};
use kernel::ids::{ProductId, TenantId};
use kernel::ports::{Ids, ProductDocuments};

use super::Patient;
use super::finding::Finding;
use crate::settings::ProductDocumentsSettings;

const DOCUMENTS: &str = "PRODUCT_DOCUMENTS";

pub(super) async fn look(patient: &Patient) -> Option<Finding> {
    let (address, key) = match patient.settings.product_documents.clone()? {
        ProductDocumentsSettings::Postgres => {
            let says = "product documents are kept in the database";
            return Some(Finding::ok(DOCUMENTS, says));
        }
        ProductDocumentsSettings::DynamoDb { address, key } => (address, key),
    };
    let store = Box::pin(DynamoDb::new(address, key, Limits::default())).await;
    // A tenant that nobody is: all that is asked is whether the table answers.
    let tenant_id = TenantId::from_uuid(Ids.uuid());
    let product_id = ProductId::from_uuid(Ids.uuid());
    Some(match store.get(tenant_id, &[product_id]).await {
        Ok(_) => Finding::ok(DOCUMENTS, "the table of product documents answers"),
        Err(why) => Finding::warn(DOCUMENTS, why.to_string()).advise(
            "make the table, and allow the program to read and write its items; until then products are read from the \
             database",
        ),
    })
}
