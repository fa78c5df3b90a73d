//! Stoa's wiring: settings, services, router, worker and the commands of the program.
//!
//! Nothing here decides anything about the business; it puts adapters into ports and services into
//! handlers. It is a library so that tests can start the whole system inside one process.

pub mod api;
pub mod app;
pub mod commands;
pub mod dev;
pub mod doctor;
mod new_keys;
pub mod provision;
pub mod settings;
pub mod worker;
