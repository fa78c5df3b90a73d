//! What a tenant wants of its reviews.

use kernel::{Caller, FieldFault, Permission};
use time::Duration;

use super::{ReviewError, Reviews, store};

/// Settings of a tenant's reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct ReviewSettings {
    /// Whether reviews wait for the staff before they are published.
    pub is_moderated: bool,
    /// Whether shoppers are written to, once for each order, and asked for reviews.
    pub sends_invitations: bool,
    /// How many days after the delivery that is, 0 to 90.
    pub invitation_delay_days: i32,
    /// For how many days authors may change their reviews, 0 to 365.
    pub edit_window_days: i32,
}

/// Of a tenant that has never changed them. No letters: in some countries they need the shopper's consent, and
/// whether there is one, the tenant knows.
impl Default for ReviewSettings {
    fn default() -> Self {
        Self {
            is_moderated: true,
            sends_invitations: false,
            invitation_delay_days: 7,
            edit_window_days: 30,
        }
    }
}

impl ReviewSettings {
    pub(super) fn edit_window(&self) -> Duration {
        Duration::days(self.edit_window_days.into())
    }

    pub(super) fn invitation_delay(&self) -> Duration {
        Duration::days(self.invitation_delay_days.into())
    }

    fn check(&self) -> Result<(), ReviewError> {
        let mut faults = Vec::new();
        for (pointer, days, most) in [
            ("/invitation_delay_days", self.invitation_delay_days, 90),
            ("/edit_window_days", self.edit_window_days, 365),
        ] {
            if !(0..=most).contains(&days) {
                let rule = format!("0 to {most} days");
                faults.push(FieldFault::new(pointer, "out_of_range", rule));
            }
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(ReviewError::Invalid(faults))
        }
    }
}

impl Reviews {
    /// The tenant's settings.
    pub async fn settings(&self, caller: &Caller) -> Result<ReviewSettings, ReviewError> {
        caller.require(Permission::ReviewsRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::settings(&mut tx).await?)
    }

    /// Replaces the tenant's settings. Reviews and invitations that exist keep what they were given.
    pub async fn set_settings(
        &self,
        caller: &Caller,
        settings: ReviewSettings,
    ) -> Result<(), ReviewError> {
        caller.require(Permission::ReviewsModerate)?;
        settings.check()?;
        let mut tx = self.db.begin(caller).await?;
        store::put_settings(&mut tx, &settings).await?;
        Ok(tx.commit().await?)
    }
}
