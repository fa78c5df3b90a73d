//! `stoa tenant create` and `stoa operator create`: tenants and operators from the command line.

mod brand_file;
mod logo;
mod operator;
mod password;
mod tenant;

pub use brand_file::{BrandFile, BrandKit};
pub use logo::{LogoError, give_logo};
pub use operator::OperatorCommand;
pub use tenant::TenantCommand;
