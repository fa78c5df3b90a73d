//! DNS: TXT records, asked of the system's name servers or of one that is named.

use std::net::SocketAddr;
use std::time::Duration;

use async_trait::async_trait;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig};
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::net::{DnsError as Dns, NetError};
use hickory_resolver::proto::op::ResponseCode;
use hickory_resolver::proto::rr::rdata::TXT;
use hickory_resolver::proto::rr::{Name, RData};
use hickory_resolver::{ResolverBuilder, TokioResolver};
use kernel::ports::{DnsError, TextRecords};

/// How long one question may take, and how often it is repeated.
const PATIENCE: Duration = Duration::from_secs(2);
const ATTEMPTS: usize = 2;
/// How long all of it may take, with every name server that the system names.
const WHOLE: Duration = Duration::from_secs(8);

/// Asks name servers. What they said is not remembered: staff who have just corrected a record want it seen.
#[derive(Clone)]
pub struct Resolver {
    inner: Result<TokioResolver, DnsError>,
}

impl Resolver {
    /// Asks `server`, or those that the system names (`/etc/resolv.conf`). Asks nobody yet; when the system names
    /// none, every lookup says so.
    pub fn new(server: Option<SocketAddr>) -> Self {
        let inner = builder(server).and_then(|mut builder| {
            let options = builder.options_mut();
            options.timeout = PATIENCE;
            options.attempts = ATTEMPTS;
            options.cache_size = 0;
            builder.build()
        });
        Self {
            inner: inner.map_err(|_| error("no name server is configured on this machine")),
        }
    }

    async fn ask(&self, name: &str) -> Result<Vec<String>, DnsError> {
        let resolver = self.inner.as_ref().map_err(Clone::clone)?;
        // From the root: the domains that the system searches are none of the tenant's.
        let mut name = Name::from_utf8(name).map_err(|_| error("the name cannot be asked for"))?;
        name.set_fqdn(true);
        let answered = tokio::time::timeout(WHOLE, resolver.txt_lookup(name)).await;
        match answered.map_err(|_| error("it does not answer in time"))? {
            Ok(lookup) => Ok(lookup
                .answers()
                .iter()
                .filter_map(|record| match &record.data {
                    RData::TXT(txt) => Some(text(txt)),
                    _ => None,
                })
                .collect()),
            Err(NetError::Dns(Dns::NoRecordsFound(none))) => match none.response_code {
                ResponseCode::NoError | ResponseCode::NXDomain => Ok(Vec::new()),
                code => Err(error(&format!("it answers {code}"))),
            },
            Err(NetError::Dns(Dns::ResponseCode(code))) => {
                Err(error(&format!("it answers {code}")))
            }
            Err(NetError::Timeout) => Err(error("it does not answer in time")),
            Err(_) => Err(error("it cannot be reached")),
        }
    }
}

#[async_trait]
impl TextRecords for Resolver {
    async fn texts(&self, name: &str) -> Result<Vec<String>, DnsError> {
        Box::pin(self.ask(name)).await
    }
}

fn builder(server: Option<SocketAddr>) -> Result<ResolverBuilder<TokioRuntimeProvider>, NetError> {
    let Some(server) = server else {
        return TokioResolver::builder_tokio();
    };
    let connections = [ConnectionConfig::udp(), ConnectionConfig::tcp()].map(|mut connection| {
        connection.port = server.port();
        connection
    });
    let server = NameServerConfig::new(server.ip(), true, connections.into());
    let config = ResolverConfig::from_name_servers(vec![server]);
    let provider = TokioRuntimeProvider::default();
    Ok(TokioResolver::builder_with_config(config, provider))
}

/// A record's strings, put together as mail servers do.
fn text(txt: &TXT) -> String {
    String::from_utf8_lossy(&txt.txt_data.concat()).into_owned()
}

fn error(why: &str) -> DnsError {
    DnsError(why.to_owned())
}
