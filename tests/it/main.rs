//! Front-door tests of the whole system, and the watchdogs over its source.
#![cfg(test)]

mod accounts;
mod api_keys;
mod backup;
mod dev;
mod disputes;
mod doctor;
mod finder;
mod free_orders;
mod front_door;
mod harness;
mod health;
mod healthcheck;
mod import;
mod import_files;
mod openapi;
mod order_letters;
mod overload;
mod oversight;
mod processes;
mod provision;
mod purchase;
mod redaction;
mod rolling;
mod search;
mod secrets;
mod set_aside;
mod soak;
mod staff;
mod strangers;
mod tenants;
mod traces;
mod watchdogs;
mod web_pages;
mod worker;
