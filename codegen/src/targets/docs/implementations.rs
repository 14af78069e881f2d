//! The tables of measured implementations, and what their columns mean, which every format of the documentation shows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::fact::{Fact, Inline, Part, note, text};
use super::facts::senders_by_standard;
use super::table::{Cell, Table, cell};
use crate::implementations::{
    Cases, INVALID_CODES, Implementation, VALID_CODES, grouped, implementations, measured_numbers,
};
use crate::runs::{in_words, runs_among};
use crate::spec::SentBy;

/// The head of the table of what they do with codes.
const HEAD: [&str; 5] = [
    "Implementations",
    "Does not send",
    "Sends although forbidden",
    "Does not report",
    "Reports all the same",
];

/// The head of the table of their answers.
const ANSWERS_HEAD: [&str; 3] = ["Implementations", "Autobahn 7.7", "Autobahn 7.9"];

/// What the columns of both tables mean.
pub(super) fn columns() -> Vec<Fact> {
    let plain = |text: &str| vec![Inline::Text(text.to_owned())];
    let meanings = [
        plain(
            "codes that this side may send, and that its API refuses, changes or does not put into the Close frame",
        ),
        plain("codes that must not be sent, and that its API sends"),
        plain("codes that the other side may send, and that the application does not get"),
        plain(
            "codes that must not be sent, and that the application gets: with 1006 here, a peer can forge a lost connection",
        ),
        cases(&VALID_CODES, "the same code, 1000 or no code"),
        cases(&INVALID_CODES, "1002, no code or no Close frame"),
    ];
    let heads = HEAD
        .into_iter()
        .skip(1)
        .chain(ANSWERS_HEAD.into_iter().skip(1));
    let facts = heads.zip(meanings).map(|(term, meaning)| Fact {
        term,
        values: vec![meaning],
        class: None,
        part: Part::Measured,
    });
    facts.collect()
}

fn cases(cases: &Cases, demanded: &str) -> Vec<Inline> {
    let numbers: Vec<String> = cases.numbers.iter().map(u16::to_string).collect();
    let numbers = numbers.join(", ");
    vec![
        Inline::Link {
            title: format!("cases {}.* of the Autobahn Testsuite", cases.group),
            url: cases.url(),
        },
        Inline::Text(format!(
            " demand that {numbers} are answered with {demanded}: whether the measured answers are such"
        )),
    ]
}

/// The measured versions by language.
pub(super) fn versions() -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for implementation in implementations() {
        let Implementation {
            name,
            language,
            version,
            ..
        } = implementation;
        let version = format!("{name} {version}");
        match facts.iter_mut().find(|fact| fact.term == language) {
            Some(fact) => match fact.values[0].last_mut() {
                Some(Inline::Text(text)) if text.split(", ").all(|known| known != version) => {
                    text.extend([", ", &version]);
                }
                _ => {}
            },
            None => facts.push(Fact {
                part: Part::Measured,
                ..text(language, version)
            }),
        }
    }
    facts
}

/// What measurements do not show of some. Both sides of an implementation have one note.
pub(super) fn notes() -> Vec<Fact> {
    let mut notes: Vec<Fact> = implementations()
        .iter()
        .filter_map(|one| note(&one.name, one.note.as_deref()))
        .collect();
    notes.dedup_by_key(|fact| fact.term);
    notes
}

/// The tables: implementations with equal cells have one row. The codes are those of the standards, whatever a spec adds to them.
pub(super) fn tables() -> [Table; 2] {
    let numbers: Vec<u16> = measured_numbers().collect();
    let senders = numbers.iter().copied();
    let senders: BTreeMap<u16, SentBy> = senders
        .map(|number| (number, senders_by_standard(number)))
        .collect();
    let deviations = |implementation: &Implementation| {
        let runs_of = |deviation: Deviation, is_forbidden: bool| {
            in_words(&runs_among(&numbers, |number| {
                let sent_by = senders[&number];
                (sent_by == SentBy::Nobody) == is_forbidden
                    && deviation(implementation, number, sent_by).is_some()
            }))
        };
        vec![
            runs_of(Implementation::sending_deviation, false),
            runs_of(Implementation::sending_deviation, true),
            runs_of(Implementation::receiving_deviation, false),
            runs_of(Implementation::receiving_deviation, true),
        ]
    };
    let answers = |implementation: &Implementation| {
        let cases = [VALID_CODES, INVALID_CODES];
        cases.map(|cases| cases.verdict(implementation)).to_vec()
    };
    [
        Table {
            id: "outcomes",
            caption: "What they do with codes",
            head: HEAD.to_vec(),
            rows: rows(deviations),
        },
        Table {
            id: "answers",
            caption: "What they answer",
            head: ANSWERS_HEAD.to_vec(),
            rows: rows(answers),
        },
    ]
}

fn rows(cells_of: impl Fn(&Implementation) -> Vec<String>) -> Vec<Vec<Cell>> {
    let rows = grouped(cells_of).into_iter().map(|(cells, names)| {
        let names = std::iter::once(names.join(", "));
        names.chain(cells).map(cell).collect()
    });
    rows.collect()
}

type Deviation = fn(&Implementation, u16, SentBy) -> Option<Cow<'static, str>>;
