//! What domains publish about themselves.

use async_trait::async_trait;

use crate::fault::{Case, Fault};

/// No name server has answered, or one answered that it cannot say: nothing is known of the name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("DNS does not answer at the moment: {0}")]
pub struct DnsError(pub String);

impl DnsError {
    /// Its case.
    pub const DNS_UNAVAILABLE: Case = Case::unavailable("dns_unavailable");
}

impl Fault for DnsError {
    fn case(&self) -> Case {
        Self::DNS_UNAVAILABLE
    }
}

/// TXT records of the DNS. It asks other machines: never call it inside a transaction.
#[async_trait]
pub trait TextRecords: Send + Sync {
    /// The TXT records of a name, each with its strings put together; empty when the name is not there or has none.
    async fn texts(&self, name: &str) -> Result<Vec<String>, DnsError>;
}
