//! The object store that the settings name.

use std::sync::Arc;

use aws_backends::{Limits, S3};
use infra::objects::Folder;
use kernel::ports::ObjectStore;

use crate::settings::MediaSettings;

/// The store that pictures are kept in. Asks nobody yet.
pub async fn object_store(settings: &MediaSettings) -> Arc<dyn ObjectStore> {
    match settings {
        MediaSettings::Folder(folder) => Arc::new(Folder::new(folder.clone())),
        MediaSettings::Bucket { address, key } => {
            Arc::new(S3::new(address, key.clone(), Limits::default()).await)
        }
    }
}
