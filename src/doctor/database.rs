//! The database: whether it answers each role, what the role may do, the schema, and the clock.

use std::time::Duration;

use db::{Db, DbError, OperatorDb, PoolOptions, RelayDb, Schema};
use kernel::ports::{Clock, SystemClock};

use super::Patient;
use super::finding::{Finding, clocks};

const APP: &str = "DATABASE_URL";
const RELAY: &str = "DATABASE_RELAY_URL";
const OPERATOR: &str = "DATABASE_OPERATOR_URL";

const OPTIONS: PoolOptions = PoolOptions {
    max: 1,
    acquire_timeout: Duration::from_secs(5),
};

pub(super) async fn look(patient: &Patient) -> Vec<Finding> {
    let settings = &patient.settings.database;
    let mut findings = Vec::new();
    if patient.has(&[APP]) {
        match Db::connect(settings.app_url.expose(), OPTIONS) {
            Ok(db) => {
                findings.push(role(APP, db.check_role().await));
                findings.extend(schema_and_clock(&db).await);
                db.close().await;
            }
            Err(error) => findings.push(unreadable(APP, &error)),
        }
    }
    if patient.has(&[RELAY]) {
        match RelayDb::connect(settings.relay_url.expose(), OPTIONS) {
            Ok(relay) => {
                findings.push(role(RELAY, relay.check_role().await));
                relay.close().await;
            }
            Err(error) => findings.push(unreadable(RELAY, &error)),
        }
    }
    if patient.has(&[OPERATOR]) {
        match OperatorDb::connect(settings.operator_url.expose(), OPTIONS) {
            Ok(operator) => {
                findings.push(role(OPERATOR, operator.check_role().await));
                operator.close().await;
            }
            Err(error) => findings.push(unreadable(OPERATOR, &error)),
        }
    }
    findings
}

fn unreadable(setting: &'static str, error: &DbError) -> Finding {
    Finding::fail(setting, error.to_string()).advise("correct the address")
}

fn role(setting: &'static str, checked: Result<Result<(), String>, DbError>) -> Finding {
    match checked {
        Ok(Ok(())) => Finding::ok(
            setting,
            "reached, as a role that can do no more than it must",
        ),
        Ok(Err(why)) => Finding::fail(setting, why).advise(
            "give the setting the address of its own role; deploy/roles.sql makes the roles, and \
             docs/OPERATIONS.md#database-roles confines them",
        ),
        Err(error) => Finding::fail(setting, kernel::chain(&error)).advise(
            "see that PostgreSQL runs, that this machine reaches it, and that the address and the \
             password are right",
        ),
    }
}

/// Nothing when the database does not answer, which the role's finding has told.
async fn schema_and_clock(db: &Db) -> Vec<Finding> {
    let Ok(mut directory) = db.directory().await else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    match directory.schema().await {
        Ok(found) => findings.push(schema(&found)),
        Err(error) => findings.push(Finding::fail("schema", kernel::chain(&error))),
    }
    match directory.clock().await {
        Ok(theirs) => findings.push(clocks(
            "database clock",
            theirs,
            SystemClock.now(),
            time::Duration::ZERO,
        )),
        Err(error) => findings.push(Finding::fail("database clock", kernel::chain(&error))),
    }
    findings
}

fn schema(found: &Schema) -> Finding {
    match (found.check(), found.applied) {
        (Err(why), _) => Finding::fail("schema", why)
            .advise("run stoa migrate with DATABASE_OWNER_URL; until then no process gets ready"),
        (Ok(()), Some(applied)) if found.is_ahead() => Finding::warn(
            "schema",
            format!(
                "has version {applied}; this program knows {}, and works on it",
                found.newest
            ),
        )
        .advise("deploy the release that made it, unless you have just gone back"),
        (Ok(()), _) => Finding::ok("schema", format!("has version {}", found.newest)),
    }
}
