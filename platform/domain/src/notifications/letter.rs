//! What letters say, and how they look.

use askama::Template;
use kernel::contact::Email;
use kernel::host::Host;
use kernel::ids::{TenantId, UserId};
use kernel::ports::Mail;
use kernel::{OrderNews, StaffNotice};
use uuid::Uuid;

use super::StorefrontLinks;
use super::account;
use super::address::AddressLetter;
use super::dispute::DisputeNotice;
use super::newsletter::GuestLetter;
use super::order;
use super::review;
use super::staff;
use super::stock;
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
    /// To the staff: these run low or are sold out.
    Scarce(Vec<ScarceVariant>),
}

/// The languages that letters are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Language {
    English,
    German,
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

struct Words {
    subject: String,
    paragraphs: [String; 2],
    label: &'static str,
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
        let language = Language::of(&storefront.locale);
        let brand = &storefront.brand;
        let Words {
            subject,
            paragraphs,
            label,
        } = match language {
            Language::English => self.english(&brand.name),
            Language::German => self.german(&brand.name),
        };
        let home = envelope.links.base(envelope.host);
        let link = format!("{home}{path}");
        let greeting = language.greeting(envelope.first_name);
        let logo = brand
            .logo_url
            .as_ref()
            .map(|url| match url.strip_prefix('/') {
                Some(path) => format!("{home}/{path}"),
                None => url.clone(),
            });
        let html = Page {
            language: language.code(),
            subject: &subject,
            brand: &brand.name,
            home: &home,
            logo: logo.as_deref(),
            colors: &brand.colors,
            font: &brand.fonts.body,
            greeting: &greeting,
            paragraphs: &paragraphs,
            label,
            link: &link,
        }
        .render()?;
        let text = Text {
            brand: &brand.name,
            home: &home,
            greeting: &greeting,
            paragraphs: &paragraphs,
            label,
            link: &link,
        }
        .render()?;
        Ok((subject, text, html))
    }

    fn english(&self, brand: &str) -> Words {
        let (subject, first, second) = match self {
            Self::ConfirmEmail { .. } => (
                format!("Confirm your e-mail address at {brand}"),
                format!("you (or someone using this address) signed up for an account at {brand}. Confirm the address to open the account."),
                "The link expires in 24 hours. If you did not sign up, do not follow it: no account is opened then.".to_owned(),
            ),
            Self::HasAccount { .. } => (
                format!("You already have an account at {brand}"),
                format!("you (or someone using this address) signed up for an account at {brand}. You have one already."),
                "Sign in with your password. If you do not remember it, choose a new one: the link expires in 30 minutes. If you did not sign up, ignore this e-mail.".to_owned(),
            ),
            Self::CustomerInvited { .. } => account::invited_in_english(brand),
            Self::ResetPassword { .. } => (
                format!("Choose a new password for {brand}"),
                format!("we received a request to reset the password of your account at {brand}. Choose a new one."),
                "The link expires in 30 minutes. If you did not ask for it, ignore this e-mail: your password does not change.".to_owned(),
            ),
            Self::PasswordChanged => account::changed_in_english(brand),
            Self::LoginCode { code } => account::code_in_english(code, brand),
            Self::NewDevice { device } => account::device_in_english(device, brand),
            Self::SessionRevoked => account::revoked_in_english(brand),
            Self::AccountDeleted => (
                format!("Your account at {brand} was deleted"),
                format!("your account at {brand} was deleted, as you asked. Your orders are kept for as long as the law requires."),
                "If it was not you, write to us. You can have a new account at any time.".to_owned(),
            ),
            Self::StaffInvited { .. } => (
                format!("You are invited to work for {brand}"),
                format!("you are invited to the staff of {brand}. Accept the invitation to sign in to its admin API and console."),
                "The link expires in 7 days. If you did not expect it, ignore this e-mail: nothing happens then.".to_owned(),
            ),
            Self::StaffReset { .. } => staff::reset_in_english(brand),
            Self::StaffNotice(notice) => staff::english(*notice, brand),
            Self::OperatorAccess(access) => staff::access_in_english(access, brand),
            Self::Address(letter, _) => letter.english(brand),
            Self::Guest(letter) => letter.english(brand),
            Self::Disputed(notice) => notice.english(brand),
            Self::Order { letter, news, .. } => order::english(letter, *news, brand),
            Self::ReviewInvited(invitation) => review::english(invitation, brand),
            Self::NewOrder(letter) => order::new_in_english(letter, brand),
            Self::Scarce(variants) => stock::english(variants, brand),
        };
        let label = match self {
            Self::ConfirmEmail { .. } => "Confirm the address",
            Self::CustomerInvited { .. } => "Choose a password",
            Self::Address(letter, _) => letter.english_label(),
            Self::Guest(letter) => letter.english_label(),
            Self::SessionRevoked | Self::LoginCode { .. } => "Sign in",
            Self::AccountDeleted | Self::OperatorAccess(_) | Self::Scarce(_) => "Visit the store",
            Self::ReviewInvited(_) => "Write a review",
            Self::StaffInvited { .. } => "Accept the invitation",
            Self::Disputed(_) | Self::Order { .. } | Self::NewOrder(_) => "Show the order",
            Self::HasAccount { .. }
            | Self::ResetPassword { .. }
            | Self::PasswordChanged
            | Self::NewDevice { .. }
            | Self::StaffReset { .. }
            | Self::StaffNotice(_) => "Choose a new password",
        };
        Words {
            subject,
            paragraphs: [first, second],
            label,
        }
    }

    fn german(&self, brand: &str) -> Words {
        let (subject, first, second) = match self {
            Self::ConfirmEmail { .. } => (
                format!("Bestätigen Sie Ihre E-Mail-Adresse bei {brand}"),
                format!("Sie (oder jemand mit dieser E-Mail-Adresse) haben ein Konto bei {brand} angelegt. Bestätigen Sie die Adresse, um das Konto zu eröffnen."),
                "Der Link gilt 24 Stunden. Wenn Sie es nicht waren, folgen Sie ihm nicht: Dann wird kein Konto eröffnet.".to_owned(),
            ),
            Self::HasAccount { .. } => (
                format!("Sie haben schon ein Konto bei {brand}"),
                format!("Sie (oder jemand mit dieser E-Mail-Adresse) wollten ein Konto bei {brand} anlegen. Sie haben schon eines."),
                "Melden Sie sich mit Ihrem Passwort an. Wenn Sie es vergessen haben, wählen Sie ein neues: Der Link gilt 30 Minuten. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail.".to_owned(),
            ),
            Self::CustomerInvited { .. } => account::invited_in_german(brand),
            Self::ResetPassword { .. } => (
                format!("Wählen Sie ein neues Passwort für {brand}"),
                format!("für Ihr Konto bei {brand} wurde ein neues Passwort angefordert. Wählen Sie eines."),
                "Der Link gilt 30 Minuten. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail: Ihr Passwort bleibt, wie es ist.".to_owned(),
            ),
            Self::PasswordChanged => account::changed_in_german(brand),
            Self::LoginCode { code } => account::code_in_german(code, brand),
            Self::NewDevice { device } => account::device_in_german(device, brand),
            Self::SessionRevoked => account::revoked_in_german(brand),
            Self::AccountDeleted => (
                format!("Ihr Konto bei {brand} wurde gelöscht"),
                format!("Ihr Konto bei {brand} wurde gelöscht, wie Sie es wollten. Ihre Bestellungen bewahren wir so lange auf, wie das Gesetz es verlangt."),
                "Wenn Sie es nicht waren, schreiben Sie uns. Ein neues Konto können Sie jederzeit haben.".to_owned(),
            ),
            Self::StaffInvited { .. } => (
                format!("Sie sind eingeladen, für {brand} zu arbeiten"),
                format!("Sie sind zum Team von {brand} eingeladen. Nehmen Sie die Einladung an, um sich in der Verwaltung anzumelden."),
                "Der Link gilt 7 Tage. Wenn Sie ihn nicht erwartet haben, ignorieren Sie diese E-Mail: Dann geschieht nichts.".to_owned(),
            ),
            Self::StaffReset { .. } => staff::reset_in_german(brand),
            Self::StaffNotice(notice) => staff::german(*notice, brand),
            Self::OperatorAccess(access) => staff::access_in_german(access, brand),
            Self::Address(letter, _) => letter.german(brand),
            Self::Guest(letter) => letter.german(brand),
            Self::Disputed(notice) => notice.german(brand),
            Self::Order { letter, news, .. } => order::german(letter, *news, brand),
            Self::ReviewInvited(invitation) => review::german(invitation, brand),
            Self::NewOrder(letter) => order::new_in_german(letter, brand),
            Self::Scarce(variants) => stock::german(variants, brand),
        };
        let label = match self {
            Self::ConfirmEmail { .. } => "Adresse bestätigen",
            Self::CustomerInvited { .. } => "Passwort wählen",
            Self::Address(letter, _) => letter.german_label(),
            Self::Guest(letter) => letter.german_label(),
            Self::SessionRevoked | Self::LoginCode { .. } => "Anmelden",
            Self::AccountDeleted | Self::OperatorAccess(_) | Self::Scarce(_) => "Zum Laden",
            Self::ReviewInvited(_) => "Bewertung schreiben",
            Self::StaffInvited { .. } => "Einladung annehmen",
            Self::Disputed(_) | Self::Order { .. } | Self::NewOrder(_) => "Bestellung ansehen",
            Self::HasAccount { .. }
            | Self::ResetPassword { .. }
            | Self::PasswordChanged
            | Self::NewDevice { .. }
            | Self::StaffReset { .. }
            | Self::StaffNotice(_) => "Neues Passwort wählen",
        };
        Words {
            subject,
            paragraphs: [first, second],
            label,
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
            Self::NewOrder(letter) => format!("/admin/orders/{}", letter.order_id),
            Self::Disputed(notice) => format!("/admin/orders/{}", notice.order_id),
            Self::SessionRevoked | Self::LoginCode { .. } => "/account/login".to_owned(),
        }
    }
}

impl Language {
    /// The language of a locale such as `de-DE`, or English.
    fn of(locale: &str) -> Self {
        match locale.split(['-', '_']).next() {
            Some(language) if language.eq_ignore_ascii_case("de") => Self::German,
            _ => Self::English,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    fn greeting(self, first_name: Option<&str>) -> String {
        match self {
            Self::English => {
                first_name.map_or("Hello,".to_owned(), |name| format!("Hello {name},"))
            }
            Self::German => {
                first_name.map_or("Guten Tag,".to_owned(), |name| format!("Guten Tag {name},"))
            }
        }
    }
}
