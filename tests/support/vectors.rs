//! The vectors: every answer for every number, as lines of columns, computed from the registry, and then sequences.
//!
//! A program in each language reads the file, takes only the numbers and the events from it, and prints the same lines
//! from the generated code.

use std::fmt::Display;

use close_codes_cli::registry::{Answer, Registry};
use close_codes_cli::text::Word;

use crate::sequences::{number, sequences};

/// The attempts and random numbers for which delays are asked.
const DELAYS: &[(i64, f64)] = &[
    (-1, 0.5),
    (0, 0.0),
    (0, 0.5),
    (0, 1.0),
    (1, 0.25),
    (2, 0.75),
    (3, 0.5),
    (3, f64::NAN),
    (3, -1.0),
    (3, f64::INFINITY),
    (4, 0.125),
    (10, 1.0),
    (31, 0.5),
    (63, 0.5),
    (1000, 1.0),
    (u32::MAX as i64, 0.0),
];

/// The whole file.
#[must_use]
pub fn vectors(registry: &Registry) -> String {
    let mut text = heading();
    for number in 0..=u16::MAX {
        text.push_str(&line(registry, &registry.answer(number)));
        text.push('\n');
    }
    text + &sequences(registry)
}

/// The first line: the pairs of [`DELAYS`].
fn heading() -> String {
    let pairs: Vec<String> = DELAYS
        .iter()
        .map(|(attempt, random)| format!("{attempt}:{}", number(*random)))
        .collect();
    format!("#\t{}\n", pairs.join(" "))
}

/// Joins the columns of a line.
fn columns(columns: &[String; 18]) -> String {
    columns.join("\t")
}

/// `yes` or `no`.
fn yes(answer: bool) -> String {
    if answer { "yes" } else { "no" }.to_owned()
}

/// The value, or `-`.
#[must_use]
pub fn or_dash(value: Option<impl Display>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

/// The delays in whole microseconds, or `-` when there is none.
fn delays(delay: impl Fn(u32, f64) -> Option<f64>) -> String {
    let delays: Option<Vec<String>> = DELAYS
        .iter()
        .map(|(attempt, random)| {
            let attempt = u32::try_from(*attempt).unwrap_or_default();
            let microseconds = delay(attempt, *random)? * 1e6;
            Some(format!("{microseconds:.0}"))
        })
        .collect();
    or_dash(delays.map(|delays| delays.join(" ")))
}

/// What a proxy does that received the code, towards a client, which only gets what is for clients, or a server.
fn relay(answer: &Answer<'_>, is_to_client: bool) -> String {
    match answer.number {
        1005 => "without-code".to_owned(),
        1010 if is_to_client => "instead:1011".to_owned(),
        number if answer.is_sendable() => format!("as-is:{number}"),
        _ if is_to_client => "instead:1011".to_owned(),
        _ => "instead:1001".to_owned(),
    }
}

/// The name of the named range around a number, which may have a name, too.
fn range_around(registry: &Registry, number: u16) -> Option<&str> {
    let mut ranges = registry.named_ranges();
    let around = ranges.find(|range| range.from <= number && number <= range.to);
    around.map(|range| range.name.as_str())
}

fn line(registry: &Registry, answer: &Answer<'_>) -> String {
    let advice = &answer.statement().advice;
    let named = answer.named();
    columns(&[
        answer.number.to_string(),
        yes(named.is_some()),
        yes(named.is_some()),
        or_dash(named.map(|code| &code.name)),
        or_dash(named.map(|code| &code.summary)),
        answer.label().to_owned(),
        answer.code_range().as_str().to_owned(),
        answer.sent_by().as_str().to_owned(),
        yes(answer.is_sendable()),
        or_dash(answer.is_sendable().then_some(answer.number)),
        yes(answer.is_browser_sendable()),
        advice.reconnect.as_str().to_owned(),
        or_dash(advice.after.map(Word::as_str)),
        or_dash(named.and_then(|code| code.reason.as_ref())),
        delays(|attempt, random| advice.retry_after(attempt, random)),
        relay(answer, true),
        relay(answer, false),
        or_dash(range_around(registry, answer.number)),
    ])
}
