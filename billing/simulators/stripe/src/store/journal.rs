//! The append-only file behind the state: one line per answered request, holding every row the
//! request changed. A line is written whole before the answer goes out, so a killed process loses
//! nothing that was answered; a torn last line was never answered.

use std::{
    fs::{File, OpenOptions},
    io::{BufRead, BufReader, BufWriter, Write},
    path::Path,
};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::rows::{
    Account, Charge, Endpoint, Event, Intent, Kept, Link, Refund, Reversal, Transaction, Transfer,
};

/// The rows that one request changed.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Entry {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) accounts: Vec<Account>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) links: Vec<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) endpoints: Vec<Endpoint>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) intents: Vec<Intent>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) charges: Vec<Charge>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) refunds: Vec<Refund>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) transfers: Vec<Transfer>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) reversals: Vec<Reversal>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) transactions: Vec<Transaction>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) events: Vec<Event>,
    /// Event and endpoint of each delivery that was acknowledged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) delivered: Vec<(String, String)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) kept: Vec<Kept>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) clock_advance: Option<i64>,
}

impl Entry {
    /// Whether nothing changed.
    fn is_empty(&self) -> bool {
        self.clock_advance.is_none()
            && self.accounts.is_empty()
            && self.links.is_empty()
            && self.endpoints.is_empty()
            && self.intents.is_empty()
            && self.charges.is_empty()
            && self.refunds.is_empty()
            && self.transfers.is_empty()
            && self.reversals.is_empty()
            && self.transactions.is_empty()
            && self.events.is_empty()
            && self.delivered.is_empty()
            && self.kept.is_empty()
    }
}

/// The file, open for appending; or nothing, when all stays in memory.
pub(crate) struct Journal(Option<File>);

impl Journal {
    pub(crate) fn none() -> Self {
        Self(None)
    }

    /// Whether lines are kept at all.
    pub(crate) fn is_kept(&self) -> bool {
        self.0.is_some()
    }

    /// Appends one line in one write.
    pub(crate) fn append(&mut self, entry: &Entry) -> anyhow::Result<()> {
        let Some(file) = &mut self.0 else {
            return Ok(());
        };
        if entry.is_empty() {
            return Ok(());
        }
        let mut line = serde_json::to_vec(entry)?;
        line.push(b'\n');
        file.write_all(&line)
            .context("the journal could not be written")
    }

    /// Empties the file.
    pub(crate) fn clear(&mut self) -> anyhow::Result<()> {
        if let Some(file) = &mut self.0 {
            file.set_len(0)
                .context("the journal could not be emptied")?;
        }
        Ok(())
    }
}

/// Reads every whole line of a journal, oldest first. A damaged line is an error unless it is last.
pub(crate) fn read(path: &Path, mut each: impl FnMut(Entry)) -> anyhow::Result<()> {
    if !path.exists() {
        return Ok(());
    }
    let place = path.display();
    let file = File::open(path).with_context(|| format!("{place} cannot be read"))?;
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    let mut number = 0_u64;
    while reader.read_until(b'\n', &mut line)? > 0 {
        number = number.saturating_add(1);
        let whole = line.ends_with(b"\n");
        match serde_json::from_slice(&line) {
            Ok(entry) => each(entry),
            Err(_) if !whole => tracing::warn!("the torn last line of {place} is left out"),
            Err(error) => anyhow::bail!("{place}, line {number}: {error}"),
        }
        line.clear();
    }
    Ok(())
}

/// Writes `entries` as the whole journal, atomically, and opens it for appending.
pub(crate) fn rewrite(
    path: &Path,
    entries: impl IntoIterator<Item = Entry>,
) -> anyhow::Result<Journal> {
    let place = path.display();
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("{place} cannot be made"))?;
    }
    let fresh = path.with_extension("new");
    let file = File::create(&fresh).with_context(|| format!("{place} cannot be written"))?;
    let mut writer = BufWriter::new(file);
    for entry in entries {
        serde_json::to_writer(&mut writer, &entry)?;
        writer.write_all(b"\n")?;
    }
    writer.flush()?;
    std::fs::rename(&fresh, path).with_context(|| format!("{place} cannot be replaced"))?;
    let file = OpenOptions::new().append(true).open(path)?;
    Ok(Journal(Some(file)))
}
