//! Where the parts of a sheet are.

use kernel::sheet::{Sheet, SheetTable, SheetTotal};

use super::font::Face;
use super::length::{Length, points};
use super::pages::{GREY, INK, LEFT, Mark, PAGE_HEIGHT, PAGE_WIDTH, Pages, RIGHT, Style};

/// Where facts and totals begin.
const MIDDLE: Length = points(320);
/// Where the pages after the first begin.
const TOP: Length = points(72);
/// Between two columns of a table.
const GAP: Length = points(8);

const BODY: Style = Style::of(90, false, INK);
const STRONG: Style = Style::of(90, true, INK);
const SMALL: Style = Style::of(75, false, GREY);
const LABEL: Style = Style::of(80, true, GREY);

/// The pages of a sheet.
pub(super) fn lay_out(sheet: &Sheet, faces: (&Face, &Face)) -> Vec<Vec<Mark>> {
    let pages = Pages::new(faces);
    let footer = footer(sheet, &pages);
    let lines = footer.iter().map(Vec::len).max().unwrap_or(0);
    let mut layout = Layout {
        sheet,
        pages,
        bottom: PAGE_HEIGHT - SMALL.step() * lines - points(50),
        footer,
        accent: accent(sheet.color),
    };
    layout.letterhead();
    layout.addresses();
    layout.heading();
    layout.blocks();
    layout.table(&sheet.table);
    layout.totals(&sheet.totals);
    if let Some(summary) = &sheet.summary {
        layout.summary(summary);
    }
    layout.notes();
    layout.feet();
    layout.pages.done
}

/// The colour of the brand, or ink if it would be too light to be read on paper.
fn accent([red, green, blue]: [u8; 3]) -> [u8; 3] {
    let light = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
    if light < 170_000 {
        [red, green, blue]
    } else {
        INK
    }
}

struct Layout<'a> {
    sheet: &'a Sheet,
    pages: Pages<'a>,
    /// Where the foot of each page begins.
    bottom: Length,
    /// What is in its columns, in lines that fit.
    footer: Vec<Vec<String>>,
    accent: [u8; 3],
}

impl Layout<'_> {
    fn letterhead(&mut self) {
        self.stripe();
        let style = Style::of(180, true, self.accent);
        let mut y = points(60);
        for line in self.pages.wrap(&self.sheet.brand, style, RIGHT - LEFT) {
            self.pages.left((LEFT, y), &line, style);
            y = y + style.step();
        }
        self.pages.y = y;
    }

    fn stripe(&mut self) {
        let origin = (Length::default(), Length::default());
        self.pages
            .bar(origin, (PAGE_WIDTH, points(6)), self.sheet.color);
    }

    /// The recipient on the left, the facts on the right.
    fn addresses(&mut self) {
        let from = self.pages.y + points(24);
        let mut y = from;
        let width = MIDDLE - LEFT - points(24);
        let sender = Style::of(65, false, GREY);
        for line in self.pages.wrap(&self.sheet.sender, sender, width) {
            self.pages.left((LEFT, y), &line, sender);
            y = y + sender.step();
        }
        y = y + points(6);
        let recipient = Style::of(100, false, INK);
        for text in &self.sheet.recipient {
            for line in self.pages.wrap(text, recipient, width) {
                self.pages.left((LEFT, y), &line, recipient);
                y = y + recipient.step();
            }
        }
        let mut right = from;
        for (label, value) in &self.sheet.facts {
            self.pages.left((MIDDLE, right), label, SMALL);
            let taken = self.pages.face(SMALL).width(label, SMALL.size) + GAP;
            for line in self.pages.wrap(value, BODY, RIGHT - MIDDLE - taken) {
                self.pages.right((RIGHT, right), &line, BODY);
                right = right + BODY.step();
            }
        }
        self.pages.y = y.max(right);
    }

    fn heading(&mut self) {
        let style = Style::of(150, true, INK);
        self.pages.y = self.pages.y + points(30);
        for line in self.pages.wrap(&self.sheet.title, style, RIGHT - LEFT) {
            self.pages.left((LEFT, self.pages.y), &line, style);
            self.pages.y = self.pages.y + style.step();
        }
    }

    fn blocks(&mut self) {
        let width = Length::part(RIGHT - LEFT, 1, 2) - GAP;
        let (mut x, from) = (LEFT, self.pages.y + points(4));
        for block in &self.sheet.blocks {
            let mut y = from;
            self.pages.left((x, y), &block.heading, LABEL);
            y = y + LABEL.step();
            for text in &block.lines {
                for line in self.pages.wrap(text, BODY, width) {
                    self.pages.left((x, y), &line, BODY);
                    y = y + BODY.step();
                }
            }
            self.pages.y = self.pages.y.max(y);
            x = x + width + GAP;
        }
    }

    /// A new page, with what tells which document it is of.
    fn turn(&mut self) {
        self.pages.done.push(Vec::new());
        self.stripe();
        let brand = Style::of(90, true, self.accent);
        self.pages
            .left((LEFT, points(40)), &self.sheet.brand, brand);
        self.pages
            .right((RIGHT, points(40)), &self.sheet.title, SMALL);
        self.pages.y = TOP;
    }

    /// Turns the page unless this much is left of it; `true` if it did.
    fn make_room(&mut self, height: Length) -> bool {
        let is_full = self.pages.y + height > self.bottom && self.pages.y > TOP;
        if is_full {
            self.turn();
        }
        is_full
    }

    fn table(&mut self, table: &SheetTable) {
        self.pages.y = self.pages.y + points(14);
        self.make_room(points(60));
        self.header(table);
        for row in &table.rows {
            let cells = self.cells(table, row);
            if self.make_room(height(&cells)) {
                self.header(table);
            }
            self.row(table, &cells);
        }
    }

    fn header(&mut self, table: &SheetTable) {
        let titles = table.columns.iter().map(|column| column.title.clone());
        let titles: Vec<String> = titles.collect();
        let spans = spans(table);
        let mut deepest = self.pages.y;
        for ((column, (x, end)), title) in table.columns.iter().zip(spans).zip(&titles) {
            let mut y = self.pages.y;
            for line in self.pages.wrap(title, LABEL, end - x) {
                if column.is_number {
                    self.pages.right((end, y), &line, LABEL);
                } else {
                    self.pages.left((x, y), &line, LABEL);
                }
                y = y + LABEL.step();
            }
            deepest = deepest.max(y);
        }
        let line = deepest - points(6);
        let width = RIGHT - LEFT;
        self.pages
            .bar((LEFT, line), (width, points(1)), self.accent);
        self.pages.y = line + points(14);
    }

    /// The lines of each cell; those after a line end are smaller.
    fn cells(&self, table: &SheetTable, row: &[String]) -> Vec<Vec<(String, Style)>> {
        let spans = spans(table);
        let cell = |(text, (x, end)): (&String, (Length, Length))| {
            let mut lines = Vec::new();
            for (index, part) in text.split('\n').enumerate() {
                let style = if index == 0 { BODY } else { SMALL };
                let wrapped = self.pages.wrap(part, style, end - x);
                lines.extend(wrapped.into_iter().map(|line| (line, style)));
            }
            lines
        };
        row.iter().zip(spans).map(cell).collect()
    }

    fn row(&mut self, table: &SheetTable, cells: &[Vec<(String, Style)>]) {
        let from = self.pages.y;
        for ((column, (x, end)), lines) in table.columns.iter().zip(spans(table)).zip(cells) {
            let mut y = from;
            for (line, style) in lines {
                if column.is_number {
                    self.pages.right((end, y), line, *style);
                } else {
                    self.pages.left((x, y), line, *style);
                }
                y = y + style.step();
            }
        }
        let below = from + height(cells);
        self.pages.rule(LEFT, below - points(10));
        self.pages.y = below + points(2);
    }

    /// They stay together.
    fn totals(&mut self, totals: &[SheetTotal]) {
        if totals.is_empty() {
            return;
        }
        let step = BODY.step() + points(2);
        self.make_room(step * (totals.len() + 1) + points(8));
        self.pages.y = self.pages.y + points(6);
        for total in totals {
            let style = if total.is_main { STRONG } else { BODY };
            if total.is_main {
                self.pages.rule(MIDDLE, self.pages.y - points(9));
                self.pages.y = self.pages.y + points(3);
            }
            let value = self.pages.face(style).width(&total.value, style.size);
            let room = RIGHT - MIDDLE - value - GAP;
            let lines = self.pages.wrap(&total.label, style, room);
            self.pages.right((RIGHT, self.pages.y), &total.value, style);
            for line in lines {
                self.pages.left((MIDDLE, self.pages.y), &line, style);
                self.pages.y = self.pages.y + step;
            }
        }
    }

    fn summary(&mut self, table: &SheetTable) {
        self.make_room(BODY.step() * (table.rows.len() + 4));
        self.pages.y = self.pages.y + points(14);
        self.header(table);
        for row in &table.rows {
            let cells = self.cells(table, row);
            self.row(table, &cells);
        }
    }

    fn notes(&mut self) {
        self.pages.y = self.pages.y + points(8);
        for note in &self.sheet.notes {
            for line in self.pages.wrap(note, BODY, RIGHT - LEFT) {
                self.make_room(BODY.step());
                self.pages.left((LEFT, self.pages.y), &line, BODY);
                self.pages.y = self.pages.y + BODY.step();
            }
            self.pages.y = self.pages.y + points(4);
        }
    }

    /// The foot of every page, now that it is known how many there are.
    fn feet(&mut self) {
        let pages = std::mem::take(&mut self.pages.done);
        let number = pages.len();
        let from = self.bottom + points(20);
        let footer = std::mem::take(&mut self.footer);
        let width = footer_width(&footer);
        for (index, page) in pages.into_iter().enumerate() {
            self.pages.done.push(page);
            self.pages.rule(LEFT, from - points(12));
            let mut x = LEFT;
            for column in &footer {
                let mut y = from;
                for line in column {
                    self.pages.left((x, y), line, SMALL);
                    y = y + SMALL.step();
                }
                x = x + width;
            }
            let [page_word, of] = &self.sheet.page_words;
            let text = format!("{page_word} {} {of} {number}", index + 1);
            self.pages
                .right((RIGHT, PAGE_HEIGHT - points(24)), &text, SMALL);
        }
    }
}

/// The columns of the foot, in lines that fit.
fn footer(sheet: &Sheet, pages: &Pages<'_>) -> Vec<Vec<String>> {
    let width = footer_width(&sheet.footer) - GAP;
    let wrapped = |text: &String| pages.wrap(text, SMALL, width);
    let columns = sheet.footer.iter();
    columns
        .map(|lines| lines.iter().flat_map(wrapped).collect())
        .collect()
}

fn footer_width(columns: &[Vec<String>]) -> Length {
    let parts = i64::try_from(columns.len()).unwrap_or(1).max(1);
    Length::part(RIGHT - LEFT, 1, parts)
}

/// Where each column begins and ends.
fn spans(table: &SheetTable) -> Vec<(Length, Length)> {
    let all: i64 = table.columns.iter().map(|it| i64::from(it.share)).sum();
    let width = RIGHT - LEFT;
    let mut taken = 0;
    table
        .columns
        .iter()
        .map(|column| {
            let from = LEFT + Length::part(width, taken, all);
            taken += i64::from(column.share);
            let end = LEFT + Length::part(width, taken, all);
            let is_last = taken == all;
            (from, if is_last { end } else { end - GAP })
        })
        .collect()
}

/// How high a row is.
fn height(cells: &[Vec<(String, Style)>]) -> Length {
    let cell = |lines: &Vec<(String, Style)>| {
        let steps = lines.iter().map(|(_, style)| style.step());
        steps.fold(Length::default(), |sum, step| sum + step)
    };
    let highest = cells.iter().map(cell).max().unwrap_or_default();
    highest + points(6)
}
