//! The bytes of the CSV file → its rows.

use csv::{ErrorKind, Reader, StringRecord};

use super::SITE;
use crate::Result;
use crate::ranges::NumberRange;

/// The columns that are compared. The file has others.
const COLUMNS: [&str; 3] = ["Status Code", "Meaning", "Reference"];

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its numbers.
    pub(super) numbers: NumberRange,
    /// Their meaning, on one line.
    pub(super) meaning: String,
    /// What the brackets of its references hold.
    pub(super) references: Vec<String>,
}

impl Row {
    /// Whether its numbers are free.
    pub(super) fn is_unassigned(&self) -> bool {
        self.meaning.eq_ignore_ascii_case("unassigned")
    }

    /// Whether it describes several numbers.
    pub(super) fn is_range(&self) -> bool {
        self.numbers.from != self.numbers.to
    }
}

/// Reads the rows, in ascending order. The message of an error begins with its line.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Row>> {
    let mut reader = Reader::from_reader(bytes);
    let head = reader.headers().map_err(|error| message(&error))?;
    let columns = columns(head)?;
    let mut rows: Vec<(u64, Row)> = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| message(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = row(&record, columns).map_err(|error| format!("line {line}: {error}"))?;
        rows.push((line, row));
    }
    if rows.is_empty() {
        return Err(format!("there is no row below the header; {}", help()));
    }
    rows.sort_by_key(|(_, row)| row.numbers.from);
    for pair in rows.windows(2) {
        let [(one, before), (other, row)] = pair else {
            continue;
        };
        if row.numbers.from <= before.numbers.to {
            let number = row.numbers.from;
            return Err(format!(
                "line {}: {number} is also in line {}; {}",
                one.max(other),
                one.min(other),
                help()
            ));
        }
    }
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// The places of [`COLUMNS`].
fn columns(head: &StringRecord) -> Result<[usize; 3]> {
    let mut places = [0; 3];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        let mut names = head.iter().map(str::trim);
        *place = names
            .position(|name| name.eq_ignore_ascii_case(column))
            .ok_or_else(|| format!("line 1: no column is named `{column}`; {}", help()))?;
    }
    Ok(places)
}

fn row(record: &StringRecord, [code, meaning, reference]: [usize; 3]) -> Result<Row> {
    let code = record[code].trim();
    let numbers = numbers(code).ok_or_else(|| {
        format!(
            "`{code}` is not a number up to 65535 or a range such as 1016-2999; {}",
            help()
        )
    })?;
    let words: Vec<&str> = record[meaning].split_whitespace().collect();
    if words.is_empty() {
        return Err(format!("{code} has no meaning; {}", help()));
    }
    let brackets = record[reference].split('[').skip(1);
    let references = brackets.filter_map(|rest| rest.split(']').next());
    Ok(Row {
        numbers,
        meaning: words.join(" "),
        references: references.map(str::to_owned).collect(),
    })
}

fn numbers(code: &str) -> Option<NumberRange> {
    let (from, to) = code.split_once('-').unwrap_or((code, code));
    let numbers = NumberRange::new(from.trim().parse().ok()?, to.trim().parse().ok()?);
    (numbers.from <= numbers.to).then_some(numbers)
}

fn message(error: &csv::Error) -> String {
    let what = match error.kind() {
        ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("{len} cells below a header of {expected_len}"),
        ErrorKind::Utf8 { .. } => "not UTF-8".to_owned(),
        _ => error.to_string(),
    };
    let line = error.position().map_or(1, csv::Position::line);
    format!("line {line}: {what}; {}", help())
}

fn help() -> String {
    format!("expected the CSV file of the WebSocket Close Code Number Registry from {SITE}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        let error = read(text.as_bytes()).expect_err("the file is not sound");
        let (what, help) = error.split_once("; ").expect("help");
        assert!(help.contains(SITE), "{help}");
        what.to_owned()
    }

    #[test]
    fn quoted_cells_ranges_and_further_columns_are_read() {
        let text = "\u{feff}Status Code,Meaning,Contact,Reference,Change Controller\r\n\
            4000-4999,Reserved for Private Use,,[RFC6455],\r\n\
            1014,\"A gateway, of a kind\n        \"\"proxy\"\".\",[Someone],[RFC1][RFC Errata 2],\r\n";
        let rows = read(text.as_bytes()).unwrap();
        let gateway = Row {
            numbers: NumberRange::new(1014, 1014),
            meaning: "A gateway, of a kind \"proxy\".".to_owned(),
            references: vec!["RFC1".to_owned(), "RFC Errata 2".to_owned()],
        };
        assert_eq!(rows[0], gateway);
        assert_eq!(rows[1].numbers, NumberRange::new(4000, 4999));
        assert!(rows[1].is_range() && !rows[1].is_unassigned());
    }

    #[test]
    fn what_is_not_the_file_is_reported_with_its_line() {
        assert_eq!(
            error("<!doctype html>\n<p>"),
            "line 1: no column is named `Status Code`"
        );
        let head = "Status Code,Meaning,Contact,Reference\n";
        let after = |rows: &str| error(&format!("{head}{rows}"));
        assert_eq!(after(""), "there is no row below the header");
        assert_eq!(
            after("1000,Normal,,\nten,Ten,,\n"),
            "line 3: `ten` is not a number up to 65535 or a range such as 1016-2999"
        );
        assert_eq!(after("1000,,,\n"), "line 2: 1000 has no meaning");
        assert_eq!(
            after("1000,Normal\n"),
            "line 2: 2 cells below a header of 4"
        );
        assert_eq!(
            after("1000-1002,A,,\n1004,C,,\n1002,B,,\n"),
            "line 4: 1002 is also in line 2"
        );
        let bytes = [head.as_bytes(), b"1000,\xff,,\n"].concat();
        assert!(read(&bytes).unwrap_err().starts_with("line 2: not UTF-8; "));
    }
}
