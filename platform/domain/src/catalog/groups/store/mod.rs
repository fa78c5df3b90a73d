//! Every statement about customer groups.

mod groups;
mod members;
mod prices;
mod visibility;

pub(super) use groups::{count, delete, find, insert, list, lock, update};
pub(super) use members::{add_members, known_customers, members, names_of, remove_member};
pub(super) use prices::{groups_of, known_variants, prices, prices_of, put_prices};
pub(super) use visibility::{
    groups_of_product, known_groups, product_exists, put_groups_of_product, restrict,
};
