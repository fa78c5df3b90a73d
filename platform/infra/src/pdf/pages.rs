//! What is on pages, and where the next thing goes.

use super::font::Face;
use super::length::{Length, points, tenths};

pub(super) const PAGE_WIDTH: Length = points(595);
pub(super) const PAGE_HEIGHT: Length = points(842);
pub(super) const LEFT: Length = points(56);
pub(super) const RIGHT: Length = points(545);

pub(super) const INK: [u8; 3] = [24, 24, 24];
pub(super) const GREY: [u8; 3] = [96, 96, 96];
pub(super) const RULE: [u8; 3] = [200, 200, 200];

/// Something on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    Text(TextRun),
    Bar(Bar),
}

/// A text; `y` is where its letters stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextRun {
    pub(super) x: Length,
    pub(super) y: Length,
    pub(super) size: Length,
    pub(super) is_bold: bool,
    pub(super) color: [u8; 3],
    pub(super) text: String,
}

/// A rectangle, such as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) x: Length,
    pub(super) y: Length,
    pub(super) width: Length,
    pub(super) height: Length,
    pub(super) color: [u8; 3],
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: Length,
    pub(super) is_bold: bool,
    pub(super) color: [u8; 3],
}

impl Style {
    pub(super) const fn of(tenths_of_size: i32, is_bold: bool, color: [u8; 3]) -> Self {
        Self {
            size: tenths(tenths_of_size),
            is_bold,
            color,
        }
    }

    /// From one line to the next.
    pub(super) fn step(self) -> Length {
        Length::part(self.size, 14, 10)
    }
}

/// Pages that are being filled, the last of them from `y` on.
pub(super) struct Pages<'a> {
    pub(super) done: Vec<Vec<Mark>>,
    pub(super) y: Length,
    faces: (&'a Face, &'a Face),
}

impl<'a> Pages<'a> {
    pub(super) fn new(faces: (&'a Face, &'a Face)) -> Self {
        Self {
            done: vec![Vec::new()],
            y: Length::default(),
            faces,
        }
    }

    pub(super) const fn face(&self, style: Style) -> &'a Face {
        if style.is_bold {
            self.faces.1
        } else {
            self.faces.0
        }
    }

    pub(super) fn wrap(&self, text: &str, style: Style, width: Length) -> Vec<String> {
        self.face(style).wrap(text, style.size, width)
    }

    fn put(&mut self, mark: Mark) {
        if let Some(page) = self.done.last_mut() {
            page.push(mark);
        }
    }

    /// A text that begins at `x`.
    pub(super) fn left(&mut self, (x, y): (Length, Length), text: &str, style: Style) {
        if text.is_empty() {
            return;
        }
        self.put(Mark::Text(TextRun {
            x,
            y,
            size: style.size,
            is_bold: style.is_bold,
            color: style.color,
            text: text.to_owned(),
        }));
    }

    /// A text that ends at `x`.
    pub(super) fn right(&mut self, (x, y): (Length, Length), text: &str, style: Style) {
        let width = self.face(style).width(text, style.size);
        self.left((x - width, y), text, style);
    }

    pub(super) fn bar(
        &mut self,
        (x, y): (Length, Length),
        (width, height): (Length, Length),
        color: [u8; 3],
    ) {
        self.put(Mark::Bar(Bar {
            x,
            y,
            width,
            height,
            color,
        }));
    }

    /// A thin line from margin to margin, or from `x` on.
    pub(super) fn rule(&mut self, x: Length, y: Length) {
        self.bar((x, y), (RIGHT - x, tenths(5)), RULE);
    }
}
