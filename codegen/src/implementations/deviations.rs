//! Measured outcomes → where they differ from the standards, in words.

use super::groups::Groups;
use super::measured::{Received, Sent, implementations};

/// How implementations differ from the standards for a code: each difference with its implementations.
pub(crate) fn deviations(number: u16, is_sendable: bool) -> Vec<(String, Vec<String>)> {
    let mut deviations = Groups::default();
    for implementation in implementations() {
        let sent = implementation.sends(number);
        if let Some(deviation) = sent.and_then(|sent| sending_deviation(sent, is_sendable)) {
            deviations.put_role(format!("{deviation} by"), implementation);
        }
    }
    // A code that must not be sent need not be reported either: most endpoints treat it as a protocol error.
    for implementation in implementations().iter().filter(|_| is_sendable) {
        let received = implementation.receives(number);
        if let Some(deviation) = received.and_then(receiving_deviation) {
            deviations.put_role(format!("{deviation} by"), implementation);
        }
    }
    deviations.into_vec()
}

/// What the deviations of a number rest on: `measured`, or `measured for neighbouring codes`.
pub(crate) fn basis(number: u16) -> &'static str {
    if implementations()
        .iter()
        .any(|implementation| implementation.has_measured(number))
    {
        "measured"
    } else {
        "measured for neighbouring codes"
    }
}

/// How sending differs from the standards, as the beginning of "… by ws (client)".
pub(crate) fn sending_deviation(sent: Sent, is_sendable: bool) -> Option<String> {
    match (sent, is_sendable) {
        (Sent::AsItIs, true) | (Sent::Refused | Sent::Without, false) => None,
        (Sent::AsItIs, false) => Some("sent although the standard forbids it".to_owned()),
        (Sent::Refused, true) => Some("refused".to_owned()),
        (Sent::As(code), _) => Some(format!("sent as {code}")),
        (Sent::Without, true) => Some("not put into a Close frame".to_owned()),
    }
}

/// How receiving differs from reporting the code.
pub(crate) fn receiving_deviation(received: Received) -> Option<String> {
    match received {
        Received::AsItIs => None,
        Received::As(code) => Some(format!("reported as {code}")),
        Received::Without => Some("reported without a code".to_owned()),
    }
}
