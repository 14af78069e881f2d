//! Two entries of an implementation → the differences in its behaviour, number by number.

use std::fmt::Debug;

use crate::cases::numbers;
use crate::data::Entry;
use crate::ranges::{Ranged, find};

/// One line for each difference between the recorded entry `old` and the fresh one `new`, except the version.
#[must_use]
pub fn differences(old: &Entry, new: &Entry) -> Vec<String> {
    let mut lines = Vec::new();
    compare(&mut lines, "language", &old.language, &new.language);
    compare_ranges(&mut lines, "sends", numbers(), &old.sends, &new.sends);
    let (was, is) = (&old.sends_no_code, &new.sends_no_code);
    compare(&mut lines, "sends no code", was, is);
    compare_ranges(
        &mut lines,
        "receives",
        numbers(),
        &old.receives,
        &new.receives,
    );
    let (old, new) = (&old.receives_odd, &new.receives_odd);
    compare(&mut lines, "receives an empty body", &old.empty, &new.empty);
    let (was, is) = (&old.one_byte, &new.one_byte);
    compare(&mut lines, "receives one byte", was, is);
    let (was, is) = (&old.reason_not_utf8, &new.reason_not_utf8);
    compare(&mut lines, "receives a reason that is not UTF-8", was, is);
    compare(&mut lines, "is dropped", &old.dropped, &new.dropped);
    compare(&mut lines, "is reset", &old.reset, &new.reset);
    lines
}

/// Adds a line for each number of `numbers` with another outcome.
pub(crate) fn compare_ranges<T: PartialEq + Debug>(
    lines: &mut Vec<String>,
    what: &str,
    numbers: impl IntoIterator<Item = u16>,
    old: &[Ranged<T>],
    new: &[Ranged<T>],
) {
    for number in numbers {
        let (old, new) = (find(old, number), find(new, number));
        compare(lines, &format!("{what} {number}"), &old, &new);
    }
}

/// Adds a line if the values differ.
pub(crate) fn compare<T: PartialEq + Debug>(lines: &mut Vec<String>, what: &str, old: &T, new: &T) {
    if old != new {
        lines.push(format!("{what}: was {old:?}, is {new:?}"));
    }
}
