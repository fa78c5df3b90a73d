//! Everything that a store keeps about a shopper, for the shopper.

use domain::notifications::{EmailKind, EmailOutcome, SentEmail};
use domain::orders::ListOwnOrders;
use domain::reviews::Author;
use gateway::{ApiResult, Contract, Cost, Shopper};
use kernel::Permission;
use kernel::ids::{EmailId, OrderId};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use super::addresses::SavedAddress;
use super::answers::{Account, DeviceSession, OwnGroup};
use super::carts::ExportedCart;
use super::consents::Consents;
use super::social::LinkedIdentity;
use crate::orders::Order;
use crate::reviews::OwnReview;
use crate::{App, Tag};

pub(crate) struct ExportApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("storefront_export_account")
    .costs(Cost::Credential)
    .needs(&[Permission::AccountManage])];

/// Rows that are read at once.
const PART: u32 = 100;

#[OpenApi(prefix_path = "/storefront/v1/account", tag = "Tag::Account")]
impl ExportApi {
    /// Export the account's data
    ///
    /// Everything that the store keeps about the shopper, as one document: account, customer groups, addresses, consents,
    /// linked identities, sessions, carts, orders with lines and addresses, reviews, and e-mails of the last 90 days. May be requested as often as signing in.
    #[oai(
        path = "/export",
        method = "get",
        operation_id = "storefront_export_account"
    )]
    async fn export(&self, shopper: Shopper) -> ApiResult<Json<AccountExport>> {
        Ok(Json(self.document(&shopper).await?))
    }
}

impl ExportApi {
    /// Everything that the store keeps about the shopper.
    pub(super) async fn document(&self, shopper: &Shopper) -> ApiResult<AccountExport> {
        let caller = shopper.caller();
        let identity = &self.0.identity;
        let (sessions, current) = identity.sessions(caller).await?;
        let addresses = identity.addresses(caller).await?;
        let (identities, _) = identity.linked_identities(caller).await?;
        let carts = self.0.carts.kept(caller).await?;
        let groups = self.0.catalog.own_groups(caller).await?;
        Ok(AccountExport {
            account: identity.profile(caller).await?.into(),
            customer_groups: groups.into_iter().map(|name| OwnGroup { name }).collect(),
            addresses: addresses.into_iter().map(Into::into).collect(),
            consents: identity.consents(caller).await?.into(),
            identities: identities.into_iter().map(Into::into).collect(),
            sessions: sessions
                .into_iter()
                .map(|session| DeviceSession::seen_from(current, session))
                .collect(),
            carts: carts.into_iter().map(Into::into).collect(),
            orders: self.orders(shopper).await?,
            reviews: self.reviews(shopper).await?,
            emails: self.emails(shopper).await?,
        })
    }

    async fn orders(&self, shopper: &Shopper) -> ApiResult<Vec<Order>> {
        let (caller, orders) = (shopper.caller(), &self.0.orders);
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let query = ListOwnOrders { after, limit: PART };
            let page = orders.list_own(caller, query).await?;
            for summary in &page.orders {
                found.push(orders.get_of_account(caller, summary.id).await?.into());
            }
            after = page.orders.last().map(|summary| summary.id);
            if page.next.is_none() {
                return Ok(found);
            }
        }
    }

    async fn emails(&self, shopper: &Shopper) -> ApiResult<Vec<OwnEmail>> {
        let sent = self.0.notifications.own_emails(shopper.caller()).await?;
        let own = |email: SentEmail| OwnEmail {
            id: email.id,
            kind: email.kind,
            order_id: email.order_id,
            subject: email.subject,
            outcome: email.outcome,
            created_at: email.created_at,
        };
        Ok(sent.into_iter().map(own).collect())
    }

    async fn reviews(&self, shopper: &Shopper) -> ApiResult<Vec<OwnReview>> {
        let (caller, reviews) = (shopper.caller(), &self.0.reviews);
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let part = (after, PART);
            let page = reviews.list_own(caller, Author::Account, part).await?;
            after = page.next;
            found.extend(page.reviews.into_iter().map(Into::into));
            if after.is_none() {
                return Ok(found);
            }
        }
    }
}

/// Everything that the store keeps about a shopper.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct AccountExport {
    /// The account.
    account: Account,
    /// Customer groups that the account is in.
    customer_groups: Vec<OwnGroup>,
    /// The address book, oldest first.
    addresses: Vec<SavedAddress>,
    /// What the shopper has agreed to.
    consents: Consents,
    /// Accounts at identity providers that sign in to the account, oldest first.
    identities: Vec<LinkedIdentity>,
    /// Where the shopper is signed in.
    sessions: Vec<DeviceSession>,
    /// The account's carts, one for each storefront.
    carts: Vec<ExportedCart>,
    /// Orders, newest first.
    orders: Vec<Order>,
    /// Reviews, newest first.
    reviews: Vec<OwnReview>,
    /// E-mails of the last 90 days to the account's address, newest first.
    emails: Vec<OwnEmail>,
}

/// An e-mail to a shopper.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct OwnEmail {
    /// E-mail id.
    id: EmailId,
    /// What it is about.
    kind: EmailKind,
    /// Order that it is about; absent without one.
    order_id: Option<OrderId>,
    /// Subject; absent if it has a code in it.
    subject: Option<String>,
    /// What became of it.
    outcome: EmailOutcome,
    /// When it was sent.
    created_at: OffsetDateTime,
}
