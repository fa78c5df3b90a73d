//! Holds what tests change against the audit log: each operation that changed something is in it.

use std::collections::BTreeMap;
use std::sync::Mutex;

use kernel::ids::RequestId;
use reqwest::{Method, Url};
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use super::{System, contract};

/// A request that succeeded: the port it was sent to, its operation and its id.
type Change = (u16, &'static str, Uuid);

/// Each test is a process of its own, and may have several systems.
static CHANGES: Mutex<Vec<Change>> = Mutex::new(Vec::new());

/// Operations that succeed without a change of a table that is recorded: one asks for a letter, whose link the worker
/// makes, one only tells what a refund would do; the others are about the caller's own sessions, password and second
/// factor, or the way to another tenant.
const WITHOUT: &[&str] = &[
    "admin_send_customer_password_reset",
    "admin_end_session",
    "admin_end_other_sessions",
    "admin_change_password",
    "admin_begin_second_factor",
    "admin_confirm_second_factor",
    "admin_remove_second_factor",
    "admin_renew_recovery_codes",
    "admin_step_up",
    "admin_create_tenant_switch",
    "operator_begin_second_factor",
    "operator_confirm_second_factor",
    "operator_remove_second_factor",
    "operator_renew_recovery_codes",
    "admin_preview_refund",
];

/// Notes a request that succeeded and changed something for staff, programs or operators.
pub(super) fn note(method: &Method, url: &Url, request_id: Option<&str>) {
    let operation = contract::recorded(method.as_str(), url.path());
    let id = request_id.and_then(|id| id.parse::<RequestId>().ok());
    if let (Some(operation), Some(id), Some(port)) = (operation, id, url.port()) {
        CHANGES.lock().unwrap().push((port, operation, id.uuid()));
    }
}

impl System {
    /// Fails when an operation that succeeded here left nothing in the audit log. Of several requests one is
    /// enough: asking again changes nothing.
    pub(super) async fn changes_are_recorded(&self) {
        let mut by_operation: BTreeMap<&str, Vec<Uuid>> = BTreeMap::new();
        for &(port, operation, id) in CHANGES.lock().unwrap().iter() {
            if port == self.address.port() && !WITHOUT.contains(&operation) {
                by_operation.entry(operation).or_default().push(id);
            }
        }
        let mut superuser = PgConnection::connect(&self.db.superuser_url())
            .await
            .unwrap();
        for (operation, ids) in by_operation {
            let found: bool = sqlx::query_scalar(
                "select exists (select from audit_entries
                                 where request_id = any($1) and operation = $2)",
            )
            .bind(&ids)
            .bind(operation)
            .fetch_one(&mut superuser)
            .await
            .unwrap();
            assert!(
                found,
                "{operation} changed something and nothing was recorded"
            );
        }
    }
}
