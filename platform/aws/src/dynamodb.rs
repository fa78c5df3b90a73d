//! Product documents in one table of DynamoDB.
//!
//! `pk` is `T#<tenant>#S#<shard>` and `sk` is `P#<product>`: every key begins with the tenant, whose products are spread
//! over a few partitions, since one takes 3,000 reads a second.

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;
use std::time::Duration;

use async_trait::async_trait;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::Builder as DynamoDbConfig;
use aws_sdk_dynamodb::error::DisplayErrorContext;
use aws_sdk_dynamodb::types::{AttributeValue, DeleteRequest, KeysAndAttributes, WriteRequest};
use futures_util::{StreamExt, TryStreamExt, stream};
use kernel::ids::{ProductId, TenantId};
use kernel::ports::{Clock, ProductDocument, ProductDocuments, ProductDocumentsError, SystemClock};
use url::Url;

use crate::address::endpoint;
use crate::client::{AccessKey, Limits, config};

/// Partitions that a tenant's products are spread over. Changing it loses every document that is there.
const SHARDS: u8 = 16;
/// Documents that are put at the same time.
const AT_ONCE: usize = 8;
/// DynamoDB deletes so many at once.
const DELETED_AT_ONCE: usize = 25;
/// The longest body. An item has 400 KB at most; what is longer is read from the database.
const BODY_MAX: usize = 390 * 1024;
/// How long the marker of a product that is not for sale stays.
const MARKER_STAYS: Duration = Duration::from_hours(30 * 24);
/// How often what DynamoDB has left undone is asked for again.
const ROUNDS: usize = 5;

/// Where the table is: `dynamodb://TABLE?region=eu-central-1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DynamoDbAddress {
    table: String,
    region: String,
    endpoint: Option<Url>,
}

/// Text that does not say where a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be dynamodb://TABLE?region=…")]
pub struct BadDynamoDbAddress;

impl FromStr for DynamoDbAddress {
    type Err = BadDynamoDbAddress;

    fn from_str(text: &str) -> Result<Self, BadDynamoDbAddress> {
        let url = Url::parse(text).map_err(|_| BadDynamoDbAddress)?;
        let is_plain = url.scheme() == "dynamodb"
            && url.username().is_empty()
            && url.password().is_none()
            && url.port().is_none()
            && url.fragment().is_none()
            && matches!(url.path(), "" | "/");
        let table = url.host_str().unwrap_or_default();
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        let is_table = (3..=255).contains(&table.len()) && table.bytes().all(is_name);
        if !is_plain || !is_table {
            return Err(BadDynamoDbAddress);
        }
        let mut address = Self {
            table: table.to_owned(),
            region: String::new(),
            endpoint: None,
        };
        for (name, value) in url.query_pairs() {
            match name.as_ref() {
                "region" => address.region = value.into_owned(),
                "endpoint" => {
                    let found = endpoint(&value).map_err(|_| BadDynamoDbAddress)?;
                    address.endpoint = Some(found);
                }
                _ => return Err(BadDynamoDbAddress),
            }
        }
        if address.region.is_empty() {
            return Err(BadDynamoDbAddress);
        }
        Ok(address)
    }
}

type Item = HashMap<String, AttributeValue>;

/// The table.
#[derive(Debug, Clone)]
pub struct DynamoDb {
    client: Client,
    table: String,
    limits: Limits,
}

impl DynamoDb {
    /// The table at `address`. Nobody is asked yet.
    pub async fn new(address: DynamoDbAddress, key: Option<AccessKey>, limits: Limits) -> Self {
        let mut made = DynamoDbConfig::from(&config(&address.region, key, limits).await);
        if let Some(endpoint) = &address.endpoint {
            made = made.endpoint_url(endpoint.as_str());
        }
        Self {
            client: Client::from_conf(made.build()),
            table: address.table,
            limits,
        }
    }

    async fn within<T, E>(
        &self,
        call: impl Future<Output = Result<T, E>>,
    ) -> Result<T, ProductDocumentsError>
    where
        E: std::error::Error,
    {
        match tokio::time::timeout(self.limits.whole, call).await {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(why)) => Err(out(DisplayErrorContext(why))),
            Err(_) => Err(out("DynamoDB did not answer in time")),
        }
    }

    /// Puts one document; whether it was newer than what is there.
    async fn put_one(
        &self,
        tenant_id: TenantId,
        document: &ProductDocument,
    ) -> Result<bool, ProductDocumentsError> {
        let condition = "attribute_not_exists(pk) or #version < :version \
                         or (#version = :version and #schema < :schema)";
        let call = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item(tenant_id, document)))
            .condition_expression(condition)
            .expression_attribute_names("#version", "version")
            .expression_attribute_names("#schema", "schema")
            .expression_attribute_values(":version", number(document.version))
            .expression_attribute_values(":schema", number(document.schema))
            .send();
        match tokio::time::timeout(self.limits.whole, call).await {
            Ok(Ok(_)) => Ok(true),
            Ok(Err(why)) => match why.as_service_error() {
                Some(refused) if refused.is_conditional_check_failed_exception() => Ok(false),
                _ => Err(out(DisplayErrorContext(why))),
            },
            Err(_) => Err(out("DynamoDB did not answer in time")),
        }
    }

    /// Deletes what is there under these keys.
    async fn delete(&self, keys: Vec<Item>) -> Result<(), ProductDocumentsError> {
        let mut left: Vec<WriteRequest> =
            keys.into_iter().map(deletion).collect::<Result<_, _>>()?;
        for round in 0..ROUNDS {
            let call = self
                .client
                .batch_write_item()
                .request_items(&self.table, left)
                .send();
            let mut answer = self
                .within(call)
                .await?
                .unprocessed_items
                .unwrap_or_default();
            left = answer.remove(&self.table).unwrap_or_default();
            if left.is_empty() {
                return Ok(());
            }
            rest(round).await;
        }
        Err(out("DynamoDB does not delete all documents"))
    }
}

#[async_trait]
impl ProductDocuments for DynamoDb {
    async fn get(
        &self,
        tenant_id: TenantId,
        products: &[ProductId],
    ) -> Result<Vec<ProductDocument>, ProductDocumentsError> {
        if let [product_id] = products {
            let call = self
                .client
                .get_item()
                .table_name(&self.table)
                .set_key(Some(key(tenant_id, *product_id)))
                .send();
            let found = self.within(call).await?.item;
            let found = found.iter().filter_map(|item| document(tenant_id, item));
            return Ok(found.collect());
        }
        if products.is_empty() {
            return Ok(Vec::new());
        }
        let keys: Vec<Item> = products.iter().map(|&id| key(tenant_id, id)).collect();
        let wanted = KeysAndAttributes::builder().set_keys(Some(keys)).build();
        let call = self
            .client
            .batch_get_item()
            .request_items(&self.table, wanted.map_err(out)?)
            .send();
        // What DynamoDB leaves out of its answer counts as missing: the database is asked for it.
        let mut answer = self.within(call).await?.responses.unwrap_or_default();
        let items = answer.remove(&self.table).unwrap_or_default();
        let found = items.iter().filter_map(|item| document(tenant_id, item));
        Ok(found.collect())
    }

    async fn put(
        &self,
        tenant_id: TenantId,
        documents: &[ProductDocument],
    ) -> Result<usize, ProductDocumentsError> {
        let puts = documents.iter().cloned();
        let puts = puts.map(|document| async move { self.put_one(tenant_id, &document).await });
        stream::iter(puts)
            .buffer_unordered(AT_ONCE)
            .try_fold(0, async |count, is_put| Ok(count + usize::from(is_put)))
            .await
    }

    async fn remove_all(&self, tenant_id: TenantId) -> Result<usize, ProductDocumentsError> {
        let mut removed = 0;
        for shard in 0..SHARDS {
            loop {
                let call = self
                    .client
                    .query()
                    .table_name(&self.table)
                    .key_condition_expression("pk = :pk")
                    .expression_attribute_values(":pk", text(partition(tenant_id, shard)))
                    .projection_expression("pk, sk")
                    .limit(i32::try_from(DELETED_AT_ONCE).unwrap_or(1))
                    .consistent_read(true)
                    .send();
                let keys = self.within(call).await?.items.unwrap_or_default();
                if keys.is_empty() {
                    break;
                }
                let count = keys.len();
                self.delete(keys).await?;
                removed += count;
            }
        }
        Ok(removed)
    }
}

fn out(why: impl Display) -> ProductDocumentsError {
    ProductDocumentsError(why.to_string())
}

/// What is left undone is tried again after a while.
async fn rest(round: usize) {
    let doublings = u32::try_from(round).unwrap_or(0);
    tokio::time::sleep(Duration::from_millis(50) * 2_u32.saturating_pow(doublings)).await;
}

fn text(value: String) -> AttributeValue {
    AttributeValue::S(value)
}

fn number(value: impl Display) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

fn partition(tenant_id: TenantId, shard: u8) -> String {
    format!("T#{tenant_id}#S#{shard:x}")
}

fn key(tenant_id: TenantId, product_id: ProductId) -> Item {
    // The last digits of an id are random.
    let [.., last] = *product_id.uuid().as_bytes();
    let pk = partition(tenant_id, last % SHARDS);
    let sk = format!("P#{product_id}");
    HashMap::from([("pk".to_owned(), text(pk)), ("sk".to_owned(), text(sk))])
}

fn item(tenant_id: TenantId, document: &ProductDocument) -> Item {
    let mut item = key(tenant_id, document.product_id);
    item.insert("version".to_owned(), number(document.version));
    item.insert("schema".to_owned(), number(document.schema));
    match &document.body {
        Some(body) if body.len() <= BODY_MAX => {
            item.insert("body".to_owned(), text(body.clone()));
        }
        Some(_) => {}
        None => {
            let until = SystemClock.now() + MARKER_STAYS;
            item.insert("expires_at".to_owned(), number(until.unix_timestamp()));
        }
    }
    item
}

/// The document in an item of this tenant; none in what is something else, which the next change replaces.
fn document(tenant_id: TenantId, item: &Item) -> Option<ProductDocument> {
    let text = |name: &str| item.get(name)?.as_s().ok();
    let number = |name: &str| item.get(name)?.as_n().ok();
    let product_id: ProductId = text("sk")?.strip_prefix("P#")?.parse().ok()?;
    let is_ours = item.get("pk") == key(tenant_id, product_id).get("pk");
    is_ours.then_some(())?;
    Some(ProductDocument {
        product_id,
        version: number("version")?.parse().ok()?,
        schema: number("schema")?.parse().ok()?,
        body: text("body").cloned(),
    })
}

fn deletion(key: Item) -> Result<WriteRequest, ProductDocumentsError> {
    let request = DeleteRequest::builder().set_key(Some(key)).build();
    let request = request.map_err(out)?;
    Ok(WriteRequest::builder().delete_request(request).build())
}
