//! `stoa outbox` and `stoa webhooks`: what was set aside is listed, retried and dropped.

use std::process::Output;

use kernel::ids::{MessageId, StorefrontId, TenantId};
use kernel::{Event, contact::Email};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use testkit::TestDb;
use uuid::Uuid;

use crate::processes::stoa;

struct Place {
    db: TestDb,
    superuser: PgConnection,
}

fn tenant(number: u128) -> TenantId {
    TenantId::from_uuid(Uuid::from_u128(number))
}

fn id(number: u128) -> MessageId {
    MessageId::from_uuid(Uuid::from_u128(number))
}

/// A message that can be tried again, of a topic that nobody handles in these tests.
fn whole() -> Value {
    let event = Event::MerchantCreated {
        merchant_id: kernel::ids::MerchantId::from_uuid(Uuid::nil()),
    };
    serde_json::to_value(event).unwrap()
}

/// A message as it is after it was set aside: without the address it was about.
fn stripped() -> Value {
    let event = Event::PasswordForgotten {
        email: Email::parse("anna@example.com").unwrap(),
        storefront_id: StorefrontId::from_uuid(Uuid::nil()),
    };
    let mut payload = serde_json::to_value(event).unwrap();
    payload.as_object_mut().unwrap().remove("email");
    payload
}

impl Place {
    /// Two tenants, `aurora` and `meridian`; messages 1 and 2 of the first and 3 of the second were
    /// set aside, 4 waits; webhooks `evt_1` and `evt_2` were set aside, and `evt_3` was applied.
    async fn new() -> Self {
        let db = TestDb::new().await;
        let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
        for (number, slug) in [(1, "aurora"), (2, "meridian")] {
            sqlx::query(
                "insert into tenants (id, slug, name, created_at) values ($1, $2, $2, now())",
            )
            .bind(tenant(number).uuid())
            .bind(slug)
            .execute(&mut superuser)
            .await
            .unwrap();
        }
        for (number, owner, topic, payload, is_dead) in [
            (1, 1, "merchant.created", whole(), true),
            (2, 1, "password.forgotten", stripped(), true),
            (3, 2, "merchant.created", whole(), true),
            (4, 1, "merchant.created", whole(), false),
        ] {
            sqlx::query(
                "insert into outbox (tenant_id, id, topic, aggregate, payload, attempts, postponed, dead_at,
                                     last_error)
                 values ($1, $2, $3, $2::text, $4, 20, 3,
                         case when $5 then now() - interval '90 minutes' + $6 * interval '1 s' end,
                         E'billing: it\\nfailed')",
            )
            .bind(tenant(owner).uuid())
            .bind(id(number).uuid())
            .bind(topic)
            .bind(payload)
            .bind(is_dead)
            .bind(f64::from(u32::try_from(number).unwrap()))
            .execute(&mut superuser)
            .await
            .unwrap();
        }
        sqlx::query(
            "insert into webhook_events (provider, event_id, type, object_id, livemode, payload, received_at,
                                         status, available_at, attempts, tenant_id, note)
             values ('stripe', 'evt_1', 'refund.updated', 're_1', false, '{}', now() - interval '3 days',
                     'quarantined', now() - interval '2 days', 12, $1, 'not understood'),
                    ('stripe', 'evt_2', 'charge.updated', 'ch_1', false, '{}', now(), 'quarantined', now(), 1,
                     null, 'the object was not made by us'),
                    ('stripe', 'evt_3', 'charge.updated', 'ch_2', false, '{}', now(), 'applied', now(), 1,
                     null, null)",
        )
        .bind(tenant(1).uuid())
        .execute(&mut superuser)
        .await
        .unwrap();
        Self { db, superuser }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        stoa(&self.db, 0).args(arguments).output().unwrap()
    }

    /// What the command ends with, writes and complains of.
    fn told(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let output = self.run(arguments);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
        (
            output.status.code(),
            text(&output.stdout),
            text(&output.stderr),
        )
    }

    fn list(&self, arguments: &[&str]) -> Vec<Value> {
        let output = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    async fn rows(&mut self, query: &str) -> Vec<String> {
        sqlx::query_scalar(AssertSqlSafe(query.to_owned()))
            .fetch_all(&mut self.superuser)
            .await
            .unwrap()
    }

    async fn messages(&mut self) -> Vec<String> {
        self.rows(
            "select right(id::text, 1) || case when dead_at is null then ' ready ' else ' dead ' end
                    || attempts || ' ' || postponed
               from outbox order by id",
        )
        .await
    }

    async fn webhooks(&mut self) -> Vec<String> {
        self.rows(
            "select event_id || ' ' || status || ' ' || attempts from webhook_events order by event_id",
        )
        .await
    }
}

const UNTOUCHED: [&str; 4] = ["1 dead 20 3", "2 dead 20 3", "3 dead 20 3", "4 ready 20 3"];

fn unknown(number: u128) -> String {
    format!("{}: no message with this id was set aside", id(number))
}

fn without_data(number: u128) -> String {
    format!(
        "{}: cannot be retried: its personal data was removed when it was set aside",
        id(number)
    )
}

#[tokio::test]
async fn messages_that_were_set_aside_are_listed_with_the_reason() {
    let mut place = Place::new().await;

    let (code, table, _) = place.told(&["outbox", "list"]);
    assert_eq!(code, Some(0));
    let lines: Vec<Vec<&str>> = table
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert_eq!(
        lines[0],
        [
            "ID", "TENANT", "TOPIC", "ATTEMPTS", "SET", "ASIDE", "LAST", "ERROR"
        ]
    );
    assert_eq!(lines.len(), 4, "{table}");
    let (first, owner) = (id(1).to_string(), tenant(1).to_string());
    let expected = [
        &first,
        &owner,
        "merchant.created",
        "20",
        "1",
        "h",
        "ago",
        "billing:",
        "it",
        "failed",
    ];
    assert_eq!(lines[1], expected);

    let list = place.list(&["outbox", "list"]);
    assert_eq!(list.len(), 3);
    let mut second = list[1].clone();
    for moment in ["created_at", "set_aside_at", "age_seconds"] {
        assert!(!second[moment].is_null());
        second.as_object_mut().unwrap().remove(moment);
    }
    assert_eq!(
        second,
        json!({
            "id": id(2).to_string(),
            "tenant_id": owner,
            "topic": "password.forgotten",
            "attempts": 20,
            "last_error": "billing: it\nfailed",
            "can_retry": false,
            "obstacle": "its personal data was removed when it was set aside",
        })
    );
    for (narrowed, expected) in [
        (&["--tenant", "meridian"][..], &[3][..]),
        (&["--tenant", &tenant(1).to_string()], &[1, 2]),
        (&["--topic", "merchant.created"], &[1, 3]),
        (&["--topic", "merchant.created", "--tenant", "aurora"], &[1]),
        (&["--limit", "1"], &[1]),
        (&["--topic", "none"], &[]),
    ] {
        let list = place.list(&[&["outbox", "list"], narrowed].concat());
        let ids: Vec<_> = list.iter().map(|it| it["id"].as_str().unwrap()).collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|&number| id(number).to_string())
            .collect();
        assert_eq!(ids, expected, "{narrowed:?}");
    }
    let (code, _, why) = place.told(&["outbox", "list", "--tenant", "nobody"]);
    assert_eq!(
        (code, why.as_str()),
        (Some(2), "--tenant: there is no tenant nobody")
    );
    assert_eq!(place.messages().await, UNTOUCHED);
}

#[tokio::test]
async fn messages_are_ready_again_when_they_are_retried() {
    let mut place = Place::new().await;
    let [one, two, three, waiting, none] = [1, 2, 3, 4, 9].map(|number| id(number).to_string());

    let (code, did, why) = place.told(&["outbox", "retry", &one, &two, &waiting, &none]);
    assert_eq!((code, did.as_str()), (Some(3), "1 ready again"));
    assert_eq!(
        why.lines().collect::<Vec<_>>(),
        [unknown(4), unknown(9), without_data(2)]
    );
    let expected = ["1 ready 0 0", "2 dead 20 3", "3 dead 20 3", "4 ready 20 3"];
    assert_eq!(place.messages().await, expected);

    for (arguments, expected) in [
        (&["outbox", "retry", &one][..], unknown(1)),
        (&["outbox", "retry", &two], without_data(2)),
        (
            &["outbox", "retry", "--all", "--topic", "none"],
            "nothing that was set aside matches".to_owned(),
        ),
    ] {
        let (code, did, why) = place.told(arguments);
        assert_eq!((code, did.as_str(), why), (Some(2), "", expected));
    }
    assert_eq!(place.messages().await, expected);

    let (code, did, why) = place.told(&["outbox", "retry", "--all", "--tenant", "meridian"]);
    assert_eq!(
        (code, did.as_str(), why.as_str()),
        (Some(0), "1 ready again", "")
    );
    assert_eq!(place.messages().await[2], "3 ready 0 0", "{three}");
}

#[tokio::test]
async fn messages_are_gone_when_they_are_dropped() {
    let mut place = Place::new().await;
    let [one, waiting] = [1, 4].map(|number| id(number).to_string());

    for arguments in [
        &["outbox", "drop"][..],
        &["outbox", "drop", "--tenant", "aurora"],
        &["outbox", "drop", "--all", &one],
        &["outbox", "drop", "--topic", "merchant.created", &one],
        &["outbox", "drop", "--all"],
        &["outbox", "drop", "something"],
        &["outbox", "drop", &waiting],
    ] {
        let (code, did, _) = place.told(arguments);
        assert_eq!((code, did.as_str()), (Some(2), ""), "{arguments:?}");
    }
    assert_eq!(place.messages().await, UNTOUCHED);

    let (code, did, why) = place.told(&["outbox", "drop", &one, &waiting]);
    assert_eq!(
        (code, did.as_str(), why),
        (Some(3), "1 deleted", unknown(4))
    );
    let all = ["outbox", "drop", "--all", "--topic", "password.forgotten"];
    let (code, did, why) = place.told(&all);
    assert_eq!(
        (code, did.as_str(), why.as_str()),
        (Some(0), "1 deleted", "")
    );
    assert_eq!(place.messages().await, ["3 dead 20 3", "4 ready 20 3"]);
}

#[tokio::test]
async fn webhooks_that_were_set_aside_are_listed_and_retried() {
    let mut place = Place::new().await;

    let list = place.list(&["webhooks", "list"]);
    assert_eq!(list.len(), 2);
    let mut first = list[0].clone();
    for moment in ["received_at", "age_seconds"] {
        assert!(!first[moment].is_null());
        first.as_object_mut().unwrap().remove(moment);
    }
    assert_eq!(
        first,
        json!({
            "id": "evt_1",
            "tenant_id": tenant(1).to_string(),
            "type": "refund.updated",
            "attempts": 12,
            "last_error": "not understood",
        })
    );
    for narrowed in [["--type", "charge.updated"], ["--topic", "charge.updated"]] {
        let list = place.list(&[&["webhooks", "list"], &narrowed[..]].concat());
        assert_eq!(list[0]["id"], "evt_2");
        assert_eq!(list.len(), 1);
    }
    let (_, table, _) = place.told(&["webhooks", "list", "--tenant", "aurora"]);
    let row = table.lines().nth(1).unwrap();
    assert!(
        row.ends_with("  12        3 d ago   not understood"),
        "{row}"
    );

    let (code, did, why) = place.told(&["webhooks", "retry", "evt_1", "evt_3", "evt_9"]);
    assert_eq!((code, did.as_str()), (Some(3), "1 will be applied again"));
    let unknown =
        ["evt_3", "evt_9"].map(|id| format!("{id}: no webhook with this id was set aside"));
    assert_eq!(why.lines().collect::<Vec<_>>(), unknown);
    let (code, _, why) = place.told(&["webhooks", "retry", "evt_3"]);
    assert_eq!((code, why.as_str()), (Some(2), unknown[0].as_str()));
    let one = ["evt_1 received 0", "evt_2 quarantined 1", "evt_3 applied 1"];
    assert_eq!(place.webhooks().await, one);

    let (code, did, _) = place.told(&["webhooks", "retry", "--all"]);
    assert_eq!((code, did.as_str()), (Some(0), "1 will be applied again"));
    let both = ["evt_1 received 0", "evt_2 received 0", "evt_3 applied 1"];
    assert_eq!(place.webhooks().await, both);
    let (code, _, why) = place.told(&["webhooks", "retry", "--all"]);
    assert_eq!(
        (code, why.as_str()),
        (Some(2), "nothing that was set aside matches")
    );
}
