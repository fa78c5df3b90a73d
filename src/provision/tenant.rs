//! `stoa tenant create`: a tenant from a few words, or from a `brand.json`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, Subcommand};
use domain::tenancy::{CreateTenant, OwnerDraft, Provisioned, TenancyError};
use kernel::config::Secret;
use kernel::host::Host;
use kernel::{Fault, OperatorCaller};
use serde_json::{Value, json};

use super::password::{NewPassword, with_password};
use super::restore::RestoreTenant;
use super::{BrandFile, give_kit, give_logo};
use crate::app::App;
use crate::commands::{CommandError, check, env_beside_dev, say};
use crate::settings::Settings;

/// The tenants of the platform
#[derive(Debug, Clone, Subcommand)]
pub enum TenantCommand {
    /// Create a tenant that sells at once; the same command again finds it
    Create(Box<NewTenant>),
    /// Bring one tenant back from a backup that was restored into a database of its own
    Restore(RestoreTenant),
}

/// What `stoa tenant create` is told. Options win over the file. The owner's password comes from
/// `--password-stdin` or the variable `STOA_PASSWORD`; else one is made and printed.
#[derive(Debug, Clone, Args)]
pub struct NewTenant {
    /// The first part of its host
    #[arg(long)]
    slug: Option<String>,
    /// What people call it
    #[arg(long)]
    name: Option<String>,
    /// The owner's e-mail address
    #[arg(long)]
    owner_email: String,
    /// What the owner is called; the address unless given
    #[arg(long)]
    owner_name: Option<String>,
    /// Read the owner's password from the first line of standard input
    #[arg(long)]
    password_stdin: bool,
    /// The currency of all its prices, such as EUR
    #[arg(long)]
    currency: Option<String>,
    /// The country it sells from, such as DE
    #[arg(long)]
    country: Option<String>,
    /// The language and region it speaks, such as de-DE
    #[arg(long)]
    locale: Option<String>,
    /// A further host, such as shop.example.com; may be repeated
    #[arg(long = "host", value_name = "HOST")]
    hosts: Vec<String>,
    /// A brand.json with all of this and more
    #[arg(long)]
    file: Option<PathBuf>,
}

impl TenantCommand {
    /// Runs the command with the settings of the environment.
    pub async fn run(self) -> Result<(), CommandError> {
        match self {
            // What it builds is large.
            Self::Create(new) => Box::pin(new.create()).await,
            Self::Restore(restore) => restore.run().await,
        }
    }
}

impl NewTenant {
    async fn create(self) -> Result<(), CommandError> {
        let new = self;
        let settings = Settings::from_env(env_beside_dev())?;
        let password = NewPassword::take(new.password_stdin)?;
        let brand = new.brand()?;
        let logo = new.logo(&brand)?;
        let owner = OwnerDraft {
            email: new.owner_email.clone(),
            password: password.text.clone(),
            name: new.owner_name.clone(),
        };
        let kit = brand.brand.clone().unwrap_or_default();
        let command = CreateTenant {
            draft: brand.into_draft(owner),
            idempotency_key: None,
        };
        let app = App::build(settings).await?;
        check(&app, Duration::ZERO).await?;
        let made = app
            .provisioning
            .create_tenant(&OperatorCaller::command_line(), command)
            .await
            .map_err(refused)?;
        if let Some((name, picture)) = logo {
            give_logo(
                &app.tenancy,
                &app.objects,
                &made.tenant,
                &name,
                picture.into(),
            )
            .await
            .map_err(|why| CommandError::failed("the logo", why))?;
        }
        give_kit(&app.tenancy, &made.tenant, &kit)
            .await
            .map_err(refused)?;
        let generated = password.is_generated && made.is_owner_new;
        let generated = generated.then_some(&password.text);
        say(&format!("{:#}", told(&made, &new.owner_email, generated)));
        app.close().await;
        Ok(())
    }

    fn brand(&self) -> Result<BrandFile, CommandError> {
        let mut brand = match &self.file {
            Some(file) => {
                let text = read(file)?;
                serde_json::from_slice(&text)
                    .map_err(|why| CommandError::failed(&file.display().to_string(), why))?
            }
            None => BrandFile::default(),
        };
        for (field, given) in [
            (&mut brand.slug, &self.slug),
            (&mut brand.name, &self.name),
            (&mut brand.currency, &self.currency),
            (&mut brand.country, &self.country),
            (&mut brand.locale, &self.locale),
        ] {
            if given.is_some() {
                field.clone_from(given);
            }
        }
        brand.hosts.extend(self.hosts.iter().cloned());
        Ok(brand)
    }

    /// The picture that the file names, which lies beside it.
    fn logo(&self, brand: &BrandFile) -> Result<Option<(String, Vec<u8>)>, CommandError> {
        let (Some(file), Some(logo)) = (&self.file, brand.logo()) else {
            return Ok(None);
        };
        let picture = file.parent().unwrap_or(Path::new("")).join(logo);
        Ok(Some((logo.to_owned(), read(&picture)?)))
    }
}

fn read(file: &Path) -> Result<Vec<u8>, CommandError> {
    fs::read(file).map_err(|why| CommandError::failed(&file.display().to_string(), why))
}

/// Everything that is wrong, a line for each field.
fn refused(error: TenancyError) -> CommandError {
    let fields: Vec<String> = error
        .fields()
        .iter()
        .map(|field| {
            format!(
                "{}: {}",
                field.pointer.trim_start_matches('/'),
                field.detail
            )
        })
        .collect();
    if fields.is_empty() {
        CommandError::failed("tenant create", error)
    } else {
        CommandError::Failed(fields.join("\n"))
    }
}

fn told(made: &Provisioned, owner_email: &str, generated: Option<&Secret<String>>) -> Value {
    let tenant = &made.tenant.tenant;
    let storefronts: Vec<Value> = made
        .tenant
        .storefronts
        .iter()
        .map(|open| {
            let hosts: Vec<&str> = open.hosts.iter().map(Host::as_str).collect();
            json!({
                "id": open.storefront.id.to_string(),
                "hosts": hosts,
                "publishable_key": open.publishable_key,
            })
        })
        .collect();
    let merchants: Vec<Value> = made
        .tenant
        .merchants
        .iter()
        .map(|merchant| json!({"id": merchant.id.to_string(), "slug": merchant.slug}))
        .collect();
    json!({
        "id": tenant.id.to_string(),
        "slug": tenant.slug,
        "name": tenant.name,
        "storefronts": storefronts,
        "merchants": merchants,
        "owner": with_password(json!({"email": owner_email}), generated),
    })
}
