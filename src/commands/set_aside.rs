//! What the commands for messages and webhooks that were set aside have in common.

use std::fmt::Write;
use std::sync::Arc;

use clap::Args;
use db::{Db, DbError, PoolOptions, RelayDb};
use domain::tenancy::Tenancy;
use kernel::ids::TenantId;
use kernel::ports::SystemClock;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::{CommandError, env_beside_dev, say};
use crate::app::{check_app, check_relay};
use crate::settings;

/// How many rows one statement changes.
pub(super) const AT_ONCE: usize = 1000;

/// What narrows the choice.
#[derive(Debug, Clone, Args)]
pub(super) struct Narrowed {
    /// Only those of this tenant: its slug or its id
    #[arg(long)]
    pub(super) tenant: Option<String>,
    /// Only those of this topic (of a webhook: this type)
    #[arg(long, visible_alias = "type")]
    pub(super) topic: Option<String>,
}

/// How a list is told.
#[derive(Debug, Clone, Args)]
pub(super) struct Listing {
    #[command(flatten)]
    pub(super) narrowed: Narrowed,
    /// The most to list; those of longest ago come first
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(i64).range(1..))]
    pub(super) limit: i64,
    /// Write a JSON array
    #[arg(long)]
    pub(super) json: bool,
}

/// The database, as the two roles that these commands need.
pub(super) struct Connected {
    db: Db,
    pub(super) relay: RelayDb,
}

impl Connected {
    /// Connects with the settings of the environment: `DATABASE_URL` and `DATABASE_RELAY_URL`.
    pub(super) async fn open() -> Result<Self, CommandError> {
        let mut env = env_beside_dev();
        let (app, relay) = (settings::app_url(&mut env), settings::relay_url(&mut env));
        env.finish()?;
        let unusable = |setting: &'static str| {
            move |why: DbError| CommandError::Unusable(format!("{setting}: {why}"))
        };
        let options = PoolOptions::default();
        let db = Db::connect(app.expose(), options).map_err(unusable("DATABASE_URL"))?;
        let relay =
            RelayDb::connect(relay.expose(), options).map_err(unusable("DATABASE_RELAY_URL"))?;
        check_app(&db).await.map_err(CommandError::check_failed)?;
        check_relay(&relay)
            .await
            .map_err(CommandError::check_failed)?;
        Ok(Self { db, relay })
    }

    /// The tenant that `--tenant` names, if it names one.
    pub(super) async fn tenant(&self, named: &Narrowed) -> Result<Option<TenantId>, CommandError> {
        let Some(name) = &named.tenant else {
            return Ok(None);
        };
        let found = Tenancy::new(self.db.clone(), Arc::new(SystemClock))
            .find_tenant(name)
            .await
            .map_err(|why| CommandError::failed("--tenant", why))?;
        match found {
            Some(tenant_id) => Ok(Some(tenant_id)),
            None => Err(CommandError::Unusable(format!(
                "--tenant: there is no tenant {name}"
            ))),
        }
    }

    pub(super) async fn close(self) {
        self.db.close().await;
        self.relay.close().await;
    }
}

/// Tells what was done, and ends with what could not be: in part, or nothing at all.
pub(super) fn conclude(done: usize, did: &str, refused: &[String]) -> Result<(), CommandError> {
    if done == 0 {
        return Err(CommandError::Unusable(if refused.is_empty() {
            "nothing that was set aside matches".to_owned()
        } else {
            refused.join("\n")
        }));
    }
    say(&format!("{done} {did}"));
    if refused.is_empty() {
        Ok(())
    } else {
        Err(CommandError::Incomplete(refused.join("\n")))
    }
}

/// Lists rows under their headings, each column as wide as it must be.
pub(super) fn table<const N: usize>(headings: [&str; N], rows: &[[String; N]]) -> String {
    let mut widths = headings.map(|heading| heading.chars().count());
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let headings = headings.map(str::to_owned);
    let mut text = String::new();
    for row in std::iter::once(&headings).chain(rows) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            // Writing to a string cannot fail.
            let _ = write!(line, "{cell:width$}  ");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.trim_end().to_owned()
}

/// Text of somebody else's on one line of a terminal.
pub(super) fn plain(text: Option<&str>) -> String {
    let text = text.unwrap_or_default();
    let is_unfit = |letter: char| letter.is_control();
    text.replace(is_unfit, " ")
}

/// `40 s`, `12 min`, `5 h`, `3 d`.
pub(super) fn age(seconds: i64) -> String {
    match seconds {
        ..60 => format!("{seconds} s"),
        60..3600 => format!("{} min", seconds / 60),
        3600..86400 => format!("{} h", seconds / 3600),
        _ => format!("{} d", seconds / 86400),
    }
}

/// A moment as JSON has it.
pub(super) fn moment(at: OffsetDateTime) -> Option<String> {
    at.format(&Rfc3339).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_have_the_largest_unit_that_fits() {
        let told = [0, 59, 60, 3599, 3600, 86399, 86400, 864_000].map(age);
        let expected = [
            "0 s", "59 s", "1 min", "59 min", "1 h", "23 h", "1 d", "10 d",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [
            ["ü".to_owned(), "1".to_owned()],
            ["long".to_owned(), String::new()],
        ];
        assert_eq!(table(["A", "B"], &rows), "A     B\nü     1\nlong");
        assert_eq!(plain(Some("a\nb\u{1b}[31m")), "a b [31m");
    }
}
