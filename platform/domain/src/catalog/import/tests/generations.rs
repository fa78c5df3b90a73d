//! The three generations of headers say the same.

use kernel::Currency;

use super::super::products::Products;
use super::super::report::Faults;
use super::{Contents, read};
use crate::catalog::draft::{PriceDraft, ProductStatus, StockDraft, VariantDraft};
use crate::catalog::import::Generation;

const LEGACY: &str = "\
Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Google Shopping / Google Product Category,Google Shopping / Gender,Google Shopping / Age Group,Google Shopping / MPN,Google Shopping / AdWords Grouping,Google Shopping / AdWords Labels,Google Shopping / Condition,Google Shopping / Custom Product,Google Shopping / Custom Label 0,Google Shopping / Custom Label 1,Google Shopping / Custom Label 2,Google Shopping / Custom Label 3,Google Shopping / Custom Label 4,Variant Image,Variant Weight Unit,Variant Tax Code,Cost per item,Price / International,Compare At Price / International,Status
mug,Mug,<p>A mug.</p>,Aurora,Kitchen > Mugs,Mug,\"tea, coffee\",TRUE,Colour,Blue,Size,L,,,MUG-B,350,shopify,7,deny,manual,12.5,15.00,TRUE,TRUE,'0012345678905,mug.webp,1,A mug,FALSE,Mug,A mug,6049,,,,,,,,,,,,,mug-blue.webp,g,,4.00,14.00,,active
mug,,,,,,,,,Red,,L,,,MUG-R,350,shopify,0,continue,manual,12.50,,TRUE,FALSE,,mug-red.webp,2,A red mug,,,,,,,,,,,,,,,,,mug-red.webp,g,,,,,
";

const MIDDLE: &str = "\
Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option1 Linked To,Option2 Name,Option2 Value,Option2 Linked To,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Unit Price Total Measure,Unit Price Total Measure Unit,Unit Price Base Measure,Unit Price Base Measure Unit,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Pattern (product.metafields.custom.pattern),Variant Image,Variant Weight Unit,Included / Europe,Price / Europe,Compare At Price / Europe,Status
mug,Mug,<p>A mug.</p>,Aurora,Kitchen > Mugs,Mug,\"tea, coffee\",TRUE,Colour,Blue,product.metafields.shopify.color-pattern,Size,L,,MUG-B,350,shopify,7,deny,manual,12.5,15.00,TRUE,TRUE,,,,,'0012345678905,mug.webp,1,A mug,FALSE,Mug,A mug,dots,mug-blue.webp,g,TRUE,11,,active
mug,,,,,,,,,Red,,,L,,MUG-R,350,shopify,0,continue,manual,12.50,,TRUE,FALSE,,,,,,mug-red.webp,2,A red mug,,,,,mug-red.webp,g,,,,
";

const CURRENT: &str = "\
Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Option1 Linked To,Option2 name,Option2 value,Option2 Linked To,Option3 name,Option3 value,Option3 Linked To,Price,Compare-at price,Cost per item,Charge tax,Tax code,Unit price total measure,Unit price total measure unit,Unit price base measure,Unit price base measure unit,Inventory tracker,Inventory quantity,Continue selling when out of stock,Weight value (grams),Weight unit for display,Requires shipping,Fulfillment service,Product image URL,Image position,Image alt text,Variant image URL,Gift card,SEO title,SEO description,Colour (product.metafields.custom.colour),Google Shopping / Google product category,Google Shopping / Manufacturer part number (MPN)
Mug,mug,<p>A mug.</p>,Aurora,Kitchen > Mugs,Mug,\"tea, coffee\",TRUE,active,MUG-B,'0012345678905,Colour,Blue,,Size,L,,,,,12.5,15.00,4.00,TRUE,,,,,,shopify,7,deny,350,g,TRUE,manual,mug.webp,1,A mug,mug-blue.webp,FALSE,Mug,A mug,blue,6049,
,mug,,,,,,,,MUG-R,,,Red,,,L,,,,,12.50,,,FALSE,,,,,,shopify,0,continue,350,g,TRUE,manual,mug-red.webp,2,A red mug,mug-red.webp,,,,,,
";

fn check(contents: &Contents, not_read: &str) {
    assert_eq!(contents.faults, Faults::default());
    assert_eq!(
        contents.notes.join("\n").to_lowercase(),
        format!("columns that were not read: {not_read}").to_lowercase()
    );
    let [mug] = contents.products.as_slice() else {
        panic!("there is one product: {contents:?}");
    };
    assert_eq!(mug.handle.slug.as_str(), "mug");
    assert_eq!(mug.fields.text.title, "Mug");
    assert_eq!(mug.fields.text.description_html, "<p>A mug.</p>");
    assert_eq!(mug.fields.text.vendor, "Aurora");
    assert_eq!(mug.fields.text.product_type, "Mug");
    assert_eq!(mug.fields.category, ["Kitchen", "Mugs"]);
    assert_eq!(mug.fields.text.tags, ["tea", "coffee"]);
    assert_eq!(mug.fields.status, ProductStatus::Active);
    assert_eq!(mug.fields.text.seo_title.as_deref(), Some("Mug"));
    assert_eq!(mug.fields.text.seo_description.as_deref(), Some("A mug"));
    assert_eq!(mug.options, ["Colour", "Size"]);
    let sources: Vec<&str> = mug
        .images
        .iter()
        .map(|image| image.source.as_str())
        .collect();
    assert_eq!(sources, ["mug.webp", "mug-red.webp", "mug-blue.webp"]);
    assert_eq!(mug.images[1].alt, "A red mug");
    let price = |compare_at_minor| {
        Some(PriceDraft {
            amount_minor: 1250,
            compare_at_minor,
        })
    };
    let stock = |units, allow_backorder| StockDraft::Tracked {
        on_hand: Some(units),
        allow_backorder,
    };
    let blue = VariantDraft {
        sku: Some("MUG-B".to_owned()),
        option_values: vec!["Blue".to_owned(), "L".to_owned()],
        barcode: Some("0012345678905".to_owned()),
        weight_grams: 350,
        requires_shipping: true,
        is_taxable: true,
        price: price(Some(1500)),
        stock: stock(7, false),
        image: Some(2),
    };
    let red = VariantDraft {
        sku: Some("MUG-R".to_owned()),
        option_values: vec!["Red".to_owned(), "L".to_owned()],
        barcode: None,
        is_taxable: false,
        price: price(None),
        stock: stock(0, true),
        image: Some(1),
        ..blue.clone()
    };
    assert_eq!(mug.variants, [blue, red]);
    assert_eq!(mug.variants[0].title(), "Blue / L");
    assert_eq!(mug.lines, [2, 3]);
}

/// The columns of each file that are filled and not kept.
const NOT_READ: [&str; 3] = [
    "Google Shopping / Google Product Category, Cost per item, Price / International",
    "Pattern (product.metafields.custom.pattern), Price / Europe",
    "Cost per item, Colour (product.metafields.custom.colour), Google Shopping / Google product \
     category",
];

#[test]
fn each_generation_says_the_same() {
    let generations = [
        (LEGACY, Generation::Legacy),
        (MIDDLE, Generation::Middle),
        (CURRENT, Generation::Current),
    ];
    for ((text, generation), not_read) in generations.into_iter().zip(NOT_READ) {
        check(&read(text), not_read);
        let file = Products::open(text.as_bytes(), Currency::Eur).unwrap();
        assert_eq!(file.generation(), generation);
    }
}

#[test]
fn the_case_of_the_names_and_the_delimiter_do_not_matter() {
    for (text, not_read) in [LEGACY, MIDDLE, CURRENT].into_iter().zip(NOT_READ) {
        let (header, rows) = text.split_once('\n').unwrap();
        let upper = format!("{}\n{rows}", header.to_uppercase());
        check(&read(upper), not_read);
        let rows = rows.replace('\n', "\r\n");
        let lower = format!("\u{feff}{}\r\n{rows}", header.to_lowercase());
        check(&read(lower), not_read);
        let tags = "\"tea, coffee\"";
        for delimiter in [";", "\t"] {
            let parted = text
                .replace(tags, "TAGS")
                .replace(',', delimiter)
                .replace("TAGS", tags);
            check(&read(parted), not_read);
        }
    }
}

#[test]
fn a_product_has_one_digest_whatever_the_file_looks_like() {
    let legacy = &read(LEGACY).products[0];
    let reversed: String = LEGACY
        .replace("\"tea, coffee\"", "tea")
        .lines()
        .map(|line| line.split(',').rev().collect::<Vec<_>>().join(",") + "\n")
        .collect();
    let reversed = &read(reversed).products[0];
    let tea = &read(LEGACY.replace("\"tea, coffee\"", "tea")).products[0];

    assert_eq!(reversed.digest, tea.digest);
    assert_ne!(tea.digest, legacy.digest);
    assert_eq!(
        read(LEGACY.replace("4.00", "5.00")).products[0].digest,
        legacy.digest
    );
    assert_ne!(
        read(LEGACY.replace("12.50", "12.51")).products[0].digest,
        legacy.digest
    );
}
