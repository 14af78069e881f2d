//! What may be sent follows from the registry of the protocol's own codes, and from nothing else.

use close_codes_cli::registry::Registry;
use close_codes_cli::{Project, Source};
use serde_json::{Value, json};
use tests::languages::languages;
use tests::{project, render_project, spec_text};

/// Where the resolved registry goes.
const JSON: &str = "generated/docs/close-codes.json";

/// The lowest number above the protocol's codes, which is not assigned yet.
fn tomorrow() -> u16 {
    let codes = Registry::standard().named().map(|code| code.number);
    let protocol = codes.filter(|number| *number < 3000);
    protocol.max().expect("a code of the protocol") + 1
}

/// The registry of the standard codes with one more, as IANA could register it.
pub fn standard_of_tomorrow() -> Value {
    let mut spec: Value = serde_json::from_str(&spec_text()).expect("the spec is JSON");
    let code = json!({ "code": tomorrow(), "name": "registered-tomorrow", "summary": "New.", "sent_by": "server" });
    spec["codes"].as_array_mut().expect("codes").push(code);
    spec
}

/// The programs of each language agree with this registry in `every_language_agrees`.
#[test]
fn one_entry_of_the_standard_makes_a_number_sendable() {
    let new = tomorrow();
    let [today, tomorrow] =
        [spec_text(), standard_of_tomorrow().to_string()].map(|spec| project(&spec));
    for number in 0..=u16::MAX {
        let [was, is] = [&today, &tomorrow].map(|project| project.registry.answer(number));
        assert_eq!(
            is.is_sendable(),
            was.is_sendable() || number == new,
            "{number}"
        );
        assert_eq!(
            is.is_browser_sendable(),
            was.is_browser_sendable(),
            "{number}"
        );
    }
    let files = render_project(&tomorrow);
    for language in languages() {
        let of_language =
            |(path, _): &(&str, &str)| path.contains(&format!("/{}/", language.name()));
        let mut texts = files.iter().filter(of_language);
        let told = texts.any(|(_, text)| words(text).contains(&format!("{new} and 3000-4999")));
        assert!(told, "{} does not tell of {new}", language.name());
    }
    let mut files = files.iter();
    let (_, json) = files
        .find(|(path, _)| *path == JSON)
        .expect("the JSON output");
    let json: Value = serde_json::from_str(json).expect("JSON");
    let mut codes = json["codes"].as_array().expect("codes").iter();
    let code = codes.find(|code| code["code"] == new).expect("the code");
    assert_eq!(code["sendable"], true);
}

/// A text without its line ends and the marks of comments.
fn words(text: &str) -> String {
    let words = text.split_whitespace();
    let words = words.filter(|word| word.starts_with(char::is_alphanumeric));
    words.collect::<Vec<_>>().join(" ")
}

/// Neither another name, nor the base, nor a snapshot of a public list makes an application's spec the standard's.
#[test]
fn an_application_does_not_decide_what_may_be_sent() {
    let code = json!({ "code": tomorrow(), "name": "mine", "summary": "Mine." });
    let others = [
        json!({ "name": "chat", "codes": [code] }),
        json!({ "name": "chat", "extends": "standard", "codes": [code] }),
        json!({ "name": "standard", "extends": "standard", "codes": [code] }),
    ];
    for spec in others {
        let problems = Project::read(&Source::new("close-codes.json", &spec.to_string()));
        let problems = problems.expect_err("it is not sendable");
        let rules: Vec<_> = problems.iter().map(|problem| problem.rule).collect();
        assert_eq!(rules, ["kind"], "{spec}");
    }
}

/// The standard itself defines only what RFC 6455 leaves to the protocol.
#[test]
fn the_standard_defines_no_number_outside_of_its_range() {
    for number in [0, 999, 5000, u16::MAX] {
        let spec = json!({ "name": "standard", "codes": [{ "code": number, "name": "x", "summary": "X." }] });
        let problems = Project::read(&Source::new("close-codes.json", &spec.to_string()));
        assert_eq!(
            problems.expect_err("it is not sendable")[0].rule,
            "kind",
            "{number}"
        );
    }
}

/// A spec without the protocol's codes does not lose what the protocol allows.
#[test]
fn a_spec_of_its_own_has_the_facts_of_the_standard() {
    let alone = project(&json!({ "name": "chat", "codes": [] }).to_string());
    let standard = project(&spec_text());
    for number in 0..=u16::MAX {
        let [alone, standard] = [&alone, &standard].map(|project| project.registry.answer(number));
        assert_eq!(alone.is_sendable(), standard.is_sendable(), "{number}");
        assert_eq!(
            alone.is_browser_sendable(),
            standard.is_browser_sendable(),
            "{number}"
        );
    }
}
