//! Reports as Parquet: the cells of the CSV file, with types.

use std::collections::HashMap;

use bytes::Bytes;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use reqwest::Method;

use crate::harness::{Shop, System, send};

const DAYS: &str = "from=2026-01-01&to=2030-12-31&interval=month";

impl Shop<'_> {
    async fn parquet(&self, query: &str) -> Bytes {
        let path = format!("/admin/v1/reports/export.parquet?{query}");
        let request = self.system.request(Method::GET, &self.host, &path);
        let answer = request.bearer_auth(&self.owner_token).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{query}");
        let kind = &answer.headers()["content-type"];
        assert_eq!(kind, "application/vnd.apache.parquet");
        answer.bytes().await.unwrap()
    }
}

/// The rows, each cell as the CSV file writes it but for amounts.
fn rows(file: Bytes) -> Vec<HashMap<String, String>> {
    let reader = SerializedFileReader::new(file).unwrap();
    let rows = reader.get_row_iter(None).unwrap();
    rows.map(|row| {
        let row = row.unwrap();
        let cells = row.get_column_iter().map(|(name, field)| {
            let text = match field {
                Field::Str(text) => text.clone(),
                Field::Long(number) => number.to_string(),
                Field::Null => String::new(),
                other => panic!("{name}: {other}"),
            };
            (name.clone(), text)
        });
        cells.collect()
    })
    .collect()
}

/// An amount of euros in cents.
fn cents(decimal: &str) -> String {
    let digits = decimal.replace('.', "");
    digits
        .parse::<i64>()
        .map_or(String::new(), |it| it.to_string())
}

#[tokio::test]
async fn a_file_has_the_cells_of_the_csv_file_and_is_the_same_each_time() {
    let system = System::start().await;
    let shop = system
        .shop("aurora", &[("kiln", 1_000), ("loom", 500)])
        .await;
    shop.stock(&[("kiln/mug", 1490, 50), ("loom/rug", 9905, 50)])
        .await;
    shop.ready_shopper(&[("mug", 2)]).await.buy().await;
    shop.ready_shopper(&[("mug", 1), ("rug", 1)])
        .await
        .buy()
        .await;
    system.is_quiet().await;

    for kind in [
        "sales",
        "products",
        "categories",
        "merchants",
        "storefronts",
        "countries",
        "customers",
        "cohorts",
    ] {
        let query = format!("report={kind}&{DAYS}");
        let file = shop.parquet(&query).await;
        assert_eq!(shop.parquet(&query).await, file, "{kind}");
        let found = rows(file);
        let path = format!("/reports/export.csv?{query}");
        let csv = shop
            .admin(Method::GET, &path, serde_json::Value::Null)
            .await;
        let mut reader = csv::Reader::from_reader(csv.text.as_bytes());
        let expected: Vec<HashMap<String, String>> =
            reader.deserialize().map(Result::unwrap).collect();
        assert!(
            !expected.is_empty() && found.len() == expected.len(),
            "{kind}: {}",
            csv.text
        );
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found.len(), expected.len(), "{kind}");
            for (name, cell) in expected {
                match found.get(&format!("{name}_minor")) {
                    Some(amount) => assert_eq!(*amount, cents(cell), "{kind} {name}"),
                    None => assert_eq!(found[name], *cell, "{kind} {name}"),
                }
            }
        }
    }
    // A report without rows is a file without rows.
    let empty = rows(
        shop.parquet("report=sales&from=2020-01-01&to=2020-01-31")
            .await,
    );
    assert_eq!(empty, Vec::<HashMap<String, String>>::new());
    let wrong = "/admin/v1/reports/export.parquet?report=visits&from=2026-01-01&to=2026-12-31";
    let request = system.request(Method::GET, &shop.host, wrong);
    let wrong = send(request.bearer_auth(&shop.owner_token)).await;
    wrong.refused(400, "invalid_request");
    system.settle().await;
}
