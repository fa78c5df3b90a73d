//! `stoa doctor`: looks at everything that the program needs, and says what to do about what is wrong.
//!
//! Changes nothing, but for a file that it writes and removes again where the program writes files.
//! No finding has a secret in it.

mod database;
mod dns;
mod documents;
mod finding;
mod folders;
mod keys;
mod mail;
mod media;
mod payments;
mod redis;
mod sms;
mod work_queue;

use std::collections::BTreeSet;

use clap::Args;
use kernel::config::{ConfigError, Env};

use self::finding::{Finding, Status};
use crate::commands::{CommandError, env_beside_dev, say};
use crate::settings::Settings;

/// What `stoa doctor` is told on the command line.
#[derive(Debug, Clone, Copy, Args)]
pub struct Doctor {
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// The settings, and the names of those that cannot be used.
struct Patient {
    settings: Settings,
    unusable: BTreeSet<String>,
}

impl Patient {
    /// Whether a check can work with all of these settings.
    fn has(&self, names: &[&str]) -> bool {
        !names.iter().any(|&name| self.unusable.contains(name))
    }
}

impl Doctor {
    /// Runs every check that the settings allow; ends with 1 when one of them fails.
    pub async fn run(self) -> Result<(), CommandError> {
        let findings = Box::pin(examine(env_beside_dev())).await;
        if self.json {
            say(&finding::as_json(&findings));
        } else {
            for finding in &findings {
                say(&finding.to_string());
            }
        }
        let failed = findings.iter().filter(|it| it.status == Status::Fail);
        match failed.count() {
            0 => Ok(()),
            failed => Err(CommandError::Failed(format!(
                "{failed} of {} checks failed",
                findings.len()
            ))),
        }
    }
}

async fn examine(mut env: Env) -> Vec<Finding> {
    let settings = Settings::read(&mut env);
    let asked = env.asked().count();
    let problems = match env.finish() {
        Ok(()) => Vec::new(),
        Err(ConfigError(problems)) => problems,
    };
    let mut findings = settings_findings(&problems, asked);
    let name_of = |problem: &String| problem.split(':').next().unwrap_or_default().to_owned();
    let patient = Patient {
        settings,
        unusable: problems.iter().map(name_of).collect(),
    };
    let (databases, payments, mail, second_mail, dns, sms, media, redis, keys, queue, documents) = tokio::join!(
        database::look(&patient),
        payments::look(&patient),
        mail::look(&patient),
        mail::look_at_second(&patient),
        dns::look(&patient),
        sms::look(&patient),
        media::look(&patient),
        redis::look(&patient),
        keys::look(&patient),
        work_queue::look(&patient),
        documents::look(&patient),
    );
    findings.extend(databases);
    findings.extend(payments);
    findings.extend(mail);
    findings.extend(second_mail);
    findings.extend(dns);
    findings.extend(sms);
    findings.extend(media);
    findings.extend(redis);
    findings.extend(keys);
    findings.extend(queue);
    findings.extend(documents);
    findings.extend(folders::look(&patient));
    findings
}

/// A line for each setting that is wrong.
fn settings_findings(problems: &[String], asked: usize) -> Vec<Finding> {
    if problems.is_empty() {
        let says = format!("{asked} settings were read, and each can be used");
        return vec![Finding::ok("settings", says)];
    }
    let finding = |problem: &String| {
        let todo = "correct it; .env.sample says what it is for";
        Finding::fail("settings", problem).advise(todo)
    };
    problems.iter().map(finding).collect()
}
