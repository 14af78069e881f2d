//! A code or a range → a short page of its own, which links to the whole page and to its neighbours.

use askama::Template;

use super::super::super::target::{GeneratedFile, file, print};
use super::super::entry::Entry;
use super::assets::{Assets, compact};
use super::section::{Part, Section};
use super::view::Page;
use crate::files::Notice;
use crate::registry::Registry;
use crate::text::{Block, Span, Tone, one_line};

/// The whole page, and what the links on the others lead to.
const INDEX: &str = "index.html";

#[derive(Template)]
#[template(path = "docs/code.html")]
struct CodePage<'a> {
    notice: [String; 2],
    assets: &'a Assets,
    title: &'a str,
    description: Option<String>,
    entry: Section,
    before: Option<&'a Place>,
    after: Option<&'a Place>,
}

/// What a page is about, for links from others.
struct Place {
    numbers: String,
    name: String,
}

/// The whole page as the index of a folder, and a page for each of its sections.
pub(super) fn pages(registry: &Registry, notice: &Notice) -> Vec<GeneratedFile> {
    let codes = registry.entries().zip(Entry::of_codes(registry));
    let codes = codes.map(|(code, entry)| (code.number, entry));
    let ranges = registry.ranges().iter();
    let ranges = ranges.map(|range| (range.from, Entry::of_range(registry, range)));
    let mut entries: Vec<(u16, Entry)> = codes.chain(ranges).collect();
    entries.sort_by_key(|(first, _)| *first);
    let place = |(_, entry): &(u16, Entry)| Place {
        numbers: entry.numbers.clone(),
        name: entry.name.clone(),
    };
    let places: Vec<Place> = entries.iter().map(place).collect();
    let assets = Assets::of_code();
    let title = one_line(&registry.title);

    let mut pages = vec![file(
        INDEX,
        compact(&print(&Page::of_folder(registry, notice))),
    )];
    for (index, (_, entry)) in entries.into_iter().enumerate() {
        let page = CodePage {
            notice: notice.lines(),
            assets: &assets,
            title: &title,
            description: entry.summary.as_deref().map(one_line),
            entry: entry.into(),
            before: index.checked_sub(1).and_then(|index| places.get(index)),
            after: places.get(index + 1),
        };
        pages.push(file(path(&page.entry.numbers), compact(&print(&page))));
    }
    pages
}

/// Where the page of a section is: in a folder, so that an address needs no file name where a server adds it.
pub(super) fn path(numbers: &str) -> String {
    format!("{numbers}/{INDEX}")
}
