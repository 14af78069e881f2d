//! What a row of the built-in measurements is about: numbers from the first to the last.

use std::ops::RangeInclusive;

use serde::Deserialize;

#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Span {
    from: u16,
    to: u16,
}

impl Span {
    pub(super) fn numbers(self) -> RangeInclusive<u16> {
        self.from..=self.to
    }

    pub(super) fn contains(self, number: u16) -> bool {
        self.numbers().contains(&number)
    }
}
