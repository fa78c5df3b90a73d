//! What staff does from the command line.

use std::fs::File;
use std::path::Path;

use domain::catalog::import::ImportProducts;

use super::Shop;

/// Imports a file of products, all of which must go in.
pub(super) async fn import(shop: &Shop<'_>, file: &Path) {
    let command = ImportProducts {
        currency: None,
        media: file.parent().map(Path::to_path_buf),
        is_dry_run: false,
    };
    let source = File::open(file).unwrap();
    let catalog = &shop.system.app.catalog;
    let report = catalog
        .import(&shop.system_caller(), source, command, |_| {})
        .await
        .unwrap();
    assert_eq!(report.faults.kept(), []);
}
