//! `stoa operator`: accounts of the platform's own people.

use std::time::Duration;

use clap::{Args, Subcommand};
use domain::identity::Password;
use kernel::contact::Email;
use serde_json::json;

use super::password::{NewPassword, with_password};
use crate::app::App;
use crate::commands::{CommandError, check, env_beside_dev, say};
use crate::settings::Settings;

/// The platform's own people
#[derive(Debug, Clone, Subcommand)]
pub enum OperatorCommand {
    /// Create an operator's account, or give one another password
    Create(CreateOperator),
    /// Remove an operator's second factor, when the app and the recovery codes are lost
    RemoveSecondFactor {
        /// The e-mail address to sign in with
        #[arg(long)]
        email: String,
    },
}

/// What `stoa operator create` is told. The password comes from `--password-stdin` or the variable
/// `STOA_PASSWORD`; else one is made and printed.
#[derive(Debug, Clone, Args)]
pub struct CreateOperator {
    /// The e-mail address to sign in with
    #[arg(long)]
    email: String,
    /// What the person is called; the address unless given
    #[arg(long)]
    name: Option<String>,
    /// Read the password from the first line of standard input
    #[arg(long)]
    password_stdin: bool,
}

impl OperatorCommand {
    /// Runs the command with the settings of the environment.
    pub async fn run(self) -> Result<(), CommandError> {
        match self {
            Self::Create(create) => create.run().await,
            Self::RemoveSecondFactor { email } => remove_second_factor(&email).await,
        }
    }
}

fn address(text: &str) -> Result<Email, CommandError> {
    Email::parse(text).map_err(|why| CommandError::Failed(format!("--email: {why}")))
}

async fn remove_second_factor(email: &str) -> Result<(), CommandError> {
    let settings = Settings::from_env(env_beside_dev())?;
    let email = address(email)?;
    let app = App::build(settings).await?;
    check(&app, Duration::ZERO).await?;
    let is_known = app.identity.forget_operator_factor(&email).await;
    app.close().await;
    let what = "operator remove-second-factor";
    if !is_known.map_err(|why| CommandError::failed(what, why))? {
        let why = "--email: no operator has this address";
        return Err(CommandError::Failed(why.to_owned()));
    }
    say("the account has no second factor any more; its password stays");
    Ok(())
}

impl CreateOperator {
    async fn run(self) -> Result<(), CommandError> {
        let create = self;
        let settings = Settings::from_env(env_beside_dev())?;
        let password = NewPassword::take(create.password_stdin)?;
        let email = address(&create.email)?;
        let accepted = Password::parse(password.text.expose())
            .map_err(|why| CommandError::Failed(format!("the password: {why}")))?;
        let app = App::build(settings).await?;
        check(&app, Duration::ZERO).await?;
        let name = create.name.as_deref().unwrap_or(email.as_str());
        let saved = app
            .identity
            .save_operator(&email, name, accepted)
            .await
            .map_err(|why| CommandError::failed("operator create", why))?;
        let told = json!({
            "id": saved.id.to_string(),
            "email": email.as_str(),
            "created": saved.is_new,
        });
        let generated = password.is_generated.then_some(&password.text);
        say(&format!("{:#}", with_password(told, generated)));
        app.close().await;
        Ok(())
    }
}
