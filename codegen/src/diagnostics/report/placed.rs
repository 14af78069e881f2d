//! Bytes of a text → lines and columns, each looked up in a list that is made once.

use std::ops::Range;

use crate::diagnostics::Problem;

/// Problems that are not listed.
pub(super) struct More<'a> {
    pub(super) count: usize,
    /// What stands for them, at the place of the first.
    pub(super) placed: Placed<'a>,
}

/// A problem and its place.
pub(super) struct Placed<'a> {
    pub(super) problem: &'a Problem,
    pub(super) bytes: Range<usize>,
    /// What a suggestion would replace.
    pub(super) whole: Range<usize>,
    pub(super) start: Position,
    pub(super) end: Position,
}

/// A line and a column, both counted from 1, the column in characters.
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl<'a> Placed<'a> {
    pub(super) fn new(lines: &Lines<'_>, problem: &'a Problem, whole: Range<usize>) -> Self {
        // Of a long value its first line is enough to point at.
        let line = lines.text[whole.clone()].find('\n');
        let bytes = whole.start..line.map_or(whole.end, |newline| whole.start + newline);
        Self {
            problem,
            start: lines.position(bytes.start),
            end: lines.position(bytes.end),
            bytes,
            whole,
        }
    }
}

/// Where the lines of a text begin.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(newline, _)| newline + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(breaks).collect(),
        }
    }

    fn position(&self, byte: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts[line - 1];
        Position {
            line,
            column: self.text[start..byte].chars().count() + 1,
        }
    }
}
