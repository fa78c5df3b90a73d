//! A work queue in SQS: a standard queue for each lane, fair among tenants.

use std::fmt::Display;
use std::str::FromStr;
use std::time::Duration;

use async_trait::async_trait;
use aws_sdk_sqs::Client;
use aws_sdk_sqs::config::Builder as SqsConfig;
use aws_sdk_sqs::error::DisplayErrorContext;
use aws_sdk_sqs::types::{
    DeleteMessageBatchRequestEntry, QueueAttributeName, SendMessageBatchRequestEntry,
};
use kernel::Lane;
use kernel::ids::{MessageId, TenantId};
use kernel::ports::{HandedTicket, WorkQueue, WorkQueueError, WorkTicket};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::address::endpoint;
use crate::client::{AccessKey, Limits, config};

/// SQS takes and gives so many at once.
const BATCH: usize = 10;
/// How long one request waits for a message.
const LONG_POLL: Duration = Duration::from_secs(3);

/// Where the queues are: `sqs://ACCOUNT/NAME?region=eu-central-1`. There is one for each lane: `NAME-orders`,
/// `NAME-mail`, `NAME-search`, `NAME-pictures` and `NAME-documents`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SqsAddress {
    account: String,
    name: String,
    region: String,
    endpoint: Option<Url>,
}

/// Text that does not say where queues are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be sqs://ACCOUNT/NAME?region=…, where ACCOUNT has 12 digits")]
pub struct BadSqsAddress;

impl FromStr for SqsAddress {
    type Err = BadSqsAddress;

    fn from_str(text: &str) -> Result<Self, BadSqsAddress> {
        let url = Url::parse(text).map_err(|_| BadSqsAddress)?;
        let is_plain = url.scheme() == "sqs"
            && url.username().is_empty()
            && url.password().is_none()
            && url.port().is_none()
            && url.fragment().is_none();
        let account = url.host_str().unwrap_or_default();
        let is_account = account.len() == 12 && account.bytes().all(|it| it.is_ascii_digit());
        let name = url.path().trim_start_matches('/');
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        // The longest lane is added to it, and SQS takes 80 characters.
        let is_named = !name.is_empty() && name.len() <= 70 && name.bytes().all(is_name);
        if !is_plain || !is_account || !is_named {
            return Err(BadSqsAddress);
        }
        let mut address = Self {
            account: account.to_owned(),
            name: name.to_owned(),
            region: String::new(),
            endpoint: None,
        };
        for (name, value) in url.query_pairs() {
            match name.as_ref() {
                "region" => address.region = value.into_owned(),
                "endpoint" => {
                    address.endpoint = Some(endpoint(&value).map_err(|_| BadSqsAddress)?);
                }
                _ => return Err(BadSqsAddress),
            }
        }
        if address.region.is_empty() {
            return Err(BadSqsAddress);
        }
        Ok(address)
    }
}

impl SqsAddress {
    fn queue_url(&self, lane: Lane) -> String {
        let base = match &self.endpoint {
            Some(endpoint) => endpoint.as_str().trim_end_matches('/').to_owned(),
            None => format!("https://sqs.{}.amazonaws.com", self.region),
        };
        format!("{base}/{}/{}-{}", self.account, self.name, lane.name())
    }
}

/// A ticket as it travels. Nothing of a person is in it.
#[derive(Debug, Serialize, Deserialize)]
struct Body {
    tenant_id: TenantId,
    message_id: MessageId,
    attempts: i32,
    postponed: i32,
}

/// The queues.
#[derive(Debug, Clone)]
pub struct Sqs {
    client: Client,
    address: SqsAddress,
    limits: Limits,
}

impl Sqs {
    /// The queues at `address`. Nobody is asked yet.
    pub async fn new(address: SqsAddress, key: Option<AccessKey>, limits: Limits) -> Self {
        // A request that waits for a message takes longer than others.
        let attempt = limits.attempt + LONG_POLL;
        let limits = Limits { attempt, ..limits };
        let mut sqs = SqsConfig::from(&config(&address.region, key, limits).await);
        if let Some(endpoint) = &address.endpoint {
            sqs = sqs.endpoint_url(endpoint.as_str());
        }
        Self {
            client: Client::from_conf(sqs.build()),
            address,
            limits,
        }
    }

    async fn within<T, E>(
        &self,
        call: impl Future<Output = Result<T, E>>,
    ) -> Result<T, WorkQueueError>
    where
        E: std::error::Error,
    {
        match tokio::time::timeout(self.limits.whole, call).await {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(why)) => Err(out(DisplayErrorContext(why))),
            Err(_) => Err(out("SQS did not answer in time")),
        }
    }
}

fn out(why: impl Display) -> WorkQueueError {
    WorkQueueError(why.to_string())
}

#[async_trait]
impl WorkQueue for Sqs {
    async fn send(
        &self,
        lane: Lane,
        tickets: &[WorkTicket],
    ) -> Result<Vec<WorkTicket>, WorkQueueError> {
        let mut left = Vec::new();
        for batch in tickets.chunks(BATCH) {
            let entries = batch.iter().enumerate().map(entry);
            let entries: Vec<_> = entries.collect::<Result<_, _>>()?;
            let call = self
                .client
                .send_message_batch()
                .queue_url(self.address.queue_url(lane))
                .set_entries(Some(entries))
                .send();
            let answer = self.within(call).await?;
            let failed = answer.failed().iter();
            let failed = failed.filter_map(|it| it.id().parse::<usize>().ok());
            left.extend(failed.filter_map(|at| batch.get(at).copied()));
        }
        Ok(left)
    }

    async fn receive(
        &self,
        lane: Lane,
        most: usize,
        lease: Duration,
    ) -> Result<Vec<HandedTicket>, WorkQueueError> {
        let most = i32::try_from(most.clamp(1, BATCH)).unwrap_or(1);
        let call = self
            .client
            .receive_message()
            .queue_url(self.address.queue_url(lane))
            .max_number_of_messages(most)
            .visibility_timeout(i32::try_from(lease.as_secs()).unwrap_or(i32::MAX))
            .wait_time_seconds(i32::try_from(LONG_POLL.as_secs()).unwrap_or(1))
            .send();
        let answer = self.within(call).await?;
        let handed = answer.messages().iter().filter_map(|message| {
            let body = message.body().unwrap_or_default();
            let body = serde_json::from_str::<Body>(body).ok();
            Some(HandedTicket {
                receipt: message.receipt_handle()?.to_owned(),
                ticket: body.map(|it| WorkTicket {
                    tenant_id: it.tenant_id,
                    message_id: it.message_id,
                    attempts: it.attempts,
                    postponed: it.postponed,
                }),
            })
        });
        Ok(handed.collect())
    }

    async fn forget(&self, lane: Lane, receipts: &[String]) -> Result<(), WorkQueueError> {
        for batch in receipts.chunks(BATCH) {
            let entries = batch.iter().enumerate().map(|(at, receipt)| {
                DeleteMessageBatchRequestEntry::builder()
                    .id(at.to_string())
                    .receipt_handle(receipt)
                    .build()
            });
            let entries: Result<Vec<_>, _> = entries.collect();
            let call = self
                .client
                .delete_message_batch()
                .queue_url(self.address.queue_url(lane))
                .set_entries(Some(entries.map_err(out)?))
                .send();
            // One that stays is handed out once more, and is void by then.
            self.within(call).await?;
        }
        Ok(())
    }

    async fn waiting(&self, lane: Lane) -> Result<u64, WorkQueueError> {
        let name = QueueAttributeName::ApproximateNumberOfMessages;
        let call = self
            .client
            .get_queue_attributes()
            .queue_url(self.address.queue_url(lane))
            .attribute_names(name.clone())
            .send();
        let answer = self.within(call).await?;
        let count = answer.attributes().and_then(|all| all.get(&name));
        let count = count.ok_or_else(|| out("SQS does not say how many messages wait"))?;
        count.parse().map_err(out)
    }
}

/// A tenant is a message group, which SQS serves in turn.
fn entry(
    (at, ticket): (usize, &WorkTicket),
) -> Result<SendMessageBatchRequestEntry, WorkQueueError> {
    let body = serde_json::to_string(&Body {
        tenant_id: ticket.tenant_id,
        message_id: ticket.message_id,
        attempts: ticket.attempts,
        postponed: ticket.postponed,
    });
    SendMessageBatchRequestEntry::builder()
        .id(at.to_string())
        .message_body(body.map_err(out)?)
        .message_group_id(ticket.tenant_id.to_string())
        .build()
        .map_err(out)
}
