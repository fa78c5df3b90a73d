//! A product of a file beside the one in the store.

use domain::catalog::{ProductRecord, ProductStatus, VariantRecord};
use kernel::Money;

use super::check::{Check, Rows};
use super::columns::Field;
use super::html::visible;
use super::paper::{Line, plain};
use super::told::{OTHERWISE, ROUNDED, UNPRICED};
use super::words::LANGUAGES;

/// The texts of every row are those of the product, or it is told that they differ.
pub(super) fn texts(check: &mut Check<'_>, rows: &Rows<'_>, record: &ProductRecord) {
    let places: Vec<String> = record
        .categories
        .iter()
        .map(|place| plain(&place.name))
        .collect();
    for line in &rows.counted {
        let is_told = check.told.noted(OTHERWISE, line.number) || check.told.fault(line.number);
        for (field, kept) in [
            (Field::Title, record.text.title.as_str()),
            (Field::Vendor, &record.text.vendor),
            (Field::Type, &record.text.product_type),
            (
                Field::SeoTitle,
                record.text.seo_title.as_deref().unwrap_or_default(),
            ),
            (
                Field::SeoDescription,
                record.text.seo_description.as_deref().unwrap_or_default(),
            ),
        ] {
            let is_kept = !line.has(field) || plain(line.get(field)) == plain(kept);
            check.expect(
                is_kept || is_told,
                line,
                format!("{field:?} became {kept:?}"),
            );
        }
        let (body, kept) = (
            visible(line.get(Field::Body)),
            visible(&record.text.description_html),
        );
        let is_kept = body.is_empty() || body == kept;
        check.expect(
            is_kept || is_told,
            line,
            format!("{body:?} became {kept:?}"),
        );
        let tags = line.get(Field::Tags).split(',').map(plain);
        let is_kept = tags
            .filter(|tag| !tag.is_empty())
            .all(|tag| record.text.tags.iter().any(|kept| plain(kept) == tag));
        check.expect(
            is_kept || is_told,
            line,
            format!("tags became {:?}", record.text.tags),
        );
        let path = path(line, rows);
        let is_kept = path.is_empty() || path == places;
        check.expect(
            is_kept || is_told,
            line,
            format!("category became {places:?}"),
        );
        let is_kept = !line.has(Field::Title) || status(line) == Some(record.status);
        check.expect(
            is_kept || is_told,
            line,
            format!("it is {:?}", record.status),
        );
    }
}

fn path(line: &Line, rows: &Rows<'_>) -> Vec<String> {
    let is_typed = rows.said(Field::Category).is_empty();
    let field = if is_typed {
        Field::Type
    } else {
        Field::Category
    };
    let path = line.get(field).split('>').map(plain);
    path.filter(|name| name.chars().any(char::is_alphanumeric))
        .collect()
}

fn truth(text: &str, default: bool) -> Option<bool> {
    let text = text.to_uppercase();
    match text.as_str() {
        "" => Some(default),
        "TRUE" => Some(true),
        "FALSE" => Some(false),
        _ if LANGUAGES.iter().any(|language| language.truth.0 == text) => Some(true),
        _ if LANGUAGES.iter().any(|language| language.truth.1 == text) => Some(false),
        _ => None,
    }
}

fn status(line: &Line) -> Option<ProductStatus> {
    let is_published = truth(line.get(Field::Published), true)?;
    Some(match line.get(Field::Status) {
        "archived" => ProductStatus::Archived,
        "draft" => ProductStatus::Draft,
        _ if is_published => ProductStatus::Active,
        _ => ProductStatus::Draft,
    })
}

/// Every variant of the file is there with all its details, under the names of its options.
pub(super) fn variants(check: &mut Check<'_>, rows: &Rows<'_>, record: &ProductRecord) {
    let first = rows.counted.first().map(|line| line.number);
    let lines = rows
        .counted
        .iter()
        .filter(|line| line.has_variant() || Some(line.number) == first);
    let lines: Vec<&&Line> = lines
        .filter(|line| !check.told.fault(line.number))
        .collect();
    let used = used(&lines);
    let names: Vec<String> = used.iter().map(|option| name(rows, *option)).collect();
    let kept: Vec<String> = record.options.iter().map(|name| plain(name)).collect();
    if names != kept {
        check.wrong.push(format!(
            "{}: the options {names:?} became {kept:?}",
            rows.name
        ));
    }
    for line in &rows.counted {
        for option in 0..3 {
            let said = plain(line.get(Field::OptionName(option)));
            let is_used = used.contains(&option) && !said.is_empty();
            let is_told = check.told.noted(OTHERWISE, line.number) || check.told.fault(line.number);
            let is_kept = !is_used || said == name(rows, option);
            check.expect(
                is_kept || is_told,
                line,
                format!("the option {said:?} is lost"),
            );
        }
    }
    for line in lines {
        let values = line.values();
        let values: Vec<&String> = used.iter().map(|option| &values[*option]).collect();
        let found = record.variants.iter().find(|variant| {
            let kept = variant.option_values.iter().map(|value| plain(value));
            kept.eq(values.iter().copied().cloned())
        });
        match found {
            None => check.expect(false, line, format!("the variant {values:?} is lost")),
            Some(variant) => details(check, line, variant, record),
        }
    }
}

/// The options that the rows have values for; none for a product without options.
fn used(lines: &[&&Line]) -> Vec<usize> {
    let all: Vec<[String; 3]> = lines.iter().map(|line| line.values()).collect();
    let is_plain = |values: &[String; 3]| {
        values[0].eq_ignore_ascii_case("Default Title") && values[1..].iter().all(String::is_empty)
    };
    if all.iter().all(is_plain) {
        return Vec::new();
    }
    let is_used = |option: &usize| all.iter().any(|values| !values[*option].is_empty());
    (0..3).filter(is_used).collect()
}

fn name(rows: &Rows<'_>, option: usize) -> String {
    let mut named = rows
        .counted
        .iter()
        .map(|line| plain(line.get(Field::OptionName(option))));
    let first = named.find(|name| !name.is_empty());
    first.unwrap_or_else(|| format!("Option {}", option + 1))
}

fn details(check: &mut Check<'_>, line: &Line, variant: &VariantRecord, record: &ProductRecord) {
    let digits = check.currency.exponent();
    let money = |field| {
        let text = line.get(field);
        let minor = check.paper.amount(text, digits);
        (!text.is_empty()).then(|| minor.map(|minor| Money::new(minor, check.currency)))
    };
    let prices = match (money(Field::Price), money(Field::CompareAt)) {
        (Some(Some(price)), None) => Some(vec![(price, None)]),
        (Some(Some(price)), Some(Some(before))) => Some(vec![(price, Some(before))]),
        (None, _) => Some(Vec::new()),
        _ => None,
    };
    let is_alone = line.has(Field::CompareAt) && !line.has(Field::Price);
    let is_told = !is_alone || check.told.noted(UNPRICED, line.number);
    check.expect(is_told, line, "a compare-at price is lost without a word");
    let is_kept = prices.as_ref() == Some(&variant.prices);
    check.expect(
        is_kept,
        line,
        format!("{prices:?} became {:?}", variant.prices),
    );

    let sku = code(line.get(Field::Sku));
    check.expect(
        variant.sku == sku,
        line,
        format!("SKU became {:?}", variant.sku),
    );
    let barcode = code(line.get(Field::Barcode)).map(|code| code.trim_end_matches(".0").to_owned());
    let is_rounded = line.get(Field::Barcode).contains("E+");
    let is_kept = if is_rounded {
        variant.barcode.is_none() && check.told.noted(ROUNDED, line.number)
    } else {
        variant.barcode == barcode
    };
    check.expect(
        is_kept,
        line,
        format!("barcode became {:?}", variant.barcode),
    );
    let whole = |field| check.paper.amount(line.get(field), 0).unwrap_or_default();
    let grams = i64::from(variant.weight_grams);
    check.expect(
        whole(Field::Grams) == grams,
        line,
        format!("it weighs {grams} grams"),
    );
    let stock = variant
        .stock
        .map(|stock| (i64::from(stock.on_hand), stock.allow_backorder));
    let may = line.get(Field::Policy) == "continue";
    let told = line
        .has(Field::Tracker)
        .then(|| (whole(Field::Quantity), may));
    check.expect(stock == told, line, format!("stock became {stock:?}"));
    for (field, kept) in [
        (Field::Shipping, variant.requires_shipping),
        (Field::Taxable, variant.is_taxable),
    ] {
        let is_kept = truth(line.get(field), true) == Some(kept);
        check.expect(is_kept, line, format!("{field:?} became {kept}"));
    }
    let picture = line.get(Field::VariantImage);
    let kept = record
        .images
        .iter()
        .find(|(id, _)| Some(*id) == variant.image_id);
    let kept = kept.map(|(_, image)| image.url.as_str());
    // A second picture of one variant is among those of the product.
    let is_kept = picture.is_empty() || kept.is_some();
    check.expect(is_kept, line, "the variant has no picture");
}

/// A stock keeping unit or barcode, without the apostrophe that keeps digits from being a number.
fn code(text: &str) -> Option<String> {
    let text = plain(text);
    let digits = text
        .strip_prefix('\'')
        .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let code = digits.map_or(text.clone(), str::to_owned);
    (!code.is_empty()).then_some(code)
}

/// Every picture is there, with its text.
pub(super) fn pictures(check: &mut Check<'_>, rows: &Rows<'_>, record: &ProductRecord) {
    for line in &rows.counted {
        let is_told = check.told.picture(line.number);
        let kept = |source: &str| {
            let mut images = record.images.iter().map(|(_, image)| image);
            images.find(|image| plain(&image.url) == plain(source))
        };
        let source = line.get(Field::Image);
        if let Some(image) = kept(source) {
            let alt = plain(line.get(Field::Alt));
            let is_kept = alt.is_empty() || plain(&image.alt) == alt;
            let is_told = is_told || check.told.noted(OTHERWISE, line.number);
            check.expect(
                is_kept || is_told,
                line,
                format!("its text became {:?}", image.alt),
            );
        } else {
            let is_kept = source.is_empty();
            check.expect(
                is_kept || is_told,
                line,
                format!("the picture {source} is lost"),
            );
        }
        let source = line.get(Field::VariantImage);
        let is_kept = source.is_empty() || kept(source).is_some();
        let is_told = is_told || check.told.fault(line.number);
        check.expect(
            is_kept || is_told,
            line,
            format!("the picture {source} is lost"),
        );
    }
}

/// Nothing is in the store that no row says.
pub(super) fn inventions(check: &mut Check<'_>, rows: &Rows<'_>, record: &ProductRecord) {
    let mut invented = Vec::new();
    let mut look = |kept: &str, fields: &[Field]| {
        let is_said = fields
            .iter()
            .any(|field| rows.said(*field).contains(&plain(kept)));
        if !kept.is_empty() && !is_said {
            invented.push(kept.to_owned());
        }
    };
    look(&record.text.title, &[Field::Title]);
    look(&record.text.vendor, &[Field::Vendor]);
    look(&record.text.product_type, &[Field::Type]);
    look(
        record.text.seo_title.as_deref().unwrap_or_default(),
        &[Field::SeoTitle],
    );
    look(
        record.text.seo_description.as_deref().unwrap_or_default(),
        &[Field::SeoDescription],
    );
    let values = [0, 1, 2].map(Field::OptionValue);
    for variant in &record.variants {
        for value in &variant.option_values {
            look(value, &values);
        }
        let skus = rows.said(Field::Sku);
        let sku = variant.sku.clone().unwrap_or_default();
        let is_said = sku.is_empty() || skus.iter().any(|said| code(said).as_ref() == Some(&sku));
        look(if is_said { "" } else { &sku }, &[]);
    }
    for (_, image) in &record.images {
        look(&image.url, &[Field::Image, Field::VariantImage]);
        look(&image.alt, &[Field::Alt]);
    }
    let tags = rows.said(Field::Tags).join(",");
    for tag in &record.text.tags {
        let is_said = tags.split(',').any(|said| plain(said) == plain(tag));
        look(if is_said { "" } else { tag }, &[]);
    }
    if !invented.is_empty() {
        check
            .wrong
            .push(format!("{}: nobody said {invented:?}", rows.name));
    }
}
