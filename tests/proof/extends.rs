//! Which entry answers for a number when a spec builds on another, as the guide tells it.

use close_codes_cli::registry::Registry;
use close_codes_cli::spec::After;
use close_codes_cli::text::Word;
use serde_json::{Value, json};

/// A spec of a chat that extends the standard codes and has the fields of `more`.
fn registry(more: &Value) -> Registry {
    let mut spec = json!({ "name": "chat", "extends": "standard" });
    for (field, value) in more.as_object().expect("fields") {
        spec[field] = value.clone();
    }
    tests::project(&spec.to_string()).registry
}

/// The label of `number`, and the advice in a word.
fn answer(registry: &Registry, number: u16) -> (&str, &str) {
    let answer = registry.answer(number);
    let reconnect = answer.statement().advice.reconnect.as_str();
    (answer.label(), reconnect)
}

#[test]
fn the_nearest_entry_wins() {
    let registry = registry(&json!({
        "codes": [
            { "code": 3003, "name": "banned", "summary": "Banned.", "reconnect": "immediately" },
        ],
        "ranges": [
            { "from": 3000, "to": 3003, "name": "login", "summary": "Login.", "reconnect": "never" },
        ],
        "otherwise": { "reconnect": "never" },
    }));
    for (number, expected) in [
        (3003, ("banned", "immediately")),
        // The range hides 3000, which the standard has.
        (3000, ("login", "never")),
        (3001, ("login", "never")),
        (3008, ("timeout", "backoff")),
        (4123, ("private", "never")),
        (60000, ("out-of-range", "never")),
    ] {
        assert_eq!(answer(&registry, number), expected, "{number}");
    }
    let named: Vec<u16> = registry.named().map(|code| code.number).collect();
    assert!(named.contains(&3003) && !named.contains(&3000));
}

#[test]
fn an_entry_without_a_name_adjusts() {
    let standard = Registry::standard();
    let registry = registry(&json!({
        "codes": [
            { "code": 1008, "reconnect": "backoff", "after": "changed-request" },
            { "code": 3000, "reconnect": "backoff" },
            { "code": 1009, "summary": "Too big." },
            { "code": 1012, "kind": "local" },
        ],
    }));
    let code = |registry: &Registry, number| registry.answer(number).code.cloned().expect("a code");
    let advice = |number| registry.answer(number).statement().clone();

    let adjusted = code(&registry, 1008);
    assert_eq!(adjusted.summary, code(standard, 1008).summary);
    assert_eq!(advice(1008).advice.after, Some(After::ChangedRequest));
    assert_eq!(advice(1008).because, None);
    assert_eq!(
        standard.answer(3000).statement().advice.after,
        Some(After::NewCredentials)
    );
    assert_eq!(advice(3000).advice.after, None);

    assert_eq!(code(&registry, 1009).summary, "Too big.");
    // Nobody sends it, so that it has no reason any more.
    assert_eq!(code(&registry, 1012).reason, None);
    let before = standard.answer(1009).statement().advice.reconnect;
    assert_eq!(advice(1009).advice.reconnect, before);
    assert_eq!(registry.own().count(), 0);
}

#[test]
fn an_entry_with_a_name_redefines() {
    let registry = registry(&json!({
        "codes": [{ "code": 3000, "name": "login-needed", "summary": "Sign in." }],
    }));
    let code = registry.answer(3000).code.expect("a code");
    assert!(code.is_own && code.references.is_empty() && code.details.is_none());
    assert_eq!(answer(&registry, 3000), ("login-needed", "backoff"));
    assert!(registry.find("unauthorized").is_none());
    assert_eq!(registry.own().count(), 1);
}

#[test]
fn an_own_name_wins_over_that_of_a_registered_code() {
    let registry = registry(&json!({
        "codes": [
            { "code": 4401, "name": "unauthorized", "summary": "No token.", "reconnect": "never" },
            { "code": 4403, "name": "forbidden", "summary": "Not allowed.", "reconnect": "never" },
            { "code": 4408, "name": "timeout", "summary": "Too late.", "reconnect": "immediately" },
        ],
    }));
    assert_eq!(answer(&registry, 4401), ("unauthorized", "never"));
    let standard = Registry::standard();
    for number in [3000, 3003, 3008] {
        let (lost, range) = (registry.answer(number), standard.answer(3001));
        assert!(lost.code.is_none() && lost.is_sendable(), "{number}");
        assert_eq!(lost.label(), "registered");
        let [advice, of_range] = [&lost, &range].map(|answer| answer.statement().advice);
        assert_eq!(advice, of_range, "{number}");
    }
    for name in ["unauthorized", "Forbidden", "TIMEOUT"] {
        assert!(registry.find(name).expect("a code").is_own, "{name}");
    }
    // Every other inherited code is there.
    let inherited = registry.named().filter(|code| !code.is_own).count();
    assert_eq!(inherited + 3, standard.named().count());
}

#[test]
fn a_redefined_code_frees_its_name() {
    let registry = registry(&json!({
        "codes": [
            { "code": 3000, "name": "sign-in-required", "summary": "Sign in." },
            { "code": 4401, "name": "unauthorized", "summary": "No token." },
            // Not the same word in any language.
            { "code": 4403, "name": "for-bidden", "summary": "Not allowed." },
        ],
        "otherwise": { "reconnect": "never" },
    }));
    assert_eq!(answer(&registry, 3000).0, "sign-in-required");
    assert_eq!(answer(&registry, 4401).0, "unauthorized");
    assert_eq!(answer(&registry, 3003).0, "forbidden");
}

/// What stood for a number before it was taken is now for `otherwise` to answer.
#[test]
fn a_code_that_lost_its_name_has_the_advice_of_otherwise() {
    let registry = registry(&json!({
        "codes": [{ "code": 4401, "name": "unauthorized", "summary": "No token." }],
        "otherwise": { "reconnect": "never" },
    }));
    assert_eq!(answer(&registry, 3000), ("registered", "never"));
}

#[test]
fn a_name_with_numbers_is_found_in_every_spelling() {
    let registry = registry(&json!({
        "codes": [{ "code": 4001, "name": "http-2-error", "summary": "HTTP/2 failed." }],
    }));
    for text in [
        "http-2-error",
        "Http2Error",
        "http2Error",
        "HTTP_2_ERROR",
        "http2-error",
    ] {
        assert_eq!(
            registry.find(text).map(|code| code.number),
            Some(4001),
            "{text}"
        );
    }
}
