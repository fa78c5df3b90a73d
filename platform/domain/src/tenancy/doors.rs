//! From a host or a publishable key to a storefront: the first thing every request needs.

use async_trait::async_trait;
use kernel::AnyFault;
use kernel::host::Host;
use kernel::ports::{Door, Doors};

use super::{Tenancy, TenancyError, store};

/// How a request names its storefront.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Knock {
    Host(Host),
    PublishableKey(String),
}

/// Keys are not longer than this; longer text is not looked up.
const LONGEST_KEY: usize = 67;

#[async_trait]
impl Doors for Tenancy {
    async fn by_host(&self, host: &Host) -> Result<Option<Door>, AnyFault> {
        let knock = Knock::Host(host.clone());
        self.door(knock).await.map_err(AnyFault::new)
    }

    async fn by_publishable_key(&self, key: &str) -> Result<Option<Door>, AnyFault> {
        if !key.starts_with("pk_") || key.len() > LONGEST_KEY {
            return Ok(None);
        }
        let knock = Knock::PublishableKey(key.to_owned());
        self.door(knock).await.map_err(AnyFault::new)
    }
}

impl Tenancy {
    /// Only doors that exist are remembered: a new one opens at once, and asking for absent ones
    /// takes no memory.
    async fn door(&self, knock: Knock) -> Result<Option<Door>, TenancyError> {
        if let Some(door) = self.doors.get(&knock) {
            return Ok(Some(door));
        }
        let mut tx = self.db.directory().await?;
        let door = match &knock {
            Knock::Host(host) => store::door_of_host(&mut tx, host).await?,
            Knock::PublishableKey(key) => store::door_of_key(&mut tx, key).await?,
        };
        if let Some(door) = &door {
            self.doors.insert(knock, door.clone());
        }
        Ok(door)
    }
}
