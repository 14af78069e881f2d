//! Observations → rows: what became of each number, with neighbours that fare alike in one row.

use serde::{Deserialize, Serialize};

/// Numbers from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first number.
    pub from: u16,
    /// The last number.
    pub to: u16,
}

impl Span {
    /// The numbers from `from` to `to`.
    #[must_use]
    pub const fn new(from: u16, to: u16) -> Self {
        Self { from, to }
    }
}

/// Measured numbers that fare alike. Between two measured numbers nothing is claimed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row<T> {
    /// Which numbers.
    #[serde(flatten)]
    pub span: Span,
    /// What became of them.
    #[serde(flatten)]
    pub fate: T,
}

/// A word that stands where a number could.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// The number of the row.
    Same,
    /// A Close frame without a body.
    Empty,
    /// A Close frame with one byte.
    OneByte,
    /// No Close frame.
    Nothing,
}

/// A number, or a word in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Code {
    /// This word.
    Word(Word),
    /// This number, which is not the row's.
    Number(i32),
}

/// What became of a number that an endpoint was asked to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Sent {
    /// It stood on the wire. Asked for no code: a Close frame without a body did.
    Sent {
        /// The reason on the wire, if it is not the one that was passed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Another code stood on the wire, or none.
    SentAs {
        /// What stood there.
        code: Code,
        /// The reason on the wire, if it is not the one that was passed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The API refused it.
    Refused {
        /// The class of the error, or `type` when the API cannot be given the number at all.
        error: String,
        /// What stood on the wire all the same, if anything.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<Code>,
    },
    /// The API took it, and no Close frame was written.
    NoFrame,
}

/// What became of a Close frame, or of another end, that an endpoint received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The code that the application is told, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// The reason that the application is told, if any: `same`, or its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether the application is told that all went well, if the API has that notion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clean: Option<bool>,
    /// The class of the error that the application gets, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// What is answered on the wire. Nothing is known of it after a reset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Code>,
}

/// What became of the ends that have no number to tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OddReceived {
    /// Of a Close frame without a body.
    pub empty: Received,
    /// Of a Close frame with one byte.
    pub one_byte: Received,
    /// Of code 1000 with a reason that is not UTF-8.
    pub reason_not_utf8: Received,
    /// Of FIN without a Close frame.
    pub dropped: Received,
    /// Of RST.
    pub reset: Received,
}

/// Joins neighbours with equal fates. `fates` must be in ascending order.
#[must_use]
pub fn join<T: PartialEq>(fates: Vec<(u16, T)>) -> Vec<Row<T>> {
    let mut rows: Vec<Row<T>> = Vec::new();
    for (number, fate) in fates {
        match rows.last_mut() {
            Some(row) if row.fate == fate => row.span.to = number,
            _ => rows.push(Row {
                span: Span::new(number, number),
                fate,
            }),
        }
    }
    rows
}

/// The fate of `number` in `rows`.
#[must_use]
pub fn find<T>(rows: &[Row<T>], number: u16) -> Option<&T> {
    let row = rows
        .iter()
        .find(|row| (row.span.from..=row.span.to).contains(&number))?;
    Some(&row.fate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_that_fare_alike_are_one_row() {
        let rows = join(vec![(0, 'a'), (1, 'a'), (999, 'b'), (1000, 'a')]);
        let spans: Vec<_> = rows
            .iter()
            .map(|row| (row.span.from, row.span.to, row.fate))
            .collect();
        assert_eq!(spans, [(0, 1, 'a'), (999, 999, 'b'), (1000, 1000, 'a')]);
        assert_eq!(find(&rows, 999), Some(&'b'));
        assert_eq!(find(&rows, 2000), None);
    }

    #[test]
    fn a_row_is_flat_json() {
        let row = Row {
            span: Span::new(1, 2),
            fate: Sent::SentAs {
                code: Code::Number(1002),
                reason: None,
            },
        };
        let text = serde_json::to_string(&row).unwrap();
        assert_eq!(text, r#"{"from":1,"to":2,"outcome":"sent-as","code":1002}"#);
        assert_eq!(serde_json::from_str::<Row<Sent>>(&text).unwrap(), row);
    }
}
