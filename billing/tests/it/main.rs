//! Billing on a real database and against a provider over real HTTP.
#![cfg(test)]

mod accounts;
mod books;
mod canceling;
mod comparison;
mod disputes;
mod found;
mod house;
mod ledger;
mod opening;
mod refunds;
mod restored;
mod set_aside;
mod shortfalls;
mod sim;
mod trade;
mod transfers;
mod waiting;
mod webhooks;
