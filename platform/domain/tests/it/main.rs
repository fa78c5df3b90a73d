//! The services on a real Postgres.
#![cfg(test)]

mod house;
mod identity;
mod tenancy;
mod tokens;
