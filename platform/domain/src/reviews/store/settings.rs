//! What a tenant wants of its reviews.

use db::{DbError, TenantTx};

use crate::reviews::ReviewSettings;

/// The tenant's settings, or those of a tenant that has never changed them.
pub(in crate::reviews) async fn settings(tx: &mut TenantTx) -> Result<ReviewSettings, DbError> {
    let found: Option<ReviewSettings> = sqlx::query_as(
        "select is_moderated, sends_invitations, invitation_delay_days, edit_window_days
           from review_settings where tenant_id = $1",
    )
    .bind(tx.tenant_id())
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.unwrap_or_default())
}

pub(in crate::reviews) async fn put_settings(
    tx: &mut TenantTx,
    settings: &ReviewSettings,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into review_settings
                (tenant_id, is_moderated, sends_invitations, invitation_delay_days, edit_window_days)
         values ($1, $2, $3, $4, $5)
         on conflict (tenant_id) do update
            set is_moderated = excluded.is_moderated,
                sends_invitations = excluded.sends_invitations,
                invitation_delay_days = excluded.invitation_delay_days,
                edit_window_days = excluded.edit_window_days",
    )
    .bind(tx.tenant_id())
    .bind(settings.is_moderated)
    .bind(settings.sends_invitations)
    .bind(settings.invitation_delay_days)
    .bind(settings.edit_window_days)
    .execute(tx.conn())
    .await?;
    Ok(())
}
