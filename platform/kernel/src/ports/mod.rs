//! What the services need from the outside, in our words.

mod access;
mod clock;
mod dns;
mod ids;
mod keyring;
mod mailer;
mod nodes;
mod objects;
mod openid;
mod payments;
mod printer;
mod product_documents;
mod texter;
mod work_queue;

pub use access::{Authenticator, StorefrontFinder, StorefrontRef};
pub use clock::{Clock, SystemClock};
pub use dns::{DnsError, TextRecords};
pub use ids::Ids;
pub use keyring::{KeyRing, KeyRingError, SecretContext};
pub use mailer::{
    Mail, MailCall, MailError, MailEvent, MailEventKind, MailFeedback, MailFeedbackError,
    MailProvider, MailSender, Mailer,
};
pub use nodes::{Bucket, ChangeTeller, Counted, SharedLimits};
pub use objects::{
    Object, ObjectStore, ObjectStoreError, REMOVABLE, cache_control, check_object_key,
};
pub use openid::{
    OpenIdClient, OpenIdError, OpenIdGrant, OpenIdIssuers, OpenIdPerson, OpenIdRequest,
};
pub use payments::{
    AmountLimits, CancelOutcome, CaptureMethod, CaptureOutcome, CapturePayment, OpenPayment,
    OpenedPayment, PaymentProvider, PaymentStatus, Payments, PaymentsError, RefundEffect,
    RefundPart, RefundPayment, RefundShare, RefundState, RefundStatus, Share,
};
pub use printer::{PrintError, Printer};
pub use product_documents::{
    PRODUCT_DOCUMENTS_MAX, ProductDocument, ProductDocuments, ProductDocumentsError,
};
pub use texter::{
    SentText, TextCall, TextError, TextEvent, TextEventKind, TextFeedback, TextFeedbackError,
    TextMessage, Texter, is_stopped,
};
pub use work_queue::{HandedTicket, WorkQueue, WorkQueueError, WorkTicket};
