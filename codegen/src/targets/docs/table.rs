//! A table of the documentation, as every format prints it.

use super::fact::Inline;
use crate::runs::shown;

/// A cell: text, code and links.
pub(super) type Cell = Vec<Inline>;

pub(super) struct Table {
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

/// `1001-1003, 1014`, or a dash for none.
pub(super) fn runs_in_words(runs: &[(u16, u16)]) -> String {
    let runs: Vec<String> = runs.iter().map(|(from, to)| shown(*from, *to)).collect();
    if runs.is_empty() {
        "-".to_owned()
    } else {
        runs.join(", ")
    }
}
