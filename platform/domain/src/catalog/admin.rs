//! What staff asks of the catalogue.

use db::{DbError, OnConstraint, TenantTx};
use kernel::ids::{MerchantId, ProductId, VariantId};
use kernel::{Caller, Currency, Event, FieldFault, Permission};
use uuid::Uuid;

use super::commands::{CreateProduct, SetPrice, SetStock, UpdateProduct, invalid, unclean};
use super::cursor::Position;
use super::draft::{ProductDraft, ProductStatus};
use super::error::CatalogError;
use super::model::{ListAllProducts, Page, ProductRecord, ProductSummary};
use super::plan::{Item, Lost, Plan};
use super::service::{Catalog, limit, page, position};
use super::{store, write};
use crate::html;
use crate::inventory::{self, StockLevel};
use crate::tenancy;

/// The longest text that a list is narrowed by.
const TEXT_MAX: usize = 200;
/// How many slugs are tried for a product that names none.
const ATTEMPTS: u32 = 5;

/// Which slug a new product gets.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    /// The one that is asked for.
    This,
    /// One like its title that is free, as far as the caller sees.
    Free,
    /// One like its title with random digits: a product that the caller does not see has the free one.
    Random,
}

impl Catalog {
    /// Whether no two variants that are sold may share a stock keeping unit.
    pub async fn unique_skus(&self, caller: &Caller) -> Result<bool, CatalogError> {
        caller.require(Permission::ProductsRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::settings::unique_skus(&mut tx).await?)
    }

    /// Says whether no two variants that are sold may share a stock keeping unit. It is refused
    /// while some do.
    pub async fn set_unique_skus(
        &self,
        caller: &Caller,
        are_unique: bool,
    ) -> Result<(), CatalogError> {
        caller.require(Permission::ProductsWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let done = store::settings::set_unique_skus(&mut tx, are_unique).await;
        done.map_err(taken)?;
        Ok(tx.commit().await?)
    }

    /// A page of all products, the latest first.
    pub async fn list_all(
        &self,
        caller: &Caller,
        query: ListAllProducts,
    ) -> Result<Page<ProductSummary>, CatalogError> {
        caller.require_in_scope(Permission::ProductsRead)?;
        let limit = limit(query.limit)?;
        let status = query.status.map(ProductStatus::name).unwrap_or_default();
        let text = query.text.as_deref().map(text).transpose()?.flatten();
        let scope = caller.merchant_id().map(|id| id.to_string());
        let list = format!(
            "{}/{}/all/{status}/{}",
            caller.tenant_id(),
            scope.unwrap_or_default(),
            text.as_deref().unwrap_or_default()
        );
        let before = match &query.cursor {
            Some(text) => position(text, &list)?.id,
            None => Uuid::max(),
        };

        let mut tx = self.db.begin(caller).await?;
        let found = match &text {
            Some(text) => {
                store::lists::matching(&mut tx, text, query.status, before, limit + 1).await?
            }
            None => store::lists::latest(&mut tx, query.status, before, limit + 1).await?,
        };
        Ok(page(found, limit, |product| {
            let end = Position {
                id: product.id.uuid(),
                minor: 0,
                title: String::new(),
            };
            end.encode(&list)
        }))
    }

    /// Everything about a product.
    pub async fn get_by_id(
        &self,
        caller: &Caller,
        product_id: ProductId,
    ) -> Result<ProductRecord, CatalogError> {
        caller.require_in_scope(Permission::ProductsRead)?;
        let mut tx = self.db.begin(caller).await?;
        read(&mut tx, product_id).await
    }

    /// Creates a product with its variants.
    pub async fn create(
        &self,
        caller: &Caller,
        command: CreateProduct,
    ) -> Result<ProductRecord, CatalogError> {
        caller.require_in_scope(Permission::ProductsWrite)?;
        let merchant_id = command.merchant_id.or(caller.merchant_id());
        let is_slug_given = command.slug.is_some();
        let (mut draft, currency) = command.into_draft()?;
        let cleaned = html::clean_aside(draft.text.description_html).await;
        draft.text.description_html = cleaned.map_err(unclean)?;
        let mut attempt = 1;
        loop {
            let slug = if is_slug_given {
                Wanted::This
            } else if attempt > 1 && caller.merchant_id().is_some() {
                Wanted::Random
            } else {
                Wanted::Free
            };
            let made = self.try_create(caller, merchant_id, &draft, currency, slug);
            match made.await {
                // Somebody else has just taken the slug that was free.
                Err(CatalogError::SlugTaken) if !is_slug_given && attempt < ATTEMPTS => {
                    attempt += 1;
                }
                outcome => return outcome,
            }
        }
    }

    async fn try_create(
        &self,
        caller: &Caller,
        merchant_id: Option<MerchantId>,
        draft: &ProductDraft,
        currency: Currency,
        wanted: Wanted,
    ) -> Result<ProductRecord, CatalogError> {
        let plan = Plan::of(draft, None, Lost::default());
        let mut tx = self.db.begin(caller).await?;
        let merchants = tenancy::merchants(&mut tx).await?;
        let merchant = merchants.iter().find(|merchant| match merchant_id {
            Some(id) => merchant.id == id,
            None => merchant.is_default,
        });
        let merchant_id = merchant
            .map(|merchant| merchant.id)
            .ok_or(CatalogError::MerchantNotFound)?;
        let categories = match caller.merchant_id() {
            None => store::categories::ensure_path(&mut tx, &draft.category).await?,
            // The tree is the tenant's.
            Some(_) => store::categories::find_path(&mut tx, &draft.category)
                .await?
                .ok_or_else(|| invalid("/category", "not_found", "categories that exist"))?,
        };
        let slug = match wanted {
            Wanted::This => draft.slug.clone(),
            Wanted::Free => store::slugs::free(&mut tx, &draft.slug, |_| false).await?,
            Wanted::Random => draft.slug.with_suffix(store::slugs::short_id()),
        };
        let item = Item {
            plan: &plan,
            draft,
            slug: &slug,
            handle: None,
            merchant_id,
            categories: &categories,
            digest: None,
        };
        write::write(&mut tx, &[item], currency, self.clock.now())
            .await
            .map_err(taken)?;
        let product = read(&mut tx, plan.product_id).await?;
        tx.commit().await?;
        Ok(product)
    }

    /// Changes a product.
    pub async fn update(
        &self,
        caller: &Caller,
        mut command: UpdateProduct,
    ) -> Result<ProductRecord, CatalogError> {
        caller.require_in_scope(Permission::ProductsWrite)?;
        command.check()?;
        if let Some(html) = &mut command.text.description_html {
            *html = html::clean_aside(std::mem::take(html))
                .await
                .map_err(unclean)?;
        }
        let product_id = command.product_id;

        let mut tx = self.db.begin(caller).await?;
        let now = self.clock.now();
        if !store::write::update(&mut tx, &command, now).await? {
            return Err(match store::admin::version(&mut tx, product_id).await? {
                Some(current) => CatalogError::VersionMismatch { current },
                None => CatalogError::ProductNotFound,
            });
        }
        changed(&mut tx, product_id).await?;
        let product = read(&mut tx, product_id).await?;
        tx.commit().await?;
        Ok(product)
    }

    /// Sets what a variant costs.
    pub async fn set_price(
        &self,
        caller: &Caller,
        command: SetPrice,
    ) -> Result<ProductRecord, CatalogError> {
        caller.require_in_scope(Permission::ProductsWrite)?;
        let price = command.price()?;
        let currency = command.price.currency;

        let mut tx = self.db.begin(caller).await?;
        let product_id = lock(&mut tx, command.variant_id).await?;
        store::admin::set_price(&mut tx, command.variant_id, currency, price).await?;
        store::prices::refresh(&mut tx, &[product_id]).await?;
        self.changed(tx, product_id).await
    }

    /// Sets how much there is of a variant.
    pub async fn set_stock(
        &self,
        caller: &Caller,
        command: SetStock,
    ) -> Result<ProductRecord, CatalogError> {
        caller.require_in_scope(Permission::ProductsWrite)?;
        let variant_id = command.variant_id;
        command.check()?;

        let mut tx = self.db.begin(caller).await?;
        let product_id = lock(&mut tx, variant_id).await?;
        match command.on_hand {
            Some(_) => {
                let level = StockLevel {
                    variant_id,
                    on_hand: command.on_hand,
                    allow_backorder: command.allow_backorder,
                };
                inventory::set_levels(&mut tx, &[level])
                    .await
                    .on_constraint("stock_levels_not_oversold", || CatalogError::StockReserved)?;
            }
            None => inventory::untrack(&mut tx, &[variant_id]).await?,
        }
        self.changed(tx, product_id).await
    }

    async fn changed(
        &self,
        mut tx: TenantTx,
        product_id: ProductId,
    ) -> Result<ProductRecord, CatalogError> {
        store::admin::touch(&mut tx, product_id, self.clock.now()).await?;
        changed(&mut tx, product_id).await?;
        let product = read(&mut tx, product_id).await?;
        tx.commit().await?;
        Ok(product)
    }
}

/// What a list is narrowed by; none for nothing but spaces.
fn text(text: &str) -> Result<Option<String>, CatalogError> {
    let text = text.trim();
    if text.chars().count() > TEXT_MAX || text.contains('\0') {
        let fault = FieldFault::new("q", "malformed", "at most 200 characters, none of them NUL");
        return Err(CatalogError::Invalid(vec![fault]));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

pub(super) async fn changed(tx: &mut TenantTx, product_id: ProductId) -> Result<(), DbError> {
    let product_ids = vec![product_id];
    tx.publish(&Event::ProductsChanged { product_ids }).await
}

pub(super) async fn read(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<ProductRecord, CatalogError> {
    let found = store::detail::by_id(tx, product_id).await?;
    found.ok_or(CatalogError::ProductNotFound)
}

async fn lock(tx: &mut TenantTx, variant_id: VariantId) -> Result<ProductId, CatalogError> {
    let found = store::write::lock_by_variant(tx, variant_id).await?;
    found.ok_or(CatalogError::VariantNotFound)
}

fn taken(error: DbError) -> CatalogError {
    match error.constraint() {
        Some("products_tenant_id_slug_key") => CatalogError::SlugTaken,
        Some("variants_unique_sku_key") => CatalogError::SkuTaken,
        _ => error.into(),
    }
}
