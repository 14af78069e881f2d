//! One number in an older registry beside the same one in a newer: who sends it, the advice, the reason.

use crate::diagnostics::Problem;
use crate::registry::{CloseCode, Registry};
use crate::spec::{Kind, SentBy};
use crate::text::Word;

use super::Breaks::{Behaviour, Wire};
use super::advice_change;
use super::codes::place;

pub(super) const NARROWED: &str =
    "peers that still send it break the new rule: widen it again, or use a new code";

/// The advice for every number with an entry in both, whatever the number is called: deployed clients go by the number.
pub(super) fn advice(old: &Registry, new: &Registry) -> Vec<Problem> {
    let pairs = old
        .entries()
        .filter_map(|was| Some((was, new.answer(was.number).code?)));
    let problems = pairs.filter_map(|(was, is)| {
        let difference = advice_change(&was.statement.advice, &is.statement.advice)?;
        let message = format!("the advice for {} `{}` {difference}", was.number, was.name);
        let at = place(is, "reconnect");
        Some(Behaviour.problem(&at, "advice-changed", &message, super::STALE_ADVICE))
    });
    problems.collect()
}

/// What changed of one code beside its name and the advice.
pub(super) fn changed(was: &CloseCode, is: &CloseCode) -> impl Iterator<Item = Problem> {
    let sender_narrowed = sender_narrowed(was, is).into_iter();
    sender_narrowed.chain(reason_changed(was, is))
}

/// Fewer sides may send the number.
pub(super) fn sender_narrowed(was: &CloseCode, is: &CloseCode) -> Option<Problem> {
    let what = format!("{} `{}`", was.number, was.name);
    if was.kind == Kind::Usable && is.kind != Kind::Usable {
        let message = format!("{what} is no longer sent");
        let help = "keep it usable, or retire the code and use a new one";
        return Some(Wire.problem(&place(is, "kind"), "sender-narrowed", &message, help));
    }
    narrows(was.sent_by, is.sent_by).then(|| {
        let (was_by, is_by) = (was.sent_by.as_str(), is.sent_by.as_str());
        let message = format!("{what} was sent by {was_by} and is now sent by {is_by}");
        Wire.problem(&place(is, "sent_by"), "sender-narrowed", &message, NARROWED)
    })
}

fn reason_changed(was: &CloseCode, is: &CloseCode) -> Option<Problem> {
    if was.reason == is.reason {
        return None;
    }
    let [was_reason, is_reason] = [was, is].map(|code| match &code.reason {
        Some(reason) => format!("\"{reason}\""),
        None => "none".to_owned(),
    });
    let message = format!(
        "the reason of {} `{}` was {was_reason}, now {is_reason}",
        was.number, was.name
    );
    let help = "clients that recognize the code by its reason know only that of their own version";
    Some(Behaviour.problem(&place(is, "reason"), "reason-changed", &message, help))
}

/// Whether a side that could send no longer can.
pub(super) fn narrows(was: SentBy, is: SentBy) -> bool {
    was != is && was != SentBy::Nobody && is != SentBy::Either
}
