//! Pictures: whether they can be written where they are kept, and read again.

use aws_backends::{Limits, S3};

use super::Patient;
use super::finding::Finding;
use super::folders::is_writable;
use crate::settings::MediaSettings;

const URL: &str = "MEDIA_URL";
const DIR: &str = "MEDIA_DIR";

/// Nothing when a setting was unusable, which has been told.
pub(super) async fn look(patient: &Patient) -> Option<Finding> {
    if !patient.has(&[URL, DIR, "MEDIA_ACCESS_KEY_ID", "MEDIA_SECRET_ACCESS_KEY"]) {
        return None;
    }
    let (address, key) = match &patient.settings.media {
        MediaSettings::Folder(folder) => {
            return Some(match is_writable(folder) {
                Ok(()) => Finding::ok(DIR, "pictures can be written"),
                Err(why) => Finding::fail(DIR, why)
                    .advise("let this user write to the folder, or mount what is missing"),
            });
        }
        MediaSettings::Bucket { address, key } => (address, key.clone()),
    };
    let store = S3::new(address, key, Limits::default()).await;
    Some(match store.check().await {
        Ok(()) => Finding::ok(URL, "pictures can be written to the bucket and read again"),
        Err(why) => Finding::fail(URL, format!("the bucket: {}", kernel::chain(&why))).advise(
            "see that this machine reaches the store, that the bucket is there, and that the key or \
             role may put, get and list its objects",
        ),
    })
}
