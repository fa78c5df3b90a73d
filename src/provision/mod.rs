//! `stoa tenant create` and `stoa operator create`: tenants and operators from the command line.

mod brand_file;
mod kit;
mod logo;
mod operator;
mod password;
mod restore;
mod tenant;

pub use brand_file::{BrandFile, BrandKit};
pub use kit::give_kit;
pub use logo::{LogoError, give_logo};
pub use operator::OperatorCommand;
pub use tenant::TenantCommand;
