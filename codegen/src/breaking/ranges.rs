//! Ranges, and the advice for every number without an entry, whether it comes from a range or from `otherwise`.

use crate::diagnostics::{Pointer, Problem};
use crate::registry::{Advice, Range, Registry};
use crate::text::Word;

use super::Breaks::{Behaviour, Source, Wire};
use super::advice_change;
use super::number::narrows;

pub(super) fn ranges(old: &Registry, new: &Registry) -> Vec<Problem> {
    let own = |registry: &'_ Registry| -> Vec<Range> {
        let ranges = registry.ranges().iter();
        ranges.filter(|range| range.is_own).cloned().collect()
    };
    let (old_ranges, new_ranges) = (own(old), own(new));
    let mut problems = Vec::new();
    for was in &old_ranges {
        let named = new_ranges.iter().find(|is| is.name == was.name);
        let same = new_ranges
            .iter()
            .find(|is| (is.from, is.to) == (was.from, was.to));
        let what = format!("{}-{} `{}`", was.from, was.to, was.name);
        match (named, same) {
            (Some(is), _) => {
                if is.from != was.from || is.to < was.to {
                    let message = format!("the range {what} is now {}-{}", is.from, is.to);
                    let help =
                        "peers still send the old numbers: only its end can move, and only up";
                    let at = place(is, if is.from == was.from { "to" } else { "from" });
                    problems.push(Wire.problem(&at, "range-changed", &message, help));
                }
                problems.extend(sender_narrowed(was, is, &what));
            }
            (None, Some(is)) => {
                let message = format!("the range {what} is now called `{}`", is.name);
                let help = "what uses the old name no longer finds it: keep the name, or mention it in the release notes";
                problems.push(Source.problem(&place(is, "name"), "renamed", &message, help));
                problems.extend(sender_narrowed(was, is, &what));
            }
            (None, None) => {
                let message = format!("the range {what} is removed");
                let help = "peers still send its numbers, which then mean nothing: keep it";
                let at = Pointer::root().key("ranges");
                problems.push(Wire.problem(&at, "range-changed", &message, help));
            }
        }
    }
    problems.extend(reused(old, &old_ranges, &new_ranges));
    problems.extend(advice(old, new));
    problems
}

/// Retired numbers that a range did not have before, and retired names that one did not have.
fn reused(old: &Registry, old_ranges: &[Range], new_ranges: &[Range]) -> Vec<Problem> {
    let has = |range: &Range, number: u16| (range.from..=range.to).contains(&number);
    let mut problems = Vec::new();
    for retired in &old.retired {
        let (number, name) = (retired.number, &retired.name);
        let had_number = old_ranges.iter().any(|range| has(range, number));
        let had_name = old_ranges.iter().any(|range| range.name == *name);
        for range in new_ranges {
            let field = if range.name == *name && !had_name {
                "name"
            } else if has(range, number) && !had_number {
                "from"
            } else {
                continue;
            };
            let (from, to) = (range.from, range.to);
            let message =
                format!("{number} `{name}` was retired and is used again by the range {from}-{to}");
            let help =
                "peers may still use the old code: choose numbers and a name that were never used";
            problems.push(Wire.problem(&place(range, field), "retired-reused", &message, help));
        }
    }
    problems
}

fn sender_narrowed(was: &Range, is: &Range, what: &str) -> Option<Problem> {
    narrows(was.sent_by, is.sent_by).then(|| {
        let (was_by, is_by) = (was.sent_by.as_str(), is.sent_by.as_str());
        let message = format!("the range {what} was sent by {was_by} and is now sent by {is_by}");
        let help =
            "peers that still send it break the new rule: widen it again, or use a new range";
        Wire.problem(&place(is, "sent_by"), "sender-narrowed", &message, help)
    })
}

/// A field of a range's entry.
fn place(range: &Range, field: &str) -> Pointer {
    let ranges = || Pointer::root().key("ranges");
    let entry = range.place.as_ref();
    entry.map_or_else(ranges, |entry| entry.key(field))
}

/// Numbers in a row whose advice changed in the same way.
struct Run<'a> {
    from: u16,
    to: u16,
    was: &'a Advice,
    is: &'a Advice,
    /// The entry of the range that they are in, if it is the spec's own.
    place: Option<&'a Pointer>,
}

fn advice(old: &Registry, new: &Registry) -> Vec<Problem> {
    let edges: Vec<u16> = old.edges().union(new.edges()).copied().collect();
    let mut runs: Vec<Run<'_>> = Vec::new();
    // Entries between two parts of a run do not divide it.
    let mut joins = false;
    for (index, from) in edges.iter().copied().enumerate() {
        let to = edges.get(index + 1).map_or(u16::MAX, |next| next - 1);
        let (was, is) = (old.answer(from), new.answer(from));
        let has_own = |range: Option<&Range>| range.is_some_and(|range| range.is_own);
        let (was_own, is_own) = (has_own(was.range), has_own(is.range));
        // A number that had no meaning of its own may get one, as a new code does.
        let is_new = is_own && !was_own;
        let (before, now) = (&was.statement().advice, &is.statement().advice);
        let place = is.range.and_then(|range| range.place.as_ref());
        if was.code.is_some() || is.code.is_some() {
            continue;
        }
        if is_new || before == now {
            joins = false;
            continue;
        }
        match runs.last_mut() {
            Some(last) if joins && (last.was, last.is, last.place) == (before, now, place) => {
                last.to = to;
            }
            _ => runs.push(Run {
                from,
                to,
                was: before,
                is: now,
                place,
            }),
        }
        joins = true;
    }
    let problems = runs.iter().filter_map(|run| {
        let difference = advice_change(run.was, run.is)?;
        let numbers = if run.from == run.to {
            run.from.to_string()
        } else {
            format!("numbers without an entry from {} to {}", run.from, run.to)
        };
        let message = format!("the advice for {numbers} {difference}");
        let otherwise = || Pointer::root().key("otherwise");
        let at = run
            .place
            .map_or_else(otherwise, |entry| entry.key("reconnect"));
        Some(Behaviour.problem(&at, "advice-changed", &message, super::STALE_ADVICE))
    });
    problems.collect()
}
