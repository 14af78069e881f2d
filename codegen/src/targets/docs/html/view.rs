//! What the page prints: a row and a section for every entry. The template escapes all text.

use askama::Template;

use super::super::entry::{self, Entry};
use super::super::guides::guides;
use super::super::number_space::number_space;
use super::super::{clients, implementations};
use super::assets::Assets;
use super::section::{FactView, Part, Section, link};
use super::tables::{GuideView, TableView};
use crate::files::Notice;
use crate::protocol::MAX_REASON_BYTES;
use crate::registry::{Registry, Snapshot};
use crate::text::{Block, Span, Tone, line, one_line};

#[derive(Template)]
#[template(path = "docs/close-codes.html")]
pub(super) struct Page {
    notice: [String; 2],
    assets: Assets,
    title: String,
    description: Option<String>,
    snapshot: Option<SnapshotView>,
    max_reason_bytes: usize,
    /// The parts of the page, for its list of contents.
    parts: Vec<Place>,
    groups: Vec<Group>,
    rows: Vec<RowView>,
    codes: Vec<Section>,
    ranges: Vec<Section>,
    number_space: String,
    guides: Vec<GuideView>,
    implementation_columns: Vec<FactView>,
    implementations: [TableView; 2],
    implementation_notes: Vec<FactView>,
    versions: Vec<FactView>,
    client_columns: Vec<FactView>,
    clients: TableView,
    client_notes: Vec<FactView>,
    retired: Vec<String>,
}

struct SnapshotView {
    registry: Part,
    date: String,
    doubt: Vec<Span>,
}

/// A place on the page.
struct Place {
    id: &'static str,
    title: &'static str,
}

/// Places with a common title.
struct Group {
    title: &'static str,
    places: Vec<Numbered>,
}

struct Numbered {
    numbers: String,
    name: String,
}

/// A line of the table.
struct RowView {
    numbers: String,
    name: String,
    sent_by: &'static str,
    sendable: &'static str,
    reconnect: &'static str,
    summary: Vec<Span>,
}

impl Page {
    pub(super) fn new(registry: &Registry, notice: &Notice) -> Self {
        let retired = registry.retired.iter();
        let codes: Vec<Section> = Entry::of_codes(registry).map(Section::from).collect();
        let ranges = registry.ranges().iter();
        let ranges: Vec<Section> = ranges
            .map(|range| Entry::of_range(registry, range).into())
            .collect();
        let guides: Vec<GuideView> = guides(registry).into_iter().map(GuideView::from).collect();
        let implementations = implementations::tables().map(TableView::from);
        let clients = TableView::from(clients::table());
        let of_guides = guides.iter().map(|guide| &guide.table);
        let tables: Vec<&TableView> = of_guides
            .chain(&implementations)
            .chain([&clients])
            .collect();
        Self {
            notice: notice.lines(),
            assets: Assets::of_page(&tables),
            title: one_line(&registry.title),
            description: registry.summary.as_deref().map(one_line),
            snapshot: registry.snapshot.as_ref().map(snapshot),
            max_reason_bytes: MAX_REASON_BYTES,
            rows: entry::rows(registry).map(RowView::from).collect(),
            number_space: number_space(registry),
            parts: parts(registry, &guides),
            groups: [
                group("Codes", &codes),
                group("Numbers without a name", &ranges),
            ]
            .into_iter()
            .flatten()
            .collect(),
            codes,
            ranges,
            guides,
            implementation_columns: implementations::columns()
                .into_iter()
                .map(FactView::from)
                .collect(),
            implementations,
            implementation_notes: implementations::notes()
                .into_iter()
                .map(FactView::from)
                .collect(),
            versions: implementations::versions()
                .into_iter()
                .map(FactView::from)
                .collect(),
            client_columns: clients::columns().into_iter().map(FactView::from).collect(),
            clients,
            client_notes: clients::notes().into_iter().map(FactView::from).collect(),
            retired: retired
                .map(|retired| format!("{} {}", retired.number, retired.name))
                .collect(),
        }
    }

    /// The same in a folder, where every section has a page of its own.
    pub(super) fn of_folder(registry: &Registry, notice: &Notice) -> Self {
        let mut page = Self::new(registry, notice);
        for entry in page.codes.iter_mut().chain(&mut page.ranges) {
            entry.page = Some(super::code::path(&entry.numbers));
        }
        page
    }
}

fn parts(registry: &Registry, guides: &[GuideView]) -> Vec<Place> {
    let place = |(id, title, is_there): (&'static str, &'static str, bool)| {
        is_there.then_some(Place { id, title })
    };
    let guides = guides.iter().map(|guide| (guide.id, guide.question, true));
    let after = [
        ("implementations", "Implementations", true),
        ("client-libraries", "Client libraries", true),
        ("retired", "Retired", !registry.retired.is_empty()),
    ];
    let before = [
        ("table", "All codes", true),
        ("number-space", "All numbers", true),
    ];
    let all = before.into_iter().chain(guides).chain(after);
    all.filter_map(place).collect()
}

fn group(title: &'static str, sections: &[Section]) -> Option<Group> {
    let places = sections.iter().map(|section| Numbered {
        numbers: section.numbers.clone(),
        name: section.name.clone(),
    });
    let places: Vec<Numbered> = places.collect();
    (!places.is_empty()).then_some(Group { title, places })
}

fn snapshot(snapshot: &Snapshot) -> SnapshotView {
    SnapshotView {
        registry: link(&snapshot.registry.title(), &snapshot.registry.url()),
        date: one_line(&snapshot.date),
        doubt: line(snapshot.doubt.as_deref().unwrap_or_default()),
    }
}

impl From<entry::Row<'_>> for RowView {
    fn from(row: entry::Row<'_>) -> Self {
        Self {
            numbers: row.numbers,
            name: row.name.to_string(),
            sent_by: row.sent_by,
            sendable: row.sendable,
            reconnect: row.reconnect,
            summary: line(row.summary),
        }
    }
}
