//! Who is connected, and who has to go when there is no place left.
//!
//! A client has a part of the places. When a place is wanted and none is free, the connection that has
//! been idle longest is closed, first among those of the same client.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::client_ip::{Network, client_bits};

/// The connections of one listener.
pub(crate) struct Connections {
    most: usize,
    most_of_client: usize,
    /// Proxies bring many clients over few addresses.
    proxies: Vec<Network>,
    started: Instant,
    known: Mutex<Known>,
    freed: Notify,
}

#[derive(Default)]
struct Known {
    next: u64,
    all: HashMap<u64, Arc<Connected>>,
    by_client: HashMap<u128, usize>,
}

/// One connection, as long as it lasts.
pub(crate) struct Connected {
    client: u128,
    under_way: AtomicUsize,
    /// Milliseconds since the listener started, when the last request ended.
    idle_since: AtomicU64,
    /// Cancelled when the place is wanted.
    pub(crate) shed: CancellationToken,
}

/// A place that is given back when dropped.
pub(crate) struct Place {
    number: u64,
    pub(crate) connected: Arc<Connected>,
    connections: Arc<Connections>,
}

/// A client has all the places that it may have, and uses every one.
#[derive(Debug)]
pub(crate) struct TooMany;

impl Connections {
    pub(crate) fn new(most: usize, most_of_client: usize, proxies: Vec<Network>) -> Arc<Self> {
        Arc::new(Self {
            most,
            most_of_client,
            proxies,
            started: Instant::now(),
            known: Mutex::default(),
            freed: Notify::new(),
        })
    }

    /// A place for a connection from `peer`, as soon as there is one.
    pub(crate) async fn place(self: &Arc<Self>, peer: SocketAddr) -> Result<Place, TooMany> {
        loop {
            let freed = self.freed.notified();
            match self.try_place(peer.ip())? {
                Some(place) => return Ok(place),
                None => freed.await,
            }
        }
    }

    /// A place; none when every connection is answering a request.
    fn try_place(self: &Arc<Self>, peer: IpAddr) -> Result<Option<Place>, TooMany> {
        let client = client_bits(peer);
        let is_proxy = self.proxies.iter().any(|network| network.contains(peer));
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let of_client = known.by_client.get(&client).copied().unwrap_or(0);
        if !is_proxy && of_client >= self.most_of_client {
            // The one that goes leaves its place a moment later; there is one too many until then.
            known.shed(Some(client)).ok_or(TooMany)?;
        } else if known.all.len() >= self.most && known.shed(None).is_none() {
            return Ok(None);
        }
        let number = known.next;
        known.next += 1;
        let connected = Arc::new(Connected {
            client,
            under_way: AtomicUsize::new(0),
            idle_since: AtomicU64::new(self.now()),
            shed: CancellationToken::new(),
        });
        known.all.insert(number, Arc::clone(&connected));
        *known.by_client.entry(client).or_default() += 1;
        Ok(Some(Place {
            number,
            connected,
            connections: Arc::clone(self),
        }))
    }

    fn now(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

impl Known {
    /// Tells the connection that has been idle longest to go.
    fn shed(&mut self, client: Option<u128>) -> Option<()> {
        let idle = self.all.values().filter(|it| {
            client.is_none_or(|client| it.client == client)
                && it.under_way.load(Ordering::Relaxed) == 0
                && !it.shed.is_cancelled()
        });
        let longest = idle.min_by_key(|it| it.idle_since.load(Ordering::Relaxed))?;
        longest.shed.cancel();
        Some(())
    }
}

impl Place {
    /// Notes that a request has begun, until what is returned is dropped.
    pub(crate) fn request(self: &Arc<Self>) -> UnderWay {
        self.connected.under_way.fetch_add(1, Ordering::Relaxed);
        UnderWay(Arc::clone(self))
    }

    /// Whether no request is being answered.
    pub(crate) fn is_idle(&self) -> bool {
        self.connected.under_way.load(Ordering::Relaxed) == 0
    }
}

/// One request, until it is answered.
pub(crate) struct UnderWay(Arc<Place>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        let connected = &self.0.connected;
        let now = self.0.connections.now();
        connected.idle_since.store(now, Ordering::Relaxed);
        connected.under_way.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let known = &self.connections.known;
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        known.all.remove(&self.number);
        if let Some(of_client) = known.by_client.get_mut(&self.connected.client) {
            *of_client = of_client.saturating_sub(1);
            if *of_client == 0 {
                known.by_client.remove(&self.connected.client);
            }
        }
        drop(known);
        self.connections.freed.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Connections {
        fn len(&self) -> usize {
            self.known.lock().unwrap().all.len()
        }
    }

    fn peer(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_client_with_all_its_places_loses_the_one_that_is_idle_longest() {
        let connections = Connections::new(10, 2, Vec::new());
        let take = |from| connections.try_place(peer(from)).map(Option::unwrap);
        let first = Arc::new(take("192.0.2.1").unwrap());
        let second = Arc::new(take("192.0.2.1").unwrap());
        let busy = first.request();

        let third = Arc::new(take("192.0.2.1").unwrap());
        assert!(second.connected.shed.is_cancelled());
        assert!(!first.connected.shed.is_cancelled());
        drop(second);
        let also_busy = third.request();
        assert!(take("192.0.2.1").is_err(), "both answer requests");
        assert!(take("192.0.2.2").is_ok());
        drop((busy, also_busy));
        assert!(take("192.0.2.1").is_ok());
    }

    #[test]
    fn when_all_places_are_taken_idle_ones_go_and_busy_ones_stay() {
        let connections = Connections::new(2, 10, Vec::new());
        let take = |from| connections.try_place(peer(from)).unwrap();
        let first = Arc::new(take("192.0.2.1").unwrap());
        let second = Arc::new(take("192.0.2.2").unwrap());
        let busy = (first.request(), second.request());

        assert!(take("192.0.2.3").is_none());
        drop(busy.1);
        assert!(take("192.0.2.3").is_some());
        assert!(second.connected.shed.is_cancelled());
    }

    #[test]
    fn a_proxy_brings_many_clients() {
        let connections = Connections::new(10, 1, vec!["10.0.0.0/8".parse().unwrap()]);
        let places: Vec<_> = (0..5)
            .map(|_| connections.try_place(peer("10.0.0.1")).unwrap().unwrap())
            .collect();

        assert_eq!(connections.len(), 5);
        drop(places);
        assert_eq!(connections.len(), 0);
    }
}
