//! Guides and tables of the documentation → what the template prints of them.

use super::super::guides::Guide;
use super::super::table::{Cell, Table};
use super::section::{Part, parts};

/// A question with its answer.
pub(super) struct GuideView {
    pub(super) id: &'static str,
    pub(super) question: &'static str,
    pub(super) text: &'static str,
    pub(super) table: TableView,
}

pub(super) struct TableView {
    pub(super) id: &'static str,
    pub(super) caption: &'static str,
    pub(super) head: Vec<&'static str>,
    pub(super) rows: Vec<Vec<Vec<Part>>>,
}

impl From<Guide> for GuideView {
    fn from(guide: Guide) -> Self {
        Self {
            id: guide.id,
            question: guide.question,
            text: guide.text,
            table: guide.table.into(),
        }
    }
}

impl From<Table> for TableView {
    fn from(table: Table) -> Self {
        let cells = |row: Vec<Cell>| -> Vec<Vec<Part>> {
            let cells = row.into_iter();
            cells
                .map(|cell| cell.into_iter().flat_map(parts).collect())
                .collect()
        };
        Self {
            id: table.id,
            caption: table.caption,
            head: table.head,
            rows: table.rows.into_iter().map(cells).collect(),
        }
    }
}
