//! A migration that was delivered is never edited: databases have applied it, and would refuse another
//! text of the same version.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::source::{files, root};

/// What differs between the migrations and the sums that are written down, each with what to do.
fn differences(
    sums: &BTreeMap<String, String>,
    migrations: &BTreeMap<String, String>,
) -> Vec<String> {
    let mut found = Vec::new();
    for (name, sum) in migrations {
        match sums.get(name) {
            None => found.push(format!(
                "{name} is not in migrations/SUMS: add the line\n{sum}  {name}\n\
                 (or: cd migrations && sha256sum V*.sql > SUMS)"
            )),
            Some(written) if written != sum => found.push(format!(
                "{name} was edited after it was delivered: undo that, and write a new migration"
            )),
            Some(_) => {}
        }
    }
    let gone = sums.keys().filter(|name| !migrations.contains_key(*name));
    found.extend(gone.map(|name| format!("{name} was delivered and is gone: bring it back")));
    found
}

#[test]
fn no_migration_is_edited_after_it_was_delivered() {
    let text = std::fs::read_to_string(root().join("migrations/SUMS")).unwrap();
    let sums = text.lines().map(|line| {
        let (sum, name) = line.split_once("  ").unwrap();
        (name.to_owned(), sum.to_owned())
    });
    let migrations = files(&[".sql"]).into_iter().filter_map(|source| {
        let name = source.path.strip_prefix("migrations/")?;
        let sum = hex::encode(Sha256::digest(source.text.as_bytes()));
        Some((name.to_owned(), sum))
    });

    let found = differences(&sums.collect(), &migrations.collect());

    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn an_edited_a_new_and_a_lost_migration_are_found() {
    let listed = |rows: &[(&str, &str)]| {
        let rows = rows.iter();
        rows.map(|(name, sum)| ((*name).to_owned(), (*sum).to_owned()))
            .collect()
    };
    let sums = listed(&[
        ("V001__a.sql", "1"),
        ("V002__b.sql", "2"),
        ("V003__c.sql", "3"),
    ]);
    let migrations = listed(&[
        ("V001__a.sql", "1"),
        ("V002__b.sql", "x"),
        ("V004__d.sql", "4"),
    ]);

    let found = differences(&sums, &migrations);

    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].starts_with("V002__b.sql was edited"));
    assert!(found[1].contains("add the line\n4  V004__d.sql"));
    assert!(found[2].starts_with("V003__c.sql was delivered and is gone"));
}
