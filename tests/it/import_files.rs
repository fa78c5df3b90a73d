//! `stoa import products` with files as they come: in other dialects, damaged, and very long.

use std::fmt::Write;
use std::time::Duration;

use serde_json::{Value, json};
use sqlx::{Connection, Executor, PgConnection};

use super::import::{Desk, told};

#[tokio::test]
async fn a_file_of_a_spreadsheet_goes_in() {
    let desk = Desk::new().await;
    let rows = "Handle;Title;Variant SKU;Variant Price\r\nmug;Mug;M1;12.50\r\ncup;Cup;C1;9\r\n";
    desk.write("semicolons.csv", format!("\u{feff}{rows}"));
    desk.write("commas.csv", rows.replace(';', ","));

    let (code, report) = desk.report(&["--json", "semicolons.csv"]);
    assert_eq!((code, &report["products"]["created"]), (Some(0), &json!(2)));
    assert_eq!(report["notes"], json!([]));

    // The same rows, whatever parts their cells.
    let (code, report) = desk.report(&["--json", "commas.csv"]);
    assert_eq!(
        (code, &report["products"]["unchanged"]),
        (Some(0), &json!(2))
    );
}

#[tokio::test]
async fn text_that_is_not_utf8_loses_its_product_and_no_other() {
    let desk = Desk::new().await;
    desk.write(
        "latin.csv",
        b"Handle,Title,Variant Price\nmug,Mug,12\ntur,T\xfcr,30\ncup,Cup,9\n",
    );

    let output = desk.import(&["latin.csv"]);

    assert_eq!(output.status.code(), Some(3));
    assert_eq!(
        told(&output),
        "line 3, Title: this is not UTF-8 (not_utf8)\n\
         3 rows: 2 products created, 0 updated, 0 unchanged, 1 refused; 2 variants, 0 pictures\n\
         1 fault in the file"
    );
}

#[tokio::test]
async fn a_quote_that_is_missing_is_told_and_makes_no_wrong_price() {
    let desk = Desk::new().await;
    desk.write(
        "quotes.csv",
        "Handle,Title,Body (HTML),Vendor,Variant SKU,Variant Price\n\
         pot,Pot,,Kiln,P1,30\n\
         mug,Mug,\"<p>A mug</p>,Kiln,M1,12\n\
         cup,Cup,\"<p>A cup</p>\",Forge,C1,9\n\
         jug,Jug,,Kiln,J1,20\n",
    );

    let output = desk.import(&["quotes.csv"]);

    assert_eq!(output.status.code(), Some(3));
    assert_eq!(
        told(&output),
        "line 3: a quote is not closed, or not where a cell ends, so that the lines 3 to 4 read \
         as one row (quote_unclosed)\n\
         3 rows: 2 products created, 0 updated, 0 unchanged, 1 refused; 2 variants, 0 pictures\n\
         1 fault in the file"
    );
}

#[tokio::test]
async fn every_fault_is_told_and_a_report_keeps_a_thousand() {
    let desk = Desk::new().await;
    let mut text = "Handle,Title,Variant Price\nmug,Mug,12\n".to_owned();
    for n in 0..1_500 {
        writeln!(text, "cup-{n},Cup,cheap").unwrap();
    }
    desk.write("faults.csv", text);

    let output = desk.import(&["faults.csv"]);
    assert_eq!(output.status.code(), Some(3));
    let told = told(&output);
    let faults = told.lines().filter(|line| line.starts_with("line "));
    assert_eq!(faults.count(), 1_500);
    assert!(told.contains("\nline 1502, Variant Price: "), "{told}");
    assert!(told.ends_with("1500 faults in the file"), "{told}");

    let (code, report) = desk.report(&["--json", "faults.csv"]);
    assert_eq!((code, &report["failed"]), (Some(3), &json!(1_500)));
    assert_eq!(report["failures"].as_array().map(Vec::len), Some(1_000));
}

#[tokio::test]
async fn an_import_that_stops_tells_what_went_in() {
    let desk = Desk::new().await;
    let mut text = "Handle,Title,Variant Price,Image Src\n".to_owned();
    for n in 0..100 {
        writeln!(text, "mug-{n},Mug,12,").unwrap();
    }
    text.push_str("cup,Cup,9,a.gif\n");
    desk.write("products.csv", text);
    desk.write("a.gif", b"GIF89a\x02\0\x03\0\0\0\0\x3b");
    desk.write("file", "no folder");

    let output = desk.import_into("file", &["products.csv"]);

    assert_eq!(output.status.code(), Some(1));
    let told = told(&output);
    let report = "101 rows: 100 products created, 0 updated, 0 unchanged, 0 refused; \
                  100 variants, 0 pictures\nproducts.csv: ";
    assert!(told.starts_with(report), "{told}");
    let (code, report) = desk.report(&["--json", "products.csv"]);
    let products = json!({"created": 1, "updated": 0, "unchanged": 100, "refused": 0});
    assert_eq!((code, &report["products"]), (Some(0), &products));
}

/// 100,000 products with two variants each. Three are not as they should be.
/// What a server does by itself as tables grow, and the one that tests share does not.
async fn keep_statistics(superuser: String) {
    let mut conn = PgConnection::connect(&superuser).await.unwrap();
    loop {
        tokio::time::sleep(Duration::from_secs(2)).await;
        conn.execute("analyze").await.unwrap();
    }
}

fn two_hundred_thousand_rows() -> String {
    let mut text = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n".to_owned();
    for n in 0..100_000 {
        let title = if n == 50_000 { "" } else { "Mug" };
        let price = if n == 777 { "many" } else { "11" };
        let sku = if n == 99_999 {
            "B0".to_owned()
        } else {
            format!("B{n}")
        };
        writeln!(text, "mug-{n},{title},Colour,Blue,{sku},12").unwrap();
        writeln!(text, "mug-{n},,,Red,R{n},{price}").unwrap();
    }
    text
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_thousand_rows_go_in_once() {
    let desk = Desk::new().await;
    let _vacuum = tokio::spawn(keep_statistics(desk.superuser_url()));
    desk.write("many.csv", two_hundred_thousand_rows());

    let (code, report) = desk.report(&["--json", "many.csv"]);

    assert_eq!(code, Some(3));
    let products = json!({"created": 99_999, "updated": 0, "unchanged": 0, "refused": 1});
    assert_eq!(report["products"], products);
    assert_eq!(
        (&report["rows"], &report["failed"]),
        (&json!(200_000), &json!(2))
    );
    assert_eq!(report["variants"], json!(199_997));
    assert_eq!(
        report["notes"],
        json!(["stock keeping units that several variants share: B0 (lines 2, 200000)"])
    );
    let faults = report["failures"].as_array().cloned().unwrap_or_default();
    let fault =
        |fault: &Value| [&fault["line"], &fault["column"], &fault["code"]].map(Value::clone);
    let faults: Vec<_> = faults.iter().map(fault).collect();
    assert_eq!(
        faults,
        [
            [
                json!(1_557),
                json!("Variant Price"),
                json!("price_malformed")
            ],
            [json!(100_002), json!("Title"), json!("title_missing")],
        ]
    );

    let (code, again) = desk.report(&["--json", "many.csv"]);
    assert_eq!(code, Some(3));
    let products = json!({"created": 0, "updated": 0, "unchanged": 99_999, "refused": 1});
    assert_eq!(again["products"], products);
    assert_eq!(again["failures"], report["failures"]);
}
