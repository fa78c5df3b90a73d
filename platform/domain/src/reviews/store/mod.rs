//! Every statement about reviews.

mod decisions;
mod invitations;
mod lists;
mod pictures;
mod published;
mod ratings;
mod settings;
mod texts;

pub(super) use decisions::{
    Verdict, answer, decide, decisions, is_published, report, reports, statistics,
};
pub(super) use invitations::{has_arrived, not_reviewed, plan_invitation};
pub(super) use lists::{find, list, lock};
pub(super) use pictures::{
    add_picture, forget_pictures, known_keys, look_again, remove_picture, remove_pictures,
};
pub(super) use published::{merchant, product, published};
pub(super) use ratings::{count_again, histogram};
pub(super) use settings::{put_settings, settings};
pub(super) use texts::{
    Revision, appeal, buyer, forget_names, has_twin, insert, line, revise, withdraw,
};
