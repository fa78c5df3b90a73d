//! The database's own promises, tried on a real one.
#![cfg(test)]

mod attacks;
mod columns;
mod dispatch;
mod housekeeping;
mod isolation;
mod keys;
mod messages;
mod migrations;
mod schema_gate;
