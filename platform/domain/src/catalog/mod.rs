//! The catalogue: what a tenant sells.
//!
//! Owns `categories`, `category_images`, `products`, `product_categories`, `product_options`, `variants`, `prices`,
//! `product_prices`, `images`, `catalog_settings`, `product_documents`, and the tables of customer groups (see `groups`).
//! Invariants:
//! - a product is for sale in a currency when one of its variants has a price in it, and
//!   `product_prices` says the lowest and the highest of them;
//! - a variant keeps its id for as long as its product lives; one that is no longer sold is archived;
//! - no two variants of a product have the same options, and where the tenant wants it no two variants
//!   that are sold have one stock keeping unit;
//! - a product that was imported keeps the handle of its file, and is found by it;
//! - whoever changes what a product's document holds (its options, pictures, variants or categories) writes to the product's
//!   row in the same transaction, which gives the document a new version.
//!
//! May import `inventory` and `tenancy`.

mod admin;
mod commands;
mod cursor;
mod documents;
mod draft;
mod error;
mod groups;
pub mod import;
mod model;
mod pictures;
mod plan;
mod service;
mod store;
mod write;

pub use commands::{CreateProduct, CreateVariant, SetPrice, SetStock, UpdateProduct};
pub(crate) use cursor::Position;
pub use documents::{Documents, FoundCards, PostgresDocuments, Rebuilt};
pub use draft::ProductStatus;
pub use error::CatalogError;
pub use groups::{
    CustomerGroup, CustomerGroupChange, GROUP_CHANGES_MAX, GroupMember, GroupPriceChange,
    GroupPrices,
};
pub use model::{
    Category, ListAllProducts, ListCategories, ListProducts, PAGE_MAX, Page, Product, ProductCard,
    ProductOption, ProductRecord, ProductSummary, SITEMAP_PART, Searchable, SearchableVariant,
    Sellable, SitemapProduct, Sort, Variant, VariantRecord,
};
pub use pictures::{
    ChangeCategoryImage, ChangeImage, Image, ImageChange, ImageSource, image_address,
};
pub use service::Catalog;
pub use store::{categories_with, products_of, searchable, searchable_after, sellable};
