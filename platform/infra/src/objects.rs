//! Objects in a folder: the object store of one machine.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use bytes::Bytes;
use kernel::ports::{Ids, Object, ObjectStore, ObjectStoreError, check_object_key};

/// Media types by the extension of a key.
const MEDIA_TYPES: [(&str, &str); 5] = [
    ("webp", "image/webp"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
];

/// Keeps each object in a file below one folder. A file is complete or absent, even when the
/// machine loses its power in between. The media type is told from the extension of the key.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Objects below `root`, which is made when the first object comes.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    fn path(&self, key: &str) -> Result<PathBuf, ObjectStoreError> {
        check_object_key(key)?;
        Ok(self.root.join(key))
    }
}

#[async_trait]
impl ObjectStore for Folder {
    async fn put(
        &self,
        key: &str,
        bytes: Bytes,
        _content_type: &str,
    ) -> Result<(), ObjectStoreError> {
        let path = self.path(key)?;
        off_thread(move || write(&path, &bytes)).await
    }

    async fn get(&self, key: &str) -> Result<Option<Object>, ObjectStoreError> {
        let path = self.path(key)?;
        let content_type = media_type(&path).to_owned();
        let found = off_thread(move || read(&path)).await?;
        Ok(found.map(|bytes| Object {
            bytes: bytes.into(),
            content_type,
        }))
    }

    async fn remove(&self, key: &str) -> Result<(), ObjectStoreError> {
        let path = self.path(key)?;
        off_thread(move || remove(&path)).await
    }
}

async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, ObjectStoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(ObjectStoreError::Unavailable(Box::new(error))),
        Err(error) => Err(ObjectStoreError::Unavailable(Box::new(error))),
    }
}

/// A file that is there is complete, and has the bytes that its key stands for.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|kept| kept == bytes) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)?;
    let unfinished = folder.join(format!(".{}", Ids.uuid()));
    let written = File::create_new(&unfinished)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        // The first error is the one to tell; a file left behind is in nobody's way.
        let _ = fs::remove_file(&unfinished);
        return written;
    }
    File::open(folder)?.sync_all()
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        // A part of the key that is a file, or the whole key a folder: no object has that key.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound
                    | io::ErrorKind::NotADirectory
                    | io::ErrorKind::IsADirectory
            ) =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            Ok(())
        }
        done => done,
    }
}

fn media_type(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|extension| extension.to_str());
    MEDIA_TYPES
        .iter()
        .find(|(known, _)| Some(*known) == extension)
        .map_or("application/octet-stream", |(_, media_type)| media_type)
}
