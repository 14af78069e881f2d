//! A number of a range of the spec's own that gets an entry, or loses it: who sends it, and the advice.

use std::collections::BTreeSet;

use crate::diagnostics::{Pointer, Problem};
use crate::registry::{Answer, Registry};
use crate::spec::Kind;
use crate::text::Word;

use super::Breaks::{Behaviour, Wire};
use super::advice_change;
use super::number::{NARROWED, narrows};

/// What changes for numbers with an entry in only one of both. A number that meant nothing before may get a meaning.
pub(super) fn entries(old: &Registry, new: &Registry) -> Vec<Problem> {
    let own = |registry: &'_ Registry| -> BTreeSet<u16> {
        let own = registry.entries().filter(|code| code.is_own);
        own.map(|code| code.number).collect()
    };
    let (old_own, new_own) = (own(old), own(new));
    let mut problems = Vec::new();
    for number in old_own.symmetric_difference(&new_own) {
        let (was, is) = (old.answer(*number), new.answer(*number));
        let has_range = |answer: &Answer<'_>| answer.range.is_some_and(|range| range.is_own);
        let code = match (was.code, is.code) {
            (Some(code), None) if has_range(&is) || code.kind == Kind::Reserved => code,
            (None, Some(code)) if has_range(&was) => code,
            _ => continue,
        };
        let what = format!("{number} `{}`", code.name);
        let entry = is.code.map(|code| code.place.clone());
        let entry = entry.or_else(|| Some(is.range?.place.clone())).flatten();
        let at = |field| {
            entry
                .as_ref()
                .map_or_else(|| Pointer::root().key("codes"), |entry| entry.key(field))
        };
        if was.is_sendable() && (!is.is_sendable() || narrows(was.sent_by(), is.sent_by())) {
            let (was_by, is_by) = (was.sent_by().as_str(), is.sent_by().as_str());
            let message = format!("{what} was sent by {was_by} and is now sent by {is_by}");
            problems.push(Wire.problem(&at("sent_by"), "sender-narrowed", &message, NARROWED));
        }
        if let Some(difference) = advice_change(&was.statement().advice, &is.statement().advice) {
            let message = format!("the advice for {what} {difference}");
            let stale = super::STALE_ADVICE;
            problems.push(Behaviour.problem(&at("reconnect"), "advice-changed", &message, stale));
        }
    }
    problems
}
