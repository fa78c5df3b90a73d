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
    Account, Charge, Dispute, Endpoint, Event, Intent, Kept, Link, Refund, Reversal, Transaction,
    Transfer,
};

const BUFFER: usize = 256 * 1024;

/// Declares a line as it is written, by reference, and as it is read.
macro_rules! line {
    ($($rows:ident: $row:ident),* $(,)?) => {
        /// The rows that one request changed, to be written.
        #[derive(Default, Serialize)]
        pub(crate) struct Line<'a> {
            $(
                #[serde(skip_serializing_if = "Vec::is_empty")]
                pub(crate) $rows: Vec<&'a $row>,
            )*
            /// Event and endpoint of each delivery that was acknowledged.
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            pub(crate) delivered: &'a [(String, String)],
            #[serde(skip_serializing_if = "Option::is_none")]
            pub(crate) clock_advance: Option<i64>,
        }

        impl Line<'_> {
            /// How many rows it holds.
            pub(crate) fn rows(&self) -> usize {
                let rest = usize::from(self.clock_advance.is_some());
                [rest, self.delivered.len(), $(self.$rows.len()),*].iter().sum()
            }
        }

        /// The same, as it was read.
        #[derive(Default, Deserialize)]
        #[serde(default)]
        pub(crate) struct Entry {
            $(pub(crate) $rows: Vec<$row>,)*
            pub(crate) delivered: Vec<(String, String)>,
            pub(crate) clock_advance: Option<i64>,
        }

        impl Entry {
            fn rows(&self) -> usize {
                let rest = usize::from(self.clock_advance.is_some());
                [rest, self.delivered.len(), $(self.$rows.len()),*].iter().sum()
            }
        }
    };
}

line! {
    accounts: Account,
    links: Link,
    endpoints: Endpoint,
    intents: Intent,
    charges: Charge,
    refunds: Refund,
    transfers: Transfer,
    reversals: Reversal,
    disputes: Dispute,
    transactions: Transaction,
    events: Event,
    kept: Kept,
}

/// How much a file holds.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Extent {
    /// Its length up to the end of the last whole line.
    bytes: u64,
    rows: usize,
}

impl Extent {
    pub(crate) fn bytes(self) -> u64 {
        self.bytes
    }

    /// Whether most of its rows are out of date, given how many are not.
    pub(crate) fn is_mostly_old(self, live: usize) -> bool {
        self.rows > live.saturating_mul(2)
    }

    fn add(&mut self, bytes: usize, rows: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.bytes = self.bytes.saturating_add(bytes);
        self.rows = self.rows.saturating_add(rows);
    }
}

/// The file, open for appending; or nothing, when all stays in memory.
pub(crate) struct Journal {
    file: Option<File>,
    extent: Extent,
}

impl Journal {
    pub(crate) fn none() -> Self {
        Self {
            file: None,
            extent: Extent::default(),
        }
    }

    /// Goes on with a file that was read, without what is torn at its end.
    pub(crate) fn resume(path: &Path, extent: Extent) -> anyhow::Result<Self> {
        let place = path.display();
        make_folder(path)?;
        let file = OpenOptions::new().create(true).append(true).open(path);
        let file = file.with_context(|| format!("{place} cannot be written"))?;
        file.set_len(extent.bytes)
            .with_context(|| format!("{place} cannot be cut"))?;
        Ok(Self {
            file: Some(file),
            extent,
        })
    }

    /// Whether lines are kept at all.
    pub(crate) fn is_kept(&self) -> bool {
        self.file.is_some()
    }

    /// How much it holds.
    pub(crate) fn extent(&self) -> Extent {
        self.extent
    }

    /// Appends a line, its end included, in one write.
    pub(crate) fn append(&mut self, line: &[u8], rows: usize) -> anyhow::Result<()> {
        let Some(file) = &mut self.file else {
            return Ok(());
        };
        if let Err(error) = file.write_all(line) {
            // Half a line would join with the next one, and the file could not be read again.
            let cut = file.set_len(self.extent.bytes);
            cut.context("half a line is left in the journal")?;
            return Err(error).context("the journal could not be written");
        }
        self.extent.add(line.len(), rows);
        Ok(())
    }

    /// Empties the file.
    pub(crate) fn clear(&mut self) -> anyhow::Result<()> {
        if let Some(file) = &mut self.file {
            file.set_len(0)
                .context("the journal could not be emptied")?;
        }
        self.extent = Extent::default();
        Ok(())
    }
}

/// Reads every whole line of a journal, oldest first, and tells how much that was. A damaged line is
/// an error unless it is last.
pub(crate) fn read(path: &Path, mut each: impl FnMut(Entry)) -> anyhow::Result<Extent> {
    let mut extent = Extent::default();
    if !path.exists() {
        return Ok(extent);
    }
    let place = path.display();
    let file = File::open(path).with_context(|| format!("{place} cannot be read"))?;
    let mut reader = BufReader::with_capacity(BUFFER, file);
    let mut line = Vec::new();
    let mut number = 0_u64;
    while reader.read_until(b'\n', &mut line)? > 0 {
        number = number.saturating_add(1);
        if !line.ends_with(b"\n") {
            tracing::warn!("the torn last line of {place} is left out");
            break;
        }
        match serde_json::from_slice::<Entry>(&line) {
            Ok(entry) => {
                extent.add(line.len(), entry.rows());
                each(entry);
            }
            Err(error) => anyhow::bail!("{place}, line {number}: {error}"),
        }
        line.clear();
    }
    Ok(extent)
}

/// A journal being written anew.
pub(crate) struct Fresh {
    out: BufWriter<File>,
    line: Vec<u8>,
    extent: Extent,
}

impl Fresh {
    pub(crate) fn put(&mut self, line: &Line<'_>) -> anyhow::Result<()> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, line)?;
        self.line.push(b'\n');
        self.out.write_all(&self.line)?;
        self.extent.add(self.line.len(), line.rows());
        Ok(())
    }
}

/// Replaces the whole journal by what `fill` puts into it, atomically, and opens it for appending.
pub(crate) fn rewrite(
    path: &Path,
    fill: impl FnOnce(&mut Fresh) -> anyhow::Result<()>,
) -> anyhow::Result<Journal> {
    let place = path.display();
    make_folder(path)?;
    let new = path.with_extension("new");
    let out = File::create(&new).with_context(|| format!("{place} cannot be written"))?;
    let mut fresh = Fresh {
        out: BufWriter::with_capacity(BUFFER, out),
        line: Vec::new(),
        extent: Extent::default(),
    };
    fill(&mut fresh)?;
    fresh.out.flush()?;
    std::fs::rename(&new, path).with_context(|| format!("{place} cannot be replaced"))?;
    Journal::resume(path, fresh.extent)
}

fn make_folder(path: &Path) -> anyhow::Result<()> {
    match path.parent() {
        None => Ok(()),
        Some(folder) => std::fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", path.display())),
    }
}
