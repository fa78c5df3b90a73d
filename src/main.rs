//! The program `stoa`.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use stoa::commands::{
    self, analytics::AnalyticsCommand, audit::AuditCommand, healthcheck::Healthcheck,
    import::ImportCommand, keys::KeysCommand, openapi::OpenApi, outbox::OutboxCommand,
    products::ProductsCommand, search::SearchCommand, serve::Serve, webhooks::WebhooksCommand,
};
use stoa::dev::Dev;
use stoa::doctor::Doctor;
use stoa::provision::{OperatorCommand, TenantCommand};

/// One commerce platform under many brands
#[derive(Parser)]
#[command(name = "stoa", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answer requests
    Serve(Serve),
    /// Work on messages
    Worker,
    /// Bring the schema up to date
    Migrate,
    /// Look at everything that the program needs, and say what to do
    Doctor(Doctor),
    /// Ask the process beside this one how it is
    Healthcheck(Healthcheck),
    /// Start a whole installation on this machine, with two demo stores
    Dev(Dev),
    /// The tenants of the platform
    #[command(subcommand)]
    Tenant(TenantCommand),
    /// Bring in what a tenant has elsewhere
    #[command(subcommand)]
    Import(ImportCommand),
    /// The documents that storefronts read products from
    #[command(subcommand)]
    Products(ProductsCommand),
    /// The search index
    #[command(subcommand)]
    Search(SearchCommand),
    /// The days that reports are made of
    #[command(subcommand)]
    Analytics(AnalyticsCommand),
    /// Messages that were set aside
    #[command(subcommand)]
    Outbox(OutboxCommand),
    /// Webhooks that were set aside
    #[command(subcommand)]
    Webhooks(WebhooksCommand),
    /// The record of who changed what
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Keys that sign tokens, and keys that encrypt secrets
    #[command(subcommand)]
    Keys(KeysCommand),
    /// The platform's own people
    #[command(subcommand)]
    Operator(OperatorCommand),
    /// Write the document that describes the API
    Openapi(OpenApi),
}

#[tokio::main]
async fn main() -> ExitCode {
    commands::report(match Arguments::parse().command {
        Command::Serve(serve) => Box::pin(serve.run()).await,
        Command::Worker => Box::pin(commands::worker::run()).await,
        Command::Migrate => commands::migrate::run().await,
        Command::Doctor(doctor) => doctor.run().await,
        Command::Healthcheck(healthcheck) => healthcheck.run().await,
        Command::Dev(dev) => dev.run().await,
        Command::Tenant(tenant) => Box::pin(tenant.run()).await,
        Command::Import(import) => import.run().await,
        Command::Products(products) => Box::pin(products.run()).await,
        Command::Search(search) => search.run().await,
        Command::Analytics(analytics) => analytics.run().await,
        Command::Outbox(outbox) => outbox.run().await,
        Command::Webhooks(webhooks) => webhooks.run().await,
        Command::Audit(audit) => audit.run().await,
        Command::Keys(keys) => Box::pin(keys.run()).await,
        Command::Operator(operator) => operator.run().await,
        Command::Openapi(openapi) => openapi.run(),
    })
}
