//! What several of Amazon's services are reached with.

use std::str::FromStr;

use aws_backends::{AccessKey, DynamoDbAddress, SqsAddress};
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

/// Where product documents are kept.
#[derive(Debug, Clone)]
pub enum ProductDocumentsSettings {
    /// In the database.
    Postgres,
    /// In a table of DynamoDB.
    DynamoDb {
        /// Where it is.
        address: DynamoDbAddress,
        /// `PRODUCT_DOCUMENTS_ACCESS_KEY_ID` and `PRODUCT_DOCUMENTS_SECRET_ACCESS_KEY`; without them the machine's role is
        /// used.
        key: Option<AccessKey>,
    },
}

/// `PRODUCT_DOCUMENTS` as it is written.
enum Place {
    Postgres,
    DynamoDb(DynamoDbAddress),
}

/// Text that names no store of documents.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("must be postgres, or dynamodb://TABLE?region=…")]
struct BadPlace;

impl FromStr for Place {
    type Err = BadPlace;

    fn from_str(text: &str) -> Result<Self, BadPlace> {
        if text == "postgres" {
            return Ok(Self::Postgres);
        }
        text.parse().map(Self::DynamoDb).map_err(|_| BadPlace)
    }
}

impl ProductDocumentsSettings {
    /// Reads the settings; what is wrong is kept in `env`.
    pub fn from_env(env: &mut Env) -> Option<Self> {
        let place: Option<Place> = env.optional("PRODUCT_DOCUMENTS");
        let names = [
            "PRODUCT_DOCUMENTS_ACCESS_KEY_ID",
            "PRODUCT_DOCUMENTS_SECRET_ACCESS_KEY",
        ];
        let key = access_key(env, names);
        place.map(|place| match place {
            Place::Postgres => Self::Postgres,
            Place::DynamoDb(address) => Self::DynamoDb { address, key },
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_kept_where_the_setting_says_and_nowhere_without_it() {
        let read = |text: &str| {
            let mut env = Env::of([("PRODUCT_DOCUMENTS".to_owned(), text.to_owned())]);
            let settings = ProductDocumentsSettings::from_env(&mut env);
            (settings, env.finish().map_err(|error| error.0))
        };
        assert!(matches!(read(""), (None, Ok(()))));
        let (settings, problems) = read("postgres");
        assert!(matches!(settings, Some(ProductDocumentsSettings::Postgres)));
        assert_eq!(problems, Ok(()));
        let (settings, problems) = read("dynamodb://stoa-catalog?region=eu-central-1");
        assert!(matches!(
            settings,
            Some(ProductDocumentsSettings::DynamoDb { key: None, .. })
        ));
        assert_eq!(problems, Ok(()));
        for wrong in ["redis", "dynamodb://stoa-catalog", "dynamodb://?region=x"] {
            let told = "PRODUCT_DOCUMENTS: must be postgres, or dynamodb://TABLE?region=…";
            assert_eq!(read(wrong).1, Err(vec![told.to_owned()]), "{wrong}");
        }
    }
}
