//! Why a file cannot be imported at all.

use std::path::PathBuf;

use db::DbError;
use kernel::ports::ObjectStoreError;
use kernel::{Denied, Fault, Kind};

use super::report::ImportReport;

/// Nothing, or not all, of the file could be looked at. What had gone in before stays; importing
/// the file again goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Not text, or not delimited.
    #[error("this is not a CSV file: {0}")]
    NotCsv(&'static str),
    /// Text in an encoding that is not read.
    #[error("the file is in UTF-16; save it as UTF-8")]
    Utf16,
    /// The first line does not name the columns, or names them with another delimiter.
    #[error(
        "the first line has no column {0:?}; it must name the columns of a Shopify product export, \
         parted by commas, semicolons or tabs"
    )]
    ColumnMissing(&'static str),
    /// Two columns that mean the same.
    #[error("the column {0:?} is there twice")]
    ColumnTwice(String),
    /// The file could not be read to its end.
    #[error("the file cannot be read")]
    Unreadable(#[source] std::io::Error),
    /// The folder that pictures should be in.
    #[error("the folder of the pictures, {}, is no folder", .0.display())]
    NoMedia(PathBuf),
    /// It ended before the end of the file.
    #[error("it ended before the end of the file")]
    Stopped {
        /// What had come of it by then.
        report: Box<ImportReport>,
        /// Why it ended.
        #[source]
        why: Box<ImportError>,
    },
    /// No currency was named, and the tenant has no storefront to take it from.
    #[error("the tenant has no storefront whose currency the prices could be in; name one")]
    NoCurrency,
    /// The tenant has nobody who could sell the products.
    #[error("the tenant has no merchant")]
    NoMerchant,
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The pictures could not be kept.
    #[error(transparent)]
    Objects(#[from] ObjectStoreError),
    /// The catalogue could not be written.
    #[error("the catalogue could not be written")]
    Db(#[from] DbError),
}

impl Fault for ImportError {
    fn kind(&self) -> Kind {
        match self {
            Self::Empty
            | Self::NotCsv(_)
            | Self::Utf16
            | Self::ColumnMissing(_)
            | Self::ColumnTwice(_)
            | Self::Unreadable(_)
            | Self::NoMedia(_) => Kind::Invalid,
            Self::Stopped { why, .. } => why.kind(),
            Self::NoCurrency | Self::NoMerchant => Kind::Rejected,
            Self::Denied(denied) => denied.kind(),
            Self::Objects(_) => Kind::Unavailable,
            Self::Db(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "file_empty",
            Self::NotCsv(_) => "file_not_csv",
            Self::Utf16 => "file_not_utf8",
            Self::ColumnMissing(_) => "column_missing",
            Self::ColumnTwice(_) => "column_twice",
            Self::Unreadable(_) => "file_unreadable",
            Self::NoMedia(_) => "media_not_a_folder",
            Self::Stopped { why, .. } => why.code(),
            Self::NoCurrency => "currency_unknown",
            Self::NoMerchant => "merchant_unknown",
            Self::Denied(denied) => denied.code(),
            Self::Objects(_) => "object_store_unavailable",
            Self::Db(error) => error.code(),
        }
    }
}

impl ImportError {
    /// The error with what had come of the import, if anything had.
    pub(super) fn after(self, report: ImportReport) -> Self {
        if report.is_empty() {
            return self;
        }
        Self::Stopped {
            report: Box::new(report),
            why: Box::new(self),
        }
    }
}
