//! The folder a local server lives in, and the user it runs as.
//!
//! PostgreSQL refuses to run as root. Started by root, the server therefore runs as `postgres` (or
//! `nobody`), who must be able to reach the folder. Where that is impossible, as below `/root`, the
//! folder is a link to one under `/var/lib/stoa`.

use std::{
    fs::{self, File, OpenOptions, Permissions, TryLockError},
    io::Write,
    os::unix::{
        fs::{MetadataExt, OpenOptionsExt, PermissionsExt, chown, symlink},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::Command,
};

use kernel::{config::Secret, ports::Ids};
use sha2::{Digest, Sha256};

use super::{LocalPostgresError, error::Context, postmaster};

/// Where root's servers keep their data when the asked-for folder is out of reach.
const REACHABLE: &str = "/var/lib/stoa";

/// Who the server runs as when we are root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Account {
    name: String,
    uid: u32,
    gid: u32,
}

/// A folder that is ours: it exists, and the server's user owns it.
#[derive(Debug)]
pub(super) struct Home {
    path: PathBuf,
    account: Option<Account>,
}

impl Home {
    pub(super) fn prepare(folder: &Path) -> Result<Self, LocalPostgresError> {
        if let Ok(lost) = fs::read_link(folder) {
            // Somebody emptied the link's target; an empty folder is as good as new.
            fs::create_dir_all(&lost).context("create", &lost)?;
        }
        fs::create_dir_all(folder).context("create", folder)?;
        let path = fs::canonicalize(folder).context("find", folder)?;
        if !rustix::process::geteuid().is_root() {
            let owner = fs::metadata(&path).context("read", &path)?.uid();
            if owner != rustix::process::geteuid().as_raw() {
                return Err(LocalPostgresError::Foreign {
                    folder: path,
                    owner,
                });
            }
            return Ok(Self {
                path,
                account: None,
            });
        }
        let account = Account::for_data(&path.join("data"))?;
        let path = match first_blocking(&path, &account)? {
            Some(blocked_by) => relocate(&path, &account, blocked_by)?,
            None => path,
        };
        let home = Self {
            path,
            account: Some(account),
        };
        home.give(&home.path)?;
        fs::set_permissions(&home.path, Permissions::from_mode(0o700))
            .context("protect", &home.path)?;
        Ok(home)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What PostgreSQL calls its data directory.
    pub(super) fn data(&self) -> PathBuf {
        self.path.join("data")
    }

    pub(super) fn log(&self) -> PathBuf {
        self.path.join("postgres.log")
    }

    /// Keeps every other process out until the file is dropped or its process dies.
    pub(super) fn lock(&self, wait: bool) -> Result<File, LocalPostgresError> {
        let path = self.path.join("lock");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .context("open", &path)?;
        if wait {
            file.lock().context("lock", &path)?;
            return Ok(file);
        }
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(LocalPostgresError::InUse(self.path.clone())),
            Err(TryLockError::Error(source)) => Err(source).context("lock", &path),
        }
    }

    /// The superuser's password, made once and kept beside the data.
    pub(super) fn password(&self) -> Result<Secret<String>, LocalPostgresError> {
        let path = self.path.join("password");
        if path.exists() {
            return fs::read_to_string(&path)
                .map(Secret::new)
                .context("read", &path);
        }
        if self.data().exists() {
            return Err(LocalPostgresError::PasswordMissing(path));
        }
        let password = Ids.token();
        // Written under another name first: half a password would lock us out of the data.
        let draft = self.path.join("password.new");
        let _ = fs::remove_file(&draft);
        OpenOptions::new()
            .create_new(true)
            .write(true)
            .mode(0o600)
            .open(&draft)
            .and_then(|mut file| file.write_all(password.as_bytes()))
            .context("write", &draft)?;
        self.give(&draft)?;
        fs::rename(&draft, &path).context("write", &path)?;
        Ok(Secret::new(password))
    }

    /// A command that runs as the server's user and can read where it stands.
    pub(super) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.path).env("LC_ALL", "C");
        if let Some(account) = &self.account {
            command.uid(account.uid).gid(account.gid);
        }
        command
    }

    /// Makes the server's user the owner.
    pub(super) fn give(&self, path: &Path) -> Result<(), LocalPostgresError> {
        match &self.account {
            Some(account) => {
                chown(path, Some(account.uid), Some(account.gid)).context("give away", path)
            }
            None => Ok(()),
        }
    }
}

impl Account {
    /// The owner of existing data, else `postgres`, else `nobody`.
    fn for_data(data: &Path) -> Result<Self, LocalPostgresError> {
        let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
        if let Ok(owner) = fs::metadata(data)
            && owner.uid() != 0
        {
            let name = format!("number {}", owner.uid());
            return Ok(Self {
                name,
                uid: owner.uid(),
                gid: owner.gid(),
            });
        }
        ["postgres", "nobody"]
            .iter()
            .find_map(|name| Self::in_users(&users, name))
            .ok_or(LocalPostgresError::NoUnprivilegedUser)
    }

    /// Reads a line like `postgres:x:101:104:…` of `/etc/passwd`.
    fn in_users(users: &str, name: &str) -> Option<Self> {
        let mut fields = users
            .lines()
            .map(|line| line.split(':'))
            .find_map(|mut fields| (fields.next() == Some(name)).then_some(fields))?;
        let uid = fields.nth(1)?.parse().ok()?;
        let gid = fields.next()?.parse().ok()?;
        Some(Self {
            name: name.to_owned(),
            uid,
            gid,
        })
    }

    fn may_enter(&self, folder: &fs::Metadata) -> bool {
        let needed = if folder.uid() == self.uid {
            0o100
        } else if folder.gid() == self.gid {
            0o010
        } else {
            0o001
        };
        folder.mode() & needed != 0
    }
}

/// The outermost folder above `path` that the account may not pass through.
fn first_blocking(path: &Path, account: &Account) -> Result<Option<PathBuf>, LocalPostgresError> {
    let mut above: Vec<&Path> = path.ancestors().skip(1).collect();
    above.reverse();
    for folder in above {
        let metadata = fs::metadata(folder).context("read", folder)?;
        if !account.may_enter(&metadata) {
            return Ok(Some(folder.to_owned()));
        }
    }
    Ok(None)
}

/// Replaces the empty folder `path` by a link to one that the account can reach.
fn relocate(
    path: &Path,
    account: &Account,
    blocked_by: PathBuf,
) -> Result<PathBuf, LocalPostgresError> {
    let hash = hex::encode(Sha256::digest(path.as_os_str().as_encoded_bytes()));
    let target = Path::new(REACHABLE).join(hash.get(..12).unwrap_or(&hash));
    if fs::remove_dir(path).is_err() {
        return Err(LocalPostgresError::Unreachable {
            user: account.name.clone(),
            blocked_by,
        });
    }
    if target.exists() {
        // The link to it was removed, which is how its owner threw the data away.
        postmaster::stop(&target.join("data"))?;
        fs::remove_dir_all(&target).context("remove", &target)?;
    }
    fs::create_dir_all(&target).context("create", &target)?;
    symlink(&target, path).context("link", path)?;
    Ok(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_are_read_from_the_password_file() {
        let users = "root:x:0:0:root:/root:/bin/bash\npostgres:x:101:104:,,,:/var/lib:/bin/sh\n";

        let account = Account::in_users(users, "postgres").unwrap();

        assert_eq!(
            account,
            Account {
                name: "postgres".to_owned(),
                uid: 101,
                gid: 104
            }
        );
        assert_eq!(Account::in_users(users, "nobody"), None);
    }

    #[test]
    fn a_folder_closed_to_others_blocks_strangers_but_not_its_owner() {
        let outer = tempfile::tempdir().unwrap();
        let inner = outer.path().join("inner");
        fs::create_dir(&inner).unwrap();
        fs::set_permissions(outer.path(), Permissions::from_mode(0o700)).unwrap();
        let owner = fs::metadata(&inner).unwrap().uid();
        let account = |uid| Account {
            name: "x".to_owned(),
            uid,
            gid: 4_000_000_000,
        };

        let stranger = first_blocking(&inner, &account(4_000_000_000)).unwrap();
        let own = first_blocking(&inner, &account(owner)).unwrap();

        assert_eq!(stranger.as_deref(), Some(outer.path()));
        assert_eq!(own, None);
    }
}
