//! Imports point one way: between crates, and between the services inside `domain`.

use std::collections::BTreeSet;

use regex::Regex;

use super::source::{files, root};

/// Which of our crates each of our crates may depend on. A new arrow is a change of architecture:
/// edit this table and the one in `docs/ARCHITECTURE.md`, and say why in the commit.
const CRATES: &[(&str, &[&str])] = &[
    ("platform/kernel", &[]),
    // What integrators use knows the API document only.
    ("clients/sdk-rust", &[]),
    ("platform/db", &["kernel"]),
    ("platform/infra", &["kernel"]),
    // The program alone knows it: Amazon's libraries take minutes to build.
    ("platform/aws", &["kernel"]),
    ("platform/imaging", &["kernel"]),
    ("platform/domain", &["kernel", "db", "imaging"]),
    ("billing", &["kernel", "db"]),
    ("platform/gateway", &["kernel", "db"]),
    ("platform/webshop", &["kernel", "gateway", "domain"]),
    ("tenant-api", &["kernel", "gateway", "imaging", "domain"]),
    (
        "admin-console-api",
        &["kernel", "gateway", "imaging", "domain", "billing"],
    ),
    (
        ".",
        &[
            "kernel",
            "db",
            "infra",
            "aws-backends",
            "domain",
            "gateway",
            "webshop",
            "tenant-api",
            "admin-console-api",
            "billing",
        ],
    ),
    ("platform/testkit", &["kernel", "db", "infra"]),
    ("billing/simulators/stripe", &[]),
];

const OURS: &[&str] = &[
    "kernel",
    "db",
    "infra",
    "aws-backends",
    "imaging",
    "domain",
    "gateway",
    "webshop",
    "testkit",
    "tenant-api",
    "admin-console-api",
    "billing",
    "stripe-sim",
];

/// Which services of `domain` each service may import.
const SERVICES: &[(&str, &[&str])] = &[
    ("analytics", &["tenancy"]),
    ("audit", &[]),
    ("tenancy", &["html", "identity"]),
    ("identity", &[]),
    // Not a service: what cleans HTML for those that keep it.
    ("html", &[]),
    (
        "notifications",
        &[
            "identity",
            "inventory",
            "orders",
            "reviews",
            "senders",
            "tenancy",
        ],
    ),
    ("reviews", &["identity", "orders", "tenancy"]),
    ("senders", &[]),
    ("pricing", &[]),
    ("inventory", &[]),
    ("catalog", &["html", "inventory", "tenancy"]),
    ("search", &["catalog", "tenancy"]),
    ("cart", &["catalog", "identity", "inventory", "pricing"]),
    ("orders", &["catalog", "identity", "pricing", "tenancy"]),
    ("documents", &["analytics", "orders", "pricing", "tenancy"]),
    (
        "checkout",
        &[
            "cart",
            "catalog",
            "identity",
            "inventory",
            "orders",
            "pricing",
        ],
    ),
];

#[test]
fn crates_import_only_what_lies_below_them() {
    for (folder, allowed) in CRATES {
        let manifest = std::fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
        let found = dependencies(&manifest);
        let strange: Vec<_> = found
            .iter()
            .filter(|name| !allowed.contains(&name.as_str()))
            .collect();
        assert!(strange.is_empty(), "{folder} may not depend on {strange:?}");
        let unused: Vec<_> = allowed
            .iter()
            .filter(|name| !found.iter().any(|it| it == *name))
            .collect();
        assert!(unused.is_empty(), "nobody uses {folder} -> {unused:?}");
    }
}

#[test]
fn every_crate_is_in_the_table() {
    let manifests = files(&["Cargo.toml"]);
    let known: BTreeSet<String> = CRATES
        .iter()
        .map(|(folder, _)| {
            if *folder == "." {
                "Cargo.toml".into()
            } else {
                format!("{folder}/Cargo.toml")
            }
        })
        .collect();
    let found: BTreeSet<String> = manifests
        .into_iter()
        .map(|manifest| manifest.path)
        .collect();
    assert_eq!(found, known);
}

/// Our crates among the `[dependencies]` of a manifest; tests may depend on what they like.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut is_inside = false;
    let mut found = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_inside = line.trim() == "[dependencies]";
        } else if is_inside {
            let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
            if OURS.contains(&name) {
                found.push(name.to_owned());
            }
        }
    }
    found
}

#[test]
fn services_import_only_what_the_table_allows() {
    let import = Regex::new(r"\bcrate::(\{[^}]*\}|[a-z_]+)").unwrap();
    let word = Regex::new(r"[a-z_]+").unwrap();
    let names: BTreeSet<&str> = SERVICES.iter().map(|(name, _)| *name).collect();
    let mut unused: BTreeSet<(&str, &str)> = SERVICES
        .iter()
        .flat_map(|(name, allowed)| allowed.iter().map(move |it| (*name, *it)))
        .collect();
    for source in files(&[".rs"]) {
        let Some(rest) = source.path.strip_prefix("platform/domain/src/") else {
            continue;
        };
        let service = rest.split(['/', '.']).next().unwrap_or_default();
        if service == "lib" {
            continue;
        }
        let Some((_, allowed)) = SERVICES.iter().find(|(name, _)| *name == service) else {
            panic!(
                "{}: the service {service} is not in the table of arrows",
                source.path
            );
        };
        for found in import.captures_iter(&source.text) {
            for imported in word.find_iter(&found[1]).map(|found| found.as_str()) {
                unused.retain(|arrow| *arrow != (service, imported));
                let is_fine =
                    imported == service || allowed.contains(&imported) || !names.contains(imported);
                assert!(
                    is_fine,
                    "{}: {service} may not import {imported}",
                    source.path
                );
            }
        }
    }
    assert!(unused.is_empty(), "nobody uses {unused:?}");
}

/// Which library may be used where: SDKs, SQL and poem stand only in their rooms. A room that ends with
/// `/` is a folder of the repository; `store.rs` and `/store/` are rooms of every service.
const ROOMS: &[(&str, &[&str])] = &[
    (
        "sqlx::query",
        &["platform/db/", "platform/testkit/", "store.rs", "/store/"],
    ),
    ("sqlx::raw_sql", &["platform/db/", "platform/testkit/"]),
    ("PgPool", &["platform/db/src/", "platform/testkit/"]),
    ("AssertSqlSafe", &["platform/db/src/", "platform/testkit/"]),
    (
        "poem::",
        &[
            "platform/webshop/",
            "platform/gateway/",
            "tenant-api/",
            "admin-console-api/",
            "billing/simulators/",
            "src/",
        ],
    ),
    (
        "poem_openapi::",
        &[
            "platform/kernel/src/",
            "platform/gateway/",
            "tenant-api/",
            "admin-console-api/",
            "src/",
        ],
    ),
    ("stripe_core::", &["billing/src/providers/stripe/"]),
    ("stripe_connect::", &["billing/src/providers/stripe/"]),
];

#[test]
fn sql_sdks_and_poem_stand_only_in_their_rooms() {
    for source in files(&[".rs"])
        .into_iter()
        .filter(|source| !source.is_test())
    {
        for (library, rooms) in ROOMS {
            if source.without_tests().contains(library) {
                let is_home = rooms.iter().any(|room| is_in(&source.path, room));
                assert!(is_home, "{} uses {library}", source.path);
            }
        }
    }
}

fn is_in(path: &str, room: &str) -> bool {
    match room {
        "/store/" => path.contains(room),
        "store.rs" => path.ends_with("/store.rs"),
        folder => path.starts_with(folder),
    }
}

#[test]
fn a_room_is_the_folder_of_that_name_and_no_other() {
    for (path, room, expected) in [
        ("src/api.rs", "src/", true),
        ("platform/domain/src/cart/service.rs", "src/", false),
        ("platform/db/src/pool.rs", "platform/db/", true),
        ("platform/domain/src/cart/store.rs", "store.rs", true),
        ("platform/domain/src/cart/bookstore.rs", "store.rs", false),
        ("billing/src/payments/store/shares.rs", "/store/", true),
    ] {
        assert_eq!(is_in(path, room), expected, "{path} in {room}");
    }
}
