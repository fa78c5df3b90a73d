//! Where pictures are kept.

use std::path::PathBuf;

use aws_backends::{AccessKey, S3Address};
use kernel::config::Env;
use kernel::host::Host;

use super::aws::access_key;

/// Where pictures are kept.
#[derive(Debug, Clone)]
pub enum MediaSettings {
    /// `MEDIA_DIR` (default `.stoa/media`, for the platform domain localhost only): a folder.
    Folder(PathBuf),
    /// `MEDIA_URL`: a bucket of S3, or of a store that speaks its protocol.
    Bucket {
        /// Where it is.
        address: S3Address,
        /// `MEDIA_ACCESS_KEY_ID` and `MEDIA_SECRET_ACCESS_KEY`; without them the machine's role is
        /// used, as Amazon's tools do.
        key: Option<AccessKey>,
    },
}

impl MediaSettings {
    /// Reads the settings; what is wrong is kept in `env`.
    pub fn from_env(env: &mut Env, domain: &Host) -> Self {
        let folder: Option<PathBuf> = env.optional("MEDIA_DIR");
        let is_set = env.is_set("MEDIA_URL");
        let address: Option<S3Address> = env.optional("MEDIA_URL");
        let key = access_key(env, ["MEDIA_ACCESS_KEY_ID", "MEDIA_SECRET_ACCESS_KEY"]);
        if let Some(address) = address {
            return Self::Bucket { address, key };
        }
        if !is_set && folder.is_none() && *domain != Host::localhost() {
            env.refuse(
                "MEDIA_URL",
                "must name a bucket (s3://bucket?region=…), or MEDIA_DIR a folder that is kept and \
                 that every process shares",
            );
        }
        Self::Folder(folder.unwrap_or_else(|| PathBuf::from(".stoa/media")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(domain: &str, settings: &[(&str, &str)]) -> (MediaSettings, Vec<String>) {
        let settings = settings.iter();
        let owned = settings.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let mut env = Env::of(owned);
        let media = MediaSettings::from_env(&mut env, &domain.parse().unwrap());
        let problems = env.finish().map_or_else(|error| error.0, |()| Vec::new());
        (media, problems)
    }

    #[test]
    fn a_folder_that_nobody_named_is_for_development() {
        let (media, problems) = read("localhost", &[]);
        assert!(matches!(media, MediaSettings::Folder(folder) if folder.ends_with("media")));
        assert_eq!(problems, Vec::<String>::new());

        let (_, problems) = read("stoa.example", &[]);
        assert_eq!(problems.len(), 1);
        assert!(
            problems[0].starts_with("MEDIA_URL: must name a bucket"),
            "{problems:?}"
        );

        let (media, problems) = read("stoa.example", &[("MEDIA_DIR", "/mnt/media")]);
        assert!(matches!(media, MediaSettings::Folder(folder) if folder.ends_with("mnt/media")));
        assert_eq!(problems, Vec::<String>::new());
    }

    #[test]
    fn a_bucket_goes_before_a_folder_and_half_a_key_is_none() {
        let url = ("MEDIA_URL", "s3://stoa-media?region=eu-central-1");
        let (media, problems) = read("stoa.example", &[url, ("MEDIA_DIR", "/media")]);
        assert!(matches!(media, MediaSettings::Bucket { key: None, .. }));
        assert_eq!(problems, Vec::<String>::new());

        let (_, problems) = read("stoa.example", &[url, ("MEDIA_ACCESS_KEY_ID", "AK")]);
        let told = "MEDIA_SECRET_ACCESS_KEY: must be set with MEDIA_ACCESS_KEY_ID";
        assert_eq!(problems, [told]);
        let (_, problems) = read(
            "stoa.example",
            &[url, ("MEDIA_SECRET_ACCESS_KEY", "hunter2")],
        );
        let told = "MEDIA_ACCESS_KEY_ID: must be set with MEDIA_SECRET_ACCESS_KEY";
        assert_eq!(problems, [told]);
        let (_, problems) = read("stoa.example", &[("MEDIA_URL", "s3://stoa-media")]);
        assert_eq!(
            problems,
            ["MEDIA_URL: must name the region: s3://bucket?region=…"]
        );
    }
}
