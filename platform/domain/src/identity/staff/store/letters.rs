//! Every statement about letters that staff do not want.

use db::{DbError, TenantTx};
use kernel::ids::StaffId;

use crate::identity::staff::letters::StaffLetter;

pub(in crate::identity::staff) async fn muted(
    tx: &mut TenantTx,
    staff_id: StaffId,
) -> Result<Vec<StaffLetter>, DbError> {
    Ok(sqlx::query_scalar(
        "select letter from muted_letters where tenant_id = $1 and staff_id = $2 order by letter",
    )
    .bind(tx.tenant_id())
    .bind(staff_id)
    .fetch_all(tx.conn())
    .await?)
}

pub(in crate::identity::staff) async fn mute(
    tx: &mut TenantTx,
    staff_id: StaffId,
    letters: &[StaffLetter],
) -> Result<(), DbError> {
    let letters: Vec<&str> = letters.iter().map(|letter| letter.name()).collect();
    sqlx::query(
        "with wanted as (
           delete from muted_letters
            where tenant_id = $1 and staff_id = $2 and not letter = any ($3)
         )
         insert into muted_letters (tenant_id, staff_id, letter)
         select $1, $2, letter from unnest($3::text[]) as muted (letter)
             on conflict do nothing",
    )
    .bind(tx.tenant_id())
    .bind(staff_id)
    .bind(letters)
    .execute(tx.conn())
    .await?;
    Ok(())
}
