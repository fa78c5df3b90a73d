//! Adapters against the real thing.

#[cfg(test)]
mod postgres;
