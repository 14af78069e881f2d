//! Rows → a table in Markdown, as prettier lays it out: names to the left, numbers to the right.

use std::fmt;

/// A table of the report.
#[derive(Debug, Clone)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these columns, of which the first has the names of the rows.
    #[must_use]
    pub fn new(columns: &[&str]) -> Self {
        let head = columns.iter().map(|&column| column.to_owned()).collect();
        Self { rows: vec![head] }
    }

    /// Adds a row.
    pub fn row(&mut self, name: &str, cells: Vec<String>) {
        let mut row = vec![name.to_owned()];
        row.extend(cells);
        self.rows.push(row);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = 0..self.rows[0].len();
        let width = |column: usize| self.rows.iter().map(move |row| row[column].chars().count());
        let widths: Vec<usize> = columns
            .map(|column| width(column).max().unwrap_or(0).max(4))
            .collect();
        for (index, row) in self.rows.iter().enumerate() {
            write!(f, "| {:<1$} |", row[0], widths[0])?;
            for (cell, &width) in row.iter().zip(&widths).skip(1) {
                write!(f, " {cell:>width$} |")?;
            }
            writeln!(f)?;
            if index == 0 {
                write!(f, "| {:-<1$} |", "", widths[0])?;
                for width in &widths[1..] {
                    write!(f, " {:-<1$}: |", "", width - 1)?;
                }
                writeln!(f)?;
            }
        }
        Ok(())
    }
}
