//! Pages as a file.

use kernel::ports::PrintError;
use kernel::sheet::Sheet;
use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;

use super::font::Face;
use super::pages::{Mark, PAGE_HEIGHT, PAGE_WIDTH};

/// The file of these pages.
pub(super) fn draw(
    sheet: &Sheet,
    pages: &[Vec<Mark>],
    (regular, bold): (&Face, &Face),
) -> Result<Vec<u8>, PrintError> {
    let failed = |what: &str| PrintError(format!("{what} cannot be drawn"));
    let mut document = Document::new();
    for marks in pages {
        let settings = PageSettings::from_wh(PAGE_WIDTH.to_points(), PAGE_HEIGHT.to_points());
        let mut page = document.start_page_with(settings.ok_or_else(|| failed("a page"))?);
        let mut surface = page.surface();
        for mark in marks {
            match mark {
                Mark::Text(text) => {
                    let face = if text.is_bold { bold } else { regular };
                    fill(&mut surface, text.color);
                    surface.draw_glyphs(
                        Point::from_xy(text.x.to_points(), text.y.to_points()),
                        &face.glyphs(&text.text),
                        face.font.clone(),
                        &text.text,
                        text.size.to_points(),
                        false,
                    );
                }
                Mark::Bar(bar) => {
                    fill(&mut surface, bar.color);
                    let (x, y) = (bar.x.to_points(), bar.y.to_points());
                    let (width, height) = (bar.width.to_points(), bar.height.to_points());
                    let rect = Rect::from_xywh(x, y, width, height);
                    let mut path = PathBuilder::new();
                    path.push_rect(rect.ok_or_else(|| failed("a bar"))?);
                    surface.draw_path(&path.finish().ok_or_else(|| failed("a bar"))?);
                }
            }
        }
        surface.finish();
        page.finish();
    }
    document.set_metadata(metadata(sheet));
    document
        .finish()
        .map_err(|why| PrintError(format!("{why:?}")))
}

fn fill(surface: &mut Surface<'_>, [red, green, blue]: [u8; 3]) {
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }));
}

/// Nothing of when or where the file is made: the same sheet is the same file.
fn metadata(sheet: &Sheet) -> Metadata {
    let year = u16::try_from(sheet.dated.year()).unwrap_or_default();
    let date = DateTime::new(year)
        .month(u8::from(sheet.dated.month()))
        .day(sheet.dated.day());
    Metadata::new()
        .title(sheet.title.clone())
        .authors(vec![sheet.author.clone()])
        .language(sheet.language.clone())
        .creation_date(date)
}
