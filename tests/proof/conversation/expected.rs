//! The registry and what a platform does otherwise → what server and client must print.

use std::time::Duration;

use close_codes_cli::registry::Registry;
use close_codes_cli::text::Word;
use tests::vectors::or_dash;

/// What a client's platform does otherwise than the generated code, for a number.
pub(super) struct Deviations {
    /// The line of the client for a code that its platform cannot send.
    pub(super) refusal: fn(u16) -> Option<String>,
    /// The line of the client for a code that its platform does not report.
    pub(super) received: fn(&Registry, u16) -> Option<String>,
}

/// What the registry answers, in the columns that all sides print.
fn line(registry: &Registry, number: u16, reason: &str) -> String {
    let answer = registry.answer(number);
    let advice = &answer.statement().advice;
    let delay = advice.retry_after(1, 0.5);
    [
        number.to_string(),
        or_dash(answer.named().map(|code| &code.name)),
        answer.label().to_owned(),
        advice.reconnect.as_str().to_owned(),
        or_dash(advice.after.map(Word::as_str)),
        or_dash(delay.map(|seconds| Duration::from_secs_f64(seconds).as_millis())),
        "certain".to_owned(),
        reason.to_owned(),
    ]
    .join("\t")
}

/// The default reason of a code, or none.
pub(super) fn reason(registry: &Registry, number: u16) -> String {
    let answer = registry.answer(number);
    let code = answer.named();
    code.and_then(|code| code.reason.clone())
        .unwrap_or_default()
}

/// For every sendable code what server and client print when the server closes, then when the client does.
pub(super) fn expected(registry: &Registry, deviations: &Deviations) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for number in (0..=u16::MAX).filter(|number| registry.answer(*number).is_sendable()) {
        let same = line(registry, number, &reason(registry, number));
        // tungstenite 0.30 does not know 1014, and reports a protocol error of the client instead.
        let at_server = match number {
            1014 => line(registry, 1002, "Protocol violation"),
            _ => same.clone(),
        };
        let received = (deviations.received)(registry, number).unwrap_or_else(|| same.clone());
        pairs.push((format!("sent\t{same}"), format!("received\t{received}")));
        pairs.push(match (deviations.refusal)(number) {
            // It does not send what it cannot, and then closes normally.
            Some(refusal) => (
                format!("received\t{}", line(registry, 1000, "")),
                format!("refused\t{number}\t{refusal}"),
            ),
            None => (format!("received\t{at_server}"), format!("sent\t{same}")),
        });
    }
    pairs
}
