//! admin-console-api
