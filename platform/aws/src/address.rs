//! Where a bucket is, as one line of the settings.

use std::str::FromStr;

use url::{Host, Url};

/// A bucket and how it is reached: `s3://bucket/prefix?region=eu-central-1`. For a store that is not
/// Amazon's there is `endpoint=https://…`, and `path_style=true` when it has no host for each bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct S3Address {
    pub(crate) bucket: String,
    /// What every key begins with: empty, or a path that ends with a slash.
    pub(crate) prefix: String,
    pub(crate) region: String,
    pub(crate) endpoint: Option<Url>,
    pub(crate) has_path_style: bool,
}

/// Text that does not say where a bucket is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadS3Address {
    /// It has another form.
    #[error("must be s3://bucket?region=…, with a prefix after the bucket if there is one")]
    Malformed,
    /// Amazon has to be told, and signatures hold it.
    #[error("must name the region: s3://bucket?region=…")]
    NoRegion,
    /// A name that nothing is known by.
    #[error("{0} is neither region, endpoint nor path_style")]
    Unknown(String),
    /// Anybody on the way could put other pictures in the place of ours.
    #[error("the endpoint must be https://, or http:// on this machine")]
    Endpoint,
    /// It is a question of yes or no.
    #[error("path_style is true or false")]
    PathStyle,
}

impl FromStr for S3Address {
    type Err = BadS3Address;

    fn from_str(text: &str) -> Result<Self, BadS3Address> {
        let url = Url::parse(text).map_err(|_| BadS3Address::Malformed)?;
        let is_plain = url.username().is_empty()
            && url.password().is_none()
            && url.port().is_none()
            && url.fragment().is_none();
        if url.scheme() != "s3" || !is_plain {
            return Err(BadS3Address::Malformed);
        }
        let bucket = url.host_str().filter(|host| is_bucket(host));
        let mut address = Self {
            bucket: bucket.ok_or(BadS3Address::Malformed)?.to_owned(),
            prefix: prefix(url.path()).ok_or(BadS3Address::Malformed)?,
            region: String::new(),
            endpoint: None,
            has_path_style: false,
        };
        for (name, value) in url.query_pairs() {
            match name.as_ref() {
                "region" => address.region = value.into_owned(),
                "endpoint" => address.endpoint = Some(endpoint(&value)?),
                "path_style" => {
                    address.has_path_style = value.parse().map_err(|_| BadS3Address::PathStyle)?;
                }
                other => return Err(BadS3Address::Unknown(other.to_owned())),
            }
        }
        if address.region.is_empty() {
            return Err(BadS3Address::NoRegion);
        }
        Ok(address)
    }
}

/// The names that buckets may have.
fn is_bucket(name: &str) -> bool {
    let is_known = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.');
    (3..=63).contains(&name.len()) && name.bytes().all(is_known)
}

/// The path as a prefix of keys.
fn prefix(path: &str) -> Option<String> {
    let path = path.trim_matches('/');
    if path.is_empty() {
        return Some(String::new());
    }
    let is_known =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/');
    let is_path = path.bytes().all(is_known) && !path.contains("//");
    is_path.then(|| format!("{path}/"))
}

pub(crate) fn endpoint(text: &str) -> Result<Url, BadS3Address> {
    let url = Url::parse(text).map_err(|_| BadS3Address::Endpoint)?;
    let is_here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return Err(BadS3Address::Endpoint),
    };
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_here => Ok(url),
        _ => Err(BadS3Address::Endpoint),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_where_a_bucket_is() {
        let plain: S3Address = "s3://stoa-media?region=eu-central-1".parse().unwrap();
        assert_eq!(plain.bucket, "stoa-media");
        assert_eq!(plain.prefix, "");
        assert_eq!(plain.region, "eu-central-1");
        assert_eq!(plain.endpoint, None);
        assert!(!plain.has_path_style);

        let line = "s3://media/a/b/?region=auto&endpoint=https://store.example&path_style=true";
        let elsewhere: S3Address = line.parse().unwrap();
        assert_eq!(elsewhere.prefix, "a/b/");
        assert_eq!(
            elsewhere.endpoint.unwrap().as_str(),
            "https://store.example/"
        );
        assert!(elsewhere.has_path_style);
    }

    #[test]
    fn what_is_wrong_with_a_line_is_told() {
        for (line, why) in [
            ("media", BadS3Address::Malformed),
            ("https://media?region=x", BadS3Address::Malformed),
            ("s3://?region=x", BadS3Address::Malformed),
            ("s3://Stoa_Media?region=x", BadS3Address::Malformed),
            ("s3://key:secret@media?region=x", BadS3Address::Malformed),
            ("s3://media/a//b?region=x", BadS3Address::Malformed),
            ("s3://media", BadS3Address::NoRegion),
            ("s3://media?region=", BadS3Address::NoRegion),
            (
                "s3://media?region=x&acl=public",
                BadS3Address::Unknown("acl".to_owned()),
            ),
            (
                "s3://media?region=x&path_style=yes",
                BadS3Address::PathStyle,
            ),
            ("s3://media?region=x&endpoint=store", BadS3Address::Endpoint),
            (
                "s3://media?region=x&endpoint=http://store.example",
                BadS3Address::Endpoint,
            ),
        ] {
            assert_eq!(line.parse::<S3Address>(), Err(why), "{line}");
        }
        assert!(
            "s3://media?region=x&endpoint=http://127.0.0.1:9"
                .parse::<S3Address>()
                .is_ok()
        );
    }
}
