//! Rows of the registry → rows of text, for languages that look codes up by number.

use crate::registry::{Row, Subject};

/// A table whose values are text of the target's language.
pub(super) struct Table {
    /// The named codes, by number.
    pub(super) codes: Vec<(u16, String)>,
    /// Runs of numbers without a name.
    pub(super) numbers: Vec<NumberRow>,
}

/// What a table says of a run of numbers.
pub(super) struct NumberRow {
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) value: String,
}

impl Table {
    /// The table of `rows`, each value in the target's language.
    pub(super) fn new<T>(rows: Vec<Row<'_, T>>, value: impl Fn(T) -> String) -> Self {
        let mut table = Self {
            codes: Vec::new(),
            numbers: Vec::new(),
        };
        for row in rows {
            let value = value(row.value);
            match row.subject {
                Subject::Code(code) => table.codes.push((code.number, value)),
                Subject::Numbers(from, to) => table.numbers.push(NumberRow { from, to, value }),
            }
        }
        table
    }
}
