//! Text messages about parcels, to shoppers who agreed to them. Each is paid for, so that none is sent twice: it is
//! a committed row before the provider is asked, and one whose answer is lost is not sent again.

mod segments;
mod settings;
mod store;
mod words;

use kernel::contact::Phone;
use kernel::ids::{FulfillmentId, OrderId, StorefrontId, TenantId, TextMessageId, UserId};
use kernel::ports::{Ids, TextError, TextEvent, TextEventKind, TextMessage, is_stopped};
use kernel::{Caller, Event, OrderNews};
use tracing::warn;

use super::{NotificationError, Notifications};
use segments::segments;
pub use settings::{SmsSettings, SmsSettingsDraft};
use store::NewText;

kernel::words! {
    /// What a text message tells.
    pub enum TextNews {
        /// A parcel is on its way.
        Shipped = "shipped",
        /// A parcel has arrived.
        Delivered = "delivered",
    }
}

/// What is to be told of an order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) order_id: OrderId,
    pub(super) storefront_id: StorefrontId,
    pub(super) news: OrderNews,
}

impl Told {
    fn parcel(&self) -> Option<(FulfillmentId, TextNews)> {
        match self.news {
            OrderNews::Shipped { fulfillment_id } => Some((fulfillment_id, TextNews::Shipped)),
            OrderNews::Delivered { fulfillment_id } => Some((fulfillment_id, TextNews::Delivered)),
            _ => None,
        }
    }
}

impl Notifications {
    /// Sends the shopper of an order a text message, if the tenant and the shopper want it, now or after the quiet
    /// hours.
    pub(super) async fn text_of_order(
        &self,
        caller: &Caller,
        told: Told,
    ) -> Result<(), NotificationError> {
        let Some((fulfillment_id, news)) = told.parcel().filter(|_| self.texter.is_some()) else {
            return Ok(());
        };
        let Some(settings) = self.wanted(caller, (fulfillment_id, news)).await? else {
            return Ok(());
        };
        let text = self.orders.text(caller, told.order_id, told.news).await?;
        let Some(text) = text else { return Ok(()) };
        if !self
            .identity
            .wants_order_texts(caller, text.user_id)
            .await?
        {
            return Ok(());
        }
        let Some(to) = Phone::parse(&text.phone, &text.country) else {
            count("not_a_number");
            return Ok(());
        };
        if self.put_off(caller, &settings, told).await? {
            return Ok(());
        }
        let brand = self.tenancy.visited(caller).await?;
        let names = (brand.brand.name.as_str(), brand.locale.as_str());
        let message = TextMessage {
            id: TextMessageId::from_uuid(Ids.uuid()),
            tenant_id: caller.tenant_id(),
            from_name: brand.brand.name.clone(),
            to,
            text: words::write(news, names, text.number, text.tracking_url.as_deref()),
        };
        let new = NewText {
            id: message.id,
            order_id: told.order_id,
            fulfillment_id,
            news,
            segments: i32::try_from(segments(&message.text)).unwrap_or(i32::MAX),
            created_at: self.clock.now(),
        };
        if self.claim_text(caller, &new, &settings.time_zone).await?
            && self.send_text(caller, &message).await?
        {
            self.stop_texts(caller, text.user_id, text.storefront_id)
                .await?;
        }
        Ok(())
    }

    /// The shopper answered STOP to a text message, which is the store's to respect wherever it sends from.
    async fn stop_texts(
        &self,
        caller: &Caller,
        user_id: UserId,
        storefront_id: StorefrontId,
    ) -> Result<(), NotificationError> {
        self.identity
            .stop_texts(caller, user_id, storefront_id)
            .await?;
        count("stopped");
        Ok(())
    }

    /// The tenant's settings, if it wants messages and there was none about this.
    async fn wanted(
        &self,
        caller: &Caller,
        (fulfillment_id, news): (FulfillmentId, TextNews),
    ) -> Result<Option<SmsSettings>, NotificationError> {
        let mut tx = self.db.begin(caller).await?;
        let settings = store::settings(&mut tx).await?;
        let Some(settings) = settings.filter(|it| it.is_enabled) else {
            return Ok(None);
        };
        let is_told = store::is_told(&mut tx, fulfillment_id, news).await?;
        Ok((!is_told).then_some(settings))
    }

    /// In quiet hours, has the message remembered at their end.
    async fn put_off(
        &self,
        caller: &Caller,
        settings: &SmsSettings,
        told: Told,
    ) -> Result<bool, NotificationError> {
        let mut tx = self.db.begin(caller).await?;
        let end = settings::quiet_end(&mut tx, settings, self.clock.now()).await?;
        let Some(end) = end else { return Ok(false) };
        let again = Event::OrderTextDue {
            order_id: told.order_id,
            storefront_id: told.storefront_id,
            news: told.news,
        };
        tx.publish_at(&again, end).await?;
        tx.commit().await?;
        count("put_off");
        Ok(true)
    }

    /// Records that the provider is asked; `false` when the message is not to be sent.
    async fn claim_text(
        &self,
        caller: &Caller,
        new: &NewText,
        time_zone: &str,
    ) -> Result<bool, NotificationError> {
        let mut tx = self.db.begin(caller).await?;
        let limit = store::lock_limit(&mut tx).await?;
        let used = store::used(&mut tx, new.created_at, time_zone).await?;
        if used + i64::from(new.segments) > limit {
            count("over_limit");
            return Ok(false);
        }
        let is_new = store::add(&mut tx, new).await?;
        tx.commit().await?;
        Ok(is_new)
    }

    /// Sends a message; whether its receiver wants none.
    async fn send_text(
        &self,
        caller: &Caller,
        message: &TextMessage,
    ) -> Result<bool, NotificationError> {
        let Some(texter) = &self.texter else {
            return Ok(false);
        };
        let sent = texter.send(message).await;
        let mut tx = self.db.begin(caller).await?;
        let outcome = match &sent {
            Ok(sent) => {
                store::taken(&mut tx, message.id, sent.provider_id.as_deref()).await?;
                "sent"
            }
            Err(TextError::Refused { code }) => {
                store::refused(&mut tx, message.id, *code).await?;
                "refused"
            }
            Err(TextError::Unavailable(_)) => {
                store::take_back(&mut tx, message.id).await?;
                "unavailable"
            }
            Err(TextError::Unknown(_)) => "unknown",
        };
        tx.commit().await?;
        count(outcome);
        match sent {
            Err(error @ TextError::Unavailable(_)) => Err(error.into()),
            // Neither is asked for again, and nobody can do anything about it.
            Err(error) => {
                warn!(tenant.id = %caller.tenant_id(), message.id = %message.id, "{error}");
                Ok(matches!(error, TextError::Refused { code } if is_stopped(code)))
            }
            Ok(_) => Ok(false),
        }
    }

    /// Takes what the provider tells of a message. Telling it again changes nothing, and neither does what is about
    /// no message of the tenant.
    pub async fn note_text(
        &self,
        (tenant_id, id): (TenantId, TextMessageId),
        event: &TextEvent,
    ) -> Result<(), NotificationError> {
        let caller = Caller::system(tenant_id);
        let mut tx = self.db.begin(&caller).await?;
        let noted = store::note(&mut tx, id, event).await?;
        tx.commit().await?;
        let is_stop = matches!(event.kind, TextEventKind::Failed(code) if is_stopped(code));
        let Some((order_id, fulfillment_id, news)) = noted.filter(|_| is_stop) else {
            return Ok(());
        };
        let news = match news {
            TextNews::Shipped => OrderNews::Shipped { fulfillment_id },
            TextNews::Delivered => OrderNews::Delivered { fulfillment_id },
        };
        if let Some(text) = self.orders.text(&caller, order_id, news).await? {
            self.stop_texts(&caller, text.user_id, text.storefront_id)
                .await?;
        }
        Ok(())
    }
}

fn count(outcome: &'static str) {
    metrics::counter!("sms_total", "outcome" => outcome).increment(1);
}
