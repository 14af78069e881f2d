//! Vectors on standard input → the same lines from the generated API, on standard output.

use std::fmt::Display;
use std::io::{self, Read, Write};

use close_codes::{CloseCode, Relay, Side};

mod ranges;
mod sequence;

/// An attempt and a random number, for which there is a delay.
type Pair = (u32, f64);

fn main() {
    check_lists();
    let mut text = String::new();
    io::stdin()
        .read_to_string(&mut text)
        .expect("the vectors are text");
    io::stdout()
        .write_all(answer(&text).as_bytes())
        .expect("the answers can be printed");
}

fn answer(text: &str) -> String {
    let mut lines = text.lines();
    let heading = lines.next().expect("a first line");
    let pairs = heading.strip_prefix("#\t").expect("#, a tab, and pairs");
    let pairs: Vec<Pair> = pairs.split(' ').map(pair).collect();
    let mut answers = format!("{heading}\n");
    for line in lines {
        let (number, rest) = line.split_once('\t').expect("columns");
        if number == "reconnection" {
            answers += &sequence::answer(rest);
            continue;
        }
        let number: u16 = number.parse().expect("a number");
        answers += &answer_for(CloseCode::from(number), &pairs);
        answers += "\n";
    }
    answers
}

fn pair(text: &str) -> Pair {
    let (attempt, random) = text.split_once(':').expect("attempt:random");
    let attempt: i64 = attempt.parse().expect("an attempt");
    (
        u32::try_from(attempt).unwrap_or_default(),
        random.parse().expect("a random number"),
    )
}

fn answer_for(code: CloseCode, pairs: &[Pair]) -> String {
    [
        code.as_u16().to_string(),
        yes(code.is_named()),
        yes(code.is_own()),
        or_dash(code.name()),
        or_dash(code.summary()),
        code.label().to_owned(),
        code.code_range().to_string(),
        code.sent_by().to_string(),
        yes(code.is_sendable()),
        or_dash(code.wire_code()),
        yes(code.is_browser_sendable()),
        code.reconnect().to_string(),
        or_dash(code.after()),
        or_dash(code.reason()),
        or_dash(delays(code, pairs)),
        relay(code.relay(Side::Client)),
        relay(code.relay(Side::Server)),
        or_dash(range_around(code)),
    ]
    .join("\t")
}

/// The range that the number is in, by its ends and by its predicate.
fn range_around(code: CloseCode) -> Option<&'static str> {
    let mut around = None;
    for (name, ends, is_in) in ranges::RANGES {
        assert_eq!(ends.contains(&code.as_u16()), is_in(code), "{name}");
        if is_in(code) {
            around = Some(*name);
        }
    }
    around
}

/// In whole microseconds.
fn delays(code: CloseCode, pairs: &[Pair]) -> Option<String> {
    let delays: Option<Vec<String>> = pairs
        .iter()
        .map(|(attempt, random)| {
            let delay = code.retry_after(*attempt, *random)?;
            Some(format!("{:.0}", delay.as_secs_f64() * 1e6))
        })
        .collect();
    Some(delays?.join(" "))
}

fn relay(relay: Relay) -> String {
    match relay {
        Relay::AsIs(code) => format!("as-is:{}", code.as_u16()),
        Relay::WithoutCode => "without-code".to_owned(),
        Relay::Instead(code) => format!("instead:{}", code.as_u16()),
    }
}

fn yes(answer: bool) -> String {
    if answer { "yes" } else { "no" }.to_owned()
}

fn or_dash(value: Option<impl Display>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

/// Names lead back to their codes, and the lists hold exactly the codes that say they belong.
fn check_lists() {
    let all = || (0..=u16::MAX).map(CloseCode::from);
    let named: Vec<CloseCode> = all().filter(|code| code.is_named()).collect();
    let own: Vec<CloseCode> = all().filter(|code| code.is_own()).collect();
    assert_eq!(CloseCode::ALL, named);
    assert_eq!(CloseCode::OWN, own);
    for code in named {
        let name = code.name().expect("a named code");
        assert_eq!(name.parse(), Ok(code));
    }
}
