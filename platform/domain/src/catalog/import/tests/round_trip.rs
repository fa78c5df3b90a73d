//! Whatever can be in a catalogue can be written to a file of any generation and read back.

use crate::html;
use kernel::product::ProductText;
use kernel::{Currency, Money};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::super::fields::ProductFields;
use super::super::parsed::ParsedProduct;
use super::read;
use crate::catalog::draft::{PriceDraft, ProductStatus, StockDraft, VariantDraft};

const LEGACY: &[&str] = &[
    "Handle",
    "Title",
    "Body (HTML)",
    "Vendor",
    "Product Category",
    "Type",
    "Tags",
    "Status",
    "Option1 Name",
    "Option1 Value",
    "Option2 Name",
    "Option2 Value",
    "Option3 Name",
    "Option3 Value",
    "Variant SKU",
    "Variant Barcode",
    "Variant Grams",
    "Variant Inventory Tracker",
    "Variant Inventory Qty",
    "Variant Inventory Policy",
    "Variant Price",
    "Variant Compare At Price",
    "Variant Requires Shipping",
    "Variant Taxable",
    "Image Src",
    "Image Position",
    "Image Alt Text",
    "Variant Image",
];

const CURRENT: &[&str] = &[
    "URL handle",
    "Title",
    "Description",
    "Vendor",
    "Product category",
    "Type",
    "Tags",
    "Status",
    "Option1 name",
    "Option1 value",
    "Option2 name",
    "Option2 value",
    "Option3 name",
    "Option3 value",
    "SKU",
    "Barcode",
    "Weight value (grams)",
    "Inventory tracker",
    "Inventory quantity",
    "Continue selling when out of stock",
    "Price",
    "Compare-at price",
    "Requires shipping",
    "Charge tax",
    "Product image URL",
    "Image position",
    "Image alt text",
    "Variant image URL",
];

/// A product, and what its pictures are called.
#[derive(Debug, Clone)]
struct Written {
    fields: ProductFields,
    options: Vec<String>,
    variants: Vec<VariantDraft>,
    images: Vec<(String, String)>,
}

fn name() -> impl Strategy<Value = String> {
    // Letters of many scripts, quotes, delimiters; no blanks at the ends and no category's sign.
    "[\\p{L}\"',;#&<][\\p{L}\\p{N} \"',;:/&<-]{0,20}[\\p{L}\\p{N}\"]"
        .prop_map(|text| text.nfc().collect())
}

fn variant(number: usize, options: usize, images: usize) -> impl Strategy<Value = VariantDraft> {
    let price = (
        0..=1_000_000_000_i64,
        prop::option::of(0..=1_000_000_000_i64),
    )
        .prop_map(|(amount_minor, compare_at_minor)| PriceDraft {
            amount_minor,
            compare_at_minor,
        });
    let stock = prop_oneof![
        Just(StockDraft::Untracked),
        (prop::option::of(0..=i32::MAX), any::<bool>()).prop_map(|(on_hand, allow_backorder)| {
            StockDraft::Tracked {
                on_hand,
                allow_backorder,
            }
        }),
    ];
    (
        prop::option::of(name()),
        prop::collection::vec(name(), options),
        prop::option::of("[0-9]{8,14}"),
        0..=i32::MAX,
        any::<(bool, bool)>(),
        prop::option::weighted(0.8, price),
        stock,
        prop::option::of(0..images.max(1)),
    )
        .prop_map(
            move |(sku, values, barcode, weight_grams, flags, price, stock, image)| {
                VariantDraft {
                    // Numbered, so that no two are the same.
                    sku: sku.map(|sku| format!("{number}-{sku}")),
                    option_values: values
                        .into_iter()
                        .map(|value| format!("{number}{value}"))
                        .collect(),
                    barcode,
                    weight_grams,
                    requires_shipping: flags.0,
                    is_taxable: flags.1,
                    price,
                    stock,
                    image: image.filter(|_| images > 0),
                }
            },
        )
}

fn product() -> impl Strategy<Value = Written> {
    let fields = (
        name(),
        "[\\PC\r\n]{0,200}",
        name(),
        prop::collection::vec("[a-z]{1,8}", 0..5),
        prop::sample::select(ProductStatus::ALL.to_vec()),
        prop::collection::vec("[A-Z][a-z &-]{0,10}[a-z]", 0..4),
    )
        .prop_map(|(title, body, vendor, mut tags, status, category)| {
            tags.sort();
            tags.dedup();
            ProductFields {
                text: ProductText {
                    title,
                    description_html: body.trim().to_owned(),
                    vendor,
                    tags,
                    ..ProductText::default()
                },
                status,
                category,
            }
        });
    (fields, 0..=3_usize, 1..6_usize, 0..4_usize).prop_flat_map(
        |(fields, options, variants, images)| {
            let count = if options == 0 { 1 } else { variants };
            let variants: Vec<_> = (0..count).map(|n| variant(n, options, images)).collect();
            let names = prop::collection::vec(name(), options);
            let images = prop::collection::vec("[a-z]{1,8}( [a-z]{1,8})?", images);
            (Just(fields), names, variants, images).prop_map(|(fields, options, variants, alts)| {
                let picture = |(number, alt)| (format!("images/{number}.webp"), alt);
                Written {
                    fields,
                    options,
                    variants,
                    images: alts.into_iter().enumerate().map(picture).collect(),
                }
            })
        },
    )
}

fn amount(minor: i64) -> String {
    let written = Money::new(minor, Currency::Eur).to_string();
    written.trim_end_matches(" EUR").to_owned()
}

fn flag(is_set: bool) -> String {
    if is_set { "TRUE" } else { "FALSE" }.to_owned()
}

/// The cells of one row, in the order of the headers above.
fn cells(product: &Written, number: usize) -> Vec<String> {
    let first = |text: &str| {
        if number == 0 {
            text.to_owned()
        } else {
            String::new()
        }
    };
    let fields = &product.fields;
    let mut cells = vec![
        "product".to_owned(),
        first(&fields.text.title),
        first(&fields.text.description_html),
        first(&fields.text.vendor),
        first(&fields.category.join(" > ")),
        String::new(),
        first(&fields.text.tags.join(", ")),
        first(fields.status.name()),
    ];
    let variant = product.variants.get(number);
    for option in 0..3 {
        let value = variant.and_then(|variant| variant.option_values.get(option));
        cells.push(first(
            product.options.get(option).map_or("", String::as_str),
        ));
        cells.push(value.cloned().unwrap_or_default());
    }
    match variant {
        Some(variant) => cells.extend(variant_cells(variant)),
        None => cells.extend(std::iter::repeat_n(String::new(), 10)),
    }
    let image = product.images.get(number);
    cells.push(image.map(|(source, _)| source.clone()).unwrap_or_default());
    cells.push(image.map(|_| (number + 1).to_string()).unwrap_or_default());
    cells.push(image.map(|(_, alt)| alt.clone()).unwrap_or_default());
    let picture = variant.and_then(|variant| product.images.get(variant.image?));
    cells.push(
        picture
            .map(|(source, _)| source.clone())
            .unwrap_or_default(),
    );
    cells
}

fn variant_cells(variant: &VariantDraft) -> Vec<String> {
    let (tracker, quantity, policy) = match variant.stock {
        StockDraft::Untracked => ("", String::new(), "deny"),
        StockDraft::Tracked {
            on_hand,
            allow_backorder,
        } => (
            "shopify",
            on_hand.map(|units| units.to_string()).unwrap_or_default(),
            if allow_backorder { "continue" } else { "deny" },
        ),
    };
    let price = variant.price;
    vec![
        variant.sku.clone().unwrap_or_default(),
        variant.barcode.clone().unwrap_or_default(),
        variant.weight_grams.to_string(),
        tracker.to_owned(),
        quantity,
        policy.to_owned(),
        price
            .map(|price| amount(price.amount_minor))
            .unwrap_or_default(),
        price
            .and_then(|price| price.compare_at_minor)
            .map(amount)
            .unwrap_or_default(),
        flag(variant.requires_shipping),
        flag(variant.is_taxable),
    ]
}

fn write(product: &Written, header: &[&str], delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    writer.write_record(header).unwrap();
    for number in 0..product.variants.len().max(product.images.len()) {
        writer.write_record(cells(product, number)).unwrap();
    }
    writer.into_inner().unwrap()
}

fn compare(written: &Written, product: &ParsedProduct) -> Result<(), TestCaseError> {
    let mut cleaned = written.fields.clone();
    cleaned.text.description_html = html::clean(&cleaned.text.description_html).unwrap();
    prop_assert_eq!(&product.fields, &cleaned);
    prop_assert_eq!(&product.options, &written.options);
    prop_assert_eq!(&product.variants, &written.variants);
    let images = product.images.iter();
    let images: Vec<_> = images
        .map(|cell| (cell.source.clone(), cell.alt.clone()))
        .collect();
    prop_assert_eq!(&images, &written.images);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_written_is_read_back(
        written in product(),
        delimiter in prop::sample::select(vec![b',', b';', b'\t']),
    ) {
        let mut digests = Vec::new();
        for header in [LEGACY, CURRENT] {
            let contents = read(write(&written, header, delimiter));
            prop_assert_eq!(contents.told(), Vec::<String>::new());
            prop_assert_eq!(contents.products.len(), 1);
            compare(&written, &contents.products[0])?;
            digests.push(contents.products[0].digest);
        }
        prop_assert_eq!(digests[0], digests[1]);
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let mut file = b"Handle,Title,Variant Price\n".to_vec();
        file.extend(&bytes);
        let contents = read(file);
        prop_assert!(contents.products.len() <= bytes.len());
    }
}
