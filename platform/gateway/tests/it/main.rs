//! The gateway in front of a small API.
#![cfg(test)]

mod body;
mod cache;
mod cors;
mod docs;
mod errors;
mod finder;
mod health;
mod limits;
mod logs;
mod media;
mod server;
mod support;
