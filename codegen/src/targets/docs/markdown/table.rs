//! Cells → a Markdown table whose columns are as wide as their widest cell, as prettier leaves it.

use unicode_width::UnicodeWidthStr;

/// The first row is the head. With `is_numeric` the first column has numbers, aligned to the right.
pub(super) fn table(rows: &[Vec<String>], is_numeric: bool) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].width());
        cells.max().unwrap_or_default().max(3)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut lines: Vec<String> = rows
        .iter()
        .map(|row| line(row, &widths, is_numeric))
        .collect();
    let rule = (0..columns).map(|column| match column {
        0 if is_numeric => format!("{}:", "-".repeat(widths[0] - 1)),
        _ => "-".repeat(widths[column]),
    });
    lines.insert(1, line(&rule.collect::<Vec<_>>(), &widths, is_numeric));
    lines.join("\n")
}

fn line(cells: &[String], widths: &[usize], is_numeric: bool) -> String {
    let mut line = String::from("|");
    for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
        let fill = " ".repeat(width - cell.width());
        let aligned = if is_numeric && column == 0 {
            [&fill, cell]
        } else {
            [cell, &fill]
        };
        line.extend([" ", aligned[0], aligned[1], " |"]);
    }
    line
}
