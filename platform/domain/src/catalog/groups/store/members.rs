//! Who is in a group.

use db::{DbError, TenantTx};
use kernel::ids::{CustomerGroupId, UserId};
use time::OffsetDateTime;

use crate::catalog::groups::GroupMember;

pub(in crate::catalog::groups) async fn members(
    tx: &mut TenantTx,
    id: CustomerGroupId,
    after: Option<UserId>,
    limit: i64,
) -> Result<Vec<GroupMember>, DbError> {
    Ok(sqlx::query_as(
        "select m.user_id as customer_id, u.email, m.added_at
           from customer_group_members m
           join users u on u.tenant_id = $1 and u.id = m.user_id
          where m.tenant_id = $1 and m.group_id = $2 and ($3::uuid is null or m.user_id > $3)
          order by m.user_id
          limit $4",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(after)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?)
}

/// Which of these accounts there are. They are not deleted until the transaction ends.
pub(in crate::catalog::groups) async fn known_customers(
    tx: &mut TenantTx,
    customers: &[UserId],
) -> Result<Vec<UserId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from users where tenant_id = $1 and id = any($2) order by id for key share",
    )
    .bind(tx.tenant_id())
    .bind(customers)
    .fetch_all(tx.conn())
    .await?)
}

pub(in crate::catalog::groups) async fn add_members(
    tx: &mut TenantTx,
    id: CustomerGroupId,
    customers: &[UserId],
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into customer_group_members (tenant_id, group_id, user_id, added_at)
         select $1, $2, made.user_id, $4 from unnest($3::uuid[]) as made (user_id)
         on conflict do nothing",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(customers)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::catalog::groups) async fn remove_member(
    tx: &mut TenantTx,
    id: CustomerGroupId,
    customer: UserId,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "delete from customer_group_members where tenant_id = $1 and group_id = $2 and user_id = $3",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(customer)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(in crate::catalog::groups) async fn names_of(
    tx: &mut TenantTx,
    customer: UserId,
) -> Result<Vec<String>, DbError> {
    Ok(sqlx::query_scalar(
        "select g.name
           from customer_group_members m
           join customer_groups g on g.tenant_id = $1 and g.id = m.group_id
          where m.tenant_id = $1 and m.user_id = $2
          order by lower(g.name)",
    )
    .bind(tx.tenant_id())
    .bind(customer)
    .fetch_all(tx.conn())
    .await?)
}
