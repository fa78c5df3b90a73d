//! What is known about a request before its handler runs.

use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use kernel::ids::RequestId;
use kernel::ports::{Authenticator, StorefrontRef};
use kernel::{Caller, OperatorCaller, RecordedRequest};
use poem::{FromRequest, Request, RequestBody};
use uuid::Uuid;

use crate::access::Refusal;
use crate::error::ApiError;

tokio::task_local! {
    static REQUEST_ID: RequestId;
}

/// The id of the request that this task answers; the nil id outside of one.
pub fn current_request_id() -> RequestId {
    REQUEST_ID
        .try_with(|id| *id)
        .unwrap_or(RequestId::from_uuid(Uuid::nil()))
}

/// Runs `work` as the answer to the request `id`, so that problems can name it.
pub async fn with_request_id<T>(id: RequestId, work: impl Future<Output = T>) -> T {
    REQUEST_ID.scope(id, work).await
}

/// Does something at once as a part of the answer to the request `id`.
pub(crate) fn with_request_id_now<T>(id: RequestId, work: impl FnOnce() -> T) -> T {
    REQUEST_ID.sync_scope(id, work)
}

/// Whom a request is meant for, by its host or key.
#[derive(Debug, Clone)]
pub enum Target {
    /// A storefront's host, or any host with a storefront's publishable key.
    Storefront(Arc<StorefrontRef>),
    /// A host of the platform itself.
    Platform,
}

/// What is known about a request before its handler runs. One for each request, in its extensions.
#[derive(Clone)]
pub struct RequestContext {
    /// The id of the request, made here.
    pub request_id: RequestId,
    /// Where it came from: the socket's peer, or what a trusted proxy says.
    pub client_ip: IpAddr,
    /// Whom it is meant for.
    pub target: Target,
    pub(crate) authenticator: Arc<dyn Authenticator>,
    /// What changes of the staff, of programs and of operators are recorded with.
    pub(crate) recorded: Option<RecordedRequest>,
    /// The operation, where it is known, and the request's id.
    pub(crate) request: Option<RecordedRequest>,
    pub(crate) known: OnceLock<Known>,
}

/// Who the bearer of the request's token is, when that was found out before the handler asks.
#[derive(Debug, Clone)]
pub(crate) enum Known {
    Shopper(Caller),
    Staff(Caller),
    Operator(OperatorCaller),
}

impl RequestContext {
    /// A context for tests of an API crate that run without the whole gateway.
    pub fn new(
        request_id: RequestId,
        client_ip: IpAddr,
        target: Target,
        authenticator: Arc<dyn Authenticator>,
    ) -> Self {
        Self {
            request_id,
            client_ip,
            target,
            authenticator,
            recorded: None,
            request: None,
            known: OnceLock::new(),
        }
    }

    /// The same, for a request of this operation, which may change something or not.
    pub(crate) fn of_operation(self, operation: &'static str, is_change: bool) -> Self {
        let request_id = self.request_id;
        let request = Some(RecordedRequest {
            operation,
            request_id,
        });
        Self {
            recorded: request.filter(|_| is_change),
            request,
            ..self
        }
    }

    /// The context of `request`; a request without one is answered as if there was nothing here.
    pub fn of(request: &Request) -> Result<&Arc<Self>, ApiError> {
        request
            .data::<Arc<Self>>()
            .ok_or_else(|| Refusal::NoContext.into())
    }

    /// The storefront, or the constant 404 when the request was sent to the platform's own host.
    pub fn storefront(&self) -> Result<&Arc<StorefrontRef>, ApiError> {
        match &self.target {
            Target::Storefront(storefront) => Ok(storefront),
            Target::Platform => Err(Refusal::NotFound.into()),
        }
    }
}

impl std::fmt::Debug for RequestContext {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RequestContext")
            .field("request_id", &self.request_id)
            .field("target", &self.target)
            .finish_non_exhaustive()
    }
}

/// The context, as an argument of a handler.
#[derive(Debug, Clone)]
pub struct Context(pub Arc<RequestContext>);

impl<'a> FromRequest<'a> for Context {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Ok(Self(Arc::clone(RequestContext::of(request)?)))
    }
}
