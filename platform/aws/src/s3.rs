//! Objects in a bucket of S3, or of any store that speaks its protocol.

use std::error::Error;
use std::time::Duration;

use async_trait::async_trait;
use aws_sdk_s3::Client;
use aws_sdk_s3::config::Builder as S3Config;
use aws_sdk_s3::operation::get_object::{GetObjectError, GetObjectOutput};
use aws_sdk_s3::primitives::ByteStream;
use bytes::{Bytes, BytesMut};
use kernel::ports::{Object, ObjectStore, ObjectStoreError, cache_control, check_object_key};

use crate::address::S3Address;
use crate::client::{AccessKey, Limits, config};

/// What is larger was not kept by us.
const BYTES_MAX: usize = 32 * 1024 * 1024;
/// What [`S3::check`] writes and reads.
const PROBE: &str = "doctor.txt";

/// Keeps each object under its key in one bucket, behind the bucket's prefix.
#[derive(Debug, Clone)]
pub struct S3 {
    client: Client,
    bucket: String,
    prefix: String,
    whole: Duration,
}

impl S3 {
    /// The bucket at `address`. Nobody is asked yet.
    pub async fn new(address: &S3Address, key: Option<AccessKey>, limits: Limits) -> Self {
        let shared = config(&address.region, key, limits).await;
        let mut config = S3Config::from(&shared);
        config = config.force_path_style(address.has_path_style);
        if let Some(endpoint) = &address.endpoint {
            config = config.endpoint_url(endpoint.as_str());
        }
        Self {
            client: Client::from_conf(config.build()),
            bucket: address.bucket.clone(),
            prefix: address.prefix.clone(),
            whole: limits.whole,
        }
    }

    /// Whether objects can be written, read, removed and found absent. Leaves one small object, always the same.
    pub async fn check(&self) -> Result<(), ObjectStoreError> {
        let path = format!("{}{PROBE}", self.prefix);
        let text = Bytes::from_static(b"written by stoa doctor\n");
        self.write(path.clone(), text.clone(), "text/plain").await?;
        let read = self.read(path.clone()).await?;
        if read.is_none_or(|object| object.bytes != text) {
            return Err(unavailable("it gives back other bytes than it was given"));
        }
        match self.read(format!("{path}.absent")).await? {
            // Removed although it is not there: whether it may be is what is asked.
            None => self.delete(format!("{path}.absent")).await,
            Some(_) => Err(unavailable("it has an object that nobody wrote")),
        }
    }

    async fn write(
        &self,
        path: String,
        bytes: Bytes,
        content_type: &str,
    ) -> Result<(), ObjectStoreError> {
        let put = self
            .client
            .put_object()
            .bucket(&self.bucket)
            .cache_control(cache_control(&path))
            .key(path)
            .content_type(content_type)
            .body(ByteStream::from(bytes));
        self.in_time(Box::pin(put.send()))
            .await?
            .map_err(unavailable)?;
        Ok(())
    }

    /// The store answers the same for an object that is not there.
    async fn delete(&self, path: String) -> Result<(), ObjectStoreError> {
        let delete = self.client.delete_object().bucket(&self.bucket).key(path);
        self.in_time(Box::pin(delete.send()))
            .await?
            .map_err(unavailable)?;
        Ok(())
    }

    async fn read(&self, path: String) -> Result<Option<Object>, ObjectStoreError> {
        self.in_time(Box::pin(self.fetch(path))).await?
    }

    async fn fetch(&self, path: String) -> Result<Option<Object>, ObjectStoreError> {
        let get = self.client.get_object().bucket(&self.bucket).key(path);
        let found = match get.send().await {
            Ok(found) => found,
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(GetObjectError::is_no_such_key) =>
            {
                return Ok(None);
            }
            Err(error) => return Err(unavailable(error)),
        };
        let content_type = found.content_type().unwrap_or("application/octet-stream");
        let content_type = content_type.to_owned();
        let bytes = collect(found).await?;
        Ok(Some(Object {
            bytes,
            content_type,
        }))
    }

    /// The library's own limits end with the head of an answer; this one holds for its last byte.
    async fn in_time<T>(&self, work: impl Future<Output = T>) -> Result<T, ObjectStoreError> {
        let done = tokio::time::timeout(self.whole, work).await;
        done.map_err(unavailable)
    }
}

/// The whole body, whose checksum is compared on the way.
async fn collect(mut found: GetObjectOutput) -> Result<Bytes, ObjectStoreError> {
    let length = found.content_length().map(usize::try_from);
    let mut bytes = BytesMut::new();
    while let Some(part) = found.body.try_next().await.map_err(unavailable)? {
        if bytes.len().saturating_add(part.len()) > BYTES_MAX {
            return Err(unavailable("the object is larger than any that was kept"));
        }
        bytes.extend_from_slice(&part);
    }
    match length {
        Some(Ok(length)) if length == bytes.len() => Ok(bytes.freeze()),
        _ => Err(unavailable("the object is shorter than it was said to be")),
    }
}

fn unavailable(why: impl Into<Box<dyn Error + Send + Sync>>) -> ObjectStoreError {
    ObjectStoreError::Unavailable(why.into())
}

#[async_trait]
impl ObjectStore for S3 {
    async fn put(
        &self,
        key: &str,
        bytes: Bytes,
        content_type: &str,
    ) -> Result<(), ObjectStoreError> {
        check_object_key(key)?;
        self.write(format!("{}{key}", self.prefix), bytes, content_type)
            .await
    }

    async fn get(&self, key: &str) -> Result<Option<Object>, ObjectStoreError> {
        check_object_key(key)?;
        self.read(format!("{}{key}", self.prefix)).await
    }

    async fn remove(&self, key: &str) -> Result<(), ObjectStoreError> {
        check_object_key(key)?;
        self.delete(format!("{}{key}", self.prefix)).await
    }
}
