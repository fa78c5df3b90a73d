//! The gateway in front of a small API.
#![cfg(test)]

mod body;
mod cache;
mod cors;
mod doors;
mod errors;
mod limits;
mod media;
mod server;
mod support;
