//! Who gets the store's newsletter.

use domain::identity::{ConsentSource, IdentityError, Subscriber};
use gateway::{ApiResult, Contract, CsvFile, Cursor, Limit, Page, Staff};
use kernel::Permission;
use kernel::ids::{StorefrontId, SubscriberId, UserId};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::{App, Tag};

/// Rows of a file that are read at once.
const PART: u32 = 1_000;

pub(crate) struct NewsletterApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_newsletter_subscribers").needs(&[Permission::CustomersRead]),
    Contract::of("admin_export_newsletter_subscribers").needs(&[Permission::CustomersRead]),
    Contract::of("admin_delete_newsletter_subscriber").needs(&[Permission::CustomersWrite]),
];

#[OpenApi(prefix_path = "/admin/v1/newsletter", tag = "Tag::AdminCustomers")]
impl NewsletterApi {
    /// List newsletter subscribers
    ///
    /// Addresses that have the consent `marketing_email` now, in the order of the addresses: those of customers who are not
    /// blocked, and those without an account.
    #[oai(
        path = "/subscribers",
        method = "get",
        operation_id = "admin_list_newsletter_subscribers"
    )]
    async fn list(
        &self,
        staff: Staff,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<NewsletterSubscriber>>> {
        let caller = staff.caller();
        let list = format!("admin/newsletter/{}", caller.tenant_id());
        let after: Option<String> = cursor.0.read(&list)?;
        let identity = &self.0.identity;
        let (found, has_more) = identity
            .subscribers(caller, (after.as_deref(), limit.0.get()))
            .await?;
        let end = found.last().filter(|_| has_more);
        let end = end.map(|last| last.email.as_str().to_owned());
        Ok(Json(Page::behind(found, &list, end)))
    }

    /// Export newsletter subscribers
    ///
    /// The same list whole, as CSV in UTF-8 with the columns `email`, `customer_id`, `subscriber_id`, `source`,
    /// `storefront_id` and `subscribed_at`. Text that a spreadsheet would take for a formula begins with an apostrophe.
    #[expect(clippy::unused_async, reason = "an operation is asynchronous")]
    #[oai(
        path = "/subscribers.csv",
        method = "get",
        operation_id = "admin_export_newsletter_subscribers"
    )]
    async fn export(&self, staff: Staff) -> ApiResult<SubscribersFile> {
        let (identity, caller) = (self.0.identity.clone(), staff.caller().clone());
        caller
            .require(Permission::CustomersRead)
            .map_err(IdentityError::from)?;
        let header = [
            "email",
            "customer_id",
            "subscriber_id",
            "source",
            "storefront_id",
            "subscribed_at",
        ];
        let file = CsvFile::stream(
            "newsletter-subscribers.csv",
            &header,
            move |after: Option<String>| {
                let (identity, caller) = (identity.clone(), caller.clone());
                async move {
                    let part = (after.as_deref(), PART);
                    let (found, has_more) = identity.subscribers(&caller, part).await?;
                    let next = found.last().filter(|_| has_more);
                    let next = next.map(|last| last.email.as_str().to_owned());
                    Ok::<_, IdentityError>((found.iter().map(row).collect(), next))
                }
            },
        );
        Ok(SubscribersFile::File(file))
    }

    /// Delete a newsletter subscriber
    ///
    /// Forgets an address without an account, with its answers. A customer's consent goes with the customer.
    #[oai(
        path = "/subscribers/:subscriber_id",
        method = "delete",
        operation_id = "admin_delete_newsletter_subscriber"
    )]
    async fn delete(
        &self,
        staff: Staff,
        /// Id of the subscriber.
        subscriber_id: Path<SubscriberId>,
    ) -> ApiResult<SubscriberDeleted> {
        let identity = &self.0.identity;
        identity
            .delete_subscriber(staff.caller(), subscriber_id.0)
            .await?;
        Ok(SubscriberDeleted::Deleted)
    }
}

fn row(subscriber: &Subscriber) -> Vec<String> {
    let id = |id: Option<String>| id.unwrap_or_default();
    vec![
        subscriber.email.as_str().to_owned(),
        id(subscriber.customer_id.map(|id| id.to_string())),
        id(subscriber.subscriber_id.map(|id| id.to_string())),
        subscriber.source.name().to_owned(),
        subscriber.storefront_id.to_string(),
        subscriber
            .subscribed_at
            .format(&Rfc3339)
            .unwrap_or_default(),
    ]
}

/// Response of export-subscribers.
#[derive(ApiResponse)]
enum SubscribersFile {
    /// The file.
    #[oai(status = 200)]
    File(CsvFile),
}

/// Response of delete-subscriber.
#[derive(ApiResponse)]
enum SubscriberDeleted {
    /// The subscriber is gone.
    #[oai(status = 204)]
    Deleted,
}

/// An address that gets the newsletter.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct NewsletterSubscriber {
    /// E-mail address.
    email: String,
    /// Customer whose account has the address; absent without an account.
    customer_id: Option<UserId>,
    /// Subscriber id; absent for a customer.
    subscriber_id: Option<SubscriberId>,
    /// Where the consent was given.
    source: ConsentSource,
    /// Storefront that it was given on.
    storefront_id: StorefrontId,
    /// When it was given.
    subscribed_at: OffsetDateTime,
}

impl From<Subscriber> for NewsletterSubscriber {
    fn from(subscriber: Subscriber) -> Self {
        let Subscriber {
            email,
            customer_id,
            subscriber_id,
            source,
            storefront_id,
            subscribed_at,
        } = subscriber;
        Self {
            email: email.as_str().to_owned(),
            customer_id,
            subscriber_id,
            source,
            storefront_id,
            subscribed_at,
        }
    }
}
