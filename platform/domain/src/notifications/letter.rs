//! What letters say, and how they look.

use askama::Template;
use kernel::contact::Email;
use kernel::host::Host;
use kernel::ids::{TenantId, UserId};
use kernel::ports::Mail;
use kernel::{OrderNews, StaffNotice};
use time::OffsetDateTime;
use uuid::Uuid;

use super::StorefrontLinks;
use super::address::AddressLetter;
use super::dispute::DisputeNotice;
use super::newsletter::GuestLetter;
use super::order;
use super::stock;
use super::words::{LetterText, Said, Words, moment, texts};
use crate::identity::OperatorAccess;
use crate::inventory::ScarceVariant;
use crate::orders::OrderLetter;
use crate::reviews::ReviewInvitation;
use crate::tenancy::{Colors, Storefront};

/// A letter to somebody.
#[derive(Debug)]
pub(super) enum Letter {
    /// Confirm that you want an account.
    ConfirmEmail { token: String },
    /// You have an account already.
    HasAccount { token: String },
    /// The store has made an account for you.
    CustomerInvited { token: String },
    /// Choose a new password.
    ResetPassword { token: String },
    /// About the address of an account, whose it is.
    Address(AddressLetter, UserId),
    /// Your password was changed.
    PasswordChanged,
    /// Sign in with this code.
    LoginCode { code: String },
    /// To whoever has no account, or is not signed in.
    Guest(GuestLetter),
    /// You were signed in on another device.
    NewDevice { device: String },
    /// You were signed out on a device.
    SessionRevoked,
    /// Your account was deleted.
    AccountDeleted,
    /// To somebody who is invited to work for the tenant.
    StaffInvited { token: String },
    /// To a staff member: choose a new password.
    StaffReset { token: String },
    /// To a staff member: something about their account has changed.
    StaffNotice(StaffNotice),
    /// To the owners: an operator was let in.
    OperatorAccess(OperatorAccess),
    /// To the staff: a shopper's bank disputes an order.
    Disputed(DisputeNotice),
    /// To a shopper: something has happened to an order.
    Order {
        letter: OrderLetter,
        news: OrderNews,
        token: String,
    },
    /// To a shopper: what was bought can be reviewed.
    ReviewInvited(ReviewInvitation),
    /// To the staff: there is a new order.
    NewOrder(OrderLetter),
    /// To the staff: the authorization of an order's payment ends then.
    AuthorizationEnds(OrderLetter, OffsetDateTime),
    /// To the staff: these run low or are sold out.
    Scarce(Vec<ScarceVariant>),
}

/// Whom a letter is for, and whom it is from.
pub(super) struct Envelope<'a> {
    pub(super) id: Uuid,
    pub(super) tenant_id: TenantId,
    pub(super) to: &'a Email,
    /// None when the address is not confirmed: the name is then from anybody.
    pub(super) first_name: Option<&'a str>,
    pub(super) storefront: &'a Storefront,
    pub(super) host: &'a Host,
    pub(super) links: &'a StorefrontLinks,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Page<'a> {
    language: &'a str,
    subject: &'a str,
    brand: &'a str,
    home: &'a str,
    logo: Option<&'a str>,
    colors: &'a Colors,
    font: &'a str,
    greeting: &'a str,
    paragraphs: &'a [String],
    label: &'a str,
    link: &'a str,
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct Text<'a> {
    brand: &'a str,
    home: &'a str,
    greeting: &'a str,
    paragraphs: &'a [String],
    label: &'a str,
    link: &'a str,
}

impl Letter {
    /// The letter as it is sent.
    pub(super) fn write(&self, envelope: &Envelope<'_>) -> Result<Mail, askama::Error> {
        let (subject, text, html) = self.render(envelope, &self.path())?;
        let home = envelope.links.base(envelope.host);
        Ok(Mail {
            id: envelope.id,
            tenant_id: envelope.tenant_id,
            from_name: envelope.storefront.brand.name.clone(),
            to: envelope.to.clone(),
            subject,
            text,
            html,
            unsubscribe: self.one_click().map(|path| format!("{home}{path}")),
            reply_to: None,
            sender: None,
        })
    }

    /// The subject, and what the letter says as text and as a page, with a link to `path`.
    pub(super) fn render(
        &self,
        envelope: &Envelope<'_>,
        path: &str,
    ) -> Result<(String, String, String), askama::Error> {
        let storefront = envelope.storefront;
        let brand = &storefront.brand;
        let words = Words::of(&storefront.locale, &brand.name);
        let Said {
            subject,
            paragraphs,
            label,
        } = words.write(self.text(&words));
        let greeting = words.say(match envelope.first_name {
            Some(name) => texts::greeting_by_name(name),
            None => texts::greeting(),
        });
        let home = envelope.links.base(envelope.host);
        let link = format!("{home}{path}");
        let logo = brand
            .logo_url
            .as_ref()
            .map(|url| match url.strip_prefix('/') {
                Some(path) => format!("{home}/{path}"),
                None => url.clone(),
            });
        let html = Page {
            language: words.code(),
            subject: &subject,
            brand: &brand.name,
            home: &home,
            logo: logo.as_deref(),
            colors: &brand.colors,
            font: &brand.fonts.body,
            greeting: &greeting,
            paragraphs: &paragraphs,
            label: &label,
            link: &link,
        }
        .render()?;
        let text = Text {
            brand: &brand.name,
            home: &home,
            greeting: &greeting,
            paragraphs: &paragraphs,
            label: &label,
            link: &link,
        }
        .render()?;
        Ok((subject, text, html))
    }

    /// What it says.
    fn text<'a>(&'a self, words: &Words<'_>) -> LetterText<'a> {
        match self {
            Self::ConfirmEmail { .. } => texts::confirm_email(),
            Self::HasAccount { .. } => texts::has_account(),
            Self::CustomerInvited { .. } => texts::customer_invitation(),
            Self::ResetPassword { .. } => texts::reset_password(),
            Self::Address(AddressLetter::Confirm { .. }, _) => texts::confirm_new_email(),
            Self::Address(AddressLetter::Taken, _) => texts::new_email_taken(),
            Self::Address(AddressLetter::Changed { .. }, _) => texts::email_changed(),
            Self::PasswordChanged => texts::password_changed(),
            Self::LoginCode { code } => texts::login_code(spaced(code)),
            Self::Guest(GuestLetter::OrderCode { number, code, .. }) => {
                texts::order_code(number.to_string(), spaced(code))
            }
            Self::Guest(GuestLetter::Newsletter(mailing)) => match mailing.confirm {
                Some(_) => texts::newsletter_confirmation(),
                None => texts::newsletter_welcome(),
            },
            Self::NewDevice { device } if device.is_empty() => {
                texts::new_device(words.say(texts::device_unknown()))
            }
            Self::NewDevice { device } => texts::new_device(device),
            Self::SessionRevoked => texts::session_revoked(),
            Self::AccountDeleted => texts::account_deleted(),
            Self::StaffInvited { .. } => texts::staff_invitation(),
            Self::StaffReset { .. } => texts::staff_reset_password(),
            Self::StaffNotice(notice) => match notice {
                StaffNotice::PasswordChanged => texts::staff_password_changed(),
                StaffNotice::SecondFactorAdded => texts::staff_second_factor_added(),
                StaffNotice::SecondFactorRemoved => texts::staff_second_factor_removed(),
                StaffNotice::SessionRevoked => texts::staff_session_revoked(),
            },
            Self::OperatorAccess(access) => {
                let may = if access.may_write { "write" } else { "read" };
                let until = moment(access.expires_at);
                texts::operator_access(may, until, &access.ticket, &access.reason)
            }
            Self::Disputed(notice) => notice.text(words),
            Self::Order { letter, news, .. } => order::text(letter, *news, words),
            Self::ReviewInvited(it) => {
                texts::review_invitation(it.number.to_string(), order::join(&it.goods, words))
            }
            Self::NewOrder(letter) => order::new_order(letter, words),
            Self::AuthorizationEnds(letter, until) => order::authorization(letter, *until),
            Self::Scarce(variants) => stock::text(variants, words),
        }
    }

    /// Where one click ends such letters, of those that need a consent.
    fn one_click(&self) -> Option<String> {
        match self {
            Self::Guest(letter) => letter.one_click(),
            _ => None,
        }
    }

    /// The page of the storefront that the letter leads to.
    pub(super) fn path(&self) -> String {
        match self {
            Self::ConfirmEmail { token } => format!("/account/verify-email?token={token}"),
            Self::HasAccount { token }
            | Self::CustomerInvited { token }
            | Self::ResetPassword { token } => {
                format!("/account/reset-password?token={token}")
            }
            Self::Address(letter, _) => letter.path(),
            Self::Guest(letter) => letter.path(),
            Self::PasswordChanged | Self::NewDevice { .. } => "/account/forgot-password".to_owned(),
            Self::AccountDeleted | Self::OperatorAccess(_) | Self::Scarce(_) => "/".to_owned(),
            Self::StaffInvited { token } => format!("/staff/invitation?token={token}"),
            Self::StaffNotice(_) => "/staff/forgot-password".to_owned(),
            // What stands behind the # is sent to no server.
            Self::StaffReset { token } => format!("/staff/reset-password#token={token}"),
            Self::Order { letter, token, .. } => {
                format!("/orders/{}#token={token}", letter.order_id)
            }
            Self::ReviewInvited(invitation) => {
                format!("/orders/{}#token={}", invitation.order_id, invitation.token)
            }
            Self::NewOrder(letter) | Self::AuthorizationEnds(letter, _) => {
                format!("/admin/orders/{}", letter.order_id)
            }
            Self::Disputed(notice) => format!("/admin/orders/{}", notice.order_id),
            Self::SessionRevoked | Self::LoginCode { .. } => "/account/login".to_owned(),
        }
    }
}

/// A code as people read it: in two halves.
fn spaced(code: &str) -> String {
    let (first, second) = code.split_at(code.len() / 2);
    format!("{first} {second}")
}
