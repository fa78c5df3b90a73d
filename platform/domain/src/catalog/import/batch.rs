//! Writes products into the catalogue, many in one transaction.
//!
//! When a transaction is refused it is tried again in two halves, and so on, until the products
//! that it was refused for stand alone: they get a fault, and all others are written.

use std::collections::{BTreeSet, HashMap, HashSet};

use db::{DbError, TenantTx};
use kernel::goods::Slug;
use kernel::ids::{CategoryId, ProductId};
use kernel::{Caller, Currency, chain};

use super::error::ImportError;
use super::handle::Handle;
use super::job::{Fate, Job};
use super::left_out::LeftOut;
use super::place::{Addresses, Place};
use super::products::hash;
use super::retry::{ATTEMPTS, pause};
use crate::catalog::draft::ProductDraft;
use crate::catalog::plan::{Item, Plan};
use crate::catalog::store::existing::Known;
use crate::catalog::{Catalog, store, write};

/// How many products are written at once when some of them are there already: a checkout that wants
/// one of them waits for so many.
const AT_ONCE: usize = 20;

/// Writes products.
pub(super) struct Batches<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) caller: &'a Caller,
    pub(super) currency: Currency,
    pub(super) is_dry_run: bool,
    /// Whether no two variants may share a stock keeping unit.
    pub(super) are_skus_unique: bool,
    pub(super) addresses: Addresses,
    /// Paths of categories that are known to be there.
    categories: HashMap<Vec<String>, Vec<CategoryId>>,
    /// In a dry run, products that would have given away the stock keeping units they have.
    rewritten: HashSet<ProductId>,
    pub(super) left_out: LeftOut,
    /// The last product that was written.
    pub(super) last: Option<ProductId>,
}

impl Batches<'_> {
    /// Takes away what has been left out so far.
    pub(super) async fn remove_left_out(&mut self) -> Result<(), ImportError> {
        let Self {
            catalog, caller, ..
        } = *self;
        self.left_out.remove(catalog, caller, &mut self.last).await
    }
}

/// A product, and what is to be written of it.
struct Task<'j> {
    job: &'j Job,
    draft: ProductDraft,
}

/// What a transaction writes, in the order of its tasks.
#[derive(Default)]
struct Decided<'b, 'j> {
    fates: Vec<Fate>,
    plans: Vec<(&'b Task<'j>, Slug, Plan)>,
}

impl<'a> Batches<'a> {
    pub(super) fn new(
        catalog: &'a Catalog,
        caller: &'a Caller,
        currency: Currency,
        is_dry_run: bool,
        are_skus_unique: bool,
    ) -> Self {
        Self {
            catalog,
            caller,
            currency,
            is_dry_run,
            are_skus_unique,
            addresses: Addresses::default(),
            categories: HashMap::new(),
            rewritten: HashSet::new(),
            left_out: LeftOut::default(),
            last: None,
        }
    }

    /// Writes `jobs`, and adds the fate of each to `fates`; those of the first ones when an error
    /// ends it.
    pub(super) async fn write_all(
        &mut self,
        jobs: &[&Job],
        are_known: bool,
        fates: &mut Vec<Fate>,
    ) -> Result<(), ImportError> {
        let mut tasks = Vec::with_capacity(jobs.len());
        for &job in jobs {
            let draft = job.draft();
            tasks.push(Task { job, draft });
        }
        let at_once = if are_known { AT_ONCE } else { tasks.len() };
        let mut waiting: Vec<&[Task<'_>]> = tasks.chunks(at_once.max(1)).rev().collect();
        while let Some(batch) = waiting.pop() {
            match (self.persist(batch).await, batch) {
                (Ok(done), _) => fates.extend(done),
                (Err(error @ DbError::Unavailable(_)), _) => return Err(error.into()),
                (Err(error), [only]) => fates.push(refusal(&error, only.job)),
                (Err(_), _) => {
                    let (first, second) = batch.split_at(batch.len() / 2);
                    waiting.push(second);
                    waiting.push(first);
                }
            }
        }
        Ok(())
    }

    async fn persist(&mut self, batch: &[Task<'_>]) -> Result<Vec<Fate>, DbError> {
        let mut attempt = 1;
        loop {
            match self.write(batch).await {
                // Somebody else makes or changes the same product: it is there in the next round.
                Err(error) if attempt < ATTEMPTS && is_passing(&error, batch.len()) => {
                    pause(attempt).await;
                    attempt += 1;
                }
                outcome => return outcome,
            }
        }
    }

    async fn write(&mut self, batch: &[Task<'_>]) -> Result<Vec<Fate>, DbError> {
        let mut tx = self.catalog.db.begin_async_commit(self.caller).await?;
        let handles: Vec<&Handle> = batch.iter().map(|task| task.job.handle()).collect();
        let texts: Vec<&str> = handles.iter().map(|handle| handle.text.as_str()).collect();
        let slugs: Vec<&str> = handles.iter().map(|handle| handle.slug.as_str()).collect();
        let mut known = store::existing::lock_all(&mut tx, &texts, &slugs).await?;
        let now = self.catalog.clock.now();
        let places = self
            .addresses
            .find(&mut tx, &handles, &mut known, now)
            .await?;
        let owners = if self.are_skus_unique {
            let skus: Vec<&str> = batch.iter().flat_map(|task| task.job.skus()).collect();
            store::existing::owners(&mut tx, &skus).await?
        } else {
            HashMap::new()
        };
        let Decided { fates, plans } = self.decide(batch, &places, &known, &owners);
        if plans.is_empty() {
            self.note_addresses(batch, &places, &known, &fates);
            return Ok(fates);
        }
        let made = self.make_categories(&mut tx, &plans).await?;
        let place = |path: &Vec<String>| made.get(path).or_else(|| self.categories.get(path));
        let mut items = Vec::with_capacity(plans.len());
        for (task, slug, plan) in &plans {
            // Until it is all that the file says, the next import must not take it for that.
            let digest = (!plan.leaves_out()).then_some(task.job.digest.as_slice());
            items.push(Item {
                plan,
                draft: &task.draft,
                slug,
                handle: Some(&task.job.handle().text),
                merchant_id: task.job.merchant_id,
                categories: place(&task.draft.category).map_or(&[], Vec::as_slice),
                digest,
            });
        }
        let versions = write::write(&mut tx, &items, self.currency, now).await?;
        if self.is_dry_run {
            self.note_addresses(batch, &places, &known, &fates);
            return Ok(fates);
        }
        tx.commit().await?;
        for (task, _, plan) in plans {
            let version = versions.get(&plan.product_id).copied().unwrap_or_default();
            self.last = Some(plan.product_id);
            let handle = hash(task.job.handle().text.as_str());
            self.left_out.add(handle, plan, version, &task.job.digest);
        }
        self.categories.extend(made);
        self.note_addresses(batch, &places, &known, &fates);
        Ok(fates)
    }

    /// Notes where the products are that have gone in, or would.
    fn note_addresses(
        &mut self,
        batch: &[Task<'_>],
        places: &[Place],
        known: &[Known],
        fates: &[Fate],
    ) {
        self.addresses.note_moved(known);
        for ((task, place), fate) in batch.iter().zip(places).zip(fates) {
            if matches!(fate, Fate::Created | Fate::Updated | Fate::Unchanged) {
                let (handle, line) = (task.job.handle(), task.job.parsed.line);
                let slug = place.slug.as_str();
                self.addresses.note(handle, line, slug, self.is_dry_run);
            }
        }
    }

    /// What becomes of each product, given what is there.
    fn decide<'b, 'j>(
        &mut self,
        batch: &'b [Task<'j>],
        places: &[Place],
        known: &[Known],
        owners: &HashMap<String, ProductId>,
    ) -> Decided<'b, 'j> {
        let mut decided = Decided::default();
        for (task, place) in batch.iter().zip(places) {
            let known = place.known.and_then(|index| known.get(index));
            let digest = known.and_then(|known| known.digest.as_ref());
            if digest == Some(&task.job.digest) {
                decided.fates.push(Fate::Unchanged);
                continue;
            }
            let own = known.map(|known| known.existing.id);
            let owner = |sku: &str| owners.get(sku).filter(|owner| Some(**owner) != own);
            let is_taken = |sku: &str| owner(sku).is_some_and(|id| !self.rewritten.contains(id));
            let taken = task.job.taken(is_taken);
            if !taken.is_empty() {
                decided.fates.push(Fate::Taken(taken));
                continue;
            }
            // In a dry run the catalogue still has them elsewhere and would refuse the row.
            let is_writable = !task.job.skus().any(|sku| owner(sku).is_some());
            let mut lost = task.job.lost();
            lost.rows |= self
                .left_out
                .came_back(hash(task.job.handle().text.as_str()));
            let plan = Plan::of(&task.draft, known.map(|known| &known.existing), lost);
            decided.fates.push(match own {
                None => Fate::Created,
                Some(id) => {
                    if self.is_dry_run && !lost.rows {
                        self.rewritten.insert(id);
                    }
                    Fate::Updated
                }
            });
            if is_writable {
                decided.plans.push((task, place.slug.clone(), plan));
            }
        }
        decided
    }

    /// Makes the categories that are missing, in an order in which no two imports can wait for each
    /// other.
    async fn make_categories(
        &self,
        tx: &mut TenantTx,
        plans: &[(&Task<'_>, Slug, Plan)],
    ) -> Result<HashMap<Vec<String>, Vec<CategoryId>>, DbError> {
        let mut made = HashMap::new();
        let paths: BTreeSet<&Vec<String>> = plans
            .iter()
            .map(|(task, ..)| &task.draft.category)
            .collect();
        for path in paths {
            if !self.categories.contains_key(path) {
                let ids = store::categories::ensure_path(tx, path).await?;
                made.insert(path.clone(), ids);
            }
        }
        Ok(made)
    }
}

/// Whether trying again may help. What a constraint says of one product among many is found out
/// sooner in halves.
fn is_passing(error: &DbError, products: usize) -> bool {
    let constraint = error.constraint().filter(|_| products == 1);
    matches!(error, DbError::Contended(_))
        || matches!(
            constraint,
            Some(
                "products_tenant_id_slug_key"
                    | "variants_unique_sku_key"
                    | "categories_tenant_id_slug_key"
            )
        )
}

/// The fault of a product that cannot be written.
fn refusal(error: &DbError, job: &Job) -> Fate {
    let (code, reason) = match (error.constraint(), error) {
        (Some("variants_unique_sku_key"), _) => (
            "sku_taken",
            "another product has a stock keeping unit of it",
        ),
        (Some("variants_options_key"), _) => (
            "duplicate_variant",
            "a variant that the file leaves out has the same options",
        ),
        (Some("stock_levels_not_oversold"), _) => (
            "stock_reserved",
            "orders hold back more units than the file counts",
        ),
        (_, DbError::Contended(_)) => (
            "product_busy",
            "somebody else was changing it all the time; import the file again",
        ),
        _ => (
            "product_refused",
            "the catalogue's rules do not allow this product",
        ),
    };
    if !matches!(error, DbError::Refused { .. }) {
        let why = chain(error);
        tracing::warn!(
            error = why,
            line = job.parsed.line,
            "a product was not imported"
        );
    }
    Fate::Refused(vec![job.fault(code, reason)])
}
