//! `stoa keys`: changing keys step by step, so that no process meets a key that it does not know.

use clap::{Subcommand, ValueEnum};
use domain::identity::TokenKeys;
use kernel::config::Secret;

use super::{CommandError, env_beside_dev, say};
use crate::app::App;
use crate::new_keys::{encryption_key, signing_key};
use crate::settings::{EncryptionKeys, Settings};

/// Keys that sign tokens, and keys that encrypt secrets
#[derive(Debug, Clone, Copy, Subcommand)]
pub enum KeysCommand {
    /// Print the setting with a new key behind the others: every process knows it before it is used
    Add {
        /// The setting
        setting: Setting,
    },
    /// Print the setting with its last key in front, which is used from then on
    Promote {
        /// The setting
        setting: Setting,
    },
    /// Print the setting without its last key, which nothing may need any more
    Retire {
        /// The setting
        setting: Setting,
    },
    /// Encrypt every secret in the database with the first of `ENCRYPTION_KEYS`
    Reseal,
}

/// A setting that holds keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Setting {
    /// `TOKEN_KEYS`
    #[value(name = "TOKEN_KEYS")]
    TokenKeys,
    /// `ENCRYPTION_KEYS`
    #[value(name = "ENCRYPTION_KEYS")]
    EncryptionKeys,
}

impl KeysCommand {
    /// Runs the command with the settings of the environment.
    pub async fn run(self) -> Result<(), CommandError> {
        match self {
            Self::Add { setting } => {
                let new = setting.new_key()?;
                print(setting, |keys| keys.push(new))
            }
            Self::Promote { setting } => print(setting, |keys| keys.rotate_right(1)),
            // The only key stays: without one nothing starts.
            Self::Retire { setting } => {
                print(setting, |keys| keys.truncate((keys.len() - 1).max(1)))
            }
            Self::Reseal => reseal().await,
        }
    }
}

/// Prints what the setting is to be next. The keys are in the output and nowhere else.
fn print(setting: Setting, step: impl FnOnce(&mut Vec<String>)) -> Result<(), CommandError> {
    let mut env = env_beside_dev();
    let name = setting.name();
    let text = env.required(name, Secret::new(String::new()));
    env.finish()?;
    let text = text.expose().replace("\\n", "\n");
    let unusable = |why: &dyn std::fmt::Display| CommandError::Unusable(format!("{name}: {why}"));
    let mut keys = match setting {
        Setting::TokenKeys => {
            TokenKeys::from_pem(&text).map_err(|why| unusable(&why))?;
            blocks(&text)
        }
        Setting::EncryptionKeys => {
            text.parse::<EncryptionKeys>()
                .map_err(|why| unusable(&why))?;
            text.split(',').map(|key| key.trim().to_owned()).collect()
        }
    };
    step(&mut keys);
    say(&match setting {
        // One line, as an environment holds it.
        Setting::TokenKeys => keys.join("\n").replace('\n', "\\n"),
        Setting::EncryptionKeys => keys.join(","),
    });
    Ok(())
}

/// Every key in PEM form.
fn blocks(text: &str) -> Vec<String> {
    const END: &str = "-----END PRIVATE KEY-----";
    let parts = text.split_inclusive(END).map(str::trim);
    parts
        .filter(|part| part.ends_with(END))
        .map(str::to_owned)
        .collect()
}

impl Setting {
    const fn name(self) -> &'static str {
        match self {
            Self::TokenKeys => "TOKEN_KEYS",
            Self::EncryptionKeys => "ENCRYPTION_KEYS",
        }
    }

    fn new_key(self) -> Result<String, CommandError> {
        match self {
            Self::EncryptionKeys => Ok(encryption_key()),
            Self::TokenKeys => match signing_key() {
                Ok(pem) => Ok(pem.trim().to_owned()),
                Err(why) => Err(CommandError::failed("TOKEN_KEYS", why)),
            },
        }
    }
}

async fn reseal() -> Result<(), CommandError> {
    let settings = Settings::from_env(env_beside_dev())?;
    let app = App::build(settings).await?;
    let outcome = reseal_all(&app).await;
    app.close().await;
    outcome
}

async fn reseal_all(app: &App) -> Result<(), CommandError> {
    let failed = |why| CommandError::failed("keys reseal", why);
    let tenants = app.tenancy.every_tenant().await.map_err(failed)?;
    let operators = app.identity.reseal_operators().await;
    let mut secrets = operators.map_err(|why| CommandError::failed("keys reseal", why))?;
    for &tenant_id in &tenants {
        let done = app.identity.reseal(tenant_id).await;
        secrets += done.map_err(|why| CommandError::failed("keys reseal", why))?;
        let done = app.senders.reseal(tenant_id).await;
        secrets += done.map_err(|why| CommandError::failed("keys reseal", why))?;
    }
    let counted = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    };
    say(&format!(
        "encrypted {} of {} with the first key",
        counted(secrets, "secret"),
        counted(tenants.len(), "tenant")
    ));
    Ok(())
}
