//! The lint rules, one function each. docs/rules.md has a section for each.

use super::{Rule, Subject};
use crate::implementations::{Implementation, is_measured, receiving_deviation, sending_deviation};
use crate::problem::Problem;
use crate::prose::is_bidirectional_control;
use crate::registry::CloseCode;

/// How long a summary gets, in characters, before a log cuts it.
const MAX_SUMMARY: usize = 80;

/// Every rule, in the order of their sections.
pub const RULES: &[Rule] = &[
    Rule {
        id: "protocol-number",
        about: "A number below 1000 or of 1016-2999, which belong to the protocol.",
        check: protocol_number,
    },
    Rule {
        id: "protocol-meaning",
        about: "A code of 0-2999 that is given a new meaning.",
        check: protocol_meaning,
    },
    Rule {
        id: "unregistered-number",
        about: "A number of 3000-3999 that nobody registered with IANA.",
        check: unregistered_number,
    },
    Rule {
        id: "iana-meaning",
        about: "A registered number of 3000-3999 that is used in another sense.",
        check: iana_meaning,
    },
    Rule {
        id: "no-advice",
        about: "A code of the spec's own without advice on reconnecting.",
        check: no_advice,
    },
    Rule {
        id: "long-summary",
        about: "A summary that is too long for a log line.",
        check: long_summary,
    },
    Rule {
        id: "retired-reused",
        about: "A retired number or name that is used again.",
        check: retired_reused,
    },
    Rule {
        id: "bidirectional-control",
        about: "A text with characters that change the order in which others are shown.",
        check: bidirectional_control,
    },
    Rule {
        id: "same-reason",
        about: "A default reason that another code has, so that it does not tell the code.",
        check: same_reason,
    },
    Rule {
        id: "endpoint",
        about: "A code that one of the spec's `endpoints` cannot send, refuses or changes.",
        check: endpoint,
    },
];

fn protocol_number(subject: &Subject<'_>) -> Option<Problem> {
    let number = subject.code.number;
    if !matches!(number, 0..=999 | 1016..=2999) || subject.standard_code().is_some() {
        return None;
    }
    let message = format!("{number} belongs to the WebSocket protocol, not to an application");
    Some(subject.number_finding(message))
}

fn protocol_meaning(subject: &Subject<'_>) -> Option<Problem> {
    let standard = subject.standard_code().filter(|code| code.number < 3000)?;
    if standard.name == subject.code.name {
        return None;
    }
    let message = format!(
        "{} is `{}` in the WebSocket protocol",
        standard.number, standard.name
    );
    Some(subject.number_finding(message))
}

fn unregistered_number(subject: &Subject<'_>) -> Option<Problem> {
    let number = subject.code.number;
    if !(3000..=3999).contains(&number) || subject.standard_code().is_some() {
        return None;
    }
    let message =
        format!("{number} is for codes that are registered with IANA, and nobody registered it");
    Some(subject.number_finding(message))
}

fn iana_meaning(subject: &Subject<'_>) -> Option<Problem> {
    let standard = subject.standard_code().filter(|code| code.number >= 3000)?;
    if standard.name == subject.code.name {
        return None;
    }
    let message = format!(
        "{} is registered with IANA as `{}`",
        standard.number, standard.name
    );
    Some(subject.number_finding(message))
}

fn no_advice(subject: &Subject<'_>) -> Option<Problem> {
    if subject.code.statement.is_stated || !subject.code.is_own {
        return None;
    }
    let message = format!("`{}` does not say whether to reconnect", subject.code.name);
    let help = "add `reconnect`: never, immediately or backoff";
    Some(subject.finding("reconnect", message, help))
}

fn long_summary(subject: &Subject<'_>) -> Option<Problem> {
    let length = subject.code.summary.chars().count();
    if length <= MAX_SUMMARY {
        return None;
    }
    let message = format!("the summary has {length} characters");
    let help = format!("keep it to {MAX_SUMMARY}, and move the rest to `details`");
    Some(subject.finding("summary", message, help))
}

fn retired_reused(subject: &Subject<'_>) -> Option<Problem> {
    let code = subject.code;
    let mut retired = subject.registry.retired.iter();
    let retired =
        retired.find(|retired| retired.number == code.number || retired.name == code.name)?;
    let was = format!("{} `{}` is retired", retired.number, retired.name);
    if retired.number == code.number {
        let message = format!("{was}: peers may still take {} for it", code.number);
        return Some(subject.number_finding(message));
    }
    let message = format!("{was}: its name meant another number");
    Some(subject.finding("name", message, "choose a name that was never used"))
}

fn bidirectional_control(subject: &Subject<'_>) -> Option<Problem> {
    let code = subject.code;
    let texts = [
        ("summary", Some(&code.summary)),
        ("details", code.details.as_ref()),
        ("reason", code.reason.as_ref()),
        ("because", code.statement.because.as_ref()),
        ("deprecated", code.deprecated.as_ref()),
        ("doubt", code.doubt.as_ref()),
    ];
    let hides =
        |text: Option<&String>| text.is_some_and(|text| text.contains(is_bidirectional_control));
    let (field, _) = texts.into_iter().find(|(_, text)| hides(*text))?;
    let message = format!("`{field}` holds a character that turns the direction of text");
    let help = "take it out: code that shows the text could be read in another order than it runs";
    Some(subject.finding(field, message, help))
}

fn same_reason(subject: &Subject<'_>) -> Option<Problem> {
    let reason = subject.code.reason.as_ref()?;
    let mut others = subject.registry.named();
    let other = others.find(|other| {
        other.number != subject.code.number && other.reason.as_ref() == Some(reason)
    })?;
    let message = format!(
        "{} `{}` has the same default reason",
        other.number, other.name
    );
    let help =
        "give each code a reason of its own: where the number is lost, the reason tells the code";
    Some(subject.finding("reason", message, help))
}

fn endpoint(subject: &Subject<'_>) -> Option<Problem> {
    let code = subject.code;
    let is_sendable = subject.registry.answer(code.number).is_sendable();
    if !is_sendable || !code.is_own {
        return None;
    }
    let fates: Vec<String> = subject
        .registry
        .endpoints
        .iter()
        .flat_map(|endpoint| fates(endpoint, code))
        .collect();
    if fates.is_empty() {
        return None;
    }
    let basis = if is_measured(code.number) {
        "measured"
    } else {
        "measured around it"
    };
    let message = format!(
        "{} does not survive the trip ({basis}): {}",
        code.number,
        fates.join("; ")
    );
    let help = "take another number, or let the reason tell the code where the number is lost";
    Some(subject.finding("code", message, help))
}

/// What becomes of a code at an endpoint that sends or receives it, where that is not what it should be.
fn fates(endpoint: &Implementation, code: &CloseCode) -> Vec<String> {
    let mut fates = Vec::new();
    let sent = endpoint
        .sends(code.number)
        .filter(|_| endpoint.is_sender(code.sent_by));
    let sent = sent.and_then(|sent| sending_deviation(sent, true));
    fates.extend(sent.map(|deviation| format!("{deviation} by {endpoint}")));
    let received = endpoint.receives(code.number);
    let received = received.filter(|_| endpoint.is_receiver(code.sent_by));
    let received = received.and_then(receiving_deviation);
    fates.extend(received.map(|deviation| format!("{deviation} by {endpoint}")));
    fates
}
