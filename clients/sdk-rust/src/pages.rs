//! Lists: one page, and the way to all others.

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use serde::de::DeserializeOwned;

use crate::call::Call;
use crate::error::Result;

/// A page of a list.
pub trait Page: DeserializeOwned + Send + 'static {
    /// What the list has in it.
    type Item: Send + 'static;

    /// The items of this page.
    fn into_items(self) -> Vec<Self::Item>;

    /// The cursor of the next page, if there is one.
    fn next_cursor(&self) -> Option<String>;
}

impl<T: Page, P: 'static> Call<T, P> {
    /// A stream of the pages; the next one is loaded when it is asked for.
    pub fn pages(self) -> Pages<T, P> {
        let first = self.clone().into_future();
        Pages { call: self, next: Some(first) }
    }

    /// A stream of the items of all pages.
    pub fn items(self) -> Items<T, P> {
        Items { pages: self.pages(), here: Vec::new().into_iter() }
    }
}

type Loading<T> = Pin<Box<dyn Future<Output = Result<T>> + Send>>;

/// The pages of a list.
#[must_use = "a stream does nothing unless it is polled"]
pub struct Pages<T, P = ()> {
    call: Call<T, P>,
    next: Option<Loading<T>>,
}

/// The items of a list.
#[must_use = "a stream does nothing unless it is polled"]
pub struct Items<T: Page, P = ()> {
    pages: Pages<T, P>,
    here: std::vec::IntoIter<T::Item>,
}

impl<T: Page, P: 'static> Pages<T, P> {
    /// The next page; `None` after the last. The same as of `TryStreamExt`.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }
}

impl<T: Page, P: 'static> Items<T, P> {
    /// The next item; `None` after the last. The same as of `TryStreamExt`.
    pub async fn try_next(&mut self) -> Result<Option<T::Item>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// The items of all pages, but not more than `most`.
    pub async fn collect_up_to(mut self, most: usize) -> Result<Vec<T::Item>> {
        let mut found = Vec::new();
        while found.len() < most {
            match self.try_next().await? {
                Some(item) => found.push(item),
                None => break,
            }
        }
        Ok(found)
    }
}

impl<T: Page, P> Unpin for Pages<T, P> {}
impl<T: Page, P> Unpin for Items<T, P> {}

impl<T: Page, P: 'static> Stream for Pages<T, P> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        let Some(loading) = &mut self.next else {
            return Poll::Ready(None);
        };
        let page = ready!(loading.as_mut().poll(context));
        let cursor = page.as_ref().ok().and_then(T::next_cursor);
        self.next = cursor.map(|it| self.call.clone().query("cursor", it).into_future());
        Poll::Ready(Some(page))
    }
}

impl<T: Page, P: 'static> Stream for Items<T, P> {
    type Item = Result<T::Item>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<T::Item>>> {
        loop {
            if let Some(item) = self.here.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.here = page.into_items().into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}
