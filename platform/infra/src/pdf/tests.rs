//! Files of sheets that the store did not write.

use kernel::sheet::{SheetBlock, SheetColumn, SheetTable, SheetTotal};
use time::macros::date;

use super::*;

fn sheet(rows: Vec<Vec<String>>) -> Sheet {
    let column = |title: &str, is_number| SheetColumn {
        title: title.to_owned(),
        share: 1,
        is_number,
    };
    Sheet {
        language: "en".to_owned(),
        title: "Invoice 1".to_owned(),
        author: "Aurora".to_owned(),
        dated: date!(2026 - 11 - 30),
        brand: "Aurora".to_owned(),
        color: [255, 255, 255],
        sender: String::new(),
        recipient: vec!["Anna".to_owned()],
        facts: vec![("Date".to_owned(), "30 November 2026".to_owned())],
        blocks: vec![SheetBlock {
            heading: "Ship to".to_owned(),
            lines: vec!["Berta".to_owned()],
        }],
        table: SheetTable {
            columns: vec![column("Item", false), column("Amount", true)],
            rows,
        },
        totals: vec![SheetTotal {
            label: "Total".to_owned(),
            value: "1.00".to_owned(),
            is_main: true,
        }],
        summary: None,
        notes: vec!["Thanks".to_owned()],
        footer: vec![vec!["Aurora GmbH".to_owned()], vec!["x".repeat(300)]],
        page_words: ["Page".to_owned(), "of".to_owned()],
    }
}

fn pages(bytes: &[u8]) -> Vec<String> {
    let file = lopdf::Document::load_mem(bytes).unwrap();
    let numbers: Vec<u32> = file.get_pages().into_keys().collect();
    let text = |number| file.extract_text(&[number]).unwrap();
    let texts = numbers.into_iter().map(text);
    texts
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn two_hundred_rows_go_over_pages_with_their_header_and_number() {
    let row = |number: usize| vec![format!("Thing {number} of many"), format!("{number}.00")];
    let sheet = sheet((1..=200).map(row).collect());

    let bytes = Pdf.print(&sheet).unwrap();

    let found = pages(&bytes);
    assert!(found.len() > 4, "{}", found.len());
    for (index, page) in found.iter().enumerate() {
        let foot = format!("Page {} of {}", index + 1, found.len());
        assert!(page.ends_with(&foot), "{page}");
        assert!(page.contains("Item Amount"), "{page}");
        assert!(page.contains("Invoice 1"), "{page}");
    }
    let all = found.join(" ");
    for number in 1..=200 {
        let row = format!("Thing {number} of many {number}.00");
        assert_eq!(all.matches(&row).count(), 1, "{row}");
    }
    assert_eq!(Pdf.print(&sheet).unwrap(), bytes, "the same bytes");
}

#[test]
fn whatever_a_text_has_is_printed_or_boxed() {
    let odd = [
        "日本語 한국어 العربية עברית हिन्दी ไทย",
        "👩‍👩‍👧‍👦 🇩🇪 e\u{301} \u{200d}",
        "\u{0} \u{7} \t\r\n\u{2028}",
        "",
        &"W".repeat(5000),
        &"a ".repeat(5000),
    ];
    let rows = odd.map(|text| vec![text.to_owned(), text.to_owned()]);
    let mut sheet = sheet(rows.to_vec());
    sheet.brand = "字".repeat(400);
    sheet.title = odd.concat();

    let bytes = Pdf.print(&sheet).unwrap();

    assert!(bytes.starts_with(b"%PDF-"));
    let found = pages(&bytes);
    assert!(found.iter().any(|page| page.contains("WWWW")));
}

#[test]
fn an_empty_sheet_is_a_page() {
    let mut empty = sheet(Vec::new());
    empty.table.columns = Vec::new();
    empty.totals = Vec::new();
    empty.footer = Vec::new();

    assert_eq!(pages(&Pdf.print(&empty).unwrap()).len(), 1);
}
