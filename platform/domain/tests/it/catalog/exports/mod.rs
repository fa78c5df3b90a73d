//! A hundred files as shops have them: invented, written by the tools that people use, and imported.
//!
//! Everything that a file says must be in the store or in the report. The file is read here by a
//! parser of its own. `STOA_TEST_SEED` repeats a run, and `STOA_TEST_FILES` asks for more files.

mod check;
mod columns;
mod dice;
mod goods;
mod habits;
mod html;
mod paper;
mod rows;
mod shop;
mod told;
mod tools;
mod words;

use domain::catalog::import::ImportProducts;
use kernel::{Currency, Fault};

use super::shelf::{Shelf, tenant, told};
use check::Check;
use dice::Dice;
use habits::Habits;
use paper::Paper;
use rows::{Generation, Sheet};
use shop::Shop;
use tools::Tool;

/// How many files a test imports.
const FILES: u64 = 30;
/// What the files of the suite are made of.
const SEED: u64 = 20_261_129;

/// A file, and what is known of it.
struct Export {
    about: String,
    currency: Currency,
    bytes: Vec<u8>,
    tool: Tool,
    /// Whether all of it can go in.
    is_whole: bool,
}

impl Export {
    fn make(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let shop = Shop::invent(&mut dice);
        let generation = match dice.number(1, 3) {
            1 => Generation::Legacy,
            2 => Generation::Middle,
            _ => Generation::Current,
        };
        let mut sheet = Sheet::of(&shop, generation, &mut dice);
        let habits = Habits::pick(&mut sheet, &mut dice);
        let tool = Tool::pick(&mut dice);
        let can_fail = shop.products.iter().any(|product| product.is_gift_card);
        Self {
            about: format!(
                "{generation:?} {tool:?} {} {habits:?}",
                shop.language.currency
            ),
            currency: shop.language.currency,
            bytes: tool.print(&sheet, shop.language),
            tool,
            is_whole: !can_fail && !habits.may_fail && tool != Tool::OldExcel,
        }
    }
}

/// Imports a file into a new shop. What is wrong with what came of it.
async fn import(shelf: &Shelf, export: &Export) -> Vec<String> {
    let command = ImportProducts {
        currency: Some(export.currency),
        ..ImportProducts::default()
    };
    let outcome = shelf
        .import_with(export.bytes.clone(), command.clone())
        .await;
    let report = match outcome {
        Err(error) if export.tool == Tool::UnicodeText => {
            assert_eq!(error.code(), "file_not_utf8");
            assert_eq!(shelf.records().await, []);
            return Vec::new();
        }
        Err(error) => return vec![format!("the file is refused: {error}")],
        Ok(report) => report,
    };
    let store = shelf.records().await;
    let paper = Paper::read(&export.bytes);
    let mut wrong = Check::run(&paper, &report, &store, export.currency);
    if export.is_whole && report.faults.count() > 0 {
        wrong.push(format!(
            "faults in a file that can go in whole: {:?}",
            told(&report)
        ));
    }
    let again = shelf
        .import_with(export.bytes.clone(), command)
        .await
        .unwrap();
    if again.created + again.updated > 0 || shelf.records().await != store {
        wrong.push("the same file again changed something".to_owned());
    }
    if !wrong.is_empty() {
        wrong.push(format!(
            "the report: {:?} {:?}",
            told(&report),
            report.notes
        ));
    }
    wrong
}

async fn import_many(part: u64) {
    let mut env = kernel::config::Env::of_process();
    let seed: u64 = env.optional("STOA_TEST_SEED").unwrap_or(SEED);
    let files: u64 = env.optional("STOA_TEST_FILES").unwrap_or(FILES);
    env.finish().unwrap();
    let mut shelf = Shelf::new().await;
    let mut wrong = 0;
    for number in 0..files {
        let seed = seed.wrapping_add(part * files + number);
        let export = Export::make(seed);
        let shop = tenant(&shelf.house, &format!("shop-{number}")).await;
        shelf.tenant_id = shop.tenant.id;
        let found = import(&shelf, &export).await;
        if !found.is_empty() {
            wrong += 1;
            println!(
                "--- STOA_TEST_SEED={seed} STOA_TEST_FILES=1: {}",
                export.about
            );
            println!("{}", found.join("\n"));
            println!("{}", String::from_utf8_lossy(&export.bytes));
        }
    }
    assert_eq!(wrong, 0, "files of which something is lost or invented");
}

#[tokio::test]
async fn nothing_of_a_first_lot_of_exports_is_lost() {
    import_many(0).await;
}

#[tokio::test]
async fn nothing_of_a_second_lot_of_exports_is_lost() {
    import_many(1).await;
}

#[tokio::test]
async fn nothing_of_a_third_lot_of_exports_is_lost() {
    import_many(2).await;
}

#[tokio::test]
async fn nothing_of_a_fourth_lot_of_exports_is_lost() {
    import_many(3).await;
}
