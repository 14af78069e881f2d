//! The tables of the report → its figures, each by the names of its row and its column; and numbers as the report has them.

use std::collections::BTreeMap;

/// The figures of a report: the report itself is the only record of them.
#[derive(Debug)]
pub struct Figures(BTreeMap<String, String>);

impl Figures {
    /// Every cell in the tables of `report`.
    #[must_use]
    pub fn of(report: &str) -> Self {
        let mut figures = BTreeMap::new();
        let mut columns: Vec<&str> = Vec::new();
        for line in report.lines() {
            let Some(cells) = line
                .strip_prefix('|')
                .and_then(|line| line.strip_suffix('|'))
            else {
                columns.clear();
                continue;
            };
            let cells: Vec<&str> = cells.split('|').map(str::trim).collect();
            if columns.is_empty() {
                columns = cells;
                continue;
            }
            if cells[0].starts_with("---") {
                continue;
            }
            for (column, cell) in columns.iter().zip(&cells).skip(1) {
                figures.insert(name(cells[0], column), (*cell).to_owned());
            }
        }
        Self(figures)
    }

    /// The figure of this name, as it is written.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

/// The name of the figure in this row and column.
#[must_use]
pub fn name(row: &str, column: &str) -> String {
    format!("{row}: {column}")
}

/// The number that is written so.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    text.replace(',', "").parse().ok()
}

/// A whole number with commas: `1,234,567`.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Table;

    #[test]
    fn a_report_contains_what_was_written_to_it() {
        let mut table = Table::new(&["Run", "Instructions", "×"]);
        table.row("check", vec![grouped(1_234_567), "1.5".to_owned()]);
        table.row("true", vec![grouped(999), "–".to_owned()]);
        let figures = Figures::of(&format!("# Title\n\n{table}\nText | of others: 7 |\n"));
        assert_eq!(figures.text("check: Instructions"), Some("1,234,567"));
        assert_eq!(figures.text("check: ×"), Some("1.5"));
        assert_eq!(
            figures.text("true: Instructions").and_then(number),
            Some(999.0)
        );
        assert_eq!(figures.text("true: ×").and_then(number), None);
        assert_eq!(figures.0.len(), 4);
    }

    #[test]
    fn tables_are_laid_out_as_prettier_does() {
        let mut table = Table::new(&["Run", "Instructions"]);
        table.row("a longer name", vec![grouped(12_345)]);
        let lines = [
            "| Run           | Instructions |",
            "| ------------- | -----------: |",
            "| a longer name |       12,345 |",
        ];
        assert_eq!(table.to_string(), lines.join("\n") + "\n");
    }
}
