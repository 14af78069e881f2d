//! The registry and what a library does otherwise → what a bridge must print, and what must arrive at its peer.

use std::time::Duration;

use close_codes_cli::registry::Registry;
use close_codes_cli::text::Word;
use measure::frame::Body;
use tests::vectors::or_dash;

use super::bridge::{Bridge, Outcome, RECEIVING, SENDING};

/// The outcome of one connection.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Expected {
    pub(super) printed: String,
    /// The Close frame, when it is the bridge that closes.
    pub(super) arrived: Option<Body>,
}

/// The sendable numbers with a name, and those beside one whose label is another.
pub(super) fn numbers(registry: &Registry) -> Vec<u16> {
    let label = |number: u16| registry.answer(number).label().to_owned();
    let is_at_an_end =
        |number: &u16| label(*number) != label(number - 1) || label(*number) != label(number + 1);
    let sendable = (1..u16::MAX).filter(|number| registry.answer(*number).is_sendable());
    sendable.filter(is_at_an_end).collect()
}

/// The default reason of a code, or none.
pub(super) fn reason(registry: &Registry, number: u16) -> String {
    let answer = registry.answer(number);
    let code = answer.named();
    code.and_then(|code| code.reason.clone())
        .unwrap_or_default()
}

/// The peer closes with a number and its default reason.
pub(super) fn closed_by_peer(registry: &Registry, bridge: &Bridge, number: u16) -> Expected {
    let line = match bridge
        .deviation(RECEIVING, number)
        .map(|deviation| &deviation.outcome)
    {
        None => line(registry, number, &reason(registry, number)),
        Some(Outcome::Instead {
            code,
            reason,
            is_uncertain: false,
        }) => line(registry, *code, reason),
        Some(Outcome::Instead {
            code,
            reason,
            is_uncertain: true,
        }) => uncertain(registry, *code, reason),
        Some(Outcome::Refused(refusal)) => panic!("who receives cannot refuse: {refusal}"),
    };
    Expected {
        printed: format!("received\t{line}"),
        arrived: None,
    }
}

/// The bridge closes with a number and its default reason.
pub(super) fn closed_by_bridge(registry: &Registry, bridge: &Bridge, number: u16) -> Expected {
    let reason = reason(registry, number);
    let line = line(registry, number, &reason);
    let sent = format!("sent\t{line}");
    let body = |code: u16, reason: &str| Some(Body::Code(code, reason.into()));
    match bridge
        .deviation(SENDING, number)
        .map(|deviation| &deviation.outcome)
    {
        None => Expected {
            printed: sent,
            arrived: body(number, &reason),
        },
        Some(Outcome::Instead { code, reason, .. }) => Expected {
            printed: sent,
            arrived: body(*code, reason),
        },
        // It does not send what it cannot, and then closes normally.
        Some(Outcome::Refused(refusal)) => Expected {
            printed: format!("refused\t{number}\t{refusal}"),
            arrived: body(1000, ""),
        },
    }
}

/// What the registry answers, in the columns that all bridges print.
fn line(registry: &Registry, number: u16, reason: &str) -> String {
    let advice = &registry.answer(number).statement().advice;
    let delay = advice.retry_after(1, 0.5);
    columns(
        registry,
        number,
        reason,
        [
            advice.reconnect.as_str().to_owned(),
            or_dash(advice.after.map(Word::as_str)),
            or_dash(delay.map(|seconds| Duration::from_secs_f64(seconds).as_millis())),
        ],
    )
}

/// The same where the platform does not tell for sure which code it was: the advice is a bare backoff.
fn uncertain(registry: &Registry, number: u16, reason: &str) -> String {
    columns(
        registry,
        number,
        reason,
        ["backoff", "-", "5000"].map(str::to_owned),
    )
}

fn columns(registry: &Registry, number: u16, reason: &str, advice: [String; 3]) -> String {
    let answer = registry.answer(number);
    let name = or_dash(answer.named().map(|code| &code.name));
    let [reconnect, after, delay] = advice;
    [
        number.to_string(),
        name,
        answer.label().to_owned(),
        reconnect,
        after,
        delay,
        reason.to_owned(),
    ]
    .join("\t")
}
