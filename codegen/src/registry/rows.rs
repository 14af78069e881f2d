//! The rows that every code language's tables hold: only what differs from what the table says without them.

use std::collections::BTreeSet;

use super::{Answer, CloseCode, Registry};
use crate::advice::Backoff;
use crate::spec::{After, SentBy};
use crate::wire::{self, CodeRange};

/// One row of a table.
#[derive(Debug)]
pub struct Row<'a, T> {
    /// What the row is about.
    pub subject: Subject<'a>,
    /// What the table says of it.
    pub value: T,
}

/// What a row is about.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// A named code.
    Code(&'a CloseCode),
    /// Numbers without a name, from the first to the last; a named code among them is looked for before.
    Numbers(u16, u16),
}

impl Registry {
    /// Who sends a code; without a row it is either side for what may be sent, and nobody for the rest.
    #[must_use]
    pub fn sent_by_rows(&self) -> Vec<Row<'_, SentBy>> {
        self.rows(Answer::sent_by, |number| {
            if self.answer(number).is_sendable() {
                SentBy::Either
            } else {
                SentBy::Nobody
            }
        })
    }

    /// Whether to reconnect, as a word; without a row it is what holds otherwise.
    #[must_use]
    pub fn reconnect_rows(&self) -> Vec<Row<'_, &'static str>> {
        let otherwise = self.otherwise.advice.reconnect.as_str();
        self.rows(
            |answer| answer.statement().advice.reconnect.as_str(),
            |_| otherwise,
        )
    }

    /// What must happen first; without a row it is what holds otherwise.
    #[must_use]
    pub fn after_rows(&self) -> Vec<Row<'_, Option<After>>> {
        let otherwise = self.otherwise.advice.after;
        self.rows(|answer| answer.statement().advice.after, |_| otherwise)
    }

    /// The bounds of delays; without a row they are what holds otherwise.
    #[must_use]
    pub fn backoff_rows(&self) -> Vec<Row<'_, Backoff>> {
        let otherwise = self.otherwise.advice.reconnect.backoff();
        self.rows(
            |answer| answer.statement().advice.reconnect.backoff(),
            |_| otherwise,
        )
    }

    /// The labels of numbers without a name; without a row it is that of the code range.
    #[must_use]
    pub fn label_rows(&self) -> Vec<Row<'_, &str>> {
        let mut rows = self.rows(Answer::label, |number| CodeRange::of(number).as_str());
        rows.retain(|row| matches!(row.subject, Subject::Numbers(..)));
        rows
    }

    /// The rows that a table of `value` needs if it says `default` of everything that has none: named codes by
    /// number, then runs of numbers.
    fn rows<'a, T: PartialEq>(
        &'a self,
        value: impl Fn(&Answer<'a>) -> T,
        default: impl Fn(u16) -> T,
    ) -> Vec<Row<'a, T>> {
        let numbers: Vec<(u16, u16, T)> = self
            .runs(
                |number| self.answer(number).named().is_none(),
                |number| {
                    Some(value(&self.answer(number))).filter(|value| *value != default(number))
                },
            )
            .into_iter()
            .filter_map(|(from, to, value)| Some((from, to, value?)))
            .collect();
        let differs = |code: &&CloseCode| {
            let own = value(&self.answer(code.number));
            let next = numbers.partition_point(|(_, to, _)| *to < code.number);
            match numbers.get(next) {
                Some((from, _, said)) if *from <= code.number => own != *said,
                _ => own != default(code.number),
            }
        };
        let codes = self.named().filter(differs).map(|code| Row {
            subject: Subject::Code(code),
            value: value(&self.answer(code.number)),
        });
        let mut rows: Vec<_> = codes.collect();
        rows.extend(numbers.into_iter().map(|(from, to, value)| Row {
            subject: Subject::Numbers(from, to),
            value,
        }));
        rows
    }

    /// The numbers that may stand in a Close frame, as runs from first to last.
    #[must_use]
    pub fn sendable(&self) -> Vec<(u16, u16)> {
        self.holds(Answer::is_sendable)
    }

    /// The numbers that a script in a browser may close with, as runs from first to last.
    #[must_use]
    pub fn browser_sendable(&self) -> Vec<(u16, u16)> {
        self.holds(Answer::is_browser_sendable)
    }

    fn holds<'a>(&'a self, question: impl Fn(&Answer<'a>) -> bool) -> Vec<(u16, u16)> {
        self.runs(|_| true, |number| question(&self.answer(number)))
            .into_iter()
            .filter_map(|(from, to, yes)| yes.then_some((from, to)))
            .collect()
    }

    /// All numbers in as few runs of one `value` as there are; numbers that do not `matter` join the run before.
    fn runs<T: PartialEq>(
        &self,
        matters: impl Fn(u16) -> bool,
        value: impl Fn(u16) -> T,
    ) -> Vec<(u16, u16, T)> {
        let mut runs: Vec<(u16, u16, T)> = Vec::new();
        for start in self.edges().into_iter().filter(|start| matters(*start)) {
            let value = value(start);
            if runs.last().is_none_or(|(_, _, last)| *last != value) {
                if let Some(last) = runs.last_mut() {
                    last.1 = start - 1;
                }
                runs.push((start, u16::MAX, value));
            }
        }
        runs
    }

    /// Every number at which an answer may change.
    fn edges(&self) -> BTreeSet<u16> {
        let mut edges = BTreeSet::from([0]);
        edges.extend(wire::EDGES);
        let codes = self.codes.keys().map(|number| (*number, *number));
        let ranges = self.ranges.iter().map(|range| (range.from, range.to));
        for (from, to) in codes.chain(ranges) {
            edges.insert(from);
            edges.extend(to.checked_add(1));
        }
        edges
    }
}
