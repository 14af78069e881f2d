//! The rows of IANA's list and what the project has of it → the differences, in words.
//!
//! Numbers must be equal. A meaning is compared with the recorded one, without regard to case and line breaks, as names in the
//! registry are its own. Each reference of a row must be among those of the code, which may have more. Contacts are not compared.

use std::fmt;
use std::ops::RangeInclusive;

use super::known::{Code, Known};
use super::list::Row;
use crate::ranges::NumberRange;

/// The numbers that IANA registers (RFC 6455, section 11.7).
const REGISTRABLE: RangeInclusive<u16> = 1000..=4999;

/// The differences, one a line.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Differences(pub Vec<String>);

impl Differences {
    pub(super) fn between(rows: &[Row], known: &Known) -> Self {
        let mut differences = Self::default();
        for row in rows.iter().filter(|row| !row.is_unassigned()) {
            differences.row(row, known);
        }
        for (number, code) in known.codes.iter().filter(|(_, code)| code.is_listed) {
            let is_there = |row: &Row| contains(row.numbers, *number);
            let found = rows.iter().find(|row| is_there(row));
            if found.is_none_or(|row| row.is_unassigned() || row.is_range()) {
                let instead = found.map_or("no row has it".to_owned(), |row| {
                    format!("it is in {}", described(row))
                });
                differences.add("too much", *number, &code.name, &instead);
            }
        }
        for gap in gaps(rows) {
            let why = "is the file complete?";
            differences.add("no row", Numbers(gap), "in the list", why);
        }
        differences
    }

    fn row(&mut self, row: &Row, known: &Known) {
        let numbers = Numbers(row.numbers);
        if row.is_range() {
            if !known.ranges.contains(&row.numbers) {
                self.add("lacking", numbers, &row.meaning, "no such range");
            }
            return;
        }
        match known.codes.get(&row.numbers.from) {
            None => self.add("lacking", numbers, &row.meaning, &cited(row)),
            Some(code) => self.code(row, code),
        }
    }

    fn code(&mut self, row: &Row, code: &Code) {
        let numbers = Numbers(row.numbers);
        if !code.is_listed {
            let what = "its `reference` lacks IANA's registry";
            self.add("changed", numbers, &code.name, what);
        }
        let recorded = code.meaning.as_deref().unwrap_or("nothing");
        if !recorded.eq_ignore_ascii_case(&row.meaning) {
            let what = format!("means {:?}, recorded is {recorded:?}", row.meaning);
            self.add("changed", numbers, &code.name, &what);
        }
        for reference in &row.references {
            if !code.urls.iter().any(|url| is_cited(reference, url)) {
                let what = format!("IANA cites [{reference}], its `reference` does not");
                self.add("changed", numbers, &code.name, &what);
            }
        }
    }

    fn add(&mut self, what: &str, numbers: impl fmt::Display, name: &str, why: &str) {
        self.0.push(format!("{what}: {numbers} {name}: {why}"));
    }
}

/// Whether a reference of the list, such as `RFC6455`, `RFC Errata 3227` or a URL, is the document at `url`.
fn is_cited(reference: &str, url: &str) -> bool {
    if let Some(rest) = without_scheme(reference) {
        return without_scheme(url) == Some(rest);
    }
    let title = reference.split(',').next().unwrap_or_default();
    let title = title.to_lowercase().replace(' ', "");
    let title = title.replace("rfcerrata", "eid");
    let url = url.to_lowercase();
    let mut parts = url.split(|character: char| !character.is_alphanumeric() && character != '-');
    parts.any(|part| part == title)
}

fn without_scheme(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    matches!(scheme, "http" | "https").then(|| rest.trim_end_matches('/'))
}

fn cited(row: &Row) -> String {
    match &row.references[..] {
        [] => "without a reference".to_owned(),
        references => format!("see [{}]", references.join("][")),
    }
}

fn described(row: &Row) -> String {
    format!("{} {}", Numbers(row.numbers), row.meaning)
}

fn contains(numbers: NumberRange, number: u16) -> bool {
    (numbers.from..=numbers.to).contains(&number)
}

/// The registrable numbers between the rows, which are in ascending order.
fn gaps(rows: &[Row]) -> Vec<NumberRange> {
    let mut gaps = Vec::new();
    let mut next = *REGISTRABLE.start();
    let ends = [NumberRange::new(*REGISTRABLE.end() + 1, u16::MAX)];
    for numbers in rows.iter().map(|row| row.numbers).chain(ends) {
        if numbers.from > next {
            gaps.push(NumberRange::new(next, numbers.from - 1));
        }
        next = next.max(numbers.to.saturating_add(1));
    }
    gaps
}

/// `1016-2999`, or one number.
#[derive(Clone, Copy)]
struct Numbers(NumberRange);

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let NumberRange { from, to } = self.0;
        if from == to {
            write!(f, "{from}")
        } else {
            write!(f, "{from}-{to}")
        }
    }
}
