//! What a request is counted as.

use poem::http::Method;

use crate::contract::Cost;

/// What a request is counted as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Looking at something.
    Read,
    /// Changing something.
    Write,
    /// Placing an order.
    Checkout,
    /// Trying a password, a token of a mail or an address, each of which costs a hash or a mail; and what
    /// somebody of the staff has to read.
    Login,
    /// Asking whether the process is ready: as often as reading, and counted by itself, so that
    /// nobody behind the same address can make a load balancer go without an answer.
    Ready,
    /// Asking whether it lives, which asks nobody else: ten times as often.
    Live,
    /// What a payment provider tells.
    Webhook,
}

impl Class {
    /// Its name in figures.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Checkout => "checkout",
            Self::Login => "login",
            Self::Ready => "ready",
            Self::Live => "live",
            Self::Webhook => "webhook",
        }
    }

    /// Whether it is counted for all processes. Who asks a process how it is asks that one, and gets an answer
    /// without anybody else.
    pub(crate) const fn is_shared(self) -> bool {
        match self {
            Self::Read | Self::Write | Self::Checkout | Self::Login | Self::Webhook => true,
            Self::Ready | Self::Live => false,
        }
    }

    /// The class of a request: what its operation costs, and whether it can change something.
    pub(crate) fn of(method: &Method, cost: Cost) -> Self {
        match cost {
            Cost::Credential | Cost::Mail | Cost::Report => Self::Login,
            Cost::Order => Self::Checkout,
            Cost::Readiness => Self::Ready,
            Cost::Liveness => Self::Live,
            Cost::Webhook => Self::Webhook,
            Cost::Ordinary if is_read(method) => Self::Read,
            Cost::Ordinary => Self::Write,
        }
    }
}

fn is_read(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_request_has_its_class() {
        for (method, cost, class) in [
            (Method::GET, Cost::Ordinary, Class::Read),
            (Method::POST, Cost::Ordinary, Class::Write),
            (Method::POST, Cost::Order, Class::Checkout),
            (Method::POST, Cost::Credential, Class::Login),
            (Method::POST, Cost::Mail, Class::Login),
            (Method::POST, Cost::Report, Class::Login),
            (Method::POST, Cost::Webhook, Class::Webhook),
            (Method::GET, Cost::Liveness, Class::Live),
            (Method::GET, Cost::Readiness, Class::Ready),
        ] {
            assert_eq!(Class::of(&method, cost), class, "{method} {cost:?}");
        }
    }
}
