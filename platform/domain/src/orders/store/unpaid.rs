//! Orders that hold stock back and are not paid yet.

use db::{DbError, TenantTx};
use kernel::contact::Email;

/// How many orders of a client, or of an e-mail address, wait to be paid, and the units in them. With
/// `locks` nobody else of the same client or address counts until the commit.
pub(crate) async fn unpaid(
    tx: &mut TenantTx,
    client: Option<&[u8]>,
    email: &Email,
    locks: bool,
) -> Result<(i64, i64), DbError> {
    if locks {
        let tenant_id = tx.tenant_id();
        let client = hex::encode(client.unwrap_or_default());
        let names = [email.as_str(), &client].map(|name| format!("unpaid/{tenant_id}/{name}"));
        // In one order for everybody, so that two cannot wait for each other.
        sqlx::query(
            "select pg_advisory_xact_lock(place)
               from (select distinct hashtextextended(name, 0) as place
                       from unnest($1::text[]) as name
                      order by 1) places",
        )
        .bind(&names[..])
        .execute(tx.conn())
        .await?;
    }
    Ok(sqlx::query_as(
        "select count(distinct o.id), coalesce(sum(l.quantity), 0)::bigint
           from orders o
           join order_lines l on l.tenant_id = o.tenant_id and l.order_id = o.id
          where o.tenant_id = $1 and o.status = 'pending_payment'
            and (o.client = $2 or o.email = $3)",
    )
    .bind(tx.tenant_id())
    .bind(client)
    .bind(email.as_str())
    .fetch_one(tx.conn())
    .await?)
}
