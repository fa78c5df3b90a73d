//! Reads pictures that strangers made, and writes them anew, for those that keep them. A crate of its own,
//! which is compiled with full optimisation in development too: tests and `make run` handle many pixels.
//!
//! A picture is decoded before it is believed, turned as its camera says, and written in sRGB: what browsers
//! get holds pixels and nothing else, no place where it was taken and no file within the file.

mod decode;
mod encode;
mod preview;
mod sizes;

use bytes::Bytes;
use tokio::sync::Semaphore;

pub use self::decode::{Format, Unfit};
pub use self::sizes::{Form, Sized};

use self::decode::decode;
use self::encode::{KEPT, encode};

/// Bytes of an upload at most.
pub const UPLOAD_BYTES_MAX: usize = 10 * 1024 * 1024;

/// A picture takes a hundred megabytes and more while it is worked on: the memory is there once.
static PLACES: Semaphore = Semaphore::const_new(1);

/// A picture as it may be kept.
pub struct Clean {
    /// What it is written as.
    pub format: Format,
    /// The file.
    pub bytes: Bytes,
    /// Its width in pixels.
    pub width: i32,
    /// Its height in pixels.
    pub height: i32,
}

/// Decodes a picture and writes it anew, one at a time and off the threads that answer requests.
pub async fn clean(bytes: Bytes) -> Result<Clean, Unfit> {
    let cleaned = one_at_a_time(move || {
        let (format, picture) = decode(&bytes)?;
        let bytes = encode(&picture, format, KEPT).map_err(|_| Unfit::Unreadable)?;
        let pixels = |side: u32| i32::try_from(side).map_err(|_| Unfit::TooLarge);
        Ok(Clean {
            format,
            bytes,
            width: pixels(picture.width())?,
            height: pixels(picture.height())?,
        })
    });
    // A decoder that panics was given something that is no picture.
    cleaned.await.unwrap_or(Err(Unfit::Unreadable))
}

/// Makes every form of a picture but itself; none when it cannot be made.
pub async fn sizes(bytes: Bytes) -> Option<Sized> {
    one_at_a_time(move || sizes::make(&bytes)).await.flatten()
}

/// Does something with a decoded picture; none when it panicked.
async fn one_at_a_time<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let place = PLACES.acquire().await.ok()?;
    let done = tokio::task::spawn_blocking(move || {
        // Given back when the work is done, also if nobody waits for it any more.
        let _place = place;
        work()
    });
    done.await.ok()
}
