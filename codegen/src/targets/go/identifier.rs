//! A name → a Go identifier. Codes and ranges share the scope of the package with everything else that the file declares.

use crate::name::Name;

/// The words that Go writes in capitals, which are the initialisms of staticcheck's rule ST1003.
const INITIALISMS: &[&str] = &[
    "ACL", "AMQP", "API", "ASCII", "CPU", "CSS", "DB", "DNS", "EOF", "GID", "GUID", "HTML", "HTTP",
    "HTTPS", "ID", "IP", "JSON", "QPS", "RAM", "RPC", "RTP", "SIP", "SLA", "SMTP", "SQL", "SSH",
    "TCP", "TLS", "TS", "TTL", "UDP", "UI", "UID", "URI", "URL", "UTF8", "UUID", "VM", "XML",
    "XMPP", "XSRF", "XSS",
];

/// What the file declares beside the constants, first what follows the name of the type.
pub(super) const TAKEN: &[&str] = &[
    "CloseCode",
    "CloseCodes",
    "After",
    "AfterChangedRequest",
    "AfterNewCredentials",
    "AfterNewSession",
    "AfterOtherServer",
    "AfterUserAction",
    "CodeRange",
    "CodeRangeOutOfRange",
    "CodeRangePrivate",
    "CodeRangeProtocol",
    "CodeRangeRegistered",
    "CodeRangeUnused",
    "FitReason",
    "FromInt",
    "MaxReasonBytes",
    "Named",
    "Next",
    "Range",
    "Reconnect",
    "ReconnectBackoff",
    "ReconnectImmediately",
    "ReconnectNever",
    "Reconnection",
    "Relay",
    "RelayAsIs",
    "RelayInstead",
    "RelayKind",
    "RelayWithoutCode",
    "SentBy",
    "SentByClient",
    "SentByEither",
    "SentByNobody",
    "SentByServer",
    "Side",
    "SideClient",
    "SideServer",
];

/// The same without what follows the name of the type.
pub(super) const TAKEN_TYPES: &[&str] = TAKEN.split_at(2).1;

/// What is declared where ranges are, and the predicates of every code.
pub(super) const TAKEN_BY_RANGES: &[&str] = &[
    "CloseCode",
    "CloseCodes",
    "IsBrowserSendable",
    "IsNamed",
    "IsOwn",
    "IsSendable",
];

/// The constant for a code or a range: `TLSHandshakeFailure`. A name that the file uses already gets a prefix.
pub(super) fn constant(name: &Name) -> String {
    let constant = capitalized(&name.upper_camel());
    if TAKEN.contains(&constant.as_str()) || is_own(&constant) {
        format!("Close{constant}")
    } else {
        constant
    }
}

/// The predicate for a range: `IsOverloaded`.
pub(super) fn predicate(name: &Name) -> String {
    format!("Is{}", capitalized(&name.upper_camel()))
}

/// Whether Go and its linters accept the identifier as a constant.
pub(super) fn is_constant(identifier: &str) -> bool {
    identifier.starts_with(|c: char| c.is_ascii_uppercase())
        && identifier.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !is_own(identifier)
}

/// Whether the constant of an own code could be called so, as `OwnGoingAway`.
pub(super) fn is_own(identifier: &str) -> bool {
    let rest = identifier.strip_prefix("Own");
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// The identifier with its initialisms in capitals. As in ST1003, a word ends where a small letter is the last in a row.
fn capitalized(identifier: &str) -> String {
    let mut capitalized = String::with_capacity(identifier.len());
    let mut word = String::new();
    let mut letters = identifier.chars().peekable();
    while let Some(letter) = letters.next() {
        word.push(letter);
        let next = letters.peek();
        if next.is_none_or(|next| letter.is_lowercase() && !next.is_lowercase()) {
            let capitals = word.to_ascii_uppercase();
            let is_initialism = INITIALISMS.contains(&capitals.as_str());
            capitalized.push_str(if is_initialism { &capitals } else { &word });
            word.clear();
        }
    }
    capitalized
}
