//! What the columns of a product file are called, in each of the three generations.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Handle,
    Title,
    Body,
    Vendor,
    Category,
    Type,
    Tags,
    Published,
    Status,
    OptionName(usize),
    OptionValue(usize),
    Sku,
    Barcode,
    Grams,
    Tracker,
    Quantity,
    Policy,
    Price,
    CompareAt,
    Shipping,
    Taxable,
    Image,
    Position,
    Alt,
    VariantImage,
    GiftCard,
    SeoTitle,
    SeoDescription,
}

/// A field, and what it is called before 2025 and since.
pub(super) const COLUMNS: [(Field, &str, &str); 32] = [
    (Field::Handle, "Handle", "URL handle"),
    (Field::Title, "Title", "Title"),
    (Field::Body, "Body (HTML)", "Description"),
    (Field::Vendor, "Vendor", "Vendor"),
    (Field::Category, "Product Category", "Product category"),
    (Field::Type, "Type", "Type"),
    (Field::Tags, "Tags", "Tags"),
    (Field::Published, "Published", "Published on online store"),
    (Field::OptionName(0), "Option1 Name", "Option1 name"),
    (Field::OptionValue(0), "Option1 Value", "Option1 value"),
    (Field::OptionName(1), "Option2 Name", "Option2 name"),
    (Field::OptionValue(1), "Option2 Value", "Option2 value"),
    (Field::OptionName(2), "Option3 Name", "Option3 name"),
    (Field::OptionValue(2), "Option3 Value", "Option3 value"),
    (Field::Sku, "Variant SKU", "SKU"),
    (Field::Grams, "Variant Grams", "Weight value (grams)"),
    (
        Field::Tracker,
        "Variant Inventory Tracker",
        "Inventory tracker",
    ),
    (
        Field::Quantity,
        "Variant Inventory Qty",
        "Inventory quantity",
    ),
    (
        Field::Policy,
        "Variant Inventory Policy",
        "Continue selling when out of stock",
    ),
    (Field::Price, "Variant Price", "Price"),
    (
        Field::CompareAt,
        "Variant Compare At Price",
        "Compare-at price",
    ),
    (
        Field::Shipping,
        "Variant Requires Shipping",
        "Requires shipping",
    ),
    (Field::Taxable, "Variant Taxable", "Charge tax"),
    (Field::Barcode, "Variant Barcode", "Barcode"),
    (Field::Image, "Image Src", "Product image URL"),
    (Field::Position, "Image Position", "Image position"),
    (Field::Alt, "Image Alt Text", "Image alt text"),
    (Field::GiftCard, "Gift Card", "Gift card"),
    (Field::SeoTitle, "SEO Title", "SEO title"),
    (Field::SeoDescription, "SEO Description", "SEO description"),
    (Field::VariantImage, "Variant Image", "Variant image URL"),
    (Field::Status, "Status", "Status"),
];

/// Settings of Shopify's that say nothing of the goods: nobody misses them.
pub(super) const SETTINGS: [&str; 6] = [
    "Variant Fulfillment Service",
    "Variant Weight Unit",
    "Fulfillment service",
    "Weight unit for display",
    "Option1 Linked To",
    "Included / Europe",
];

/// Columns that are not kept and may hold what somebody misses: those of the shop's own fields, of
/// other markets, of costs, and those that other tools add.
pub(super) const MISSED: [&str; 8] = [
    "Pattern (product.metafields.custom.pattern)",
    "Metafield: custom.care [single_line_text_field]",
    "Price / Europe",
    "Compare At Price / Europe",
    "Cost per item",
    "Google Shopping / MPN",
    "Lieferant intern",
    "备注",
];

/// What a column of this name holds.
pub(super) fn field(name: &str) -> Option<Field> {
    let is_named = |(_, legacy, current): &&(Field, &str, &str)| {
        name.eq_ignore_ascii_case(legacy) || name.eq_ignore_ascii_case(current)
    };
    COLUMNS.iter().find(is_named).map(|(field, ..)| *field)
}

/// Whether a column of this name is one that nobody misses.
pub(super) fn is_setting(name: &str) -> bool {
    SETTINGS.contains(&name)
}
