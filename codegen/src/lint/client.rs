//! The rule `client`: codes after which a client library in use does not do what the spec advises, as one finding for each thing
//! that it does.

use std::collections::BTreeSet;

use super::{Around, Subject};
use crate::diagnostics::{Pointer, Problem};
use crate::implementations::ClientLibrary;
use crate::registry::CloseCode;
use crate::runs::{in_words, runs};
use crate::spec::{Reconnect, SentBy};

/// How a library departs from the advice of a spec.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Departure {
    /// It reconnects although the advice is `never`.
    Reconnects,
    /// It reconnects, and does not do first what the advice wants.
    ReconnectsUnprepared,
    /// It does not reconnect.
    Stops,
}

/// A departure with what can be done about it, and the codes for which both are the same.
struct Overruled<'a> {
    client: &'a ClientLibrary,
    departure: Departure,
    can_be_told: bool,
    /// Whether a reason in the Close frame is enough.
    lacks_reason: bool,
    numbers: BTreeSet<u16>,
}

/// The finding for one code, which is not printed but grouped with those of other codes.
pub(super) fn client(subject: &Subject<'_>) -> Option<Problem> {
    let overruled = of_code(subject.around, subject.code).next();
    overruled.map(|overruled| overruled.finding(subject.around))
}

/// The findings for `codes`.
pub(super) fn together(around: &Around<'_>, codes: &[&CloseCode]) -> Vec<Problem> {
    let mut all: Vec<Overruled<'_>> = Vec::new();
    for overruled in codes.iter().flat_map(|code| of_code(around, code)) {
        let is_same = |known: &&mut Overruled<'_>| {
            std::ptr::eq(known.client, overruled.client)
                && known.departure == overruled.departure
                && known.can_be_told == overruled.can_be_told
                && known.lacks_reason == overruled.lacks_reason
        };
        match all.iter_mut().find(is_same) {
            Some(known) => known.numbers.extend(overruled.numbers),
            None => all.push(overruled),
        }
    }
    all.iter().map(|one| one.finding(around)).collect()
}

/// What the libraries do with a code of the spec's own that a server sends.
fn of_code<'a>(around: &Around<'a>, code: &CloseCode) -> impl Iterator<Item = Overruled<'a>> {
    let is_sent = matches!(code.sent_by, SentBy::Server | SentBy::Either);
    let is_checked = code.is_own && is_sent && around.registry.answer(code.number).is_sendable();
    let advice = code.statement.advice;
    let (number, has_reason) = (code.number, code.reason.is_some());
    let clients = around.registry.clients.iter().filter(move |_| is_checked);
    clients.filter_map(move |client| {
        let departure_with = |has_reason| {
            let reconnects = client.reconnects(number, has_reason)?;
            match (advice.reconnect, reconnects) {
                (Reconnect::Never, true) => Some(Departure::Reconnects),
                (Reconnect::Never, false) => None,
                (_, false) => Some(Departure::Stops),
                (_, true) => advice.after.map(|_| Departure::ReconnectsUnprepared),
            }
        };
        let departure = departure_with(has_reason)?;
        Some(Overruled {
            client,
            departure,
            // To prepare something, an application stops the library, and connects when it is done.
            can_be_told: client.can_be_told(number, departure == Departure::Stops),
            lacks_reason: !has_reason && departure_with(true).is_none(),
            numbers: BTreeSet::from([number]),
        })
    })
}

impl Overruled<'_> {
    fn finding(&self, around: &Around<'_>) -> Problem {
        let runs = runs(self.numbers.iter().copied());
        let numbers = in_words(&runs);
        let name = &self.client.name;
        let does = match self.departure {
            Departure::Reconnects => "reconnects",
            Departure::ReconnectsUnprepared => "reconnects without doing first what is advised",
            Departure::Stops => "does not reconnect",
        };
        let is_measured = |number: &u16| self.client.has_measured(*number);
        let basis = if self.numbers.iter().all(is_measured) {
            "measured"
        } else {
            "measured for these or neighbouring codes"
        };
        let message = format!("{name} {does} after {numbers} ({basis})");
        let at = Pointer::root().key("clients");
        Problem::at(&at, "client", message, self.help(around)).warning()
    }

    fn help(&self, around: &Around<'_>) -> String {
        let mut ways = Vec::new();
        if self.lacks_reason {
            let way = "give each code a `reason`, and send it: without one, the library does not use the code";
            ways.push(way.to_owned());
        }
        match &self.client.hook {
            Some(hook) if self.can_be_told => {
                ways.push(format!(
                    "decide with the generated advice in `{}`",
                    hook.code
                ));
            }
            Some(hook) if !hook.knows_code => {
                let way = "decide by a message that the server sends before it closes";
                ways.push(format!(
                    "{way}, in {}, which does not get the code",
                    hook.code
                ));
            }
            _ => {}
        }
        if let Some(number) = self.better_number(around) {
            ways.push(format!("use numbers such as {number}"));
        }
        ways.push("`allow` the rule in a code, with a reason".to_owned());
        ways.join("; ")
    }

    /// A free number after which the library does what is advised.
    fn better_number(&self, around: &Around<'_>) -> Option<u16> {
        let wanted = match self.departure {
            Departure::Reconnects => false,
            Departure::Stops => true,
            Departure::ReconnectsUnprepared => return None,
        };
        let does = |number: &u16| self.client.reconnects(*number, true) == Some(wanted);
        (4000..=4999)
            .filter(|number| around.is_free(*number))
            .find(does)
    }
}
