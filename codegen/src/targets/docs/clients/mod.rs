//! The table of measured client libraries, and what its columns mean, which every format of the documentation shows.

mod waits;

use super::fact::{Fact, Inline, Part, note, text};
use super::facts::MOST_NAMES;
use super::table::{Cell, Table, cell};
use crate::implementations::{ClientLibrary, Dials, clients};
use crate::runs::{in_words, runs_among};
use crate::spec::Reconnect;
use waits::{refused, waits};

/// The head of the table of client libraries.
const HEAD: [&str; 8] = [
    "Client library",
    "Language",
    "Version",
    "Does not reconnect after",
    "Waits",
    "While refused",
    "Starts over",
    "Hook",
];

/// What the columns after the version mean.
pub(super) fn columns() -> Vec<Fact> {
    let meanings = [
        "codes after which it does not connect again, of those that were measured",
        "how long it waits after a connection was open and the server closed it, and after which codes another time; a range is \
         random",
        "the longest wait after a connection was lost and the server refuses all others, and when it gives up",
        "yes if a connection that was opened and closed at once counts as a success, so that waits do not grow and attempts are \
         counted anew; no if not; a dash where waits and attempts do not show it",
        "how an application decides in its place",
    ];
    let facts = HEAD.into_iter().skip(3).zip(meanings);
    let facts = facts.map(|(term, meaning)| Fact {
        term,
        values: vec![vec![Inline::Text(meaning.to_owned())]],
        class: None,
        part: Part::Measured,
    });
    facts.collect()
}

/// A row for every client library that was measured.
pub(super) fn table() -> Table {
    Table {
        id: "reconnecting",
        caption: "What client libraries do when a server closes",
        head: HEAD.to_vec(),
        rows: clients().iter().map(row).collect(),
    }
}

/// What measurements do not show of some.
pub(super) fn notes() -> Vec<Fact> {
    let notes = clients()
        .iter()
        .filter_map(|client| note(&client.name, client.note.as_deref()));
    notes.collect()
}

/// The libraries that do the contrary of the advice after a code.
pub(super) fn of_number(number: u16, advice: Reconnect) -> Option<Fact> {
    let is_final = advice == Reconnect::Never;
    let [others, rest] = [is_final, !is_final]
        .map(|reconnects| named(|client| client.reconnects(number, true) == Some(reconnects)));
    let verb = if is_final {
        "Reconnect all the same"
    } else {
        "Do not reconnect"
    };
    let names = match (others.len(), rest.len()) {
        (..=MOST_NAMES, _) => others.join(", "),
        (all, 0) => format!("all {all} that were measured"),
        (_, ..=MOST_NAMES) => format!("all that were measured but {}", rest.join(", ")),
        (count, rest) => format!("{count} of {}", count + rest),
    };
    let value = format!("{verb}: {names}");
    (!others.is_empty()).then(|| Fact {
        part: Part::Measured,
        ..text("Client libraries", value)
    })
}

/// The names of the libraries for which `holds`.
fn named(holds: impl Fn(&ClientLibrary) -> bool) -> Vec<&'static str> {
    let libraries = clients().iter().filter(|client| holds(client));
    libraries.map(|client| client.name.as_str()).collect()
}

fn row(client: &ClientLibrary) -> Vec<Cell> {
    let hook = client.hook.as_ref().map(|hook| {
        let lack = if hook.knows_code {
            ""
        } else {
            " (without the code)"
        };
        format!("{}{lack}", hook.code)
    });
    let cells = [
        client.name.clone(),
        client.language.clone(),
        client.version.clone(),
        final_codes(client),
        waits(client),
        refused(&client.refused),
        starts_over(client).to_owned(),
        hook.unwrap_or_else(|| "-".to_owned()),
    ];
    cells.map(cell).into()
}

fn final_codes(client: &ClientLibrary) -> String {
    let is_final = |number| client.reconnects(number, true) == Some(false);
    let runs = runs_of(client, is_final);
    let is_bare_final = |number| client.reconnects(number, false) == Some(false);
    match runs_of(client, is_bare_final) {
        bare if bare == runs => runs,
        bare => format!("{runs}; without a reason {bare}"),
    }
}

fn starts_over(client: &ClientLibrary) -> &'static str {
    let grow = |waits: &[u64]| waits.last() > waits.first();
    let grows = |dials: &Dials| grow(&dials.least_ms) || grow(&dials.most_ms);
    let after: Vec<&Dials> = client
        .numbers()
        .iter()
        .filter_map(|number| client.after(*number))
        .filter(|dials| dials.reconnects)
        .collect();
    let is_limited = client
        .refused
        .gives_up_after
        .is_some_and(|most| most < client.attempts);
    let goes_on = is_limited && after.iter().all(|dials| dials.gives_up_after.is_none());
    match (after.into_iter().any(grows), grows(&client.refused)) {
        (true, _) => "no",
        (false, true) => "yes",
        (false, false) if goes_on => "yes",
        (false, false) => "-",
    }
}

/// The measured numbers for which `holds`.
fn runs_of(client: &ClientLibrary, holds: impl Fn(u16) -> bool) -> String {
    in_words(&runs_among(client.numbers(), holds))
}
