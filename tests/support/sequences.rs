//! The registry → the life of connections as lines: what a `Reconnection` is told, and what a model of its own answers.
//! A line is `reconnection`, a time in milliseconds after which connections last (`-` is the default), what happened, and the
//! answers. `opened:TIME` and `closed:CODE:TIME:RANDOM` happen, and each `closed` has an answer: `stop`, `wait:MICROSECONDS`, or
//! `first:AFTER:MICROSECONDS`.

use close_codes_cli::registry::{Advice, Registry};
use close_codes_cli::spec::Reconnect;
use close_codes_cli::text::Word;

/// How many kinds of advice of one registry have sequences of their own.
const MOST_KINDS: usize = 24;
/// When connections count as lasting by default.
const LASTING_AFTER: f64 = 10_000.0;
/// The least that the option can be.
const LEAST_LASTING_AFTER: f64 = 1000.0;

/// What happens to one connection.
#[derive(Debug, Clone, Copy)]
enum Event {
    Opened { at: f64 },
    Closed { code: u16, at: f64, random: f64 },
}

/// All lines.
#[must_use]
pub fn sequences(registry: &Registry) -> String {
    let kinds = kinds(registry);
    let of_kinds = kinds.iter().flat_map(|code| of_code(*code));
    let mixed = mixed(&kinds).into_iter().chain(odd_times(kinds[0]));
    let sequences = of_kinds.chain(mixed).map(|events| (None, events));
    let with_option = options(kinds[0])
        .into_iter()
        .map(|(option, events)| (Some(option), events));
    sequences
        .chain(with_option)
        .map(|(option, events)| line(registry, option, &events))
        .collect()
}

/// The first number of each kind of advice. None begins with one that stops.
fn kinds(registry: &Registry) -> Vec<u16> {
    let mut found: Vec<Advice> = Vec::new();
    let mut codes = Vec::new();
    for number in 0..=u16::MAX {
        let advice = registry.answer(number).statement().advice;
        if !found.contains(&advice) {
            found.push(advice);
            codes.push(number);
        }
    }
    codes.sort_by_key(|code| {
        registry.answer(*code).statement().advice.reconnect == Reconnect::Never
    });
    let stops = codes.pop();
    codes.truncate(MOST_KINDS);
    codes.extend(stops);
    codes
}

/// Sequences of one code.
fn of_code(code: u16) -> Vec<Vec<Event>> {
    // A server that accepts and closes, and handshakes that fail.
    let storm = (0_u8..8).flat_map(|index| lived(code, f64::from(index) * 100.0, 50.0, 0.0));
    let refused = (0_u8..8).map(|index| closed(code, f64::from(index) * 100.0, 1.0));
    // Connections that lasted, nearly lasted, and did not.
    let times = [
        10.0, 20_000.0, 20.0, 10_000.0, 30.0, 9999.0, 40.0, 9_999.875,
    ];
    let mut now = 0.0;
    let lasted = times.into_iter().flat_map(|time| {
        now += time + 1000.0;
        lived(code, now - time, time, 0.25)
    });
    let randoms = [
        f64::NAN,
        -1.0,
        2.0,
        f64::INFINITY,
        f64::NEG_INFINITY,
        -0.0,
        0.5,
    ];
    let odd = randoms.into_iter().map(|random| closed(code, 0.0, random));
    let many = (0..40).map(|_| closed(code, 0.0, 0.5));
    vec![
        storm.collect(),
        refused.collect(),
        lasted.collect(),
        odd.collect(),
        many.collect(),
    ]
}

/// Sequences of all kinds. The last kind stops, and what follows does not start again.
fn mixed(kinds: &[u16]) -> Vec<Vec<Event>> {
    let turns = [kinds, kinds].concat();
    let refused = turns.iter().map(|code| closed(*code, 0.0, 0.75));
    let (mut forth, mut back) = (0.0, 1e9);
    let lasted = turns.iter().flat_map(|code| {
        forth += 100_000.0;
        lived(*code, forth, 50_000.0, 0.125)
    });
    let backwards = turns.iter().flat_map(|code| {
        back -= 100_000.0;
        lived(*code, back, -50_000.0, 0.125)
    });
    vec![refused.collect(), lasted.collect(), backwards.collect()]
}

/// Times that are none, that go backwards, or that are missing: two attempts have failed, then comes the pair.
fn odd_times(code: u16) -> Vec<Vec<Event>> {
    let times = [
        (f64::NAN, 20_000.0),
        (0.0, f64::NAN),
        (f64::NAN, f64::NAN),
        (0.0, f64::INFINITY),
        (f64::INFINITY, f64::INFINITY),
        (f64::NEG_INFINITY, 0.0),
        (f64::INFINITY, 0.0),
        (20_000.0, 0.0),
        (-20_000.0, -10_001.0),
        (-20_000.0, -10_000.0),
        (-5000.0, 5000.0),
        (0.0, 1e300),
        (-1e300, 0.0),
        (1e300, 0.0),
    ];
    let mut sequences: Vec<Vec<Event>> = times
        .into_iter()
        .map(|(opened_at, closed_at)| {
            let opened = Event::Opened { at: opened_at };
            after_two(
                code,
                vec![opened, closed(code, closed_at, 0.5), closed(code, 0.0, 0.5)],
            )
        })
        .collect();
    let opened = |at: f64| Event::Opened { at };
    // Opened twice, and what was opened does not outlive its end.
    sequences.push(after_two(
        code,
        vec![opened(0.0), opened(5000.0), closed(code, 12_000.0, 0.5)],
    ));
    sequences.push(after_two(
        code,
        vec![
            opened(0.0),
            closed(code, 5000.0, 0.5),
            closed(code, 20_000.0, 0.5),
        ],
    ));
    sequences
}

/// Connections of many lengths under each option.
fn options(code: u16) -> Vec<(f64, Vec<Event>)> {
    let options = [
        0.0,
        -5000.0,
        500.0,
        1000.0,
        1500.0,
        60_000.0,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        1e300,
    ];
    let lengths = [
        0.0, 999.0, 1000.0, 1499.0, 1500.0, 10_000.0, 59_999.0, 60_000.0, 1e15,
    ];
    let sequences = options.into_iter().map(|option| {
        let events = lengths.into_iter().flat_map(|length| {
            let start = vec![closed(code, 0.0, 0.5)];
            start.into_iter().chain(lived(code, 0.0, length, 0.5))
        });
        (option, events.collect())
    });
    sequences.collect()
}

fn after_two(code: u16, events: Vec<Event>) -> Vec<Event> {
    [vec![closed(code, 0.0, 0.5); 2], events].concat()
}

fn lived(code: u16, from: f64, time: f64, random: f64) -> [Event; 2] {
    [
        Event::Opened { at: from },
        closed(code, from + time, random),
    ]
}

fn closed(code: u16, at: f64, random: f64) -> Event {
    Event::Closed { code, at, random }
}

fn line(registry: &Registry, option: Option<f64>, events: &[Event]) -> String {
    let text: Vec<String> = events.iter().map(written).collect();
    let answers = answers(registry, option, events);
    let option = option.map_or_else(|| "-".to_owned(), number);
    format!(
        "reconnection\t{option}\t{}\t{}\n",
        text.join(" "),
        answers.join(" ")
    )
}

fn written(event: &Event) -> String {
    match event {
        Event::Opened { at } => format!("opened:{}", number(*at)),
        Event::Closed { code, at, random } => {
            format!("closed:{code}:{}:{}", number(*at), number(*random))
        }
    }
}

/// A number as the usual parsers of all languages take it: `Infinity`, not `inf`.
#[must_use]
pub fn number(number: f64) -> String {
    format!("{number:?}").replace("inf", "Infinity")
}

/// The rules once more, as short as they can be.
fn answers(registry: &Registry, option: Option<f64>, events: &[Event]) -> Vec<String> {
    let option = option.filter(|option| !option.is_nan());
    let lasting_after = option.unwrap_or(LASTING_AFTER).max(LEAST_LASTING_AFTER);
    let (mut opened_at, mut attempt, mut is_stopped) = (f64::NAN, 0, false);
    let mut answers = Vec::new();
    for event in events {
        let (code, at, random) = match *event {
            Event::Opened { at } => {
                opened_at = at;
                continue;
            }
            Event::Closed { code, at, random } => (code, at, random),
        };
        let time = at - std::mem::replace(&mut opened_at, f64::NAN);
        if time.is_finite() && time >= lasting_after {
            attempt = 0;
        }
        let advice = registry.answer(code).statement().advice;
        is_stopped |= advice.reconnect == Reconnect::Never;
        let delay = advice.retry_after(attempt, random);
        let microseconds = format!("{:.0}", delay.unwrap_or_default() * 1e6);
        answers.push(match advice.after {
            _ if is_stopped => "stop".to_owned(),
            None => format!("wait:{microseconds}"),
            Some(after) => format!("first:{}:{microseconds}", after.as_str()),
        });
        attempt += 1;
    }
    answers
}
