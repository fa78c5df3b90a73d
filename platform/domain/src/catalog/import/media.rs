//! Pictures that a file names: those beside it are looked at and kept, those elsewhere are left
//! where they are.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use bytes::Bytes;
use imagesize::ImageType;
use kernel::ids::TenantId;
use sha2::{Digest, Sha256};
use url::Url;

use super::error::ImportError;
use super::parsed::ImageCell;
use super::report::RowFault;
use crate::catalog::draft::Picture;

/// The largest picture, in bytes.
const BYTES_MAX: u64 = 20 * 1024 * 1024;
/// The largest picture, in pixels.
const PIXELS_MAX: usize = 40_000_000;

/// The folder that pictures are beside, and whose they are.
#[derive(Debug, Clone)]
pub(super) struct Media {
    folder: Option<PathBuf>,
    tenant_id: TenantId,
}

/// A picture that a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// It is elsewhere.
    Elsewhere,
    /// It is beside the file.
    Beside(PathBuf, Picture),
}

/// Why a picture cannot be shown.
#[derive(Debug, thiserror::Error)]
enum NoPicture {
    #[error("an address must begin with https:// or http://")]
    Address,
    #[error("the path leads out of the folder of the pictures")]
    Outside,
    #[error("there is no such file in the folder of the pictures")]
    Missing,
    #[error("the file cannot be read: {0}")]
    Unreadable(io::Error),
    #[error("a picture has 20 MB and 40 million pixels at most")]
    TooLarge,
    #[error("a picture is a WebP, PNG, JPEG or GIF file")]
    Unsupported,
}

impl NoPicture {
    const fn code(&self) -> &'static str {
        match self {
            Self::Address => "image_address_unsupported",
            Self::Outside => "image_outside",
            Self::Missing => "image_missing",
            Self::Unreadable(_) => "image_unreadable",
            Self::TooLarge => "image_too_large",
            Self::Unsupported => "image_unsupported",
        }
    }
}

impl Media {
    /// Pictures below `folder`. Without one there are none.
    pub(super) fn open(folder: Option<PathBuf>, tenant_id: TenantId) -> Result<Self, ImportError> {
        // The real folder, so that a link inside it cannot lead out of it unseen.
        let real = |folder: PathBuf| match folder.canonicalize() {
            Ok(real) if real.is_dir() => Ok(real),
            _ => Err(ImportError::NoMedia(folder)),
        };
        let folder = folder.map(real).transpose()?;
        Ok(Self { folder, tenant_id })
    }

    /// Looks at the picture that a cell names.
    pub(super) async fn find(&self, cell: &ImageCell) -> Result<Found, RowFault> {
        let (media, source) = (self.clone(), cell.source.clone());
        let found = match address(&cell.source) {
            Some(Ok(())) => Ok(Found::Elsewhere),
            Some(Err(why)) => Err(why),
            None => off_thread(move || media.look(&source)).await,
        };
        found.map_err(|why| cell.fault(why.code(), why.to_string()))
    }

    /// The bytes of a picture that was looked at before; none when it is another one by now.
    pub(super) async fn read(&self, path: PathBuf, picture: &Picture) -> Option<Bytes> {
        let (media, known) = (self.clone(), picture.clone());
        let read = off_thread(move || {
            let bytes = read(&path)?;
            let again = media.describe(&bytes)?;
            Ok((again == known).then_some(bytes))
        });
        read.await.ok().flatten().map(Bytes::from)
    }

    fn look(&self, source: &str) -> Result<Found, NoPicture> {
        let path = self.path(source)?;
        let picture = self.describe(&read(&path)?)?;
        Ok(Found::Beside(path, picture))
    }

    /// Where a relative path leads, if that is in the folder.
    fn path(&self, source: &str) -> Result<PathBuf, NoPicture> {
        let relative = Path::new(source);
        let is_below = relative
            .components()
            .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !is_below || source.contains('\\') {
            return Err(NoPicture::Outside);
        }
        let folder = self.folder.as_ref().ok_or(NoPicture::Missing)?;
        let path = match folder.join(relative).canonicalize() {
            Ok(path) => path,
            Err(error) => return Err(unreadable(error)),
        };
        if path.starts_with(folder) {
            Ok(path)
        } else {
            Err(NoPicture::Outside)
        }
    }

    /// What a picture is, told from its bytes and not from its name.
    fn describe(&self, bytes: &[u8]) -> Result<Picture, NoPicture> {
        let (extension, content_type) = match imagesize::image_type(bytes) {
            Ok(ImageType::Webp) => ("webp", "image/webp"),
            Ok(ImageType::Png) => ("png", "image/png"),
            Ok(ImageType::Jpeg) => ("jpg", "image/jpeg"),
            Ok(ImageType::Gif) => ("gif", "image/gif"),
            _ => return Err(NoPicture::Unsupported),
        };
        let size = imagesize::blob_size(bytes).map_err(|_| NoPicture::Unsupported)?;
        if size.width == 0 || size.height == 0 {
            return Err(NoPicture::Unsupported);
        }
        let is_small = size
            .width
            .checked_mul(size.height)
            .is_some_and(|all| all <= PIXELS_MAX);
        let (Ok(width), Ok(height), true) = (
            i32::try_from(size.width),
            i32::try_from(size.height),
            is_small,
        ) else {
            return Err(NoPicture::TooLarge);
        };
        let digest = hex::encode(Sha256::digest(bytes));
        Ok(Picture {
            key: format!("{}/{digest}.{extension}", self.tenant_id),
            content_type,
            width,
            height,
        })
    }
}

/// Whether a source is an address rather than a path, and if so, whether it can be shown.
fn address(source: &str) -> Option<Result<(), NoPicture>> {
    if source.starts_with("//") {
        return Some(Err(NoPicture::Address));
    }
    let url = Url::parse(source).ok()?;
    let is_web = matches!(url.scheme(), "https" | "http") && url.has_host();
    Some(if is_web {
        Ok(())
    } else {
        Err(NoPicture::Address)
    })
}

fn read(path: &Path) -> Result<Vec<u8>, NoPicture> {
    // Looked at first: opening something that is no file can wait for ever.
    if !path.metadata().map_err(unreadable)?.is_file() {
        return Err(NoPicture::Missing);
    }
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    // One more than allowed, in case the file grows while it is read.
    file.take(BYTES_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= BYTES_MAX) {
        Ok(bytes)
    } else {
        Err(NoPicture::TooLarge)
    }
}

fn unreadable(error: io::Error) -> NoPicture {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => NoPicture::Missing,
        _ => NoPicture::Unreadable(error),
    }
}

async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, NoPicture> + Send + 'static,
) -> Result<T, NoPicture> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(NoPicture::Unreadable(io::Error::other(error))))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use kernel::ports::Ids;

    use super::*;

    /// A GIF of the given size and nothing in it.
    fn gif(width: u16, height: u16) -> Vec<u8> {
        let mut bytes = b"GIF89a".to_vec();
        bytes.extend(width.to_le_bytes());
        bytes.extend(height.to_le_bytes());
        bytes.extend([0, 0, 0, 0x3b]);
        bytes
    }

    async fn told(media: &Media, source: &str) -> &'static str {
        let cell = ImageCell {
            line: 2,
            column: Some("Image Src".to_owned()),
            source: source.to_owned(),
            alt: String::new(),
            alts: std::collections::BTreeMap::new(),
        };
        match media.find(&cell).await {
            Ok(Found::Elsewhere) => "elsewhere",
            Ok(Found::Beside(..)) => "beside",
            Err(fault) => fault.code,
        }
    }

    #[tokio::test]
    async fn pictures_are_told_from_other_files() {
        let outside = tempfile::tempdir().unwrap();
        let folder = outside.path().join("media");
        fs::create_dir_all(folder.join("images")).unwrap();
        fs::write(outside.path().join("secret.gif"), gif(1, 1)).unwrap();
        fs::write(folder.join("images/a b.gif"), gif(8_000, 5_000)).unwrap();
        fs::write(folder.join("huge.gif"), gif(8_000, 5_001)).unwrap();
        fs::write(folder.join("none.gif"), gif(0, 5)).unwrap();
        fs::write(folder.join("text.gif"), "GIF? No.").unwrap();
        fs::write(
            folder.join("page.svg"),
            "<svg xmlns='x' width='1' height='1'/>",
        )
        .unwrap();
        let file = File::create(folder.join("heavy.gif")).unwrap();
        file.set_len(BYTES_MAX + 1).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("../secret.gif", folder.join("link.gif")).unwrap();
        let tenant_id = TenantId::from_uuid(Ids.uuid());
        let media = Media::open(Some(folder), tenant_id).unwrap();

        for (source, code) in [
            ("images/a b.gif", "beside"),
            ("./images/a b.gif", "beside"),
            ("https://cdn.example/a.webp?v=1", "elsewhere"),
            ("HTTP://cdn.example/a.webp", "elsewhere"),
            ("huge.gif", "image_too_large"),
            ("heavy.gif", "image_too_large"),
            ("none.gif", "image_unsupported"),
            ("text.gif", "image_unsupported"),
            ("page.svg", "image_unsupported"),
            ("images", "image_missing"),
            ("images/gone.gif", "image_missing"),
            ("text.gif/a.gif", "image_missing"),
            ("../secret.gif", "image_outside"),
            ("images/../../secret.gif", "image_outside"),
            ("/etc/passwd", "image_outside"),
            ("..\\secret.gif", "image_outside"),
            ("link.gif", "image_outside"),
            ("//cdn.example/a.webp", "image_address_unsupported"),
            ("javascript:alert(1)", "image_address_unsupported"),
            (
                "data:image/gif;base64,R0lGODlh",
                "image_address_unsupported",
            ),
            ("file:///etc/passwd", "image_address_unsupported"),
        ] {
            assert_eq!(told(&media, source).await, code, "{source}");
        }
        let nowhere = Media::open(None, tenant_id).unwrap();
        assert_eq!(told(&nowhere, "images/a b.gif").await, "image_missing");
    }

    #[tokio::test]
    async fn a_picture_is_kept_by_what_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.png"), gif(3, 2)).unwrap();
        let tenant_id = TenantId::from_uuid(Ids.uuid());
        let media = Media::open(Some(folder.path().to_owned()), tenant_id).unwrap();
        let path = folder.path().canonicalize().unwrap().join("a.png");

        let Ok(Found::Beside(found, picture)) = media.look("a.png") else {
            panic!("the picture is there");
        };

        assert_eq!(found, path);
        assert_eq!(picture.content_type, "image/gif");
        assert_eq!((picture.width, picture.height), (3, 2));
        assert!(picture.key.starts_with(&format!("{tenant_id}/")));
        assert_eq!(picture.key.rsplit('.').next(), Some("gif"));
        assert_eq!(
            media.read(path.clone(), &picture).await,
            Some(gif(3, 2).into())
        );
        fs::write(&path, gif(2, 3)).unwrap();
        assert_eq!(media.read(path, &picture).await, None);
    }
}
