//! A table of the documentation, as every format prints it.

use super::fact::Inline;

/// A cell: text, code and links.
pub(super) type Cell = Vec<Inline>;

pub(super) struct Table {
    /// Its place on a page.
    pub(super) id: &'static str,
    /// What it shows, in a few words.
    pub(super) caption: &'static str,
    pub(super) head: Vec<&'static str>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A cell of text.
pub(super) fn cell(text: impl Into<String>) -> Cell {
    vec![Inline::Text(text.into())]
}

/// A cell with `links` between commas.
pub(super) fn listed(links: impl IntoIterator<Item = Inline>) -> Cell {
    let mut cell = Cell::new();
    for link in links {
        if !cell.is_empty() {
            cell.push(Inline::Text(", ".to_owned()));
        }
        cell.push(link);
    }
    cell
}
