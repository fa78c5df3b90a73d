//! What was sent to whom.

use domain::notifications::{
    self, EmailKind, EmailOutcome, ListEmails, NotificationError, SentEmail,
};
use gateway::{ApiResult, Contract, Cursor, Invalid, Limit, Page, Staff};
use kernel::Permission;
use kernel::contact::Email;
use kernel::ids::{EmailId, OrderId};
use kernel::ports::MailProvider;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(crate) struct EmailsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_emails").needs(&[Permission::CustomersRead, Permission::OrdersRead]),
    Contract::of("admin_get_email").needs(&[Permission::CustomersRead, Permission::OrdersRead]),
    Contract::of("admin_resend_email")
        .needs(&[Permission::CustomersRead, Permission::OrdersWrite])
        .fails(&[
            NotificationError::EMAIL_NOT_RESENDABLE,
            NotificationError::EMAIL_SUPPRESSED,
            NotificationError::EMAIL_QUEUED,
        ]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminCustomers")]
impl EmailsApi {
    /// List e-mails
    ///
    /// E-mails of the last 90 days that were handed to a mail provider or suppressed, latest first. One that no
    /// provider takes at the moment is listed when one does. E-mails to a shopper are deleted with the account.
    #[oai(path = "/emails", method = "get", operation_id = "admin_list_emails")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    async fn list(
        &self,
        staff: Staff,
        /// Only e-mails about this order.
        order_id: Query<Option<OrderId>>,
        /// Only e-mails to this address.
        recipient: Query<Option<String>>,
        /// Only e-mails with this outcome.
        outcome: Query<Option<EmailOutcome>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same filters.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<EmailSummary>>> {
        let caller = staff.caller();
        let recipient = recipient.0.as_deref().map(Email::parse).transpose();
        let recipient = recipient.map_err(|e| Invalid::field("recipient", "malformed", e.rule))?;
        let list = format!(
            "{}/emails/{}/{}/{}",
            caller.tenant_id(),
            order_id.0.map(|id| id.to_string()).unwrap_or_default(),
            recipient.as_ref().map_or("", Email::as_str),
            outcome.0.map_or("", EmailOutcome::name),
        );
        let query = ListEmails {
            order_id: order_id.0,
            recipient,
            outcome: outcome.0,
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
        };
        let (found, is_more) = self.0.notifications.emails(caller, query).await?;
        let next = found.last().filter(|_| is_more).map(|it| it.id);
        Ok(Json(Page::behind(found, &list, next)))
    }

    /// Retrieve an e-mail
    ///
    /// With a copy of what it said. Links to orders are without the token that opens them; e-mails that are made of
    /// a secret link or a code, such as password resets, have no copy.
    #[oai(
        path = "/emails/:email_id",
        method = "get",
        operation_id = "admin_get_email"
    )]
    async fn get(
        &self,
        staff: Staff,
        /// Id of the e-mail.
        email_id: Path<EmailId>,
    ) -> ApiResult<Json<EmailDetail>> {
        let notifications = &self.0.notifications;
        let (email, content) = notifications.email(staff.caller(), email_id.0).await?;
        Ok(Json(EmailDetail {
            email: email.into(),
            content: content.map(Into::into),
        }))
    }

    /// Resend an e-mail
    ///
    /// Writes an e-mail about an order again, as the order is now and with a new link, and sends it to the order's
    /// address. It is another e-mail, `queued` until a worker sends it.
    #[oai(
        path = "/emails/:email_id/resend",
        method = "post",
        operation_id = "admin_resend_email"
    )]
    async fn resend(
        &self,
        staff: Staff,
        /// Id of the e-mail.
        email_id: Path<EmailId>,
    ) -> ApiResult<EmailQueued> {
        let notifications = &self.0.notifications;
        let queued = notifications.resend(staff.caller(), email_id.0).await?;
        let location = format!("/admin/v1/emails/{}", queued.id);
        Ok(EmailQueued::Queued(Json(queued.into()), location))
    }
}

/// An e-mail that was sent, or was not for a reason.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct EmailSummary {
    /// Id of the e-mail.
    id: EmailId,
    /// What it is about.
    kind: EmailKind,
    /// Address that it is sent to.
    recipient: String,
    /// Order that it is about; absent if it is about none.
    order_id: Option<OrderId>,
    /// Subject; absent if it contains a code, and until a queued e-mail is sent.
    subject: Option<String>,
    /// What became of it.
    outcome: EmailOutcome,
    /// Provider that took it; absent unless one did.
    provider: Option<MailProvider>,
    /// E-mail that was sent again with this one; absent unless staff resent one.
    resend_of: Option<EmailId>,
    /// Whether it can be resent, unless its address is suppressed.
    can_resend: bool,
    /// Whether a copy is kept.
    has_copy: bool,
    /// When it was sent, or queued.
    created_at: OffsetDateTime,
}

/// An e-mail and its copy.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct EmailDetail {
    /// The e-mail.
    email: EmailSummary,
    /// What it said; absent if no copy is kept.
    content: Option<EmailCopy>,
}

/// What an e-mail said, without tokens.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct EmailCopy {
    /// Plain text.
    text: String,
    /// HTML page. Show it in a sandboxed frame.
    html: String,
}

/// Response of resend.
#[derive(ApiResponse)]
enum EmailQueued {
    /// The e-mail is on its way.
    #[oai(status = 201)]
    Queued(
        Json<EmailSummary>,
        /// URL of the new e-mail.
        #[oai(header = "Location")]
        String,
    ),
}

impl From<SentEmail> for EmailSummary {
    fn from(it: SentEmail) -> Self {
        Self {
            id: it.id,
            kind: it.kind,
            recipient: it.recipient.as_str().to_owned(),
            order_id: it.order_id,
            subject: it.subject,
            outcome: it.outcome,
            provider: it.provider,
            resend_of: it.resend_of,
            can_resend: it.kind.can_resend(),
            has_copy: it.has_copy,
            created_at: it.created_at,
        }
    }
}

impl From<notifications::EmailCopy> for EmailCopy {
    fn from(it: notifications::EmailCopy) -> Self {
        Self {
            text: it.text,
            html: it.html,
        }
    }
}
