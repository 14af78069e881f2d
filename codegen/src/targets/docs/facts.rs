//! A code, a range or a number → its facts: one list, which the pages and `explain` print in their own ways.

use std::collections::BTreeSet;

use super::clients;
use super::fact::{Fact, Inline, Part, code, doubt, fact, links, text};
use super::names::Names;
use crate::implementations::{Identifier, basis, deviations, implementations};
use crate::protocol::CodeRange;
use crate::registry::{Answer, Range, Reference, Registry, Statement};
use crate::spec::{Kind, SentBy};
use crate::text::{Word, phrase};

/// How many names a fact lists. The tables have them all.
pub(super) const MOST_NAMES: usize = 4;

/// The facts of any number.
pub(super) fn facts_of_answer(
    answer: &Answer<'_>,
    names: &[Names],
    elsewhere: &[Identifier],
) -> Vec<Fact> {
    let mut facts = vec![text("Range", range_of(answer))];
    let kind = answer.code.map(|code| code.kind);
    facts.extend(kind.filter(|kind| *kind != Kind::Usable).map(kind_fact));
    facts.push(sender(answer.sent_by()));
    facts.push(text("In a Close frame", yes_no(answer.is_sendable())));
    facts.push(text(
        "Browser close()",
        yes_no(answer.is_browser_sendable()),
    ));
    let deprecated = answer.code.and_then(|code| code.deprecated.as_ref());
    facts.extend(deprecated.map(|instead| text("Deprecated", instead)));
    facts.extend(advice(answer.statement()));
    let reason = answer.code.and_then(|code| code.reason.as_ref());
    facts.extend(reason.map(|reason| fact("Default reason", vec![code(reason)])));
    facts.extend(names.iter().map(Names::fact));
    facts.extend(measured(answer));
    facts.extend(clients::of_number(
        answer.number,
        answer.statement().advice.reconnect,
    ));
    let (uncertain, references) = match (answer.code, answer.range) {
        (Some(code), _) => (&code.doubt, &code.references[..]),
        (None, Some(range)) => (&range.doubt, &range.references[..]),
        (None, None) => (&None, &[][..]),
    };
    facts.extend(uncertain.as_deref().map(doubt));
    facts.extend(see(references));
    facts.extend(names_elsewhere(elsewhere));
    facts
}

/// The facts of a range.
pub(super) fn facts_of_range(range: &Range, names: &[Names]) -> Vec<Fact> {
    let mut facts = vec![sender(range.sent_by)];
    facts.extend(advice(&range.statement));
    facts.extend(names.iter().map(Names::fact));
    facts.extend(range.doubt.as_deref().map(doubt));
    facts.extend(see(&range.references));
    facts
}

fn range_of(answer: &Answer<'_>) -> String {
    if let Some(range) = answer.range {
        return format!("{} ({}-{})", range.name, range.from, range.to);
    }
    let range = CodeRange::of(answer.number);
    let (from, to) = range.bounds();
    format!("{} ({from}-{to})", range.as_str())
}

fn kind_fact(kind: Kind) -> Fact {
    text("Kind", format!("{}: {}", kind.as_str(), phrase(kind)))
}

fn sender(sent_by: SentBy) -> Fact {
    Fact {
        part: Part::Sender,
        ..text("Sent by", phrase(sent_by))
    }
}

fn yes_no(is_allowed: bool) -> &'static str {
    if is_allowed { "yes" } else { "no" }
}

/// What to do, why, and who advises it.
fn advice(statement: &Statement) -> Vec<Fact> {
    let fact = |part, fact| Fact {
        class: Some(statement.advice.reconnect.as_str()),
        part,
        ..fact
    };
    let mut facts = vec![fact(
        Part::Advice,
        text("Reconnect", statement.advice.phrase()),
    )];
    let because = statement.because.as_ref();
    facts.extend(because.map(|because| fact(Part::Grounds, text("Because", because))));
    let advised_by = if statement.advised_by.is_empty() {
        text("Advice from", "ourselves")
    } else {
        links("Advice from", &statement.advised_by)
    };
    facts.push(fact(Part::Grounds, advised_by));
    facts
}

/// The identifiers of a number in libraries.
fn names_elsewhere(identifiers: &[Identifier]) -> Option<Fact> {
    let identifiers = identifiers.iter();
    let values: Vec<Vec<Inline>> = identifiers
        .map(|(identifier, names)| {
            let libraries = Inline::Text(format!(" ({})", names.join(", ")));
            vec![code(identifier), libraries]
        })
        .collect();
    (!values.is_empty()).then_some(Fact {
        term: "Called elsewhere",
        values,
        class: None,
        part: Part::Elsewhere,
    })
}

/// What was measured of a code at real endpoints, where it differs from the standards.
fn measured(answer: &Answer<'_>) -> Option<Fact> {
    let senders = if answer.is_sendable() {
        answer.sent_by()
    } else if senders_by_standard(answer.number) == SentBy::Nobody {
        SentBy::Nobody
    } else {
        // The spec keeps a code local that the standards allow in a Close frame.
        return None;
    };
    let deviations = deviations(answer.number, senders).into_iter();
    let values: Vec<Vec<Inline>> = deviations
        .map(|(deviation, names)| {
            let basis = match basis(answer.number) {
                "measured" => String::new(),
                basis => format!(" ({basis})"),
            };
            let names = match names.len() {
                ..=MOST_NAMES => names.join(", "),
                count => format!("{count} of {} implementations", count_of_implementations()),
            };
            vec![Inline::Text(format!("{deviation} by {names}{basis}"))]
        })
        .collect();
    (!values.is_empty()).then_some(Fact {
        term: "Measured",
        values,
        class: None,
        part: Part::Measured,
    })
}

fn count_of_implementations() -> usize {
    let names = implementations().iter().map(|one| one.name.as_str());
    names.collect::<BTreeSet<_>>().len()
}

/// The sides that send `number` by the standards, whatever a spec adds to them.
pub(super) fn senders_by_standard(number: u16) -> SentBy {
    let answer = Registry::standard().answer(number);
    if answer.is_sendable() {
        answer.sent_by()
    } else {
        SentBy::Nobody
    }
}

fn see(references: &[Reference]) -> Option<Fact> {
    (!references.is_empty()).then(|| links("See", references))
}
