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
}

#[test]
fn the_wire_follows_rfc_6455() {
    let usable = usable_codes(&spec_text());
    let known: Vec<u16> = (1000..=1003).chain(1007..=1014).collect();
    assert!(known.iter().all(|number| usable.contains(number)));
    assert!(
        (1004..=1006)
            .chain([1015])
            .all(|number| !usable.contains(&number))
    );
    for number in 0..=u16::MAX {
        let code = CloseCode::from(number);
        let sendable = usable.contains(&number) || (3000..=4999).contains(&number);
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

/// The codes that the JSON says are for use.
fn usable_codes(spec: &str) -> Vec<u16> {
    let spec: Value = serde_json::from_str(spec).expect("the spec is JSON");
    let codes = spec["codes"].as_array().expect("a list").iter();
    let usable = codes.filter(|code| code["kind"].as_str().is_none_or(|kind| kind == "usable"));
    let numbers = usable.map(|code| code["code"].as_u64().expect("a number"));
    numbers
        .map(|number| u16::try_from(number).expect("a close code"))
        .collect()
}

#[test]
fn every_code_says_enough() {
    let spec: Value = serde_json::from_str(&spec_text()).expect("the spec is JSON");
    for code in spec["codes"].as_array().expect("a list") {
        let number = &code["code"];
        for field in ["summary", "details", "sent_by", "because", "reference"] {
            assert!(!code[field].is_null(), "{number} has no {field}");
        }
        // Advice is for clients, and a code of clients reaches none.
        let is_for_clients = code["sent_by"] != "client";
        assert_eq!(!code["reconnect"].is_null(), is_for_clients, "{number}");
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

/// Whether a code is sendable, against what most real endpoints do. Which of them deviate is in `spec/implementations.json`.
#[test]
fn most_real_endpoints_agree_on_what_is_sendable() {
    use close_codes_cli::implementations::{Received, Sent, implementations};

    let is_most = |agreeing: usize, all: usize| all == 0 || 2 * agreeing > all;
    for code in (0..=u16::MAX).map(CloseCode::from) {
        let sent: Vec<_> = implementations()
            .iter()
            .filter_map(|implementation| implementation.sends(code.as_u16()))
            .collect();
        let received: Vec<_> = implementations()
            .iter()
            .filter_map(|implementation| implementation.receives(code.as_u16()))
            .collect();
        let as_sent = |received: &&Received| **received == Received::AsItIs;
        let delivered = received.iter().filter(as_sent).count();
        if code.is_sendable() {
            let unchanged = sent.iter().filter(|sent| **sent == Sent::AsItIs).count();
            assert!(is_most(unchanged, sent.len()), "few can send {code}");
            assert!(is_most(delivered, received.len()), "few deliver {code}");
        } else {
            let others = received.len() - delivered;
            assert!(is_most(others, received.len()), "most deliver {code}");
        }
    }
}

/// What the standard says of browsers holds in the one that is measured.
#[test]
fn a_browser_sends_what_a_browser_may_send() {
    use close_codes_cli::implementations::{Sent, implementations};

    let browser = implementations()
        .iter()
        .find(|implementation| implementation.name == "chromium")
        .expect("a measured browser");
    for code in (0..=u16::MAX).map(CloseCode::from) {
        if let Some(sent) = browser.sends(code.as_u16()) {
            assert_eq!(sent == Sent::AsItIs, code.is_browser_sendable(), "{code}");
        }
    }
}
