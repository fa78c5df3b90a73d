//! Production back ends on AWS, or on what speaks its protocols.
//!
//! A crate of its own: Amazon's libraries take minutes to build, and nothing but the program itself
//! depends on them.

mod address;
mod client;
mod dynamodb;
mod kms;
mod s3;
mod ses;
mod sqs;

pub use address::{BadS3Address, S3Address};
pub use client::{AccessKey, Limits};
pub use dynamodb::{BadDynamoDbAddress, DynamoDb, DynamoDbAddress};
pub use kms::{BadKmsAddress, KMS_FORM, Kms, KmsAddress};
pub use s3::S3;
pub use ses::{BadSesAddress, Ses, SesAddress};
pub use sqs::{BadSqsAddress, Sqs, SqsAddress};
