//! Front-door tests of the whole system, and the watchdogs over its source.
#![cfg(test)]

mod accounts;
mod dev;
mod doors;
mod front_door;
mod harness;
mod health;
mod import;
mod import_files;
mod openapi;
mod oversight;
mod processes;
mod provision;
mod purchase;
mod soak;
mod strangers;
mod tenants;
mod watchdogs;
