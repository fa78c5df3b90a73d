//! Front-door tests of the whole system, and the watchdogs over its source.
#![cfg(test)]

mod dev;
mod openapi;
mod processes;
mod watchdogs;
