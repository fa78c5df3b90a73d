//! A picture as those who read the catalogue see it, and what staff change of it.

use std::collections::BTreeMap;

use kernel::Change;
use kernel::fault::Check;
use kernel::picture::{Alts, FocalPoint, alt_text};

use crate::catalog::error::CatalogError;

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Where it is, perhaps relative to the storefront's host.
    pub url: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// The same in other languages.
    pub alts: Alts,
    /// What stays visible where it is cropped; the middle without.
    pub focal_point: Option<FocalPoint>,
    /// A few colours to show until it is there; none until it was made in its widths.
    pub blurhash: Option<String>,
    /// Its width and height in pixels, when they are known.
    pub size: Option<(i32, i32)>,
    /// Other forms of it, narrow ones first; none until they are made.
    pub sources: Vec<ImageSource>,
}

impl Image {
    /// Takes the text for a storefront with this locale, if there is one.
    pub(in crate::catalog) fn speak(&mut self, locale: &str) {
        if let Some(alt) = self.alts.of(locale) {
            self.alt = alt.to_owned();
        }
    }
}

/// A form of a picture, for browsers to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageSource {
    /// Its address.
    pub url: String,
    /// Its media type.
    pub content_type: &'static str,
    /// Its width in pixels.
    pub width: i32,
}

/// The address of a picture: `/media/…` on the storefront's host for one that we keep, and the
/// address itself for one that is kept elsewhere.
pub fn image_address(image_key: &str) -> String {
    if image_key.starts_with("https://") || image_key.starts_with("http://") {
        image_key.to_owned()
    } else {
        format!("/media/{image_key}")
    }
}

/// Changes of what is said of a picture; what is not given stays.
#[derive(Debug, Clone, Default)]
pub struct ImageChange {
    /// What it shows, for those who cannot see it.
    pub alt: Option<String>,
    /// The same in other languages, by their tags; all of them at once.
    pub alts: Option<BTreeMap<String, String>>,
    /// What stays visible where it is cropped.
    pub focal_point: Change<FocalPoint>,
}

/// The same, fit to be written.
#[derive(Debug)]
pub(in crate::catalog) struct Said {
    pub(in crate::catalog) alt: Option<String>,
    pub(in crate::catalog) alts: Option<Alts>,
    pub(in crate::catalog) focal_point: Change<FocalPoint>,
}

impl ImageChange {
    pub(super) fn check(self) -> Result<Said, CatalogError> {
        let mut check = Check::default();
        let alt = self.alt.map(|alt| alt_text(&alt, "/alt", &mut check));
        let alts = self.alts.map(|alts| Alts::parse(alts, &mut check));
        if let Change::Set(point) = self.focal_point {
            point.check(&mut check);
        }
        check.done().map_err(CatalogError::Invalid)?;
        Ok(Said {
            alt,
            alts,
            focal_point: self.focal_point,
        })
    }
}

impl Said {
    /// How far from the left edge, if that is set.
    pub(in crate::catalog) fn focal_x(&self) -> Option<i32> {
        match self.focal_point {
            Change::Set(point) => Some(point.x),
            Change::Keep | Change::Clear => None,
        }
    }

    /// How far from the upper edge, if that is set.
    pub(in crate::catalog) fn focal_y(&self) -> Option<i32> {
        match self.focal_point {
            Change::Set(point) => Some(point.y),
            Change::Keep | Change::Clear => None,
        }
    }
}
