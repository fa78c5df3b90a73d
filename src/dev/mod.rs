//! `stoa dev`: a whole installation in one folder, started with one command.
//!
//! Starts PostgreSQL, the Stripe simulator, the API and the worker; makes two demo stores; writes
//! where everything is. What dies is started again; what a killed run left behind is stopped first.

mod child;
mod database;
mod demo;
mod error;
mod folder;
mod report;
mod secrets;
mod simulator;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use db::bootstrap::Addresses;
use domain::identity::Password;
use gateway::telemetry;
use kernel::config::{Env, Secret};
use kernel::contact::Email;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::app::App;
use crate::commands::serve::serve;
use crate::commands::signals;
use crate::commands::{CommandError, check, say};
use crate::settings::Settings;

pub use error::DevError;

use database::Database;
use demo::Demo;
use folder::Folder;
use report::{Account, Report, Store};
use secrets::Secrets;
use simulator::Simulator;

const REPORT: &str = "dev.json";
/// What the other commands need to work on the same installation, one setting in a line.
pub const SETTINGS: &str = "settings.env";
/// The web shop, where `make run` builds it.
const WEB_SHOP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/clients/storefront/dist");
const OPERATOR: &str = "operator@stoa.example";

/// What `stoa dev` is told on the command line.
#[derive(Debug, Clone, clap::Args)]
pub struct Dev {
    /// The folder that everything is kept in
    #[arg(long, env = "STOA_DATA_DIR", default_value = ".stoa")]
    pub data_dir: PathBuf,
    /// The port of the API
    #[arg(long, env = "STOA_PORT", default_value_t = 8080)]
    pub port: u16,
    /// The port of the Stripe simulator
    #[arg(long, env = "STOA_STRIPE_PORT", default_value_t = 12111)]
    pub stripe_port: u16,
    /// The port of PostgreSQL; a free one unless given
    #[arg(long, env = "STOA_POSTGRES_PORT")]
    pub postgres_port: Option<u16>,
    /// The folder of PostgreSQL's programs; found unless given
    #[arg(long, env = "STOA_POSTGRES_BIN", value_name = "FOLDER")]
    pub postgres_bin: Option<PathBuf>,
}

impl Dev {
    /// Runs until it is told to stop, and leaves no process behind.
    pub async fn run(self) -> Result<(), CommandError> {
        let stop = signals::stop()?;
        Box::pin(self.run_until(stop))
            .await
            .map_err(|why| CommandError::Failed(why.to_string()))
    }

    async fn run_until(self, stop: CancellationToken) -> Result<(), DevError> {
        let since = Instant::now();
        let folder = Folder::open(&self.data_dir)?;
        folder.remove(REPORT)?;
        // Before anything is started, so that a taken port costs nothing.
        let listener = self.listen().await?;
        let demos = Demo::all();
        if demos.is_empty() {
            return Err(DevError::NoDemo);
        }
        let slugs: Vec<&str> = demos.iter().map(|demo| demo.slug).collect();
        let secrets = Secrets::keep(&folder, &slugs)?;

        // The simulator first: it takes no time, and its port may be taken.
        let simulator = self.simulator(&folder, &secrets)?;
        let child = tokio::select! {
            child = simulator.start() => child?,
            () = stop.cancelled() => return Ok(()),
        };
        let bin = self.postgres_bin.clone();
        let database = tokio::select! {
            database = Database::start(&folder, self.postgres_port, bin, &secrets) => database.map(Some),
            () = stop.cancelled() => Ok(None),
        };
        let database = match database {
            Ok(Some(database)) => database,
            cut_short => {
                simulator.stop(child).await;
                return cut_short.map(|_| ());
            }
        };
        let addresses = database.addresses.clone();
        let end = CancellationToken::new();
        let simulator = tokio::spawn(simulator.keep(child, end.clone()));
        let database = tokio::spawn(database.keep(end.clone()));

        let house = House {
            dev: &self,
            folder: &folder,
            secrets: &secrets,
            addresses: &addresses,
        };
        let outcome = Box::pin(house.open(listener, &demos, since, stop)).await;
        let removed = folder.remove(REPORT);
        end.cancel();
        for gone in [simulator.await, database.await] {
            if let Err(error) = gone {
                warn!("{error}");
            }
        }
        outcome.and(removed)
    }

    async fn listen(&self) -> Result<TcpListener, DevError> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        TcpListener::bind(address)
            .await
            .map_err(|error| match error.kind() {
                std::io::ErrorKind::AddrInUse => DevError::PortTaken {
                    port: self.port,
                    option: "--port",
                },
                _ => DevError::Start(format!("cannot listen on {address}: {error}")),
            })
    }

    fn simulator(&self, folder: &Folder, secrets: &Secrets) -> Result<Simulator, DevError> {
        let webhook = format!("http://127.0.0.1:{}/webhooks/stripe", self.port);
        Simulator::new(
            folder,
            self.stripe_port,
            webhook,
            secrets.webhook_secret.clone(),
        )
    }
}

/// What the API and the worker are started from, once PostgreSQL and the simulator run.
struct House<'a> {
    dev: &'a Dev,
    folder: &'a Folder,
    secrets: &'a Secrets,
    addresses: &'a Addresses,
}

impl House<'_> {
    /// Fills the database, listens, prints the addresses, and stops listening at `stop`.
    async fn open(
        &self,
        listener: TcpListener,
        demos: &[Demo],
        since: Instant,
        stop: CancellationToken,
    ) -> Result<(), DevError> {
        let settings = self.settings()?;
        telemetry::start_logs(&settings.telemetry);
        if let Some(address) = settings.telemetry.metrics
            && let Err(error) = telemetry::start_metrics(address)
        {
            warn!("there are no figures on {address}: {error}");
        }
        let app = App::build(settings)
            .await
            .map_err(|why| DevError::Start(why.to_string()))?;
        check(&app, Duration::ZERO)
            .await
            .map_err(|why| DevError::Start(why.to_string()))?;
        let stores = tokio::select! {
            stores = self.furnish(&app, demos) => stores?,
            () = stop.cancelled() => return Ok(()),
        };
        let report = Report {
            port: self.dev.port,
            stripe_port: self.dev.stripe_port,
            database_url: Secret::new(self.addresses.app.clone()),
            operator: Account {
                email: OPERATOR.to_owned(),
                password: Secret::new(self.secrets.operator.clone()),
            },
            stores,
        };
        let announce = async {
            self.folder.write(REPORT, &report.json())?;
            let folder = self.dev.data_dir.display().to_string();
            say(&report.page(&folder, since.elapsed()));
            Ok::<(), DevError>(())
        };
        let serve = async {
            serve(&app, listener, true, stop.clone())
                .await
                .map_err(|why| DevError::Start(why.to_string()))
        };
        tokio::try_join!(serve, announce).map(|_| ())
    }

    /// The operator and the demo stores, as they are after every start.
    async fn furnish(&self, app: &App, demos: &[Demo]) -> Result<Vec<Store>, DevError> {
        let refused = |why: kernel::goods::Malformed| DevError::Start(why.to_string());
        let email = Email::parse(OPERATOR).map_err(refused)?;
        let password = Password::parse(&self.secrets.operator).map_err(refused)?;
        app.identity
            .save_operator(&email, "Operator", password)
            .await?;
        let mut stores = Vec::new();
        for demo in demos {
            let tenant = demo.provision(app, self.secrets).await?;
            demo.fill(app, self.folder, &tenant).await?;
            let password = self.secrets.owner(demo.slug);
            stores.push(Store::new(&tenant, password, self.dev.port));
        }
        Ok(stores)
    }

    /// The environment's settings, with what only this installation can know.
    fn settings(&self) -> Result<Settings, DevError> {
        let usual = [
            ("LOG_FORMAT", "text"),
            ("LOG", "warn"),
            ("ALLOW_HTTP_ORIGINS", "true"),
            ("OPERATOR_SECOND_FACTOR", "false"),
            ("SHUTDOWN_GRACE_SECONDS", "10"),
            // One machine plays all the shoppers.
            ("RATE_LIMIT_READ_PER_SECOND", "0"),
            ("RATE_LIMIT_WRITE_PER_SECOND", "0"),
            ("RATE_LIMIT_CHECKOUT_PER_MINUTE", "0"),
            ("RATE_LIMIT_LOGIN_PER_MINUTE", "120"),
            // Where this program was built; an empty one is none.
            (
                "STOREFRONT_DIR",
                if Path::new(WEB_SHOP).is_dir() {
                    WEB_SHOP
                } else {
                    ""
                },
            ),
        ];
        let usual = usual.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let address = |url: &String| url.clone();
        // From whatever folder the other commands are called, they mean the same one.
        let absolute = |name: &str| {
            let path = self.folder.file(name);
            std::path::absolute(&path)
                .unwrap_or(path)
                .display()
                .to_string()
        };
        let known = [
            ("DATABASE_URL", address(&self.addresses.app)),
            ("DATABASE_RELAY_URL", address(&self.addresses.relay)),
            ("DATABASE_OPERATOR_URL", address(&self.addresses.operator)),
            ("TOKEN_KEYS", self.secrets.signing_key.clone()),
            ("ENCRYPTION_KEYS", self.secrets.encryption_key.clone()),
            ("LISTEN_ADDR", format!("127.0.0.1:{}", self.dev.port)),
            ("PLATFORM_DOMAIN", "localhost".to_owned()),
            ("PLATFORM_HOSTS", "localhost,127.0.0.1".to_owned()),
            ("MEDIA_DIR", absolute("media")),
            ("MAIL_URL", format!("file://{}", absolute("mail"))),
            ("SMS_URL", format!("file://{}", absolute("mail"))),
            (
                "STOREFRONT_URL",
                format!("http://{{host}}:{}", self.dev.port),
            ),
            (
                "STRIPE_API_URL",
                format!("http://127.0.0.1:{}", self.dev.stripe_port),
            ),
            (
                "STRIPE_JS_URL",
                format!("http://127.0.0.1:{}/v3/", self.dev.stripe_port),
            ),
            ("STRIPE_SECRET_KEY", "sk_test_stoa".to_owned()),
            ("STRIPE_PUBLISHABLE_KEY", "pk_test_stoa".to_owned()),
            (
                "STRIPE_WEBHOOK_SECRETS",
                self.secrets.webhook_secret.clone(),
            ),
        ];
        let known = known.map(|(name, value)| (name.to_owned(), value));
        let lines: Vec<String> = known
            .iter()
            .map(|(name, value)| format!("{name}={}\n", value.trim().replace('\n', "\\n")))
            .collect();
        self.folder.write(SETTINGS, &lines.concat())?;
        let env = Env::of(usual.into_iter().chain(std::env::vars()).chain(known));
        Settings::from_env(env).map_err(|why| DevError::Start(why.to_string()))
    }
}
