//! Every kind of id, each its own type.
//!
//! An id is a UUIDv7 made by [`Ids`](crate::ports::Ids): a `uuid` column in Postgres, and in JSON,
//! URLs and logs a TypeID (`ord_01h455vb4pex5vsknk084sn02q`, <https://github.com/jetify-com/typeid>).
//! The prefix is part of the type, so a product's id in an order's place is not an id at all.

use std::str::FromStr;

use poem_openapi::registry::MetaSchema;
use typeid_suffix::prelude::TypeIdSuffix;
use uuid::Uuid;

use crate::wire::wire_text;

/// Text that is not an id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of the form {prefix}_…")]
pub struct NotAnId {
    /// The prefix that the id should have had.
    pub prefix: &'static str,
}

fn encode(prefix: &str, id: Uuid) -> String {
    format!("{prefix}_{}", TypeIdSuffix::from(id))
}

fn decode(prefix: &'static str, text: &str) -> Result<Uuid, NotAnId> {
    let refused = NotAnId { prefix };
    let suffix = text
        .strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'))
        .ok_or_else(|| refused.clone())?;
    let suffix = TypeIdSuffix::from_str(suffix).map_err(|_| refused)?;
    Ok(suffix.to_uuid())
}

/// The UUID in an id of whatever kind.
pub fn any_id(text: &str) -> Option<Uuid> {
    let (_, suffix) = text.rsplit_once('_')?;
    TypeIdSuffix::from_str(suffix).ok().map(|it| it.to_uuid())
}

/// A kind of id.
pub trait IdKind:
    FromStr<Err = NotAnId> + std::fmt::Display + Copy + Send + Sync + 'static
{
    /// What ids of this kind start with on the wire.
    const PREFIX: &'static str;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type)]
        #[sqlx(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// What the id starts with on the wire.
            pub const PREFIX: &'static str = $prefix;

            /// Takes a UUID for what it is, for example out of a row.
            pub const fn from_uuid(id: Uuid) -> Self {
                Self(id)
            }

            /// The bare UUID, for example for a row.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl IdKind for $name {
            const PREFIX: &'static str = $prefix;
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&encode($prefix, self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&encode($prefix, self.0))
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                decode($prefix, text).map(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        wire_text!(
            $name,
            concat!($prefix, "_id"),
            MetaSchema {
                // 128 bits as 26 letters of Crockford's base 32.
                pattern: Some(concat!("^", $prefix, "_[0-7][0-9a-hjkmnp-tv-z]{25}$").to_owned()),
                ..MetaSchema::new_with_format("string", "typeid")
            }
        );

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

ids! {
    /// A brand that rents the platform: the unit of isolation.
    TenantId = "tnt",
    /// One branded face of a tenant.
    StorefrontId = "stf",
    /// A seller inside a tenant.
    MerchantId = "mer",
    /// A person who works in admin consoles.
    StaffId = "stff",
    /// A person who runs the installation.
    OperatorId = "opr",
    /// An end customer of one tenant, with an account there.
    UserId = "usr",
    /// An address in a shopper's address book.
    AddressId = "addr",
    /// A device that somebody has signed in on.
    SessionId = "ses",
    /// What a staff member notes about an order.
    OrderNoteId = "ont",
    /// Units of an order that are cancelled.
    CancellationId = "cnl",
    /// A secret key of a tenant, for programs.
    ApiKeyId = "key",
    /// A role that a tenant has made for its staff.
    RoleId = "role",
    /// A group of customers, with prices and products of its own.
    CustomerGroupId = "cgrp",
    /// A place where a tenant keeps goods.
    LocationId = "loc",
    /// A movement of stock.
    StockMovementId = "mov",
    /// A picture of a storefront's brand.
    BrandImageId = "bim",
    /// Something that happened to stock.
    StockAlertId = "sta",
    /// An operator's access to a tenant.
    OperatorAccessId = "opa",
    /// An address that a tenant does not write to.
    MailSuppressionId = "mls",
    /// A domain that a tenant sends e-mail from.
    SenderDomainId = "sdm",
    /// An e-mail that a tenant sent.
    EmailId = "eml",
    /// A text message to a shopper.
    TextMessageId = "sms",
    /// An invitation to work for a tenant.
    InvitationId = "invt",
    /// A request for an account whose address is not confirmed yet.
    SignupId = "sgn",
    /// A company whose accounts shoppers may sign in with.
    IdentityProviderId = "idp",
    /// An account at an identity provider that a shopper's account is linked to.
    LinkedIdentityId = "lid",
    /// A change of a shopper's e-mail address.
    EmailChangeId = "emc",
    /// What a shopper has agreed to, or does no more.
    ConsentId = "cns",
    /// Something a shop sells; has one or more variants.
    ProductId = "prod",
    /// The thing that is put into a cart.
    VariantId = "var",
    /// A place in the catalogue's tree.
    CategoryId = "cat",
    /// A picture of a product.
    ImageId = "img",
    /// An address without an account that answered whether it wants the newsletter.
    SubscriberId = "nls",
    /// A shopper's cart.
    CartId = "cart",
    /// One line of a cart.
    CartLineId = "cln",
    /// A way to ship, offered by a storefront.
    ShippingOptionId = "shp",
    /// What a shopper bought.
    OrderId = "ord",
    /// One line of an order.
    OrderLineId = "oln",
    /// A shopper's review of something bought.
    ReviewId = "rev",
    /// A picture of a review.
    ReviewPictureId = "rpi",
    /// A parcel of an order.
    FulfillmentId = "ful",
    /// Units of an order that come back.
    ReturnId = "ret",
    /// An invoice or a credit note.
    DocumentId = "doc",
    /// Money given back for an order.
    RefundId = "ref",
    /// One attempt to be paid for an order.
    PaymentId = "pay",
    /// A shopper's bank asks for a payment's money back.
    DisputeId = "dsp",
    /// A merchant's share on its way to it.
    TransferId = "trf",
    /// One recorded call to a payment provider.
    OperationId = "op",
    /// One fact in the ledger.
    LedgerTransactionId = "ltx",
    /// One account in a tenant's book.
    LedgerAccountId = "lac",
    /// One message of the outbox.
    MessageId = "msg",
    /// One request.
    RequestId = "req",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_itself_and_as_nothing_else() {
        let id = OrderId::from_uuid(Uuid::from_u128(0x0188_bac7_4afa_78aa_bc3b_bd1e_ef28_d881));

        assert_eq!(id.to_string(), "ord_01h2xcejqtf2nbrexx3vqjhp41");
        assert_eq!("ord_01h2xcejqtf2nbrexx3vqjhp41".parse(), Ok(id));
        assert_eq!(
            "ord_01h2xcejqtf2nbrexx3vqjhp41".parse::<CartId>(),
            Err(NotAnId { prefix: "cart" })
        );
    }

    #[test]
    fn malformed_ids_are_refused() {
        for text in [
            "",
            "ord",
            "ord_",
            "ord_x",
            "ord_81h2xcejqtf2nbrexx3vqjhp41",
            "ord_01h2xcejqtf2nbrexx3vqjhp4l",
            "ORD_01h2xcejqtf2nbrexx3vqjhp41",
        ] {
            assert!(
                text.parse::<OrderId>().is_err(),
                "{text} was taken for an id"
            );
        }
    }
}
