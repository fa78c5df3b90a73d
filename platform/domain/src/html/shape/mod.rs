//! How much work the parser would have with a piece of HTML, found out in one pass without parsing.
//!
//! A parser opens formatting elements again wherever they were not closed, and looks through all
//! open elements at most tags: a short text can make it build a tree of gigabytes. What counts is an
//! upper bound: every start tag counts, wherever it stands, and an end tag only where the parser is
//! certain to take it for one.

/// The most bytes of formatting tags that the parser may have to repeat.
const REPEATED_MAX: usize = 8 * 1024 * 1024;
/// The most bytes that may be looked at when the text is written again.
const SEARCHED_MAX: usize = 500_000_000;
/// The most elements that may be open at once.
const DEPTH_MAX: usize = 1_000;
/// The most attributes of one tag.
const ATTRIBUTES_MAX: usize = 200;
/// What an element costs besides the text of its tag, in bytes.
const ELEMENT: usize = 32;
/// How many blocks a formatting element may be closed across.
const BLOCKS_ACROSS: usize = 4;

const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// Blocks that end tags reach across.
const BLOCKS: [&str; 14] = [
    "p",
    "li",
    "dt",
    "dd",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "center",
    "section",
];
/// Further elements whose end tags reach across blocks.
const SECTIONS: [&str; 20] = [
    "address",
    "article",
    "aside",
    "dl",
    "details",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "header",
    "main",
    "menu",
    "nav",
    "ol",
    "pre",
    "summary",
    "ul",
    "table",
    "hgroup",
    "dir",
];
/// Parts of tables: nothing outside of one.
const CELLS: [&str; 8] = [
    "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup",
];
/// Elements that are not there in a description, or that never hold others open.
const IGNORED: [&str; 5] = ["html", "head", "body", "form", "frame"];
/// Elements that the next one of their kind closes, and what may stand between the two.
const CLOSED_BY_NEXT: [(&[&str], &[&str]); 5] = [
    (&["p"], &["span"]),
    (&["li"], &["p", "div", "span"]),
    (&["dd", "dt"], &["p", "div", "span"]),
    (&["td", "th"], &["p", "div", "span"]),
    (&["tr"], &["td", "th", "p", "div", "span"]),
];
/// Elements whose content may be text to the parser, up to their end tag.
const RAW: [&str; 8] = [
    "style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes",
];
/// Elements after which it is uncertain what the parser takes for an end tag.
const UNCERTAIN: [&str; 7] = [
    "svg",
    "math",
    "select",
    "template",
    "plaintext",
    "noscript",
    "frameset",
];

/// Whether the parser is done with `html` in time in proportion to its length.
pub(super) fn is_simple(html: &str) -> bool {
    let mut shape = Shape {
        html,
        ..Shape::default()
    };
    searched(html) <= SEARCHED_MAX && shape.scan().is_some()
}

/// How many bytes are looked at when the text is written again: at each character that is escaped,
/// all up to the next angle bracket.
fn searched(html: &str) -> usize {
    let escaped = |text: &&str| {
        text.bytes()
            .filter(|byte| matches!(byte, b'&' | 0xc2))
            .count()
    };
    let texts = html.split(['<', '>']);
    texts.map(|text| escaped(&text) * text.len()).sum()
}

#[derive(Default)]
struct Shape<'h> {
    html: &'h str,
    /// The elements that are open, as far as that is certain; perhaps more.
    open: Vec<&'h str>,
    /// The formatting elements that are not closed, and what each costs.
    formatting: Vec<(&'h str, usize)>,
    /// What all of them cost.
    weight: usize,
    repeated: usize,
    deepest: usize,
    /// Whether no end tag counts any more.
    is_uncertain: bool,
    /// Up to where no end tag counts.
    ends_at: usize,
}

impl<'h> Shape<'h> {
    /// None when it is too much.
    fn scan(&mut self) -> Option<()> {
        let bytes = self.html.as_bytes();
        let mut at = 0;
        while let Some(found) = self.html.get(at..).and_then(|rest| rest.find('<')) {
            at += found + 1;
            match bytes.get(at) {
                Some(b'!' | b'?') => self.distrust_until(at, self.end_of_comment(at)),
                Some(b'/') if bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) => {
                    let Some(tag) = Tag::read(self.html, at + 1) else {
                        continue;
                    };
                    self.count()?;
                    if at >= self.ends_at && !self.is_uncertain {
                        self.end(tag.name);
                        at = tag.end;
                    }
                }
                Some(b'/') => self.distrust_until(at, self.find(at, ">")),
                Some(byte) if byte.is_ascii_alphabetic() => {
                    let Some(tag) = Tag::read(self.html, at) else {
                        continue;
                    };
                    self.start(&tag)?;
                    if at >= self.ends_at && !self.is_uncertain {
                        at = tag.end;
                    }
                }
                _ => {}
            }
        }
        Some(())
    }

    /// Each tag may make the parser open all formatting elements again.
    fn count(&mut self) -> Option<()> {
        self.repeated += self.weight;
        (self.repeated <= REPEATED_MAX).then_some(())
    }

    fn start(&mut self, tag: &Tag<'h>) -> Option<()> {
        self.count()?;
        if tag.attributes > ATTRIBUTES_MAX {
            return None;
        }
        if is_of(&FORMATTING, tag.name) {
            let cost = tag.length + ELEMENT * (1 + tag.attributes);
            self.formatting.push((tag.name, cost));
            self.weight += cost;
        }
        self.is_uncertain |= is_of(&UNCERTAIN, tag.name) || self.is_second_table(tag.name);
        if is_of(&RAW, tag.name) {
            self.distrust_text_of(tag);
        }
        self.close_previous(tag.name);
        if !is_of(&VOID, tag.name) && !is_of(&IGNORED, tag.name) {
            self.open.push(tag.name);
        }
        self.deepest = self.deepest.max(self.open.len());
        (self.open.len() <= DEPTH_MAX).then_some(())
    }

    /// A list item, a cell or a paragraph ends where the next one begins.
    fn close_previous(&mut self, name: &str) {
        let rule = CLOSED_BY_NEXT.iter().find(|(kind, _)| is_of(kind, name));
        let Some((kind, between)) = rule.filter(|_| !self.is_uncertain) else {
            return;
        };
        let is_passed = |open: &&str| is_of(between, open) || is_of(&FORMATTING, open);
        let place = self.open.iter().rposition(|open| !is_passed(open));
        if let Some(place) = place
            && self.open.get(place).is_some_and(|open| is_of(kind, open))
            && (!is_of(&CELLS, name) || is_of(&self.open, "table"))
        {
            self.open.truncate(place);
        }
    }

    /// A table that stands in no cell of the one around it closes that one.
    fn is_second_table(&self, name: &str) -> bool {
        let is_either = |open: &&&str| is_of(&["table", "td", "th", "caption"], open);
        same(name, "table")
            && self
                .open
                .iter()
                .rev()
                .find(is_either)
                .is_some_and(|open| same(open, "table"))
    }

    /// An end tag closes what it names, unless something is between that may keep it from that.
    fn end(&mut self, name: &str) {
        let is_cell = is_of(&CELLS, name);
        let is_table = same(name, "table");
        if is_of(&IGNORED, name) || (is_cell && !is_of(&self.open, "table")) {
            return;
        }
        let is_formatting = is_of(&FORMATTING, name);
        let reaches = is_formatting || is_cell || is_of(&BLOCKS, name) || is_of(&SECTIONS, name);
        let mut blocks = 0;
        for (index, open) in self.open.iter().enumerate().rev() {
            if same(open, name) {
                match blocks {
                    0 => self.open.truncate(index),
                    // What stands in a formatting element stays open when that is closed.
                    _ if is_formatting => drop(self.open.remove(index)),
                    _ => self.open.truncate(index),
                }
                if is_formatting {
                    self.close(name);
                }
                return;
            }
            let is_block = is_of(&BLOCKS, open);
            blocks += usize::from(is_block);
            let is_passed = if is_block {
                reaches && !(is_formatting && blocks > BLOCKS_ACROSS)
            } else if is_of(&CELLS, open) {
                is_table || (same(name, "tr") && (same(open, "td") || same(open, "th")))
            } else {
                same(open, "span") || is_of(&FORMATTING, open)
            };
            if !is_passed {
                break;
            }
        }
        // The parser may know better than we which table ends here.
        self.is_uncertain |= is_table && is_of(&self.open, "table");
    }

    fn close(&mut self, name: &str) {
        let found = self
            .formatting
            .iter()
            .rposition(|(open, _)| same(open, name));
        if let Some(index) = found {
            let (_, cost) = self.formatting.remove(index);
            self.weight -= cost;
        }
    }

    /// Start tags up to `end` count, end tags do not.
    fn distrust_until(&mut self, at: usize, end: usize) {
        if at >= self.ends_at {
            self.ends_at = end;
        }
    }

    fn distrust_text_of(&mut self, tag: &Tag<'h>) {
        if tag.end < self.ends_at {
            return;
        }
        let rest = self.html.get(tag.end..).unwrap_or_default();
        let closing = rest.match_indices("</").find(|(index, _)| {
            let name = rest.get(index + 2..index + 2 + tag.name.len());
            name.is_some_and(|name| same(name, tag.name))
        });
        match closing {
            Some((index, _)) => {
                let is_script = same(tag.name, "script");
                let has_comment = rest.get(..index).is_some_and(|text| text.contains("<!--"));
                // A comment in a script can hide the end of the script.
                self.is_uncertain |= is_script && has_comment;
                self.ends_at = tag.end + index;
            }
            None => self.is_uncertain = true,
        }
    }

    fn end_of_comment(&self, at: usize) -> usize {
        let rest = self.html.get(at..).unwrap_or_default();
        self.find(at, if rest.starts_with("!--") { "-->" } else { ">" })
    }

    /// Where `what` ends after `at`.
    fn find(&self, at: usize, what: &str) -> usize {
        let rest = self.html.get(at..).unwrap_or_default();
        rest.find(what)
            .map_or(usize::MAX, |found| at + found + what.len())
    }
}

fn is_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| same(known, name))
}

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// A tag as the tokenizer of the HTML standard reads it.
struct Tag<'h> {
    name: &'h str,
    attributes: usize,
    /// Its bytes.
    length: usize,
    /// Where it ends.
    end: usize,
}

impl<'h> Tag<'h> {
    /// The tag whose name begins at `start`; none when it is cut off by the end.
    fn read(html: &'h str, start: usize) -> Option<Self> {
        let bytes = html.as_bytes();
        let until = |mut at: usize, stop: &[u8]| {
            while bytes.get(at).is_some_and(|byte| !stop.contains(byte)) {
                at += 1;
            }
            at
        };
        let past = |mut at: usize, blanks: &[u8]| {
            while bytes.get(at).is_some_and(|byte| blanks.contains(byte)) {
                at += 1;
            }
            at
        };
        let mut at = until(start, b"\t\n\r\x0c />");
        let name = html.get(start..at)?;
        let mut attributes = 0;
        loop {
            at = past(at, b"\t\n\r\x0c /");
            if *bytes.get(at)? == b'>' {
                break;
            }
            attributes += 1;
            // An equals sign in the first place is part of the name.
            at = past(until(at + 1, b"\t\n\r\x0c />="), b"\t\n\r\x0c ");
            if bytes.get(at) != Some(&b'=') {
                continue;
            }
            at = past(at + 1, b"\t\n\r\x0c ");
            at = match bytes.get(at)? {
                quote @ (b'"' | b'\'') => until(at + 1, &[*quote]) + 1,
                b'>' => at,
                _ => until(at, b"\t\n\r\x0c >"),
            };
        }
        Some(Self {
            name,
            attributes,
            length: at - start,
            end: at + 1,
        })
    }
}

#[cfg(test)]
mod tests;
