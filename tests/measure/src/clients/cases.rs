//! The cases: every code of interest, refused handshakes, and the hook → an entry of the data.

use std::time::Duration;

use closing_server::Ending;

use super::data::{Entry, Hook};
use super::folder::Client;
use super::messages::Advice;
use super::outcomes::{Dials, Told};
use super::session::Session;
use crate::Result;
use crate::cases::REASON;
use crate::frame::Body;
use crate::ranges::{NumberRange, Ranged, find, join};

/// The measured numbers, among them the ends of all ranges that a library treats alike. 1005 is a close without a code, 1006 the
/// end of a connection without a Close frame.
pub const NUMBERS: &[NumberRange] = &[
    NumberRange::new(1000, 1003),
    NumberRange::new(1005, 1014),
    NumberRange::new(3000, 3000),
    NumberRange::new(3003, 3003),
    NumberRange::new(3008, 3008),
    NumberRange::new(3499, 3500),
    NumberRange::new(3999, 4001),
    NumberRange::new(4003, 4005),
    NumberRange::new(4099, 4100),
    NumberRange::new(4199, 4200),
    NumberRange::new(4299, 4300),
    NumberRange::new(4399, 4401),
    NumberRange::new(4403, 4404),
    NumberRange::new(4406, 4406),
    NumberRange::new(4408, 4409),
    NumberRange::new(4429, 4429),
    NumberRange::new(4499, 4500),
    NumberRange::new(4999, 4999),
];

/// The random numbers. Waits are shortest and longest for one of these: some libraries make the sign of their jitter depend on
/// the first decimal place.
const RANDOM: [&str; 3] = ["0.000001", "0.899999", "0.999999"];

/// How many attempts follow a connection that was closed.
pub const ATTEMPTS: usize = 8;

/// How many attempts follow a connection that was lost when each of them is refused: enough to reach the longest wait.
const ATTEMPTS_REFUSED: usize = 24;

/// The HTTP status of a refused handshake.
const REFUSED: u16 = 503;

/// The measured numbers one by one.
pub fn numbers() -> impl Iterator<Item = u16> {
    NUMBERS.iter().flat_map(|range| range.from..=range.to)
}

/// Measures `client`: all cases, or none. `patience` is how long any step may take in real time.
pub fn measure(client: &Client, patience: Duration) -> Result<Entry> {
    let sessions = RANDOM.map(|random| Session::start(client, random, patience));
    let sessions: Result<Vec<_>> = sessions.into_iter().collect();
    let mut sessions = sessions?;
    let closed = each(|number| dials(&mut sessions, &[ending(number, REASON)], ATTEMPTS))?;
    let lost = [Ending::Drop, Ending::Reject(REFUSED)];
    let refused = dials(&mut sessions, &lost, ATTEMPTS_REFUSED)
        .map_err(|error| format!("refused: {error}"))?;
    let [session, ..] = &mut sessions[..] else {
        return Err("there are no random numbers".to_owned());
    };
    let hook = match &client.hook {
        None => None,
        Some(hook) => Some(Hook {
            code: hook.code.clone(),
            knows_code: hook.knows_code,
            never: each(|number| told(session, &ending(number, REASON), Some(Advice::Never)))?,
            again: each(|number| told(session, &ending(number, REASON), Some(Advice::Again)))?,
        }),
    };
    let bare = each(|number| told(session, &ending(number, ""), None))?;
    let is_same = |number| {
        let closed = find(&closed, number).map(|dials| dials.reconnects);
        closed == find(&bare, number).map(|told| told.reconnects)
    };
    let without_reason = if numbers().all(is_same) {
        Vec::new()
    } else {
        bare
    };
    Ok(Entry {
        name: client.name.clone(),
        language: client.language.clone(),
        version: session.version.clone(),
        setup: client.setup.clone(),
        source: client.source.clone(),
        note: client.note.clone(),
        closed,
        without_reason,
        refused,
        hook,
    })
}

/// The end of a connection that an application gets as `number`.
fn ending(number: u16, reason: &str) -> Ending {
    match Ending::of(number) {
        Ending::Frame(Body::Code(..)) => Ending::Frame(Body::Code(number, reason.into())),
        ending => ending,
    }
}

fn each<T: PartialEq>(mut outcome: impl FnMut(u16) -> Result<T>) -> Result<Vec<Ranged<T>>> {
    let mut outcomes = Vec::new();
    for number in numbers() {
        let found = outcome(number).map_err(|error| format!("closed with {number}: {error}"))?;
        outcomes.push((number, found));
    }
    Ok(join(outcomes))
}

/// The same connections in every session.
fn dials(sessions: &mut [Session<'_>], endings: &[Ending], attempts: usize) -> Result<Dials> {
    let runs = sessions.iter_mut();
    let runs: Result<Vec<_>> = runs
        .map(|session| session.run(endings, attempts, None))
        .collect();
    Dials::of(&runs?)
}

fn told(session: &mut Session<'_>, ending: &Ending, advice: Option<Advice>) -> Result<Told> {
    let run = session.run(std::slice::from_ref(ending), 1, advice)?;
    Ok(Told {
        reconnects: !run.waits.is_empty(),
    })
}
