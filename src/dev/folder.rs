//! The folder that holds everything `stoa dev` keeps, for one process at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::DevError;
use super::error::Doing;

/// The folder, and the lock on it until this is dropped or the process dies.
pub(super) struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Makes the folder if needed, and keeps every other `stoa dev` out of it.
    pub(super) fn open(path: &Path) -> Result<Self, DevError> {
        fs::create_dir_all(path).doing("create", path)?;
        let path = fs::canonicalize(path).doing("find", path)?;
        let file = path.join("dev.lock");
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&file)
            .doing("open", &file)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path, _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(DevError::AlreadyRunning(path)),
            Err(TryLockError::Error(source)) => Err(source).doing("lock", &file),
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// What an earlier start wrote, if it did.
    pub(super) fn read(&self, name: &str) -> Result<Option<String>, DevError> {
        let file = self.file(name);
        match fs::read_to_string(&file) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).doing("read", &file),
        }
    }

    /// Writes a file that only its owner may read, whole or not at all.
    pub(super) fn write(&self, name: &str, text: &str) -> Result<(), DevError> {
        let (file, draft) = (self.file(name), self.file(&format!("{name}.new")));
        self.remove(&format!("{name}.new"))?;
        OpenOptions::new()
            .create_new(true)
            .write(true)
            .mode(0o600)
            .open(&draft)
            .and_then(|mut open| {
                open.write_all(text.as_bytes())?;
                open.sync_all()
            })
            .doing("write", &draft)?;
        fs::rename(&draft, &file).doing("write", &file)
    }

    /// Removes a file, which may be absent.
    pub(super) fn remove(&self, name: &str) -> Result<(), DevError> {
        let file = self.file(name);
        match fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error).doing("remove", &file),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_folder_belongs_to_one_at_a_time() {
        let outer = tempfile::tempdir().unwrap();
        let path = outer.path().join("new/.stoa");

        let first = Folder::open(&path).unwrap();
        let second = Folder::open(&path).err().unwrap();
        drop(first);

        assert!(
            second
                .to_string()
                .starts_with("another `stoa dev` runs from /")
        );
        assert!(Folder::open(&path).is_ok());
    }

    #[test]
    fn files_are_for_their_owner_only() {
        let outer = tempfile::tempdir().unwrap();
        let folder = Folder::open(outer.path()).unwrap();

        assert_eq!(folder.read("secrets").unwrap(), None);
        folder.write("secrets", "one").unwrap();
        folder.write("secrets", "two").unwrap();

        assert_eq!(folder.read("secrets").unwrap().as_deref(), Some("two"));
        let mode = fs::metadata(folder.file("secrets"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
        folder.remove("secrets").unwrap();
        folder.remove("secrets").unwrap();
        assert_eq!(folder.read("secrets").unwrap(), None);
    }
}
