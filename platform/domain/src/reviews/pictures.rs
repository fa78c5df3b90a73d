//! Pictures that authors add to their reviews.

use bytes::Bytes;
use db::TenantTx;
use imaging::clean;
use kernel::ids::{ReviewId, ReviewPictureId};
use kernel::ports::{Ids, REMOVABLE};
use kernel::{Caller, Event};
use time::Duration;

use super::writing::{first_status, lock_own, require};
use super::{Author, Review, ReviewError, ReviewStatus, Reviews, store};

/// The most pictures of a review.
const MOST: usize = 4;
/// When an object goes that was put and is of no review, such as after a power cut in between.
const NOTED_WITHIN: Duration = Duration::hours(1);

/// A picture of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewPicture {
    /// Its id.
    pub id: ReviewPictureId,
    /// Where it is, on the storefront's host.
    pub url: String,
    /// Its width in pixels.
    pub width: i32,
    /// Its height in pixels.
    pub height: i32,
}

/// A picture to note.
pub(super) struct NewPicture {
    pub(super) id: ReviewPictureId,
    pub(super) review_id: ReviewId,
    pub(super) key: String,
    pub(super) size: (i32, i32),
}

impl Reviews {
    /// Adds a picture to an own review, behind the others. Where reviews are checked before they are published,
    /// the review is checked again.
    pub async fn add_picture(
        &self,
        caller: &Caller,
        (author, id): (Author<'_>, ReviewId),
        bytes: Bytes,
    ) -> Result<Review, ReviewError> {
        require(caller, author)?;
        // Looked at before there is anything to pay for.
        let mut tx = self.db.begin(caller).await?;
        self.with_room(&mut tx, caller, (author, id)).await?;
        drop(tx);
        let picture = clean(bytes).await?;
        let extension = picture.format.extension();
        // Nobody can guess it: until the review is published, its author and the staff alone are told.
        let name = format!("{REMOVABLE}{}.{extension}", Ids.token());
        let new = NewPicture {
            id: ReviewPictureId::from_uuid(self.ids.uuid()),
            review_id: id,
            key: format!("{}/{name}", caller.tenant_id()),
            size: (picture.width, picture.height),
        };
        let mut tx = self.db.begin(caller).await?;
        let gone = Event::ReviewPicturesGone {
            keys: vec![new.key.clone()],
            is_check: true,
        };
        tx.publish_at(&gone, self.clock.now() + NOTED_WITHIN)
            .await?;
        tx.commit().await?;
        let content_type = picture.format.content_type();
        self.objects
            .put(&new.key, picture.bytes, content_type)
            .await?;
        self.note(caller, author, &new).await
    }

    async fn note(
        &self,
        caller: &Caller,
        author: Author<'_>,
        new: &NewPicture,
    ) -> Result<Review, ReviewError> {
        let id = new.review_id;
        let mut tx = self.db.begin(caller).await?;
        let before = self.with_room(&mut tx, caller, (author, id)).await?;
        let settings = store::settings(&mut tx).await?;
        let status = if before.was_rejected {
            ReviewStatus::Pending
        } else {
            first_status(&settings, &before.holds)
        };
        let now = self.clock.now();
        store::add_picture(&mut tx, new, now).await?;
        store::look_again(&mut tx, id, status, now).await?;
        if before.status == ReviewStatus::Published || status == ReviewStatus::Published {
            store::count_again(&mut tx, before.reviewed()).await?;
        }
        let review = store::find(&mut tx, id).await?;
        tx.commit().await?;
        review.ok_or(ReviewError::NotFound)
    }

    /// Removes a picture of an own review, at any time.
    pub async fn remove_picture(
        &self,
        caller: &Caller,
        (author, id): (Author<'_>, ReviewId),
        picture_id: ReviewPictureId,
    ) -> Result<(), ReviewError> {
        require(caller, author)?;
        let mut tx = self.db.begin(caller).await?;
        lock_own(&mut tx, caller, (author, id)).await?;
        let removed = store::remove_picture(&mut tx, id, picture_id).await?;
        let key = removed.ok_or(ReviewError::NotFound)?;
        gone(&mut tx, vec![key]).await?;
        Ok(tx.commit().await?)
    }

    /// Removes objects that are of no review. Safe to repeat.
    pub(super) async fn remove_objects(
        &self,
        caller: &Caller,
        keys: &[String],
    ) -> Result<(), ReviewError> {
        let mut tx = self.db.begin(caller).await?;
        let kept = store::known_keys(&mut tx, keys).await?;
        drop(tx);
        for key in keys.iter().filter(|key| !kept.contains(key)) {
            self.objects.remove(key).await?;
        }
        Ok(())
    }

    /// An own review that may have one more picture, which nobody else changes until the transaction ends.
    async fn with_room(
        &self,
        tx: &mut TenantTx,
        caller: &Caller,
        of: (Author<'_>, ReviewId),
    ) -> Result<Review, ReviewError> {
        let review = lock_own(tx, caller, of).await?;
        let is_over = self.clock.now() > review.editable_until;
        if is_over && review.status != ReviewStatus::Pending {
            return Err(ReviewError::WindowOver(review.editable_until));
        }
        if review.pictures.len() >= MOST {
            return Err(ReviewError::TooManyPictures);
        }
        Ok(review)
    }
}

/// Has the objects of pictures removed that were just taken away.
pub(super) async fn gone(tx: &mut TenantTx, keys: Vec<String>) -> Result<(), ReviewError> {
    if !keys.is_empty() {
        let is_check = false;
        tx.publish(&Event::ReviewPicturesGone { keys, is_check })
            .await?;
    }
    Ok(())
}
