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
    email_verified_at: Option<OffsetDateTime>,
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
            email_verified_at: row.email_verified_at,
            created_at: row.created_at,
        }
    }
}

const LIST: &str =
    "select id, email, first_name, last_name, note, blocked_at, email_verified_at, created_at
       from users
      where tenant_id = $1 and ($2::uuid is null or id < $2)
        and ($4::boolean is null or (blocked_at is not null) = $4)
      order by id desc
      limit $3";

/// Those who are found in one of five ways; each is an index.
const SEARCH: &str =
    "select id, email, first_name, last_name, note, blocked_at, email_verified_at, created_at
       from users
      where tenant_id = $1 and ($2::uuid is null or id < $2)
        and ($4::boolean is null or (blocked_at is not null) = $4)
        and id in (select e.id from users e
                    where e.tenant_id = $1 and e.email collate \"C\" >= $5
                      and e.email collate \"C\" < $6
                   union all
                   select n.id from users n
                    where n.tenant_id = $1 and n.name_key >= $5 and n.name_key < $6
                   union all
                   select l.id from users l
                    where l.tenant_id = $1 and l.last_name_key >= $5 and l.last_name_key < $6
                   union all
                   select a.user_id from addresses a where a.tenant_id = $1 and a.phone_key = $7
                   union all
                   select o.user_id from orders o where o.tenant_id = $1 and o.number = $8)
      order by id desc
      limit $3";

/// Customers, those who signed up last first, `limit` of them.
///
/// Planned anew each time: a filter that is not given falls away, and an index of one that is is used.
pub(super) async fn list(
    tx: &mut TenantTx,
    query: &ListCustomers,
    limit: i64,
) -> Result<Vec<Customer>, DbError> {
    let mut rows = sqlx::query_as(if query.search.is_some() { SEARCH } else { LIST })
        .persistent(false)
        .bind(tx.tenant_id())
        .bind(query.after)
        .bind(limit)
        .bind(query.is_blocked);
    if let Some(search) = &query.search {
        let from = search
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        let to = format!("{from}{LAST}");
        let number: Option<i64> = search.trim_start_matches('#').parse().ok();
        rows = rows
            .bind(from)
            .bind(to)
            .bind(kernel::contact::phone_key(search))
            .bind(number);
    }
    let rows: Vec<CustomerRow> = rows.fetch_all(tx.planning_anew().await?).await?;
    Ok(rows.into_iter().map(Customer::from).collect())
}

pub(super) async fn find(tx: &mut TenantTx, id: UserId) -> Result<Option<Customer>, DbError> {
    let row: Option<CustomerRow> = sqlx::query_as(
        "select id, email, first_name, last_name, note, blocked_at, email_verified_at, created_at
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
         returning id, email, first_name, last_name, note, blocked_at, email_verified_at, created_at",
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
