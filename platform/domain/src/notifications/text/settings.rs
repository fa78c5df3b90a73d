//! What a tenant wants of its text messages.

use kernel::{Caller, FieldFault, Permission};
use time::{OffsetDateTime, Time};

use super::store;
use crate::notifications::{NotificationError, Notifications};

/// The longest name of a time zone.
const ZONE_MAX: usize = 64;
/// The highest limit.
const MOST_SEGMENTS: i32 = 1_000_000;

/// Settings of a tenant's text messages.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SmsSettings {
    /// Whether any are sent.
    pub is_enabled: bool,
    /// From when on none are sent, by the tenant's clock; with `quiet_until`, or neither.
    pub quiet_from: Option<Time>,
    /// Until when.
    pub quiet_until: Option<Time>,
    /// The IANA name of the zone that quiet hours and months are in.
    pub time_zone: String,
    /// How many segments a calendar month may have.
    pub monthly_segment_limit: i32,
}

/// Of a tenant that has never changed them.
impl Default for SmsSettings {
    fn default() -> Self {
        Self {
            is_enabled: false,
            quiet_from: Time::from_hms(21, 0, 0).ok(),
            quiet_until: Time::from_hms(8, 0, 0).ok(),
            time_zone: "UTC".to_owned(),
            monthly_segment_limit: 1000,
        }
    }
}

/// Settings as the console sent them.
#[derive(Debug, Clone)]
pub struct SmsSettingsDraft {
    /// Whether any are sent.
    pub is_enabled: bool,
    /// As `HH:MM`.
    pub quiet_from: Option<String>,
    /// As `HH:MM`.
    pub quiet_until: Option<String>,
    /// The name of a time zone.
    pub time_zone: String,
    /// How many segments a calendar month may have.
    pub monthly_segment_limit: i32,
}

impl SmsSettingsDraft {
    fn parse(self) -> Result<SmsSettings, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut fault = |pointer: &str, code, rule: &str| {
            faults.push(FieldFault::new(pointer.to_owned(), code, rule));
        };
        let mut hour = |pointer, text: Option<&str>| {
            let text = text?;
            let time = parse_time(text);
            if time.is_none() {
                fault(pointer, "malformed", "a time of day such as 21:00");
            }
            time
        };
        let quiet_from = hour("/quiet_from", self.quiet_from.as_deref());
        let quiet_until = hour("/quiet_until", self.quiet_until.as_deref());
        match (&self.quiet_from, &self.quiet_until) {
            (Some(_), None) => fault("/quiet_until", "required", "the end of the quiet hours"),
            (None, Some(_)) => fault("/quiet_from", "required", "the start of the quiet hours"),
            _ if quiet_from.is_some() && quiet_from == quiet_until => {
                let rule = "another time than quiet_from; leave both out to send at any time";
                fault("/quiet_until", "malformed", rule);
            }
            _ => {}
        }
        if !is_zone_name(&self.time_zone) {
            fault("/time_zone", "unknown", ZONE_RULE);
        }
        if !(0..=MOST_SEGMENTS).contains(&self.monthly_segment_limit) {
            let rule = "0 to 1000000 segments";
            fault("/monthly_segment_limit", "out_of_range", rule);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(SmsSettings {
            is_enabled: self.is_enabled,
            quiet_from,
            quiet_until,
            time_zone: self.time_zone,
            monthly_segment_limit: self.monthly_segment_limit,
        })
    }
}

const ZONE_RULE: &str = "the IANA name of a time zone, such as Europe/Berlin, or UTC";

impl Notifications {
    /// The tenant's settings, and how many segments this month has had.
    pub async fn sms_settings(
        &self,
        caller: &Caller,
    ) -> Result<(SmsSettings, i64), NotificationError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let settings = store::settings(&mut tx).await?.unwrap_or_default();
        let used = store::used(&mut tx, self.clock.now(), &settings.time_zone).await?;
        Ok((settings, used))
    }

    /// Replaces the tenant's settings.
    pub async fn set_sms_settings(
        &self,
        caller: &Caller,
        draft: SmsSettingsDraft,
    ) -> Result<(SmsSettings, i64), NotificationError> {
        caller.require(Permission::StorefrontWrite)?;
        let settings = draft.parse().map_err(NotificationError::Invalid)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::has_zone(&mut tx, &settings.time_zone).await? {
            let fault = FieldFault::new("/time_zone", "unknown", ZONE_RULE);
            return Err(NotificationError::Invalid(vec![fault]));
        }
        store::put_settings(&mut tx, &settings).await?;
        let used = store::used(&mut tx, self.clock.now(), &settings.time_zone).await?;
        tx.commit().await?;
        Ok((settings, used))
    }
}

/// When the quiet hours end, if it is one now.
pub(super) async fn quiet_end(
    tx: &mut db::TenantTx,
    settings: &SmsSettings,
    now: OffsetDateTime,
) -> Result<Option<OffsetDateTime>, db::DbError> {
    match (settings.quiet_from, settings.quiet_until) {
        (Some(from), Some(until)) => {
            store::quiet_end(tx, now, (from, until), &settings.time_zone).await
        }
        _ => Ok(None),
    }
}

/// Whether it could be the name of a zone; the database knows which there are.
fn is_zone_name(name: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || "_+-/".contains(c);
    (1..=ZONE_MAX).contains(&name.len()) && name.chars().all(is_sign)
}

/// Two digits, a colon and two digits.
fn parse_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let number = |digits: &str| {
        let is_number = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| digits.parse::<u8>().ok()).flatten()
    };
    Time::from_hms(number(hour)?, number(minute)?, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_has_four_digits() {
        let time = |hour, minute| Time::from_hms(hour, minute, 0).ok();
        assert_eq!(parse_time("00:00"), time(0, 0));
        assert_eq!(parse_time("23:59"), time(23, 59));
        for text in [
            "", "24:00", "12:60", "8:00", "08:0", "08-00", "08:00:00", "+8:00",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }
}
