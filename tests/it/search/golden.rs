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
/// What all queries reach on average.
const ALL: f64 = 0.95;
/// What each query reaches.
const EACH: f64 = 0.3;

/// What the products are worth in this order; later ones count less.
fn gain(grades: impl Iterator<Item = f64>) -> f64 {
    let places = (2..).map(f64::from);
    let worth = |(grade, place): (f64, f64)| (grade.exp2() - 1.0) / place.log2();
    grades.take(FIRST).zip(places).map(worth).sum()
}

/// How near the order comes to the best one.
fn ndcg(found: &[String], grades: &HashMap<&str, f64>) -> f64 {
    let grade = |slug: &String| grades.get(slug.as_str()).copied().unwrap_or_default();
    let mut best: Vec<f64> = grades.values().copied().collect();
    best.sort_by(|one, other| other.total_cmp(one));
    gain(found.iter().map(grade)) / gain(best.into_iter())
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
        let grades: HashMap<&str, f64> = wanted
            .split(' ')
            .map(|pair| pair.split_once('=').unwrap())
            .map(|(slug, grade)| (slug, grade.parse().unwrap()))
            .collect();
        let found = slugs(&shops[store].find(&[("q", query)]).await);
        scores.push((ndcg(&found, &grades), store, query, found));
    }

    scores.sort_by(|one, other| one.0.total_cmp(&other.0));
    let count = u32::try_from(scores.len()).unwrap();
    let mean = scores.iter().map(|score| score.0).sum::<f64>() / f64::from(count);
    let worst: Vec<String> = scores
        .iter()
        .take(15)
        .map(|(score, store, query, found)| {
            format!(
                "{score:.2} {store}: {query}: {:?}",
                &found[..found.len().min(FIRST)]
            )
        })
        .collect();
    println!("mean {mean:.3} of {count}\n{}", worst.join("\n"));
    assert!(count >= 60, "only {count} queries");
    assert!(mean >= ALL, "{mean:.3} on average\n{}", worst.join("\n"));
    assert!(scores[0].0 >= EACH, "{}", worst[0]);
    system.settle().await;
}

#[test]
fn the_best_order_counts_one_and_no_product_none() {
    let grades = HashMap::from([("a", 3.0), ("b", 1.0)]);
    let found =
        |slugs: &[&str]| -> Vec<String> { slugs.iter().map(|&slug| slug.to_owned()).collect() };

    let best = ndcg(&found(&["a", "b"]), &grades);
    let turned = ndcg(&found(&["b", "a"]), &grades);

    assert!((best - 1.0).abs() < 1e-9);
    assert!(turned < best && turned > 0.5);
    assert!(ndcg(&found(&["c"]), &grades).abs() < 1e-9);
}
