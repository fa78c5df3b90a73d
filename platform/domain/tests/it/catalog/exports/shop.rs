//! A shop that could be: its products as its owner knows them.

use unicode_normalization::UnicodeNormalization;

use super::dice::Dice;
use super::words::{LANGUAGES, Language};

pub(super) struct Shop {
    pub(super) language: &'static Language,
    pub(super) products: Vec<Product>,
}

#[derive(Clone)]
pub(super) struct Product {
    pub(super) handle: String,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) vendor: String,
    pub(super) kind: String,
    pub(super) category: String,
    pub(super) tags: String,
    pub(super) status: &'static str,
    pub(super) is_published: bool,
    pub(super) is_gift_card: bool,
    pub(super) seo_title: String,
    pub(super) seo_description: String,
    pub(super) options: Vec<&'static str>,
    pub(super) variants: Vec<Variant>,
    pub(super) pictures: Vec<Picture>,
}

#[derive(Clone)]
pub(super) struct Variant {
    pub(super) values: Vec<String>,
    pub(super) sku: String,
    pub(super) barcode: String,
    pub(super) grams: i64,
    /// Who counts it, if anybody does.
    pub(super) tracker: &'static str,
    pub(super) quantity: i64,
    /// Whether it is sold when none is left.
    pub(super) policy: &'static str,
    /// In minor units.
    pub(super) price: Option<i64>,
    pub(super) compare_at: Option<i64>,
    pub(super) is_shipped: bool,
    pub(super) is_taxable: bool,
    pub(super) picture: String,
}

#[derive(Clone)]
pub(super) struct Picture {
    pub(super) source: String,
    pub(super) alt: String,
}

impl Shop {
    pub(super) fn invent(dice: &mut Dice) -> Self {
        let language = dice.of(&LANGUAGES);
        let mut products: Vec<Product> = Vec::new();
        for number in 0..dice.number(1, 8) {
            let mut product = product(dice, language, number);
            let same = |one: &Product, other: &Product| one.handle.nfc().eq(other.handle.nfc());
            while products.iter().any(|known| same(known, &product)) {
                product.handle = format!("{}-{number}", product.handle);
            }
            products.push(product);
        }
        Self { language, products }
    }
}

fn product(dice: &mut Dice, language: &'static Language, number: usize) -> Product {
    let title = title(dice, language);
    let options = options(dice, language);
    let pictures = pictures(dice, language, number);
    let variants = variants(dice, language, &options, &pictures);
    let sentence = dice.of(language.sentences);
    let kind = dice.of(language.kinds).to_owned();
    let category = match dice.number(1, 3) {
        1 => String::new(),
        2 => dice.of(language.kinds).to_owned(),
        _ => format!("{} > {}", dice.of(language.kinds), dice.of(language.kinds)),
    };
    let mut tags: Vec<&str> = (0..dice.number(0, 3))
        .map(|_| dice.of(language.kinds))
        .collect();
    tags.dedup();
    Product {
        handle: handle(dice, &title),
        body: body(dice, language),
        vendor: dice
            .of(&["", "Kiln", "Łukasz & Söhne", "Acme, Inc.", "K-Shop \"24\""])
            .to_owned(),
        kind: if dice.once_in(4) { String::new() } else { kind },
        category,
        tags: tags.join(", "),
        status: dice.of(&["active", "active", "active", "draft", "archived"]),
        is_published: !dice.once_in(6),
        is_gift_card: dice.once_in(40),
        seo_title: if dice.once_in(3) {
            title.clone()
        } else {
            String::new()
        },
        seo_description: if dice.once_in(3) {
            format!("{title}: {sentence}")
        } else {
            String::new()
        },
        options: options
            .iter()
            .map(|option| language.options[*option].0)
            .collect(),
        title,
        variants,
        pictures,
    }
}

fn title(dice: &mut Dice, language: &Language) -> String {
    let goods = dice.of(language.goods);
    let title = match dice.number(1, 6) {
        1 => format!("{goods} {}", dice.number(1, 99)),
        2 => format!("{goods}, {}", dice.of(language.goods)),
        3 => format!("{goods} ({})", dice.of(language.options[0].1)),
        4 => format!("{goods}™"),
        _ => goods.to_owned(),
    };
    if dice.once_in(8) {
        title.nfd().collect()
    } else {
        title
    }
}

/// Shopify keeps scripts in handles; other tools and people write what they like.
fn handle(dice: &mut Dice, title: &str) -> String {
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || ",;:/\"()&„“".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    let handle = words.join("-");
    match dice.number(1, 12) {
        1 => title.to_owned(),
        2 => handle.to_uppercase(),
        3 => handle.nfd().collect(),
        4 => format!("{handle}_{}", dice.number(1, 3)),
        _ => handle,
    }
}

/// Which of the language's options a product has.
fn options(dice: &mut Dice, language: &Language) -> Vec<usize> {
    let mut options: Vec<usize> = (0..language.options.len()).collect();
    dice.shuffle(&mut options);
    options.truncate(dice.number(0, 3));
    options
}

fn pictures(dice: &mut Dice, language: &Language, number: usize) -> Vec<Picture> {
    let count = dice.number(0, 4);
    let picture = |position: usize, dice: &mut Dice| Picture {
        source: match dice.number(1, 4) {
            1 => format!("https://cdn.example/s/files/1/{number}/{position}.jpg?v=17,5"),
            2 => format!("https://cdn.example/ü {number}/{position}.png"),
            _ => format!("https://cdn.example/{number}/{position}.webp?v=1700000000"),
        },
        alt: match dice.number(1, 3) {
            1 => String::new(),
            2 => dice.of(language.goods).to_owned(),
            _ => dice.of(language.sentences).to_owned(),
        },
    };
    (1..=count)
        .map(|position| picture(position, dice))
        .collect()
}

fn variants(
    dice: &mut Dice,
    language: &Language,
    options: &[usize],
    pictures: &[Picture],
) -> Vec<Variant> {
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    let most = if dice.once_in(40) {
        100
    } else {
        dice.number(1, 6)
    };
    for (place, option) in options.iter().enumerate() {
        let mut values = language.options[*option].1.to_vec();
        dice.shuffle(&mut values);
        let numbered = (1..=most).map(|number| format!("{} {number}", values[0]));
        let values: Vec<String> = match (place, most) {
            (0, 100) => numbered.collect(),
            _ => values.into_iter().map(str::to_owned).collect(),
        };
        let with = |before: &Vec<String>| {
            let value = |value: &String| [before.as_slice(), std::slice::from_ref(value)].concat();
            values.iter().map(value).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(with).collect();
    }
    dice.shuffle(&mut all);
    all.truncate(most);
    let stem = dice.number(1, 99_999);
    let fixed = dice.once_in(6);
    let base = price(dice);
    all.into_iter()
        .enumerate()
        .map(|(number, values)| {
            let number = if fixed { 0 } else { number };
            variant(dice, values, (stem, number, base), pictures)
        })
        .collect()
}

fn variant(
    dice: &mut Dice,
    values: Vec<String>,
    (stem, number, base): (usize, usize, i64),
    pictures: &[Picture],
) -> Variant {
    let price = if dice.once_in(3) { price(dice) } else { base };
    let picture = match dice.number(1, 4) {
        1 if !pictures.is_empty() => pictures[dice.number(0, pictures.len() - 1)].source.clone(),
        2 => format!("https://cdn.example/variants/{stem}-{number}.jpg"),
        _ => String::new(),
    };
    Variant {
        values,
        sku: match dice.number(1, 5) {
            1 => String::new(),
            2 => format!("{:06}", stem + number),
            3 => format!("4006381{:06}", stem + number),
            _ => format!("SKU-{stem}/{number}"),
        },
        barcode: match dice.number(1, 4) {
            1 => format!("4006381{:06}", stem * 7 + number),
            2 => format!("00{:010}", stem * 3 + number),
            3 => format!("'0{:011}", stem + number),
            _ => String::new(),
        },
        grams: i64::try_from(dice.number(0, 3) * dice.number(0, 1_500)).unwrap(),
        tracker: dice.of(&["", "shopify"]),
        quantity: i64::try_from(dice.number(0, 1_200)).unwrap(),
        policy: dice.of(&["deny", "deny", "continue"]),
        price: (!dice.once_in(25)).then_some(price),
        compare_at: dice
            .once_in(4)
            .then(|| price + i64::try_from(dice.number(0, 9_999)).unwrap()),
        is_shipped: !dice.once_in(5),
        is_taxable: !dice.once_in(5),
        picture,
    }
}

fn price(dice: &mut Dice) -> i64 {
    let price = match dice.number(1, 5) {
        1 => dice.number(0, 9) * 100,
        2 => dice.number(1, 99) * 10,
        3 => dice.number(1, 2_000_000),
        4 => dice.number(1, 99) * 1_000,
        _ => dice.number(1, 9_999),
    };
    i64::try_from(price).unwrap()
}

fn body(dice: &mut Dice, language: &Language) -> String {
    let text = |dice: &mut Dice| {
        dice.of(language.sentences)
            .replace('&', "&amp;")
            .replace('<', "&lt;")
    };
    let one = text(dice);
    let two = text(dice);
    match dice.number(1, 8) {
        1 => String::new(),
        2 => dice.of(language.goods).to_owned(),
        3 => format!("<p>{one}</p>\n<p class=\"x, y\">{two}</p>"),
        4 => format!("<ul>\n  <li>{one}</li>\n\n  <li>\"{two}\"</li>\n</ul>"),
        5 => format!("<table><tbody><tr><td>{one}</td><td>{two}</td></tr></tbody></table>\n"),
        6 => format!("{one}<br>\n<img src=\"https://cdn.example/body.png\" alt=\"\">{two}"),
        7 => format!(
            "<div style=\"color:red\">{one}</div><iframe src=\"https://video.example/1\"></iframe>"
        ),
        _ => format!("{one}\n\n{two}, \"{one}\""),
    }
}
