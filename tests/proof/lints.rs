//! Every lint rule finds what it is for, says where and what to do, can be allowed, and is else quiet.

use close_codes_cli::lint::{RULES, lint};
use close_codes_cli::report::{Format, report};
use close_codes_cli::source::Source;
use snapbox::{assert_data_eq, str};
use tests::{read, root, spec_text};

/// What lint says of a spec that extends the standard codes by `codes`, as a terminal without colour shows it.
fn findings(codes: &str) -> String {
    findings_of(&format!(
        "{{\n  \"name\": \"chat\",\n  \"extends\": \"standard\",\n  \"codes\": [\n    {codes}\n  ],\n  \
         \"retired\": [{{ \"code\": 4002, \"name\": \"kicked\" }}]\n}}\n"
    ))
}

fn findings_of(spec: &str) -> String {
    let source = Source::new("close-codes.json", spec);
    let project = close_codes_cli::Project::read(&source).unwrap_or_else(|problems| {
        panic!("refused: {}", report(&source, &problems, Format::Human));
    });
    let report = report(&source, &lint(&project.registry), Format::Human);
    anstream::adapter::strip_str(&report).to_string()
}

/// A code that no rule has anything to say of, with other or more fields.
fn code(number: u16, fields: &str) -> String {
    let rest = [
        "\"name\": \"fine\"",
        "\"summary\": \"Fine.\"",
        "\"reconnect\": \"never\"",
    ]
    .into_iter()
    .filter(|field| !fields.contains(field.split(':').next().expect("a key")));
    let mut fields: Vec<&str> = [fields]
        .into_iter()
        .filter(|fields| !fields.is_empty())
        .collect();
    fields.extend(rest);
    format!("{{ \"code\": {number}, {} }}", fields.join(", "))
}

#[test]
fn a_sound_code_is_left_alone() {
    assert_eq!(findings(&code(4001, "")), "");
    assert_eq!(findings(&code(4001, "\"reason\": \"fine\"")), "");
    assert_eq!(
        findings(&code(1012, "\"name\": \"service-restart\"")),
        "",
        "the same meaning again"
    );
    assert_eq!(
        findings("{ \"code\": 1008, \"reconnect\": \"backoff\" }"),
        "",
        "an adjusted code"
    );
    assert_eq!(findings_of(&spec_text()), "", "the standard codes");
}

#[test]
fn protocol_number() {
    assert_data_eq!(
        findings(&code(999, "\"kind\": \"local\"")),
        str![[r#"
warning[protocol-number]: 999 belongs to the WebSocket protocol, not to an application
 --> close-codes.json:5:15
  |
5 |     { "code": 999, "kind": "local", "name": "fine", "summary": "Fine.", "reconnect": "never" }
  |               ^^^
  |
help: take a number of 4000-4999 for private use, such as 4000
  |
5 -     { "code": 999, "kind": "local", "name": "fine", "summary": "Fine.", "reconnect": "never" }
5 +     { "code": 4000, "kind": "local", "name": "fine", "summary": "Fine.", "reconnect": "never" }
  |


"#]]
    );
    assert_data_eq!(
        findings(&code(1016, "\"kind\": \"local\"")),
        str![[r#"
warning[protocol-number]: 1016 belongs to the WebSocket protocol, not to an application
 --> close-codes.json:5:15
  |
5 |     { "code": 1016, "kind": "local", "name": "fine", "summary": "Fine.", "reconnect": "never" }
  |               ^^^^
  |
help: take a number of 4000-4999 for private use, such as 4000
  |
5 -     { "code": 1016, "kind": "local", "name": "fine", "summary": "Fine.", "reconnect": "never" }
5 +     { "code": 4000, "kind": "local", "name": "fine", "summary": "Fine.", "reconnect": "never" }
  |


"#]]
    );
}

#[test]
fn protocol_meaning() {
    assert_data_eq!(
        findings(&code(1008, "\"name\": \"banned\"")),
        str![[r#"
warning[protocol-meaning]: 1008 is `policy-violation` in the WebSocket protocol
 --> close-codes.json:5:15
  |
5 |     { "code": 1008, "name": "banned", "summary": "Fine.", "reconnect": "never" }
  |               ^^^^
  |
help: take a number of 4000-4999 for private use, such as 4000
  |
5 -     { "code": 1008, "name": "banned", "summary": "Fine.", "reconnect": "never" }
5 +     { "code": 4000, "name": "banned", "summary": "Fine.", "reconnect": "never" }
  |


"#]]
    );
}

#[test]
fn unregistered_number() {
    assert_data_eq!(
        findings(&code(3001, "")),
        str![[r#"
warning[unregistered-number]: 3001 is for codes that are registered with IANA, and nobody registered it
 --> close-codes.json:5:15
  |
5 |     { "code": 3001, "name": "fine", "summary": "Fine.", "reconnect": "never" }
  |               ^^^^
  |
help: take a number of 4000-4999 for private use, such as 4000
  |
5 -     { "code": 3001, "name": "fine", "summary": "Fine.", "reconnect": "never" }
5 +     { "code": 4000, "name": "fine", "summary": "Fine.", "reconnect": "never" }
  |


"#]]
    );
}

#[test]
fn iana_meaning() {
    assert_data_eq!(
        findings(&code(3000, "\"name\": \"subprotocol-error\"")),
        str![[r#"
warning[iana-meaning]: 3000 is registered with IANA as `unauthorized`
 --> close-codes.json:5:15
  |
5 |     { "code": 3000, "name": "subprotocol-error", "summary": "Fine.", "reconnect": "never" }
  |               ^^^^
  |
help: take a number of 4000-4999 for private use, such as 4000
  |
5 -     { "code": 3000, "name": "subprotocol-error", "summary": "Fine.", "reconnect": "never" }
5 +     { "code": 4000, "name": "subprotocol-error", "summary": "Fine.", "reconnect": "never" }
  |


"#]]
    );
}

#[test]
fn no_advice() {
    let code = "{ \"code\": 4001, \"name\": \"fine\", \"summary\": \"Fine.\" }";
    assert_data_eq!(
        findings(code),
        str![[r#"
warning[no-advice]: `fine` does not say whether to reconnect
 --> close-codes.json:5:5
  |
5 |     { "code": 4001, "name": "fine", "summary": "Fine." }
  |     ^
  |
  = help: add `reconnect`: never, immediately or backoff


"#]]
    );
}

#[test]
fn long_summary() {
    let summary = |length: usize| format!("\"summary\": \"{}.\"", "é".repeat(length - 1));
    assert_eq!(findings(&code(4001, &summary(80))), "");
    assert_data_eq!(
        findings(&code(4001, &summary(81))),
        str![[r#"
warning[long-summary]: the summary has 81 characters
 --> close-codes.json:5:32
  |
5 |     { "code": 4001, "summary": "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé.", "name": "fine", "...
  |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: keep it to 80, and move the rest to `details`


"#]]
    );
}

#[test]
fn retired_reused() {
    assert_data_eq!(
        findings(&code(4002, "")),
        str![[r#"
warning[retired-reused]: 4002 `kicked` is retired: peers may still take 4002 for it
 --> close-codes.json:5:15
  |
5 |     { "code": 4002, "name": "fine", "summary": "Fine.", "reconnect": "never" }
  |               ^^^^
  |
help: take a number of 4000-4999 for private use, such as 4000
  |
5 -     { "code": 4002, "name": "fine", "summary": "Fine.", "reconnect": "never" }
5 +     { "code": 4000, "name": "fine", "summary": "Fine.", "reconnect": "never" }
  |


"#]]
    );
    assert_data_eq!(
        findings(&code(4003, "\"name\": \"kicked\"")),
        str![[r#"
warning[retired-reused]: 4002 `kicked` is retired: its name meant another number
 --> close-codes.json:5:29
  |
5 |     { "code": 4003, "name": "kicked", "summary": "Fine.", "reconnect": "never" }
  |                             ^^^^^^^^
  |
  = help: choose a name that was never used


"#]]
    );
}

#[test]
fn bidirectional_control() {
    assert_data_eq!(
        findings(&code(4001, "\"summary\": \"a\\u202eb\"")),
        str![[r#"
warning[bidirectional-control]: `summary` holds a character that turns the direction of text
 --> close-codes.json:5:32
  |
5 |     { "code": 4001, "summary": "a/u202eb", "name": "fine", "reconnect": "never" }
  |                                ^^^^^^^^^^
  |
  = help: take it out: code that shows the text could be read in another order than it runs


"#]]
    );
    assert_eq!(
        findings(&code(4001, "\"summary\": \"\u{5d0}\u{5d1}\"")),
        "",
        "Hebrew alone turns nothing"
    );
}

#[test]
fn same_reason() {
    assert_data_eq!(
        findings(&code(4001, "\"reason\": \"timeout\"")),
        str![[r#"
warning[same-reason]: 3008 `timeout` has the same default reason
 --> close-codes.json:5:31
  |
5 |     { "code": 4001, "reason": "timeout", "name": "fine", "summary": "Fine.", "reconnect": "never" }
  |                               ^^^^^^^^^
  |
  = help: give each code a reason of its own: where the number is lost, the reason tells the code


"#]]
    );
}

/// A code of the server's, with peers that lose it and peers that do not.
#[test]
fn endpoint() {
    let spec = |endpoints: &str, sent_by: &str| {
        let code = code(4001, &format!("\"sent_by\": \"{sent_by}\""));
        format!(
            "{{\n  \"name\": \"chat\",\n  \"endpoints\": [{endpoints}],\n  \"codes\": [\n    {code}\n  ]\n}}\n"
        )
    };
    assert_data_eq!(
        findings_of(&spec("\"ws\", \"foundation\", \"chromium\"", "server")),
        str![[r#"
warning[endpoint]: 4001 does not survive the trip (measured): reported as 1003 by foundation (client)
 --> close-codes.json:5:15
  |
5 |     { "code": 4001, "sent_by": "server", "name": "fine", "summary": "Fine.", "reconnect": "never" }
  |               ^^^^
  |
  = help: take another number, or let the reason tell the code where the number is lost


"#]]
    );
    assert_data_eq!(
        findings_of(&spec("\"foundation\"", "either")),
        str![[r#"
warning[endpoint]: 4001 does not survive the trip (measured): refused by foundation (client); reported as 1003 by foundation (client)
 --> close-codes.json:5:15
  |
5 |     { "code": 4001, "sent_by": "either", "name": "fine", "summary": "Fine.", "reconnect": "never" }
  |               ^^^^
  |
  = help: take another number, or let the reason tell the code where the number is lost


"#]]
    );
    assert_eq!(findings_of(&spec("\"ws\", \"chromium\"", "either")), "");
}

/// The nearest neighbours of what each rule finds.
#[test]
fn every_rule_leaves_its_neighbours_alone() {
    let quiet = [
        ("protocol-number", code(4000, "")),
        (
            "protocol-meaning",
            code(1008, "\"name\": \"policy-violation\""),
        ),
        (
            "unregistered-number",
            code(4000, "\"name\": \"three-thousand\""),
        ),
        ("iana-meaning", code(3000, "\"name\": \"unauthorized\"")),
        (
            "no-advice",
            "{ \"code\": 1008, \"summary\": \"No.\" }".to_owned(),
        ),
        (
            "long-summary",
            code(4001, &format!("\"summary\": \"{}\"", "x".repeat(80))),
        ),
        ("retired-reused", code(4003, "\"name\": \"kicked-out\"")),
        (
            "bidirectional-control",
            code(4001, "\"details\": \"\u{5d0}\u{200d}\""),
        ),
        ("same-reason", code(4001, "\"reason\": \"time out\"")),
        ("endpoint", code(4001, "\"sent_by\": \"client\"")),
    ];
    assert_eq!(quiet.len(), RULES.len());
    for (rule, code) in quiet {
        assert_eq!(findings(&code), "", "{rule}");
    }
}

#[test]
fn a_code_can_allow_a_rule_and_says_why() {
    let allow = "\"allow\": { \"iana-meaning\": \"The gateway is older than the registration.\" }";
    let fields = format!("\"name\": \"subprotocol-error\", {allow}");
    assert_eq!(findings(&code(3000, &fields)), "");
    assert_data_eq!(
        findings(&code(4001, allow)),
        str![[r#"
warning[unused-allow]: `iana-meaning` has nothing to say of this code
 --> close-codes.json:5:32
  |
5 |     { "code": 4001, "allow": { "iana-meaning": "The gateway is older than the registration." }, "name": "fine", "summary": "Fine.", "...
  |                                ^^^^^^^^^^^^^^
  |
  = help: take the rule out of `allow`


"#]]
    );
}

/// The page of the rules has a section for each, and the section begins with what `lint --rules` says.
#[test]
fn every_rule_has_a_section() {
    let page = read(&root().join("docs/rules.md"));
    let sections: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .collect();
    for rule in RULES {
        assert!(
            sections.contains(&rule.id),
            "docs/rules.md lacks {}",
            rule.id
        );
        assert!(
            page.contains(&format!("### {}\n\n{}", rule.id, rule.about)),
            "{}",
            rule.id
        );
    }
}
