//! Addresses that get no mail.

use domain::notifications::{self, ListSuppressions, SuppressionReason};
use gateway::{ApiResult, Contract, Cursor, Invalid, Limit, Page, Staff};
use kernel::Permission;
use kernel::contact::Email;
use kernel::ids::MailSuppressionId;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(crate) struct MailSuppressionsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_mail_suppressions").needs(&[Permission::CustomersRead]),
    Contract::of("admin_create_mail_suppression").needs(&[Permission::CustomersWrite]),
    Contract::of("admin_delete_mail_suppression").needs(&[Permission::CustomersWrite]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminCustomers")]
impl MailSuppressionsApi {
    /// List suppressed e-mail addresses
    ///
    /// Addresses that get no more e-mail from this tenant, latest first: mail to them bounced, their owner reported
    /// spam, or staff added them.
    #[oai(
        path = "/mail-suppressions",
        method = "get",
        operation_id = "admin_list_mail_suppressions"
    )]
    async fn list(
        &self,
        staff: Staff,
        /// Only this address.
        email: Query<Option<String>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same filter.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<MailSuppression>>> {
        let caller = staff.caller();
        let email = email.0.as_deref().map(|text| address("email", text));
        let email = email.transpose()?;
        let list = format!(
            "{}/mail_suppressions/{}",
            caller.tenant_id(),
            email.as_ref().map_or("", Email::as_str)
        );
        let query = ListSuppressions {
            email,
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
        };
        let (found, is_more) = self.0.notifications.suppressions(caller, query).await?;
        let next = found.last().filter(|_| is_more).map(|it| it.id);
        Ok(Json(Page::behind(found, &list, next)))
    }

    /// Suppress an e-mail address
    ///
    /// The address gets no more e-mail from this tenant, also none about orders or passwords. One that is
    /// suppressed already stays as it is.
    #[oai(
        path = "/mail-suppressions",
        method = "post",
        operation_id = "admin_create_mail_suppression"
    )]
    async fn create(
        &self,
        staff: Staff,
        body: Json<CreateMailSuppression>,
    ) -> ApiResult<SuppressionCreated> {
        let email = address("/email", &body.0.email)?;
        let made = self.0.notifications.suppress(staff.caller(), email).await?;
        Ok(SuppressionCreated::Created(
            Json(made.into()),
            "/admin/v1/mail-suppressions".to_owned(),
        ))
    }

    /// Remove a suppressed e-mail address
    ///
    /// The address gets e-mail again, until it bounces or is reported again.
    #[oai(
        path = "/mail-suppressions/:mail_suppression_id",
        method = "delete",
        operation_id = "admin_delete_mail_suppression"
    )]
    async fn delete(
        &self,
        staff: Staff,
        /// Id of the suppressed address.
        mail_suppression_id: Path<MailSuppressionId>,
    ) -> ApiResult<Removed> {
        let notifications = &self.0.notifications;
        notifications
            .unsuppress(staff.caller(), mail_suppression_id.0)
            .await?;
        Ok(Removed::Done)
    }
}

fn address(pointer: &'static str, text: &str) -> Result<Email, Invalid> {
    Email::parse(text).map_err(|why| Invalid::field(pointer, "malformed", why.rule))
}

/// An address to suppress.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateMailSuppression {
    /// E-mail address.
    #[oai(validator(max_length = 320))]
    email: String,
}

/// An e-mail address that gets no mail.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct MailSuppression {
    /// Id of the suppressed address.
    id: MailSuppressionId,
    /// E-mail address.
    email: String,
    /// Why it gets no mail.
    reason: SuppressionReason,
    /// Status code that mail came back with (RFC 3463), such as `5.1.1`; absent unless it is known.
    detail: Option<String>,
    /// Since when.
    created_at: OffsetDateTime,
}

/// Response of create.
#[derive(ApiResponse)]
enum SuppressionCreated {
    /// The address gets no more mail.
    #[oai(status = 201)]
    Created(
        Json<MailSuppression>,
        /// URL of the list.
        #[oai(header = "Location")]
        String,
    ),
}

/// Response of remove.
#[derive(ApiResponse)]
enum Removed {
    /// The address gets mail again.
    #[oai(status = 204)]
    Done,
}

impl From<notifications::MailSuppression> for MailSuppression {
    fn from(it: notifications::MailSuppression) -> Self {
        Self {
            id: it.id,
            email: it.email.as_str().to_owned(),
            reason: it.reason,
            detail: it.detail,
            created_at: it.created_at,
        }
    }
}
