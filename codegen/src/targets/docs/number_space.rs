//! A registry → all numbers by code range, as inline SVG as wide as a phone: which may be sent, by whom, and where the codes with
//! names are. It has words and shapes for everything that a colour may also tell, and links into the page.

use askama::Template;

use super::super::lookup::{browser_sendable, sendable};
use super::super::target::print;
use super::entry::anchor;
use crate::protocol::CodeRange;
use crate::registry::Registry;
use crate::runs::in_words;
use crate::spec::{Kind, SentBy};
use crate::text::Word;

/// How wide it is, in its own units: a letter takes about 7.
const WIDTH: usize = 420;
/// A range with more codes than this shows how many there are where.
const MOST_CELLS: usize = 40;
/// How many columns the names have.
const COLUMNS: usize = 2;
/// The width of a name, and the distance from one to the next.
const CELL: usize = 206;
const COLUMN: usize = WIDTH - CELL;
const ROW: usize = 27;
/// How many letters of a name fit.
const LETTERS: usize = 25;
/// How many parts of a range are counted, each by itself.
const BARS: usize = 10;
const BAR_HEIGHT: usize = 48;
/// The height of a bar with what is written above and below it.
const BAR: usize = BAR_HEIGHT + 32;
/// The height of a range without names, and the space below each.
const HEAD: usize = 66;
const GAP: usize = 20;
/// The height of the legend.
const LEGEND: usize = 124;

#[derive(Template)]
#[template(path = "docs/number-space.svg", escape = "html")]
struct NumberSpace {
    width: usize,
    height: usize,
    bands: Vec<Band>,
}

/// One code range.
struct Band {
    y: usize,
    numbers: String,
    name: &'static str,
    about: &'static str,
    /// What a script in a browser may close with.
    browser: String,
    /// Parts of the strip: what may be sent, what a browser may send, and where codes are.
    sendable: Vec<Part>,
    browser_sendable: Vec<Part>,
    /// The named ranges.
    ranges: Vec<Part>,
    ticks: Vec<usize>,
    cells: Vec<Cell>,
    bars: Vec<Bar>,
}

/// A part of a strip.
struct Part {
    x: usize,
    width: usize,
}

/// A code or a named range.
struct Cell {
    x: usize,
    y: usize,
    id: String,
    title: String,
    text: String,
    sent_by: &'static str,
    is_sendable: bool,
    is_browser_sendable: bool,
}

/// Codes that are too many to be named.
struct Bar {
    x: usize,
    height: usize,
    /// The first number of its part.
    from: usize,
    id: String,
    title: String,
    count: usize,
}

/// Something with a place: a code or a named range.
struct Entry<'a> {
    number: u16,
    numbers: String,
    name: &'a str,
    sent_by: SentBy,
}

/// The drawing.
pub(super) fn number_space(registry: &Registry) -> String {
    let mut y = LEGEND;
    let bands = CodeRange::ALL.iter().map(|range| {
        let (band, height) = Band::new(registry, *range, y);
        y += height + GAP;
        band
    });
    let bands = bands.collect();
    print(&NumberSpace {
        width: WIDTH,
        height: y - GAP,
        bands,
    })
}

impl Band {
    /// The range with its upper end at `y`, and its height.
    fn new(registry: &Registry, range: CodeRange, y: usize) -> (Self, usize) {
        let (from, to) = range.bounds();
        let within = |runs: Vec<(u16, u16)>| -> Vec<(u16, u16)> {
            let runs = runs.into_iter();
            let runs = runs.filter(|run| run.0 <= to && from <= run.1);
            runs.map(|run| (run.0.max(from), run.1.min(to))).collect()
        };
        let parts = |runs: &[(u16, u16)]| runs.iter().map(|run| part(range, *run)).collect();
        let of_browser = within(browser_sendable(registry));
        let entries = entries(registry, range);
        let mut ticks: Vec<usize> = entries
            .iter()
            .map(|entry| place(range, entry.number))
            .collect();
        ticks.dedup();
        let ranges = registry.named_ranges().map(|range| (range.from, range.to));
        let start = y + HEAD;
        let (cells, bars, height) = if entries.len() > MOST_CELLS {
            (Vec::new(), bars(range, &entries), HEAD + BAR)
        } else {
            let rows = entries.len().div_ceil(COLUMNS);
            let cells = (0..).zip(&entries);
            let cells = cells.map(|(index, entry)| cell(registry, entry, (index, rows), start));
            (cells.collect(), Vec::new(), HEAD + ROW * rows)
        };
        let band = Self {
            y,
            numbers: match to {
                u16::MAX => format!("{from} and above"),
                _ => format!("{from}-{to}"),
            },
            name: range.as_str(),
            about: range.meaning(),
            browser: match of_browser.as_slice() {
                [] => "none".to_owned(),
                [run] if *run == (from, to) => "all".to_owned(),
                runs => in_words(runs),
            },
            sendable: parts(&within(sendable(registry))),
            browser_sendable: parts(&of_browser),
            ranges: parts(&within(ranges.collect())),
            ticks,
            cells,
            bars,
        };
        (band, height)
    }
}

/// What has a name in a range, by number.
fn entries(registry: &Registry, range: CodeRange) -> Vec<Entry<'_>> {
    let codes = registry.entries().map(|code| Entry {
        number: code.number,
        numbers: code.number.to_string(),
        name: code.name.as_str(),
        sent_by: if code.kind == Kind::Usable {
            code.sent_by
        } else {
            SentBy::Nobody
        },
    });
    let ranges = registry.named_ranges().map(|range| Entry {
        number: range.from,
        numbers: format!("{}-{}", range.from, range.to),
        name: range.name.as_str(),
        sent_by: range.sent_by,
    });
    let all = codes.chain(ranges);
    let mut entries: Vec<_> = all
        .filter(|entry| CodeRange::of(entry.number) == range)
        .collect();
    entries.sort_by_key(|entry| entry.number);
    entries
}

/// The names read down the first column, then down the next.
fn cell(
    registry: &Registry,
    entry: &Entry<'_>,
    (index, rows): (usize, usize),
    start: usize,
) -> Cell {
    let Entry {
        number,
        numbers,
        name,
        sent_by,
    } = entry;
    let answer = registry.answer(*number);
    let title = format!("{numbers} {name}");
    Cell {
        x: index / rows * COLUMN,
        y: start + index % rows * ROW,
        id: anchor(numbers, name),
        text: cut(&title, LETTERS),
        title,
        sent_by: sent_by.as_str(),
        is_sendable: answer.is_sendable(),
        is_browser_sendable: answer.is_browser_sendable() && *sent_by != SentBy::Server,
    }
}

/// How many codes each part of a range has, each a link to the first of them.
fn bars(range: CodeRange, entries: &[Entry<'_>]) -> Vec<Bar> {
    let width = WIDTH / BARS;
    let (from, to) = range.bounds();
    let part_of =
        |entry: &Entry<'_>| usize::from(entry.number - from) * BARS / (usize::from(to - from) + 1);
    let counts = (0..BARS).map(|part| {
        entries
            .iter()
            .filter(|entry| part_of(entry) == part)
            .count()
    });
    let most = counts.max().unwrap_or_default().max(1);
    let groups = entries.chunk_by(|one, other| part_of(one) == part_of(other));
    let bars = groups.filter_map(|group| {
        let (first, last) = (group.first()?, group.last()?);
        let count = group.len();
        Some(Bar {
            x: part_of(first) * width,
            from: usize::from(from) + part_of(first) * (usize::from(to - from) + 1) / BARS,
            height: (BAR_HEIGHT * count / most).max(3),
            id: anchor(&first.numbers, first.name),
            title: format!("{} to {}: {count} codes", first.numbers, last.numbers),
            count,
        })
    });
    bars.collect()
}

/// Where a number is on the strip of its range.
fn place(range: CodeRange, number: u16) -> usize {
    let (from, to) = range.bounds();
    usize::from(number - from) * (WIDTH - 2) / usize::from(to - from)
}

/// The part of the strip for a run of numbers, never too small to be seen.
fn part(range: CodeRange, (first, last): (u16, u16)) -> Part {
    let (from, to) = range.bounds();
    let place = |number: usize| number * WIDTH / (usize::from(to - from) + 1);
    let x = place(usize::from(first - from));
    let end = place(usize::from(last - from) + 1);
    Part {
        x,
        width: (end - x).max(2),
    }
}

/// `text`, cut where a line of so many letters ends.
fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let kept = text.chars().take(letters.saturating_sub(1));
    kept.chain(['…']).collect()
}
