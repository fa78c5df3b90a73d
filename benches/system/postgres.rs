//! The physical limits of the database: TPC-B, and the very statements of a request under pgbench.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tokio::process::Command;
use url::Url;

/// The server that the measured program runs on.
pub(crate) struct Postgres {
    superuser: Url,
    app: Url,
    log: PathBuf,
}

impl Postgres {
    /// The server whose files lie in `folder`, and the address that the program uses.
    pub(crate) fn of(folder: &Path, app: &str) -> Result<Self> {
        let app = Url::parse(app)?;
        let mut superuser = app.clone();
        let password = std::fs::read_to_string(folder.join("password"))?;
        let refused = || anyhow::anyhow!("the address cannot carry a password");
        superuser.set_username("postgres").map_err(|()| refused())?;
        superuser
            .set_password(Some(password.trim()))
            .map_err(|()| refused())?;
        Ok(Self {
            superuser,
            app,
            log: folder.join("postgres.log"),
        })
    }

    /// Runs statements as the superuser, who sees through row-level security.
    pub(crate) async fn execute(&self, statements: &str) -> Result<()> {
        let mut conn = PgConnection::connect(self.superuser.as_str()).await?;
        sqlx::raw_sql(AssertSqlSafe(statements.to_owned()))
            .execute(&mut conn)
            .await?;
        Ok(())
    }

    /// One number, as the superuser reads it.
    pub(crate) async fn number(&self, query: &'static str) -> Result<i64> {
        let mut conn = PgConnection::connect(self.superuser.as_str()).await?;
        Ok(sqlx::query_scalar(query).fetch_one(&mut conn).await?)
    }

    /// Transactions of TPC-B a second, the way `pgbench` runs them by default.
    pub(crate) async fn tpc_b(&self, clients: usize, length: Duration) -> Result<u64> {
        self.execute("drop database if exists tpc_b with (force)")
            .await?;
        self.execute("create database tpc_b").await?;
        let mut url = self.superuser.clone();
        url.set_path("tpc_b");
        pgbench(&url, &["-i", "-q", "-s", "10"]).await?;
        let seconds = length.as_secs().to_string();
        let clients = clients.to_string();
        let said = pgbench(&url, &["-c", &clients, "-j", "2", "-T", &seconds]).await?;
        self.execute("drop database tpc_b with (force)").await?;
        tps(&said)
    }

    /// The statements that the program sends while `during` runs, with their values in them.
    pub(crate) async fn statements<F: Future<Output = Result<()>>>(
        &self,
        during: F,
    ) -> Result<Vec<String>> {
        self.execute("alter system set log_statement = 'all'")
            .await?;
        self.execute("alter system set log_line_prefix = '[%u] '")
            .await?;
        self.execute("select pg_reload_conf()").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let before = std::fs::metadata(&self.log)?.len();
        let outcome = during.await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        self.execute("alter system reset log_statement").await?;
        self.execute("select pg_reload_conf()").await?;
        outcome?;
        let bytes = std::fs::read(&self.log)?;
        let text =
            String::from_utf8_lossy(bytes.get(usize::try_from(before)?..).unwrap_or_default())
                .into_owned();
        Ok(parse_log(&text))
    }

    /// How often a second the app's role can run these statements, by `pgbench`.
    pub(crate) async fn same_statements(
        &self,
        scripts: &[Vec<String>],
        clients: usize,
        length: Duration,
        folder: &Path,
    ) -> Result<u64> {
        let mut arguments = vec!["-n".to_owned()];
        for (number, script) in scripts.iter().enumerate() {
            let path = folder.join(format!("script-{number}.sql"));
            let text: Vec<String> = script
                .iter()
                .map(|line| format!("{};", line.trim_end_matches(';')))
                .collect();
            std::fs::write(&path, text.join("\n"))?;
            arguments.extend(["-f".to_owned(), path.display().to_string()]);
        }
        let more = [
            "-c",
            &clients.to_string(),
            "-j",
            "2",
            "-T",
            &length.as_secs().to_string(),
            "-M",
            "prepared",
        ];
        arguments.extend(more.map(str::to_owned));
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        tps(&pgbench(&self.app, &arguments).await?)
    }
}

fn program() -> PathBuf {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|entries| {
            entries
                .filter_map(|entry| Some(entry.ok()?.path().join("bin/pgbench")))
                .collect()
        })
        .unwrap_or_default();
    folders.sort();
    folders
        .into_iter()
        .rev()
        .find(|path| path.exists())
        .unwrap_or_else(|| "pgbench".into())
}

async fn pgbench(url: &Url, arguments: &[&str]) -> Result<String> {
    let done = Command::new(program())
        .args(arguments)
        .arg(url.as_str())
        .stdin(Stdio::null())
        .output()
        .await
        .context("pgbench, which comes with the PostgreSQL server")?;
    if !done.status.success() {
        bail!("pgbench: {}", String::from_utf8_lossy(&done.stderr));
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}

fn tps(said: &str) -> Result<u64> {
    let line = said
        .lines()
        .find(|line| line.starts_with("tps = "))
        .context("pgbench gave no figure")?;
    let whole = line
        .trim_start_matches("tps = ")
        .split(['.', ' '])
        .next()
        .unwrap_or_default();
    Ok(whole.parse()?)
}

/// Reads the server's log: simple statements, and prepared ones with their parameters.
fn parse_log(text: &str) -> Vec<String> {
    let mut statements: Vec<String> = Vec::new();
    let mut is_ours = false;
    for line in text.lines() {
        if line.starts_with('[') {
            is_ours = line.starts_with("[stoa_app] ");
            let line = line.split_once("] ").map_or("", |(_, rest)| rest);
            if let Some(parameters) = line.strip_prefix("DETAIL:  parameters: ") {
                if let (true, Some(last)) = (is_ours, statements.last_mut()) {
                    *last = filled(last, parameters);
                }
                is_ours = false;
            } else if let Some(statement) = line.strip_prefix("LOG:  statement: ") {
                if is_ours {
                    statements.push(statement.to_owned());
                }
            } else if let Some(rest) = line.strip_prefix("LOG:  execute ") {
                if is_ours {
                    statements.push(
                        rest.split_once(": ")
                            .map_or(rest, |(_, text)| text)
                            .to_owned(),
                    );
                }
            } else {
                is_ours = false;
            }
        } else if let (true, Some(last)) = (is_ours, statements.last_mut()) {
            last.push('\n');
            last.push_str(line.trim());
        }
    }
    statements
        .into_iter()
        .flat_map(|statement| match statement.split_once("; SET LOCAL") {
            Some((begin, setting)) => vec![begin.to_owned(), format!("SET LOCAL{setting}")],
            None => vec![statement],
        })
        .filter(|statement| !statement.trim().is_empty())
        .collect()
}

/// The statement with `$1`, `$2` … replaced by what they were, from the last to the first.
fn filled(statement: &str, parameters: &str) -> String {
    let values: Vec<&str> = parameters.split(", $").collect();
    let mut text = statement.to_owned();
    for (index, value) in values.iter().enumerate().rev() {
        let literal = value
            .split_once(" = ")
            .map_or("null", |(_, literal)| literal);
        text = text.replace(&format!("${}", index + 1), literal);
    }
    text
}
