//! Whoever owns the database can change every row. `stoa audit verify` says where.

use sqlx::{AssertSqlSafe, Connection, PgConnection};

use super::{entries, product, retitle};
use crate::harness::System;
use crate::processes::stoa;

/// How the record is tampered with, and what is said of it. Entries 2 to 5 are those of the test.
const TAMPERED: &[(&str, &str)] = &[
    (
        "update audit_changes set after = after || '{\"title\": \"Jug\"}' where after ->> 'title' = 'Two'",
        "entry 4 or what it changed was altered",
    ),
    (
        "update audit_entries set actor = 'stff_00000000000000000000000000' where number = 3",
        "entry 3 or what it changed was altered",
    ),
    (
        "delete from audit_changes where entry_id = (select id from audit_entries where number = 3)",
        "entry 3 or what it changed was altered",
    ),
    (
        "delete from audit_entries where number = 3",
        "entry 3 is missing",
    ),
    (
        "update audit_entries set number = number + 100 where number in (3, 4);
         update audit_entries set number = 107 - number where number > 100",
        "entry 3 or what it changed was altered",
    ),
    (
        "insert into audit_entries
         select tenant_id, 6, gen_random_uuid(), at, actor, operation, request_id, changes, hash
           from audit_entries where number = 5",
        "entry 6 or what it changed was altered",
    ),
    (
        "delete from audit_entries where number = 5",
        "the chain ends with entry 4, and its head says 5",
    ),
    (
        "insert into audit_changes (tenant_id, entry_id, relation, action, key)
         select tenant_id, gen_random_uuid(), 'roles', 'created', '{}' from audit_heads",
        "1 changes belong to no entry",
    ),
];

#[tokio::test]
async fn what_was_edited_deleted_inserted_moved_or_cut_off_is_found_at_its_place() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let product = product(&shop).await;
    for title in ["One", "Two", "Three"] {
        retitle(&shop, &product, title).await.expect(200);
    }
    let all = entries(&shop, "").await;
    assert_eq!(all.len(), 5, "{all:#?}");
    let hash = all[0]["hash"].as_str().unwrap().to_owned();
    let mut superuser = PgConnection::connect(&system.db.superuser_url())
        .await
        .unwrap();
    let verify = || async {
        let mut command = stoa(&system.db, 0);
        let output = tokio::task::spawn_blocking(move || {
            command.args(["audit", "verify"]).output().unwrap()
        });
        let output = output.await.unwrap();
        let line = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
        (
            output.status.code(),
            line(&output.stdout),
            line(&output.stderr),
        )
    };

    let holds = (
        Some(0),
        format!("aurora: 5 entries hold {hash}"),
        String::new(),
    );
    assert_eq!(verify().await, holds);
    for (statements, said) in TAMPERED {
        let kept = "create temporary table kept_entries as select * from audit_entries;
                    create temporary table kept_changes as select * from audit_changes";
        sqlx::raw_sql(kept).execute(&mut superuser).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(*statements))
            .execute(&mut superuser)
            .await
            .unwrap();
        let found = verify().await;
        let restore = "delete from audit_entries; delete from audit_changes;
                       insert into audit_entries select * from kept_entries;
                       insert into audit_changes overriding system value select * from kept_changes;
                       drop table kept_entries, kept_changes";
        sqlx::raw_sql(restore)
            .execute(&mut superuser)
            .await
            .unwrap();
        assert_eq!(
            found,
            (Some(3), String::new(), format!("aurora: {said}")),
            "{statements}"
        );
    }
    assert_eq!(verify().await, holds);
    system.settle().await;
}

/// What the program's own role may do.
#[tokio::test]
async fn the_program_can_neither_write_nor_change_the_record() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    product(&shop).await;
    let mut app = PgConnection::connect(&system.db.app_url()).await.unwrap();
    for statement in [
        "update audit_entries set actor = 'x'",
        "delete from audit_entries",
        "delete from audit_changes",
        "truncate audit_changes",
        "update audit_heads set number = 0",
        "insert into audit_heads values (gen_random_uuid(), 1, '')",
        "select audit_close()",
        "alter table roles disable trigger audit_change",
        "select set_config('app.audit', '', true)",
    ] {
        let refused = sqlx::raw_sql(statement).execute(&mut app).await;
        let refused = refused.unwrap_err().to_string();
        assert!(
            refused.contains("permission denied") || refused.contains("must be owner"),
            "{statement}: {refused}"
        );
    }
    system.settle().await;
}

#[tokio::test]
async fn ten_people_at_once_make_one_chain() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let mut products = Vec::new();
    for _ in 0..10 {
        products.push(product(&shop).await);
    }
    let before = entries(&shop, "limit=100").await.len();
    let changes = products
        .iter()
        .map(|product| retitle(&shop, product, "Same"));

    for changed in futures_util::future::join_all(changes).await {
        changed.expect(200);
    }

    assert_eq!(entries(&shop, "limit=100").await.len(), before + 10);
    let tenant_id = shop.tenant_id.parse().unwrap();
    let found = system.app.audit.verify(tenant_id).await.unwrap();
    assert_eq!(found.broken, None);
    assert_eq!(found.entries, i64::try_from(before + 10).unwrap());
    system.settle().await;
}
