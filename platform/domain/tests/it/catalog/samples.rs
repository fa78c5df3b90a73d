//! Real catalogues, when they are there, and those of the demo.

use std::fs::File;
use std::path::{Path, PathBuf};

use domain::catalog::Sort;
use domain::catalog::import::{ImportProducts, ImportReport};

use super::shelf::{Shelf, counts, told};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

async fn import(shelf: &Shelf, path: &Path) -> ImportReport {
    let command = ImportProducts {
        media: path.parent().map(Path::to_owned),
        ..ImportProducts::default()
    };
    let file = File::open(path).unwrap();
    shelf
        .catalog
        .import(&shelf.system(), file, command, |_| {})
        .await
        .unwrap()
}

/// The real catalogues are not part of the repository; without them there is nothing to see.
fn sample(name: &str) -> Option<PathBuf> {
    let path = root().join("../shared/data/catalogues").join(name);
    path.exists().then_some(path)
}

#[tokio::test]
async fn home_appliances_go_in_whole() {
    let Some(path) = sample("home-appliances.csv") else {
        return;
    };
    let shelf = Shelf::new().await;

    let report = import(&shelf, &path).await;

    assert_eq!(told(&report), Vec::<String>::new());
    assert_eq!(report.notes, Vec::<String>::new());
    assert_eq!(counts(&report), [37, 0, 0, 0]);
    assert_eq!(
        (report.rows, report.variants, report.pictures),
        (87, 87, 124)
    );
    assert_eq!(shelf.objects.keys().len(), 124);
    let rows = shelf.rows().await;
    assert_eq!(rows[..4], [37, 87, 87, 37]);
    assert_eq!(rows[7..], [124, 87]);
    assert_eq!(shelf.list(Sort::Newest).await.data.len(), 37);

    let again = import(&shelf, &path).await;
    assert_eq!(counts(&again), [0, 0, 37, 0]);
    assert_eq!(shelf.rows().await, rows);
    let machine = shelf
        .catalog
        .get(&shelf.visitor(), "automatic-espresso-machine")
        .await
        .unwrap();
    assert_eq!(machine.price.minor, 87_999);
    assert_eq!(
        machine.options[0].values,
        ["Matte Black", "Silver", "White"]
    );
    assert_eq!(machine.images.len(), 4);
    let places: Vec<_> = machine
        .categories
        .iter()
        .map(|place| place.slug.as_str())
        .collect();
    assert_eq!(places, ["kitchen", "coffee-machines"]);
}

#[tokio::test]
async fn apparel_goes_in_whole() {
    let Some(path) = sample("apparel.csv") else {
        return;
    };
    let shelf = Shelf::new().await;

    let report = import(&shelf, &path).await;

    assert_eq!(told(&report), Vec::<String>::new());
    assert_eq!(counts(&report), [32, 0, 0, 0]);
    assert_eq!((report.rows, report.variants, report.pictures), (73, 73, 0));
    let rows = shelf.rows().await;
    assert_eq!(rows[..4], [32, 73, 73, 32]);
    assert_eq!(rows[8], 56);
    assert_eq!(counts(&import(&shelf, &path).await), [0, 0, 32, 0]);
    assert_eq!(shelf.rows().await, rows);
    let shoes = shelf
        .catalog
        .get(&shelf.visitor(), "white-plimsolls")
        .await
        .unwrap();
    assert_eq!(
        shoes.options[0].values,
        ["39", "40", "41", "42", "43", "44", "45"]
    );
}

#[tokio::test]
async fn the_catalogues_of_the_demo_go_in_whole() {
    for name in ["aurora", "meridian"] {
        let shelf = Shelf::new().await;
        let folder = root().join("demo").join(name);
        let files = std::fs::read_dir(&folder).unwrap();
        let path = files
            .map(|entry| entry.unwrap().path())
            .find(|path| path.extension().is_some_and(|extension| extension == "csv"))
            .unwrap();

        let report = import(&shelf, &path).await;

        assert_eq!(told(&report), Vec::<String>::new());
        let mut not_kept = ["Google Shopping / Condition", "Cost per item"];
        if name == "meridian" {
            not_kept.reverse();
        }
        let not_kept = format!("columns that were not read: {}", not_kept.join(", "));
        assert_eq!(report.notes, [not_kept]);
        assert!(
            report.created >= 35,
            "{name} has {} products",
            report.created
        );
        let listed = shelf.list(Sort::Newest).await.data;
        assert!(listed.iter().all(|card| card.image.is_some()));
        assert_eq!(
            counts(&import(&shelf, &path).await),
            [0, 0, report.created, 0]
        );
    }
}
