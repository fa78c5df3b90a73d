//! Where the products of a file have their places: which product a handle is, and at which address.
//!
//! Products are told apart by their handles. Two handles can come to the same slug; then the one that
//! is that slug has it, whichever comes first, and the other gets a number.

use std::collections::{HashMap, HashSet};

use db::{DbError, TenantTx};
use kernel::goods::Slug;
use time::OffsetDateTime;

use super::handle::Handle;
use super::report::Address;
use crate::catalog::store::existing::Known;
use crate::catalog::store::slugs;

/// How many addresses are kept for the report.
const KEPT: usize = 1_000;

/// Where a product has its place.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// Its address.
    pub(super) slug: Slug,
    /// The product that is there, as an index.
    pub(super) known: Option<usize>,
}

/// What has been given in one transaction.
struct Round {
    /// The products that handles have, as indices.
    taken: HashSet<usize>,
    /// The slugs of the others.
    given: HashSet<String>,
    now: OffsetDateTime,
}

/// The addresses that an import gives.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    /// In a dry run, the slugs that products would have by now, and their handles.
    foretold: HashMap<String, Handle>,
    changed: HashMap<String, (u64, String)>,
    count: usize,
}

impl Addresses {
    /// Finds the places of products with these handles, each of which comes once.
    pub(super) async fn find(
        &self,
        tx: &mut TenantTx,
        handles: &[&Handle],
        known: &mut [Known],
        now: OffsetDateTime,
    ) -> Result<Vec<Place>, DbError> {
        let mut places: Vec<Option<Place>> = vec![None; handles.len()];
        let mut round = Round {
            taken: HashSet::new(),
            given: HashSet::new(),
            now,
        };
        for (handle, place) in handles.iter().zip(&mut places) {
            let found = known
                .iter()
                .position(|known| known.handle.as_ref() == Some(&handle.text));
            if let Some(index) = found {
                round.taken.insert(index);
                let slug = known
                    .get(index)
                    .and_then(|known| Slug::parse(&known.slug).ok());
                *place = slug.map(|slug| Place {
                    slug,
                    known: Some(index),
                });
            }
        }
        for is_address in [true, false] {
            for (handle, place) in handles.iter().zip(&mut places) {
                if place.is_some() || handle.is_address() != is_address {
                    continue;
                }
                let found = self.place(tx, handle, known, &mut round).await?;
                round.given.insert(found.slug.to_string());
                *place = Some(found);
            }
        }
        // A product that stepped aside has its new address by now.
        let current = |place: Place| match place.known.and_then(|index| known.get(index)) {
            Some(known) => Place {
                slug: Slug::parse(&known.slug).unwrap_or(place.slug),
                known: place.known,
            },
            None => place,
        };
        Ok(places.into_iter().flatten().map(current).collect())
    }

    /// The place of a handle that no product has.
    async fn place(
        &self,
        tx: &mut TenantTx,
        handle: &Handle,
        known: &mut [Known],
        round: &mut Round,
    ) -> Result<Place, DbError> {
        let wanted = &handle.slug;
        let found = known.iter().position(|known| known.slug == wanted.as_str());
        let is_ours = |known: &Known| {
            // One that was made here is meant by its own address only.
            known.handle.is_none() && (handle.is_address() || known.digest.is_some())
        };
        let holder = found.and_then(|index| Some((index, known.get_mut(index)?)));
        match holder {
            Some((index, known)) if is_ours(known) && round.taken.insert(index) => Ok(Place {
                slug: wanted.clone(),
                known: Some(index),
            }),
            Some((_, known)) if handle.is_address() && is_derived(known) => {
                let slug = self.free(tx, wanted, &round.given).await?;
                slugs::change(tx, known.existing.id, &slug, round.now).await?;
                known.slug = slug.to_string();
                Ok(Place {
                    slug: wanted.clone(),
                    known: None,
                })
            }
            Some(_) => self.numbered(tx, handle, &round.given).await,
            None if round.given.contains(wanted.as_str()) || self.is_foretold(handle) => {
                self.numbered(tx, handle, &round.given).await
            }
            None => Ok(Place {
                slug: wanted.clone(),
                known: None,
            }),
        }
    }

    async fn numbered(
        &self,
        tx: &mut TenantTx,
        handle: &Handle,
        given: &HashSet<String>,
    ) -> Result<Place, DbError> {
        Ok(Place {
            slug: self.free(tx, &handle.slug, given).await?,
            known: None,
        })
    }

    async fn free(
        &self,
        tx: &mut TenantTx,
        stem: &Slug,
        given: &HashSet<String>,
    ) -> Result<Slug, DbError> {
        let is_taken = |slug: &str| {
            given.contains(slug) || slug == stem.as_str() || self.foretold.contains_key(slug)
        };
        slugs::free(tx, stem, is_taken).await
    }

    /// Whether another handle would have the slug by now, and would keep it.
    fn is_foretold(&self, handle: &Handle) -> bool {
        let other = self.foretold.get(handle.slug.as_str());
        other.is_some_and(|other| other != handle && (other.is_address() || !handle.is_address()))
    }

    /// Notes where a product of the file is.
    pub(super) fn note(&mut self, handle: &Handle, line: u64, slug: &str, is_dry_run: bool) {
        if is_dry_run {
            self.foretell(handle, slug);
        }
        if handle.text == slug {
            return;
        }
        let is_known = self.changed.contains_key(&handle.text);
        self.count += usize::from(!is_known);
        if is_known || self.changed.len() < KEPT {
            self.changed
                .insert(handle.text.clone(), (line, slug.to_owned()));
        }
    }

    fn foretell(&mut self, handle: &Handle, slug: &str) {
        let before = self.foretold.insert(slug.to_owned(), handle.clone());
        let Some(before) = before.filter(|before| before != handle) else {
            return;
        };
        let numbered = (2..).map(|number| handle.slug.with_suffix(number).to_string());
        let free = numbered
            .into_iter()
            .find(|slug| !self.foretold.contains_key(slug));
        if let (Some(free), Some(entry)) = (free, self.changed.get_mut(&before.text)) {
            entry.1.clone_from(&free);
            self.foretold.insert(free, before);
        }
    }

    /// Notes that products have stepped aside.
    pub(super) fn note_moved(&mut self, known: &[Known]) {
        for known in known {
            let handle = known.handle.as_ref();
            if let Some(entry) = handle.and_then(|handle| self.changed.get_mut(handle)) {
                entry.1.clone_from(&known.slug);
            }
        }
    }

    /// The addresses that are not the handles of the file, in its order, and how many there are.
    pub(super) fn into_report(self) -> (Vec<Address>, usize) {
        let address = |(handle, (line, slug))| Address { line, handle, slug };
        let mut addresses: Vec<Address> = self.changed.into_iter().map(address).collect();
        addresses.sort_by(|a, b| (a.line, &a.handle).cmp(&(b.line, &b.handle)));
        (addresses, self.count)
    }
}

/// Whether a product has an address that is not its handle.
fn is_derived(known: &Known) -> bool {
    known
        .handle
        .as_ref()
        .is_some_and(|handle| *handle != known.slug)
}
