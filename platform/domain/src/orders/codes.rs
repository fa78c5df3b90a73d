//! Reaching an order without its token: with its number, its e-mail address and a code from a mail.
//!
//! Whether there is such an order is told to nobody but whoever reads the mail: a request is answered the same and does
//! the same work for any number and address, and the order is looked up when the mail is written.

use kernel::contact::Email;
use kernel::ids::{OrderId, StorefrontId};
use kernel::ports::Ids;
use kernel::{Caller, Event, Permission};
use rand::Rng;
use subtle::ConstantTimeEq;
use time::Duration;

use super::{OrderError, Orders, store};
use crate::identity::{MailPurpose, take_mail_slot};

/// How long a code is good.
const LIFETIME: Duration = Duration::minutes(10);
/// Codes have eight digits.
const CODES: u32 = 100_000_000;
/// So many codes are compared with the one that was sent.
const MOST_TRIES: i16 = 5;

/// What names an order to a shopper who has no token of it.
#[derive(Debug, Clone)]
pub struct OrderNamed {
    /// Its number.
    pub number: i64,
    /// The address that it was placed with.
    pub email: Email,
}

/// A code to write to the address of an order.
#[derive(Debug, Clone)]
pub struct OrderCode {
    /// The order.
    pub order_id: OrderId,
    /// Whom to write to.
    pub email: Email,
    /// The order's number.
    pub number: i64,
    /// Good once, for ten minutes.
    pub code: String,
}

impl Orders {
    /// Has a code sent to the address of an order, if there is such an order.
    pub async fn request_code(&self, caller: &Caller, named: OrderNamed) -> Result<(), OrderError> {
        caller.require(Permission::OrdersPlace)?;
        let storefront_id = place(caller, &named)?;
        let mut tx = self.db.begin(caller).await?;
        let (email, now) = (named.email, self.clock.now());
        if take_mail_slot(&mut tx, &email, MailPurpose::Order, now).await? {
            tx.publish(&Event::OrderCodeRequested {
                number: named.number,
                email,
                storefront_id,
            })
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// The code to write to the address of an order, in the place of an earlier one; nothing when there is no such
    /// order.
    pub async fn code_mailing(
        &self,
        caller: &Caller,
        named: &OrderNamed,
    ) -> Result<Option<OrderCode>, OrderError> {
        caller.require(Permission::OrdersRead)?;
        let Some(storefront_id) = caller.storefront_id() else {
            return Ok(None);
        };
        let mut tx = self.db.begin(caller).await?;
        let Some(id) = store::find_named(&mut tx, named, storefront_id).await? else {
            return Ok(None);
        };
        let code = format!("{:08}", rand::rng().random_range(0..CODES));
        let now = self.clock.now();
        let times = (now, now + LIFETIME);
        store::put_code(&mut tx, id, (&hash(id, &code), MOST_TRIES), times).await?;
        tx.commit().await?;
        Ok(Some(OrderCode {
            order_id: id,
            email: named.email.clone(),
            number: named.number,
            code,
        }))
    }

    /// The order that a code from a mail was sent for, and a token that reaches it. A wrong code, one that was used or
    /// has expired, another order's and an order that is not there all look the same; five codes are looked at.
    pub async fn redeem_code(
        &self,
        caller: &Caller,
        named: &OrderNamed,
        code: &str,
    ) -> Result<(OrderId, String), OrderError> {
        caller.require(Permission::OrdersPlace)?;
        let storefront_id = place(caller, named)?;
        let digits: String = code.chars().filter(char::is_ascii_digit).collect();
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        let tried = store::try_code(&mut tx, named, storefront_id, now).await?;
        let is_right =
            |(id, kept): &(OrderId, Vec<u8>)| bool::from(kept.ct_eq(&hash(*id, &digits)));
        let Some((id, _)) = tried.filter(is_right) else {
            // The try counts.
            tx.commit().await?;
            return Err(OrderError::BadCode);
        };
        store::drop_code(&mut tx, id).await?;
        let token = Ids.token();
        store::insert_link(&mut tx, id, &Ids::token_hash(&token), now).await?;
        tx.commit().await?;
        Ok((id, token))
    }
}

fn place(caller: &Caller, named: &OrderNamed) -> Result<StorefrontId, OrderError> {
    caller
        .storefront_id()
        .ok_or(OrderError::NumberNotFound(named.number))
}

/// Bound to the order: the same code of another order is another hash.
fn hash(id: OrderId, code: &str) -> Vec<u8> {
    Ids::token_hash(&format!("{id} {code}"))
}
