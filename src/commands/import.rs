//! `stoa import products`: a tenant's catalogue from a file.

use std::fs::File;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use clap::{Args, Subcommand, ValueEnum};
use db::{Db, PoolOptions};
use domain::catalog::Catalog;
use domain::catalog::import::{
    Generation, ImportError, ImportProducts, ImportReport, Notice, RowFault,
};
use domain::tenancy::Tenancy;
use indicatif::{ProgressBar, ProgressStyle};
use kernel::config::Secret;
use kernel::host::Host;
use kernel::ids::TenantId;
use kernel::ports::SystemClock;
use kernel::{Caller, Currency, Fault, Kind};
use serde_json::json;

use super::{CommandError, env_beside_dev, say};
use crate::app::{check_app, object_store};
use crate::settings::MediaSettings;

/// What can be imported
#[derive(Debug, Clone, Subcommand)]
pub enum ImportCommand {
    /// Import products; the same file again changes nothing
    Products(Products),
}

/// What `stoa import products` is told. It ends with 0 when everything went in, with 3 when some
/// rows did not, and with 2 when the file or the settings cannot be used.
#[derive(Debug, Clone, Args)]
pub struct Products {
    /// The tenant: its slug or its id
    #[arg(long)]
    tenant: String,
    /// The form of the file
    #[arg(long, value_enum)]
    format: Format,
    /// The folder that pictures are in; that of the file unless given
    #[arg(long, value_name = "FOLDER")]
    media: Option<PathBuf>,
    /// The currency of the prices; that of the tenant's first storefront unless given
    #[arg(long)]
    currency: Option<String>,
    /// Tell what would come of it, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Write the report as JSON; of the faults it holds the first thousand
    #[arg(long)]
    json: bool,
    /// The file
    file: PathBuf,
}

/// A form that files of products have.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// The CSV that Shopify exports, of any year
    Shopify,
}

impl ImportCommand {
    /// Runs the command with the settings of the environment: `DATABASE_URL`, and
    /// `MEDIA_URL` or `MEDIA_DIR`.
    pub async fn run(self) -> Result<(), CommandError> {
        let Self::Products(products) = self;
        let mut env = env_beside_dev();
        let url = env.required("DATABASE_URL", Secret::new(String::new()));
        let domain = env.or("PLATFORM_DOMAIN", Host::localhost());
        let media = MediaSettings::from_env(&mut env, &domain);
        env.finish()?;
        let db = Db::connect(url.expose(), PoolOptions::default())
            .map_err(|why| CommandError::Unusable(format!("DATABASE_URL: {why}")))?;
        check_app(&db).await.map_err(CommandError::check_failed)?;
        let tenancy = Tenancy::new(db.clone(), Arc::new(SystemClock));
        let tenant_id = products.tenant(&tenancy).await?;
        let objects = object_store(&media).await;
        let catalog = Catalog::new(db.clone(), tenancy, Arc::new(SystemClock), objects);
        let outcome = products.import(&catalog, tenant_id).await;
        db.close().await;
        outcome
    }
}

impl Products {
    async fn tenant(&self, tenancy: &Tenancy) -> Result<TenantId, CommandError> {
        let found = tenancy
            .find_tenant(&self.tenant)
            .await
            .map_err(|why| CommandError::failed("--tenant", why))?;
        found.ok_or_else(|| {
            CommandError::Unusable(format!("--tenant: there is no tenant {}", self.tenant))
        })
    }

    async fn import(&self, catalog: &Catalog, tenant_id: TenantId) -> Result<(), CommandError> {
        let unusable = |why: &dyn std::fmt::Display| {
            CommandError::Unusable(format!("{}: {why}", self.file.display()))
        };
        let Format::Shopify = self.format;
        let file = File::open(&self.file).map_err(|why| unusable(&why))?;
        let size = file.metadata().map_err(|why| unusable(&why))?;
        if size.is_dir() {
            return Err(unusable(&"this is a folder"));
        }
        let command = self.command()?;
        let bar = bar(size.len());
        // The faults are told as they come, since a report keeps no more than the first of them.
        let faults_told = AtomicU64::new(0);
        let listener = |notice: Notice<'_>| match notice {
            Notice::Progress(progress) => {
                bar.set_position(progress.bytes);
                bar.set_message(counted(progress.products, "product"));
            }
            Notice::Fault(fault) if !self.json => {
                faults_told.fetch_add(1, Ordering::Relaxed);
                bar.suspend(|| say(&line(fault)));
            }
            Notice::Fault(_) => {}
        };
        let caller = Caller::system(tenant_id);
        let outcome = catalog.import(&caller, file, command, listener).await;
        bar.finish_and_clear();
        let faults_told = faults_told.into_inner();
        match outcome {
            Ok(report) => {
                self.tell(&report, faults_told);
                match report.faults.count() {
                    0 => Ok(()),
                    count => {
                        let faults = counted(count, "fault");
                        Err(CommandError::Incomplete(format!("{faults} in the file")))
                    }
                }
            }
            Err(ImportError::Stopped { report, why }) => {
                self.tell(&report, faults_told);
                Err(self.failed(*why))
            }
            Err(why) => Err(self.failed(why)),
        }
    }

    fn command(&self) -> Result<ImportProducts, CommandError> {
        let currency: Option<Currency> = self
            .currency
            .as_deref()
            .map(str::parse)
            .transpose()
            .map_err(|why| CommandError::Unusable(format!("--currency: {why}")))?;
        let beside = self.file.parent().filter(|path| *path != Path::new(""));
        let beside = beside.unwrap_or(Path::new("."));
        Ok(ImportProducts {
            currency,
            media: Some(self.media.clone().unwrap_or_else(|| beside.to_owned())),
            is_dry_run: self.dry_run,
        })
    }

    /// Whoever started the program can mend the file, but not the database.
    fn failed(&self, why: ImportError) -> CommandError {
        if let ImportError::NoMedia(folder) = &why {
            let folder = folder.display();
            return CommandError::Unusable(format!("--media: {folder}: this is no folder"));
        }
        let is_mendable = matches!(why.kind(), Kind::Invalid | Kind::Rejected);
        let file = self.file.display().to_string();
        match CommandError::failed(&file, why) {
            CommandError::Failed(text) if is_mendable => CommandError::Unusable(text),
            other => other,
        }
    }

    fn tell(&self, report: &ImportReport, faults_told: u64) {
        if self.json {
            say(&format!("{:#}", in_json(report)));
        } else {
            say(&in_words(report, faults_told));
        }
    }
}

/// `1 row`, `2 rows`.
fn counted(count: u64, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}

/// A bar on a terminal, and nothing elsewhere.
fn bar(bytes: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(bytes);
    let form = "{bar:32} {percent:>3} % · {bytes}/{total_bytes} · {msg} · {eta} left";
    if let Ok(style) = ProgressStyle::with_template(form) {
        bar.set_style(style);
    }
    bar
}

/// A fault in one line.
fn line(fault: &RowFault) -> String {
    let column = fault.column.as_ref();
    let column = column.map(|column| format!(", {column}"));
    format!(
        "line {}{}: {} ({})",
        fault.line,
        column.unwrap_or_default(),
        fault.reason,
        fault.code
    )
}

fn in_words(report: &ImportReport, faults_told: u64) -> String {
    let would = if report.is_dry_run { "would be " } else { "" };
    let mut lines = vec![format!(
        "{}: {} {would}created, {} {would}updated, {} unchanged, {} refused; {}, {}",
        counted(report.rows, "row"),
        counted(report.created, "product"),
        report.updated,
        report.unchanged,
        report.refused,
        counted(report.variants, "variant"),
        counted(report.pictures, "picture"),
    )];
    lines.extend(report.notes.iter().map(|note| format!("note: {note}")));
    let more = report.faults.count().saturating_sub(faults_told);
    if more > 0 {
        lines.push(format!("and {} that are not told", counted(more, "fault")));
    }
    lines.join("\n")
}

fn in_json(report: &ImportReport) -> serde_json::Value {
    json!({
        "dry_run": report.is_dry_run,
        "generation": report.generation.map(Generation::name),
        "rows": report.rows,
        "products": {
            "created": report.created,
            "updated": report.updated,
            "unchanged": report.unchanged,
            "refused": report.refused,
        },
        "variants": report.variants,
        "pictures": report.pictures,
        "failed": report.faults.count(),
        "failures": report.faults.kept(),
        "addresses": report.addresses,
        "notes": report.notes,
    })
}
