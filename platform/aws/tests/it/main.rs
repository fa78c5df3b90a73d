//! Adapters against an emulator over real HTTP, and what becomes of them when it does not do its part.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails there and then"
)]

mod dynamodb;
mod kms;
mod s3;
mod ses;
mod sqs;
