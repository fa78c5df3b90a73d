//! How a sheet becomes a file.

use crate::fault::{Case, Fault};
use crate::sheet::Sheet;

/// A sheet could not be made into a file: a mistake of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the document could not be printed: {0}")]
pub struct PrintError(pub String);

impl Fault for PrintError {
    fn case(&self) -> Case {
        Case::INTERNAL
    }
}

/// Makes PDF files.
///
/// It computes and does nothing else: call it outside of the threads that requests are answered in.
pub trait Printer: Send + Sync + 'static {
    /// The sheet as a PDF file. The same sheet gives the same bytes. Characters that no font has are shown
    /// as boxes.
    fn print(&self, sheet: &Sheet) -> Result<Vec<u8>, PrintError>;
}
