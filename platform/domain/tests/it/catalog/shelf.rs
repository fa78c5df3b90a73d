//! A tenant with two merchants and a catalogue to fill.

use std::path::PathBuf;
use std::sync::Arc;

use domain::catalog::import::{ImportError, ImportProducts, ImportReport};
use domain::catalog::{
    Catalog, ListAllProducts, ListProducts, Page, ProductCard, ProductRecord, Sort,
};
use domain::tenancy::{MerchantDraft, ProvisionedTenant};
use kernel::ids::{MerchantId, ProductId, StaffId, StorefrontId, TenantId};
use kernel::ports::Ids;
use kernel::{Caller, Permission, Permissions};
use sqlx::PgConnection;
use testkit::MemoryObjects;

use crate::house::{House, draft};

pub(super) struct Shelf {
    pub(super) house: House,
    pub(super) objects: Arc<MemoryObjects>,
    pub(super) catalog: Catalog,
    pub(super) tenant_id: TenantId,
    pub(super) storefront_id: StorefrontId,
    /// The default one, `aurora`, and `kiln`.
    pub(super) merchants: Vec<MerchantId>,
}

impl Shelf {
    pub(super) async fn new() -> Self {
        let house = House::new().await;
        let tenant = tenant(&house, "aurora").await;
        let objects = Arc::new(MemoryObjects::default());
        let catalog = Catalog::new(
            house.db.clone(),
            house.tenancy.clone(),
            Arc::new(house.clock.clone()),
            objects.clone(),
        );
        Self {
            catalog,
            objects,
            tenant_id: tenant.tenant.id,
            storefront_id: tenant.storefronts[0].storefront.id,
            merchants: tenant
                .merchants
                .iter()
                .map(|merchant| merchant.id)
                .collect(),
            house,
        }
    }

    pub(super) fn system(&self) -> Caller {
        Caller::system(self.tenant_id)
    }

    pub(super) fn visitor(&self) -> Caller {
        let may = Permissions::only(Permission::StorefrontRead);
        Caller::visitor(self.tenant_id, self.storefront_id, may)
    }

    pub(super) fn staff(&self) -> Caller {
        let may = Permission::ProductsRead | Permission::ProductsWrite;
        Caller::staff(self.tenant_id, StaffId::from_uuid(Ids.uuid()), may)
    }

    pub(super) async fn import(&self, text: impl Into<Vec<u8>>) -> ImportReport {
        self.import_with(text, ImportProducts::default())
            .await
            .unwrap()
    }

    pub(super) async fn import_with(
        &self,
        text: impl Into<Vec<u8>>,
        command: ImportProducts,
    ) -> Result<ImportReport, ImportError> {
        let source = std::io::Cursor::new(text.into());
        self.catalog
            .import(&self.system(), source, command, |_| {})
            .await
    }

    pub(super) async fn list(&self, sort: Sort) -> Page<ProductCard> {
        let query = ListProducts {
            limit: 100,
            cursor: None,
            category: None,
            sort,
        };
        self.catalog.list(&self.visitor(), query).await.unwrap()
    }

    pub(super) async fn page(&self, query: ListProducts) -> Page<ProductCard> {
        self.catalog.list(&self.visitor(), query).await.unwrap()
    }

    pub(super) async fn titles(&self, sort: Sort) -> Vec<String> {
        let page = self.list(sort).await;
        page.data.into_iter().map(|card| card.title).collect()
    }

    /// Every product, by slug.
    pub(super) async fn records(&self) -> Vec<ProductRecord> {
        let query = ListAllProducts {
            limit: 100,
            cursor: None,
            status: None,
            text: None,
        };
        let page = self.catalog.list_all(&self.staff(), query).await.unwrap();
        let mut records = Vec::new();
        for product in page.data {
            records.push(self.record(product.id).await);
        }
        records.sort_by(|a, b| a.slug.cmp(&b.slug));
        records
    }

    pub(super) async fn record(&self, id: ProductId) -> ProductRecord {
        self.catalog.get_by_id(&self.staff(), id).await.unwrap()
    }

    pub(super) async fn only(&self) -> ProductRecord {
        let mut records = self.records().await;
        assert_eq!(records.len(), 1);
        records.remove(0)
    }

    pub(super) async fn superuser(&self) -> PgConnection {
        self.house.superuser().await
    }

    /// How many rows of the catalogue there are.
    pub(super) async fn rows(&self) -> Vec<i64> {
        let mut conn = self.superuser().await;
        sqlx::query_scalar(
            "select count(*) from products union all
             select count(*) from variants union all
             select count(*) from prices union all
             select count(*) from product_prices union all
             select count(*) from product_options union all
             select count(*) from product_categories union all
             select count(*) from categories union all
             select count(*) from images union all
             select count(*) from stock_levels",
        )
        .fetch_all(&mut conn)
        .await
        .unwrap()
    }
}

/// A tenant with two merchants, of which the second is called Kiln.
pub(super) async fn tenant(house: &House, slug: &str) -> ProvisionedTenant {
    let merchant = |slug: &str, name: &str| MerchantDraft {
        slug: slug.to_owned(),
        name: name.to_owned(),
        commission_bps: 1000,
    };
    let mut request = draft(slug);
    request.merchants = vec![merchant(slug, "The house"), merchant("kiln", "Kiln")];
    house.create(request).await.unwrap().tenant
}

/// The faults of a report as `line column code`.
pub(super) fn told(report: &ImportReport) -> Vec<String> {
    let faults = report.faults.kept().iter();
    faults
        .map(|fault| {
            let column = fault.column.as_deref().unwrap_or("-");
            format!("{} {column} {}", fault.line, fault.code)
        })
        .collect()
}

/// Created, updated, unchanged and refused products.
pub(super) const fn counts(report: &ImportReport) -> [u64; 4] {
    [
        report.created,
        report.updated,
        report.unchanged,
        report.refused,
    ]
}

/// A file with the columns that most tests need.
pub(super) fn file(rows: &str) -> String {
    format!(
        "Handle,Title,Body (HTML),Vendor,Product Category,Tags,Option1 Name,Option1 Value,\
         Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,\
         Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,\
         Image Alt Text,Variant Image,Status\n{rows}"
    )
}

/// A GIF of the given size and nothing in it.
pub(super) fn gif(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = b"GIF89a".to_vec();
    bytes.extend(width.to_le_bytes());
    bytes.extend(height.to_le_bytes());
    bytes.extend([0, 0, 0, 0x3b]);
    bytes
}

/// A folder with these pictures.
pub(super) fn pictures(names: &[(&str, u16)]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    for (name, width) in names {
        std::fs::write(folder.path().join(name), gif(*width, 10)).unwrap();
    }
    let path = folder.path().to_owned();
    (folder, path)
}
