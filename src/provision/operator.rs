//! `stoa operator create`: an account for one of the platform's own people.

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
        let Self::Create(create) = self;
        let settings = Settings::from_env(env_beside_dev())?;
        let password = NewPassword::take(create.password_stdin)?;
        let email = Email::parse(&create.email)
            .map_err(|why| CommandError::Failed(format!("--email: {why}")))?;
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
