//! The chain, computed again from what is stored. What somebody edited, deleted, inserted or moved shows at its
//! place; what was cut off the end shows at the head.

use db::{DbError, TenantTx};
use sha2::{Digest, Sha256};

use super::store::chain::{self, Link};

/// What was found in a tenant's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many entries hold.
    pub entries: i64,
    /// The hash of the last one that does; empty when there is none.
    pub hash: Vec<u8>,
    /// Where the chain breaks, if it does.
    pub broken: Option<Broken>,
}

/// Where and how a chain breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The numbers have a gap.
    #[error("entry {expected} is missing")]
    Missing {
        /// The number that should have come.
        expected: i64,
    },
    /// The hash does not follow from what is stored.
    #[error("entry {number} or what it changed was altered")]
    Altered {
        /// The entry.
        number: i64,
    },
    /// The head knows of more, fewer or other entries.
    #[error("the chain ends with entry {last}, and its head says {head}")]
    Cut {
        /// The last entry.
        last: i64,
        /// What the head says.
        head: i64,
    },
    /// Changes that belong to no entry.
    #[error("{count} changes belong to no entry")]
    Stray {
        /// How many.
        count: i64,
    },
}

impl Link {
    /// What the schema computes when it closes an entry, in another language.
    fn chained(&self, before: &[u8]) -> Vec<u8> {
        let micros = self.at.unix_timestamp_nanos() / 1_000;
        let line = format!(
            "{}\n{}\n{micros}\n{}\n{}\n{}\n{}",
            self.number, self.id, self.actor, self.operation, self.request_id, self.changes,
        );
        let content = Sha256::digest(self.content.as_deref().unwrap_or_default());
        let mut hash = Sha256::new();
        hash.update(before);
        hash.update(line);
        hash.update(content);
        hash.finalize().to_vec()
    }
}

/// Reads the whole chain of the transaction's tenant.
pub(super) async fn verify(tx: &mut TenantTx) -> Result<Verified, DbError> {
    // One moment for the chain and its head, whatever is added meanwhile.
    chain::stand_still(tx).await?;
    let mut found = Verified {
        entries: 0,
        hash: Vec::new(),
        broken: None,
    };
    loop {
        let links = chain::batch(tx, found.entries).await?;
        if links.is_empty() {
            found.broken = end(tx, &found).await?;
            return Ok(found);
        }
        for link in links {
            let expected = found.entries + 1;
            if link.number != expected {
                found.broken = Some(Broken::Missing { expected });
                return Ok(found);
            }
            if link.chained(&found.hash) != link.hash {
                found.broken = Some(Broken::Altered {
                    number: link.number,
                });
                return Ok(found);
            }
            found.entries = link.number;
            found.hash = link.hash;
        }
    }
}

/// What is wrong behind the last entry.
async fn end(tx: &mut TenantTx, found: &Verified) -> Result<Option<Broken>, DbError> {
    let (head, hash) = chain::head(tx).await?;
    if (head, &hash) != (found.entries, &found.hash) {
        return Ok(Some(Broken::Cut {
            last: found.entries,
            head,
        }));
    }
    let count = chain::stray(tx).await?;
    Ok((count > 0).then_some(Broken::Stray { count }))
}
