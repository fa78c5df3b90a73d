//! What happened, told to whoever cares: the messages of the outbox.
//!
//! An event carries ids and facts, never a row. Consumers are idempotent and know nothing of the
//! publisher. The ones called `…Due` are reminders: published now, delivered at their time.

mod aggregate;
mod lane;
mod topic;

use serde::{Deserialize, Serialize};

use time::OffsetDateTime;

use crate::contact::Email;
use crate::funnel::FunnelStep;
use crate::ids::{
    CartId, CategoryId, DisputeId, EmailChangeId, EmailId, InvitationId, MerchantId, OperationId,
    OperatorAccessId, OrderId, PaymentId, ProductId, RefundId, ReturnId, SenderDomainId, SignupId,
    StaffId, StorefrontId, SubscriberId, TransferId, UserId, VariantId,
};
use crate::money::Money;
use crate::news::{OrderNews, StaffNotice};

/// A fact, or a reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are named after the ids they hold")]
pub enum Event {
    /// A merchant was added, and needs an account at the payment provider.
    MerchantCreated { merchant_id: MerchantId },
    /// Products were created or changed, their prices and stock included.
    ProductsChanged { product_ids: Vec<ProductId> },
    /// The documents of products should be put as the products are now.
    ProductDocumentsDue { product_ids: Vec<ProductId> },
    /// A product has pictures that should be made in several widths.
    ImageSizesDue { product_id: ProductId },
    /// A category shows another picture, or says something else of it; a new one should be made in several widths.
    CategoryImageChanged { category_id: CategoryId },
    /// Orders have taken the last units of variants, or given some back when there were none.
    AvailabilityChanged { variant_ids: Vec<VariantId> },
    /// Stock ran low; staff should be told of all that did.
    StockLetterDue {},
    /// The products behind this one should be put into the search index again; all of them without it.
    SearchRebuildDue { after: Option<ProductId> },
    /// Money of an order moved, a free order was placed, or a paid one is of another account: its reports change.
    OrderBooked { order_id: OrderId },
    /// A shopper got a step further with a cart.
    FunnelStepTaken {
        step: FunnelStep,
        cart_id: CartId,
        storefront_id: StorefrontId,
        #[serde(with = "time::serde::rfc3339")]
        at: OffsetDateTime,
    },
    /// Checkout did not make an order of a cart, for these reasons.
    CheckoutRefused {
        cart_id: CartId,
        storefront_id: StorefrontId,
        reasons: Vec<String>,
        #[serde(with = "time::serde::rfc3339")]
        at: OffsetDateTime,
    },
    /// The orders behind this one, or all, should be counted for the tenant's reports. Only the last `run` goes on.
    ReportsRebuildDue { run: i64, after: Option<OrderId> },
    /// The time that an unpaid order has is over.
    OrderExpiryDue { order_id: OrderId },
    /// An order's payment is authorized: whether it should be captured or let go is to be looked at.
    CaptureCheckDue { order_id: OrderId },
    /// An order may lack documents about what was captured.
    OrderDocumentsDue { order_id: OrderId },
    /// The store's staff should be written to about an authorization that ends soon.
    AuthorizationLetterDue {
        order_id: OrderId,
        storefront_id: StorefrontId,
    },
    /// The bank's promise to pay for an order runs out soon.
    AuthorizationEndDue { order_id: OrderId },
    /// Units came back and can be sold again.
    UnitsRestocked {
        return_id: ReturnId,
        /// The order that they were of; absent in events from before it was told.
        #[serde(default)]
        order_id: Option<OrderId>,
        variant_id: VariantId,
        quantity: i32,
    },
    /// An order was cancelled and its stock given back.
    OrderCancelled { order_id: OrderId },
    /// The shopper's bank has set the money aside, until `capture_before` at the latest.
    PaymentAuthorized {
        payment_id: PaymentId,
        order_id: OrderId,
        amount: Money,
        #[serde(with = "time::serde::rfc3339")]
        capture_before: OffsetDateTime,
    },
    /// The shopper's money has been taken.
    PaymentSucceeded {
        payment_id: PaymentId,
        order_id: OrderId,
        amount: Money,
    },
    /// An attempt to pay was declined; another may follow.
    PaymentDeclined {
        payment_id: PaymentId,
        order_id: OrderId,
    },
    /// A payment was cancelled before any money moved.
    PaymentCancelled {
        payment_id: PaymentId,
        order_id: OrderId,
    },
    /// A merchant's share should be transferred, now or again. `attempt` counts from 0.
    TransferDue {
        transfer_id: TransferId,
        attempt: u32,
    },
    /// Money is to be given back; whoever asked for it may be doing so already.
    RefundRequested {
        refund_id: RefundId,
        order_id: OrderId,
    },
    /// The shopper has the money back, or the provider says it is on its way.
    RefundSucceeded {
        refund_id: RefundId,
        order_id: OrderId,
    },
    /// The provider could not give the money back.
    RefundFailed {
        refund_id: RefundId,
        order_id: OrderId,
        reason: String,
    },
    /// Money was given back at the payment provider itself, and not by us.
    RefundFound {
        refund_id: RefundId,
        order_id: OrderId,
        amount: Money,
        reason: String,
    },
    /// A shopper's bank asks for a payment's money back; `reason` is the provider's word for why.
    DisputeOpened {
        dispute_id: DisputeId,
        order_id: OrderId,
        amount: Money,
        reason: String,
        #[serde(with = "time::serde::rfc3339::option")]
        evidence_due_by: Option<OffsetDateTime>,
    },
    /// The store's staff should be written to about a dispute.
    DisputeLetterDue {
        dispute_id: DisputeId,
        order_id: OrderId,
        order_number: i64,
        storefront_id: StorefrontId,
        amount: Money,
        reason: String,
        #[serde(with = "time::serde::rfc3339::option")]
        evidence_due_by: Option<OffsetDateTime>,
    },
    /// A shopper should be written to about an order.
    OrderLetterDue {
        order_id: OrderId,
        storefront_id: StorefrontId,
        news: OrderNews,
    },
    /// A shopper who agreed to it should be sent a text message about an order.
    OrderTextDue {
        order_id: OrderId,
        storefront_id: StorefrontId,
        news: OrderNews,
    },
    /// The store's staff should be written to about a new order.
    NewOrderLetterDue {
        order_id: OrderId,
        storefront_id: StorefrontId,
    },
    /// A shopper should be asked to review what an order brought.
    ReviewInvitationDue {
        order_id: OrderId,
        storefront_id: StorefrontId,
    },
    /// Objects of pictures that no review may have any more; those that one has stay.
    ReviewPicturesGone { keys: Vec<String>, is_check: bool },
    /// A merchant's part of a refund should be taken back, now or again. `attempt` counts from 0.
    ReversalDue {
        refund_id: RefundId,
        merchant_id: MerchantId,
        attempt: u32,
    },
    /// A recorded provider call should be finished by now; look whether it is.
    OperationCheckDue { operation_id: OperationId },
    /// A payment that is still not final should be compared with the provider's.
    PaymentCheckDue { payment_id: PaymentId },
    /// A visitor signed up with this address, or asked for the e-mail about it again; then without an
    /// id. Whether the address has an account is looked up when the e-mail is written.
    SignupRequested {
        email: Email,
        storefront_id: StorefrontId,
        #[serde(default)]
        signup_id: Option<SignupId>,
    },
    /// Somebody has shown that an address is theirs, and has an account for it; told once more a
    /// minute later, for what was on its way to the address meanwhile.
    AccountOpened { user_id: UserId, email: Email },
    /// Somebody says that the password of this address is forgotten; it may have no account.
    PasswordForgotten {
        email: Email,
        storefront_id: StorefrontId,
    },
    /// A shopper's password was changed.
    PasswordChanged {
        user_id: UserId,
        storefront_id: StorefrontId,
    },
    /// A shopper wants another e-mail address; whoever reads the new one should be asked.
    EmailChangeRequested {
        change_id: EmailChangeId,
        storefront_id: StorefrontId,
    },
    /// A shopper's account has another e-mail address; whoever reads the old one should be told.
    EmailChanged {
        change_id: EmailChangeId,
        storefront_id: StorefrontId,
    },
    /// A change of an e-mail address can be taken back no more.
    EmailChangeSettled {
        change_id: EmailChangeId,
        user_id: UserId,
    },
    /// A shopper has deleted the own account; there is nothing else left to write to them by.
    AccountDeleted {
        user_id: UserId,
        email: Email,
        first_name: String,
        storefront_id: StorefrontId,
    },
    /// Somebody was invited to work for the tenant.
    StaffInvited {
        invitation_id: InvitationId,
        storefront_id: StorefrontId,
    },
    /// Somebody wants to sign in to a shopper's account with a code.
    LoginCodeRequested {
        email: Email,
        storefront_id: StorefrontId,
    },
    /// Somebody wants to see the order with this number and address, which may not be there.
    OrderCodeRequested {
        number: i64,
        email: Email,
        storefront_id: StorefrontId,
    },
    /// Somebody wants the newsletter at this address, which should be asked.
    NewsletterRequested {
        email: Email,
        storefront_id: StorefrontId,
    },
    /// Whoever reads an address wants the newsletter.
    NewsletterConfirmed {
        email: Email,
        storefront_id: StorefrontId,
    },
    /// A shopper who is signed in elsewhere signed in on a device that is not among those.
    NewDeviceSignedIn {
        user_id: UserId,
        storefront_id: StorefrontId,
        device: String,
    },
    /// A subscriber of the newsletter without an account was deleted; nothing should be left of the address.
    SubscriberDeleted {
        subscriber_id: SubscriberId,
        email: Email,
    },
    /// An e-mail should be sent again.
    EmailResendDue {
        email_id: EmailId,
        storefront_id: StorefrontId,
    },
    /// The records of a sender domain should be looked up again.
    SenderDomainCheckDue { sender_domain_id: SenderDomainId },
    /// An operator of the platform was let into the tenant.
    OperatorAccessOpened { access_id: OperatorAccessId },
    /// Somebody says that the password of a staff account is forgotten.
    StaffPasswordForgotten {
        email: Email,
        storefront_id: StorefrontId,
    },
    /// A staff member is to be told about their account.
    StaffNoticeDue {
        staff_id: StaffId,
        storefront_id: StorefrontId,
        notice: StaffNotice,
    },
    /// A refresh token was used a second time: somebody else may have it.
    SessionRevoked {
        user_id: UserId,
        storefront_id: StorefrontId,
    },
}
