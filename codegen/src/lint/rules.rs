//! The lint rules, one function each. docs/rules.md has a section for each.

use super::{Rule, Subject};
use super::{client, endpoint};
use crate::diagnostics::Problem;
use crate::protocol::CodeRange;
use crate::text::{Prose, is_bidirectional_control};

/// How long a summary gets, in characters, before a log cuts it.
const MAX_SUMMARY: usize = 80;

/// Every rule, in the order of their sections.
pub const RULES: &[Rule] = &[
    Rule {
        id: "protocol-number",
        about: "A number from 0 to 2999 that the standard codes do not have: they belong to the protocol.",
        check: protocol_number,
        together: None,
    },
    Rule {
        id: "protocol-meaning",
        about: "A code from 0 to 2999 that gets a new meaning.",
        check: protocol_meaning,
        together: None,
    },
    Rule {
        id: "unregistered-number",
        about: "A number from 3000 to 3999 that is not registered with IANA.",
        check: unregistered_number,
        together: None,
    },
    Rule {
        id: "iana-meaning",
        about: "A registered number from 3000 to 3999 that is used with another meaning.",
        check: iana_meaning,
        together: None,
    },
    Rule {
        id: "no-advice",
        about: "A code of the spec's own without advice on reconnecting.",
        check: no_advice,
        together: None,
    },
    Rule {
        id: "long-summary",
        about: "A summary that is too long for a log line.",
        check: long_summary,
        together: None,
    },
    Rule {
        id: "retired-reused",
        about: "A retired number or name that is used again.",
        check: retired_reused,
        together: None,
    },
    Rule {
        id: "bidirectional-control",
        about: "A text of a code with characters that change the order in which other characters are shown.",
        check: bidirectional_control,
        together: None,
    },
    Rule {
        id: "same-reason",
        about: "A default reason that another code has as well.",
        check: same_reason,
        together: None,
    },
    Rule {
        id: "endpoint",
        about: "A code or a range that one of the spec's `endpoints` cannot send, refuses or changes.",
        check: endpoint::endpoint,
        together: Some(endpoint::together),
    },
    Rule {
        id: "client",
        about: "A code after which one of the spec's `clients` does not do what is advised.",
        check: client::client,
        together: Some(client::together),
    },
];

fn protocol_number(subject: &Subject<'_>) -> Option<Problem> {
    let number = subject.code.number;
    let is_protocols = matches!(
        CodeRange::of(number),
        CodeRange::Unused | CodeRange::Protocol
    );
    if !is_protocols || subject.standard_code().is_some() {
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
    let message = format!(
        "{number} is in the range of codes that are registered with IANA, but is not registered"
    );
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
    let message = format!("`{}` has no advice on reconnecting", subject.code.name);
    let help = "add `reconnect`: `never`, `immediately` or `backoff`";
    Some(subject.finding("reconnect", message, help))
}

fn long_summary(subject: &Subject<'_>) -> Option<Problem> {
    let length = subject.code.summary.chars().count();
    if length <= MAX_SUMMARY {
        return None;
    }
    let message = format!("the summary has {length} characters");
    let help = format!("keep it to {MAX_SUMMARY} and move the rest to `details`");
    Some(subject.finding("summary", message, help))
}

fn retired_reused(subject: &Subject<'_>) -> Option<Problem> {
    let code = subject.code;
    let around = subject.around;
    let by_number = around.retired_by_number.get(&code.number);
    let retired = by_number.or_else(|| around.retired_by_name.get(&code.name))?;
    let was = format!("{} `{}` is retired", retired.number, retired.name);
    if retired.number == code.number {
        let message = format!(
            "{was}: peers may still use {} with the old meaning",
            code.number
        );
        return Some(subject.number_finding(message));
    }
    let message = format!("{was}: its name stood for another number");
    Some(subject.finding("name", message, "use a name that was never used before"))
}

fn bidirectional_control(subject: &Subject<'_>) -> Option<Problem> {
    let code = subject.code;
    let texts = [
        ("summary", Some(code.summary.as_str())),
        ("details", code.details.as_ref().map(Prose::as_str)),
        ("reason", code.reason.as_deref()),
        ("because", code.statement.because.as_deref()),
        ("deprecated", code.deprecated.as_deref()),
        ("doubt", code.doubt.as_deref()),
    ];
    let hides =
        |text: Option<&str>| text.is_some_and(|text| text.contains(is_bidirectional_control));
    let causes = code.causes.iter().flat_map(|cause| {
        let optional = [&cause.when, &cause.seen, &cause.doubt].map(Option::as_deref);
        let required = [&cause.summary, &cause.check, &cause.fix].map(|text| Some(text.as_str()));
        let texts = optional.into_iter().chain(required);
        texts.map(|text| ("causes", text))
    });
    let (field, _) = texts
        .into_iter()
        .chain(causes)
        .find(|(_, text)| hides(*text))?;
    let message = format!("`{field}` has a character that changes the direction of text");
    let help = "remove it: source code with this text could be shown in another order than it runs";
    Some(subject.finding(field, message, help))
}

fn same_reason(subject: &Subject<'_>) -> Option<Problem> {
    let reason = subject.code.reason.as_ref()?;
    let mut codes = subject.around.reasons.get(reason.as_str())?.iter();
    let other = codes.find(|other| other.number != subject.code.number)?;
    let message = format!(
        "{} `{}` has the same default reason",
        other.number, other.name
    );
    let help = "give each code a reason of its own: where a platform loses the number, the reason identifies the code";
    Some(subject.finding("reason", message, help))
}
