//! What the store sells.

use domain::catalog::{self, ListProducts};
use gateway::json::Money;
use gateway::{ApiResult, Visitor};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct CatalogApi(pub(crate) App);

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Catalog")]
impl CatalogApi {
    /// List the products
    ///
    /// Those that have a price in the store's currency, whether they are in stock or not.
    #[oai(
        path = "/products",
        method = "get",
        operation_id = "storefront_list_products"
    )]
    async fn list_products(
        &self,
        visitor: Visitor,
        /// How many, at most 100.
        #[oai(
            default = "page_size",
            validator(minimum(value = "1"), maximum(value = "100"))
        )]
        limit: Query<u32>,
        /// The `next_cursor` of the page before. It belongs to the same category and order.
        cursor: Query<Option<String>>,
        /// The slug of a category. What is in the categories below it is in it too.
        #[oai(validator(max_length = 255))]
        category: Query<Option<String>>,
        /// In which order.
        #[oai(default)]
        sort: Query<ProductSort>,
    ) -> ApiResult<Json<ProductPage>> {
        let query = ListProducts {
            limit: limit.0,
            cursor: cursor.0,
            category: category.0,
            sort: sort.0.into(),
        };
        let page = self.0.catalog.list(visitor.caller(), query).await?;
        Ok(Json(page.into()))
    }

    /// Show a product
    #[oai(
        path = "/products/:slug",
        method = "get",
        operation_id = "storefront_get_product"
    )]
    async fn get_product(&self, visitor: Visitor, slug: Path<String>) -> ApiResult<Json<Product>> {
        let product = self.0.catalog.get(visitor.caller(), &slug.0).await?;
        Ok(Json(product.into()))
    }

    /// List the categories
    ///
    /// Those that hold something for sale, all of them, those above before those below.
    #[oai(
        path = "/categories",
        method = "get",
        operation_id = "storefront_list_categories"
    )]
    async fn list_categories(&self, visitor: Visitor) -> ApiResult<Json<CategoryPage>> {
        let categories = self.0.catalog.categories(visitor.caller()).await?;
        Ok(Json(CategoryPage {
            data: categories.into_iter().map(Category::from).collect(),
            has_more: false,
        }))
    }
}

const fn page_size() -> u32 {
    20
}

/// The order of a list of products.
#[derive(Debug, Clone, Copy, Default, Enum)]
#[oai(rename_all = "snake_case")]
enum ProductSort {
    /// The latest first.
    #[default]
    Newest,
    /// By title.
    Title,
    /// The cheapest first.
    PriceAsc,
    /// The dearest first.
    PriceDesc,
}

impl From<ProductSort> for catalog::Sort {
    fn from(sort: ProductSort) -> Self {
        match sort {
            ProductSort::Newest => Self::Newest,
            ProductSort::Title => Self::Title,
            ProductSort::PriceAsc => Self::PriceAscending,
            ProductSort::PriceDesc => Self::PriceDescending,
        }
    }
}

/// A page of products.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct ProductPage {
    /// The products.
    data: Vec<ProductCard>,
    /// Whether more follow.
    has_more: bool,
    /// What to ask for to get them.
    next_cursor: Option<String>,
}

/// A product in a list.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct ProductCard {
    /// The product's id.
    id: String,
    /// The last part of its address.
    slug: String,
    /// What it is called.
    title: String,
    /// What its cheapest variant costs.
    price: Money,
    /// Whether any of its variants can be bought at this moment.
    available: bool,
    /// Its first picture.
    image: Option<ProductImage>,
}

/// A picture.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct ProductImage {
    /// Its address, perhaps relative to the store's own.
    url: String,
    /// What it shows, for those who cannot see it.
    alt: String,
    /// Its width in pixels, if it is known.
    width: Option<i32>,
    /// Its height in pixels, if it is known.
    height: Option<i32>,
}

/// A product.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Product {
    /// The product's id.
    id: String,
    /// The last part of its address.
    slug: String,
    /// What it is called.
    title: String,
    /// What it is, as HTML without scripts, styles and forms.
    description: String,
    /// Whose it is.
    vendor: String,
    /// What kind of thing it is.
    #[oai(rename = "product_type")]
    kind: String,
    /// Words to find it by.
    tags: Vec<String>,
    /// A title for search engines.
    seo_title: Option<String>,
    /// A description for search engines.
    seo_description: Option<String>,
    /// What its cheapest variant costs.
    price: Money,
    /// Whether any of its variants can be bought at this moment.
    available: bool,
    /// Its pictures, in their order.
    images: Vec<ProductImage>,
    /// What its variants differ in; empty when there is only one.
    options: Vec<ProductOption>,
    /// What can be put into a cart.
    variants: Vec<ProductVariant>,
    /// Where it is in the store, from the top.
    categories: Vec<Category>,
}

/// Something that the variants of a product differ in.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ProductOption {
    /// What it is called.
    name: String,
    /// The values that there are.
    values: Vec<String>,
}

/// A variant of a product.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct ProductVariant {
    /// The variant's id.
    id: String,
    /// Its stock keeping unit.
    sku: Option<String>,
    /// What tells it from the others; the product's title when it is the only one.
    title: String,
    /// Its value of each of the product's options, in their order.
    options: Vec<String>,
    /// What it costs.
    price: Money,
    /// What it cost before, when that was more.
    compare_at: Option<Money>,
    /// Whether it can be bought at this moment.
    available: bool,
    /// A picture of its own.
    image: Option<ProductImage>,
}

/// All categories.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CategoryPage {
    /// The categories.
    data: Vec<Category>,
    /// Always false: a store's categories fit on one page.
    has_more: bool,
}

/// A place in the store.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Category {
    /// The category's id.
    id: String,
    /// The last part of its address, and what lists are asked for.
    slug: String,
    /// What it is called.
    name: String,
    /// The slug of the category above it.
    parent: Option<String>,
}

impl From<catalog::Page<catalog::ProductCard>> for ProductPage {
    fn from(page: catalog::Page<catalog::ProductCard>) -> Self {
        let catalog::Page { data, next_cursor } = page;
        Self {
            data: data.into_iter().map(ProductCard::from).collect(),
            has_more: next_cursor.is_some(),
            next_cursor,
        }
    }
}

impl From<catalog::ProductCard> for ProductCard {
    fn from(card: catalog::ProductCard) -> Self {
        let catalog::ProductCard {
            id,
            slug,
            title,
            price,
            is_available,
            image,
        } = card;
        Self {
            id: id.to_string(),
            slug,
            title,
            price: price.into(),
            available: is_available,
            image: image.map(ProductImage::from),
        }
    }
}

impl From<catalog::Image> for ProductImage {
    fn from(image: catalog::Image) -> Self {
        let catalog::Image { url, alt, size } = image;
        Self {
            url,
            alt,
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
        }
    }
}

impl From<catalog::Product> for Product {
    fn from(product: catalog::Product) -> Self {
        let catalog::Product {
            id,
            slug,
            title,
            description_html,
            vendor,
            product_type,
            tags,
            seo_title,
            seo_description,
            price,
            is_available,
            images,
            options,
            variants,
            categories,
        } = product;
        let option = |catalog::ProductOption { name, values }| ProductOption { name, values };
        Self {
            id: id.to_string(),
            slug,
            title,
            description: description_html,
            vendor,
            kind: product_type,
            tags,
            seo_title,
            seo_description,
            price: price.into(),
            available: is_available,
            images: images.into_iter().map(ProductImage::from).collect(),
            options: options.into_iter().map(option).collect(),
            variants: variants.into_iter().map(ProductVariant::from).collect(),
            categories: categories.into_iter().map(Category::from).collect(),
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
            image,
        } = variant;
        Self {
            id: id.to_string(),
            sku,
            title,
            options: option_values,
            price: price.into(),
            compare_at: compare_at.map(Money::from),
            available: is_available,
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
        } = category;
        Self {
            id: id.to_string(),
            slug,
            name,
            parent,
        }
    }
}
