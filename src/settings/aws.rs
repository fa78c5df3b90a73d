//! What several of Amazon's services are reached with.

use aws_backends::{AccessKey, SqsAddress};
use kernel::config::{Env, Secret};

/// The queues that messages are handed to workers by.
#[derive(Debug, Clone)]
pub struct WorkQueueSettings {
    /// `WORK_QUEUE`: where they are.
    pub address: SqsAddress,
    /// `WORK_QUEUE_ACCESS_KEY_ID` and `WORK_QUEUE_SECRET_ACCESS_KEY`; without them the machine's role is used.
    pub key: Option<AccessKey>,
}

impl WorkQueueSettings {
    /// Reads the settings; what is wrong is kept in `env`.
    pub fn from_env(env: &mut Env) -> Option<Self> {
        let address: Option<SqsAddress> = env.optional("WORK_QUEUE");
        let names = ["WORK_QUEUE_ACCESS_KEY_ID", "WORK_QUEUE_SECRET_ACCESS_KEY"];
        let key = access_key(env, names);
        address.map(|address| Self { address, key })
    }
}

/// A key in two settings, which are there together or not at all.
pub(super) fn access_key(env: &mut Env, [id, secret]: [&'static str; 2]) -> Option<AccessKey> {
    let given: (Option<String>, Option<Secret<String>>) = (env.optional(id), env.optional(secret));
    match given {
        (Some(id), Some(secret)) => Some(AccessKey { id, secret }),
        (None, None) => None,
        (Some(_), None) => {
            env.refuse(secret, format!("must be set with {id}"));
            None
        }
        (None, Some(_)) => {
            env.refuse(id, format!("must be set with {secret}"));
            None
        }
    }
}
