//! Relevance: queries whose best answers people have written down, over the demo brands.
//!
//! Each query gets its nDCG over the first five products: 1 when the best come first. Better ranking raises the bar
//! below; a change that lowers it has to say why.

use std::collections::HashMap;
use std::path::Path;

use serde_json::Value;

use crate::harness::{Shop, System};

const QUERIES: &str = include_str!("golden.tsv");
/// How many products count.
const FIRST: usize = 5;
/// What all queries reach on average, in thousandths.
const ALL: u64 = 950;
/// What each query reaches.
const EACH: u64 = 300;
/// What a place counts, in thousandths: 1 / log2(place + 1).
const PLACES: [u64; FIRST] = [1_000, 631, 500, 431, 387];

/// What the products are worth in this order: a grade counts 2 to its power less one, and later ones less.
fn gain(grades: impl Iterator<Item = u32>) -> u64 {
    let worth = |(grade, place): (u32, u64)| (2_u64.pow(grade) - 1) * place;
    grades.zip(PLACES).map(worth).sum()
}

/// How near the order comes to the best one, in thousandths.
fn ndcg(found: &[String], grades: &HashMap<&str, u32>) -> u64 {
    let grade = |slug: &String| grades.get(slug.as_str()).copied().unwrap_or_default();
    let mut best: Vec<u32> = grades.values().copied().collect();
    best.sort_unstable_by_key(|grade| std::cmp::Reverse(*grade));
    1_000 * gain(found.iter().map(grade)) / gain(best.into_iter())
}

fn slugs(found: &Value) -> Vec<String> {
    let products = found["data"].as_array().unwrap().iter();
    products
        .map(|product| product["slug"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn queries_find_what_people_mean_first() {
    let system = System::start().await;
    let aurora = system.shop("aurora", &[]).await;
    let meridian = system.shop("meridian", &[]).await;
    let shops: HashMap<&str, Shop<'_>> =
        HashMap::from([("aurora", aurora), ("meridian", meridian)]);
    for (slug, shop) in &shops {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("demo/{slug}/products.csv"));
        shop.import_file(&path).await;
    }
    system.is_quiet().await;

    let mut scores = Vec::new();
    for line in QUERIES.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [store, query, wanted] = fields[..] else {
            panic!("not three fields: {line}");
        };
        let grades: HashMap<&str, u32> = wanted
            .split(' ')
            .map(|pair| pair.split_once('=').unwrap())
            .map(|(slug, grade)| (slug, grade.parse().unwrap()))
            .collect();
        let found = slugs(&shops[store].find(&[("q", query)]).await);
        scores.push((ndcg(&found, &grades), store, query, found));
    }

    scores.sort_by_key(|score| score.0);
    let count = u64::try_from(scores.len()).unwrap();
    let mean = scores.iter().map(|score| score.0).sum::<u64>() / count;
    let worst: Vec<String> = scores
        .iter()
        .take(15)
        .map(|(score, store, query, found)| {
            format!(
                "{score} {store}: {query}: {:?}",
                &found[..found.len().min(FIRST)]
            )
        })
        .collect();
    println!("mean {mean} of {count}\n{}", worst.join("\n"));
    assert!(count >= 60, "only {count} queries");
    assert!(mean >= ALL, "{mean} on average\n{}", worst.join("\n"));
    assert!(scores[0].0 >= EACH, "{}", worst[0]);
    system.settle().await;
}

#[test]
fn the_best_order_counts_one_and_no_product_none() {
    let grades = HashMap::from([("a", 3), ("b", 1)]);
    let found =
        |slugs: &[&str]| -> Vec<String> { slugs.iter().map(|&slug| slug.to_owned()).collect() };

    assert_eq!(ndcg(&found(&["a", "b"]), &grades), 1_000);
    assert_eq!(ndcg(&found(&["b", "a"]), &grades), 709);
    assert_eq!(ndcg(&found(&["c"]), &grades), 0);
}
