//! Billing on a real database and against a provider over real HTTP.
#![cfg(test)]

mod accounts;
mod books;
mod canceling;
mod house;
mod ledger;
mod opening;
mod refunds;
mod sim;
mod transfers;
mod webhooks;
