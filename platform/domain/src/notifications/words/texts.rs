//! Every text: its id in the Fluent files, and what it is told beside the brand. A text that is not here cannot be
//! written, one that is not written is dead code, and a test compares the files with this list.

use fluent_bundle::FluentValue;

use super::{LetterText, Phrase};

macro_rules! texts {
    ($kind:ident, $all:ident: $($id:ident($($told:ident),*);)+) => {
        $(
            pub(in crate::notifications) fn $id<'a>(
                $($told: impl Into<FluentValue<'a>>),*
            ) -> $kind<'a> {
                let told: Vec<(&str, FluentValue<'a>)> =
                    vec![$((stringify!($told), $told.into())),*];
                Phrase { id: stringify!($id), told: told.into_iter().collect() }.into()
            }
        )+

        #[cfg(test)]
        pub(super) const $all: &[(&str, &[&str])] = &[
            $((stringify!($id), &[$(stringify!($told)),*])),+
        ];
    };
}

texts! {
    LetterText, LETTERS:
    confirm_email();
    has_account();
    customer_invitation();
    reset_password();
    password_changed();
    login_code(code);
    new_device(device);
    session_revoked();
    account_deleted();
    confirm_new_email();
    new_email_taken();
    email_changed();
    order_code(number, code);
    newsletter_confirmation();
    newsletter_welcome();
    order_confirmed(number, goods, total);
    order_authorized(number, goods, total);
    order_shipped(number, goods);
    order_delivered(number, goods);
    order_cancelled(number, goods);
    order_units_cancelled(number, goods);
    order_refunded(number, amount);
    return_approved(number, goods);
    return_rejected(number, goods);
    return_received(number, goods);
    review_invitation(number, goods);
    staff_invitation();
    staff_reset_password();
    staff_password_changed();
    staff_second_factor_added();
    staff_second_factor_removed();
    staff_session_revoked();
    operator_access(may, until, ticket, reason);
    new_order(number, goods, total);
    new_order_authorized(number, goods, total, until);
    authorization_ends(number, total, until);
    low_stock(units, name, others, variants);
    dispute(number, amount, reason, words, deadline);
}

texts! {
    Phrase, PHRASES:
    greeting();
    greeting_by_name(name);
    device_unknown();
    more(count);
    tracking_carrier(carrier);
    tracking_number(number);
    tracking_page(url);
    order_units_refunded(amount);
    order_units_left_out();
    low_stock_variant(name, units);
    dispute_deadline(due_by);
    dispute_deadline_unknown();
    text_shipped(number);
    text_delivered(number);
}
