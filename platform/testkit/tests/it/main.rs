//! The promises of the test database itself.

#[cfg(test)]
mod database;
