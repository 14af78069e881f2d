//! Two measurements of an implementation → what differs in its behaviour, number by number.

use std::fmt::Debug;

use crate::cases::numbers;
use crate::data::Entry;
use crate::rows::{Row, find};

/// One line for each difference between the checked-in entry `old` and the fresh one `new`, but for the version.
#[must_use]
pub fn differences(old: &Entry, new: &Entry) -> Vec<String> {
    let mut lines = Vec::new();
    differ(&mut lines, "language", &old.language, &new.language);
    differ(
        &mut lines,
        "identifiers",
        &old.identifiers,
        &new.identifiers,
    );
    rows_differ(&mut lines, "sends", &old.sends, &new.sends);
    differ(
        &mut lines,
        "sends no code",
        &old.sends_no_code,
        &new.sends_no_code,
    );
    rows_differ(&mut lines, "receives", &old.receives, &new.receives);
    let (old, new) = (&old.receives_odd, &new.receives_odd);
    differ(&mut lines, "receives an empty body", &old.empty, &new.empty);
    differ(
        &mut lines,
        "receives one byte",
        &old.one_byte,
        &new.one_byte,
    );
    let (was, is) = (&old.reason_not_utf8, &new.reason_not_utf8);
    differ(&mut lines, "receives a reason that is not UTF-8", was, is);
    differ(&mut lines, "is dropped", &old.dropped, &new.dropped);
    differ(&mut lines, "is reset", &old.reset, &new.reset);
    lines
}

fn rows_differ<T: PartialEq + Debug>(
    lines: &mut Vec<String>,
    what: &str,
    old: &[Row<T>],
    new: &[Row<T>],
) {
    for number in numbers() {
        let (old, new) = (find(old, number), find(new, number));
        differ(lines, &format!("{what} {number}"), &old, &new);
    }
}

fn differ<T: PartialEq + Debug>(lines: &mut Vec<String>, what: &str, old: &T, new: &T) {
    if old != new {
        lines.push(format!("{what}: was {old:?}, is {new:?}"));
    }
}
