//! The canonical spec against facts typed in by hand, and the rules that it sets itself.

use close_codes::{CloseCode, CodeRange, SentBy};
use serde_json::Value;
use tests::{project, spec_text};

/// Apple's documentation of `URLSessionWebSocketTask.CloseCode`.
const APPLE: [(u16, &str); 13] = [
    (0, "invalid"),
    (1000, "normalClosure"),
    (1001, "goingAway"),
    (1002, "protocolError"),
    (1003, "unsupportedData"),
    (1005, "noStatusReceived"),
    (1006, "abnormalClosure"),
    (1007, "invalidFramePayloadData"),
    (1008, "policyViolation"),
    (1009, "messageTooBig"),
    (1010, "mandatoryExtensionMissing"),
    (1011, "internalServerError"),
    (1015, "tlsHandshakeFailure"),
];

/// What Apple's enum lacks: IANA's other assignments.
const ADDED: [(u16, &str); 6] = [
    (1012, "service-restart"),
    (1013, "try-again-later"),
    (1014, "bad-gateway"),
    (3000, "unauthorized"),
    (3003, "forbidden"),
    (3008, "timeout"),
];

#[test]
fn apples_words_are_kept() {
    let registry = project(&spec_text()).registry;
    for (number, word) in APPLE {
        let code = registry.answer(number).named().expect("a named code");
        assert_eq!(code.name.lower_camel(), word, "{number}");
    }
    for (number, name) in ADDED {
        assert_eq!(CloseCode::from(number).name(), Some(name));
    }
    assert_eq!(registry.named().count(), APPLE.len() + ADDED.len());
}

#[test]
fn the_wire_follows_rfc_6455() {
    for number in 0..=u16::MAX {
        let code = CloseCode::from(number);
        let sendable = (1000..=1003).contains(&number)
            || (1007..=1014).contains(&number)
            || (3000..=4999).contains(&number);
        assert_eq!(code.is_sendable(), sendable, "{number}");
        assert_eq!(
            code.is_browser_sendable(),
            number == 1000 || (3000..5000).contains(&number),
            "{number}"
        );
        assert_eq!(code.sent_by() == SentBy::Nobody, !sendable, "{number}");
        assert_eq!(code.as_u16(), number);
    }
    let first = [
        (0, CodeRange::Unused),
        (1000, CodeRange::Protocol),
        (3000, CodeRange::Registered),
        (4000, CodeRange::Private),
        (5000, CodeRange::OutOfRange),
    ];
    for (number, range) in first {
        assert_eq!(CloseCode::from(number).code_range(), range);
        assert_ne!(CloseCode::from(number.wrapping_sub(1)).code_range(), range);
    }
    assert_eq!(
        CloseCode::MandatoryExtensionMissing.sent_by(),
        SentBy::Client
    );
    assert_eq!(CloseCode::from(1004).name(), None, "1004 is reserved");
}

#[test]
fn every_code_says_enough() {
    let spec: Value = serde_json::from_str(&spec_text()).expect("the spec is JSON");
    for code in spec["codes"].as_array().expect("a list") {
        let number = &code["code"];
        for field in [
            "summary",
            "details",
            "sent_by",
            "reconnect",
            "because",
            "reference",
        ] {
            assert!(!code[field].is_null(), "{number} has no {field}");
        }
        let summary = code["summary"].as_str().expect("a text");
        assert!(
            summary.ends_with('.') && summary.len() <= 80,
            "{number}: {summary}"
        );
    }
    for range in spec["ranges"].as_array().expect("a list") {
        for field in [
            "summary",
            "details",
            "sent_by",
            "reconnect",
            "because",
            "reference",
        ] {
            assert!(!range[field].is_null(), "{} has no {field}", range["name"]);
        }
    }
    let date = spec["registry"]["snapshot"].as_str().expect("a date");
    assert!(date.len() == 10 && date.split('-').count() == 3, "{date}");
}

/// Between the ranges there is no number without an answer.
#[test]
fn the_ranges_are_the_code_ranges() {
    let registry = project(&spec_text()).registry;
    for number in 0..=u16::MAX {
        let range = registry.answer(number).range.expect("a range");
        assert_eq!(
            range.name.as_str(),
            CloseCode::from(number).code_range().as_str()
        );
    }
}

/// The claims of the spec against what real endpoints do. Each exception here is a known deviation of one
/// implementation, whose source is the measurement in `spec/implementations.json`.
#[test]
fn the_claims_hold_at_real_endpoints() {
    use close_codes_cli::implementations::{Received, Sent, implementations};

    let refuses_what_may_be_sent = ["undici", "chromium", "foundation", "jdk"];
    let sends_what_must_not_be_sent = [
        "tokio-tungstenite",
        "axum",
        "actix-ws",
        "fastwebsockets",
        "websocket",
        "aiohttp",
        "websocket-client",
        "foundation",
        "gorilla",
        "netty",
    ];
    let loses_what_may_be_sent = [
        "tokio-tungstenite",
        "axum",
        "fastwebsockets",
        "foundation",
        "gorilla",
        "jdk",
    ];
    let mut deviating = [vec![], vec![], vec![]];
    for implementation in implementations() {
        let name = implementation.name.as_str();
        for code in (0..=u16::MAX).map(CloseCode::from) {
            let sent = implementation.sends(code.as_u16());
            let received = implementation.receives(code.as_u16());
            if code.is_sendable()
                && matches!(sent, Some(Sent::Refused | Sent::Without | Sent::As(_)))
            {
                deviating[0].push(name);
            }
            if !code.is_sendable() && sent == Some(Sent::AsItIs) {
                deviating[1].push(name);
            }
            if code.is_sendable() && matches!(received, Some(Received::Without | Received::As(_))) {
                deviating[2].push(name);
            }
            // What the standard says of browsers holds in the one that was measured.
            if name == "chromium" {
                assert_eq!(
                    sent.is_none_or(|sent| sent == Sent::AsItIs),
                    code.is_browser_sendable() || sent.is_none()
                );
            }
        }
    }
    let known = [
        &refuses_what_may_be_sent[..],
        &sends_what_must_not_be_sent,
        &loses_what_may_be_sent,
    ];
    for (mut found, known) in deviating.into_iter().zip(known) {
        found.dedup();
        assert_eq!(found, known);
    }
}
