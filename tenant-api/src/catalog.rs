//! What the store sells.

use domain::catalog::{self, CatalogError, ListProducts, Sort};
use domain::inventory::StockState;
use gateway::json::Money;
use gateway::{ApiResult, Buyer, Contract, Cursor, Limit, List, Page};
use kernel::ids::{CategoryId, ProductId, VariantId};
use kernel::product::ProductText;
use kernel::{Permission, Seller};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::blank::OrBlank;
use crate::image::ProductImage;
use crate::json::Rating;
use crate::{App, Tag};

pub(crate) struct CatalogApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_list_products")
        .cached()
        .for_shoppers_too()
        .needs(&[Permission::StorefrontRead])
        .fails(&[CatalogError::CURSOR_INVALID]),
    Contract::of("storefront_get_product")
        .cached()
        .for_shoppers_too()
        .fails(&[CatalogError::PRODUCT_GONE])
        .needs(&[Permission::StorefrontRead]),
    Contract::of("storefront_list_categories")
        .cached()
        .for_shoppers_too()
        .needs(&[Permission::StorefrontRead]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Catalog")]
impl CatalogApi {
    /// List products
    ///
    /// Active products with a price in the storefront's currency, in stock or not. With the access token of a
    /// shopper who is in customer groups: with the products that only those groups see, at the shopper's prices.
    /// Sorting by price goes by list prices.
    #[oai(
        path = "/products",
        method = "get",
        operation_id = "storefront_list_products"
    )]
    async fn list_products(
        &self,
        buyer: Buyer,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same category and sort order.
        cursor: Query<Cursor>,
        /// Slug of a category; products of its subcategories are included.
        #[oai(validator(max_length = 255))]
        category: Query<OrBlank<String>>,
        /// Sort order; `newest` by default.
        #[oai(default = "newest")]
        sort: Query<OrBlank<Sort>>,
    ) -> ApiResult<Json<Page<ProductSummary>>> {
        let query = ListProducts {
            limit: limit.0.get(),
            cursor: cursor.0.into_text(),
            category: category.0.0,
            sort: sort.0.0.unwrap_or_default(),
        };
        let page = self.0.catalog.list(buyer.caller(), query).await?;
        Ok(Json(Page::of(page.data, page.next_cursor)))
    }

    /// Show a product
    ///
    /// With its variants and their prices in the storefront's currency. Returns 404 for a product that is not on
    /// sale here. With the access token of a shopper who is in customer groups: at the shopper's prices; the list
    /// price is then the compare-at price.
    #[oai(
        path = "/products/:slug",
        method = "get",
        operation_id = "storefront_get_product"
    )]
    async fn get_product(&self, buyer: Buyer, slug: Path<String>) -> ApiResult<Json<Product>> {
        let product = self.0.catalog.get(buyer.caller(), &slug.0).await?;
        Ok(Json(product.into()))
    }

    /// List categories
    ///
    /// All categories with products on sale that the caller sees, parents before their children.
    #[oai(
        path = "/categories",
        method = "get",
        operation_id = "storefront_list_categories"
    )]
    async fn list_categories(&self, buyer: Buyer) -> ApiResult<Json<List<Category>>> {
        let categories = self.0.catalog.categories(buyer.caller()).await?;
        Ok(Json(List::of(categories)))
    }
}

const fn newest() -> OrBlank<Sort> {
    OrBlank(Some(Sort::Newest))
}

/// A product in a list.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(crate) struct ProductSummary {
    /// Product id.
    id: ProductId,
    /// Slug: the last part of the product's URL.
    slug: String,
    /// Title.
    title: String,
    /// Lowest price of the variants.
    price: Money,
    /// Whether at least one variant can be bought now.
    available: bool,
    /// First image; absent without images.
    image: Option<ProductImage>,
    /// Rating by published reviews; absent without reviews.
    rating: Option<Rating>,
}

/// A product.
#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
struct Product {
    /// Product id.
    id: ProductId,
    /// Slug: the last part of the product's URL.
    slug: String,
    /// Merchant who sells it.
    merchant: Seller,
    #[oai(flatten)]
    text: ProductText,
    /// Lowest price of the variants.
    price: Money,
    /// Whether at least one variant can be bought now.
    available: bool,
    /// Images, in display order.
    images: Vec<ProductImage>,
    /// Options by which variants differ; empty for a product with one variant.
    options: Vec<ProductOption>,
    /// Variants, in display order.
    variants: Vec<ProductVariant>,
    /// Category path, from the root down.
    categories: Vec<Category>,
    /// Rating by published reviews; absent without reviews.
    rating: Option<Rating>,
}

/// An option by which a product's variants differ.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ProductOption {
    /// Option name, such as `Size`.
    name: String,
    /// Values, in display order.
    values: Vec<String>,
}

/// A variant of a product.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct ProductVariant {
    /// Variant id.
    id: VariantId,
    /// Stock keeping unit (SKU); may be empty, and need not be unique.
    sku: Option<String>,
    /// Option values joined, such as `Blue / M`; the product's title when there is one variant.
    title: String,
    /// Value of each product option, in the order of `options`.
    options: Vec<String>,
    /// Price.
    price: Money,
    /// Compare-at price; absent unless it is higher than `price`.
    compare_at: Option<Money>,
    /// Whether the variant can be bought now.
    available: bool,
    /// What the storefront shows of its stock; absent unless the store wants it shown.
    stock: Option<ShownStock>,
    /// Image of the variant; absent if it has none of its own.
    image: Option<ProductImage>,
}

/// What a storefront shows of a variant's stock.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "ProductVariantStock"
)]
struct ShownStock {
    /// Stock in words.
    level: StockState,
    /// Units that can be bought now; absent if the storefront does not show them, or there is no limit.
    quantity: Option<i64>,
}

/// A category.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(crate) struct Category {
    /// Category id.
    id: CategoryId,
    /// Slug: the last part of the category's URL, and the value of the `category` filter.
    slug: String,
    /// Category name.
    name: String,
    /// Slug of the parent category; absent at the root.
    parent: Option<String>,
    /// Image, in the list of categories; absent without one, and where a product or a search names categories.
    image: Option<ProductImage>,
}

impl From<catalog::ProductCard> for ProductSummary {
    fn from(card: catalog::ProductCard) -> Self {
        let catalog::ProductCard {
            id,
            slug,
            title,
            price,
            is_available,
            image,
            rating,
        } = card;
        Self {
            id,
            slug,
            title,
            price: price.into(),
            available: is_available,
            image: image.map(ProductImage::from),
            rating: rating.map(Rating::from),
        }
    }
}

impl From<catalog::Product> for Product {
    fn from(product: catalog::Product) -> Self {
        let catalog::Product {
            id,
            slug,
            merchant,
            text,
            price,
            is_available,
            images,
            options,
            variants,
            categories,
            rating,
        } = product;
        let option = |catalog::ProductOption { name, values }| ProductOption { name, values };
        Self {
            id,
            slug,
            merchant,
            text,
            price: price.into(),
            available: is_available,
            images: images.into_iter().map(ProductImage::from).collect(),
            options: options.into_iter().map(option).collect(),
            variants: variants.into_iter().map(ProductVariant::from).collect(),
            categories: categories.into_iter().map(Category::from).collect(),
            rating: rating.map(Rating::from),
        }
    }
}

impl From<catalog::Variant> for ProductVariant {
    fn from(variant: catalog::Variant) -> Self {
        let catalog::Variant {
            id,
            sku,
            title,
            option_values,
            price,
            compare_at,
            is_available,
            stock,
            image,
        } = variant;
        Self {
            id,
            sku,
            title,
            options: option_values,
            price: price.into(),
            compare_at: compare_at.map(Money::from),
            available: is_available,
            stock: stock.map(|it| ShownStock {
                level: it.level,
                quantity: it.quantity,
            }),
            image: image.map(ProductImage::from),
        }
    }
}

impl From<catalog::Category> for Category {
    fn from(category: catalog::Category) -> Self {
        let catalog::Category {
            id,
            slug,
            name,
            parent,
            image,
        } = category;
        Self {
            id,
            slug,
            name,
            parent,
            image: image.map(ProductImage::from),
        }
    }
}
