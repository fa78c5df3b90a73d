//! Why a file cannot be imported at all.

use std::path::PathBuf;

use db::DbError;
use kernel::ports::ObjectStoreError;
use kernel::{Case, Denied, Fault};

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

impl ImportError {
    /// Case of [`Empty`](Self::Empty).
    pub const FILE_EMPTY: Case = Case::invalid("file_empty");
    /// Case of [`NotCsv`](Self::NotCsv).
    pub const FILE_NOT_CSV: Case = Case::invalid("file_not_csv");
    /// Case of [`Utf16`](Self::Utf16).
    pub const FILE_NOT_UTF8: Case = Case::invalid("file_not_utf8");
    /// Case of [`ColumnMissing`](Self::ColumnMissing).
    pub const COLUMN_MISSING: Case = Case::invalid("column_missing");
    /// Case of [`ColumnTwice`](Self::ColumnTwice).
    pub const COLUMN_TWICE: Case = Case::invalid("column_twice");
    /// Case of [`Unreadable`](Self::Unreadable).
    pub const FILE_UNREADABLE: Case = Case::invalid("file_unreadable");
    /// Case of [`NoMedia`](Self::NoMedia).
    pub const MEDIA_NOT_A_FOLDER: Case = Case::invalid("media_not_a_folder");
    /// Case of [`NoCurrency`](Self::NoCurrency).
    pub const CURRENCY_UNKNOWN: Case = Case::rejected("currency_unknown");
    /// Case of [`NoMerchant`](Self::NoMerchant).
    pub const MERCHANT_UNKNOWN: Case = Case::rejected("merchant_unknown");
    /// Case of [`Objects`](Self::Objects).
    pub const OBJECT_STORE_UNAVAILABLE: Case = Case::unavailable("object_store_unavailable");
}

impl Fault for ImportError {
    fn case(&self) -> Case {
        match self {
            Self::Empty => Self::FILE_EMPTY,
            Self::NotCsv(_) => Self::FILE_NOT_CSV,
            Self::Utf16 => Self::FILE_NOT_UTF8,
            Self::ColumnMissing(_) => Self::COLUMN_MISSING,
            Self::ColumnTwice(_) => Self::COLUMN_TWICE,
            Self::Unreadable(_) => Self::FILE_UNREADABLE,
            Self::NoMedia(_) => Self::MEDIA_NOT_A_FOLDER,
            Self::Stopped { why, .. } => why.case(),
            Self::NoCurrency => Self::CURRENCY_UNKNOWN,
            Self::NoMerchant => Self::MERCHANT_UNKNOWN,
            Self::Denied(denied) => denied.case(),
            Self::Objects(_) => Self::OBJECT_STORE_UNAVAILABLE,
            Self::Db(error) => error.case(),
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
