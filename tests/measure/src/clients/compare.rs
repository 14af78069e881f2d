//! Two entries of a client library → the differences in its behaviour, number by number.

use super::cases::numbers;
use super::data::{Entry, Hook};
use crate::compare::{compare, compare_ranges};

/// One line for each difference between the recorded entry `old` and the fresh one `new`, except the version.
#[must_use]
pub fn differences(old: &Entry, new: &Entry) -> Vec<String> {
    let mut lines = Vec::new();
    let texts = |entry: &Entry| {
        let hook = entry.hook.as_ref();
        let hook = hook.map(|hook| (hook.code.clone(), hook.knows_code));
        let Entry {
            language,
            setup,
            source,
            note,
            ..
        } = entry.clone();
        (language, setup, source, note, hook)
    };
    compare(&mut lines, "client.json", &texts(old), &texts(new));
    compare_ranges(
        &mut lines,
        "closed with",
        numbers(),
        &old.closed,
        &new.closed,
    );
    let (was, is) = (&old.without_reason, &new.without_reason);
    compare_ranges(
        &mut lines,
        "closed without a reason and with",
        numbers(),
        was,
        is,
    );
    compare(&mut lines, "refused", &old.refused, &new.refused);
    if let (Some(old), Some(new)) = (&old.hook, &new.hook) {
        let Hook { never, again, .. } = new;
        compare_ranges(&mut lines, "told never after", numbers(), &old.never, never);
        compare_ranges(&mut lines, "told again after", numbers(), &old.again, again);
    }
    lines
}
