//! The program `stoa`.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use stoa::commands::{self, openapi::OpenApi, serve::Serve};

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
    /// Write the document that describes the API
    Openapi(OpenApi),
}

#[tokio::main]
async fn main() -> ExitCode {
    commands::report(match Arguments::parse().command {
        Command::Serve(serve) => serve.run().await,
        Command::Worker => commands::worker::run().await,
        Command::Migrate => commands::migrate::run().await,
        Command::Openapi(openapi) => openapi.run(),
    })
}
