//! Every kind of bad spec is refused with a message that names the place and the way out.

use std::fs;

use close_codes_cli::report::Format;
use close_codes_cli::source::Source;
use snapbox::{assert_data_eq, str};
use tests::program;
use tests::write;

/// What is said of `spec`, as a terminal without colour shows it.
fn refusal(spec: &str) -> String {
    let source = Source::new("close-codes.json", spec);
    match close_codes_cli::Project::read(&source) {
        Ok(_) => "accepted\n".to_owned(),
        Err(problems) => {
            let report = close_codes_cli::report::report(&source, &problems, Format::Human);
            anstream::adapter::strip_str(&report).to_string()
        }
    }
}

/// A spec of the one code `code`.
fn spec_of(code: &str) -> String {
    format!("{{\n  \"name\": \"chat\",\n  \"codes\": [\n    {code}\n  ]\n}}\n")
}

#[test]
fn the_smallest_spec_is_accepted() {
    let spec = spec_of(r#"{ "code": 4001, "name": "kicked", "summary": "Kicked." }"#);
    assert_eq!(refusal(&spec), "accepted\n");
    assert_eq!(refusal(&format!("\u{feff}{spec}")), "accepted\n");
}

#[test]
fn broken_json() {
    assert_data_eq!(
        refusal("{ \"name\": \"chat\",\n  \"codes\": [ 1, ] }"),
        str![[r#"
error[syntax]: this is not JSON: trailing comma
 --> close-codes.json:2:17
  |
2 |   "codes": [ 1, ] }
  |                 ^
  |
  = help: take the comma before this bracket away: JSON allows none


"#]]
    );
    assert_data_eq!(
        refusal("{ \"name\": \"chat\""),
        str![[r#"
error[syntax]: this is not JSON: EOF while parsing an object
 --> close-codes.json:1:16
  |
1 | { "name": "chat"
  |                ^
  |
  = help: a closing quote, bracket or brace is missing


"#]]
    );
    assert_data_eq!(
        refusal("{ name: \"chat\" }"),
        str![[r#"
error[syntax]: this is not JSON: key must be a string
 --> close-codes.json:1:3
  |
1 | { name: "chat" }
  |   ^
  |
  = help: write the key in double quotes


"#]]
    );
    assert_data_eq!(
        refusal(""),
        str![[r#"
error[syntax]: this is not JSON: EOF while parsing a value
 --> close-codes.json:1:1
  |
1 |
  | ^
  |
  = help: the file is empty: the smallest spec is { "name": "chat", "codes": [] }


"#]]
    );
    assert_data_eq!(
        refusal("[]"),
        str![[r#"
error[wrong-type]: an array cannot stand here
 --> close-codes.json:1:1
  |
1 | []
  | ^^
  |
  = help: write an object


"#]]
    );
}

#[test]
fn unknown_field() {
    let spec = spec_of(r#"{ "code": 4001, "name": "kicked", "sumary": "Kicked." }"#);
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[unknown-field]: unknown field `sumary`
 --> close-codes.json:4:39
  |
4 |     { "code": 4001, "name": "kicked", "sumary": "Kicked." }
  |                                       ^^^^^^^^
  |
help: did you mean `summary`?
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked." }
  |                                           +


"#]]
    );
    let spec =
        spec_of(r#"{ "code": 4001, "name": "kicked", "summary": "Kicked.", "colour": "red" }"#);
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[unknown-field]: unknown field `colour`
 --> close-codes.json:4:61
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked.", "colour": "red" }
  |                                                             ^^^^^^^^
  |
  = help: fields here: code, name, summary, details, kind, sent_by, reconnect, after, because, advised_by, reason, deprecated, names, allow, doubt, reference


"#]]
    );
}

#[test]
fn missing_field() {
    assert_data_eq!(
        refusal(&spec_of("{}")),
        str![[r#"
error[missing-field]: `code` is missing
 --> close-codes.json:4:5
  |
4 |     {}
  |     ^
  |
  = help: add `code`

error[missing-field]: `name` is missing
 --> close-codes.json:4:5
  |
4 |     {}
  |     ^
  |
  = help: add `name`

error[missing-field]: `summary` is missing
 --> close-codes.json:4:5
  |
4 |     {}
  |     ^
  |
  = help: add `summary`


"#]]
    );
    assert_data_eq!(
        refusal("{}"),
        str![[r#"
error[missing-field]: `name` is missing
 --> close-codes.json:1:1
  |
1 | {}
  | ^
  |
  = help: add `name`


"#]]
    );
}

#[test]
fn wrong_type() {
    let spec =
        spec_of(r#"{ "code": "4001", "name": ["kicked"], "summary": null, "reference": "rfc" }"#);
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[wrong-type]: the string "4001" cannot stand here
 --> close-codes.json:4:15
  |
4 |     { "code": "4001", "name": ["kicked"], "summary": null, "reference": "rfc" }
  |               ^^^^^^
  |
  = help: write a whole number from 0 to 65535

error[wrong-type]: an array cannot stand here
 --> close-codes.json:4:31
  |
4 |     { "code": "4001", "name": ["kicked"], "summary": null, "reference": "rfc" }
  |                               ^^^^^^^^^^
  |
  = help: write a string

error[wrong-type]: null cannot stand here
 --> close-codes.json:4:54
  |
4 |     { "code": "4001", "name": ["kicked"], "summary": null, "reference": "rfc" }
  |                                                      ^^^^
  |
  = help: write a value, or leave the field out if it may be left out

error[wrong-type]: the string "rfc" cannot stand here
 --> close-codes.json:4:73
  |
4 |     { "code": "4001", "name": ["kicked"], "summary": null, "reference": "rfc" }
  |                                                                         ^^^^^
  |
  = help: write an array


"#]]
    );
}

/// A field is left out or has a value.
#[test]
fn null() {
    let spec = r#"{
  "name": "chat",
  "title": null,
  "codes": [{ "code": null, "name": "kicked", "summary": "Kicked.", "kind": null, "reference": [null] }],
  "outputs": { "rust": null, "swift": { "path": "a.swift", "type": null } }
}"#;
    assert_data_eq!(
        refusal(spec),
        str![[r#"
error[wrong-type]: null cannot stand here
 --> close-codes.json:3:12
  |
3 |   "title": null,
  |            ^^^^
  |
  = help: write a value, or leave the field out if it may be left out

error[wrong-type]: null cannot stand here
 --> close-codes.json:4:23
  |
4 |   "codes": [{ "code": null, "name": "kicked", "summary": "Kicked.", "kind": null, "reference": [null] }],
  |                       ^^^^
  |
  = help: write a whole number from 0 to 65535

error[wrong-type]: null cannot stand here
 --> close-codes.json:4:77
  |
4 |   "codes": [{ "code": null, "name": "kicked", "summary": "Kicked.", "kind": null, "reference": [null] }],
  |                                                                             ^^^^
  |
  = help: write a value, or leave the field out if it may be left out

error[wrong-type]: null cannot stand here
 --> close-codes.json:4:97
  |
4 |   "codes": [{ "code": null, "name": "kicked", "summary": "Kicked.", "kind": null, "reference": [null] }],
  |                                                                                                 ^^^^
  |
  = help: write a string

error[wrong-type]: null cannot stand here
 --> close-codes.json:5:24
  |
5 |   "outputs": { "rust": null, "swift": { "path": "a.swift", "type": null } }
  |                        ^^^^
  |
  = help: write a path, or an object with `path` and options

error[wrong-type]: null cannot stand here
 --> close-codes.json:5:68
  |
5 |   "outputs": { "rust": null, "swift": { "path": "a.swift", "type": null } }
  |                                                                    ^^^^
  |
  = help: write a value, or leave the field out if it may be left out


"#]]
    );
}

#[test]
fn unknown_word() {
    let spec = spec_of(
        r#"{ "code": 4001, "name": "kicked", "summary": "Kicked.", "reconnect": "nevr", "sent_by": "servr", "kind": "x" }"#,
    );
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[unknown-word]: unknown word `nevr`
 --> close-codes.json:4:74
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked.", "reconnect": "nevr", "sent_by": "servr", "kind": "x" }
  |                                                                          ^^^^^^
  |
help: did you mean `never`?
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked.", "reconnect": "never", "sent_by": "servr", "kind": "x" }
  |                                                                              +

error[unknown-word]: unknown word `servr`
 --> close-codes.json:4:93
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked.", "reconnect": "nevr", "sent_by": "servr", "kind": "x" }
  |                                                                                             ^^^^^^^
  |
help: did you mean `server`?
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked.", "reconnect": "nevr", "sent_by": "server", "kind": "x" }
  |                                                                                                  +

error[unknown-word]: unknown word `x`
 --> close-codes.json:4:110
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked.", "reconnect": "nevr", "sent_by": "servr", "kind": "x" }
  |                                                                                                              ^^^
  |
  = help: words here: usable, local, reserved


"#]]
    );
}

#[test]
fn number_out_of_range() {
    for code in ["65536", "-1", "4001.5"] {
        let spec = spec_of(&format!(
            r#"{{ "code": {code}, "name": "kicked", "summary": "Kicked." }}"#
        ));
        let refusal = refusal(&spec);
        assert!(
            refusal.contains("write a whole number from 0 to 65535"),
            "{refusal}"
        );
        assert!(refusal.contains("close-codes.json:4:15"), "{refusal}");
    }
    let spec = spec_of(r#"{ "code": 65536, "name": "kicked", "summary": "Kicked." }"#);
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[number-out-of-range]: 65536 is out of range
 --> close-codes.json:4:15
  |
4 |     { "code": 65536, "name": "kicked", "summary": "Kicked." }
  |               ^^^^^
  |
  = help: write a whole number from 0 to 65535


"#]]
    );
}

#[test]
fn duplicate_code_and_name() {
    let spec = spec_of(
        "{ \"code\": 4001, \"name\": \"kicked\", \"summary\": \"Kicked.\" },\n    \
         { \"code\": 4001, \"name\": \"kicked\", \"summary\": \"Kicked.\" }",
    );
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[duplicate-code]: 4001 has an entry already
 --> close-codes.json:5:15
  |
5 |     { "code": 4001, "name": "kicked", "summary": "Kicked." }
  |               ^^^^
  |
  = help: merge the two entries, or give this one another number

error[duplicate-name]: the name `kicked` is taken: 4001 has it
 --> close-codes.json:5:29
  |
5 |     { "code": 4001, "name": "kicked", "summary": "Kicked." }
  |                             ^^^^^^^^
  |
  = help: give each code a name of its own


"#]]
    );
}

#[test]
fn duplicate_key() {
    let spec = spec_of(
        r#"{ "code": 4001, "name": "kicked", "summary": "Kicked.", "summary": "Thrown out." }"#,
    );
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[duplicate-key]: `summary` stands twice in one object
 --> close-codes.json:4:61
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked.", "summary": "Thrown out." }
  |                                                             ^^^^^^^^^
  |
  = help: keep one of the two: JSON does not say which of them counts


"#]]
    );
}

#[test]
fn empty_text() {
    let spec = spec_of(r#"{ "code": 4001, "name": "kicked", "summary": " ", "details": "" }"#);
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[empty-text]: `summary` is empty
 --> close-codes.json:4:50
  |
4 |     { "code": 4001, "name": "kicked", "summary": " ", "details": "" }
  |                                                  ^^^
  |
  = help: write it, or leave the field out if it may be left out

error[empty-text]: `details` is empty
 --> close-codes.json:4:66
  |
4 |     { "code": 4001, "name": "kicked", "summary": " ", "details": "" }
  |                                                                  ^^
  |
  = help: write it, or leave the field out if it may be left out


"#]]
    );
}

#[test]
fn bad_name() {
    let spec = spec_of(
        "{ \"code\": 4001, \"name\": \"SessionExpired\", \"summary\": \"Expired.\" },\n    \
         { \"code\": 4002, \"name\": \"größe\", \"summary\": \"Size.\" },\n    \
         { \"code\": 4003, \"name\": \"self\", \"summary\": \"Self.\" }",
    );
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[name]: `SessionExpired` is no kebab-case name
 --> close-codes.json:4:29
  |
4 |     { "code": 4001, "name": "SessionExpired", "summary": "Expired." },
  |                             ^^^^^^^^^^^^^^^^
  |
help: write words of a-z and 0-9, each beginning with a letter, joined by `-`, 60 characters at most
  |
4 -     { "code": 4001, "name": "SessionExpired", "summary": "Expired." },
4 +     { "code": 4001, "name": "session-expired", "summary": "Expired." },
  |

error[name]: `größe` is no kebab-case name
 --> close-codes.json:5:29
  |
5 |     { "code": 4002, "name": "größe", "summary": "Size." },
  |                             ^^^^^^^
  |
  = help: write words of a-z and 0-9, each beginning with a letter, joined by `-`, 60 characters at most


"#]]
    );
}

#[test]
fn kind_against_number_and_sender() {
    let spec = spec_of(
        "{ \"code\": 999, \"name\": \"low\", \"summary\": \"Low.\" },\n    \
         { \"code\": 4002, \"name\": \"here\", \"summary\": \"Here.\", \"kind\": \"local\", \"sent_by\": \"server\", \"reason\": \"x\" },\n    \
         { \"code\": 4003, \"name\": \"there\", \"summary\": \"There.\", \"sent_by\": \"nobody\" }",
    );
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[kind]: 999 must not stand in a Close frame, so it cannot be `usable`
 --> close-codes.json:4:15
  |
4 |     { "code": 999, "name": "low", "summary": "Low." },
  |               ^^^
  |
  = help: add `"kind": "local"`, or take a number of 4000-4999

error[kind]: a code that is `local` is not sent by such a side
 --> close-codes.json:5:85
  |
5 |     { "code": 4002, "name": "here", "summary": "Here.", "kind": "local", "sent_by": "server", "reason": "x" },
  |                                                                                     ^^^^^^^^
  |
  = help: leave `sent_by` out, or make it fit `kind`: local and reserved codes are sent by `nobody`

error[kind]: a code that is never sent has no reason text
 --> close-codes.json:5:105
  |
5 |     { "code": 4002, "name": "here", "summary": "Here.", "kind": "local", "sent_by": "server", "reason": "x" },
  |                                                                                                         ^^^
  |
  = help: leave `reason` out

error[kind]: a code that is `usable` is not sent by such a side
 --> close-codes.json:6:70
  |
6 |     { "code": 4003, "name": "there", "summary": "There.", "sent_by": "nobody" }
  |                                                                      ^^^^^^^^
  |
  = help: leave `sent_by` out, or make it fit `kind`: local and reserved codes are sent by `nobody`


"#]]
    );
}

#[test]
fn advice_that_makes_no_sense() {
    let backoff = |bounds: &str| format!("\"reconnect\": {{ \"backoff\": {{ {bounds} }} }}");
    let code = |number: u16, advice: &str| {
        format!("{{ \"code\": {number}, \"name\": \"n{number}\", \"summary\": \"N.\", {advice} }}")
    };
    let codes = [
        code(4001, "\"reconnect\": \"never\", \"after\": \"new-session\""),
        code(
            4002,
            &backoff("\"from_seconds\": -1, \"to_seconds\": 5, \"cap_seconds\": 9"),
        ),
        code(
            4003,
            &backoff("\"from_seconds\": 0, \"to_seconds\": 0, \"cap_seconds\": 9"),
        ),
        code(
            4004,
            &backoff("\"from_seconds\": 5, \"to_seconds\": 1, \"cap_seconds\": 9"),
        ),
        code(
            4005,
            &backoff("\"from_seconds\": 5, \"to_seconds\": 9, \"cap_seconds\": 8"),
        ),
        code(
            4006,
            &backoff("\"from_seconds\": 5, \"to_seconds\": 9, \"cap_seconds\": 1e9"),
        ),
        code(4007, &backoff("\"from_seconds\": 5, \"to_seconds\": 9")),
    ];
    assert_data_eq!(
        refusal(&spec_of(&codes.join(",\n    "))),
        str![[r#"
error[after-never]: nothing can come before a reconnect that never comes
 --> close-codes.json:4:86
  |
4 |     { "code": 4001, "name": "n4001", "summary": "N.", "reconnect": "never", "after": "new-session" },
  |                                                                                      ^^^^^^^^^^^^^
  |
  = help: leave `after` out, or let `reconnect` be `backoff` or `immediately`

error[backoff-bounds]: a delay cannot be negative
 --> close-codes.json:5:99
  |
5 |     { "code": 4002, "name": "n4002", "summary": "N.", "reconnect": { "backoff": { "from_seconds": -1, "to_seconds": 5, "cap_seconds":...
  |                                                                                                   ^^
  |
  = help: let 0 <= from_seconds <= to_seconds <= cap_seconds, and to_seconds be more than 0

error[backoff-bounds]: the window must end after 0 and not before it begins
 --> close-codes.json:6:116
  |
6 |     { "code": 4003, "name": "n4003", "summary": "N.", "reconnect": { "backoff": { "from_seconds": 0, "to_seconds": 0, "cap_seconds": ...
  |                                                                                                                    ^
  |
  = help: let 0 <= from_seconds <= to_seconds <= cap_seconds, and to_seconds be more than 0

error[backoff-bounds]: the window must end after 0 and not before it begins
 --> close-codes.json:7:116
  |
7 |     { "code": 4004, "name": "n4004", "summary": "N.", "reconnect": { "backoff": { "from_seconds": 5, "to_seconds": 1, "cap_seconds": ...
  |                                                                                                                    ^
  |
  = help: let 0 <= from_seconds <= to_seconds <= cap_seconds, and to_seconds be more than 0

error[backoff-bounds]: the cap is shorter than the first delay may be
 --> close-codes.json:8:134
  |
8 | ..."backoff": { "from_seconds": 5, "to_seconds": 9, "cap_seconds": 8 } } },
  |                                                                    ^
  |
  = help: let 0 <= from_seconds <= to_seconds <= cap_seconds, and to_seconds be more than 0

error[backoff-bounds]: the cap is longer than a year
 --> close-codes.json:9:134
  |
9 | ...backoff": { "from_seconds": 5, "to_seconds": 9, "cap_seconds": 1e9 } } },
  |                                                                   ^^^
  |
  = help: let 0 <= from_seconds <= to_seconds <= cap_seconds, and to_seconds be more than 0

error[missing-field]: `cap_seconds` is missing
  --> close-codes.json:10:81
   |
10 |     { "code": 4007, "name": "n4007", "summary": "N.", "reconnect": { "backoff": { "from_seconds": 5, "to_seconds": 9 } } }
   |                                                                                 ^
   |
   = help: add `cap_seconds`


"#]]
    );
}

#[test]
fn reason_too_long() {
    let code = format!(
        r#"{{ "code": 4001, "name": "kicked", "summary": "Kicked.", "reason": "{}" }}"#,
        "é".repeat(62)
    );
    assert_data_eq!(
        refusal(&spec_of(&code)),
        str![[r#"
error[reason-too-long]: this reason has 124 bytes of UTF-8
 --> close-codes.json:4:71
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked.", "reason": "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé" }
  |                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: a Close frame holds 123 at most: shorten it


"#]]
    );
    assert_eq!(
        refusal(&spec_of(&code.replacen("éé", "éx", 1))),
        "accepted\n"
    );
}

#[test]
fn ranges_that_overlap_or_are_empty() {
    let spec = r#"{
  "name": "chat",
  "ranges": [
    { "from": 4100, "to": 4199, "name": "overloaded", "summary": "No capacity." },
    { "from": 4199, "to": 4250, "name": "moved", "summary": "Moved." },
    { "from": 4400, "to": 4300, "name": "backwards", "summary": "Backwards." }
  ]
}"#;
    assert_data_eq!(
        refusal(spec),
        str![[r#"
error[overlap]: 4199-4250 overlaps `overloaded`, which is 4100-4199
 --> close-codes.json:5:15
  |
5 |     { "from": 4199, "to": 4250, "name": "moved", "summary": "Moved." },
  |               ^^^^
  |
  = help: let every number lie in one range at most

error[empty-range]: the range ends at 4300, before it begins at 4400
 --> close-codes.json:6:27
  |
6 |     { "from": 4400, "to": 4300, "name": "backwards", "summary": "Backwards." }
  |                           ^^^^
  |
  = help: swap the two


"#]]
    );
}

#[test]
fn references_without_documents_and_the_other_way_round() {
    let spec = r#"{
  "name": "chat",
  "codes": [
    { "code": 4001, "name": "kicked", "summary": "Kicked.", "reference": ["protocl", "wiki#a"] }
  ],
  "documents": [
    { "id": "protocol", "title": "Our protocol", "url": "https://example.com/protocol" },
    { "id": "wiki", "title": "Wiki", "url": "https://example.com/wiki#codes" },
    { "id": "wiki", "title": "Wiki", "url": "https://example.com/wiki" },
    { "id": "empty" }
  ]
}"#;
    assert_data_eq!(
        refusal(spec),
        str![[r#"
error[unknown-document]: there is no document `protocl`
 --> close-codes.json:4:75
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked.", "reference": ["protocl", "wiki#a"] }
  |                                                                           ^^^^^^^^^
  |
help: did you mean `protocol`?
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked.", "reference": ["protocol", "wiki#a"] }
  |                                                                                  +

error[two-anchors]: the address of `wiki` has an anchor already
 --> close-codes.json:4:86
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked.", "reference": ["protocl", "wiki#a"] }
  |                                                                                      ^^^^^^^^
  |
  = help: write `wiki`

error[uncited-document]: nothing cites the document `protocol`
 --> close-codes.json:7:13
  |
7 |     { "id": "protocol", "title": "Our protocol", "url": "https://example.com/protocol" },
  |             ^^^^^^^^^^
  |
  = help: cite it in a `reference` or `advised_by`, or take it away

error[duplicate-document]: the id `wiki` is taken by another document
 --> close-codes.json:9:13
  |
9 |     { "id": "wiki", "title": "Wiki", "url": "https://example.com/wiki" },
  |             ^^^^^^
  |
  = help: give each document an id of its own

error[missing-field]: a document needs its `title`
  --> close-codes.json:10:5
   |
10 |     { "id": "empty" }
   |     ^
   |
   = help: add `title`

error[missing-field]: a document needs its `url`
  --> close-codes.json:10:5
   |
10 |     { "id": "empty" }
   |     ^
   |
   = help: add `url`


"#]]
    );
}

/// A page links to it: `javascript:` would run there.
#[test]
fn document_that_is_not_on_the_web() {
    let spec = r#"{
  "name": "chat",
  "codes": [{ "code": 4001, "name": "kicked", "summary": "Kicked.", "reference": ["wiki", "notes#kicked"] }],
  "documents": [
    { "id": "wiki", "title": "Wiki", "url": "javascript:alert(1)//https://example.com" },
    { "id": "notes", "title": "Notes", "url": "docs/notes.md" }
  ]
}"#;
    assert_data_eq!(
        refusal(spec),
        str![[r#"
error[document-url]: `javascript:alert(1)//https://example.com` is no address of the web
 --> close-codes.json:5:45
  |
5 |     { "id": "wiki", "title": "Wiki", "url": "javascript:alert(1)//https://example.com" },
  |                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write an address that begins with `https://` or `http://`

error[document-url]: `docs/notes.md` is no address of the web
 --> close-codes.json:6:47
  |
6 |     { "id": "notes", "title": "Notes", "url": "docs/notes.md" }
  |                                               ^^^^^^^^^^^^^^^
  |
  = help: write an address that begins with `https://` or `http://`


"#]]
    );
}

#[test]
fn outputs_out_of_place() {
    let spec = r#"{
  "name": "chat",
  "outputs": {
    "rust": "../server/close_code.rs",
    "swift": "ios/CloseCode.txt",
    "typescript": "web//close-code.ts",
    "markdown": "docs/",
    "json": "/etc/close-codes.json"
  }
}"#;
    assert_data_eq!(
        refusal(spec),
        str![[r#"
error[output-path]: `ios/CloseCode.txt` is no `.swift` file
 --> close-codes.json:5:14
  |
5 |     "swift": "ios/CloseCode.txt",
  |              ^^^^^^^^^^^^^^^^^^^
  |
  = help: end the path in `.swift`, or in `/` for a whole package

error[output-path]: `web//close-code.ts` is no plain path
 --> close-codes.json:6:19
  |
6 |     "typescript": "web//close-code.ts",
  |                   ^^^^^^^^^^^^^^^^^^^^
  |
  = help: write the folders and the file, joined by single `/`

error[output-path]: there is no Markdown package
 --> close-codes.json:7:17
  |
7 |     "markdown": "docs/",
  |                 ^^^^^^^
  |
  = help: end the path in `.md`

error[output-path]: `/etc/close-codes.json` is not a path in the repository
 --> close-codes.json:8:13
  |
8 |     "json": "/etc/close-codes.json"
  |             ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write a relative path with `/`


"#]]
    );
    let spec = r#"{
  "name": "chat",
  "outputs": { "rust": "out/", "markdown": "out/codes.md" }
}"#;
    assert_data_eq!(
        refusal(spec),
        str![[r#"
error[output-path]: `out/codes.md` meets `out/`, which is another output
 --> close-codes.json:3:44
  |
3 |   "outputs": { "rust": "out/", "markdown": "out/codes.md" }
  |                                            ^^^^^^^^^^^^^^
  |
  = help: give each output a place of its own


"#]]
    );
}

/// All problems at once, the exit status, and nothing written.
#[test]
fn the_program_reports_every_problem_and_writes_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let spec = r#"{
  "name": "chat",
  "codes": [
    { "code": 4001, "name": "kicked", "sumary": "Kicked." },
    { "code": 70000, "name": "kicked", "summary": 5 },
    { "code": 4001, "name": "kicked", "summary": "" },
    { "code": 4001, "name": "banned", "summary": "Banned." }
  ],
  "outputs": { "rust": "close_code.rs" }
}"#;
    write(&folder.path().join("close-codes.json"), spec);
    for verb in ["generate", "check", "list"] {
        let ended = program::run(folder.path(), &[verb]);
        assert_eq!((ended.status, ended.stdout.as_str()), (2, ""), "{verb}");
        assert_data_eq!(
            ended.stderr,
            str![[r#"
error[unknown-field]: unknown field `sumary`
 --> close-codes.json:4:39
  |
4 |     { "code": 4001, "name": "kicked", "sumary": "Kicked." },
  |                                       ^^^^^^^^
  |
help: did you mean `summary`?
  |
4 |     { "code": 4001, "name": "kicked", "summary": "Kicked." },
  |                                           +

error[number-out-of-range]: 70000 is out of range
 --> close-codes.json:5:15
  |
5 |     { "code": 70000, "name": "kicked", "summary": 5 },
  |               ^^^^^
  |
  = help: write a whole number from 0 to 65535

error[wrong-type]: the number `5` cannot stand here
 --> close-codes.json:5:51
  |
5 |     { "code": 70000, "name": "kicked", "summary": 5 },
  |                                                   ^
  |
  = help: write a string

error[empty-text]: `summary` is empty
 --> close-codes.json:6:50
  |
6 |     { "code": 4001, "name": "kicked", "summary": "" },
  |                                                  ^^
  |
  = help: write it, or leave the field out if it may be left out

error: close-codes.json has 4 problems; nothing was written

"#]]
        );
    }
    let files = fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(files, 1, "only the spec is there");
}

#[test]
fn array_for_object() {
    let spec = r#"{ "name": "chat", "codes": [[4001, "kicked"], {}], "otherwise": ["never"], "retired": [[4002, "gone"]] }"#;
    assert_data_eq!(
        refusal(spec),
        str![[r#"
error[wrong-type]: an array cannot stand here
 --> close-codes.json:1:29
  |
1 | { "name": "chat", "codes": [[4001, "kicked"], {}], "otherwise": ["never"], "retired": [[4002, "gone"]] }
  |                             ^^^^^^^^^^^^^^^^
  |
  = help: write an object

error[missing-field]: `code` is missing
 --> close-codes.json:1:47
  |
1 | { "name": "chat", "codes": [[4001, "kicked"], {}], "otherwise": ["never"], "retired": [[4002, "gone"]] }
  |                                               ^
  |
  = help: add `code`

error[missing-field]: `name` is missing
 --> close-codes.json:1:47
  |
1 | { "name": "chat", "codes": [[4001, "kicked"], {}], "otherwise": ["never"], "retired": [[4002, "gone"]] }
  |                                               ^
  |
  = help: add `name`

error[missing-field]: `summary` is missing
 --> close-codes.json:1:47
  |
1 | { "name": "chat", "codes": [[4001, "kicked"], {}], "otherwise": ["never"], "retired": [[4002, "gone"]] }
  |                                               ^
  |
  = help: add `summary`

error[wrong-type]: an array cannot stand here
 --> close-codes.json:1:65
  |
1 | { "name": "chat", "codes": [[4001, "kicked"], {}], "otherwise": ["never"], "retired": [[4002, "gone"]] }
  |                                                                 ^^^^^^^^^
  |
  = help: write an object

error[wrong-type]: an array cannot stand here
 --> close-codes.json:1:88
  |
1 | { "name": "chat", "codes": [[4001, "kicked"], {}], "otherwise": ["never"], "retired": [[4002, "gone"]] }
  |                                                                                        ^^^^^^^^^^^^^^
  |
  = help: write an object


"#]]
    );
}

#[test]
fn delays_finer_than_milliseconds() {
    let spec = spec_of(
        r#"{ "code": 4001, "name": "kicked", "summary": "Kicked.",
      "reconnect": { "backoff": { "from_seconds": 0.0001, "to_seconds": 5, "cap_seconds": 9 } } }"#,
    );
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[backoff-bounds]: a delay is a whole number of milliseconds
 --> close-codes.json:5:51
  |
5 |       "reconnect": { "backoff": { "from_seconds": 0.0001, "to_seconds": 5, "cap_seconds": 9 } } }
  |                                                   ^^^^^^
  |
  = help: let 0 <= from_seconds <= to_seconds <= cap_seconds, and to_seconds be more than 0


"#]]
    );
}

#[test]
fn texts_that_nobody_sees() {
    let spec = spec_of(r#"{ "code": 4001, "name": "kicked", "summary": "\u200b" }"#);
    assert_data_eq!(
        refusal(&spec),
        str![[r#"
error[empty-text]: `summary` is empty
 --> close-codes.json:4:50
  |
4 |     { "code": 4001, "name": "kicked", "summary": "/u200b" }
  |                                                  ^^^^^^^^
  |
  = help: write it, or leave the field out if it may be left out


"#]]
    );
}

#[test]
fn unknown_endpoint() {
    let spec = r#"{ "name": "chat", "endpoints": ["ws", "chromum", "carrier-pigeon"] }"#;
    assert_data_eq!(
        refusal(spec),
        str![[r#"
error[unknown-endpoint]: no implementation `chromum` was measured
 --> close-codes.json:1:39
  |
1 | { "name": "chat", "endpoints": ["ws", "chromum", "carrier-pigeon"] }
  |                                       ^^^^^^^^^
  |
help: did you mean `chromium`?
  |
1 | { "name": "chat", "endpoints": ["ws", "chromium", "carrier-pigeon"] }
  |                                             +

error[unknown-endpoint]: no implementation `carrier-pigeon` was measured
 --> close-codes.json:1:50
  |
1 | { "name": "chat", "endpoints": ["ws", "chromum", "carrier-pigeon"] }
  |                                                  ^^^^^^^^^^^^^^^^
  |
  = help: measured are tokio-tungstenite, axum, actix-ws, fastwebsockets, tokio-websockets, ws, undici, websocket, chromium, websockets, aiohttp, websocket-client, foundation, gorilla, coder, jdk, okhttp, netty


"#]]
    );
}
