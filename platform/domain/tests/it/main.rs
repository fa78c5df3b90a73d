//! The services on a real Postgres.
#![cfg(test)]

mod cancelling;
mod cart;
mod cart_limits;
mod catalog;
mod checkout;
mod checkout_again;
mod finder;
mod house;
mod identity;
mod outcomes;
mod promises;
mod races;
mod refund_outcomes;
mod refunds;
mod shop;
mod tenancy;
mod tokens;
mod unpaid;
mod wares;

/// Where the requests of these tests come from.
const HERE: std::net::IpAddr = std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);
