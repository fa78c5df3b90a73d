//! One API call as the operations see it, and what every list has in common.

use serde_json::{Map, Value, json};

use crate::{
    error::{Outcome, Refusal},
    form::Params,
    store::table::{Page, Row, Scope, Table},
};

/// A call that has been authenticated.
pub(crate) struct Call {
    /// Whose objects it sees: the platform's, or those of the `Stripe-Account`.
    pub(crate) account: String,
    /// Made with the publishable key, as Stripe.js does.
    pub(crate) publishable: bool,
    pub(crate) params: Params,
}

/// The `created` filter of lists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Created {
    pub(crate) from: i64,
    pub(crate) to: i64,
}

impl Created {
    pub(crate) fn includes(self, at: i64) -> bool {
        (self.from..=self.to).contains(&at)
    }

    /// Reads `created=…` or `created[gte]=…`.
    pub(crate) fn read(params: &mut Params) -> Outcome<Self> {
        let mut range = Self {
            from: i64::MIN,
            to: i64::MAX,
        };
        let is_text = params.clone().text("created").is_ok();
        if is_text {
            if let Some(at) = params.integer("created")? {
                range = Self { from: at, to: at };
            }
            return Ok(range);
        }
        let Some(mut branch) = params.branch("created")? else {
            return Ok(range);
        };
        if let Some(at) = branch.integer("gte")? {
            range.from = range.from.max(at);
        }
        if let Some(at) = branch.integer("gt")? {
            range.from = range.from.max(at.saturating_add(1));
        }
        if let Some(at) = branch.integer("lte")? {
            range.to = range.to.min(at);
        }
        if let Some(at) = branch.integer("lt")? {
            range.to = range.to.min(at.saturating_sub(1));
        }
        branch.finish()?;
        Ok(range)
    }
}

/// Reads `limit`, `starting_after` and `ending_before`.
pub(crate) fn page(params: &mut Params) -> Outcome<Page> {
    let limit = params.integer("limit")?.unwrap_or(10);
    let limit = usize::try_from(limit)
        .ok()
        .filter(|limit| (1..=100).contains(limit));
    let limit = limit.ok_or_else(|| {
        let message = "Invalid limit: must be between 1 and 100";
        Refusal::invalid(Some("parameter_invalid_integer"), "limit", message)
    })?;
    let page = Page {
        limit,
        oldest: i64::MIN,
        starting_after: params.text("starting_after")?,
        ending_before: params.text("ending_before")?,
    };
    if page.starting_after.is_some() && page.ending_before.is_some() {
        let message = "You can't use both starting_after and ending_before";
        return Err(Refusal::invalid(None, "starting_after", message));
    }
    Ok(page)
}

/// Reads `created` and what `page` reads.
pub(crate) fn dated_page(params: &mut Params) -> Outcome<(Page, Created)> {
    let mut page = page(params)?;
    let created = Created::read(params)?;
    page.oldest = created.from;
    Ok((page, created))
}

/// A page of a table as Stripe's list object.
pub(crate) fn list<R: Row>(
    table: &Table<R>,
    scope: Scope<'_>,
    page: &Page,
    url: &str,
    keep: impl Fn(&R) -> bool,
    present: impl Fn(&R) -> Value,
) -> Outcome<Value> {
    let Some((rows, more)) = table.page(scope, page, keep) else {
        let (name, cursor) = match (&page.starting_after, &page.ending_before) {
            (Some(id), _) => ("starting_after", id.as_str()),
            (None, Some(id)) => ("ending_before", id.as_str()),
            (None, None) => ("starting_after", ""),
        };
        return Err(Refusal::missing("object", cursor, name));
    };
    Ok(list_object(
        url,
        rows.into_iter().map(present).collect(),
        more,
    ))
}

/// Stripe's list object.
pub(crate) fn list_object(url: &str, data: Vec<Value>, has_more: bool) -> Value {
    let mut list = Map::new();
    list.insert("object".to_owned(), json!("list"));
    list.insert("data".to_owned(), Value::Array(data));
    list.insert("has_more".to_owned(), json!(has_more));
    list.insert("url".to_owned(), json!(url));
    Value::Object(list)
}
