//! Refusals that are kept under their key: the same request again is told the same, although the stock
//! or the cart may have changed meanwhile. Another try is another key.

use db::{Claim, DbError, Stored};
use kernel::ids::VariantId;
use kernel::ports::{PaymentProvider, PaymentsError};
use kernel::{Caller, Currency, Fault, Kind, Money};
use serde::{Deserialize, Serialize};
use tracing::warn;

use super::{Checkout, CheckoutError, PlaceOrder};
use crate::inventory::InventoryError;

/// A refusal as it is kept. What is missing in a cart, or has changed in it, is not kept: the shopper has
/// not decided yet, and goes on with the same key.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "refusal", rename_all = "snake_case")]
pub(super) enum KeptRefusal {
    TotalTooSmall {
        least: Money,
    },
    TotalTooLarge {
        most: Money,
    },
    CurrencyNotTaken {
        provider: String,
        currency: Currency,
    },
    InsufficientStock {
        variant_id: VariantId,
        available: i64,
    },
    PaymentRefused {
        why: String,
    },
}

impl KeptRefusal {
    fn of(error: &CheckoutError) -> Option<Self> {
        Some(match error {
            CheckoutError::TotalTooSmall(least) => Self::TotalTooSmall { least: *least },
            CheckoutError::TotalTooLarge(most) => Self::TotalTooLarge { most: *most },
            CheckoutError::CurrencyNotTaken(provider, currency) => Self::CurrencyNotTaken {
                provider: provider.name().to_owned(),
                currency: *currency,
            },
            CheckoutError::Inventory(InventoryError::InsufficientStock {
                variant_id,
                available,
            }) => Self::InsufficientStock {
                variant_id: *variant_id,
                available: *available,
            },
            CheckoutError::Payments(PaymentsError::Refused(why)) => {
                Self::PaymentRefused { why: why.clone() }
            }
            CheckoutError::Incomplete(_)
            | CheckoutError::CartChanged(_)
            | CheckoutError::TooMuchUnpaid
            | CheckoutError::CustomerBlocked
            | CheckoutError::InProgress
            | CheckoutError::KeyReused
            | CheckoutError::Cart(_)
            | CheckoutError::Order(_)
            | CheckoutError::Inventory(InventoryError::Db(_))
            | CheckoutError::Payments(_)
            | CheckoutError::Denied(_)
            | CheckoutError::Db(_) => return None,
        })
    }

    /// The refusal in an answer; none in the answer of an order that was placed.
    pub(super) fn read(stored: &Stored) -> Result<Option<CheckoutError>, DbError> {
        if stored.status < 400 {
            return Ok(None);
        }
        let kept = Self::deserialize(&stored.body).map_err(DbError::unreadable)?;
        Ok(Some(match kept {
            Self::TotalTooSmall { least } => CheckoutError::TotalTooSmall(least),
            Self::TotalTooLarge { most } => CheckoutError::TotalTooLarge(most),
            Self::CurrencyNotTaken { provider, currency } => {
                let provider: PaymentProvider = provider.parse().map_err(DbError::unreadable)?;
                CheckoutError::CurrencyNotTaken(provider, currency)
            }
            Self::InsufficientStock {
                variant_id,
                available,
            } => InventoryError::InsufficientStock {
                variant_id,
                available,
            }
            .into(),
            Self::PaymentRefused { why } => PaymentsError::Refused(why).into(),
        }))
    }
}

impl Checkout {
    /// Keeps a refusal for whoever asks again with the same key. The refusal itself has changed
    /// nothing; when this fails, the same request is looked at anew.
    pub(super) async fn keep_refusal(
        &self,
        caller: &Caller,
        command: &PlaceOrder,
        error: &CheckoutError,
    ) {
        let Some(kept) = KeptRefusal::of(error) else {
            return;
        };
        let done = async {
            let answer = Stored {
                status: if error.kind() == Kind::Conflict {
                    409
                } else {
                    422
                },
                body: serde_json::to_value(kept).map_err(DbError::unreadable)?,
            };
            let mut tx = self.db.begin_async_commit(caller).await?;
            let claimed = self.claim(&mut tx, command, self.clock.now()).await?;
            if matches!(claimed, Claim::Run | Claim::Resume(_)) {
                let principal = command.cart_id.to_string();
                tx.finish_key(&principal, &command.idempotency_key, &answer)
                    .await?;
                tx.commit().await?;
            }
            Ok::<_, CheckoutError>(())
        };
        if let Err(why) = done.await {
            warn!(error = %why, "a refusal could not be kept");
        }
    }
}
