//! What each letter is in the log, and how much of it is kept there.

use kernel::OrderNews;
use kernel::ids::{OrderId, UserId};

use crate::notifications::address::AddressLetter;
use crate::notifications::letter::Letter;
use crate::notifications::newsletter::GuestLetter;

kernel::words! {
    /// What an e-mail is about.
    pub enum EmailKind {
        /// Confirming the address of a new account.
        ConfirmEmail = "confirm_email",
        /// A sign-up with the address of an account.
        HasAccount = "has_account",
        /// An account that staff made.
        CustomerInvitation = "customer_invitation",
        /// A link to choose a new password.
        ResetPassword = "reset_password",
        /// A password that was changed.
        PasswordChanged = "password_changed",
        /// A code to sign in with.
        LoginCode = "login_code",
        /// A sign-in on a new device.
        NewDevice = "new_device",
        /// A session that was ended.
        SessionRevoked = "session_revoked",
        /// A deleted account.
        AccountDeleted = "account_deleted",
        /// Confirming another address for an account.
        ConfirmNewEmail = "confirm_new_email",
        /// Another address for an account, which an account has already.
        NewEmailTaken = "new_email_taken",
        /// An address that was replaced.
        EmailChanged = "email_changed",
        /// A code that shows an order.
        OrderCode = "order_code",
        /// Confirming the newsletter, and welcoming to it.
        Newsletter = "newsletter",
        /// An order that was paid.
        OrderConfirmed = "order_confirmed",
        /// A parcel that was shipped.
        OrderShipped = "order_shipped",
        /// A parcel that was delivered.
        OrderDelivered = "order_delivered",
        /// An order that was cancelled.
        OrderCancelled = "order_cancelled",
        /// Units of an order that were cancelled.
        OrderUnitsCancelled = "order_units_cancelled",
        /// A refund.
        OrderRefunded = "order_refunded",
        /// A return that was approved.
        ReturnApproved = "return_approved",
        /// A return that was rejected.
        ReturnRejected = "return_rejected",
        /// A return that was received.
        ReturnReceived = "return_received",
        /// A request to review an order.
        ReviewInvitation = "review_invitation",
        /// To staff: a new order.
        NewOrder = "new_order",
        /// To staff: an authorization that ends soon.
        AuthorizationEnds = "authorization_ends",
        /// To staff: stock that runs low.
        LowStock = "low_stock",
        /// To staff: a dispute.
        Dispute = "dispute",
        /// To staff: an invitation.
        StaffInvitation = "staff_invitation",
        /// To staff: a link to choose a new password.
        StaffResetPassword = "staff_reset_password",
        /// To staff: a change of their account.
        StaffNotice = "staff_notice",
        /// To owners: an operator's access.
        OperatorAccess = "operator_access",
    }
}

/// How much of a letter the log keeps. Whoever reads the log must not be able to do what only the reader of the
/// mailbox should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::notifications) enum Kept {
    /// All of it: it leads to where everybody can go.
    Whole,
    /// All but what stands behind the `#` of its link.
    WithoutToken,
    /// The subject: the letter is a secret link and words around it.
    Subject,
    /// Nothing: the subject has a code in it.
    Nothing,
}

impl EmailKind {
    /// Whether staff may have it written and sent again: the ones about orders, whose links are made anew. Others
    /// were asked for by their reader, who can ask again, or are sent once on purpose.
    pub const fn can_resend(self) -> bool {
        matches!(
            self,
            Self::OrderConfirmed
                | Self::OrderShipped
                | Self::OrderDelivered
                | Self::OrderCancelled
                | Self::OrderUnitsCancelled
                | Self::OrderRefunded
                | Self::ReturnApproved
                | Self::ReturnRejected
                | Self::ReturnReceived
        )
    }
}

impl Letter {
    /// What it is in the log.
    pub(in crate::notifications) const fn kind(&self) -> EmailKind {
        match self {
            Self::ConfirmEmail { .. } => EmailKind::ConfirmEmail,
            Self::HasAccount { .. } => EmailKind::HasAccount,
            Self::CustomerInvited { .. } => EmailKind::CustomerInvitation,
            Self::ResetPassword { .. } => EmailKind::ResetPassword,
            Self::PasswordChanged => EmailKind::PasswordChanged,
            Self::LoginCode { .. } => EmailKind::LoginCode,
            Self::NewDevice { .. } => EmailKind::NewDevice,
            Self::SessionRevoked => EmailKind::SessionRevoked,
            Self::AccountDeleted => EmailKind::AccountDeleted,
            Self::Address(AddressLetter::Confirm { .. }, _) => EmailKind::ConfirmNewEmail,
            Self::Address(AddressLetter::Taken, _) => EmailKind::NewEmailTaken,
            Self::Address(AddressLetter::Changed { .. }, _) => EmailKind::EmailChanged,
            Self::Guest(GuestLetter::OrderCode { .. }) => EmailKind::OrderCode,
            Self::Guest(GuestLetter::Newsletter(_)) => EmailKind::Newsletter,
            Self::Order { news, .. } => kind_of(*news),
            Self::ReviewInvited(_) => EmailKind::ReviewInvitation,
            Self::NewOrder(_) => EmailKind::NewOrder,
            Self::AuthorizationEnds(..) => EmailKind::AuthorizationEnds,
            Self::Scarce(_) => EmailKind::LowStock,
            Self::Disputed(_) => EmailKind::Dispute,
            Self::StaffInvited { .. } => EmailKind::StaffInvitation,
            Self::StaffReset { .. } => EmailKind::StaffResetPassword,
            Self::StaffNotice(_) => EmailKind::StaffNotice,
            Self::OperatorAccess(_) => EmailKind::OperatorAccess,
        }
    }

    /// How much of it is kept.
    pub(in crate::notifications) const fn kept(&self) -> Kept {
        match self {
            Self::PasswordChanged
            | Self::NewDevice { .. }
            | Self::SessionRevoked
            | Self::AccountDeleted
            | Self::Address(AddressLetter::Taken, _)
            | Self::NewOrder(_)
            | Self::AuthorizationEnds(..)
            | Self::Scarce(_)
            | Self::Disputed(_)
            | Self::StaffNotice(_)
            | Self::OperatorAccess(_) => Kept::Whole,
            Self::Order { .. } | Self::ReviewInvited(_) => Kept::WithoutToken,
            Self::ConfirmEmail { .. }
            | Self::HasAccount { .. }
            | Self::CustomerInvited { .. }
            | Self::ResetPassword { .. }
            | Self::Address(AddressLetter::Confirm { .. } | AddressLetter::Changed { .. }, _)
            | Self::Guest(GuestLetter::Newsletter(_))
            | Self::StaffInvited { .. }
            | Self::StaffReset { .. } => Kept::Subject,
            Self::LoginCode { .. } | Self::Guest(GuestLetter::OrderCode { .. }) => Kept::Nothing,
        }
    }

    /// The order that it is about.
    pub(in crate::notifications) const fn order_id(&self) -> Option<OrderId> {
        match self {
            Self::Order { letter, .. }
            | Self::NewOrder(letter)
            | Self::AuthorizationEnds(letter, _) => Some(letter.order_id),
            Self::ReviewInvited(invitation) => Some(invitation.order_id),
            Self::Disputed(notice) => Some(notice.order_id),
            Self::Guest(GuestLetter::OrderCode { order_id, .. }) => Some(*order_id),
            _ => None,
        }
    }

    /// Whether it goes to the address of that order, which the log leaves to the order.
    pub(in crate::notifications) const fn is_to_order(&self) -> bool {
        matches!(
            self,
            Self::Order { .. }
                | Self::ReviewInvited(_)
                | Self::Guest(GuestLetter::OrderCode { .. })
        )
    }

    /// What it tells about an order.
    pub(in crate::notifications) const fn news(&self) -> Option<OrderNews> {
        match self {
            Self::Order { news, .. } => Some(*news),
            _ => None,
        }
    }

    /// The account that the letter belongs to though it may not go to the account's address.
    pub(in crate::notifications) const fn user_id(&self) -> Option<UserId> {
        match self {
            Self::Address(_, user_id) => Some(*user_id),
            _ => None,
        }
    }
}

const fn kind_of(news: OrderNews) -> EmailKind {
    match news {
        OrderNews::Confirmed => EmailKind::OrderConfirmed,
        OrderNews::Shipped { .. } => EmailKind::OrderShipped,
        OrderNews::Delivered { .. } => EmailKind::OrderDelivered,
        OrderNews::Cancelled => EmailKind::OrderCancelled,
        OrderNews::UnitsCancelled { .. } => EmailKind::OrderUnitsCancelled,
        OrderNews::Refunded { .. } => EmailKind::OrderRefunded,
        OrderNews::ReturnApproved { .. } => EmailKind::ReturnApproved,
        OrderNews::ReturnRejected { .. } => EmailKind::ReturnRejected,
        OrderNews::ReturnReceived { .. } => EmailKind::ReturnReceived,
    }
}
