//! Adapters against the real thing.

#[cfg(test)]
mod objects;
#[cfg(test)]
mod postgres;
