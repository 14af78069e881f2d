//! The example `fake`, a sound endpoint: its outcomes, and the text of the file.

use measure::compare::differences;
use measure::data::{Data, Entry};
use measure::messages::Role;
use measure::outcomes::{Code, Sent};
use measure::ranges::find;

use crate::support::measured;

/// The Close frame had the code and the reason that were passed.
const SENT: Sent = Sent::Sent { reason: None };

/// Measures the example `fake`, which cargo builds with the tests.
fn fake(role: Role) -> Entry {
    run("./fake", role)
}

/// Measures `command` in the folder of the examples.
fn run(command: &str, role: Role) -> Entry {
    let test = std::env::current_exe().expect("a test has a path");
    let profile = test.ancestors().nth(2).expect("a test is in PROFILE/deps");
    measured(&profile.join("examples"), command, role).expect("the example is sound")
}

#[test]
fn a_sound_endpoint_gives_the_same_bytes_twice() {
    let texts = [(), ()].map(|()| {
        let mut data = Data::default();
        data.put(fake(Role::Client));
        data.put(fake(Role::Server));
        data.text().unwrap()
    });
    assert_eq!(texts[0], texts[1]);
    let again: Data = serde_json::from_str(&texts[0]).unwrap();
    assert_eq!(texts[0], again.text().unwrap());
}

#[test]
fn the_file_has_one_line_for_each_outcome() {
    let mut data = Data::default();
    data.put(fake(Role::Server));
    let text = data.text().unwrap();
    let refused = r#"{"from":0,"to":999,"outcome":"refused","error":"range"}"#;
    assert!(
        text.contains(&format!("      \"sends\": [\n        {refused},\n")),
        "{text}"
    );
    assert!(
        text.contains("\n      \"sends_no_code\": {\"outcome\":\"sent\"},\n"),
        "{text}"
    );
    assert!(text.ends_with("}\n    }\n  ]\n}\n"), "{text}");
}

#[test]
fn an_entry_replaces_the_one_of_its_role() {
    let [client, server] = [Role::Client, Role::Server].map(fake);
    let mut data = Data::default();
    data.put(client.clone());
    data.put(server.clone());
    let newer = Entry {
        version: "2".to_owned(),
        ..client
    };
    data.put(newer.clone());
    assert_eq!(data.implementations, [newer, server]);
    assert!(data.keep_measurable(&[]).implementations.is_empty());
}

#[test]
fn the_outcomes_are_those_of_the_endpoint() {
    let entry = fake(Role::Server);
    assert_eq!(find(&entry.sends, 1014), Some(&SENT));
    let refused = Sent::Refused {
        error: "range".to_owned(),
        code: None,
    };
    assert_eq!(find(&entry.sends, 1005), Some(&refused));
    assert_eq!(entry.sends_no_code, SENT);
    let received = find(&entry.receives, 1005).unwrap();
    assert_eq!(received.code, Some(Code::Same));
    assert_eq!(received.answer, Some(Code::Same));
    assert_eq!(entry.receives_odd.one_byte.answer, Some(Code::OneByte));
    assert_eq!(entry.receives_odd.dropped.answer, Some(Code::Nothing));
    assert_eq!(entry.receives_odd.reset.answer, None);
}

#[test]
fn a_frame_that_follows_a_refusal_is_waited_for() {
    let refused = Sent::Refused {
        error: "range".to_owned(),
        code: Some(Code::Number(1000)),
    };
    let entry = run("./fake late", Role::Server);
    assert_eq!(find(&entry.sends, 1005), Some(&refused));
}

#[test]
fn a_server_ends_the_connection_before_its_peer() {
    let entry = run("./fake late", Role::Server);
    let received = find(&entry.receives, 1000).unwrap();
    assert_eq!(received.code, Some(Code::Same));
}

#[test]
fn the_version_is_not_compared() {
    let old = fake(Role::Client);
    let mut new = old.clone();
    new.version = "2".to_owned();
    assert_eq!(differences(&old, &new), Vec::<String>::new());
    new.sends_no_code = Sent::NoFrame;
    assert_eq!(
        differences(&old, &new),
        ["sends no code: was Sent { reason: None }, is NoFrame"]
    );
}
