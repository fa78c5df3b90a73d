//! Accounts, postings and facts: pure, and impossible to write down out of balance.

use kernel::ids::{LedgerAccountId, MerchantId, OrderId, TenantId};
use kernel::{Case, Currency, Fault};
use sha2::{Digest, Sha256};
use time::OffsetDateTime;
use uuid::Builder;

/// An account of a tenant's book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Account {
    /// What the provider holds for us.
    StripeClearing,
    /// What a merchant is owed.
    MerchantPayable(MerchantId),
    /// What a merchant owes.
    MerchantReceivable(MerchantId),
    /// What the platform has earned.
    PlatformFeeRevenue,
    /// What shoppers are owed by a refund that has not left, or has come back.
    CustomerRefundPayable,
    /// Money that came without an order that expects it.
    UnappliedCash,
    /// What shoppers' banks have taken and may give again.
    DisputeSuspense,
    /// What shoppers' banks have taken and no merchant bears.
    DisputeLoss,
}

impl Account {
    /// The code in rows and answers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::StripeClearing => "stripe_clearing",
            Self::MerchantPayable(_) => "merchant_payable",
            Self::MerchantReceivable(_) => "merchant_receivable",
            Self::PlatformFeeRevenue => "platform_fee_revenue",
            Self::CustomerRefundPayable => "customer_refund_payable",
            Self::UnappliedCash => "unapplied_cash",
            Self::DisputeSuspense => "dispute_suspense",
            Self::DisputeLoss => "dispute_loss",
        }
    }

    /// Which side of the balance sheet it is on.
    pub const fn class(self) -> &'static str {
        match self {
            Self::StripeClearing | Self::MerchantReceivable(_) | Self::DisputeSuspense => "asset",
            Self::MerchantPayable(_) | Self::CustomerRefundPayable | Self::UnappliedCash => {
                "liability"
            }
            Self::PlatformFeeRevenue => "revenue",
            Self::DisputeLoss => "expense",
        }
    }

    /// The merchant whose account it is.
    pub const fn owner(self) -> Option<MerchantId> {
        match self {
            Self::MerchantPayable(owner) | Self::MerchantReceivable(owner) => Some(owner),
            Self::StripeClearing
            | Self::PlatformFeeRevenue
            | Self::CustomerRefundPayable
            | Self::UnappliedCash
            | Self::DisputeSuspense
            | Self::DisputeLoss => None,
        }
    }

    /// The account's id, derived from what it is: two transactions that both need it first make the
    /// same row, and nobody has to look it up.
    pub fn id(self, tenant_id: TenantId, currency: Currency) -> LedgerAccountId {
        let mut hash = Sha256::new();
        hash.update(tenant_id.uuid());
        hash.update(self.code());
        if let Some(owner) = self.owner() {
            hash.update(owner.uuid());
        }
        hash.update(currency.code());
        let mut bytes = [0_u8; 16];
        for (to, from) in bytes.iter_mut().zip(hash.finalize()) {
            *to = from;
        }
        LedgerAccountId::from_uuid(Builder::from_custom_bytes(bytes).into_uuid())
    }
}

/// One side of a fact: a debit above zero, a credit below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The account.
    pub account: Account,
    /// Minor units.
    pub minor: i64,
}

/// `minor` on the debit side of `account`.
pub const fn debit(account: Account, minor: i64) -> Entry {
    Entry { account, minor }
}

/// `minor` on the credit side of `account`.
pub const fn credit(account: Account, minor: i64) -> Entry {
    Entry {
        account,
        minor: minor.saturating_neg(),
    }
}

/// Entries that do not add up to zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the entries are off balance by {off_by} {currency}")]
pub struct Unbalanced {
    /// By how much.
    pub off_by: i128,
    /// In which currency.
    pub currency: Currency,
}

impl Fault for Unbalanced {
    fn case(&self) -> Case {
        Case::INTERNAL
    }
}

/// Entries of one currency that add up to zero; there is no other way to make them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    currency: Currency,
    entries: Vec<Entry>,
}

impl Posting {
    /// Takes entries that balance. Entries of nothing are left out, so it may be empty.
    pub fn balanced(
        currency: Currency,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Result<Self, Unbalanced> {
        let entries: Vec<Entry> = entries
            .into_iter()
            .filter(|entry| entry.minor != 0)
            .collect();
        let off_by: i128 = entries.iter().map(|entry| i128::from(entry.minor)).sum();
        if off_by == 0 {
            Ok(Self { currency, entries })
        } else {
            Err(Unbalanced { off_by, currency })
        }
    }

    /// The currency of every entry.
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// The entries, none of them zero.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

/// Something that happened to money, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What kind of thing, such as `sale_captured`.
    pub kind: &'static str,
    /// What makes it one fact: recorded a second time, it changes nothing.
    pub external_key: String,
    /// The order it belongs to.
    pub order_id: Option<OrderId>,
    /// The object it is told by, such as the provider's charge.
    pub source_id: String,
    /// When.
    pub occurred_at: OffsetDateTime,
    /// Whose money it moved.
    pub posting: Posting,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn entries_that_do_not_balance_are_refused() {
        let off = Posting::balanced(
            Currency::Eur,
            [
                debit(Account::StripeClearing, 100),
                credit(Account::PlatformFeeRevenue, 99),
            ],
        );

        assert_eq!(
            off,
            Err(Unbalanced {
                off_by: 1,
                currency: Currency::Eur
            })
        );
    }

    #[test]
    fn entries_of_nothing_are_left_out() {
        let posting = Posting::balanced(
            Currency::Eur,
            [
                debit(Account::StripeClearing, 0),
                credit(Account::PlatformFeeRevenue, 0),
            ],
        )
        .unwrap();

        assert!(posting.entries().is_empty());
    }

    #[test]
    fn an_account_has_one_id_and_no_two_accounts_share_it() {
        let tenant = TenantId::from_uuid(Uuid::from_u128(1));
        let (one, two) = (
            MerchantId::from_uuid(Uuid::from_u128(2)),
            MerchantId::from_uuid(Uuid::from_u128(3)),
        );
        let accounts = [
            Account::StripeClearing,
            Account::MerchantPayable(one),
            Account::MerchantPayable(two),
            Account::MerchantReceivable(one),
            Account::PlatformFeeRevenue,
        ];

        let ids: std::collections::BTreeSet<_> = accounts
            .iter()
            .flat_map(|account| {
                [Currency::Eur, Currency::Usd].map(|currency| account.id(tenant, currency))
            })
            .collect();

        assert_eq!(ids.len(), 10);
        assert!(ids.contains(&Account::MerchantPayable(one).id(tenant, Currency::Usd)));
    }
}
