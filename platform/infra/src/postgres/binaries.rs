//! Where the server's programs are installed.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{LocalPostgresError, error::Context};

/// What the migrations are written for.
const OLDEST: u32 = 15;

/// Where Debian and Ubuntu install one folder per version.
const DEBIAN: &str = "/usr/lib/postgresql";

/// A folder that holds `initdb` and `postgres` of a version we can use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    folder: PathBuf,
    version: u32,
}

impl Binaries {
    /// Finds an installed server: the folder the caller names (and then no other), else the newest
    /// of Debian's folders, else the first in `PATH`.
    pub fn find(chosen: Option<PathBuf>) -> Result<Self, LocalPostgresError> {
        if let Some(folder) = chosen {
            return Self::in_folder(&folder);
        }
        if let Some(newest) = newest_in(Path::new(DEBIAN)) {
            return Ok(newest);
        }
        let path = env::var_os("PATH").unwrap_or_default();
        let folder = env::split_paths(&path)
            .find(|folder| holds_server(folder))
            .ok_or(LocalPostgresError::NotInstalled)?;
        Self::in_folder(&folder)
    }

    /// The major version, as in "15".
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The path of one of the server's programs, such as `pg_dump`.
    pub fn program(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn in_folder(folder: &Path) -> Result<Self, LocalPostgresError> {
        let not_a_server = || LocalPostgresError::NotAServer(folder.to_owned());
        if !holds_server(folder) {
            return Err(not_a_server());
        }
        let postgres = folder.join("postgres");
        let answer = Command::new(&postgres)
            .arg("--version")
            .output()
            .context("run", &postgres)?;
        let found =
            version_in(&String::from_utf8_lossy(&answer.stdout)).ok_or_else(not_a_server)?;
        if found < OLDEST {
            return Err(LocalPostgresError::TooOld {
                folder: folder.to_owned(),
                found,
            });
        }
        Ok(Self {
            folder: folder.to_owned(),
            version: found,
        })
    }
}

fn newest_in(root: &Path) -> Option<Binaries> {
    fs::read_dir(root)
        .ok()?
        .flatten()
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            let folder = entry.path().join("bin");
            (version >= OLDEST && holds_server(&folder)).then_some(Binaries { folder, version })
        })
        .max_by_key(|binaries| binaries.version)
}

fn holds_server(folder: &Path) -> bool {
    ["initdb", "postgres"]
        .iter()
        .all(|program| folder.join(program).is_file())
}

/// Reads "15" out of "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)".
fn version_in(answer: &str) -> Option<u32> {
    let number = answer.split(") ").nth(1)?;
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_what_the_server_says() {
        assert_eq!(
            version_in("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"),
            Some(15)
        );
        assert_eq!(version_in("postgres (PostgreSQL) 18beta2\n"), Some(18));
        assert_eq!(version_in("hello"), None);
    }

    #[test]
    fn a_folder_without_a_server_is_refused_in_one_line() {
        let folder = tempfile::tempdir().unwrap();

        let error = Binaries::find(Some(folder.path().to_owned())).unwrap_err();

        let expected = format!(
            "{} holds no working `postgres` and `initdb`",
            folder.path().display()
        );
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn the_newest_of_debians_folders_wins() {
        let root = tempfile::tempdir().unwrap();
        for version in ["9.6", "14", "15", "17"] {
            let bin = root.path().join(version).join("bin");
            fs::create_dir_all(&bin).unwrap();
            fs::write(bin.join("initdb"), "").unwrap();
            fs::write(bin.join("postgres"), "").unwrap();
        }
        fs::create_dir_all(root.path().join("18/bin")).unwrap();

        assert_eq!(newest_in(root.path()).unwrap().version(), 17);
    }
}
