//! Measured client libraries → whether and when one reconnects after a number, and whether it can be told otherwise.

use super::clients::{ClientLibrary, Dials, Row};

impl ClientLibrary {
    /// What follows a close with `number` and a reason; `None` when that was not measured.
    ///
    /// A number between two measured ones with equal outcomes counts as having that outcome.
    #[must_use]
    pub fn after(&self, number: u16) -> Option<&Dials> {
        find(&self.closed, number)
    }

    /// Whether it reconnects after a close with `number`.
    #[must_use]
    pub fn reconnects(&self, number: u16, has_reason: bool) -> Option<bool> {
        let bare = find(&self.without_reason, number).filter(|_| !has_reason);
        let told = bare.map(|told| told.reconnects);
        told.or_else(|| self.after(number).map(|dials| dials.reconnects))
    }

    /// Whether an application can make it do what `reconnects` says after a close with `number`.
    #[must_use]
    pub fn can_be_told(&self, number: u16, reconnects: bool) -> bool {
        let hook = self.hook.as_ref().filter(|hook| hook.knows_code);
        let rows = hook.map(|hook| if reconnects { &hook.again } else { &hook.never });
        let told = rows.and_then(|rows| find(rows, number));
        told.is_some_and(|told| told.reconnects == reconnects)
    }

    /// Whether this very number was measured, and not only numbers around it with equal outcomes.
    pub(crate) fn has_measured(&self, number: u16) -> bool {
        self.numbers.contains(&number)
    }

    /// The measured numbers.
    #[must_use]
    pub fn numbers(&self) -> &[u16] {
        &self.numbers
    }
}

fn find<T>(rows: &[Row<T>], number: u16) -> Option<&T> {
    let mut rows = rows.iter();
    let row = rows.find(|row| row.span.contains(number))?;
    Some(&row.outcome)
}
