//! What breaks peers or source between two specs is found, and what breaks nobody is not.

use close_codes_cli::breaking::breaking;
use close_codes_cli::report::{Format, report};
use close_codes_cli::source::Source;
use snapbox::{assert_data_eq, str};
use tests::project;

const OLD: &str =
    r#"{ "code": 4001, "name": "expired", "summary": "Expired.", "reconnect": "never" }"#;

fn spec(codes: &str, retired: &str) -> String {
    format!(
        "{{\n  \"name\": \"chat\",\n  \"extends\": \"standard\",\n  \"codes\": [{codes}],\n  \"retired\": [{retired}]\n}}\n"
    )
}

fn changes(old: &str, new: &str) -> String {
    let changes = breaking(&project(old).registry, &project(new).registry);
    let report = report(
        &Source::new("close-codes.json", new),
        &changes,
        Format::Human,
    );
    anstream::adapter::strip_str(&report).to_string()
}

/// The changes from [`OLD`] to `code`.
fn changed_to(code: &str) -> String {
    changes(&spec(OLD, ""), &spec(code, ""))
}

#[test]
fn what_breaks_nobody_is_not_reported() {
    assert_eq!(changed_to(OLD), "");
    let more =
        format!("{OLD}, {{ \"code\": 4002, \"name\": \"kicked\", \"summary\": \"Kicked.\" }}");
    assert_eq!(changed_to(&more), "", "a new code");
    assert_eq!(
        changed_to(&OLD.replace("Expired.", "Too old.")),
        "",
        "other words"
    );
    let client = OLD.replace("\"reconnect\"", "\"sent_by\": \"client\", \"reconnect\"");
    assert_eq!(
        changes(&spec(&client, ""), &spec(OLD, "")),
        "",
        "a wider sender"
    );
}

#[test]
fn removed() {
    assert_data_eq!(
        changed_to(""),
        str![[r#"
error[removed]: breaks source: 4001 `expired` is removed
 --> close-codes.json:4:12
  |
4 |   "codes": [],
  |            ^^
  |
  = help: list it in `retired`, so that nobody gives the number another meaning


"#]]
    );
    let retired = r#"{ "code": 4001, "name": "expired" }"#;
    assert_data_eq!(
        changes(&spec(OLD, ""), &spec("", retired)),
        str![[r#"
error[removed]: breaks source: 4001 `expired` is removed
 --> close-codes.json:5:14
  |
5 |   "retired": [{ "code": 4001, "name": "expired" }]
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: code that uses the name does not compile: mark a code as `deprecated` for a release before you retire it


"#]]
    );
}

#[test]
fn removed_with_the_standard_codes() {
    let new = spec(OLD, "").replace("  \"extends\": \"standard\",\n", "");
    let changes = changes(&spec(OLD, ""), &new);
    assert_eq!(changes.matches("error[removed]").count(), 19);
}

#[test]
fn renumbered() {
    assert_data_eq!(
        changed_to(&OLD.replace("4001", "4002")),
        str![[r#"
error[renumbered]: breaks peers: `expired` was 4001, now it is 4002
 --> close-codes.json:4:23
  |
4 |   "codes": [{ "code": 4002, "name": "expired", "summary": "Expired.", "reconnect": "never" }],
  |                       ^^^^
  |
help: peers still send 4001: keep the number
  |
4 -   "codes": [{ "code": 4002, "name": "expired", "summary": "Expired.", "reconnect": "never" }],
4 +   "codes": [{ "code": 4001, "name": "expired", "summary": "Expired.", "reconnect": "never" }],
  |


"#]]
    );
}

#[test]
fn renamed() {
    assert_data_eq!(
        changed_to(&OLD.replace("\"expired\"", "\"outdated\"")),
        str![[r#"
error[renamed]: breaks source: 4001 `expired` is called `outdated` now
 --> close-codes.json:4:37
  |
4 |   "codes": [{ "code": 4001, "name": "outdated", "summary": "Expired.", "reconnect": "never" }],
  |                                     ^^^^^^^^^^
  |
  = help: code that uses the old name does not compile: keep the name, or say so when you release


"#]]
    );
}

#[test]
fn two_codes_that_change_places() {
    let other = OLD.replace("4001", "4002").replace("expired", "kicked");
    let swapped = format!(
        "{}, {}",
        OLD.replace("4001", "4002"),
        other.replace("4002", "4001")
    );
    assert_data_eq!(
        changes(&spec(&format!("{OLD}, {other}"), ""), &spec(&swapped, "")),
        str![[r#"
error[renumbered]: breaks peers: `expired` was 4001, now it is 4002
 --> close-codes.json:4:23
  |
4 |   "codes": [{ "code": 4002, "name": "expired", "summary": "Expired.", "reconnect": "never" }, { "code": 4001, "name": "kicked", "summ...
  |                       ^^^^
  |
help: peers still send 4001: keep the number
  |
4 -   "codes": [{ "code": 4002, "name": "expired", "summary": "Expired.", "reconnect": "never" }, { "code": 4001, "name": "kicked", "summary": "Expired.", "reconnect": "never" }],
4 +   "codes": [{ "code": 4001, "name": "expired", "summary": "Expired.", "reconnect": "never" }, { "code": 4001, "name": "kicked", "summary": "Expired.", "reconnect": "never" }],
  |

error[renumbered]: breaks peers: `kicked` was 4002, now it is 4001
 --> close-codes.json:4:105
  |
4 |   "codes": [{ "code": 4002, "name": "expired", "summary": "Expired.", "reconnect": "never" }, { "code": 4001, "name": "kicked", "summ...
  |                                                                                                         ^^^^
  |
help: peers still send 4002: keep the number
  |
4 -   "codes": [{ "code": 4002, "name": "expired", "summary": "Expired.", "reconnect": "never" }, { "code": 4001, "name": "kicked", "summary": "Expired.", "reconnect": "never" }],
4 +   "codes": [{ "code": 4002, "name": "expired", "summary": "Expired.", "reconnect": "never" }, { "code": 4002, "name": "kicked", "summary": "Expired.", "reconnect": "never" }],
  |


"#]]
    );
}

#[test]
fn retired_reused() {
    let retired = r#"{ "code": 4001, "name": "kicked" }"#;
    assert_data_eq!(
        changes(&spec("", retired), &spec(OLD, "")),
        str![[r#"
error[retired-reused]: breaks peers: 4001 `kicked` was retired and is used again
 --> close-codes.json:4:23
  |
4 |   "codes": [{ "code": 4001, "name": "expired", "summary": "Expired.", "reconnect": "never" }],
  |                       ^^^^
  |
  = help: peers may still mean the old code: take a number and a name that were never used


"#]]
    );
    let named = OLD
        .replace("4001", "4009")
        .replace("\"expired\"", "\"kicked\"");
    assert_data_eq!(
        changes(&spec("", retired), &spec(&named, "")),
        str![[r#"
error[retired-reused]: breaks peers: 4001 `kicked` was retired and is used again
 --> close-codes.json:4:37
  |
4 |   "codes": [{ "code": 4009, "name": "kicked", "summary": "Expired.", "reconnect": "never" }],
  |                                     ^^^^^^^^
  |
  = help: peers may still mean the old code: take a number and a name that were never used


"#]]
    );
}

#[test]
fn sender_narrowed() {
    let server = OLD.replace("\"reconnect\"", "\"sent_by\": \"server\", \"reconnect\"");
    assert_data_eq!(
        changed_to(&server),
        str![[r#"
error[sender-narrowed]: breaks peers: 4001 `expired` was sent by either, now by server
 --> close-codes.json:4:82
  |
4 |   "codes": [{ "code": 4001, "name": "expired", "summary": "Expired.", "sent_by": "server", "reconnect": "never" }],
  |                                                                                  ^^^^^^^^
  |
  = help: peers that still send it break the new rule: widen it again, or take a new code


"#]]
    );
    let local = OLD.replace("\"reconnect\"", "\"kind\": \"local\", \"reconnect\"");
    assert_data_eq!(
        changed_to(&local),
        str![[r#"
error[sender-narrowed]: breaks peers: 4001 `expired` is not sent any more
 --> close-codes.json:4:79
  |
4 |   "codes": [{ "code": 4001, "name": "expired", "summary": "Expired.", "kind": "local", "reconnect": "never" }],
  |                                                                               ^^^^^^^
  |
  = help: keep it usable, or retire the code and take a new one


"#]]
    );
}

#[test]
fn advice_changed() {
    assert_data_eq!(
        changed_to(&OLD.replace("\"never\"", "\"backoff\", \"after\": \"new-session\"")),
        str![[r#"
error[advice-changed]: breaks peers: the advice for 4001 `expired` was "never", now "after a random delay of 0 to 5 s that doubles up to 60 s; with a new session"
 --> close-codes.json:4:84
  |
4 |   "codes": [{ "code": 4001, "name": "expired", "summary": "Expired.", "reconnect": "backoff", "after": "new-session" }],
  |                                                                                    ^^^^^^^^^
  |
  = help: clients that were built before still follow the old advice: say so when you release


"#]]
    );
    let adjusted = format!("{OLD}, {{ \"code\": 1008, \"reconnect\": \"backoff\" }}");
    assert_data_eq!(
        changed_to(&adjusted),
        str![[r#"
error[advice-changed]: breaks peers: the advice for 1008 `policy-violation` was "never", now "after a random delay of 0 to 5 s that doubles up to 60 s"
 --> close-codes.json:4:124
  |
4 |   "codes": [{ "code": 4001, "name": "expired", "summary": "Expired.", "reconnect": "never" }, { "code": 1008, "reconnect": "backoff" }],
  |                                                                                                                            ^^^^^^^^^
  |
  = help: clients that were built before still follow the old advice: say so when you release


"#]]
    );
}
