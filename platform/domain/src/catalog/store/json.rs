//! Parts of a product that a statement gathers as JSON, so that a product is one round trip.

use db::DbError;
use kernel::ids::{CategoryId, ImageId, VariantId};
use kernel::picture::{Alts, FocalPoint};
use kernel::{Currency, Money, Rating};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::catalog::model::{Category, Variant, VariantRecord};
use crate::catalog::pictures::{self, Image, ImageSource, image_address};
use crate::inventory::{Stock, StockDisplay};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ImageJson {
    pub(super) id: Option<Uuid>,
    key: String,
    alt: String,
    width: Option<i32>,
    height: Option<i32>,
    widths: Option<Vec<i32>>,
    alts: Alts,
    focal_x: Option<i32>,
    focal_y: Option<i32>,
    blurhash: Option<String>,
}

impl From<ImageJson> for Image {
    fn from(image: ImageJson) -> Self {
        let widths = image.widths.unwrap_or_default();
        let focal_point = image.focal_x.zip(image.focal_y);
        let forms = pictures::forms(&image.key, image.width.unwrap_or_default(), &widths);
        let source = |(key, content_type, width): (String, &'static str, i32)| ImageSource {
            url: image_address(&key),
            content_type,
            width,
        };
        Self {
            url: image_address(&image.key),
            alt: image.alt,
            alts: image.alts,
            focal_point: focal_point.map(|(x, y)| FocalPoint { x, y }),
            blurhash: image.blurhash,
            size: image.width.zip(image.height),
            sources: forms.into_iter().map(source).collect(),
        }
    }
}

impl ImageJson {
    pub(super) fn record(self) -> (ImageId, Image) {
        let id = ImageId::from_uuid(self.id.unwrap_or_default());
        (id, self.into())
    }
}

/// What `reviews` keeps of a product's ratings.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct RatingJson {
    reviews: i64,
    stars: i64,
}

impl RatingJson {
    pub(super) fn rating(self) -> Option<Rating> {
        Rating::of(self.reviews, self.stars)
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct CategoryJson {
    id: Uuid,
    slug: String,
    name: String,
    parent: Option<String>,
}

impl From<CategoryJson> for Category {
    fn from(category: CategoryJson) -> Self {
        Self {
            id: CategoryId::from_uuid(category.id),
            slug: category.slug,
            name: category.name,
            parent: category.parent,
            image: None,
        }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct VariantJson {
    pub(super) id: Uuid,
    pub(super) sku: Option<String>,
    pub(super) title: String,
    pub(super) option_values: Vec<String>,
    pub(super) image_id: Option<Uuid>,
    pub(super) amount: i64,
    pub(super) compare_at: Option<i64>,
    pub(super) is_available: bool,
    pub(super) display: Option<StockDisplay>,
    pub(super) stock: Option<Stock>,
}

impl VariantJson {
    /// The variant of the product with this title and these pictures.
    pub(super) fn variant(self, currency: Currency, title: &str, images: &[ImageJson]) -> Variant {
        let image = images
            .iter()
            .find(|image| image.id == self.image_id && self.image_id.is_some());
        Variant {
            id: VariantId::from_uuid(self.id),
            sku: self.sku,
            title: if self.title.is_empty() {
                title.to_owned()
            } else {
                self.title
            },
            option_values: self.option_values,
            price: Money::new(self.amount, currency),
            compare_at: self
                .compare_at
                .filter(|&minor| minor > self.amount)
                .map(|minor| Money::new(minor, currency)),
            is_available: self.is_available,
            stock: self.display.unwrap_or_default().shown(self.stock),
            image: image.cloned().map(Image::from),
        }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct VariantRecordJson {
    id: Uuid,
    sku: Option<String>,
    title: String,
    option_values: Vec<String>,
    barcode: Option<String>,
    weight_grams: i32,
    requires_shipping: bool,
    is_taxable: bool,
    is_archived: bool,
    image_id: Option<Uuid>,
    prices: Vec<PriceJson>,
    stock: Option<Stock>,
}

#[derive(Debug, Deserialize)]
struct PriceJson {
    currency: String,
    amount: i64,
    compare_at: Option<i64>,
}

impl PriceJson {
    fn prices(self) -> Result<(Money, Option<Money>), DbError> {
        let currency: Currency = self.currency.parse().map_err(DbError::unreadable)?;
        Ok((
            Money::new(self.amount, currency),
            self.compare_at.map(|minor| Money::new(minor, currency)),
        ))
    }
}

impl TryFrom<VariantRecordJson> for VariantRecord {
    type Error = DbError;

    fn try_from(variant: VariantRecordJson) -> Result<Self, DbError> {
        let prices: Result<Vec<_>, _> = variant.prices.into_iter().map(PriceJson::prices).collect();
        Ok(Self {
            id: VariantId::from_uuid(variant.id),
            sku: variant.sku,
            title: variant.title,
            option_values: variant.option_values,
            barcode: variant.barcode,
            weight_grams: variant.weight_grams,
            requires_shipping: variant.requires_shipping,
            is_taxable: variant.is_taxable,
            is_archived: variant.is_archived,
            image_id: variant.image_id.map(ImageId::from_uuid),
            prices: prices?,
            stock: variant.stock,
        })
    }
}
