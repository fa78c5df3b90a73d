//! Every statement about customers as the staff sees them.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::UserId;
use time::OffsetDateTime;

use super::{Customer, CustomerChange, ListCustomers};
use crate::identity::shopper::Profile;

/// What sorts behind every text that begins alike.
const LAST: char = char::MAX;

#[derive(sqlx::FromRow)]
struct CustomerRow {
    id: UserId,
    email: Email,
    first_name: String,
    last_name: String,
    note: String,
    blocked_at: Option<OffsetDateTime>,
    created_at: OffsetDateTime,
}

impl From<CustomerRow> for Customer {
    fn from(row: CustomerRow) -> Self {
        Self {
            id: row.id,
            email: row.email,
            profile: Profile {
                first_name: row.first_name,
                last_name: row.last_name,
            },
            note: row.note,
            blocked_at: row.blocked_at,
            created_at: row.created_at,
        }
    }
}

/// Customers, those who signed up last first, `limit` of them.
///
/// Planned anew each time: a filter that is not given falls away, and an index of one that is is used.
pub(super) async fn list(
    tx: &mut TenantTx,
    query: &ListCustomers,
    limit: i64,
) -> Result<Vec<Customer>, DbError> {
    let from = query.search.as_deref().map(str::to_lowercase);
    let to = from.as_ref().map(|from| format!("{from}{LAST}"));
    let rows: Vec<CustomerRow> = sqlx::query_as(
        "select id, email, first_name, last_name, note, blocked_at, created_at
           from users
          where tenant_id = $1 and ($2::uuid is null or id < $2)
            and ($4::boolean is null or (blocked_at is not null) = $4)
            and ($5::text is null
                 or (email collate \"C\" >= $5 and email collate \"C\" < $6)
                 or (lower(first_name) collate \"C\" >= $5 and lower(first_name) collate \"C\" < $6)
                 or (lower(last_name) collate \"C\" >= $5 and lower(last_name) collate \"C\" < $6))
          order by id desc
          limit $3",
    )
    .persistent(false)
    .bind(tx.tenant_id())
    .bind(query.after)
    .bind(limit)
    .bind(query.is_blocked)
    .bind(from)
    .bind(to)
    .fetch_all(tx.planning_anew().await?)
    .await?;
    Ok(rows.into_iter().map(Customer::from).collect())
}

pub(super) async fn find(tx: &mut TenantTx, id: UserId) -> Result<Option<Customer>, DbError> {
    let row: Option<CustomerRow> = sqlx::query_as(
        "select id, email, first_name, last_name, note, blocked_at, created_at
           from users where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Customer::from))
}

/// Who is blocked already stays so since when they were.
pub(super) async fn change(
    tx: &mut TenantTx,
    id: UserId,
    change: &CustomerChange,
    now: OffsetDateTime,
) -> Result<Option<Customer>, DbError> {
    let row: Option<CustomerRow> = sqlx::query_as(
        "update users
            set first_name = coalesce($3, first_name), last_name = coalesce($4, last_name),
                note = coalesce($5, note),
                blocked_at = case when $6::boolean is null then blocked_at
                                  when $6 then coalesce(blocked_at, $7) end
          where tenant_id = $1 and id = $2
         returning id, email, first_name, last_name, note, blocked_at, created_at",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(&change.profile.first_name)
    .bind(&change.profile.last_name)
    .bind(&change.note)
    .bind(change.is_blocked)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Customer::from))
}

/// Whether the account of an address is blocked.
pub(crate) async fn is_blocked(tx: &mut TenantTx, email: &Email) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from users
                         where tenant_id = $1 and email = $2 and blocked_at is not null)",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .fetch_one(tx.conn())
    .await?)
}
