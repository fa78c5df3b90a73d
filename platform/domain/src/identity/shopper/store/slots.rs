//! When an address was last sent an e-mail that anybody can request.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ports::Ids;
use time::OffsetDateTime;

use crate::identity::shopper::mailing::{MAIL_INTERVAL, Purpose};

/// Takes the place of an e-mail to an address; `false` when one was sent a moment ago. An address
/// that has an account has one place for every purpose that leads to a new password.
/// Any other has one for each, and so has every address for what is about no account of its own: none keeps
/// another from being sent.
pub(crate) async fn take(
    tx: &mut TenantTx,
    email: &Email,
    purpose: Purpose,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into mail_slots (tenant_id, address_hash, purpose, taken_at, expires_at)
         values ($1, $2,
                 case when $4 in ('sign_up', 'reset') and exists (select from users where tenant_id = $1 and email = $3)
                      then 'owner' else $4 end,
                 $5, $6)
         on conflict (tenant_id, address_hash, purpose) do update
            set taken_at = excluded.taken_at, expires_at = excluded.expires_at
          where mail_slots.expires_at <= excluded.taken_at",
    )
    .bind(tx.tenant_id())
    .bind(Ids::token_hash(email.as_str()))
    .bind(email.as_str())
    .bind(purpose)
    .bind(now)
    .bind(now + MAIL_INTERVAL)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
