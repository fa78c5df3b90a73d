//! Every statement about documents.

mod documents;
mod settings;

pub(super) use documents::{
    NewDocument, credited, find, insert, invoice_of, list, local_days, of_order,
};
pub(super) use settings::{has_prefix, put_settings, settings};
