// Generated from the API document by `make gen`. Do not edit.

/// The version of the crate and of the API document that it was made from.
pub const VERSION: &str = "0.1.0";
